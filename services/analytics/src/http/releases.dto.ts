import { Day, EffectiveAt, Metric, Nested, Optional, PageDto } from '@plumbline/web/shapes';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsUUID, Matches } from 'class-validator';
import { Max, Min } from 'class-validator';
import { formulas, type Formula } from '../measure.ts';
import { dimensionsMax, minNFloor, minNMax } from '../metric-definition/metric-definition.rules.ts';
import { releaseDimensionsMax } from '../metric-release/metric-release.rules.ts';

/** What a request about metrics and releases may hold; anything else is refused by name. */
const Dimensions =
  (max: number): PropertyDecorator =>
  (target, key) => {
    const each = { each: true, message: '$property must be names of dimensions, as in location' };
    for (const decorate of [
      ...[IsArray(), ArrayMaxSize(max), ArrayUnique()],
      Matches(/^[a-z0-9][a-z0-9._:-]{0,63}$/, each),
    ]) {
      decorate(target, key);
    }
  };

const MinN = (): PropertyDecorator => (target, key) => {
  for (const decorate of [IsInt(), Min(minNFloor), Max(minNMax)]) decorate(target, key);
};

/** As of an instant, a day (its end), or a position: what was recorded by then is counted. */
const AsOf = (): PropertyDecorator => (target, key) => {
  for (const decorate of [Optional(), Matches(/^\S{1,64}$/)]) decorate(target, key);
};

export class PointsDto {
  @IsInt() min!: number;
  @IsInt() max!: number;
}

export class DefineMetricDto {
  @Metric() name!: string;
  @IsIn(formulas) formula!: Formula;
  /** Any question, when it is left out: a release names it. */
  @Optional() @Metric() question?: string;
  @Optional() @MinN() minN?: number;
  /** All, when it is left out. */
  @Optional() @Dimensions(dimensionsMax) dimensions?: string[];
  @EffectiveAt() effectiveAt?: string;
}

/** What is left out stays as it is. */
export class ReviseMetricDto {
  @Optional() @IsIn(formulas) formula?: Formula;
  @Optional() @Metric() question?: string;
  @Optional() @MinN() minN?: number;
  @Optional() @Dimensions(dimensionsMax) dimensions?: string[];
  @EffectiveAt() effectiveAt?: string;
}

export class PublishReleaseDto {
  /** As in `nps`, the newest version of it, or `nps@1`. */
  @Matches(/^[a-z0-9][a-z0-9._:-]{0,63}(@[1-9]\d{0,3})?$/, {
    message: '$property must be a metric, as in nps or nps@1',
  })
  metric!: string;
  /** Where the metric is of any. */
  @Optional() @Metric() question?: string;
  /** Of a question of one's own, where the formula is for any scale. */
  @Optional() @Nested(() => PointsDto) scale?: PointsDto;
  /** First and last day of the interactions. */
  @Day() from!: string;
  @Day() until!: string;
  @Optional() @Dimensions(releaseDimensionsMax) dimensions?: string[];
  /** All that is recorded, when it is left out. */
  @AsOf() asOf?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class PublishRatingsDto {
  /** As in `distribution` or `mean-score`, the newest version of it, or `mean-score@1`. */
  @Matches(/^[a-z0-9][a-z0-9._:-]{0,63}(@[1-9]\d{0,3})?$/, {
    message: '$property must be a metric, as in distribution or mean-score@1',
  })
  metric!: string;
  @IsUUID() cycle!: string;
  /** As it was finalised, when it is left out. */
  @Optional() @IsIn(['before', 'after']) calibration?: 'before' | 'after';
  @Optional() @Dimensions(releaseDimensionsMax) dimensions?: string[];
  /** All that is recorded, when it is left out. */
  @AsOf() asOf?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RestateReleaseDto {
  /** All that is recorded, when it is left out. */
  @AsOf() asOf?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class MetricNameDto {
  @Metric() name!: string;
}

export class ReleaseIdDto {
  @IsUUID() releaseId!: string;
}

export class FigureIdDto extends ReleaseIdDto {
  @Matches(/^(0|[1-9]\d{0,3})$/, { message: '$property must be a number of a figure' })
  figure!: string;
}

export class ReleasesQueryDto extends PageDto {
  @Optional() @Metric() metric?: string;
  @Optional() @Metric() question?: string;
  /** Of releases that have some day from then on, or until then. */
  @Optional() @Day() from?: string;
  @Optional() @Day() until?: string;
}
