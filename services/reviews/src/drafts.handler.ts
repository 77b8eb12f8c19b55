import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { isClear, isRejection, reject, type Rejection } from '@plumbline/kernel';
import { reviewAggregate, reviewStream } from './cycles.facts.ts';
import type { DraftRating, SaveDraft } from './draft/draft.ts';
import { draftAggregate, draftIdOf, draftStream } from './drafts.facts.ts';
import { isWriting, type LiveReview } from './review/review.state.ts';
import { askedOf, type ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';
import { templateOf } from './settings.pins.ts';
import { refuseAnswers } from './template/template.answers.ts';
import type { ReviewerRole } from './template/template.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** Whom the review is about, and which draft it is, is found out here. */
export type DraftAsked = Omit<SaveDraft, 'draftId' | 'subject'>;

export async function transactDraft(
  ports: ReviewsPorts,
  asked: DraftAsked,
  envelope: ReviewsEnvelope,
): Result {
  const { context, asking } = envelope;
  const { tenant } = context;
  const draftId = draftIdOf(tenant, asked.reviewId, asked.author);
  const stream = draftStream(tenant, draftId);
  const { repeated } = await ports.transactor.load(draftAggregate, stream, context);
  if (repeated !== undefined) return repeated;
  const owner = `person:${asked.author}`;
  const refused = refusalOf(ports, asking, 'review-draft/write', { owner });
  if (refused !== undefined) return refused;
  const review = await writtenBy(ports, tenant, asked);
  if (isRejection(review)) return review;
  const { subject } = review;
  return ports.transactor.transact(draftAggregate, {
    stream,
    command: { ...asked, draftId, subject },
    ...askedOf(envelope),
  });
}

/** The review, where its author is asked for what the draft holds. */
async function writtenBy(
  ports: ReviewsPorts,
  tenant: string,
  { reviewId, author, ratings, words: texts }: DraftAsked,
): Promise<LiveReview | Rejection> {
  const stream = reviewStream(tenant, reviewId);
  const { state: review } = await ports.transactor.load(reviewAggregate, stream);
  const roles = review.stage === 'none' ? [] : rolesIn(review, author);
  const [role] = roles;
  // Whether there is a review that one is not asked for is not told.
  if (review.stage === 'none' || role === undefined) {
    return reject('review/not-found', 'There is no review with this id that you are asked for.');
  }
  if (!isWriting(review)) {
    const detail = 'Nothing is written for this review any more. Your draft stays to be read.';
    return reject('draft/review-not-written', detail);
  }
  const pinned = await templateOf(ports, tenant, review.template);
  if (pinned === undefined) return reject('review/not-found', 'Its template is not there.');
  const refused = roles.map((one) => refuseAnswers(pinned.template, one, { ratings, texts }));
  return refused.includes(undefined) ? review : (refused[0] as Rejection);
}

/** As what somebody writes; several at once are rare, and not possible for the subject. */
function rolesIn(review: LiveReview, author: string): readonly ReviewerRole[] {
  if (author === review.subject) return ['self'];
  const invited = Object.values(review.invitations)
    .filter(({ reviewer, stage }) => reviewer === author && stage !== 'declined')
    .map(({ role }) => role);
  return review.manager === author ? ['manager', ...invited] : invited;
}

/** What somebody had in their draft, in clear; undefined where they have none. */
export async function draftOf(
  { transactor, sealer }: Pick<ReviewsPorts, 'transactor' | 'sealer'>,
  tenant: string,
  reviewId: string,
  author: string,
): Promise<DraftInClear | undefined> {
  const stream = draftStream(tenant, draftIdOf(tenant, reviewId, author));
  const { state } = await transactor.load(draftAggregate, stream);
  if (state.stage === 'none') return undefined;
  const { ratings, text } = state;
  const words = isClear(text) ? text.fields : ((await sealer.open(tenant, text)) ?? {});
  return ratings.length === 0 && Object.keys(words).length === 0 ? undefined : { ratings, words };
}

export interface DraftInClear {
  readonly ratings: readonly DraftRating[];
  readonly words: Readonly<Record<string, string>>;
}
