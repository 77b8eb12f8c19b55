import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, apiInPerson } from './client.ts';
import { given } from './queries.ts';

/** Nobody sees a session in the place of another: all of it is asked in person. */
const listPageSize = '50';

export interface SessionsFilter {
  readonly stage?: 'running' | 'locked' | undefined;
  readonly cycle?: string | undefined;
}

export function calibrationsQuery(filter: SessionsFilter) {
  return infiniteQueryOptions({
    queryKey: ['calibrations', filter],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ ...filter, limit: listPageSize, after: pageParam });
      const params = { query };
      return answered(await apiInPerson.GET('/calibration-sessions', { params, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function calibrationQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['calibration', sessionId],
    queryFn: async ({ signal }) => {
      const params = { path: { sessionId } };
      const route = '/calibration-sessions/{sessionId}';
      return answered(await apiInPerson.GET(route, { params, signal })).session;
    },
  });
}

export function boardQuery(sessionId: string) {
  return queryOptions({
    queryKey: ['calibration-board', sessionId],
    queryFn: async ({ signal }) => {
      const params = { path: { sessionId } };
      const route = '/calibration-sessions/{sessionId}/board';
      return answered(await apiInPerson.GET(route, { params, signal }));
    },
  });
}

/** What did not happen; nothing: what did. */
export interface Instead {
  readonly instead?: 'without-session' | 'without-moderator' | undefined;
}

export function calibrationFiguresQuery(sessionId: string, { instead }: Instead) {
  return queryOptions({
    queryKey: ['calibration-figures', sessionId, instead],
    queryFn: async ({ signal }) => {
      const params = { path: { sessionId }, query: given({ instead }) };
      const route = '/calibration-sessions/{sessionId}/figures';
      return answered(await apiInPerson.GET(route, { params, signal })).figures;
    },
  });
}
