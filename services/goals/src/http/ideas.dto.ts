import { all, Code, Day, Description, EffectiveAt, Nested, Optional } from '@plumbline/web/shapes';
import { narrativeLengthMax, Owner, PersonId, Reason } from '@plumbline/web/shapes';
import { Share, Title, Words } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsUUID, ValidateBy, ValidateNested } from 'class-validator';
import { creditedMax } from '../experiment/experiment.rules.ts';
import type { Hypothesis, Result, Settlement } from '../experiment/experiment.ts';
import { Unit, Value } from './shapes.ts';

/** What a request about an idea may hold; a field that is not here is refused by name. */
export class CreditDto {
  @PersonId() person!: string;
  @Share() share!: number;
}

const Credited = (): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMaxSize(creditedMax),
    ValidateNested({ each: true }),
    Type(() => CreditDto),
  );

export class SubmitIdeaDto {
  @Optional() @Owner() owner?: string;
  @Title() title!: string;
  @Optional() @Description() description?: string;
  /** Shares of 1 in all; all of it is the owner's when it is left out. */
  @Optional() @Credited() credit?: CreditDto[];
  /** The signal of a strategy that the idea answers. */
  @Optional() @IsUUID() signal?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class AmendCreditDto {
  @Reason() reason!: string;
  @Credited() credit!: CreditDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class HypothesisDto {
  @Code() metric!: string;
  @IsIn(['increase', 'decrease']) direction!: Hypothesis['direction'];
  @Value() threshold!: number;
  @Optional() @Unit() unit?: string;
}

export class StartExperimentDto {
  @Nested(() => HypothesisDto) hypothesis!: HypothesisDto;
  /** What is believed, in words. */
  @Words(narrativeLengthMax) statement!: string;
  /** The last day, as planned. */
  @Day() until!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ConcludeExperimentDto {
  @IsIn(['supported', 'refuted', 'inconclusive']) outcome!: Result['outcome'];
  /** What the metric came to; left out when that is not known. */
  @Optional() @Value() value?: number;
  @Words(narrativeLengthMax) lesson!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class SettleIdeaDto {
  @IsIn(['declined', 'adopted', 'withdrawn']) outcome!: Settlement;
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ReuserDto {
  @Optional() @IsUUID() goal?: string;
  @Optional() @IsUUID() idea?: string;
}

const isReuser = ValidateBy({
  name: 'isReuser',
  validator: {
    validate: (value: unknown) => {
      if (typeof value !== 'object' || value === null) return false;
      const { goal, idea } = value as ReuserDto;
      return (goal === undefined) !== (idea === undefined);
    },
    defaultMessage: () => '$property must be {goal}, or {idea}',
  },
});

export class ReuseLessonDto {
  @Nested(() => ReuserDto) @isReuser by!: ReuserDto;
  @EffectiveAt() effectiveAt?: string;
}
