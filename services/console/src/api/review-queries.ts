import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { randomId } from './command-key.ts';
import { answered, api, apiInPerson, noteWrite } from './client.ts';
import { given } from './queries.ts';
import type { Receipt, ReviewDraft } from './types.ts';

const listPageSize = '50';

/** Whose reviews: those that one is to write in, answers for, or that are about oneself. */
export type ReviewsOf = 'owed' | 'led' | 'own';

export function reviewsQuery(of: ReviewsOf) {
  const filter = { owed: { owedBy: 'me' }, led: { ledBy: 'me' }, own: {} } as const;
  return infiniteQueryOptions({
    queryKey: ['reviews', of],
    initialPageParam: undefined as string | undefined,
    queryFn: async ({ signal, pageParam }) => {
      const query = given({ ...filter[of], limit: listPageSize, after: pageParam });
      return answered(await api.GET('/reviews', { params: { query }, signal }));
    },
    getNextPageParam: (page) => page.next,
  });
}

export function reviewQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review', reviewId],
    queryFn: async ({ signal }) => {
      const params = { path: { reviewId } };
      return answered(await api.GET('/reviews/{reviewId}', { params, signal })).review;
    },
  });
}

/** Why the score is what it is, down to facts; null where there is none. */
export function whyQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review-why', reviewId],
    queryFn: async ({ signal }) => {
      const params = { path: { reviewId } };
      return answered(await api.GET('/reviews/{reviewId}/score', { params, signal })).why;
    },
  });
}

/** What was pinned for a review, as it read then, and what has come too late for it. */
export function evidenceQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review-evidence', reviewId],
    queryFn: async ({ signal }) => {
      const params = { path: { reviewId } };
      return answered(await api.GET('/reviews/{reviewId}/evidence', { params, signal })).evidence;
    },
  });
}

/** Everything that happened to a review, from its beginning. */
export function storyQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review-story', reviewId],
    queryFn: async ({ signal }) => {
      const params = { path: { reviewId } };
      return answered(await api.GET('/reviews/{reviewId}/story', { params, signal })).items;
    },
  });
}

export type PrintedFormat = 'html' | 'pdf';

/** The review as a file, in the language of the page where its template has it. */
export async function printedReview(reviewId: string, format: PrintedFormat): Promise<Blob> {
  const [language = 'en'] = navigator.language.split('-');
  const params = { path: { reviewId }, query: { format, language } };
  const route = '/reviews/{reviewId}/rendered';
  return answered<Blob>(await api.GET(route, { params, parseAs: 'blob' }));
}

/** A version is never changed: it is asked for once. */
export function templateQuery({ id, version }: { readonly id: string; readonly version: number }) {
  return queryOptions({
    queryKey: ['review-template', id, version],
    staleTime: Infinity,
    queryFn: async ({ signal }) => {
      const params = { path: { templateId: id, version: String(version) } };
      const route = '/review-templates/{templateId}/versions/{version}';
      return answered(await api.GET(route, { params, signal })).reviewTemplateVersion;
    },
  });
}

/** The own draft; null where nothing was saved. Nobody else reads it, so it is asked in person. */
export function draftQuery(reviewId: string) {
  return queryOptions({
    queryKey: ['review-draft', reviewId],
    queryFn: async ({ signal }) => draftOf(reviewId, signal),
  });
}

async function draftOf(reviewId: string, signal: AbortSignal): Promise<ReviewDraft | null> {
  const params = { path: { reviewId } };
  const route = '/reviews/{reviewId}/draft';
  return answered(await apiInPerson.GET(route, { params, signal })).reviewDraft;
}

export interface DraftToSave {
  readonly ratings: { readonly item: string; readonly rating: number }[];
  readonly texts: Record<string, string>;
}

/**
 * Saves all of a draft upon the revision that was seen; null where there was none. One that was
 * saved elsewhere meanwhile is not passed over: 412.
 */
export async function saveDraft(
  reviewId: string,
  body: DraftToSave,
  revision: number | null,
): Promise<Receipt> {
  const match = revision === null ? {} : { 'If-Match': `"${revision}"` };
  const header = { 'Idempotency-Key': randomId(), ...match };
  const params = { path: { reviewId }, header };
  const receipt = answered(await apiInPerson.POST('/reviews/{reviewId}/draft', { params, body }));
  noteWrite(receipt.position);
  return receipt;
}
