import type { Day } from '@plumbline/kernel';
import type { Figure } from '@plumbline/statistics';

/** What the map is drawn from: plain documents of one day, in any order. */
export interface AlignmentInput {
  readonly on: Day;
  readonly goals: readonly MapGoal[];
  readonly edges: readonly AlignmentEdge[];
  readonly strategies: readonly MapStrategy[];
  /** The unit of a goal's owner on that day; null when it is not known. */
  readonly unitOf?: (owner: string) => string | null;
  /** Which active goals coverage, depths and the lists are about; all, when it is left out. */
  readonly counts?: (goal: MapGoal) => boolean;
}

export interface MapGoal {
  readonly goalId: string;
  readonly owner: string;
  readonly stage: 'draft' | 'active' | 'closed' | 'withdrawn';
  readonly weight: number;
  /** Its own progress, within 0 and 1; null while nothing is known. */
  readonly progress: Figure;
  /** How it is measured, where a single line is all that it is measured by. */
  readonly line: MeasuredLine | null;
}

/** A measure that goes from a start to a target; `current` is null while nothing is known. */
export interface MeasuredLine {
  readonly start: number;
  readonly target: number;
  readonly current: number | null;
  readonly unit: string | null;
}

export type AlignmentParent =
  { readonly goal: string } | { readonly strategy: string; readonly theme: string };

export interface AlignmentEdge {
  readonly alignmentId: string;
  readonly child: string;
  readonly parent: AlignmentParent;
  readonly mode: 'contributes' | 'supports';
  /** Of the child's contribution, for `contributes`. */
  readonly share: number | null;
  readonly from: Day;
  /** The first day on which it is no more. */
  readonly until: Day | null;
}

export type Perspective = 'financial' | 'customer' | 'process' | 'growth';

export interface MapStrategy {
  readonly strategyId: string;
  readonly from: Day;
  readonly until: Day | null;
  readonly retiredOn: Day | null;
  readonly themes: readonly MapTheme[];
}

export interface MapTheme {
  readonly id: string;
  readonly perspective: Perspective;
  readonly weight: number;
}

export interface StrategyTheme extends MapTheme {
  readonly strategyId: string;
  readonly key: string;
}

/** Goals, themes in force and edges of one day, each once, found by their keys. */
export interface AlignmentGraph {
  /** By id, ascending: sums are taken in this order, so that they do not depend on the input's. */
  readonly goals: ReadonlyMap<string, MapGoal>;
  readonly themes: ReadonlyMap<string, StrategyTheme>;
  /** The edges in force on the day whose child is among the goals, by its id. */
  readonly above: ReadonlyMap<string, readonly AlignmentEdge[]>;
  /** The same edges by the key of the parent, in the order of the children's ids. */
  readonly below: ReadonlyMap<string, readonly AlignmentEdge[]>;
  /** Goals that were aligned on that day or before it. */
  readonly everAligned: ReadonlySet<string>;
}

export function parentKey(parent: AlignmentParent): string {
  return 'goal' in parent ? parent.goal : themeKey(parent.strategy, parent.theme);
}

/** Neither an id of a goal nor a theme's id holds a space. */
function themeKey(strategyId: string, theme: string): string {
  return `${strategyId} ${theme}`;
}

export function isInForce(
  span: { readonly from: Day; readonly until: Day | null },
  on: Day,
): boolean {
  return span.from <= on && (span.until === null || on < span.until);
}

export function isOver({ stage }: Pick<MapGoal, 'stage'>): boolean {
  return stage === 'closed' || stage === 'withdrawn';
}

/** Whether something can still be pulled on through a parent: a live goal, a theme in force. */
export function isLive(graph: AlignmentGraph, parent: AlignmentParent): boolean {
  if (!('goal' in parent)) return graph.themes.has(parentKey(parent));
  const goal = graph.goals.get(parent.goal);
  return goal !== undefined && !isOver(goal);
}

