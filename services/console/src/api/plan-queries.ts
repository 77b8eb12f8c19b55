import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { Strategy, Times } from './types.ts';

export interface MapFilter {
  readonly owner?: string | undefined;
  readonly unit?: string | undefined;
  readonly period?: string | undefined;
}

export function mapQuery(filter: MapFilter, times: Times) {
  return queryOptions({
    queryKey: ['alignment-map', filter, times],
    queryFn: async ({ signal }) => {
      const query = given({ ...filter, ...times });
      return answered(await api.GET('/alignment-map', { params: { query }, signal }));
    },
  });
}

/** Every strategy as it is known now, for the days on which the map changed. */
export function strategiesQuery() {
  return queryOptions({
    queryKey: ['strategies'],
    queryFn: async ({ signal }) => {
      const { items } = await allPages<Strategy>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/strategies', { params: { query }, signal }));
      });
      return items;
    },
  });
}
