import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { present, toInstant, type Day, type Position } from '@plumbline/kernel';
import { findWhere, untilOf } from '@plumbline/views';
import type { AskedTimes, FoundBy, PageRequest } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { controlChartStream } from './charts.facts.ts';
import { controlChartSheet, type ControlChartSheet } from './views/control-chart-sheet.ts';
import { signalSheet, type SignalSheet } from './views/signal-sheet.ts';

export interface ChartFilter {
  readonly owner?: string;
  readonly unit?: string;
  readonly location?: string;
  readonly touchpoint?: string;
}

export interface SignalFilter {
  readonly chart?: string;
  readonly owner?: string;
  readonly stage?: SignalSheet['stage'];
  /** To be explained still, and past the day by which it was to be, at the instant asked about. */
  readonly overdue?: boolean;
}

/** What can be asked of control charts: everybody of the tenant reads them. */
export type ChartsQuestion =
  | { readonly ask: 'charts'; readonly filter: ChartFilter; readonly page: PageRequest }
  | { readonly ask: 'chart'; readonly chartId: string }
  | { readonly ask: 'signals'; readonly filter: SignalFilter; readonly page: PageRequest };

interface Answers {
  readonly position: Position | null;
  readonly charts?: readonly ControlChartSheet[];
  readonly signals?: readonly SignalSheet[];
  readonly next?: string;
}

export interface ChartsAnswer extends Answers {
  /** The day on which it is looked at whether something is overdue. */
  readonly on: Day;
}

/** Every question on control charts goes over the bus in this one envelope. */
export class ChartsQuery extends Query<ChartsAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: ChartsQuestion,
    readonly times: AskedTimes,
  ) {
    super();
  }
}

@QueryHandler(ChartsQuery)
export class ChartsQueryHandler implements IQueryHandler<ChartsQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: ChartsQuery): Promise<ChartsAnswer> {
    const on = toInstant(untilOf(query.times, this.ports.clock.now())).slice(0, 10);
    return { on, ...(await this.#answer(query, on)) };
  }

  async #answer({ tenant, question, times }: ChartsQuery, on: Day): Promise<Answers> {
    const { views } = this.ports;
    switch (question.ask) {
      case 'charts': {
        const reader = await views.of(controlChartSheet, tenant, times);
        const { filter, page } = question;
        const { docs, next } = await findWhere(reader, chartsBy(filter), page, async (sheet) => {
          return isOfChart(sheet, filter);
        });
        return { position: reader.position, charts: docs, ...present({ next }) };
      }
      case 'chart':
        return this.#chart(tenant, question.chartId, times);
      case 'signals': {
        const reader = await views.of(signalSheet, tenant, times);
        const { filter, page } = question;
        const { docs, next } = await findWhere(reader, signalsBy(filter), page, async (sheet) => {
          return isOfSignal(sheet, filter, on);
        });
        return { position: reader.position, signals: docs, ...present({ next }) };
      }
    }
  }

  /** A chart at an earlier point is folded from its own stream; no view is waited for. */
  async #chart(tenant: string, chartId: string, times: AskedTimes): Promise<Answers> {
    const { views } = this.ports;
    if (times.asOf === undefined && times.effectiveAt === undefined) {
      const reader = await views.of(controlChartSheet, tenant, times);
      const sheet = await reader.get(chartId);
      return { position: reader.position, charts: sheet === undefined ? [] : [sheet] };
    }
    const streams = [controlChartStream(tenant, chartId)];
    const { doc, position } = await views.fold(controlChartSheet, chartId, streams, times);
    return { position, charts: doc === undefined ? [] : [doc] };
  }
}

function placesOf({ unit, location, touchpoint }: ChartFilter): readonly string[] {
  const places = Object.entries({ unit, location, touchpoint });
  return places.flatMap(([by, is]) => (is === undefined ? [] : [`${by} ${is}`]));
}

function chartsBy(filter: ChartFilter): FoundBy {
  const [place] = placesOf(filter);
  if (place !== undefined) return { index: 'place', value: place };
  return filter.owner === undefined ? 'all' : { index: 'owner', value: filter.owner };
}

function isOfChart({ standing }: ControlChartSheet, filter: ChartFilter): boolean {
  const { place, owner } = standing;
  const isThere = placesOf(filter).every((one) => one === (place && `${place.by} ${place.is}`));
  return isThere && (filter.owner === undefined || filter.owner === owner);
}

function signalsBy({ chart, owner, stage, overdue }: SignalFilter): FoundBy {
  if (chart !== undefined) return { index: 'chart', value: chart };
  if (owner !== undefined) return { index: 'owner', value: owner };
  const wanted = stage ?? (overdue === true ? 'open' : undefined);
  return wanted === undefined ? 'all' : { index: 'stage', value: wanted };
}

function isOfSignal(sheet: SignalSheet, filter: SignalFilter, on: Day): boolean {
  const { chart, owner, stage, overdue } = filter;
  return (
    (chart === undefined || sheet.chartId === chart) &&
    (owner === undefined || sheet.owner === owner) &&
    (stage === undefined || sheet.stage === stage) &&
    (overdue === undefined || isOverdue(sheet, on) === overdue)
  );
}

export function isOverdue({ stage, due }: SignalSheet, on: Day): boolean {
  return stage === 'open' && due < on;
}
