import type { Limits, RunRule } from '@plumbline/statistics';
import { EffectiveAt, Metric, Nested, Optional, PageDto, PersonId } from '@plumbline/web/shapes';
import { PersonOrMe, UnitCode, Word, Words } from '@plumbline/web/shapes';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsUUID } from 'class-validator';
import { Matches, Max, Min } from 'class-validator';
import {
  codeLengthMax,
  latenessDaysMax,
  nameLengthMax,
} from '../control-chart/control-chart.rules.ts';
import {
  noteLengthMax,
  reasonLengthMax,
  refLengthMax,
} from '../control-chart/control-chart.rules.ts';
import { runRules } from '../control-chart/control-chart.rules.ts';
import type { Charted } from '../control-chart/charted.ts';
import { periodKinds, type PeriodKind } from '../control-chart/period.ts';

/** What a request about control charts may hold; anything else is refused by name. */
const charts: readonly Limits['chart'][] = ['xmr', 'p', 'p-prime'];
const figures: readonly Charted['figure'][] = ['score', 'bottom-share', 'sla-attainment'];
const scalePointMax = 1_000_000;

const Period = (): PropertyDecorator =>
  Matches(/^\d{4}-(W\d{2}|\d{2})$/, {
    message: '$property must be a week, as in 2026-W14, or a month, as in 2026-04',
  });

export class ChartScaleDto {
  @IsInt() @Min(-scalePointMax) @Max(scalePointMax) min!: number;
  @IsInt() @Min(-scalePointMax) @Max(scalePointMax) max!: number;
}

export class PlaceDto {
  @IsIn(['unit', 'location', 'touchpoint']) by!: 'unit' | 'location' | 'touchpoint';
  /** The code of the unit or of the touchpoint, or the id of the location. */
  @UnitCode() is!: string;
}

export class BaselineDto {
  @Period() from!: string;
  @Period() until!: string;
}

export class DrawChartDto {
  @Words(nameLengthMax) name!: string;
  /** What is charted: of a question, or how often a promise was kept. */
  @IsIn(figures) figure!: Charted['figure'];
  /** The question; there where it is of one. */
  @Optional() @Metric() metric?: string;
  /** Of a question of one's own; those of nps, csat and ces are known. */
  @Optional() @Nested(() => ChartScaleDto) scale?: ChartScaleDto;
  /** The promise. */
  @Optional() @IsIn(['firstResponse', 'resolution']) clock?: 'firstResponse' | 'resolution';
  /** By its id; all of them where it is left out. */
  @Optional() @IsUUID() serviceLevel?: string;
  /** Everywhere where it is left out. */
  @Optional() @Nested(() => PlaceDto) place?: PlaceDto;
  @IsIn(periodKinds) period!: PeriodKind;
  @IsIn(charts) chart!: Limits['chart'];
  @Nested(() => BaselineDto) baseline!: BaselineDto;
  /** `beyond-limit` and `run-of-8` where they are left out. */
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(runRules.length)
  @IsIn(runRules, { each: true })
  rules?: RunRule[];
  /** Days after the end of a period for which answers are waited; 3 where it is left out. */
  @Optional() @IsInt() @Min(0) @Max(latenessDaysMax) latenessDays?: number;
  /** Who is to look into signals; who draws the chart where it is left out. */
  @Optional() @PersonId() owner?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class RebaselineChartDto {
  @Words(reasonLengthMax) reason!: string;
  @Optional() @Words(nameLengthMax) name?: string;
  @Optional() @IsIn(charts) chart?: Limits['chart'];
  @Nested(() => BaselineDto) baseline!: BaselineDto;
  @Optional()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(runRules.length)
  @IsIn(runRules, { each: true })
  rules?: RunRule[];
  @Optional() @PersonId() owner?: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ExplainSignalDto {
  /** By its id. */
  @IsUUID() signal!: string;
  /** A code of what was found, as `staff-shortage`, or `no-cause-found`. */
  @Matches(/^[A-Za-z0-9._-]{1,64}$/, {
    message: '$property must be 1 to 64 of A-Z a-z 0-9 . _ -',
  })
  cause!: string;
  @Words(noteLengthMax) note!: string;
  @EffectiveAt() effectiveAt?: string;
}

export class ChartIdDto {
  @IsUUID() chartId!: string;
}

export class ChartsQueryDto extends PageDto {
  @Optional() @PersonOrMe() owner?: string;
  @Optional() @UnitCode() unit?: string;
  @Optional() @Word(refLengthMax) location?: string;
  @Optional() @Word(codeLengthMax) touchpoint?: string;
}

export class SignalsQueryDto extends PageDto {
  /** By its id. */
  @Optional() @IsUUID() chart?: string;
  @Optional() @PersonOrMe() owner?: string;
  @Optional() @IsIn(['open', 'explained']) stage?: 'open' | 'explained';
  /** Open, and past the day by which it was to be explained. */
  @Optional() @IsIn(['true', 'false']) overdue?: 'true' | 'false';
}
