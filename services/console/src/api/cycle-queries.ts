import { queryOptions } from '@tanstack/react-query';
import { answered, api, noteWrite } from './client.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { PublishedReviewTemplate, PublishedRulePack } from './types.ts';
import type { ReviewCycle, ReviewLine } from './types.ts';

export function cyclesQuery() {
  return queryOptions({
    queryKey: ['review-cycles'],
    queryFn: ({ signal }) =>
      allPages<ReviewCycle>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/review-cycles', { params: { query }, signal }));
      }),
  });
}

/** Reviews open a moment after the launch. */
const openingMs = 1_000;

export function cycleQuery(cycleId: string) {
  return queryOptions({
    queryKey: ['review-cycle', cycleId],
    queryFn: async ({ signal }) => {
      const params = { path: { cycleId } };
      const found = answered(await api.GET('/review-cycles/{cycleId}', { params, signal }));
      // Its reviews are asked for next: they must not be behind what it says of them.
      noteWrite(found.position);
      return found.reviewCycle;
    },
    refetchInterval: ({ state }) => (state.data?.stage === 'launched' ? openingMs : false),
  });
}

/** The reviews of a cycle that the reader may see. */
export function reviewsOfCycleQuery({ id: cycle, stage }: Pick<ReviewCycle, 'id' | 'stage'>) {
  return queryOptions({
    queryKey: ['reviews-of-cycle', cycle, stage],
    queryFn: ({ signal }) =>
      allPages<ReviewLine>(async (after) => {
        const query = given({ cycle, limit: pageSize, after });
        return answered(await api.GET('/reviews', { params: { query }, signal }));
      }),
  });
}

export function templatesQuery() {
  return queryOptions({
    queryKey: ['review-templates'],
    queryFn: ({ signal }) =>
      allPages<PublishedReviewTemplate>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/review-templates', { params: { query }, signal }));
      }),
  });
}

export function rulePacksQuery() {
  return queryOptions({
    queryKey: ['rule-packs'],
    queryFn: ({ signal }) =>
      allPages<PublishedRulePack>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/rule-packs', { params: { query }, signal }));
      }),
  });
}
