import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { reject, type Day, type EpochMs, type Position, type Rejection } from '@plumbline/kernel';
import { findWhere, type Page } from './goals.queries.ts';
import { aboutGoal } from './goals.permission.ts';
import { goalsPorts, type GoalsPorts } from './goals.ports.ts';
import { allOf, openPlans, type AskedTimes, type Plans } from './plans.reader.ts';
import * as figures from './plans.figures.ts';
import type { AlignmentLine } from './views/alignment-edge.ts';
import type { GoalSheet } from './views/goal-sheet.ts';
import { ideaSheet, stateOf, type IdeaSheet } from './views/idea-sheet.ts';
import type { StrategySheet } from './views/strategy-sheet.ts';
import type { Reparenting } from './views/what-if.moves.ts';

/** What can be asked of strategies, alignments and ideas, and of figures over all of them. */
export type PlansQuestion =
  | { readonly ask: 'strategies'; readonly owner?: string; readonly page: Page }
  | { readonly ask: 'strategy'; readonly strategyId: string }
  | { readonly ask: 'alignments'; readonly goalId: string }
  | { readonly ask: 'map'; readonly filter: figures.MapFilter }
  | { readonly ask: 'what-if'; readonly moves: readonly Reparenting[] }
  | { readonly ask: 'units'; readonly filter: figures.UnitsFilter }
  | { readonly ask: 'lag'; readonly filter: figures.CountedFilter }
  | { readonly ask: 'funnel' }
  | { readonly ask: 'latency'; readonly strategyId?: string }
  | { readonly ask: 'ideas'; readonly filter: IdeasFilter; readonly page: Page }
  | { readonly ask: 'idea'; readonly ideaId: string };

export interface IdeasFilter {
  readonly owner?: string;
  readonly credited?: string;
  readonly signal?: string;
  readonly state?: string;
}

interface Answers {
  readonly strategies?: readonly StrategySheet[];
  readonly ideas?: readonly IdeaSheet[];
  readonly alignments?: GoalAlignments;
  readonly map?: figures.MapAnswer;
  readonly whatIf?: figures.WhatIfAnswer;
  readonly units?: figures.UnitsAnswer;
  readonly lag?: figures.LagAnswer;
  readonly funnel?: figures.FunnelAnswer;
  readonly latency?: figures.LatencyAnswer;
  readonly next?: string;
  /** The caller may not see it, or it is more than one answer holds. */
  readonly refused?: Rejection;
}

export interface PlansAnswer extends Answers {
  readonly position: Position | null;
  readonly until: EpochMs;
  readonly on: Day;
}

/** The alignments of a goal to its parents, and of others to it, with the other end of each. */
export interface GoalAlignments {
  readonly parents: readonly AlignmentWith[];
  readonly children: readonly AlignmentWith[];
}

export interface AlignmentWith {
  readonly line: AlignmentLine;
  /** Undefined where the caller may not see it. */
  readonly goal?: GoalSheet | undefined;
  readonly strategy?: StrategySheet | undefined;
}

/** Every question on plans goes over the bus in this one envelope. */
export class PlansQuery extends Query<PlansAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: PlansQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(PlansQuery)
export class PlansQueryHandler implements IQueryHandler<PlansQuery> {
  constructor(@Inject(goalsPorts) private readonly ports: GoalsPorts) {}

  async execute({ tenant, question, times, reading }: PlansQuery): Promise<PlansAnswer> {
    const plans = await openPlans(this.ports, tenant, times, reading);
    const { position, until, on } = plans;
    const answer = refuse(question, reading) ?? (await this.#answer(question, plans, reading));
    await reading.recorded();
    return { position, until, on, ...answer };
  }

  async #answer(question: PlansQuestion, plans: Plans, reading: Reading): Promise<Answers> {
    switch (question.ask) {
      case 'strategies':
        return strategies(plans, question);
      case 'strategy': {
        const all = await plans.strategies();
        return { strategies: all.filter((one) => one.strategyId === question.strategyId) };
      }
      case 'alignments':
        return alignmentsOf(plans, question.goalId, reading);
      case 'map':
        return figures.map(plans, question.filter);
      case 'what-if':
        return { whatIf: await figures.tried(plans, question.moves) };
      case 'units':
        return { units: await figures.units(plans, question.filter) };
      case 'lag':
        return { lag: await figures.lag(plans, question.filter) };
      case 'funnel':
        return { funnel: await figures.funnel(plans) };
      case 'latency':
        return { latency: await figures.latency(plans, question.strategyId) };
      case 'ideas':
        return ideas(plans, question);
      case 'idea': {
        const sheet = await (await plans.view(ideaSheet)).get(question.ideaId);
        return { ideas: sheet === undefined ? [] : [sheet] };
      }
    }
  }
}

