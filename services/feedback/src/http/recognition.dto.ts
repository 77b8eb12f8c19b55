import { all, Code, Day, EffectiveAt, Optional, PageDto, PersonId } from '@plumbline/web/shapes';
import { personPattern, Reason, TimesDto, UnitCode, Words } from '@plumbline/web/shapes';
import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID } from 'class-validator';
import { Matches, Max, Min, ValidateNested } from 'class-validator';
import { noteLengthMax, receiversMax } from '../recognition/points.rules.ts';
import {
  monthlyAllowanceMax,
  nameLengthMax,
  rewardCostMax,
} from '../recognition/programme.rules.ts';
import { rewardsMax, valuesMax } from '../recognition/programme.rules.ts';

/** What a request about recognition may hold; a field that is not here is refused by name. */
const Points = (): PropertyDecorator => all(IsInt(), Min(0), Max(monthlyAllowanceMax));

export class ValueDto {
  @Code() id!: string;
  /** May be left out of what has a name already. */
  @Optional() @Words(nameLengthMax) name?: string;
}

export class RewardDto {
  @Code() id!: string;
  @Optional() @Words(nameLengthMax) name?: string;
  @IsInt() @Min(1) @Max(rewardCostMax) cost!: number;
}

const Values = (): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMinSize(1),
    ArrayMaxSize(valuesMax),
    ValidateNested({ each: true }),
    Type(() => ValueDto),
  );

const Rewards = (): PropertyDecorator =>
  all(
    IsArray(),
    ArrayMaxSize(rewardsMax),
    ValidateNested({ each: true }),
    Type(() => RewardDto),
  );

export class DefineProgrammeDto {
  @Values() values!: ValueDto[];
  /** Points that each person may give in a month (UTC). */
  @Points() monthlyAllowance!: number;
  @Points() pointsPerRecognitionMax!: number;
  @Optional() @Rewards() rewards?: RewardDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class ReviseProgrammeDto {
  @Reason() reason!: string;
  /** All that hold from now on: one that is left out is withdrawn. */
  @Optional() @Values() values?: ValueDto[];
  @Optional() @Points() monthlyAllowance?: number;
  @Optional() @Points() pointsPerRecognitionMax?: number;
  @Optional() @Rewards() rewards?: RewardDto[];
  @EffectiveAt() effectiveAt?: string;
}

export class RecogniseDto {
  /** People by their subjects. */
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(receiversMax)
  @Matches(personPattern, { each: true, message: '$property must be one word each' })
  receivers!: string[];
  /** The value of the programme that it is for. */
  @Code() value!: string;
  /** For each receiver; none when it is left out. */
  @Optional() @Points() points?: number;
  @Words(noteLengthMax) note!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RedeemRewardDto {
  @Code() reward!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class DecideRewardDto {
  @IsIn(['fulfil', 'decline']) outcome!: 'fulfil' | 'decline';
  /** Of a decline, which needs one. */
  @Optional() @Reason() reason?: string;
  @EffectiveAt() effectiveAt?: string;
}

/** What paths and query strings may hold. */
export class RecognitionIdDto {
  @IsUUID() recognitionId!: string;
}

export class RedemptionIdDto {
  @IsUUID() redemptionId!: string;
}

export class RecognitionsQueryDto extends PageDto {
  /** `me`, or a person by their subject. */
  @Optional() @PersonId() to?: string;
  @Optional() @PersonId() by?: string;
  @Optional() @Code() value?: string;
}

export class RecognitionFiguresQueryDto extends TimesDto {
  /** With the units below it; everybody when it is left out. */
  @Optional() @UnitCode() unit?: string;
  /** The first day; 90 days in all when it is left out. */
  @Optional() @Day() from?: string;
  /** The last day, on which the people are those of the unit; today when it is left out. */
  @Optional() @Day() until?: string;
}

export class RedemptionsQueryDto extends PageDto {
  /** `true`: those of others that wait for a decision of the caller, instead of own ones. */
  @Optional() @IsIn(['true', 'false']) open?: string;
}
