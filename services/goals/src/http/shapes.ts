import { isDay, readInstant } from '@plumbline/kernel';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNumber } from 'class-validator';
import { IsString, Matches, Max, MaxLength, Min, MinLength, ValidateBy } from 'class-validator';
import { ValidateIf, ValidateNested, type ValidationOptions } from 'class-validator';
import { keyResultsMax } from '../goal/goal.rules.ts';

export const titleLengthMax = 500;
export const descriptionLengthMax = 20_000;
export const narrativeLengthMax = 5_000;
export const milestonesMax = 64;
export const measureValueMax = 1e15;

export const ownerPattern = /^(person|unit):[^\p{C}\s](?:[^\p{C}]{0,253}[^\p{C}\s])?$/u;
const codePattern = /^[A-Za-z0-9._-]{1,32}$/;
const idPattern = /^[A-Za-z0-9_-]{1,32}$/;

/** Decorators of one property, applied as one. */
function all(...decorators: readonly PropertyDecorator[]): PropertyDecorator {
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

/** May be left out, but not be null: `null` is a value of the wrong type. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}

/** Text that a person wrote: at least one character that is not blank. */
export function Words(lengthMax: number): PropertyDecorator {
  return all(
    IsString(),
    MinLength(1),
    MaxLength(lengthMax),
    Matches(/\S/u, { message: '$property must not be blank' }),
  );
}

export const Title = (): PropertyDecorator => Words(titleLengthMax);
export const Description = (): PropertyDecorator => Words(descriptionLengthMax);
export const Narrative = (): PropertyDecorator => Words(narrativeLengthMax);
export const Reason = (): PropertyDecorator => Words(narrativeLengthMax);

export const Owner = (): PropertyDecorator =>
  Matches(ownerPattern, { message: '$property must be like person:ada or unit:sales' });

export const Code = (): PropertyDecorator =>
  Matches(codePattern, { message: '$property must be 1 to 32 of A-Z a-z 0-9 . _ -' });

export const Id = (each = false): PropertyDecorator =>
  Matches(idPattern, { each, message: '$property must be 1 to 32 of A-Z a-z 0-9 _ -' });

/** A finite number that a measure may have. */
export const Value = (): PropertyDecorator =>
  all(
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(-measureValueMax),
    Max(measureValueMax),
  );

export const Share = (): PropertyDecorator =>
  all(IsNumber({ allowNaN: false, allowInfinity: false }), Min(0), Max(1));

export const Weight = (): PropertyDecorator =>
  all(IsNumber({ allowNaN: false, allowInfinity: false }), Max(1e6));

export const CadenceDays = (): PropertyDecorator => all(IsInt(), Min(1), Max(366));

/** A day that the calendar has. */
export function Day(options?: ValidationOptions): PropertyDecorator {
  return ValidateBy(
    {
      name: 'isDay',
      validator: {
        validate: (value) => typeof value === 'string' && isDay(value),
        defaultMessage: () => '$property must be a day that exists, as in 2026-07-01',
      },
    },
    options,
  );
}

/** When the change holds in the world: an RFC 3339 instant, or a day (its end, in UTC). */
export function EffectiveAt(): PropertyDecorator {
  return all(
    Optional(),
    ValidateBy({
      name: 'isInstant',
      validator: {
        validate: (value) => typeof value === 'string' && readInstant(value) !== undefined,
        defaultMessage: () =>
          '$property must be an instant or a day that exists, as in 2026-07-01T09:00:00Z',
      },
    }),
  );
}

export class PeriodDto {
  @Code() name!: string;
  @Day() start!: string;
  @Day() end!: string;
}

export class MilestoneDto {
  @Id() id!: string;
  @Title() name!: string;
  @Optional() @Weight() weight?: number;
}

export const measureKinds = [
  'increase',
  'decrease',
  'within',
  'milestones',
  'completion',
  'undefined',
];

/** The base of the measures; on its own it only says which kinds there are. */
export class MeasureDto {
  @IsIn(measureKinds) kind!: string;
}

export class LineMeasureDto extends MeasureDto {
  @Value() start!: number;
  @Value() target!: number;
  @Optional() @Unit() unit?: string;
}

export class BandMeasureDto extends MeasureDto {
  @Optional() @Value() low?: number;
  @Optional() @Value() high?: number;
  @Optional() @Unit() unit?: string;
}

export class MilestonesMeasureDto extends MeasureDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(milestonesMax)
  @ValidateNested({ each: true })
  @Type(() => MilestoneDto)
  milestones!: MilestoneDto[];
}

export class UndefinedMeasureDto extends MeasureDto {
  @Optional() @Unit() unit?: string;
}

/** A code of another system: never a name or a mail address. It stays in clear. */
export function Reference(): PropertyDecorator {
  return all(
    IsString(),
    Matches(/^[^\p{C}\s](?:[^\p{C}]{0,126}[^\p{C}\s])?$/u, {
      message: '$property must be 1 to 128 printable characters',
    }),
  );
}

/** A unit is a short code (`%`, `USD`, `h`), not free text. */
export function Unit(): PropertyDecorator {
  return Matches(/^[^\p{C}\s]{1,16}$/u, {
    message: '$property must be a code of 1 to 16 characters',
  });
}

const subTypes = [
  { value: LineMeasureDto, name: 'increase' },
  { value: LineMeasureDto, name: 'decrease' },
  { value: LineMeasureDto, name: 'completion' },
  { value: BandMeasureDto, name: 'within' },
  { value: MilestonesMeasureDto, name: 'milestones' },
  { value: UndefinedMeasureDto, name: 'undefined' },
];

/** A nested measure, checked by its kind: a field of another kind is an unknown field. */
export const Measured = (): PropertyDecorator =>
  all(
    ValidateNested(),
    Type(() => MeasureDto, {
      discriminator: { property: 'kind', subTypes },
      keepDiscriminatorProperty: true,
    }),
  );

export type AnyMeasureDto =
  LineMeasureDto | BandMeasureDto | MilestonesMeasureDto | UndefinedMeasureDto;

export class KeyResultDto {
  @Optional() @Id() id?: string;
  @Title() name!: string;
  @Optional() @Weight() weight?: number;
  @Measured() measure!: AnyMeasureDto;
}

/** A list of key results, as a request gives it. */
export const KeyResults = (): PropertyDecorator =>
  all(
    Optional(),
    IsArray(),
    ArrayMaxSize(keyResultsMax),
    ValidateNested({ each: true }),
    Type(() => KeyResultDto),
  );

export const Nested = (shape: () => new () => object): PropertyDecorator =>
  all(ValidateNested(), Type(shape));
