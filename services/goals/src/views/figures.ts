import { endOfDay, same, startOfDay, toInstant, type EpochMs } from '@plumbline/kernel';
import { brierScore, figure, isWithin, pace, rawAttainment, share } from '@plumbline/statistics';
import { weightedMean, type Figure } from '@plumbline/statistics';
import { measureOf } from '../kpi/kpi.ts';
import { newestOf, standing, type Measure, type Standing } from '../measure.ts';
import type { GoalSheet, KeyResultLine } from './goal-sheet.ts';
import { checkInsOf, type CheckInLine } from './kept-check-ins.ts';
import type { KpiSheet, Reading } from './kpi-sheet.ts';

/** How one reading stands against its target: a share of the way, or met or not, or neither. */
export interface ReadingStanding {
  /** Unclamped: beyond the target it passes 1, on the wrong side it is negative. */
  readonly progress: Figure;
  readonly met: boolean | null;
}

const noProgress: Figure = figure('raw-attainment@1', null, 0);

export function readingStanding(reading: Reading): ReadingStanding {
  const measure = measureOf(reading.measure, reading.against ?? undefined);
  const { value } = reading;
  switch (measure.kind) {
    case 'increase':
    case 'decrease':
    case 'completion': {
      const progress = rawAttainment(measure, value);
      return { progress, met: progress.value === null ? null : progress.value >= 1 };
    }
    case 'within':
      return { progress: noProgress, met: value === null ? null : isWithin(measure, value) };
    default:
      return { progress: noProgress, met: null };
  }
}

/**
 * The reading that counts: of the latest period that has one, and within it the last recorded
 * that has a value. A reading without a value never hides one with it, and a period that was
 * reported without a value shows no progress rather than that of an earlier period.
 */
export function latestReading(kpi: KpiSheet, until: EpochMs): Reading | undefined {
  const seen = kpi.readings.filter((one) => Date.parse(one.at) <= until);
  const ends = seen.map((one) => one.period.end).toSorted();
  const ofPeriod = seen.filter((one) => one.period.end === ends.at(-1));
  return ofPeriod.findLast((one) => one.value !== null) ?? ofPeriod.at(-1);
}

/** The id of the reading that counts in place of another of the same period and target. */
export function supersededBy(kpi: KpiSheet, reading: Reading): string | null {
  const rivals = kpi.readings.filter((one) => {
    return one.period.name === reading.period.name && same(one.against, reading.against);
  });
  const counts = rivals.findLast((one) => one.value !== null) ?? rivals.at(-1);
  return counts === undefined || counts.id === reading.id ? null : counts.id;
}

export interface GoalFigures {
  readonly progress: Figure;
  readonly measures: { readonly total: number; readonly withProgress: number };
  readonly pace: Figure;
  readonly lastCheckInAt: string | null;
  readonly daysSinceCheckIn: number | null;
  /** Null unless the goal is active. */
  readonly stale: boolean | null;
}

/** Figures of a closed goal stand still: what comes after the closing is not counted any more. */
export function measuredUntil(goal: GoalSheet, until: EpochMs): EpochMs {
  return goal.closed === null ? until : Math.min(until, Date.parse(goal.closed.at));
}

/** How far a goal is at an instant (ms since 1970). */
export function goalProgress(goal: GoalSheet, asked: EpochMs): Figure {
  return weightedMean(partsOf(goal, measuredUntil(goal, asked)));
}

/** The figures of a goal at an instant (ms since 1970). */
export function goalFigures(goal: GoalSheet, asked: EpochMs): GoalFigures {
  const until = measuredUntil(goal, asked);
  const parts = partsOf(goal, until);
  const progress = weightedMean(parts);
  const span = {
    start: Date.parse(startOfDay(goal.period.start)),
    end: Date.parse(endOfDay(goal.period.end)),
  };
  const heard = lastHeardOf(goal, until);
  const since = heard ?? Date.parse(goal.activatedAt ?? goal.draftedAt);
  const days = Math.max(0, (until - since) / 86_400_000);
  return {
    progress,
    measures: { total: parts.length, withProgress: progress.n },
    pace: goal.stage === 'active' ? pace(progress, span, until) : figure('pace@1', null, 0),
    lastCheckInAt: heard === undefined ? null : toInstant(heard),
    daysSinceCheckIn: heard === undefined ? null : Math.floor(days),
    stale: goal.stage === 'active' ? days > goal.cadenceDays : null,
  };
}

function partsOf(goal: GoalSheet, until: EpochMs) {
  return goal.measuredBy === 'key-results' ? keyResultParts(goal, until) : kpiParts(goal, until);
}

function keyResultParts(goal: GoalSheet, until: EpochMs) {
  return goal.keyResults.map((one) => {
    const { value } = keyResultStanding(one, one.measure, until).attainment;
    return { weight: one.weight, value };
  });
}

/** KPIs weigh the same. One that is met or not, without a share of the way, is no part. */
function kpiParts(goal: GoalSheet, until: EpochMs) {
  return Object.values(goal.indicators).map((kpi) => {
    const latest = latestReading(kpi, until);
    const { value } = latest === undefined ? noProgress : readingStanding(latest).progress;
    return { weight: 1, value: value === null ? null : Math.min(Math.max(value, 0), 1) };
  });
}

/** Where a key result stands against a measure: the present one, or the one at activation. */
export function keyResultStanding(line: KeyResultLine, measure: Measure, until: EpochMs): Standing {
  return standing(measure, observedOf(line), until);
}

function observedOf(line: KeyResultLine) {
  return standingCheckIns(line).map(({ at, value, done }) => ({ at: Date.parse(at), value, done }));
}

export function currentCheckIn(line: KeyResultLine, until: EpochMs): CheckInLine | undefined {
  const counted = standingCheckIns(line).filter((one) => Date.parse(one.at) <= until);
  return newestOf(counted.map((one) => ({ at: Date.parse(one.at), one })))?.one;
}

function standingCheckIns({ checkIns }: KeyResultLine): CheckInLine[] {
  return checkInsOf(checkIns).filter((one) => !one.withdrawn);
}

function lastHeardOf(goal: GoalSheet, until: EpochMs): EpochMs | undefined {
  const checkIns = goal.keyResults.flatMap(standingCheckIns);
  const readings = Object.values(goal.indicators).flatMap((kpi) => kpi.readings);
  const times = [...checkIns, ...readings].map((one) => Date.parse(one.at));
  return times
    .filter((at) => at <= until)
    .reduce<EpochMs | undefined>((latest, at) => {
      return latest === undefined || at > latest ? at : latest;
    }, undefined);
}

/** Staleness: the share of active goals whose last check-in lies past their cadence. */
export function staleness(goals: readonly GoalSheet[], until: EpochMs): Figure {
  const active = goals.filter((one) => one.stage === 'active');
  const stale = active.filter((one) => goalFigures(one, until).stale === true);
  return share('staleness@1', stale.length, active.length);
}

/**
 * Forecast honesty: the Brier score of the confidences that were given while closed goals were
 * open, against whether each key result was met at the closing. Withdrawn check-ins and key
 * results without an outcome are left out.
 */
export function forecastHonesty(goals: readonly GoalSheet[]): Figure {
  const forecasts = goals.flatMap((goal) => {
    return (goal.closed?.outcomes ?? []).flatMap(({ keyResultId, met }) => {
      const line = goal.keyResults.find((one) => one.id === keyResultId);
      if (line === undefined || met === null) return [];
      return standingCheckIns(line).flatMap(({ confidence }) => {
        return confidence === null ? [] : [{ confidence, outcome: met }];
      });
    });
  });
  return brierScore(forecasts);
}
