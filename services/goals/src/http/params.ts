import { IsIn, IsUUID, Matches } from 'class-validator';
import { Code, Id, Optional, ownerPattern, PageDto, TimesDto } from '@plumbline/web/shapes';
import { all, PersonId, UnitCode } from '@plumbline/web/shapes';

/** What paths and query strings may hold. */
export class GoalIdDto {
  @IsUUID() goalId!: string;
}

export class CheckInIdDto extends GoalIdDto {
  @IsUUID() checkInId!: string;
}

export class KpiIdDto {
  @IsUUID() kpiId!: string;
}

export class StrategyIdDto {
  @IsUUID() strategyId!: string;
}

export class AlignmentIdDto {
  @IsUUID() alignmentId!: string;
}

export class IdeaIdDto {
  @IsUUID() ideaId!: string;
}

/** `me`, or an owner as in `unit:sales`. */
const AskedOwner = (): PropertyDecorator =>
  all(Optional(), Matches(new RegExp(`^me$|${ownerPattern.source}`, 'u')));

export class GoalsQueryDto extends PageDto {
  @AskedOwner() owner?: string;
  @Optional() @Code() period?: string;
  @Optional() @IsIn(['draft', 'active', 'closed', 'withdrawn']) stage?: string;
}

export class KpisQueryDto extends PageDto {
  @Optional() @IsUUID() goal?: string;
  @AskedOwner() owner?: string;
}

export class StrategiesQueryDto extends PageDto {
  @AskedOwner() owner?: string;
}

export class IdeasQueryDto extends PageDto {
  @AskedOwner() owner?: string;
  @Optional() @PersonId() credited?: string;
  @Optional() @IsUUID() signal?: string;
  @Optional()
  @IsIn(['submitted', 'running', 'concluded', 'declined', 'adopted', 'withdrawn'])
  state?: string;
}

/** Progress of a unit and those below it, of the goals of a period. */
export class UnitsQueryDto extends TimesDto {
  @Optional() @UnitCode() unit?: string;
  @Optional() @Code() period?: string;
}

/** Which goals a figure counts: of whom, of which unit itself and those below, of which period. */
export class CountedQueryDto extends TimesDto {
  @AskedOwner() owner?: string;
  @Optional() @UnitCode() unit?: string;
  @Optional() @Code() period?: string;
}

export class MapQueryDto extends CountedQueryDto {
  /** Only what leads to this strategy, or to this theme of it. */
  @Optional() @IsUUID() strategy?: string;
  @Optional() @Id() theme?: string;
}

export class ReplanLatencyQueryDto extends TimesDto {
  @Optional() @IsUUID() strategy?: string;
}
