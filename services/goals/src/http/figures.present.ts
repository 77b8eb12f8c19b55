import { toInstant } from '@plumbline/kernel';
import { withRefs } from '@plumbline/views';
import type { LagAnswer, LatencyAnswer, MapAnswer, WhatIfAnswer } from '../plans.figures.ts';
import type { AlignmentEdge } from '../views/alignment-map.graph.ts';
import type { AlignmentMap } from '../views/alignment-map.ts';
import type { MapSummary } from '../views/what-if.ts';

/** Ids and waits of one list; its `n` counts the others too. */
export const listedMax = 1_000;

interface Listed<T> {
  readonly n: number;
  readonly items: readonly T[];
}

function listed<T>(all: readonly T[], n = all.length): Listed<T> {
  return { n, items: all.slice(0, listedMax) };
}

export function mapBody({ map, filter, strategies, shown }: MapAnswer) {
  const { strategy, theme } = filter;
  const isAsked = (id: string) => strategy === undefined || id === strategy;
  const sheets = new Map(strategies.map((one) => [one.strategyId, one]));
  return {
    on: map.on,
    totals: {
      shown: shown.length,
      hidden: shown.filter(({ doc }) => doc === undefined).length,
      ...totalsOf(map),
      ...{ byOwnerKind: map.byOwnerKind, byUnit: map.byUnit, cyclic: listed(map.cyclic) },
    },
    strategies: map.strategies
      .filter((one) => isAsked(one.strategyId))
      .map(({ strategyId, progress, coverage }) => {
        const sheet = sheets.get(strategyId);
        const title = sheet === undefined ? null : withRefs(sheet.title, sheet.texts);
        return { id: strategyId, owner: sheet?.owner ?? null, title, progress, coverage };
      }),
    themes: map.themes
      .filter((one) => isAsked(one.strategyId) && (theme === undefined || one.id === theme))
      .map(({ strategyId, id, perspective, weight, children, rolledUp, coverage }) => {
        const sheet = sheets.get(strategyId);
        const said = sheet?.themes.find((one) => one.id === id)?.name ?? null;
        const name = withRefs(said, sheet?.texts ?? {});
        const below = { children: children.map(childOf), rolledUp, coverage };
        return { strategy: strategyId, theme: id, name, perspective, weight, ...below };
      }),
  };
}

type Shown = MapAnswer['shown'][number];

/** What is to be revealed of the nodes, apart from all else that a map is made of. */
export function nodeTitles({ shown }: MapAnswer): readonly unknown[] {
  return shown.map(({ doc }) => (doc === undefined ? null : withRefs(doc.title, doc.texts)));
}

export function mapNodes({ shown }: MapAnswer, titles: readonly unknown[]): readonly object[] {
  return shown.map((one, index) => nodeOf(one, titles[index] ?? null));
}

/** What the caller may not see is counted, and shown as being there. */
function nodeOf({ node, doc }: Shown, title: unknown) {
  const { goalId: id, owner, stage, weight, progress, rolledUp, status, depth } = node;
  if (doc === undefined) return { id, hidden: true };
  const { reference, visibility, period } = doc;
  return {
    ...{ id, hidden: false, reference, owner, title, stage },
    ...{ visibility, period: period.name, weight, progress, rolledUp, status, depth },
    themes: node.themes.map((one) => ({ strategy: one.strategyId, theme: one.id })),
    parents: node.parents.map(parentOf),
    lost: node.lost.map(parentOf),
    children: node.children.map(childOf),
  };
}

function parentOf({ alignmentId, parent, mode, share }: AlignmentEdge) {
  return { alignmentId, parent, mode, share };
}

function childOf({ alignmentId, child, mode, share }: AlignmentEdge) {
  return { alignmentId, child, mode, share };
}

function totalsOf(map: MapSummary | AlignmentMap) {
  const { coverage, byPerspective, orphans, unconnected, unaligned, depths } = map;
  return {
    ...{ coverage, byPerspective, orphans: listed(orphans), unconnected: listed(unconnected) },
    ...{ unaligned: listed(unaligned), depths },
  };
}

export function whatIfBody({ whatIf, isSeen }: WhatIfAnswer) {
  const { before, after, difference } = whatIf;
  const { coverage, statuses, depths, rolledUp, themes, themesRolledUp } = difference;
  const refused = whatIf.refused.map(({ move, code, detail, field = '' }) => {
    return { move, code, detail, field: `/moves/${move}${field}` };
  });
  return {
    refused,
    before: { ...totalsOf(before), strategies: before.strategies.map(strategyOf) },
    after: { ...totalsOf(after), strategies: after.strategies.map(strategyOf) },
    difference: {
      ...{ coverage, statuses: listed(statuses), depths: listed(depths) },
      rolledUp: listed(
        rolledUp.filter((one) => isSeen(one.goalId)),
        rolledUp.length,
      ),
      themes: themes.map(withTheme),
      themesRolledUp: themesRolledUp.map(withTheme),
    },
  };
}

function strategyOf({ strategyId: id, progress, coverage }: MapSummary['strategies'][number]) {
  return { id, progress, coverage };
}

function withTheme<T extends { readonly strategyId: string }>({ strategyId, ...rest }: T) {
  return { strategy: strategyId, ...rest };
}

/** Every wait is counted; the lists have those that the caller may see. */
export function lagBody({ lag, answered, waiting }: LagAnswer) {
  const { median, p90, lapsed } = lag;
  return {
    ...{ median, p90, lapsed },
    answered: listed(
      answered.map(({ amendedAt, replannedAt, ...wait }) => {
        return { ...wait, amendedAt: toInstant(amendedAt), replannedAt: toInstant(replannedAt) };
      }),
      lag.answered.length,
    ),
    waiting: listed(
      waiting.map(({ amendedAt, ...wait }) => ({ ...wait, amendedAt: toInstant(amendedAt) })),
      lag.waiting.length,
    ),
  };
}

export function latencyBody({ median, p90, signals, open, before }: LatencyAnswer) {
  return {
    ...{ median, p90, before },
    signals: signals.map(({ signalId: id, kind, raisedAt, answers }) => {
      return { id, kind, raisedAt: toInstant(raisedAt), answers };
    }),
    open: open.map(({ signalId: id, kind, raisedAt, ageDays }) => {
      return { id, kind, raisedAt: toInstant(raisedAt), ageDays };
    }),
  };
}
