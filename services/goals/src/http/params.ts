import { IsIn, IsUUID, Matches } from 'class-validator';
import { Code, Optional, ownerPattern } from './shapes.ts';

/** What paths and query strings may hold. Times are read by `timesOf`, pages by `pageOf`. */
export class GoalIdDto {
  @IsUUID() goalId!: string;
}

export class CheckInIdDto extends GoalIdDto {
  @IsUUID() checkInId!: string;
}

export class KpiIdDto {
  @IsUUID() kpiId!: string;
}

export class TimesDto {
  /** An instant, a day (its end), or a position: what was recorded by then. */
  @Optional() @Matches(/^\S{1,64}$/) asOf?: string;
  /** An instant or a day (its end): what held by then. */
  @Optional() @Matches(/^\S{1,40}$/) effectiveAt?: string;
}

export class PageDto extends TimesDto {
  @Optional()
  @Matches(/^([1-9]\d{0,2}|1000)$/, { message: '$property must be a number from 1 to 1000' })
  limit?: string;
  /** The `next` of the page before. */
  @Optional() @Matches(/^[^\p{C}]{1,255}$/u) after?: string;
}

export class GoalsQueryDto extends PageDto {
  /** `me`, or an owner as in `unit:sales`. */
  @Optional() @Matches(new RegExp(`^me$|${ownerPattern.source}`, 'u')) owner?: string;
  @Optional() @Code() period?: string;
  @Optional() @IsIn(['draft', 'active', 'closed', 'withdrawn']) stage?: string;
}

export class KpisQueryDto extends PageDto {
  @Optional() @IsUUID() goal?: string;
  @Optional() @Matches(new RegExp(`^me$|${ownerPattern.source}`, 'u')) owner?: string;
}

export class ImportQueryDto {
  @Optional() @IsIn(['true', 'false']) dryRun?: string;
}
