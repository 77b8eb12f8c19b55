import { Day, Optional, PageDto, personPattern } from '@plumbline/web/shapes';
import { PersonId, UnitCode } from '@plumbline/web/shapes';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsUUID, Matches } from 'class-validator';
import { roles, type Role } from '@plumbline/organization';
import { PostId } from './shapes.ts';

/** What paths and query strings may hold. */
export class PersonDto {
  @PersonId() person!: string;
}

export class PersonLeaveDto extends PersonDto {
  @IsUUID() leave!: string;
}

export class PersonDelegationDto extends PersonDto {
  @IsUUID() delegation!: string;
}

export class PersonGrantDto extends PersonDto {
  @IsUUID() grant!: string;
}

export class UnitDto {
  @UnitCode() unit!: string;
}

export class PostDto {
  @PostId() post!: string;
}

export class ReorganisationDto {
  @IsUUID() reorganisation!: string;
}

/** People whose cards are asked for by name in one question, at most. */
export const namedPeopleMax = 100;

export class PeopleQueryDto extends PageDto {
  /** Only these, by a parameter each: `?person=ada&person=bo`. Who is not known is left out. */
  @Optional()
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(namedPeopleMax)
  @Matches(personPattern, { each: true, message: '$property must be words of 1 to 255 characters' })
  person?: readonly string[];
  @Optional() @UnitCode() unit?: string;
  @Optional() @PostId() post?: string;
  /** Also those of the units below. */
  @Optional() @IsIn(['true', 'false']) below?: string;
}

export class TeamQueryDto extends PageDto {
  /** Everybody below, not only those who answer directly. */
  @Optional() @IsIn(['true', 'false']) all?: string;
}

export class PostsQueryDto extends PageDto {
  @Optional() @UnitCode() unit?: string;
  @Optional() @PostId() manager?: string;
}

export class AccessQueryDto {
  @PersonId() reader!: string;
  /** An owner, as in `person:ada` or `unit:sales`. */
  @Matches(/^(person|unit):\S.{0,254}$/u) subject!: string;
  @Matches(/^[a-z-]+\/[a-z-]+$/) action!: string;
  /** A role that the reader's token would carry. */
  @Optional() @IsIn(roles) role?: Role;
  @Optional() @IsIn(['public', 'private']) kind?: 'public' | 'private';
  @Optional()
  @IsIn(['draft', 'active', 'closed', 'withdrawn'])
  stage?: 'draft' | 'active' | 'closed' | 'withdrawn';
  @Optional() @Day() on?: string;
  @Optional() @Matches(/^\S{1,64}$/) asOf?: string;
}

export class ReadersQueryDto {
  /** `2026-07`: only what was seen in this month. */
  @Optional() @Matches(/^\d{4}-(0[1-9]|1[0-2])$/) month?: string;
  @Optional()
  @Matches(/^([1-9]\d{0,2}|1000)$/, { message: '$property must be a number from 1 to 1000' })
  limit?: string;
  @Optional() @Matches(/^[^\p{C}]{1,512}$/u) after?: string;
}
