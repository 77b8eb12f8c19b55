import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, toInstant, type Day, type Position } from '@plumbline/kernel';
import { findWhere, untilOf } from '@plumbline/views';
import type { AskedTimes, FoundBy, PageRequest } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { controlChartStream } from './charts.facts.ts';
import { seesChart } from './charts.permission.ts';
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

/** What can be asked of control charts. Answers hold only what the caller may see. */
export type ChartsQuestion =
  | { readonly ask: 'charts'; readonly filter: ChartFilter; readonly page: PageRequest }
  | { readonly ask: 'chart'; readonly chartId: string }
  | { readonly ask: 'signals'; readonly filter: SignalFilter; readonly page: PageRequest };

/** A signal, and the chart that it is seen with. */
export interface SignalOfChart {
  readonly sheet: SignalSheet;
  readonly chart: ControlChartSheet;
}

interface Answers {
  readonly position: Position | null;
  readonly charts?: readonly ControlChartSheet[];
  readonly signals?: readonly SignalOfChart[];
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
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(ChartsQuery)
export class ChartsQueryHandler implements IQueryHandler<ChartsQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: ChartsQuery): Promise<ChartsAnswer> {
    const on = toInstant(untilOf(query.times, this.ports.clock.now())).slice(0, 10);
    const answer = await this.#answer(query, on);
    await query.reading.recorded();
    return { on, ...answer };
  }

  async #answer(query: ChartsQuery, on: Day): Promise<Answers> {
    const { tenant, question, times, reading } = query;
    const { views } = this.ports;
    if (question.ask === 'chart') return this.#chart(query, question.chartId);
    const { page } = question;
    const charts = await views.of(controlChartSheet, tenant, times);
    if (question.ask === 'charts') {
      const { filter } = question;
      const { docs, next } = await findWhere(charts, chartsBy(filter), page, async (sheet) => {
        return isOfChart(sheet, filter) && seesChart(reading, sheet);
      });
      return { position: charts.position, charts: docs, ...present({ next }) };
    }
    const signals = await views.of(signalSheet, tenant, times);
    const { filter } = question;
    const seenOf = new Map<string, ControlChartSheet>();
    const { docs, next } = await findWhere(signals, signalsBy(filter), page, async (sheet) => {
      if (!isOfSignal(sheet, filter, on)) return false;
      const chart = seenOf.get(sheet.chartId) ?? (await charts.get(sheet.chartId));
      if (chart === undefined || !seesChart(reading, chart)) return false;
      seenOf.set(sheet.chartId, chart);
      return true;
    });
    const found = docs.flatMap((sheet) => {
      const chart = seenOf.get(sheet.chartId);
      return chart === undefined ? [] : [{ sheet, chart }];
    });
    return { position: signals.position, signals: found, ...present({ next }) };
  }

  /** A chart at an earlier point is folded from its own stream; no view is waited for. */
  async #chart({ tenant, times, reading }: ChartsQuery, chartId: string): Promise<Answers> {
    const { views } = this.ports;
    if (times.asOf === undefined && times.effectiveAt === undefined) {
      const reader = await views.of(controlChartSheet, tenant, times);
      return { position: reader.position, charts: seen(reading, await reader.get(chartId)) };
    }
    const streams = [controlChartStream(tenant, chartId)];
    const { doc, position } = await views.fold(controlChartSheet, chartId, streams, times);
    return { position, charts: seen(reading, doc) };
  }
}

/** A chart that one may not see is not there. */
function seen(
  reading: Reading,
  chart: ControlChartSheet | undefined,
): readonly ControlChartSheet[] {
  return chart !== undefined && seesChart(reading, chart) ? [chart] : [];
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
