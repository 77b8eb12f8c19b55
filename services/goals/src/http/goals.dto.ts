import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsUUID } from 'class-validator';
import { ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { keyResultsMax } from '../goal/goal.rules.ts';
import {
  Description,
  EffectiveAt,
  Id,
  Narrative,
  Nested,
  Optional,
  Owner,
  Reason,
  Reference,
  Share,
  Title,
} from '@plumbline/web/shapes';
import {
  CadenceDays,
  KeyResultDto,
  KeyResults,
  milestonesMax,
  PeriodDto,
  Value,
  Visible,
  Weight,
} from './shapes.ts';

/** What a goal request may hold; a field that is not here is refused by name. */
export class DraftGoalDto {
  @Optional() @Owner() owner?: string;
  @Title() title!: string;
  @Optional() @Description() description?: string;
  @Nested(() => PeriodDto) period!: PeriodDto;
  @Optional() @IsIn(['key-results', 'indicators']) measuredBy?: 'key-results' | 'indicators';
  @Optional() @CadenceDays() cadenceDays?: number;
  @Optional() @Visible() visibility?: 'public' | 'private';
  @Optional() @Weight() weight?: number;
  @KeyResults() keyResults?: KeyResultDto[];
  @Optional() @Reference() reference?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RedraftGoalDto {
  @Optional() @Title() title?: string;
  @Optional() @Description() description?: string;
  @Optional() @Nested(() => PeriodDto) period?: PeriodDto;
  @Optional() @CadenceDays() cadenceDays?: number;
  @Optional() @Visible() visibility?: 'public' | 'private';
  @Optional() @Weight() weight?: number;
  @KeyResults() keyResults?: KeyResultDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class ActivateGoalDto {
  @IsIn(['committed', 'aspirational']) kind!: 'committed' | 'aspirational';
  @EffectiveAt() effectiveAt?: string;
}

export class TargetChangeDto {
  @Id() keyResultId!: string;
  @Optional() @Value() target?: number;
  @Optional() @Value() low?: number;
  @Optional() @Value() high?: number;
}

export class WeightChangeDto {
  @Id() keyResultId!: string;
  @Weight() weight!: number;
}

export class AmendGoalDto {
  @Reason() reason!: string;
  @Optional() @Title() title?: string;
  @Optional() @Description() description?: string;
  @Optional() @Nested(() => PeriodDto) period?: PeriodDto;
  @Optional() @CadenceDays() cadenceDays?: number;
  @Optional() @Visible() visibility?: 'public' | 'private';
  /** The signal of a strategy that this answers. */
  @Optional() @IsUUID() signal?: string;
  @Optional()
  @IsArray()
  @ArrayMaxSize(keyResultsMax)
  @ValidateNested({ each: true })
  @Type(() => TargetChangeDto)
  targets?: TargetChangeDto[];
  @Optional()
  @IsArray()
  @ArrayMaxSize(keyResultsMax)
  @ValidateNested({ each: true })
  @Type(() => WeightChangeDto)
  weights?: WeightChangeDto[];
  @KeyResults() add?: KeyResultDto[];
  @Optional() @IsArray() @ArrayMaxSize(keyResultsMax) @Id(true) drop?: string[];
  @EffectiveAt() effectiveAt?: string;
}

export class CheckInDto {
  @Id() keyResultId!: string;
  @Optional() @Value() value?: number;
  @Optional() @IsArray() @ArrayMaxSize(milestonesMax) @Id(true) milestonesDone?: string[];
  @Optional() @Share() confidence?: number;
  @Optional() @Narrative() narrative?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class CorrectCheckInDto {
  @Reason() reason!: string;
  @Optional() @Value() value?: number;
  @Optional() @IsArray() @ArrayMaxSize(milestonesMax) @Id(true) milestonesDone?: string[];
  @Optional() @Share() confidence?: number;
  /** True: the check-in counts no more. */
  @Optional() @IsBoolean() withdraw?: boolean;
  @EffectiveAt() effectiveAt?: string;
}

export class TransferGoalDto {
  @Owner() to!: string;
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class CloseGoalDto {
  @Share() score!: number;
  @Narrative() lesson!: string;
  @Optional() @Narrative() postMortem?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class WithdrawGoalDto {
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ActivationDto {
  @IsIn(['committed', 'aspirational']) kind!: 'committed' | 'aspirational';
}

export class ImportedGoalDto {
  @Reference() reference!: string;
  @Owner() owner!: string;
  @Title() title!: string;
  @Optional() @Description() description?: string;
  @Nested(() => PeriodDto) period!: PeriodDto;
  @Optional() @IsIn(['key-results', 'indicators']) measuredBy?: 'key-results' | 'indicators';
  @Optional() @CadenceDays() cadenceDays?: number;
  @Optional() @Visible() visibility?: 'public' | 'private';
  @Optional() @Weight() weight?: number;
  @KeyResults() keyResults?: KeyResultDto[];
}

/** One line of `POST /goals/import`. */
export class ImportGoalDto {
  @Reference() key!: string;
  @Nested(() => ImportedGoalDto) goal!: ImportedGoalDto;
  @Optional() @Nested(() => ActivationDto) activate?: ActivationDto;
  @EffectiveAt() effectiveAt?: string;
}
