import { describe, expect, test } from '@jest/globals';
import type { AlignmentMap, MapNode, ShownNode } from '../api/types.ts';
import { openedTo, rowsOf, type Branch } from '../tree/tree.ts';
import { mapOwners, mapTree, type MapEntry } from './map-tree.ts';

const figure = { value: null, n: 0, definition: 'progress@1' };
const rolledUp = { ...figure, raw: null, of: 0, method: null };
const answers = { strategy: 's', theme: 'answers' };

type Edges = readonly { readonly child: string; readonly parent: string }[];

const parentOf = (parent: string) => (parent === 'answers' ? answers : { goal: parent });
const edge = { alignmentId: 'a', mode: 'contributes' as const, share: 0.5 };

function shown(id: string, edges: Edges, leads: boolean): ShownNode {
  return {
    ...{ id, hidden: false, reference: null, owner: `person:${id}`, title: id, stage: 'active' },
    ...{ visibility: 'public', period: '2026', weight: 1, progress: figure, rolledUp },
    ...{ status: leads ? 'aligned' : 'orphan', depth: leads ? 1 : null, lost: [] },
    themes: leads ? [answers] : [],
    parents: edges
      .filter((one) => one.child === id)
      .map(({ parent }) => ({ ...edge, parent: parentOf(parent) })),
    children: edges.filter((one) => one.parent === id).map(({ child }) => ({ ...edge, child })),
  };
}

function map(nodes: readonly MapNode[], edges: Edges, orphans: string[] = []): AlignmentMap {
  const listed = (items: string[], n = items.length) => ({ n, items });
  return {
    ...{ position: '1', on: '2026-11-01' },
    totals: {
      ...{ shown: nodes.length, hidden: 0, coverage: figure, byPerspective: [], depths: [] },
      ...{ orphans: listed(orphans), unconnected: listed([]), unaligned: listed(['gone'], 1_001) },
      ...{ byOwnerKind: [], byUnit: [], cyclic: listed([]) },
    },
    strategies: [
      { id: 's', owner: 'unit:board', title: 'Closer', progress: figure, coverage: figure },
    ],
    themes: [
      {
        ...{ ...answers, name: 'Answers', perspective: 'customer', weight: 1, rolledUp },
        coverage: figure,
        children: edges
          .filter((one) => one.parent === 'answers')
          .map(({ child }) => ({ ...edge, child })),
      },
    ],
    nodes: [...nodes],
  };
}

function nameOf(entry: MapEntry): string {
  if (entry.kind === 'strategy') return 'strategy';
  if (entry.kind === 'theme') return `theme of ${entry.goals}`;
  return entry.kind === 'hidden' ? `hidden ${entry.id}` : entry.goal.id;
}

/** Everything opened, as `level name`. */
function drawn(branches: readonly Branch<MapEntry>[]): string[] {
  const rows = rowsOf(branches, openedTo(branches, 10, 1_000));
  return rows.map((row) => (row.kind === 'more' ? '…' : `${row.level} ${nameOf(row.value)}`));
}

const below = (parent: string, ...children: string[]): Edges => {
  return children.map((child) => ({ child, parent }));
};

