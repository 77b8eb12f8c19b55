import type { Figure } from '@plumbline/statistics';
import type { AlignmentInput } from './alignment-map.graph.ts';
import type { RollUp } from './alignment-map.rollup.ts';
import { alignmentMap, type AlignmentMap, type AlignmentStatus } from './alignment-map.ts';
import { withMoves, type RefusedMove, type Reparenting } from './what-if.moves.ts';

/** What a map would be if goals had other parents. Nothing is recorded. */
export interface WhatIf {
  readonly refused: readonly RefusedMove[];
  readonly before: MapSummary;
  readonly after: MapSummary;
  readonly difference: Difference;
}

export type MapSummary = Pick<
  AlignmentMap,
  'coverage' | 'byPerspective' | 'strategies' | 'orphans' | 'unconnected' | 'unaligned' | 'depths'
>;

export interface Difference {
  /** Coverage after less coverage before; null where there is none. */
  readonly coverage: number | null;
  /** By id, ascending. */
  readonly statuses: readonly Changed<AlignmentStatus>[];
  readonly depths: readonly Changed<number | null>[];
  /** By the goal, or by the theme of a strategy. */
  readonly rolledUp: readonly Changed<RollUp>[];
  readonly themes: readonly (ThemeId & { readonly before: Figure; readonly after: Figure })[];
  readonly themesRolledUp: readonly (ThemeId & { before: RollUp; after: RollUp })[];
}

export interface Changed<T> {
  readonly goalId: string;
  readonly before: T;
  readonly after: T;
}

interface ThemeId {
  readonly strategyId: string;
  readonly theme: string;
}

export function whatIf(input: AlignmentInput, moves: readonly Reparenting[]): WhatIf {
  const { edges, refused } = withMoves(input, moves);
  const before = alignmentMap(input);
  const after = alignmentMap({ ...input, edges });
  return {
    refused,
    before: summaryOf(before),
    after: summaryOf(after),
    difference: differenceOf(before, after),
  };
}

function summaryOf(map: AlignmentMap): MapSummary {
  const { coverage, byPerspective, strategies, orphans, unconnected, unaligned, depths } = map;
  return { coverage, byPerspective, strategies, orphans, unconnected, unaligned, depths };
}

/** Both maps have the same goals and themes, in the same order: only edges differ. */
function differenceOf(before: AlignmentMap, after: AlignmentMap): Difference {
  const [was, is] = [before.coverage.value, after.coverage.value];
  const goals = before.nodes.flatMap((node, index) => {
    const other = after.nodes[index];
    return other === undefined ? [] : [{ goalId: node.goalId, node, other }];
  });
  const themes = before.themes.flatMap((theme, index) => {
    const other = after.themes[index];
    const { strategyId, id } = theme;
    return other === undefined ? [] : [{ id: { strategyId, theme: id }, theme, other }];
  });
  return {
    coverage: was === null || is === null ? null : is - was,
    statuses: goals.flatMap(({ goalId, node, other }) => {
      return node.status === other.status
        ? []
        : [{ goalId, before: node.status, after: other.status }];
    }),
    depths: goals.flatMap(({ goalId, node, other }) => {
      return node.depth === other.depth ? [] : [{ goalId, before: node.depth, after: other.depth }];
    }),
    rolledUp: goals.flatMap(({ goalId, node, other }) => {
      return isSame(node.rolledUp, other.rolledUp)
        ? []
        : [{ goalId, before: node.rolledUp, after: other.rolledUp }];
    }),
    themes: themes.flatMap(({ id, theme, other }) => {
      const [was, is] = [theme.coverage, other.coverage];
      return was.value === is.value ? [] : [{ ...id, before: was, after: is }];
    }),
    themesRolledUp: themes.flatMap(({ id, theme, other }) => {
      const [was, is] = [theme.rolledUp, other.rolledUp];
      return isSame(was, is) ? [] : [{ ...id, before: was, after: is }];
    }),
  };
}

function isSame(one: RollUp, other: RollUp): boolean {
  return (
    one.raw === other.raw && one.n === other.n && one.of === other.of && one.method === other.method
  );
}
