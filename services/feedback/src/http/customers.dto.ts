import { readInstant } from '@plumbline/kernel';
import { all, Day, EffectiveAt, Metric, Nested, Optional, PageDto } from '@plumbline/web/shapes';
import { PersonId, PersonOrMe, Reason, Reference, UnitCode } from '@plumbline/web/shapes';
import { Word, Words } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNumber, IsUUID } from 'class-validator';
import { ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { ValidationArguments } from 'class-validator';
import { answersMax, codesMax, noAnswers } from '../customer-response/customer-response.answers.ts';
import { codeLengthMax, commentLengthMax } from '../customer-response/customer-response.rules.ts';
import { keyLengthMax } from '../customer-response/customer-response.rules.ts';
import { sharesMax } from '../customer-response/customer-response.shares.ts';
import type { NoAnswer, Outcome } from '../customer-response/customer-response.ts';

/** What a request about customers may hold; a field that is not here is refused by name. */

/** A code that is shown to others. */
const CodeWord = (): PropertyDecorator => Word(codeLengthMax);
/** A name that another system has for something. */
const Key = (): PropertyDecorator => Word(keyLengthMax);

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
  @CodeWord() touchpoint!: string;
  @CodeWord() channel!: string;
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
  @CodeWord() cause!: string;
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
  @Optional() @CodeWord() touchpoint?: string;
  @Optional() @CodeWord() channel?: string;
  @Optional() @Key() source?: string;
  @Optional() @UnitCode() unit?: string;
  @Optional() @PersonOrMe() person?: string;
  @Optional() @IsIn(['open', 'closed']) loop?: 'open' | 'closed';
}
