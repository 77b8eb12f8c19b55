import type { Day } from '@plumbline/kernel';
import { figure, weightedMean, type Figure } from '@plumbline/statistics';
import {
  graphOf,
  isLive,
  reachedBy,
  type AlignmentEdge,
  type AlignmentGraph,
  type AlignmentInput,
  type MapGoal,
  type Perspective,
  type Reached,
  type StrategyTheme,
} from './alignment-map.graph.ts';
import { nothingRolledUp, rollUps, type RollUp, type RollUps } from './alignment-map.rollup.ts';

/** Who pulls on what, on one day: from the strategies down to every goal. */
export interface AlignmentMap {
  readonly on: Day;
  /** By id, ascending, goals that are over included. */
  readonly nodes: readonly MapNode[];
  readonly themes: readonly ThemeNode[];
  readonly strategies: readonly StrategyNode[];
  /**
   * Σ weight of active goals with a path to a theme / Σ weight of active goals; n: active goals.
   * Each goal counts once, whatever number of ways it has.
   */
  readonly coverage: Figure;
  /** Against all active goals. A goal may reach several of these, so the rows do not add up. */
  readonly byPerspective: readonly { readonly perspective: Perspective; coverage: Figure }[];
  /** Against the active goals of that kind of owner, or of that unit. */
  readonly byOwnerKind: readonly { readonly kind: string; readonly coverage: Figure }[];
  readonly byUnit: readonly { readonly unit: string | null; readonly coverage: Figure }[];
  /** Active goals without a path, each in one of these. */
  readonly orphans: readonly string[];
  readonly unconnected: readonly string[];
  readonly unaligned: readonly string[];
  /** Active goals by their depth below the strategy. */
  readonly depths: readonly { readonly depth: number; readonly goals: number }[];
  readonly cyclic: RollUps['cyclic'];
}

/**
 * `aligned`: a path leads to a theme of a strategy in force. Without one: `orphan`, all that it
 * was aligned to is over, or its alignment was ended; `unconnected`, it is aligned to a live goal
 * from which no path leads on; `unaligned`, it never was aligned.
 */
export type AlignmentStatus = 'aligned' | 'orphan' | 'unconnected' | 'unaligned';

export interface MapNode extends MapGoal {
  readonly status: AlignmentStatus;
  /** 1 for what is aligned to a theme itself; null without a path. */
  readonly depth: number | null;
  readonly themes: readonly StrategyTheme[];
  /** The alignments in force to what is live, and those to what is over. */
  readonly parents: readonly AlignmentEdge[];
  readonly lost: readonly AlignmentEdge[];
  /** The alignments in force of others to it. */
  readonly children: readonly AlignmentEdge[];
  readonly rolledUp: RollUp;
}

export interface StrategyNode {
  readonly strategyId: string;
  readonly progress: Figure;
  readonly coverage: Figure;
}

export interface ThemeNode extends StrategyTheme {
  readonly children: readonly AlignmentEdge[];
  readonly rolledUp: RollUp;
  readonly coverage: Figure;
}

export function alignmentMap(input: AlignmentInput): AlignmentMap {
  const graph = graphOf(input);
  const reached = reachedBy(graph);
  const rolled = rollUps(graph);
  const nodes = [...graph.goals.values()].map((goal) => nodeOf(graph, goal, reached, rolled));
  const { counts = () => true } = input;
  const active = nodes.filter((one) => one.stage === 'active' && counts(one));
  const without = (status: AlignmentStatus) => {
    return active.filter((one) => one.status === status).map((one) => one.goalId);
  };
  const unitOf = input.unitOf ?? unitOfUnits;
  return {
    on: input.on,
    nodes,
    ...themesOf(graph, rolled, reached, active),
    coverage: coverageOf(active),
    byOwnerKind: coverageBy(active, ({ owner }) => kindOf(owner)).map(([kind, coverage]) => {
      return { kind, coverage };
    }),
    byUnit: coverageBy(active, ({ owner }) => unitOf(owner)).map(([unit, coverage]) => {
      return { unit, coverage };
    }),
    orphans: without('orphan'),
    unconnected: without('unconnected'),
    unaligned: without('unaligned'),
    depths: depthsOf(active),
    cyclic: rolled.cyclic,
  };
}

/** What an owner tells of its unit by itself: a unit is one, of a person it is not known. */
function unitOfUnits(owner: string): string | null {
  return owner.startsWith('unit:') ? owner.slice('unit:'.length) : null;
}

function kindOf(owner: string): string {
  return owner.slice(0, Math.max(owner.indexOf(':'), 0));
}

