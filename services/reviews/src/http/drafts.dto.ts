import { EffectiveAt, Metric, RecordOf } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, IsUUID, ValidateNested } from 'class-validator';
import { draftItemsMax } from '../draft/draft.rules.ts';

/** What a request about a draft may hold; anything else is refused by name. */
export class DraftRatingDto {
  @Metric() item!: string;
  /** In millionths: an anchor of the template. */
  @IsInt() rating!: number;
}

/** All of it: what is left out is not in the draft any more. */
export class SaveDraftDto {
  @IsArray()
  @ArrayMaxSize(draftItemsMax)
  @ValidateNested({ each: true })
  @Type(() => DraftRatingDto)
  ratings!: DraftRatingDto[];
  /** By the ids of the items. */
  @RecordOf('String', draftItemsMax) texts!: Record<string, string>;
  @EffectiveAt() effectiveAt?: string;
}

export class DraftOfReviewDto {
  @IsUUID() reviewId!: string;
}
