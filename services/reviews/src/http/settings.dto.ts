import { EffectiveAt, Metric, Nested, Optional, RecordOf } from '@plumbline/web/shapes';
import { packPartsMax, packRulesMax } from '@plumbline/scoring';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, IsString, Matches } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { anchorsMax, inputsMax, itemsPerSectionMax } from '../template/template.rules.ts';
import { measuredSources, reviewerRoles } from '../template/template.ts';
import type { Item, MeasuredSource, ReviewerRole } from '../template/template.ts';
import { languagesMax, wordsMax } from '../template/template.words.ts';

/** What a request about rule packs and templates may hold; anything else is refused by name. */
const List =
  (max: number): PropertyDecorator =>
  (target, key) => {
    for (const decorate of [IsArray(), ArrayMaxSize(max)]) decorate(target, key);
  };

/** In millionths, as all ratings: 1 to 5 is 1000000 to 5000000. */
export class ReviewScaleDto {
  @IsInt() min!: number;
  @IsInt() max!: number;
}

export class PackRuleWhenDto {
  @Metric() part!: string;
  @IsInt() below!: number;
}

export class PackRuleDto {
  @Metric() name!: string;
  @Nested(() => PackRuleWhenDto) when!: PackRuleWhenDto;
  @IsInt() atMost!: number;
}

export class PackResultDto {
  @Nested(() => ReviewScaleDto) scale!: ReviewScaleDto;
  @IsInt() decimals!: number;
}

export class PublishRulePackDto {
  @Metric() name!: string;
  @IsInt() version!: number;
  /** By name: what is rated, weighed, or the least or most of others. */
  @RecordOf('Object', packPartsMax) parts!: Record<string, object>;
  @Metric() total!: string;
  @List(packRulesMax)
  @ValidateNested({ each: true })
  @Type(() => PackRuleDto)
  rules!: PackRuleDto[];
  @Nested(() => PackResultDto) result!: PackResultDto;
  @IsInt() daysMin!: number;
  @EffectiveAt() effectiveAt?: string;
}

export class RatingScaleDto extends ReviewScaleDto {
  @Metric() name!: string;
  @List(anchorsMax) @IsInt({ each: true }) anchors!: number[];
}

export class TemplateItemDto {
  @Matches(/^[a-z0-9][a-z0-9_-]{0,63}$/, {
    message: '$property must be at most 64 small letters, digits and hyphens',
  })
  id!: string;
  @IsIn(['rating', 'text']) kind!: Item['kind'];
  @IsBoolean() required!: boolean;
  /** Of a rating: the part of a rule pack that it is counted in. */
  @Optional() @Metric() part?: string;
}

export class TemplateSectionDto {
  @IsIn(reviewerRoles) role!: ReviewerRole;
  @List(itemsPerSectionMax)
  @ValidateNested({ each: true })
  @Type(() => TemplateItemDto)
  items!: TemplateItemDto[];
}

export class TemplateInputDto {
  @Metric() part!: string;
  @IsIn(measuredSources) from!: MeasuredSource;
}

export class PublishTemplateDto {
  @Metric() name!: string;
  @IsInt() version!: number;
  @List(languagesMax) @IsString({ each: true }) languages!: string[];
  @IsString() defaultLanguage!: string;
  @Nested(() => RatingScaleDto) scale!: RatingScaleDto;
  @List(reviewerRoles.length)
  @ValidateNested({ each: true })
  @Type(() => TemplateSectionDto)
  sections!: TemplateSectionDto[];
  @Optional()
  @List(inputsMax)
  @ValidateNested({ each: true })
  @Type(() => TemplateInputDto)
  inputs?: TemplateInputDto[];
  /** By names, as in `title.en`, `anchor.3000000.en` and `item.<id>.en`. */
  @RecordOf('String', wordsMax) words!: Record<string, string>;
  @EffectiveAt() effectiveAt?: string;
}

export class PackIdDto {
  @Metric() packId!: string;
}

export class TemplateIdDto {
  @Metric() templateId!: string;
}

const AVersion = (): PropertyDecorator =>
  Matches(/^[1-9]\d{0,3}$/, { message: '$property must be the number of a version' });

export class PackVersionDto extends PackIdDto {
  @AVersion() version!: string;
}

/** A version by its name, as in yearly@2. */
export class FitQueryDto {
  @Matches(/^[a-z0-9][a-z0-9._:-]{0,63}@[1-9]\d{0,3}$/, {
    message: '$property must be a version of a template, as in yearly@2',
  })
  template!: string;
}

export class TemplateVersionDto extends TemplateIdDto {
  @AVersion() version!: string;
}
