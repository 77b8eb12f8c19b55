import { queryOptions } from '@tanstack/react-query';
import { answered, api } from './client.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { Breakdown, FeedbackNote, FeedbackRequest, OneToOne, Times } from './types.ts';

export interface SatisfactionFilter {
  readonly location?: string | undefined;
  readonly touchpoint?: string | undefined;
  readonly channel?: string | undefined;
  readonly unit?: string | undefined;
}

export interface SatisfactionQuestion extends SatisfactionFilter {
  readonly metric: string;
  readonly from: string;
  readonly until: string;
  readonly by: Breakdown;
  readonly scale?: string | undefined;
}

export function satisfactionQuery(question: SatisfactionQuestion, times: Times) {
  return queryOptions({
    queryKey: ['satisfaction', question, times],
    queryFn: async ({ signal }) => {
      const { metric, from, until, by, ...rest } = question;
      const query = { metric, from, until, by, ...given({ ...rest, ...times }) };
      return answered(await api.GET('/satisfaction', { params: { query }, signal }));
    },
  });
}

/** Feedback that was received, or given. */
export function notesQuery(which: 'received' | 'given') {
  const filter = which === 'received' ? { about: 'me' as const } : { given: 'me' as const };
  return queryOptions({
    queryKey: ['notes', which],
    queryFn: ({ signal }) =>
      allPages<FeedbackNote>(async (after) => {
        const query = given({ ...filter, limit: pageSize, after });
        return answered(await api.GET('/feedback/notes', { params: { query }, signal }));
      }),
  });
}

export function noteQuery(noteId: string) {
  return queryOptions({
    queryKey: ['note', noteId],
    queryFn: async ({ signal }) => {
      const params = { path: { noteId } };
      return answered(await api.GET('/feedback/notes/{noteId}', { params, signal })).note;
    },
  });
}

/** What one was asked, or has asked. */
export function requestsQuery(which: 'to' | 'by') {
  const filter = which === 'to' ? { to: 'me' as const } : { by: 'me' as const };
  return queryOptions({
    queryKey: ['feedback-requests', which],
    queryFn: ({ signal }) =>
      allPages<FeedbackRequest>(async (after) => {
        const query = given({ ...filter, limit: pageSize, after });
        return answered(await api.GET('/feedback/requests', { params: { query }, signal }));
      }),
  });
}

export function requestQuery(requestId: string) {
  return queryOptions({
    queryKey: ['feedback-request', requestId],
    queryFn: async ({ signal }) => {
      const params = { path: { requestId } };
      return answered(await api.GET('/feedback/requests/{requestId}', { params, signal })).request;
    },
  });
}

export function oneToOnesQuery() {
  return queryOptions({
    queryKey: ['one-to-ones'],
    queryFn: ({ signal }) =>
      allPages<OneToOne>(async (after) => {
        const query = given({ limit: pageSize, after });
        return answered(await api.GET('/feedback/one-to-ones', { params: { query }, signal }));
      }),
  });
}

export function oneToOneQuery(oneToOneId: string) {
  return queryOptions({
    queryKey: ['one-to-one', oneToOneId],
    queryFn: async ({ signal }) => {
      const params = { path: { oneToOneId } };
      const route = '/feedback/one-to-ones/{oneToOneId}';
      return answered(await api.GET(route, { params, signal })).oneToOne;
    },
  });
}
