import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { isDay, readInstant } from '@plumbline/kernel';
import type { EpochMs, Instant, Position } from '@plumbline/kernel';
import type { Times, ViewReader } from '@plumbline/views';
import { goalsPorts, goalStream, kpiStream, type GoalsPorts } from './goals.handler.ts';
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

export type AskedTimes = Times & { readonly readAfter?: Position };

/** What can be asked of this context. Answers are view documents, sealed as they are stored. */
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
}

/** Every question of this context goes over the bus in this one envelope. */
export class GoalsQuery extends Query<GoalsAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: GoalsQuestion,
    readonly times: AskedTimes,
  ) {
    super();
  }
}

@QueryHandler(GoalsQuery)
export class GoalsQueryHandler implements IQueryHandler<GoalsQuery> {
  constructor(@Inject(goalsPorts) private readonly ports: GoalsPorts) {}

  async execute({ tenant, question, times }: GoalsQuery): Promise<GoalsAnswer> {
    const until = untilOf(times, this.ports.clock.now());
    switch (question.ask) {
      case 'goals': {
        const reader = await this.ports.views.of(goalSheet, tenant, times);
        const found = await findGoals(reader, question.filter, question.page);
        return { position: reader.position, until, goals: found.docs, ...nextOf(found) };
      }
      case 'goal':
        return { until, ...(await this.#goal(tenant, question.goalId, times)) };
      case 'history':
        return { until, ...(await this.#history(tenant, question.goalId, times)) };
      case 'periods': {
        const reader = await this.ports.views.of(goalPeriod, tenant, times);
        const { docs, next } = await reader.find('all', question.page);
        const periods = docs.map((one) => one.doc);
        return { position: reader.position, until, periods, ...nextOf({ next }) };
      }
      case 'kpis': {
        const reader = await this.ports.views.of(kpiSheet, tenant, times);
        const found = await findKpis(reader, question.filter, question.page);
        return { position: reader.position, until, kpis: found.docs, ...nextOf(found) };
      }
      case 'kpi': {
        const reader = await this.ports.views.of(kpiSheet, tenant, times);
        const kpi = await reader.get(question.kpiId);
        return { position: reader.position, until, kpis: kpi === undefined ? [] : [kpi] };
      }
    }
  }

  /** One goal at an earlier point is folded from its own streams; it need not replay the log. */
  async #goal(tenant: string, goalId: string, times: AskedTimes) {
    const { views } = this.ports;
    if (times.asOf === undefined && times.effectiveAt === undefined) {
      const reader = await views.of(goalSheet, tenant, times);
      const sheet = await reader.get(goalId);
      return { position: reader.position, goals: sheet === undefined ? [] : [sheet] };
    }
    const streams = await this.#streamsOf(tenant, goalId, times);
    const folded = await views.fold(goalSheet, goalId, streams, times);
    return { position: folded.position, goals: folded.doc === undefined ? [] : [folded.doc] };
  }

  async #history(tenant: string, goalId: string, times: AskedTimes) {
    const streams = await this.#streamsOf(tenant, goalId, times);
    const { doc, position } = await this.ports.views.fold(goalHistory, goalId, streams, times);
    return doc === undefined ? { position } : { position, history: doc };
  }

  /** The goal's stream, and those of the KPIs that tell of it by now. */
  async #streamsOf(tenant: string, goalId: string, { readAfter }: AskedTimes) {
    const wait = readAfter === undefined ? {} : { readAfter };
    const reader = await this.ports.views.of(goalSheet, tenant, wait);
    const sheet = await reader.get(goalId);
    const kpis = Object.keys(sheet?.indicators ?? {}).map((id) => kpiStream(tenant, id));
    return [goalStream(tenant, goalId), ...kpis];
  }
}

/** Figures are taken at `effectiveAt`; else at an `asOf` that is a time; else now. */
export function untilOf({ asOf, effectiveAt }: Times, now: EpochMs): EpochMs {
  const instant: Instant | undefined = effectiveAt ?? (asOf && readInstant(asOf));
  if (instant === undefined) return now;
  const ms = Date.parse(isDay(instant) ? `${instant}T23:59:59.999Z` : instant);
  return Number.isNaN(ms) ? now : ms;
}

interface Found<Doc> {
  readonly docs: readonly Doc[];
  readonly next?: string | undefined;
}

const nextOf = ({ next }: { next?: string | undefined }) => (next === undefined ? {} : { next });

/** Goals by the narrowest index that the filter names; the rest of it is looked at one by one. */
async function findGoals(
  reader: ViewReader<GoalSheet>,
  filter: GoalFilter,
  page: Page,
): Promise<Found<GoalSheet>> {
  const { owner, period, stage } = filter;
  const by =
    (owner !== undefined && { index: 'owner', value: owner }) ||
    (period !== undefined && { index: 'period', value: period }) ||
    (stage !== undefined && { index: 'stage', value: stage }) ||
    'all';
  return findWhere(reader, by, page, (sheet) => {
    return (
      (owner === undefined || sheet.owner === owner) &&
      (period === undefined || sheet.period.name === period) &&
      (stage === undefined || sheet.stage === stage)
    );
  });
}

async function findKpis(
  reader: ViewReader<KpiSheet>,
  { goal, owner }: KpiFilter,
  page: Page,
): Promise<Found<KpiSheet>> {
  const by =
    (goal !== undefined && { index: 'goal', value: goal }) ||
    (owner !== undefined && { index: 'owner', value: owner }) ||
    'all';
  return findWhere(reader, by, page, (sheet) => {
    return (
      (goal === undefined || sheet.goalId === goal) &&
      (owner === undefined || sheet.owner === owner)
    );
  });
}

async function findWhere<Doc>(
  reader: ViewReader<Doc>,
  by: Parameters<ViewReader<Doc>['find']>[0],
  { limit, after }: Page,
  wanted: (doc: Doc) => boolean,
): Promise<Found<Doc>> {
  const docs: Doc[] = [];
  let from = after;
  for (;;) {
    const start = from === undefined ? {} : { after: from };
    const found = await reader.find(by, { limit, ...start });
    for (const { key, doc } of found.docs) {
      if (!wanted(doc)) continue;
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
