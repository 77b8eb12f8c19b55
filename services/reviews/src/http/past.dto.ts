import { Day, EffectiveAt, Nested, Optional, PageDto, PersonId } from '@plumbline/web/shapes';
import { Reason, Word } from '@plumbline/web/shapes';
import { IsInt, IsNumber, IsString, IsUUID, MaxLength, MinLength } from 'class-validator';
import { ValidateIf } from 'class-validator';
import { cycleNameLengthMax } from '../past-review/past-review.rules.ts';

/** What a request about past reviews may hold; anything else is refused by name. */
const Points = (): PropertyDecorator => IsNumber({ allowNaN: false, allowInfinity: false });

const Cycle = (): PropertyDecorator => Word(cycleNameLengthMax);

/** As the other system writes them, as in 3 or 3.62; with six digits after the point at most. */
export class PastScaleDto {
  @Points() min!: number;
  @Points() max!: number;
}

export class ImportPastReviewDto {
  @IsString() @MinLength(1) @MaxLength(512) key!: string;
  /** The cycle, by the name that it had. */
  @Cycle() cycle!: string;
  @Day() from!: string;
  @Day() to!: string;
  @PersonId() person!: string;
  @Nested(() => PastScaleDto) scale!: PastScaleDto;
  /** None was given, when it is left out. */
  @Optional() @Points() rating?: number;
}

export class CorrectPastReviewDto {
  /** In millionths; null: there is none. */
  @ValidateIf((_, value) => value !== null) @IsInt() rating!: number | null;
  @Reason() reason!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class PastReviewIdDto {
  @IsUUID() pastReviewId!: string;
}

export class PastCycleDto {
  @Cycle() cycle!: string;
}

export class PastReviewsQueryDto extends PageDto {
  @Optional() @PersonId() person?: string;
  @Optional() @Cycle() cycle?: string;
}
