import type { EpochMs } from '@plumbline/kernel';
import { attainment, figure, weightedMean, type Figure } from '@plumbline/statistics';
import { measureOf } from '../kpi/kpi.ts';
import { newestOf, standing, type Measure, type Observed } from '../measure.ts';
import type { MapGoal, MeasuredLine } from './alignment-map.graph.ts';
import type { GoalNode, NodeIndicator, NodeKeyResult, NodeReading } from './goal-node.ts';
import type { UnitGoal } from './unit-rollup.ts';

/** The same figure as of the goal's sheet (`goalFigures`), from what the node holds. */
export function nodeProgress(node: GoalNode, asked: EpochMs): Figure {
  const until = measuredUntil(node, asked);
  return node.measuredBy === 'key-results'
    ? weightedMean(
        node.keyResults.map((one) => {
          const { value } = standing(one.measure, observedOf(one), until).attainment;
          return { weight: one.weight, value };
        }),
      )
    : weightedMean(
        Object.values(node.indicators).map((one) => {
          return { weight: 1, value: indicatorProgress(one, until) };
        }),
      );
}

/**
 * A node of the map of alignment, with progress and line at a time. A private goal is counted, but
 * how far it is stays unknown: of a parent with a single child, or of two maps that differ in one
 * goal, it could be told otherwise.
 */
export function mapGoalOf(node: GoalNode, asked: EpochMs): MapGoal {
  const { goalId, owner, stage, weight } = node;
  const line = node.visibility === 'private' ? null : lineOf(node, measuredUntil(node, asked));
  return { goalId, owner, stage, weight, progress: toldProgress(node, asked), line };
}

/**
 * A goal as units count it: a closed one is met or not, by the grade that it was closed with. How
 * far a private one is, and whether it was met, stays unknown here too.
 */
export function unitGoalOf(node: GoalNode, asked: EpochMs): UnitGoal {
  const { goalId, owner, stage, weight, grade } = node;
  const isTold = grade !== null && node.visibility === 'public';
  const met = isTold ? grade === 'met' || grade === 'green' : null;
  return { goalId, owner, stage, weight, progress: toldProgress(node, asked), met };
}

function toldProgress(node: GoalNode, asked: EpochMs): Figure {
  const progress = nodeProgress(node, asked);
  return node.visibility === 'private' ? figure(progress.definition, null, 0) : progress;
}

/** Progress of a closed goal stands still; one that was withdrawn is not counted anyway. */
function measuredUntil({ stage, overAt }: GoalNode, asked: EpochMs): EpochMs {
  return stage === 'closed' && overAt !== null ? Math.min(asked, Date.parse(overAt)) : asked;
}

function observedOf({ checkIns }: NodeKeyResult): Observed[] {
  return checkIns.flatMap(([, at, value, done, withdrawn]) => {
    return withdrawn === true ? [] : [{ at, value, done }];
  });
}

function indicatorProgress(indicator: NodeIndicator, until: EpochMs): number | null {
  const latest = latestReading(indicator, until);
  if (latest === undefined) return null;
  const measure = measureOf(latest.measure, latest.against ?? undefined);
  return isLine(measure) ? attainment(measure, latest.value).value : null;
}

/** Of the latest period that has a reading, the last that has a value, or the last. */
function latestReading({ readings }: NodeIndicator, until: EpochMs): NodeReading | undefined {
  const seen = readings.filter((one) => one.at <= until);
  const end = seen
    .map((one) => one.end)
    .toSorted()
    .at(-1);
  const ofPeriod = seen.filter((one) => one.end === end);
  return ofPeriod.findLast((one) => one.value !== null) ?? ofPeriod.at(-1);
}

/** The one line that a goal is measured by, or null when it is measured in another way too. */
function lineOf(node: GoalNode, until: EpochMs): MeasuredLine | null {
  if (node.measuredBy === 'key-results') {
    const [only, ...others] = node.keyResults;
    if (only === undefined || others.length > 0 || !isLine(only.measure)) return null;
    const newest = newestOf(observedOf(only).filter((one) => one.at <= until));
    return measuredLine(only.measure, newest?.value ?? null);
  }
  const [only, ...others] = Object.values(node.indicators);
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
