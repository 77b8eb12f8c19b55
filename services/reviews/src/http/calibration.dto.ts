import { all, Optional, PageDto, personPattern, PersonId } from '@plumbline/web/shapes';
import { Narrative, OneLineTitle, Reason, TimesDto } from '@plumbline/web/shapes';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn } from 'class-validator';
import { IsInt, IsUUID, Matches, ValidateIf } from 'class-validator';
import { sessionMembersMax } from '../calibration-session/calibration-session.rules.ts';
import { sessionReviewsMax } from '../calibration-session/calibration-session.rules.ts';
import { reasonCodes, type ReasonCode } from '../calibration-session/calibration-session.ts';

/** What requests to the routes of calibration may hold. */
const Members = (min: number): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(sessionMembersMax),
    Matches(personPattern, {
      each: true,
      message: 'each value in $property must be one word of 1 to 255 characters',
    }),
  );

const Reviews = (min: number): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMinSize(min),
    ArrayMaxSize(sessionReviewsMax),
    IsUUID(undefined, { each: true }),
  );

export class ConveneSessionDto {
  @IsUUID() cycleId!: string;
  @OneLineTitle() title!: string;
  /** Who leads it; the caller when it is left out. */
  @Optional() @PersonId() moderator?: string;
  @Members(0) members!: string[];
  @Reviews(0) reviews!: string[];
}

export class AddMembersDto {
  @Members(1) members!: string[];
}

export class ExcuseMemberDto {
  @PersonId() member!: string;
  @Reason() reason!: string;
}

export class ReplaceModeratorDto {
  @PersonId() to!: string;
  @Reason() reason!: string;
}

export class AddReviewsDto {
  @Reviews(1) reviews!: string[];
}

export class ProposeAdjustmentDto {
  @IsUUID() reviewId!: string;
  /** In millionths of the scale: 4.5 is 4500000. */
  @IsInt() to!: number;
  @IsIn(reasonCodes) reasonCode!: ReasonCode;
  @Narrative() note!: string;
}

export class DecideAdjustmentDto {
  @IsBoolean() accepted!: boolean;
  /** Why; needed where it is turned down. */
  @Optional() @Narrative() note?: string;
}

export class LockSessionDto {
  /** What the session came to; of nobody in particular. */
  @Optional() @Narrative() note?: string;
}

export class SessionIdDto {
  @IsUUID() sessionId!: string;
}

export class AdjustmentIdDto extends SessionIdDto {
  @IsUUID() adjustmentId!: string;
}

export class SessionsQueryDto extends PageDto {
  @Optional() @IsUUID() cycle?: string;
  @Optional() @IsIn(['running', 'locked']) stage?: string;
}

/** Without `instead` it is what the session has changed. */
export class SessionFiguresQueryDto extends TimesDto {
  @Optional() @IsIn(['without-session', 'without-moderator', 'rule-pack']) instead?: string;
  /** Of `without-moderator`: who has accepted; whoever leads the session when it is left out. */
  @Optional() @PersonId() moderator?: string;
  /** Of `rule-pack`. */
  @ValidateIf(({ instead }: SessionFiguresQueryDto) => instead === 'rule-pack')
  @Matches(/^[a-z0-9][a-z0-9-]{0,63}$/)
  pack?: string;
  @ValidateIf(({ instead }: SessionFiguresQueryDto) => instead === 'rule-pack')
  @Matches(/^[1-9]\d{0,5}$/)
  version?: string;
}
