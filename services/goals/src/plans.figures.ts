import { reject, type Rejection } from '@plumbline/kernel';
import { allOf, type Plans } from './plans.reader.ts';
import { alignmentMap, type AlignmentMap, type MapNode } from './views/alignment-map.ts';
import type { AlignmentInput, MapGoal } from './views/alignment-map.graph.ts';
import { amendmentLag, type AlignedPair, type AmendmentLag } from './views/amendment-lag.ts';
import { mapGoalOf, unitGoalOf } from './views/counted-goal.ts';
import { goalProgress } from './views/figures.ts';
import type { GoalSheet } from './views/goal-sheet.ts';
import { funnelIdeaOf, ideaSheet } from './views/idea-sheet.ts';
import { innovationFunnel, type InnovationFunnel } from './views/innovation-funnel.ts';
import { replanLatency, type ReplanLatency } from './views/replan-latency.ts';
import type { StrategySheet } from './views/strategy-sheet.ts';
import { unitRollUp, type UnitRollUp } from './views/unit-rollup.ts';
import { whatIf, type WhatIf } from './views/what-if.ts';
import type { Reparenting } from './views/what-if.moves.ts';

/** The pure figures over what is read at one point, and who may see which part of them. */

/** Nodes of one map. */
export const mapNodesMax = 20_000;

/** Which goals are counted: of an owner, of a unit and those below it, of a period. */
export interface CountedFilter {
  readonly owner?: string;
  readonly unit?: string;
  readonly period?: string;
}

export interface MapFilter extends CountedFilter {
  readonly strategy?: string;
  readonly theme?: string;
}

export type UnitsFilter = Pick<CountedFilter, 'unit' | 'period'>;

export interface MapAnswer {
  readonly map: AlignmentMap;
  readonly filter: MapFilter;
  readonly strategies: readonly StrategySheet[];
  /** Those that lead to what was asked for; `doc` where the caller may see the goal. */
  readonly shown: readonly { readonly node: MapNode; readonly doc: GoalSheet | undefined }[];
}

export async function map(
  plans: Plans,
  filter: MapFilter,
): Promise<{ readonly map?: MapAnswer; readonly refused?: Rejection }> {
  const { input, sheets, strategies } = await inputOf(plans);
  const counted = countedBy(plans, filter);
  const counts = ({ goalId }: MapGoal) => counted(sheets.get(goalId));
  const drawn = alignmentMap({ ...input, counts });
  const shown = drawn.nodes.filter((node) => counts(node) && leadsTo(node, filter));
  if (shown.length > mapNodesMax) return { refused: tooMany(shown.length) };
  const sees = await plans.seer();
  const docs = shown.map((node) => {
    const doc = sheets.get(node.goalId);
    if (doc === undefined || !sees(doc)) return { node, doc: undefined };
    // The figures around it do not tell how far a private goal is; itself does, to who may see it.
    return { node: { ...node, progress: goalProgress(doc, plans.until) }, doc };
  });
  return { map: { map: drawn, filter, strategies, shown: docs } };
}

function tooMany(count: number): Rejection {
  const detail = `The map has ${count} goals, and shows ${mapNodesMax}. Name a strategy or a unit.`;
  return reject('alignment-map/too-many-goals', detail, '?strategy');
}

async function inputOf(plans: Plans) {
  const [all, edges, strategies] = await Promise.all([
    plans.sheets(),
    plans.edges().then((edges) => allOf(edges)),
    plans.strategies(),
  ]);
  const sheets = new Map(all.map((one) => [one.goalId, one]));
  const goals = all.map((one) => mapGoalOf(one, plans.until));
  const input: AlignmentInput = {
    ...{ on: plans.on, goals, edges, strategies },
    unitOf: plans.units.of,
  };
  return { input, sheets, strategies };
}

function countedBy({ units }: Plans, { owner, unit, period }: CountedFilter) {
  return (node: GoalSheet | undefined): boolean =>
    node !== undefined &&
    (owner === undefined || node.owner === owner) &&
    (period === undefined || node.period.name === period) &&
    (unit === undefined || units.isWithin(node.owner, unit));
}

function leadsTo({ themes }: MapNode, { strategy, theme }: MapFilter): boolean {
  if (strategy === undefined && theme === undefined) return true;
  return themes.some(({ strategyId, id }) => {
    return (
      (strategy === undefined || strategyId === strategy) && (theme === undefined || id === theme)
    );
  });
}

export interface WhatIfAnswer {
  readonly whatIf: WhatIf;
  /** Progress is shown of these goals only. */
  readonly isSeen: (goalId: string) => boolean;
}

export async function tried(plans: Plans, moves: readonly Reparenting[]): Promise<WhatIfAnswer> {
  const { input, sheets } = await inputOf(plans);
  const sees = await plans.seer();
  const isHidden = (goalId: string) => {
    const node = sheets.get(goalId);
    return node !== undefined && !sees(node);
  };
  const found = whatIf(
    input,
    moves.map((move) => withoutHidden(move, isHidden)),
  );
  const seen = new Set(
    found.difference.rolledUp.flatMap(({ goalId }) => {
      const node = sheets.get(goalId);
      return node !== undefined && sees(node) ? [goalId] : [];
    }),
  );
  return { whatIf: found, isSeen: (goalId) => seen.has(goalId) };
}

