import { all, Code, Day, EffectiveAt, Metric, Nested } from '@plumbline/web/shapes';
import {
  OneLineTitle,
  Optional,
  PageDto,
  PersonId,
  Reason,
  RecordOf,
  unitPattern,
} from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsInt, IsString, IsUUID, Matches } from 'class-validator';
import { MaxLength, Min, ValidateIf, ValidateNested } from 'class-validator';
import { cycleStages, type CycleStage } from '../cycle/cycle.ts';
import { populationUnitsMax } from '../cycle/cycle.rules.ts';
import { evidenceMax } from '../review/review.rules.ts';
import { notRatedReasons, outcomes } from '../review/review.ts';
import type { InvitedRole, NotRatedReason, Outcome, Role } from '../review/review.ts';
import { itemsPerSectionMax } from '../template/template.rules.ts';

/** What requests about cycles and reviews may hold; a field that is not here is refused by name. */
export const roles: readonly Role[] = ['self', 'manager', 'peer', 'upward'];
export const invitedRoles: readonly InvitedRole[] = ['peer', 'upward'];
export const modes = ['named', 'anonymous'] as const;

const unitOwner = new RegExp(`^unit:${unitPattern.source.slice(1, -1)}$`, 'u');

export class ReviewPeriodDto {
  @Day() from!: string;
  @Day() to!: string;
}

export class PinDto {
  @Metric() id!: string;
  @IsInt() @Min(1) version!: number;
}

export class PopulationDto {
  @IsArray()
  @ArrayMaxSize(populationUnitsMax)
  @Matches(unitOwner, { each: true, message: 'each value in $property must be like unit:sales' })
  units!: string[];
}

export class PeersDto {
  @IsIn(modes) mode!: 'named' | 'anonymous';
  @IsInt() min!: number;
}

export class ReviewDueDto {
  @Day() self!: string;
  @Day() peer!: string;
  @Day() manager!: string;
  @Day() acknowledge!: string;
}

export class PlanCycleDto {
  @OneLineTitle() title!: string;
  @Nested(() => ReviewPeriodDto) period!: ReviewPeriodDto;
  @Nested(() => PinDto) template!: PinDto;
  @Nested(() => PinDto) pack!: PinDto;
  /** Everybody, when it is left out. */
  @Optional() @Nested(() => PopulationDto) population?: PopulationDto;
  @Nested(() => PeersDto) peers!: PeersDto;
  @Nested(() => ReviewDueDto) due!: ReviewDueDto;
}

/** A step that says no more than that it is taken. */
export class StepDto {
  @EffectiveAt() effectiveAt?: string;
}

export class LateJoinerDto {
  @PersonId() person!: string;
}

export class ReasonDto {
  @Reason() reason!: string;
}

export class InviteReviewerDto {
  @IsIn(invitedRoles) role!: InvitedRole;
  @PersonId() reviewer!: string;
  /** As the cycle says, when it is left out. */
  @Optional() @Day() due?: string;
}

export class DeclineInvitationDto {
  @IsIn(invitedRoles) role!: InvitedRole;
  @Optional() @Reason() reason?: string;
}

export class ItemRatingDto {
  @IsString() @MaxLength(64) item!: string;
  /** In millionths. */
  @IsInt() rating!: number;
}

export class SubmitSectionDto {
  @IsIn(roles) role!: Role;
  @IsArray()
  @ArrayMaxSize(itemsPerSectionMax)
  @ValidateNested({ each: true })
  @Type(() => ItemRatingDto)
  ratings!: ItemRatingDto[];
  /** What was written, by the item of the template. */
  @RecordOf('String', itemsPerSectionMax) texts!: Record<string, string>;
  /** Streams of the manifest. */
  @all(
    Optional(),
    IsArray(),
    ArrayMaxSize(evidenceMax),
    IsString({ each: true }),
    MaxLength(255, { each: true }),
  )
  evidence?: string[];
}

export class OverrideRatingDto {
  /** The rating that is replaced, as the caller saw it; null where there was none. */
  @ValidateIf((_, value) => value !== null) @IsInt() from!: number | null;
  @IsInt() to!: number;
  @Code() reasonCode!: string;
  @Reason() reason!: string;
}

export class FinaliseReviewDto {
  /** The rating that stands: it is said by who finalises, and never taken over unseen. */
  @IsInt() rating!: number;
}

export class NotRatedDto {
  @IsIn(notRatedReasons) cause!: NotRatedReason;
}

export class AcknowledgeReviewDto {
  @Optional() @Reason() comment?: string;
}

export class ResolveDisputeDto {
  @IsIn(outcomes) outcome!: Outcome;
  @Reason() reason!: string;
}

export class ApproveDto {
  @PersonId() askedBy!: string;
  @Reason() reason!: string;
}

export class CycleIdDto {
  @IsUUID() cycleId!: string;
}

export class ReviewIdDto {
  @IsUUID() reviewId!: string;
}

export class CyclesQueryDto extends PageDto {
  @Optional() @IsIn(cycleStages) stage?: CycleStage;
}

const Me = (): PropertyDecorator => all(Optional(), IsIn(['me']));

/** One of the first three; `cycle` narrows each. Without any, those about the caller. */
export class ReviewsQueryDto extends PageDto {
  @Optional() @PersonId() subject?: string;
  /** Those that one is to write in. */
  @Me() owedBy?: 'me';
  /** Those that one answers for. */
  @Me() ledBy?: 'me';
  @Optional() @IsUUID() cycle?: string;
}
