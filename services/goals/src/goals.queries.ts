import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import type { EpochMs, Position, Rejection } from '@plumbline/kernel';
import type { ViewReader } from '@plumbline/views';
import { aboutGoal, aboutKpi } from './goals.permission.ts';
import { goalsPorts, type GoalsPorts } from './goals.ports.ts';
import { goalStream, streamsOfGoal } from './goals.streams.ts';
import { untilOf, type AskedTimes } from './plans.reader.ts';
import { goalFigures } from './views/figures.ts';
import { goalHistory, type GoalHistory } from './views/goal-history.ts';
import { goalPeriod, type GoalPeriod } from './views/goal-period.ts';
import { goalSheet, type GoalSheet } from './views/goal-sheet.ts';
import { kpiSheet, type KpiSheet } from './views/kpi-sheet.ts';

export interface GoalFilter {
  readonly owner?: string;
  readonly period?: string;
  readonly stage?: string;
}

export interface Page {
  readonly limit: number;
  readonly after?: string;
}

/**
 * What can be asked of this context. Answers are view documents, sealed as they are stored, and
 * only those that the caller may see as the goal stands now, also of an earlier point.
 */
export type GoalsQuestion =
  | { readonly ask: 'goals'; readonly filter: GoalFilter; readonly page: Page }
  | { readonly ask: 'goal'; readonly goalId: string }
  | { readonly ask: 'history'; readonly goalId: string }
  | { readonly ask: 'periods'; readonly page: Page }
  | { readonly ask: 'kpis'; readonly filter: KpiFilter; readonly page: Page }
  | { readonly ask: 'kpi'; readonly kpiId: string };

export interface KpiFilter {
  readonly owner?: string;
  readonly goal?: string;
}

export interface GoalsAnswer {
  readonly position: Position | null;
  /** The instant (ms) at which figures are to be taken. */
  readonly until: EpochMs;
  readonly goals?: readonly GoalSheet[];
  readonly kpis?: readonly KpiSheet[];
  readonly periods?: readonly GoalPeriod[];
  readonly history?: GoalHistory;
  readonly next?: string;
  /** It is there, and the caller may not see it. */
  readonly refused?: Rejection;
}

/** Every question of this context goes over the bus in this one envelope. */
export class GoalsQuery extends Query<GoalsAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: GoalsQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(GoalsQuery)
export class GoalsQueryHandler implements IQueryHandler<GoalsQuery> {
  constructor(@Inject(goalsPorts) private readonly ports: GoalsPorts) {}

  async execute({ tenant, question, times, reading }: GoalsQuery): Promise<GoalsAnswer> {
    const until = untilOf(times, this.ports.clock.now());
    const answer = await this.#answer(tenant, question, times, reading);
    await reading.recorded();
    return { until, ...answer };
  }

  async #answer(tenant: string, question: GoalsQuestion, times: AskedTimes, reading: Reading) {
    const { views } = this.ports;
    switch (question.ask) {
      case 'goals': {
        const reader = await views.of(goalSheet, tenant, times);
        const sees = await this.#seer(tenant, times, reading);
        const found = await findGoals(reader, question.filter, question.page, sees);
        return { position: reader.position, goals: found.docs, ...nextOf(found) };
      }
      case 'goal':
        return this.#goal(tenant, question.goalId, times, reading);
      case 'history':
        return this.#history(tenant, question.goalId, times, reading);
      case 'periods': {
        const reader = await views.of(goalPeriod, tenant, times);
        const { docs, next } = await reader.find('all', question.page);
        const periods = docs.map((one) => one.doc);
        return { position: reader.position, periods, ...nextOf({ next }) };
      }
      case 'kpis': {
        const reader = await views.of(kpiSheet, tenant, times);
        const goals = await views.of(goalSheet, tenant, {});
        const found = await findKpis(reader, question.filter, question.page, async (kpi) => {
          return reading.sees('kpi/read', await aboutKpiIn(goals, kpi), `kpi:${kpi.kpiId}`);
        });
        return { position: reader.position, kpis: found.docs, ...nextOf(found) };
      }
      case 'kpi': {
        const reader = await views.of(kpiSheet, tenant, times);
        const { position } = reader;
        const kpi = await reader.get(question.kpiId);
        if (kpi === undefined) return { position, kpis: [] };
        const about = await aboutKpiIn(await views.of(goalSheet, tenant, {}), kpi);
        const refused = reading.refusal('kpi/read', about, `kpi:${kpi.kpiId}`);
        return refused === undefined ? { position, kpis: [kpi] } : { position, refused };
      }
    }
  }

  /** Whether a goal of a list may be seen, as it stands now: a list of earlier may hold others. */
  async #seer(tenant: string, { asOf, effectiveAt }: AskedTimes, reading: Reading) {
    const sees = (sheet: GoalSheet) =>
      reading.sees('goal/read', aboutGoal(sheet), `goal:${sheet.goalId}`);
    if (asOf === undefined && effectiveAt === undefined) return async (it: GoalSheet) => sees(it);
    const now = await this.ports.views.of(goalSheet, tenant, {});
    return async (it: GoalSheet) => sees((await now.get(it.goalId)) ?? it);
  }

  /** One goal at an earlier point is folded from its own streams; it need not replay the log. */
  async #goal(tenant: string, goalId: string, times: AskedTimes, reading: Reading) {
    const { views } = this.ports;
    const { readAfter, ...earlier } = times;
    const reader = await views.of(goalSheet, tenant, readAfterOf(readAfter));
    const { position } = reader;
    const isNow = earlier.asOf === undefined && earlier.effectiveAt === undefined;
    const sheet = await reader.get(goalId);
    const now = isNow ? sheet : (sheet ?? (await this.#unprojected(tenant, goalId)));
    if (now === undefined) return { position, goals: [] };
    const refused = reading.refusal('goal/read', aboutGoal(now), `goal:${goalId}`);
    if (refused !== undefined) return { position, refused };
    if (isNow) return { position, goals: [now] };
    const folded = await views.fold(goalSheet, goalId, streamsOfGoal(tenant, now), earlier);
    return { position: folded.position, goals: folded.doc === undefined ? [] : [folded.doc] };
  }

  async #history(tenant: string, goalId: string, times: AskedTimes, reading: Reading) {
    const { readAfter, ...earlier } = times;
    const reader = await this.ports.views.of(goalSheet, tenant, readAfterOf(readAfter));
    const now = (await reader.get(goalId)) ?? (await this.#unprojected(tenant, goalId));
    if (now === undefined) return { position: reader.position };
    const refused = reading.refusal('goal/read', aboutGoal(now), `goal:${goalId}`);
    if (refused !== undefined) return { position: reader.position, refused };
    const streams = streamsOfGoal(tenant, now);
    const { doc, position } = await this.ports.views.fold(goalHistory, goalId, streams, earlier);
    return doc === undefined ? { position } : { position, history: doc };
  }

  /** A goal that the view does not hold yet: what is asked of a stream does not wait for a view. */
  async #unprojected(tenant: string, goalId: string): Promise<GoalSheet | undefined> {
    const streams = [goalStream(tenant, goalId)];
    return (await this.ports.views.fold(goalSheet, goalId, streams, {})).doc;
  }
}

