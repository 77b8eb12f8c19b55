import { displayTier } from '@plumbline/statistics';
import { figureOf, groupsOf, type Charted } from '../control-chart/charted.ts';
import type { Measured, Place, Point } from '../control-chart/control-chart.ts';
import { periodOf, type Period, type PeriodKind } from '../control-chart/period.ts';
import type { CaseOutcome } from './case-outcome.ts';
import { pooled, type SatisfactionInput } from './satisfaction-breakdown.ts';
import type { CountedDay } from './satisfaction-cells.ts';
import { emptyPool } from './satisfaction-figures.ts';

/** What is counted, and in which periods. */
export interface CountedPeriods {
  readonly place: Place | null;
  readonly kind: PeriodKind;
  /** In order. */
  readonly periods: readonly Period[];
  readonly unitsOf: SatisfactionInput['unitsOf'];
  readonly parentOf: SatisfactionInput['parentOf'];
}

type ChartedQuestion = Extract<Charted, { readonly metric: string }>;
type ChartedPromise = Exclude<Charted, ChartedQuestion>;

/**
 * What customers answered in each period, as `/satisfaction` would show it: a place is a row among
 * its like, and is a gap where the row is hidden.
 */
export function answersByPeriod(
  charted: ChartedQuestion,
  days: readonly CountedDay[],
  counted: CountedPeriods,
): readonly Point[] {
  const { place, kind, periods, unitsOf, parentOf } = counted;
  const { metric, scale } = charted;
  const byPeriod = grouped(days, ({ day }) => periodOf(kind, day));
  return periods.map((period) => {
    const input = {
      metric,
      scale,
      days: byPeriod.get(period) ?? [],
      filter: {},
      unitsOf,
      parentOf,
    };
    const { total, rows } = pooled(place === null ? input : { ...input, by: place.by });
    const row = rows.find(({ of, isHidden }) => of === place?.is && !isHidden);
    const { scores } = (place === null ? total : row?.pool) ?? emptyPool(scale);
    return { period, measured: measuredOf(charted, groupsOf(charted, scores)) };
  });
}

/** How often a promise was kept, of the cases that were opened in each period. */
export function casesByPeriod(
  charted: ChartedPromise,
  cases: readonly CaseOutcome[],
  { place, kind, periods, unitsOf }: CountedPeriods,
): readonly Point[] {
  const { clock, serviceLevel } = charted;
  const mine = cases.filter((one) => {
    const isOfLevel = serviceLevel === null || one.serviceLevel === serviceLevel;
    return isOfLevel && isAt(one, place, unitsOf);
  });
  const byPeriod = grouped(mine, ({ openedOn }) => periodOf(kind, openedOn));
  return periods.map((period) => {
    const outcomes = (byPeriod.get(period) ?? []).map((one) => one[clock]);
    const kept = outcomes.filter((one) => one === 'met').length;
    const missed = outcomes.filter((one) => one === 'breached' || one === 'past-due').length;
    return { period, measured: measuredOf(charted, [missed, kept]) };
  });
}

function isAt(
  { unit, touchpoint, openedOn }: CaseOutcome,
  place: Place | null,
  unitsOf: CountedPeriods['unitsOf'],
): boolean {
  if (place === null) return true;
  if (place.by === 'touchpoint') return touchpoint === place.is;
  return place.by === 'unit' && unitsOf([`unit:${unit}`], openedOn).includes(place.is);
}

/** A gap where too few are counted for a figure to be shown. */
function measuredOf(charted: Charted, groups: readonly number[]): Measured | null {
  const { value, n } = figureOf(charted, groups);
  return value === null || displayTier(n) === 'hidden' ? null : { groups, value };
}

function grouped<Of>(all: readonly Of[], periodOfOne: (one: Of) => Period) {
  const groups = new Map<Period, Of[]>();
  for (const one of all) {
    const period = periodOfOne(one);
    const group = groups.get(period);
    if (group === undefined) groups.set(period, [one]);
    else group.push(one);
  }
  return groups;
}
