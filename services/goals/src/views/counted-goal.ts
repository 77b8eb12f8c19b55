import type { EpochMs } from '@plumbline/kernel';
import { figure, type Figure } from '@plumbline/statistics';
import { measureOf } from '../kpi/kpi.ts';
import type { Measure } from '../measure.ts';
import type { MapGoal, MeasuredLine } from './alignment-map.graph.ts';
import { currentCheckIn, goalProgress, latestReading, measuredUntil } from './figures.ts';
import type { GoalSheet } from './goal-sheet.ts';
import type { UnitGoal } from './unit-rollup.ts';

/**
 * A node of the map of alignment, with progress and line at a time. A private goal is counted, but
 * how far it is stays unknown: of a parent with a single child, or of two maps that differ in one
 * goal, it could be told otherwise.
 */
export function mapGoalOf(goal: GoalSheet, asked: EpochMs): MapGoal {
  const { goalId, owner, stage, weight } = goal;
  const line = goal.visibility === 'private' ? null : lineOf(goal, measuredUntil(goal, asked));
  return { goalId, owner, stage, weight, progress: toldProgress(goal, asked), line };
}

/**
 * A goal as units count it: a closed one is met or not, by the grade that it was closed with. How
 * far a private one is, and whether it was met, stays unknown here too.
 */
export function unitGoalOf(goal: GoalSheet, asked: EpochMs): UnitGoal {
  const { goalId, owner, stage, weight, closed } = goal;
  const grade = closed?.grade ?? null;
  const isTold = grade !== null && goal.visibility === 'public';
  const met = isTold ? grade === 'met' || grade === 'green' : null;
  return { goalId, owner, stage, weight, progress: toldProgress(goal, asked), met };
}

function toldProgress(goal: GoalSheet, asked: EpochMs): Figure {
  const progress = goalProgress(goal, asked);
  return goal.visibility === 'private' ? figure(progress.definition, null, 0) : progress;
}

/** The one line that a goal is measured by, or null when it is measured in another way too. */
function lineOf(goal: GoalSheet, until: EpochMs): MeasuredLine | null {
  if (goal.measuredBy === 'key-results') {
    const [only, ...others] = goal.keyResults;
    if (only === undefined || others.length > 0 || !isLine(only.measure)) return null;
    return measuredLine(only.measure, currentCheckIn(only, until)?.value ?? null);
  }
  const [only, ...others] = Object.values(goal.indicators);
  if (only === undefined || others.length > 0) return null;
  const latest = latestReading(only, until);
  const measure = measureOf(latest?.measure ?? only.measure, latest?.against ?? undefined);
  return isLine(measure) ? measuredLine(measure, latest?.value ?? null) : null;
}

type LineMeasure = Measure & { kind: 'increase' | 'decrease' | 'completion' };

function isLine(measure: Measure): measure is LineMeasure {
  return ['increase', 'decrease', 'completion'].includes(measure.kind);
}

function measuredLine(measure: LineMeasure, current: number | null): MeasuredLine {
  const { start, target, unit = null } = measure;
  return { start, target, current, unit };
}