describe('the tree of the map', () => {
  test('leads from the strategy over its theme to every goal', () => {
    const edges = [...below('answers', 'top'), ...below('top', 'left', 'right')];
    const nodes = ['top', 'left', 'right'].map((id) => shown(id, edges, true));
    expect(drawn(mapTree(map(nodes, edges)).strategies)).toEqual([
      ...['1 strategy', '2 theme of 3', '3 top', '4 left', '4 right'],
    ]);
  });

  test('has a goal with two parents below each, and counts it once', () => {
    const edges = [...below('answers', 'one', 'other'), ...below('one', 'both')];
    const twice = [...edges, ...below('other', 'both')];
    const nodes = ['one', 'other', 'both'].map((id) => shown(id, twice, true));
    expect(drawn(mapTree(map(nodes, twice)).strategies)).toEqual([
      ...['1 strategy', '2 theme of 3', '3 one', '4 both', '3 other', '4 both'],
    ]);
  });

  test('shows a hidden goal as such, with what hangs on it', () => {
    const edges = [...below('answers', 'secret'), ...below('secret', 'leaf')];
    const nodes: MapNode[] = [{ id: 'secret', hidden: true }, shown('leaf', edges, true)];
    expect(drawn(mapTree(map(nodes, edges)).strategies)).toEqual([
      ...['1 strategy', '2 theme of 2', '3 hidden secret', '4 leaf'],
    ]);
  });

  test('has what a filter has left in, where what is between is left out', () => {
    const edges = [...below('answers', 'top'), ...below('top', 'leaf'), ...below('leaf', 'low')];
    const nodes = ['leaf', 'low'].map((id) => shown(id, edges, true));
    expect(drawn(mapTree(map(nodes, edges)).strategies)).toEqual([
      ...['1 strategy', '2 theme of 2', '3 leaf', '4 low'],
    ]);
  });

  test('leaves out what nothing leads to, where there is a filter', () => {
    const empty = map([], []);
    expect(drawn(mapTree(empty).strategies)).toEqual(['1 strategy', '2 theme of 0']);
    expect(mapTree(empty, true).strategies).toEqual([]);
    const edges = below('answers', 'top');
    const left = map([shown('top', edges, true)], edges);
    expect(drawn(mapTree(left, true).strategies)).toContain('3 top');
  });

  test('loses nothing in a circle of parents of which one is left out', () => {
    const edges = [...below('one', 'other'), ...below('other', 'one')];
    const nodes = ['one', 'other'].map((id) => shown(id, edges, true));
    expect(drawn(mapTree(map(nodes, edges)).strategies).slice(0, 3)).toEqual([
      ...['1 strategy', '2 theme of 2', '3 one'],
    ]);
  });

  test('says how a goal hangs on what is above it', () => {
    const edges = below('answers', 'top');
    const tree = mapTree(map([shown('top', edges, true)], edges));
    const [theme] = rowsOf(tree.strategies, openedTo(tree.strategies, 3, 99)).slice(2);
    expect(theme).toMatchObject({
      value: { kind: 'goal', link: { mode: 'contributes', share: 0.5 }, parents: 1 },
    });
  });

  test('keeps goals without a path apart, and counts those that are not listed', () => {
    const edges = below('lost', 'child');
    const nodes = ['lost', 'child'].map((id) => shown(id, edges, false));
    const tree = mapTree(map(nodes, edges, ['lost']));
    expect(drawn(tree.strategies)).toEqual(['1 strategy', '2 theme of 0']);
    expect(drawn(tree.orphans.branches)).toEqual(['1 lost', '2 child']);
    expect(tree.unaligned).toEqual({ n: 1_001, branches: [] });
  });

  test('holds 10,000 goals, and draws only what is open', () => {
    const ids = Array.from({ length: 10_000 }, (_, index) => `g${index}`);
    const edges = ids.map((child, index) => {
      return { child, parent: index < 100 ? 'answers' : `g${index % 100}` };
    });
    const nodes = ids.map((id, index): ShownNode => {
      const [own] = edges.slice(index, index + 1);
      return { ...shown(id, own === undefined ? [] : [own], true), children: [] };
    });
    const tree = mapTree(map(nodes, edges));
    expect(rowsOf(tree.strategies, openedTo(tree.strategies, 2, 99))).toHaveLength(2);
    expect(nameOf(tree.strategies[0]?.at('s/answers').value as MapEntry)).toBe('theme of 10000');
  });
});

test('the owners of a map are named once, those of hidden goals not at all', () => {
  const nodes: MapNode[] = [shown('ada', [], true), shown('ada', [], true)];
  expect(mapOwners(map([...nodes, { id: 'x', hidden: true }], []))).toEqual(['person:ada']);
});