/** Everybody of the tenant reads these, and so does who stands in for somebody. */
function refuse({ ask }: PlansQuestion, reading: Reading): Answers | undefined {
  if (ask === 'alignments') return undefined;
  const isOfIdeas = ask === 'ideas' || ask === 'idea' || ask === 'funnel';
  const refused = reading.refusal(isOfIdeas ? 'idea/read' : 'strategy/read', {}, ask);
  return refused === undefined ? undefined : { refused };
}

/** A tenant has few of them. */
async function strategies(
  plans: Plans,
  { owner, page }: PlansQuestion & { ask: 'strategies' },
): Promise<Answers> {
  const { limit, after = '' } = page;
  const found = (await plans.strategies())
    .filter((one) => (owner === undefined || one.owner === owner) && one.strategyId > after)
    .toSorted((one, other) => (one.strategyId < other.strategyId ? -1 : 1));
  const items = found.slice(0, limit);
  const last = items.at(-1);
  return last === undefined || found.length === items.length
    ? { strategies: items }
    : { strategies: items, next: last.strategyId };
}

async function ideas(
  plans: Plans,
  { filter, page }: PlansQuestion & { ask: 'ideas' },
): Promise<Answers> {
  const { owner, credited, signal, state } = filter;
  const by =
    (signal !== undefined && { index: 'signal', value: signal }) ||
    (credited !== undefined && { index: 'credit', value: credited }) ||
    (owner !== undefined && { index: 'owner', value: owner }) ||
    (state !== undefined && { index: 'state', value: state }) ||
    'all';
  const found = await findWhere(await plans.view(ideaSheet), by, page, async (sheet) => {
    return (
      (owner === undefined || sheet.owner === owner) &&
      (credited === undefined || sheet.credit.some((one) => one.person === credited)) &&
      (signal === undefined || sheet.signalId === signal) &&
      (state === undefined || stateOf(sheet) === state)
    );
  });
  return found.next === undefined ? { ideas: found.docs } : { ideas: found.docs, next: found.next };
}

async function alignmentsOf(plans: Plans, goalId: string, reading: Reading): Promise<Answers> {
  const standing = await plans.standing(goalId);
  if (standing === undefined) {
    return { refused: reject('goal/not-found', 'There is no goal with this id.') };
  }
  const refused = reading.refusal('goal/read', aboutGoal(standing), `goal:${goalId}`);
  if (refused !== undefined) return { refused };
  const edges = await plans.edges();
  const [above, below, sheets, sees] = await Promise.all([
    allOf(edges, { index: 'child', value: goalId }),
    allOf(edges, { index: 'parent', value: goalId }),
    plans.strategies(),
    plans.seer(),
  ]);
  const goalOf = async (id: string) => {
    const node = await plans.goals.get(id);
    return node !== undefined && sees(node) ? node : undefined;
  };
  const parents = above.map(async (line): Promise<AlignmentWith> => {
    const { parent } = line;
    if ('goal' in parent) return { line, goal: await goalOf(parent.goal) };
    return { line, strategy: sheets.find((one) => one.strategyId === parent.strategy) };
  });
  const children = below.map(async (line): Promise<AlignmentWith> => {
    return { line, goal: await goalOf(line.child) };
  });
  return {
    alignments: { parents: await Promise.all(parents), children: await Promise.all(children) },
  };
}
