import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.ts';
import { ApiProblem } from './problems.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { Redemption, RewardProgramme } from './types.ts';

/** Recognitions that are fetched at once; the wall has no end. */
const wallPageSize = '50';

/** The wall: all of it, or what one received or gave. */
export function wallQuery(whose: 'to' | 'by' | undefined) {
  return infiniteQueryOptions({
    queryKey: ['wall', whose],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const filter = whose === undefined ? {} : { [whose]: 'me' };
      const query = given({ ...filter, limit: wallPageSize, after: pageParam });
      return answered(await api.GET('/recognitions', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

/** Null where there is none yet, which is no failure. */
export function programmeQuery() {
  return queryOptions({
    queryKey: ['reward-programme'],
    queryFn: async ({ signal }): Promise<RewardProgramme | null> => {
      try {
        return answered(await api.GET('/reward-programme', { signal })).programme;
      } catch (error) {
        if (error instanceof ApiProblem && error.problem.status === 404) return null;
        throw error;
      }
    },
  });
}

export function pointsQuery() {
  return queryOptions({
    queryKey: ['points'],
    queryFn: async ({ signal }) => answered(await api.GET('/points', { signal })).points,
  });
}

/** Those that wait for a decision of whoever asks; none for who decides on none. */
export function openRedemptionsQuery() {
  return queryOptions({
    queryKey: ['open-redemptions'],
    queryFn: async ({ signal }) => {
      const { items } = await allPages<Redemption>(async (after) => {
        const query = given({ open: 'true' as const, limit: pageSize, after });
        return answered(await api.GET('/redemptions', { params: { query }, signal }));
      });
      return items;
    },
  });
}

export function redemptionQuery(redemptionId: string) {
  return queryOptions({
    queryKey: ['redemption', redemptionId],
    queryFn: async ({ signal }) => {
      const params = { path: { redemptionId } };
      return answered(await api.GET('/redemptions/{redemptionId}', { params, signal })).redemption;
    },
  });
}
