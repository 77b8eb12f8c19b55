import { all, Code, Day, EffectiveAt, Nested, Optional } from '@plumbline/web/shapes';
import { PageDto, TimesDto, UnitCode, Words, Zone } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID } from 'class-validator';
import { Max, Min, ValidateNested } from 'class-validator';
import { customerLengthMax, reasonLengthMax, summaryLengthMax } from '../case/case.rules.ts';
import { holidaysMax, hoursMax, minutesPerWeek } from '../service-level/service-level.rules.ts';
import { nameLengthMax, targetWeeksMax } from '../service-level/service-level.rules.ts';

/** What a request about service levels and cases may hold; anything else is refused by name. */
const Minutes = (): PropertyDecorator => all(IsInt(), Min(1), Max(targetWeeksMax * minutesPerWeek));

const MinuteOfWeek = (): PropertyDecorator => all(IsInt(), Min(0), Max(minutesPerWeek));

export class TargetsDto {
  /** Minutes of opening hours; none is promised when it is left out. */
  @Optional() @Minutes() firstResponse?: number;
  @Optional() @Minutes() resolution?: number;
}

export class HoursDto {
  /** Minutes since the Monday of the zone began. */
  @MinuteOfWeek() from!: number;
  @MinuteOfWeek() until!: number;
}

export class OpeningDto {
  @Zone() zone!: string;
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(hoursMax)
  @ValidateNested({ each: true })
  @Type(() => HoursDto)
  week!: HoursDto[];
  @Optional() @IsArray() @ArrayMaxSize(holidaysMax) @Day({ each: true }) holidays?: string[];
}

export class DefineServiceLevelDto {
  @Words(nameLengthMax) name!: string;
  @Nested(() => TargetsDto) targets!: TargetsDto;
  @Nested(() => OpeningDto) opening!: OpeningDto;
  @EffectiveAt() effectiveAt?: string;
}

export class ReviseServiceLevelDto {
  @Words(reasonLengthMax) reason!: string;
  @Optional() @Words(nameLengthMax) name?: string;
  /** All of them, as they are from now on. */
  @Optional() @Nested(() => TargetsDto) targets?: TargetsDto;
  @Optional() @Nested(() => OpeningDto) opening?: OpeningDto;
  @EffectiveAt() effectiveAt?: string;
}

export class OpenCaseDto {
  /** The service level, by its id. */
  @IsUUID() slaRef!: string;
  /** The unit whose people work it. */
  @UnitCode() unit!: string;
  @Words(customerLengthMax) customer!: string;
  @Optional() @Words(summaryLengthMax) summary?: string;
  @Optional() @Code() touchpoint?: string;
  /** The response of a customer that it goes after, by its id. */
  @Optional() @IsUUID() response?: string;
  @EffectiveAt() effectiveAt?: string;
}

/** Nothing but the time. */
export class CaseChangeDto {
  @EffectiveAt() effectiveAt?: string;
}

export class PauseCaseDto {
  /** A code of what is waited for, as `customer` or `supplier`. */
  @Code() cause!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ReopenCaseDto {
  @Words(reasonLengthMax) reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class CaseIdDto {
  @IsUUID() caseId!: string;
}

export class ServiceLevelIdDto {
  @IsUUID() serviceLevelId!: string;
}

export class CasesQueryDto extends PageDto {
  @Optional() @UnitCode() unit?: string;
  @Optional() @IsUUID() sla?: string;
  /** `open`: all that are not resolved. */
  @Optional() @IsIn(['open', 'running', 'paused', 'resolved']) stage?: string;
  /** Past due and waited for still, at the instant that is asked about. */
  @Optional() @IsIn(['true', 'false']) overdue?: 'true' | 'false';
}

export class SlaAttainmentQueryDto extends TimesDto {
  /** First and last day (of UTC) on which cases were opened. */
  @Day() from!: string;
  @Day() until!: string;
  /** A unit and those below it. */
  @Optional() @UnitCode() unit?: string;
  @Optional() @IsUUID() sla?: string;
}