export function graphOf({ on, goals, edges, strategies }: AlignmentInput): AlignmentGraph {
  const byId = new Map(goals.map((one) => [one.goalId, one]));
  const ids = [...byId.keys()].sort();
  const everAligned = new Set<string>();
  const above = new Map<string, AlignmentEdge[]>();
  for (const edge of edges) {
    // What was ended on the day of its beginning never held.
    const held = edge.from <= on && (edge.until === null || edge.from < edge.until);
    if (!held || !byId.has(edge.child)) continue;
    everAligned.add(edge.child);
    if (isInForce(edge, on)) push(above, edge.child, edge);
  }
  const below = new Map<string, AlignmentEdge[]>();
  for (const goalId of ids) {
    const found = above.get(goalId);
    if (found === undefined) continue;
    const kept = onePerParent(found);
    above.set(goalId, kept);
    for (const edge of kept) push(below, parentKey(edge.parent), edge);
  }
  const themes = strategies.flatMap((one) => themesInForce(one, on));
  return {
    goals: sortedBy(ids, byId),
    themes: new Map(themes.sort(([one], [other]) => (one < other ? -1 : Number(one > other)))),
    above,
    below,
    everAligned,
  };
}

/** One edge between two, whatever the input says: no share is counted twice. */
function onePerParent(edges: AlignmentEdge[]): AlignmentEdge[] {
  if (edges.length === 1) return edges;
  const kept = new Map<string, AlignmentEdge>();
  const byId = (one: AlignmentEdge, other: AlignmentEdge) => {
    return one.alignmentId < other.alignmentId ? -1 : 1;
  };
  for (const edge of edges.sort(byId)) {
    const key = parentKey(edge.parent);
    if (!kept.has(key)) kept.set(key, edge);
  }
  return [...kept.values()];
}

function themesInForce(strategy: MapStrategy, on: Day): [string, StrategyTheme][] {
  const { strategyId, retiredOn } = strategy;
  if (!isInForce(strategy, on) || (retiredOn !== null && retiredOn <= on)) return [];
  return strategy.themes.map((theme) => {
    const key = themeKey(strategyId, theme.id);
    return [key, { ...theme, strategyId, key }];
  });
}

function sortedBy(ids: readonly string[], byId: ReadonlyMap<string, MapGoal>) {
  const sorted = new Map<string, MapGoal>();
  for (const id of ids) {
    const goal = byId.get(id);
    if (goal !== undefined) sorted.set(id, goal);
  }
  return sorted;
}

function push<T>(groups: Map<string, T[]>, key: string, one: T): void {
  const group = groups.get(key);
  if (group === undefined) groups.set(key, [one]);
  else group.push(one);
}

/** What leads from a goal to the strategy: how far it is, and the themes that it reaches. */
export interface Reached {
  /** 1 for a goal that is aligned to a theme itself; the shortest way counts. */
  readonly depth: number;
  readonly themes: readonly StrategyTheme[];
}

/**
 * Every goal with a path to a theme in force, by id. A way ends at a goal that is over: it has a
 * path itself, but gives none to what is below it. Each theme is walked from above, level by
 * level and each goal once, so that it ends also where edges form a cycle.
 */
export function reachedBy(graph: AlignmentGraph): ReadonlyMap<string, Reached> {
  const reached = new Map<string, { depth: number; themes: StrategyTheme[] }>();
  for (const theme of graph.themes.values()) {
    let level = [theme.key];
    for (let depth = 1; level.length > 0; depth += 1) {
      const next: string[] = [];
      for (const key of level) {
        for (const { child } of graph.below.get(key) ?? []) {
          const before = reached.get(child);
          if (before?.themes.at(-1) === theme) continue;
          if (before === undefined) reached.set(child, { depth, themes: [theme] });
          else {
            before.depth = Math.min(before.depth, depth);
            before.themes.push(theme);
          }
          const goal = graph.goals.get(child);
          if (goal !== undefined && !isOver(goal)) next.push(child);
        }
      }
      level = next;
    }
  }
  return reached;
}