/** A goal that the caller may not see is as if there were none. */
function withoutHidden(move: Reparenting, isHidden: (goalId: string) => boolean): Reparenting {
  const shown = <Parent extends Reparenting['to'] | undefined>(parent: Parent): Parent =>
    parent !== null && parent !== undefined && 'goal' in parent && isHidden(parent.goal)
      ? ({ goal: '' } as Parent)
      : parent;
  const { child, from, to } = move;
  return {
    ...move,
    child: isHidden(child) ? '' : child,
    to: shown(to),
    ...(from === undefined ? {} : { from: shown(from) }),
  };
}

export type UnitsAnswer = UnitRollUp;

export async function units(plans: Plans, { unit, period }: UnitsFilter): Promise<UnitsAnswer> {
  const counted = countedBy(plans, period === undefined ? {} : { period });
  const goals = (await plans.sheets()).filter(counted).map((one) => unitGoalOf(one, plans.until));
  const rolled = unitRollUp({ goals, units: plans.units.all(), unitOf: plans.units.of });
  if (unit === undefined) return rolled;
  const below = rolled.units.filter((one) => plans.units.isWithin(`unit:${one.unit}`, unit));
  return { ...rolled, units: below };
}

/** Waits are listed where the caller may see both of their goals; they are counted anyway. */
export interface LagAnswer {
  readonly lag: AmendmentLag;
  readonly answered: AmendmentLag['answered'];
  readonly waiting: AmendmentLag['waiting'];
}

export async function lag(plans: Plans, filter: CountedFilter): Promise<LagAnswer> {
  const [all, edges, strategies, sees] = await Promise.all([
    plans.sheets(),
    plans.edges().then((edges) => allOf(edges)),
    plans.strategies(),
    plans.seer(),
  ]);
  const sheets = new Map(all.map((one) => [one.goalId, one]));
  const counted = countedBy(plans, filter);
  const pairs = edges.flatMap(({ alignmentId, child, parent, from, until }): AlignedPair[] => {
    const node = sheets.get(child);
    if (!counted(node)) return [];
    const overAt = node?.overAt ?? null;
    const childOverAt = overAt === null ? null : Date.parse(overAt);
    const above = 'goal' in parent ? parent.goal : parent.strategy;
    return [{ alignmentId, child, parent: above, from, until, childOverAt }];
  });
  const found = amendmentLag({
    pairs,
    amendments: [
      ...all.flatMap(({ goalId: of, amendments }) => amendments.map(({ at }) => ({ of, at }))),
      ...strategies.flatMap(({ strategyId: of, revisions }) => {
        return revisions.map(({ at }) => ({ of, at: Date.parse(at) }));
      }),
    ],
    alignments: edges.map(({ child, alignedAt }) => ({ child, at: Date.parse(alignedAt) })),
    until: plans.until,
  });
  const isSeen = (goalId: string) => {
    const node = sheets.get(goalId);
    // What is no goal is a strategy, and everybody reads those.
    return node === undefined || sees(node);
  };
  const isShown = ({ child, parent }: { child: string; parent: string }) => {
    return isSeen(child) && isSeen(parent);
  };
  return {
    lag: found,
    answered: found.answered.filter(isShown),
    waiting: found.waiting.filter(isShown),
  };
}

export type FunnelAnswer = InnovationFunnel;

export async function funnel(plans: Plans): Promise<FunnelAnswer> {
  const [ideas, sheets, strategies] = await Promise.all([
    plans.view(ideaSheet).then((sheets) => allOf(sheets)),
    plans.sheets(),
    plans.strategies(),
  ]);
  return innovationFunnel({
    ideas: ideas.map(funnelIdeaOf),
    signals: strategies.flatMap((one) => one.signals),
    amendments: sheets.flatMap(({ goalId, amendments }) => {
      return amendments.map(({ act, signal: signalId }) => ({ goalId, act, signalId }));
    }),
  });
}

export type LatencyAnswer = ReplanLatency;

export async function latency(
  plans: Plans,
  strategyId: string | undefined,
): Promise<LatencyAnswer> {
  const [all, strategies, sees] = await Promise.all([
    plans.sheets(),
    plans.strategies(),
    plans.seer(),
  ]);
  const asked = strategies.filter(
    (one) => strategyId === undefined || one.strategyId === strategyId,
  );
  const found = replanLatency({
    signals: asked.flatMap(({ signals }) => {
      return signals.map(({ signalId, kind, raisedAt }) => {
        return { signalId, kind, raisedAt: Date.parse(raisedAt) };
      });
    }),
    amendments: all.flatMap(({ goalId, amendments }) => {
      return amendments.flatMap(({ signal: signalId, at }) => {
        return signalId === null ? [] : [{ goalId, signalId, at }];
      });
    }),
    until: plans.until,
  });
  const sheets = new Map(all.map((one) => [one.goalId, one]));
  const isSeen = ({ goalId }: { readonly goalId: string }) => {
    const node = sheets.get(goalId);
    return node !== undefined && sees(node);
  };
  const signals = found.signals.map((one) => ({ ...one, answers: one.answers.filter(isSeen) }));
  return { ...found, signals };
}