const readAfterOf = (readAfter: Position | undefined) =>
  readAfter === undefined ? {} : { readAfter };

async function aboutKpiIn(goals: ViewReader<GoalSheet>, kpi: KpiSheet) {
  const goal = kpi.goalId === null ? undefined : await goals.get(kpi.goalId);
  return aboutKpi(kpi, goal);
}

export interface Found<Doc> {
  readonly docs: readonly Doc[];
  readonly next?: string | undefined;
}

const nextOf = ({ next }: { next?: string | undefined }) => (next === undefined ? {} : { next });

/** Goals by the narrowest index that the filter names; the rest of it is looked at one by one. */
async function findGoals(
  reader: ViewReader<GoalSheet>,
  filter: GoalFilter,
  page: Page,
  sees: (sheet: GoalSheet) => Promise<boolean>,
): Promise<Found<GoalSheet>> {
  const { owner, period, stage } = filter;
  const by =
    (owner !== undefined && { index: 'owner', value: owner }) ||
    (period !== undefined && { index: 'period', value: period }) ||
    (stage !== undefined && { index: 'stage', value: stage }) ||
    'all';
  return findWhere(reader, by, page, async (sheet) => {
    return (
      (owner === undefined || sheet.owner === owner) &&
      (period === undefined || sheet.period.name === period) &&
      (stage === undefined || sheet.stage === stage) &&
      sees(sheet)
    );
  });
}

async function findKpis(
  reader: ViewReader<KpiSheet>,
  { goal, owner }: KpiFilter,
  page: Page,
  sees: (sheet: KpiSheet) => Promise<boolean>,
): Promise<Found<KpiSheet>> {
  const by =
    (goal !== undefined && { index: 'goal', value: goal }) ||
    (owner !== undefined && { index: 'owner', value: owner }) ||
    'all';
  return findWhere(reader, by, page, async (sheet) => {
    return (
      (goal === undefined || sheet.goalId === goal) &&
      (owner === undefined || sheet.owner === owner) &&
      sees(sheet)
    );
  });
}

export async function findWhere<Doc>(
  reader: ViewReader<Doc>,
  by: Parameters<ViewReader<Doc>['find']>[0],
  { limit, after }: Page,
  wanted: (doc: Doc) => Promise<boolean>,
): Promise<Found<Doc>> {
  const docs: Doc[] = [];
  let from = after;
  for (;;) {
    const start = from === undefined ? {} : { after: from };
    const found = await reader.find(by, { limit, ...start });
    for (const { key, doc } of found.docs) {
      if (!(await wanted(doc))) continue;
      docs.push(doc);
      if (docs.length === limit) return { docs, next: key };
    }
    if (found.next === undefined) return { docs };
    from = found.next;
  }
}

/** Every active goal of a filter that is past its cadence, the longest silent first. */
export function staleFirst(goals: readonly GoalSheet[], until: EpochMs): readonly GoalSheet[] {
  return goals
    .map((goal) => ({ goal, figures: goalFigures(goal, until) }))
    .filter(({ figures }) => figures.stale === true)
    .toSorted((one, other) => daysOf(other.figures) - daysOf(one.figures))
    .map(({ goal }) => goal);
}

const daysOf = ({ daysSinceCheckIn }: ReturnType<typeof goalFigures>): number =>
  daysSinceCheckIn ?? Number.POSITIVE_INFINITY;
