import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.ts';
import type { SatisfactionFilter } from './feedback-queries.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { ServiceLevel } from './types.ts';

/** Cases, and responses, that are fetched at once; more of them on demand. */
const listPageSize = '50';

export interface CasesFilter {
  readonly unit?: string | undefined;
  readonly stage?: 'open' | 'running' | 'paused' | 'resolved' | undefined;
  readonly overdue?: 'true' | undefined;
}

export function casesQuery(filter: CasesFilter) {
  return infiniteQueryOptions({
    queryKey: ['cases', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ ...filter, limit: listPageSize, after: pageParam });
      return answered(await api.GET('/cases', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function caseQuery(caseId: string) {
  return queryOptions({
    queryKey: ['case', caseId],
    queryFn: async ({ signal }) => {
      const params = { path: { caseId } };
      return answered(await api.GET('/cases/{caseId}', { params, signal })).case;
    },
  });
}

export function serviceLevelsQuery() {
  return queryOptions({
    queryKey: ['service-levels'],
    queryFn: async ({ signal }) => {
      const { items } = await allPages<ServiceLevel>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/service-levels', { params: { query }, signal }));
      });
      return items;
    },
  });
}

export function serviceLevelQuery(serviceLevelId: string) {
  return queryOptions({
    queryKey: ['service-level', serviceLevelId],
    queryFn: async ({ signal }) => {
      const params = { path: { serviceLevelId } };
      const route = '/service-levels/{serviceLevelId}';
      return answered(await api.GET(route, { params, signal })).serviceLevel;
    },
  });
}

/** How often promises were kept, of cases that were opened on these days. */
export function attainmentQuery(query: { readonly from: string; readonly until: string }) {
  return queryOptions({
    queryKey: ['sla-attainment', query],
    queryFn: async ({ signal }) => {
      return answered(await api.GET('/sla-attainment', { params: { query }, signal }));
    },
  });
}

export interface ResponsesFilter extends SatisfactionFilter {
  readonly person?: string | undefined;
  readonly loop?: 'open' | 'closed' | undefined;
}

/** Single responses, as far as whoever asks may read them. */
export function responsesQuery(filter: ResponsesFilter) {
  return infiniteQueryOptions({
    queryKey: ['customer-responses', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ ...filter, limit: listPageSize, after: pageParam });
      return answered(await api.GET('/customer-responses', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function responseQuery(responseId: string) {
  return queryOptions({
    queryKey: ['customer-response', responseId],
    queryFn: async ({ signal }) => {
      const params = { path: { responseId } };
      const route = '/customer-responses/{responseId}';
      return answered(await api.GET(route, { params, signal })).response;
    },
  });
}
