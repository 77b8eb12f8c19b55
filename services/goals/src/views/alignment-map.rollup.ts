import { clampShare, figure, type Figure } from '@plumbline/statistics';
import {
  parentKey,
  type AlignmentEdge,
  type AlignmentGraph,
  type MapGoal,
  type MeasuredLine,
} from './alignment-map.graph.ts';

/**
 * Progress as it comes from below. `n`: contributors with a value, of `of` in all; one without is
 * left out of both sums, and is never 0.
 *
 * `additive`, (Σc − Σs) / (Σt − Σs), each part times its share, where every contributor is one
 * measure from a start to a target, all in one unit and in one direction: ten of 1,000 and 90 of
 * 100 are 100 of 1,100. Else `mean`, Σ share × progress / Σ share.
 */
export interface RollUp extends Figure {
  readonly method: 'additive' | 'mean' | null;
  /** Unclamped: beyond the target it passes 1, on the wrong side it is negative. */
  readonly raw: number | null;
  readonly of: number;
}

export interface RollUps {
  /** By id of the goal or key of the theme; only what has contributors is here. */
  readonly byKey: ReadonlyMap<string, RollUp>;
  /** Goals on a cycle of contributions or above one, for which nothing is rolled up. */
  readonly cyclic: readonly string[];
}

const definition = 'alignment-rollup@1';

export const nothingRolledUp: RollUp = {
  ...figure(definition, null, 0),
  ...{ method: null, raw: null, of: 0 },
};

/** What a goal hands up to the goals that it contributes to. */
interface Brought {
  readonly value: number | null;
  readonly line: MeasuredLine | null;
}

interface Place {
  readonly goal: MapGoal;
  readonly contributors: readonly AlignmentEdge[];
  /** Contributors that are not rolled up yet. */
  waitsFor: number;
  /** Its own until it is rolled up. */
  brought: Brought;
}

/**
 * Rolls progress up from the leaves, each goal once and after all of its contributors. A goal
 * hands up its own progress where it has some, and what was rolled up to it where it has none.
 * Only `contributes` counts, and goals that were withdrawn do not.
 */
export function rollUps(graph: AlignmentGraph): RollUps {
  const byKey = new Map<string, RollUp>();
  const places = placesOf(graph);
  const ready = [...places.values()].filter((one) => one.waitsFor === 0);
  // The list grows while it is walked, by each goal whose last contributor is done.
  for (const place of ready) {
    const { goal, contributors } = place;
    const combined = combine(contributors, places);
    if (combined !== undefined) byKey.set(goal.goalId, combined.rollUp);
    place.brought = handedUp(place.brought, combined);
    for (const edge of graph.above.get(goal.goalId) ?? []) {
      const parent = isContribution(edge, goal) ? places.get(parentKey(edge.parent)) : undefined;
      if (parent === undefined) continue;
      parent.waitsFor -= 1;
      if (parent.waitsFor === 0) ready.push(parent);
    }
  }
  for (const key of graph.themes.keys()) {
    const combined = combine(contributorsOf(graph, key), places);
    if (combined !== undefined) byKey.set(key, combined.rollUp);
  }
  const cyclic = [...places.values()].filter((one) => one.waitsFor > 0);
  return { byKey, cyclic: cyclic.map((one) => one.goal.goalId) };
}

function placesOf(graph: AlignmentGraph): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  for (const [goalId, goal] of graph.goals) {
    const contributors = contributorsOf(graph, goalId);
    const brought = { value: goal.progress.value, line: goal.line };
    places.set(goalId, { goal, contributors, waitsFor: contributors.length, brought });
  }
  return places;
}

function contributorsOf(graph: AlignmentGraph, key: string): readonly AlignmentEdge[] {
  const edges = graph.below.get(key) ?? none;
  return edges.filter((edge) => isContribution(edge, graph.goals.get(edge.child)));
}

const none: readonly AlignmentEdge[] = [];

/** Whether an edge hands the progress of its child up. */
function isContribution({ mode, share }: AlignmentEdge, child: MapGoal | undefined): boolean {
  return mode === 'contributes' && (share ?? 0) > 0 && child?.stage !== 'withdrawn';
}

function handedUp(own: Brought, combined: Combined | undefined): Brought {
  if (own.value !== null || combined === undefined || combined.rollUp.value === null) return own;
  return { value: combined.rollUp.value, line: combined.line };
}

interface Combined {
  readonly rollUp: RollUp;
  /** Where the parts add up: their sums, which add up further above. */
  readonly line: MeasuredLine | null;
}

function combine(
  edges: readonly AlignmentEdge[],
  places: ReadonlyMap<string, Place>,
): Combined | undefined {
  if (edges.length === 0) return undefined;
  const parts = edges.flatMap(({ child, share }) => {
    const brought = places.get(child)?.brought;
    if (brought === undefined) return [];
    return { share: share ?? 0, value: brought.value, line: brought.line };
  });
  return addable(parts) ? added(parts) : averaged(parts);
}

interface Part extends Brought {
  readonly share: number;
}
interface LinePart extends Part {
  readonly line: MeasuredLine;
}

function addable(parts: readonly Part[]): parts is readonly LinePart[] {
  const first = parts[0]?.line ?? null;
  if (first === null || first.unit === null) return false;
  return parts.every(({ line }) => {
    return line !== null && line.unit === first.unit && isRising(line) === isRising(first);
  });
}

function isRising(line: MeasuredLine): boolean {
  return line.target > line.start;
}

function added(parts: readonly LinePart[]): Combined {
  let [start, target, current, n] = [0, 0, 0, 0];
  for (const { share, line } of parts) {
    if (line.current === null) continue;
    start += share * line.start;
    target += share * line.target;
    current += share * line.current;
    n += 1;
  }
  const raw = n === 0 ? null : (current - start) / (target - start);
  const unit = parts[0]?.line.unit ?? null;
  return {
    rollUp: rollUpOf('additive', raw, n, parts.length),
    line: n === 0 ? null : { start, target, current, unit },
  };
}

function averaged(parts: readonly Part[]): Combined {
  let [shares, sum, n] = [0, 0, 0];
  for (const { share, value } of parts) {
    if (value === null) continue;
    shares += share;
    sum += share * value;
    n += 1;
  }
  const raw = n === 0 ? null : sum / shares;
  return { rollUp: rollUpOf('mean', raw, n, parts.length), line: null };
}

function rollUpOf(method: 'additive' | 'mean', raw: number | null, n: number, of: number): RollUp {
  const value = raw === null ? null : clampShare(raw);
  return { value, n, definition, method, raw, of };
}
