import type { AlignmentMap, MapNode, MapStrategy, MapTheme, ShownNode } from '../api/types.ts';
import type { Branch } from '../tree/tree.ts';

/** How a goal hangs on what is above it in the tree; undefined where it does not directly. */
export interface Link {
  readonly mode: 'contributes' | 'supports';
  readonly share: number | null;
}

/** What one line of the map shows. */
export type MapEntry =
  | { readonly kind: 'strategy'; readonly strategy: MapStrategy; readonly themes: number }
  | { readonly kind: 'theme'; readonly theme: MapTheme; readonly goals: number }
  | {
      readonly kind: 'goal';
      readonly goal: ShownNode;
      readonly link: Link | undefined;
      /** Goals and themes that it hangs on: it stands below each. */
      readonly parents: number;
    }
  | { readonly kind: 'hidden'; readonly id: string; readonly link: Link | undefined };

/** Goals without a path to a strategy: how many there are, and those that are listed. */
export interface Apart {
  readonly n: number;
  readonly branches: readonly Branch<MapEntry>[];
}

export interface MapTree {
  readonly strategies: readonly Branch<MapEntry>[];
  readonly orphans: Apart;
  readonly unconnected: Apart;
  readonly unaligned: Apart;
}

/**
 * The map as a tree to open, from strategies over themes down to every goal. A goal with several
 * parents stands below each. Where a filter has left out what is between, a goal stands right
 * below its theme: its depth says how far down it is. Strategies and themes that nothing of what
 * is left leads to are then left out as well.
 */
export function mapTree(map: AlignmentMap, isFiltered = false): MapTree {
  const graph = graphOf(map);
  const { orphans, unconnected, unaligned } = map.totals;
  const apartOf = ({ n, items }: AlignmentMap['totals']['orphans']): Apart => {
    const there = items.filter((id) => graph.nodes.has(id));
    return { n, branches: there.map((id) => goalBranch(graph, '', id)) };
  };
  return {
    strategies: map.strategies
      .map((strategy) => strategyBranch(graph, map, strategy, isFiltered))
      .filter(({ below }) => !isFiltered || below.length > 0),
    orphans: apartOf(orphans),
    unconnected: apartOf(unconnected),
    unaligned: apartOf(unaligned),
  };
}

interface Graph {
  readonly nodes: ReadonlyMap<string, MapNode>;
  /** Children that are shown, by the key of what they hang on. */
  readonly below: ReadonlyMap<string, ReadonlyMap<string, Link>>;
  /** Goals by the key of each theme that they lead to. */
  readonly leading: ReadonlyMap<string, readonly ShownNode[]>;
}

type ParentKey = string;

function themeKey({ strategy, theme }: { readonly strategy: string; theme: string }): ParentKey {
  return `${strategy}/${theme}`;
}

function parentKey(parent: ShownNode['parents'][number]['parent']): ParentKey {
  return 'goal' in parent ? parent.goal : themeKey(parent);
}

function graphOf({ nodes: all, themes }: AlignmentMap): Graph {
  const nodes = new Map(all.map((node) => [node.id, node]));
  const below = new Map<ParentKey, Map<string, Link>>();
  const leading = new Map<ParentKey, ShownNode[]>();
  const hang = (key: ParentKey, child: string, { mode, share }: Link) => {
    if (!nodes.has(child)) return;
    const children = below.get(key) ?? new Map<string, Link>();
    below.set(key, children.set(child, { mode, share }));
  };
  for (const theme of themes) {
    for (const edge of theme.children) hang(themeKey(theme), edge.child, edge);
  }
  for (const node of all) {
    if (node.hidden) continue;
    for (const edge of node.children) hang(node.id, edge.child, edge);
    // What hangs on a goal that is hidden is known from its children only.
    for (const edge of node.parents) hang(parentKey(edge.parent), node.id, edge);
    for (const theme of node.themes) {
      const key = themeKey(theme);
      const goals = leading.get(key) ?? [];
      goals.push(node);
      leading.set(key, goals);
    }
  }
  return { nodes, below, leading };
}

function strategyBranch(
  graph: Graph,
  map: AlignmentMap,
  strategy: MapStrategy,
  isFiltered: boolean,
): Branch<MapEntry> {
  const themes = map.themes.filter((one) => one.strategy === strategy.id);
  const all = themes.map((theme) => themeBranch(graph, theme));
  const branches = all.filter(({ below }) => !isFiltered || below.length > 0);
  const byId = new Map(branches.map((one) => [one.id, one]));
  return {
    id: strategy.id,
    value: { kind: 'strategy', strategy, themes: themes.length },
    below: [...byId.keys()],
    at: (id) => byId.get(id) as Branch<MapEntry>,
  };
}

function themeBranch(graph: Graph, theme: MapTheme): Branch<MapEntry> {
  const key = themeKey(theme);
  const { tops, reached } = topsOf(graph, key);
  return {
    id: key,
    value: { kind: 'theme', theme, goals: reached.size },
    below: tops,
    at: (id) => goalBranch(graph, key, id),
  };
}

/** What stands right below a theme, and everything that is found below it in the tree. */
function topsOf(graph: Graph, key: ParentKey) {
  const tops = [...(graph.below.get(key)?.keys() ?? [])];
  const reached = new Set<string>();
  for (const top of tops) reach(graph, top, reached);
  const leading = graph.leading.get(key) ?? [];
  const left = leading.filter(({ id }) => !reached.has(id));
  const isLeft = new Set(left.map(({ id }) => id));
  const hasParentLeft = ({ parents }: ShownNode) => {
    return parents.some(({ parent }) => isLeft.has(parentKey(parent)));
  };
  // First those with nothing above them; then whatever a circle of parents has left over.
  for (const { id } of [...left.filter((one) => !hasParentLeft(one)), ...left]) {
    if (reached.has(id)) continue;
    tops.push(id);
    reach(graph, id, reached);
  }
  return { tops, reached };
}

function reach(graph: Graph, from: string, reached: Set<string>): void {
  const waiting = [from];
  for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    waiting.push(...(graph.below.get(id)?.keys() ?? []));
  }
}

function goalBranch(graph: Graph, above: ParentKey, id: string): Branch<MapEntry> {
  const node = graph.nodes.get(id) as MapNode;
  const link = graph.below.get(above)?.get(id);
  return {
    id,
    value: node.hidden
      ? { kind: 'hidden', id, link }
      : { kind: 'goal', goal: node, link, parents: node.parents.length },
    below: [...(graph.below.get(id)?.keys() ?? [])],
    at: (child) => goalBranch(graph, id, child),
  };
}

/** The owners of the goals that are shown, each once. */
export function mapOwners({ nodes }: AlignmentMap): readonly string[] {
  return [...new Set(nodes.flatMap((node) => (node.hidden ? [] : [node.owner])))];
}
