import { QueryClient, queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.ts';
import { ApiProblem, isPassing } from './problems.ts';
import type { GoalSummary, Stage, Times } from './types.ts';

const retriesMax = 4;
const retryDelayMsMax = 10_000;
export const pageSize = '1000';
/** Pages of a list that are fetched at most; beyond it the page says that there are more. */
export const listPagesMax = 10;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (count, error) => {
        return error instanceof ApiProblem && isPassing(error.problem) && count < retriesMax;
      },
      retryDelay: (count, error) => {
        const asked = error instanceof ApiProblem ? error.retryAfter : undefined;
        return Math.min((asked ?? 0.5 * 2 ** count) * 1_000, retryDelayMsMax);
      },
    },
    mutations: { retry: false },
  },
});

export interface GoalsFilter {
  readonly owner?: string | undefined;
  readonly period?: string | undefined;
  readonly stage?: Stage | undefined;
}

export interface GoalsFound {
  readonly position: string | null;
  readonly goals: readonly GoalSummary[];
  /** There are more than were fetched. */
  readonly more: boolean;
}

/** Parameters without those that are not set: an unknown or empty one is refused. */
export function given<T extends object>(
  values: T,
): { [Key in keyof T]?: Exclude<T[Key], undefined> } {
  const entries = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(entries) as { [Key in keyof T]?: Exclude<T[Key], undefined> };
}

interface Page<T> {
  readonly position: string | null;
  readonly items: readonly T[];
  readonly next?: string;
}

/** Page after page of a list, as long as there are more, and not more than `listPagesMax`. */
export async function allPages<T>(
  pageAfter: (after: string | undefined) => Promise<Page<T>>,
): Promise<{ readonly position: string | null; readonly items: readonly T[]; more: boolean }> {
  const items: T[] = [];
  let after: string | undefined;
  for (let page = 0; page < listPagesMax; page += 1) {
    const found = await pageAfter(after);
    items.push(...found.items);
    after = found.next;
    if (after === undefined) return { position: found.position, items, more: false };
  }
  return { position: null, items, more: true };
}

export function goalsQuery(filter: GoalsFilter, times: Times) {
  return queryOptions({
    queryKey: ['goals', filter, times],
    queryFn: async ({ signal }): Promise<GoalsFound> => {
      const { items, ...found } = await allPages<GoalSummary>(async (after) => {
        const query = given({ ...filter, ...times, limit: pageSize, after });
        return answered(await api.GET('/goals', { params: { query }, signal }));
      });
      return { ...found, goals: items };
    },
  });
}

export function periodsQuery() {
  return queryOptions({
    queryKey: ['periods'],
    queryFn: async ({ signal }) => {
      const params = { query: { limit: pageSize } };
      return answered(await api.GET('/periods', { params, signal })).items;
    },
  });
}

export function goalQuery(goalId: string, times: Times) {
  return queryOptions({
    queryKey: ['goal', goalId, times],
    queryFn: async ({ signal }) => {
      const params = { path: { goalId }, query: given(times) };
      return answered(await api.GET('/goals/{goalId}', { params, signal }));
    },
  });
}

export function historyQuery(goalId: string) {
  return queryOptions({
    queryKey: ['history', goalId],
    queryFn: async ({ signal }) => {
      const params = { path: { goalId } };
      return answered(await api.GET('/goals/{goalId}/history', { params, signal }));
    },
  });
}

export function staleGoalsQuery(filter: GoalsFilter) {
  return queryOptions({
    queryKey: ['stale-goals', filter],
    queryFn: async ({ signal }) => {
      const params = { query: given({ ...filter, limit: pageSize }) };
      return answered(await api.GET('/stale-goals', { params, signal }));
    },
  });
}

export function honestyQuery(filter: GoalsFilter) {
  return queryOptions({
    queryKey: ['forecast-honesty', filter],
    queryFn: async ({ signal }) => {
      const params = { query: given({ ...filter, limit: pageSize }) };
      return answered(await api.GET('/forecast-honesty', { params, signal }));
    },
  });
}