function nodeOf(
  graph: AlignmentGraph,
  goal: MapGoal,
  reached: ReadonlyMap<string, Reached>,
  rolled: RollUps,
): MapNode {
  const { goalId, owner, stage, weight, progress, line } = goal;
  const way = reached.get(goalId);
  const edges = graph.above.get(goalId) ?? none;
  const isWhole = edges.every((one) => isLive(graph, one.parent));
  const parents = isWhole ? edges : edges.filter((one) => isLive(graph, one.parent));
  return {
    goalId,
    owner,
    stage,
    weight,
    progress,
    line,
    status: statusOf(graph, goalId, way, parents),
    depth: way?.depth ?? null,
    themes: way?.themes ?? none,
    parents,
    lost: isWhole ? none : edges.filter((one) => !isLive(graph, one.parent)),
    children: graph.below.get(goalId) ?? none,
    rolledUp: rolled.byKey.get(goalId) ?? nothingRolledUp,
  };
}

const none: readonly never[] = [];

function statusOf(
  graph: AlignmentGraph,
  goalId: string,
  way: Reached | undefined,
  parents: readonly AlignmentEdge[],
): AlignmentStatus {
  if (way !== undefined) return 'aligned';
  if (parents.length > 0) return 'unconnected';
  return graph.everAligned.has(goalId) ? 'orphan' : 'unaligned';
}

const coverageDefinition = 'alignment-coverage@1';

function coverageOf(active: readonly MapNode[]): Figure {
  let [covered, all] = [0, 0];
  for (const { weight, status } of active) {
    all += weight;
    if (status === 'aligned') covered += weight;
  }
  return figure(coverageDefinition, all > 0 ? covered / all : null, active.length);
}

/** Coverage by a key, ascending; what has none comes last. */
function coverageBy<K extends string | null>(
  active: readonly MapNode[],
  keyOf: (node: MapNode) => K,
): [K, Figure][] {
  const groups = new Map<K, MapNode[]>();
  for (const node of active) {
    const key = keyOf(node);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [node]);
    else group.push(node);
  }
  return [...groups]
    .sort(([one], [other]) => ascending(one, other))
    .map(([key, nodes]) => [key, coverageOf(nodes)]);
}

function ascending(one: string | null, other: string | null): number {
  if (one === null || other === null) return Number(one === null) - Number(other === null);
  return one < other ? -1 : Number(one > other);
}

type OfThemes = Pick<AlignmentMap, 'themes' | 'strategies' | 'byPerspective'>;

function themesOf(
  graph: AlignmentGraph,
  rolled: RollUps,
  reached: ReadonlyMap<string, Reached>,
  active: readonly MapNode[],
): OfThemes {
  const weights = new Map<string, number>();
  let all = 0;
  for (const { goalId, weight } of active) {
    all += weight;
    // Two themes of one perspective are one way to it.
    const met = new Set<string>();
    for (const { key, perspective, strategyId } of reached.get(goalId)?.themes ?? none) {
      met.add(key).add(perspective).add(strategyKey(strategyId));
    }
    for (const key of met) weights.set(key, (weights.get(key) ?? 0) + weight);
  }
  const coverage = (key: string): Figure => {
    const value = all > 0 ? (weights.get(key) ?? 0) / all : null;
    return figure(coverageDefinition, value, active.length);
  };
  const inForce = [...graph.themes.values()];
  const themes = inForce.map((theme) => ({
    ...theme,
    children: graph.below.get(theme.key) ?? none,
    rolledUp: rolled.byKey.get(theme.key) ?? nothingRolledUp,
    coverage: coverage(theme.key),
  }));
  const perspectives = [...new Set(inForce.map((one) => one.perspective))].sort(ascending);
  return {
    themes,
    strategies: strategiesOf(themes, coverage),
    byPerspective: perspectives.map((one) => ({ perspective: one, coverage: coverage(one) })),
  };
}

/** Themes have a space in their keys, and perspectives no colon: none of them is like it. */
function strategyKey(strategyId: string): string {
  return `strategy:${strategyId}`;
}

/** Progress of a strategy: the mean of its themes in force, by their weights. */
function strategiesOf(
  themes: readonly ThemeNode[],
  coverage: (key: string) => Figure,
): AlignmentMap['strategies'] {
  return [...new Set(themes.map((one) => one.strategyId))].map((strategyId) => {
    const parts = themes.filter((one) => one.strategyId === strategyId);
    const { value, n } = weightedMean(
      parts.map(({ weight, rolledUp }) => ({ weight, value: rolledUp.value })),
    );
    const progress = figure('strategy-progress@1', value, n);
    return { strategyId, progress, coverage: coverage(strategyKey(strategyId)) };
  });
}

function depthsOf(active: readonly MapNode[]): AlignmentMap['depths'] {
  const counts = new Map<number, number>();
  for (const { depth } of active) {
    if (depth !== null) counts.set(depth, (counts.get(depth) ?? 0) + 1);
  }
  return [...counts]
    .sort(([one], [other]) => one - other)
    .map(([depth, goals]) => ({ depth, goals }));
}
