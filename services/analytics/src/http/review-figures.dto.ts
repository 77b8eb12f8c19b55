import { Metric, Nested, Optional, PageDto, TimesDto, Word } from '@plumbline/web/shapes';
import { personPattern } from '@plumbline/web/shapes';
import { thresholdDefault, thresholdMax } from '@plumbline/disclosure';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID, Matches } from 'class-validator';
import { Max, Min, ValidateNested } from 'class-validator';

/** Groups of one question, and people of one group: a body has a limit of bytes beside. */
export const groupsMax = 50;
export const peopleMax = 20_000;

const ratingMax = 1_000_000_000;

const Version = (): PropertyDecorator =>
  Matches(/^[a-z0-9][a-z0-9._:-]{0,63}@[1-9]\d{0,3}$/, {
    message: '$property must be a version of a rule pack, as in yearly@2',
  });

const Item = (): PropertyDecorator =>
  Matches(/^[a-z0-9][a-z0-9_-]{0,63}$/, {
    message: '$property must be an item of the template by its id',
  });

/** Who asks for live figures raises what is taken where nobody says, and does not lower it. */
export const thresholdMin = thresholdDefault;

const ThresholdText = (): PropertyDecorator =>
  Matches(/^([5-9]|[1-9]\d|100)$/, {
    message: `$property must be a whole number from ${thresholdMin} to ${thresholdMax}`,
  });

export class CycleFiguresQueryDto extends TimesDto {
  @IsUUID() cycle!: string;
  /** 5, when it is left out. */
  @Optional() @ThresholdText() threshold?: string;
}

export class DistributionQueryDto extends TimesDto {
  /** One of the two: a cycle by its id, or one that was finished elsewhere by its name. */
  @Optional() @IsUUID() cycle?: string;
  @Optional() @Word(64) pastCycle?: string;
  /** 5, when it is left out. */
  @Optional() @ThresholdText() threshold?: string;
  @Optional() @IsIn(['unit']) by?: 'unit';
}

export class NineBoxQueryDto extends CycleFiguresQueryDto {
  /** The item by which managers rate potential; `potential`, when it is left out. */
  @Optional() @Item() potential?: string;
}

export class AgreementQueryDto extends CycleFiguresQueryDto {
  /** A part of the score, of which nobody is told who rated. One of the two. */
  @Optional() @Metric() part?: string;
  /** An item of the template, of named raters. */
  @Optional() @Item() item?: string;
}

export class RatedGroupDto {
  /** A code, as in `women` or `40-49`. */
  @Word(64) group!: string;
  @IsArray()
  @ArrayMaxSize(peopleMax)
  @Matches(personPattern, { each: true, message: 'each value in $property must be one word' })
  people!: string[];
}

const Groups = (): PropertyDecorator => (target, key) => {
  for (const decorate of [
    ...[IsArray(), ArrayMinSize(1), ArrayMaxSize(groupsMax)],
    ...[ValidateNested({ each: true }), Type(() => RatedGroupDto)],
  ]) {
    decorate(target, key);
  }
};

const Threshold = (): PropertyDecorator => (target, key) => {
  for (const decorate of [Optional(), IsInt(), Min(thresholdMin), Max(thresholdMax)]) {
    decorate(target, key);
  }
};

const AtLeast = (): PropertyDecorator => (target, key) => {
  for (const decorate of [IsInt(), Min(-ratingMax), Max(ratingMax)]) decorate(target, key);
};

export class ImpactDto {
  /** One of the two: a cycle by its id, or one that was finished elsewhere by its name. */
  @Optional() @IsUUID() cycle?: string;
  @Optional() @Word(64) pastCycle?: string;
  /** What groups differ by, as in `gender`: told back, and kept nowhere. */
  @Word(64) attribute!: string;
  /** In millionths: who is rated so high or higher counts. */
  @AtLeast() atLeast!: number;
  @Groups() groups!: RatedGroupDto[];
  @Threshold() threshold?: number;
}

export class FairnessDto {
  @Word(64) attribute!: string;
  @AtLeast() atLeast!: number;
  @Groups() groups!: RatedGroupDto[];
}

export class ScenarioDto {
  @IsUUID() cycle!: string;
  /** As in `yearly@2`. */
  @Version() pack!: string;
  @Optional() @Nested(() => FairnessDto) fairness?: FairnessDto;
  @Threshold() threshold?: number;
}

export class PayFeedQueryDto extends PageDto {
  @IsUUID() cycle!: string;
}
