import { all, Day, Optional, Reason, Title, UnitCode } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsNumber, IsObject } from 'class-validator';
import { Matches, Max, Min, ValidateBy, ValidateIf, ValidateNested } from 'class-validator';
import type { StructureChange } from '../structure/structure.commands.ts';
import { changesMax } from '../structure/structure.decide.ts';

export const fteMax = 10_000;

/** A post is named by one word of 1 to 64 visible characters. */
export const postPattern = /^[^\p{C}\s]{1,64}$/u;

export const PostId = (): PropertyDecorator =>
  Matches(postPattern, { message: '$property must be one word of 1 to 64 characters' });

/** `null` is a value here, and says that there is none; leaving the field out is another thing. */
export const OrNull = (): PropertyDecorator => ValidateIf((_, value) => value !== null);

/** The solid line, or a dotted one with a code, as in `dotted:finance`. */
export const Line = (): PropertyDecorator =>
  Matches(/^(solid|dotted:[A-Za-z0-9._-]{1,32})$/, {
    message: '$property must be solid, or dotted: and a code, as in dotted:finance',
  });

export const Fte = (): PropertyDecorator =>
  all(
    IsNumber({ allowNaN: false, allowInfinity: false }),
    Min(0),
    Max(fteMax),
    // By value: `maxDecimalPlaces` counts in the text of a number, and fails on 1e-7.
    ValidateBy({
      name: 'hasFourDecimals',
      validator: {
        validate: (value) => typeof value !== 'number' || Math.round(value * 1e4) / 1e4 === value,
        defaultMessage: () => '$property must have at most four decimal places',
      },
    }),
  );

/** A grade is a code of the organisation's own, as in `SCS1` or `Range E`. */
export const Grade = (): PropertyDecorator =>
  Matches(/^[^\p{C}\s](?:[^\p{C}]{0,62}[^\p{C}\s])?$/u, {
    message: '$property must be 1 to 64 printable characters',
  });

export const changeTypes = [
  'EstablishUnit',
  'MoveUnit',
  'HeadUnit',
  'RenameUnit',
  'CloseUnit',
  'EstablishPost',
  'MovePost',
  'RetitlePost',
  'ClosePost',
  'DrawReportingLine',
  'ChangeReportingLine',
  'CorrectStructure',
] as const;

/** The base of the changes; on its own it only says which there are. */
export class ChangeDto {
  @IsIn(changeTypes) type!: (typeof changeTypes)[number];
}

export class EstablishUnitDto extends ChangeDto {
  @UnitCode() unit!: string;
  @OrNull() @UnitCode() parent!: string | null;
  @Day() from!: string;
  @Title() name!: string;
}

export class MoveUnitDto extends ChangeDto {
  @UnitCode() unit!: string;
  @OrNull() @UnitCode() parent!: string | null;
  @Day() from!: string;
}

export class HeadUnitDto extends ChangeDto {
  @UnitCode() unit!: string;
  @OrNull() @PostId() post!: string | null;
  @Day() from!: string;
}

export class RenameUnitDto extends ChangeDto {
  @UnitCode() unit!: string;
  @Title() name!: string;
}

export class CloseUnitDto extends ChangeDto {
  @UnitCode() unit!: string;
  @Day() from!: string;
}

export class EstablishPostDto extends ChangeDto {
  @PostId() post!: string;
  @UnitCode() unit!: string;
  @OrNull() @PostId() manager!: string | null;
  @Fte() fte!: number;
  @OrNull() @Grade() grade!: string | null;
  @Day() from!: string;
  @Title() title!: string;
}

export class MovePostDto extends ChangeDto {
  @PostId() post!: string;
  @UnitCode() unit!: string;
  @Day() from!: string;
}

export class RetitlePostDto extends ChangeDto {
  @PostId() post!: string;
  @Title() title!: string;
}

export class ClosePostDto extends ChangeDto {
  @PostId() post!: string;
  @Day() from!: string;
}

export class DrawReportingLineDto extends ChangeDto {
  @PostId() post!: string;
  @Line() line!: string;
  @PostId() manager!: string;
  @Day() from!: string;
}

export class ChangeReportingLineDto extends ChangeDto {
  @PostId() post!: string;
  @Line() line!: string;
  @OrNull() @PostId() manager!: string | null;
  @Day() from!: string;
  @Optional() @Reason() reason?: string;
}

export class CorrectedSubjectDto {
  @IsIn(['unit', 'post']) kind!: 'unit' | 'post';
  @UnitCode() id!: string;
}

export const entryPattern = /^[^\p{C}]{1,255}$/u;

/** A code, true, false or null: that it is of the kind of its field is decided with the record. */
export const EntryValue = (): PropertyDecorator =>
  ValidateBy({
    name: 'isEntryValue',
    validator: {
      validate: (value) =>
        value === null ||
        typeof value === 'boolean' ||
        (typeof value === 'string' && entryPattern.test(value)),
      defaultMessage: () => '$property must be a code of 1 to 255 characters, true, false or null',
    },
  });

/** What an entry reads from now on: since when, and what. */
export class CorrectedEntryDto {
  @Day() from!: string;
  /** A code, or null, or for `closed` and `presence` true or false. */
  @EntryValue() value!: string | boolean | null;
}

export class CorrectStructureDto extends ChangeDto {
  @ValidateNested() @Type(() => CorrectedSubjectDto) of!: CorrectedSubjectDto;
  @Matches(/^(parent|head|unit|closed|line:(solid|dotted:[A-Za-z0-9._-]{1,32}))$/) field!: string;
  @Day() from!: string;
  @OrNull()
  @IsObject()
  @ValidateNested()
  @Type(() => CorrectedEntryDto)
  to!: CorrectedEntryDto | null;
  @Reason() reason!: string;
}

/** The shape of each change, by its type. */
export const changeShapes = [
  { value: EstablishUnitDto, name: 'EstablishUnit' },
  { value: MoveUnitDto, name: 'MoveUnit' },
  { value: HeadUnitDto, name: 'HeadUnit' },
  { value: RenameUnitDto, name: 'RenameUnit' },
  { value: CloseUnitDto, name: 'CloseUnit' },
  { value: EstablishPostDto, name: 'EstablishPost' },
  { value: MovePostDto, name: 'MovePost' },
  { value: RetitlePostDto, name: 'RetitlePost' },
  { value: ClosePostDto, name: 'ClosePost' },
  { value: DrawReportingLineDto, name: 'DrawReportingLine' },
  { value: ChangeReportingLineDto, name: 'ChangeReportingLine' },
  { value: CorrectStructureDto, name: 'CorrectStructure' },
];

export type AnyChangeDto =
  | EstablishUnitDto
  | MoveUnitDto
  | HeadUnitDto
  | RenameUnitDto
  | CloseUnitDto
  | EstablishPostDto
  | MovePostDto
  | RetitlePostDto
  | ClosePostDto
  | DrawReportingLineDto
  | ChangeReportingLineDto
  | CorrectStructureDto;

/** One change or more, each checked by its type: a field of another type is an unknown field. */
export const Changes = (): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(changesMax),
    ValidateNested({ each: true }),
    Type(() => ChangeDto, {
      discriminator: { property: 'type', subTypes: changeShapes },
      keepDiscriminatorProperty: true,
    }),
  );

/** A change as the decider takes it: plain data, with its members in no class. */
export function changeOf(shape: AnyChangeDto): StructureChange {
  return JSON.parse(JSON.stringify(shape)) as StructureChange;
}
