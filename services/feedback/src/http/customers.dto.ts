import { readInstant } from '@plumbline/kernel';
import { all, Day, EffectiveAt, Nested, Optional, PageDto } from '@plumbline/web/shapes';
import { PersonId, Reason, Reference, TimesDto, UnitCode } from '@plumbline/web/shapes';
import { Words } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNumber, IsUUID, Matches } from 'class-validator';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { ValidationArguments } from 'class-validator';
import { answersMax, codesMax } from '../customer-response/customer-response.answers.ts';
import { codeLengthMax, commentLengthMax } from '../customer-response/customer-response.rules.ts';
import { keyLengthMax } from '../customer-response/customer-response.rules.ts';
import { sharesMax } from '../customer-response/customer-response.shares.ts';
import type { NoAnswer, Outcome } from '../customer-response/customer-response.ts';
import { breakdowns, type Breakdown } from '../views/satisfaction-breakdown.ts';
import { noAnswers } from '../views/satisfaction-cells.ts';

/** What a request about customers may hold; a field that is not here is refused by name. */
const word = (lengthMax: number): PropertyDecorator =>
  Matches(new RegExp(`^[^\\p{C}\\s]{1,${lengthMax}}$`, 'u'), {
    message: `$property must be a code of one word, of 1 to ${lengthMax} characters`,
  });

/** A code that is shown to others. */
const Word = (): PropertyDecorator => word(codeLengthMax);
/** A name that another system has for something. */
const Key = (): PropertyDecorator => word(keyLengthMax);

const Metric = (): PropertyDecorator =>
  Matches(/^[a-z0-9][a-z0-9._:-]{0,63}$/, {
    message: '$property must be 1 to 64 small letters, digits and signs (. _ : -)',
  });

const Whole = (): PropertyDecorator => IsInt();

/** `null` says the same as a field that is left out. */
const OrNull = (): PropertyDecorator =>
  ValidateIf((_, value) => value !== undefined && value !== null);

const AnInstant = (): PropertyDecorator =>
  ValidateBy({
    name: 'isInstant',
    validator: {
      validate: (value) => typeof value === 'string' && readInstant(value) !== undefined,
      defaultMessage: () => '$property must be an instant or a day that exists',
    },
  });

export class ScaleDto {
  @Whole() min!: number;
  @Whole() max!: number;
}

export class NoAnswerCodeDto {
  @IsNumber({ allowNaN: false, allowInfinity: false }) code!: number;
  @IsIn(noAnswers) means!: NoAnswer;
}

export class AnswerDto {
  @Metric() metric!: string;
  /** Of a question of one's own; those of nps, csat and ces are known. */
  @Optional() @Nested(() => ScaleDto) scale?: ScaleDto;
  @OrNull() @IsNumber({ allowNaN: false, allowInfinity: false }) score?: number | null;
  @Optional() @IsIn(noAnswers) noAnswer?: NoAnswer;
  /** What stands for no answer in the source. */
  @Optional()
  @IsArray()
  @ArrayMaxSize(codesMax)
  @ValidateNested({ each: true })
  @Type(() => NoAnswerCodeDto)
  codes?: NoAnswerCodeDto[];
}

/** On the share, as a rule on the list would leave the document without its kind. */
const isHeld = ValidateBy({
  name: 'isHeld',
  validator: {
    validate: (_, args) => {
      const { unit, person } = (args as ValidationArguments).object as ShareDto;
      return (unit === undefined) !== (person === undefined);
    },
    defaultMessage: () => '$property must be that of a unit or of a person, of one of them',
  },
});

export class ShareDto {
  @Optional() @UnitCode() unit?: string;
  @Optional() @PersonId() person?: string;
  @isHeld @IsNumber({ allowNaN: false, allowInfinity: false }) share!: number;
}

const Held = (): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMaxSize(sharesMax),
    ValidateNested({ each: true }),
    Type(() => ShareDto),
  );

export class RecordResponseDto {
  @Key() source!: string;
  /** The interaction: the same one of the same source is one response. */
  @OrNull() @Key() transaction?: string | null;
  @Day() occurredOn!: string;
  /** When the answer came in; left out where nobody answered. */
  @OrNull() @AnInstant() answeredAt?: string | null;
  @Word() touchpoint!: string;
  @Word() channel!: string;
  @OrNull() @Key() location?: string | null;
  @IsArray()
  @ArrayMaxSize(answersMax)
  @ValidateNested({ each: true })
  @Type(() => AnswerDto)
  answers!: AnswerDto[];
  @Optional() @IsNumber({ allowNaN: false, allowInfinity: false }) weight?: number;
  @Optional() @Words(commentLengthMax) comment?: string;
  /** Whose work it tells of, in shares of one. */
  @Optional() @Held() attribution?: ShareDto[];
  @EffectiveAt() effectiveAt?: string;
}

/** One line of `POST /customer-responses/import`. */
export class ImportResponseDto extends RecordResponseDto {
  @Reference() key!: string;
}

export class AttributeResponseDto {
  @Held() shares!: ShareDto[];
  /** Needed from the second attribution on. */
  @Optional() @Reason() reason?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class DisputeAttributionDto {
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class SettleAttributionDto {
  @PersonId() person!: string;
  @IsIn(['upheld', 'partly', 'rejected']) outcome!: Outcome;
  /** All shares as they are from now on; given where the dispute is upheld in part. */
  @Optional() @Held() shares?: ShareDto[];
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class CloseLoopDto {
  @Word() cause!: string;
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class WithdrawResponseDto {
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ResponseIdDto {
  @IsUUID() responseId!: string;
}

export class ResponsesQueryDto extends PageDto {
  @Optional() @Key() location?: string;
  @Optional() @Word() touchpoint?: string;
  @Optional() @Word() channel?: string;
  @Optional() @Key() source?: string;
  @Optional() @UnitCode() unit?: string;
  @Optional() @Matches(/^(me|[^\p{C}\s]{1,255})$/u) person?: string;
  @Optional() @IsIn(['open', 'closed']) loop?: 'open' | 'closed';
}

export class SatisfactionQueryDto extends TimesDto {
  @Metric() metric!: string;
  /** First and last day of the interactions. */
  @Day() from!: string;
  @Day() until!: string;
  @Optional() @IsIn(breakdowns) by?: Breakdown;
  /** As in `1..5`, of a question that was asked on several. */
  @Optional()
  @Matches(/^-?\d{1,6}\.\.-?\d{1,6}$/, { message: '$property must be like 1..5' })
  scale?: string;
  @Optional() @Key() location?: string;
  @Optional() @Word() touchpoint?: string;
  @Optional() @Word() channel?: string;
  @Optional() @Key() source?: string;
  @Optional() @UnitCode() unit?: string;
  @Optional() @Matches(/^(me|[^\p{C}\s]{1,255})$/u) person?: string;
}

export class ResponseImportQueryDto {
  @Optional() @IsIn(['true', 'false']) dryRun?: string;
}
