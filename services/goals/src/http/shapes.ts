import { all, Code, Day, Id, Optional, Title } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNumber } from 'class-validator';
import { Matches, Max, Min, ValidateNested } from 'class-validator';
import { keyResultsMax } from '../goal/goal.rules.ts';

export const milestonesMax = 64;
export const measureValueMax = 1e15;

/** A finite number that a measure may have. */
export const Value = (): PropertyDecorator =>
  all(
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(-measureValueMax),
    Max(measureValueMax),
  );

export const Weight = (): PropertyDecorator =>
  all(IsNumber({ allowNaN: false, allowInfinity: false }), Max(1e6));

/** Everybody reads what is public; the policy table says who reads what is private. */
export const Visible = (): PropertyDecorator => IsIn(['public', 'private']);

export const CadenceDays = (): PropertyDecorator => all(IsInt(), Min(1), Max(366));

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
