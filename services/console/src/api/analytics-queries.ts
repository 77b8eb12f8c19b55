import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { ChartSignal, ControlChartSummary, Metric } from './types.ts';

/** Charts, signals and releases that are fetched at once; more of them on demand. */
const listPageSize = '50';

export interface ChartsFilter {
  readonly owner?: 'me' | undefined;
  readonly unit?: string | undefined;
}

export function chartsQuery(filter: ChartsFilter) {
  return infiniteQueryOptions({
    queryKey: ['control-charts', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ ...filter, limit: listPageSize, after: pageParam });
      return answered(await api.GET('/control-charts', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

/** The names of all charts, by their ids. */
export function chartNamesQuery() {
  return queryOptions({
    queryKey: ['control-charts', 'names'],
    queryFn: async ({ signal }) => {
      const { items } = await allPages<ControlChartSummary>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/control-charts', { params: { query }, signal }));
      });
      return new Map(items.map(({ id, name }) => [id, name]));
    },
  });
}

export function chartQuery(chartId: string) {
  return queryOptions({
    queryKey: ['control-chart', chartId],
    queryFn: async ({ signal }) => {
      const params = { path: { chartId } };
      return answered(await api.GET('/control-charts/{chartId}', { params, signal })).chart;
    },
  });
}

export interface SignalsFilter {
  readonly owner?: 'me' | undefined;
  readonly stage?: ChartSignal['stage'] | undefined;
  readonly overdue?: 'true' | undefined;
}

export function signalsQuery(filter: SignalsFilter) {
  return infiniteQueryOptions({
    queryKey: ['signals', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ ...filter, limit: listPageSize, after: pageParam });
      return answered(await api.GET('/signals', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

/** All signals of one chart. */
export function chartSignalsQuery(chart: string) {
  return queryOptions({
    queryKey: ['signals', 'of', chart],
    queryFn: async ({ signal }) => {
      const { items } = await allPages<ChartSignal>(async (after) => {
        const query = given({ chart, limit: pageSize, after });
        return answered(await api.GET('/signals', { params: { query }, signal }));
      });
      return items;
    },
  });
}

/** How figures are counted: those that are always there come first. */
export function metricsQuery() {
  return queryOptions({
    queryKey: ['metrics'],
    queryFn: async ({ signal }) => {
      const { items } = await allPages<Metric>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/metric-definitions', { params: { query }, signal }));
      });
      return items;
    },
  });
}

export function metricQuery(name: string) {
  return queryOptions({
    queryKey: ['metric', name],
    queryFn: async ({ signal }) => {
      const params = { path: { name } };
      return answered(await api.GET('/metric-definitions/{name}', { params, signal })).metric;
    },
  });
}

export interface ReleasesFilter {
  readonly metric?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

export function releasesQuery(filter: ReleasesFilter) {
  return infiniteQueryOptions({
    queryKey: ['releases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ ...filter, limit: listPageSize, after: pageParam });
      return answered(await api.GET('/metric-releases', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function releaseQuery(releaseId: string) {
  return queryOptions({
    queryKey: ['release', releaseId],
    queryFn: async ({ signal }) => {
      const params = { path: { releaseId } };
      return answered(await api.GET('/metric-releases/{releaseId}', { params, signal })).release;
    },
  });
}

/** Why this number: with the facts that it was counted from, page by page. */
export function releasedFigureQuery(releaseId: string, figure: string) {
  return infiniteQueryOptions({
    queryKey: ['released-figure', releaseId, figure],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ limit: listPageSize, after: pageParam });
      const params = { path: { releaseId, figure }, query };
      const route = '/metric-releases/{releaseId}/figures/{figure}';
      return answered(await api.GET(route, { params, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export interface AssociationQuestion {
  readonly between: 'engagement' | 'recognition-coverage';
  readonly metric: string;
  readonly from: string;
  readonly until: string;
  readonly scale?: string | undefined;
}

/** How engagement, or recognition, and the satisfaction of customers go together over units. */
export function associationQuery({ scale, ...asked }: AssociationQuestion) {
  return queryOptions({
    queryKey: ['association', asked, scale],
    queryFn: async ({ signal }) => {
      const query = { ...asked, ...given({ scale }) };
      return answered(await api.GET('/associations', { params: { query }, signal }));
    },
  });
}
