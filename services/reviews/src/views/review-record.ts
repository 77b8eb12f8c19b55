import { same, type Actor, type EpochMs, type Instant, type Position } from '@plumbline/kernel';
import type { Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { ReviewsFact } from '../facts.ts';
import { evolveReview, initialReview, sectionKey, type Review } from '../review/review.state.ts';
import type { ReviewFact, Role } from '../review/review.ts';

/**
 * Everything that happened to one review: who, on whose behalf, what, before, after, and why. It is
 * folded at the read from the one stream that a review is, so that it is whole at any position.
 */
export interface ReviewRecord extends Quoting {
  readonly review: Review;
  readonly items: readonly RecordItem[];
  /** What was written, by the act that wrote it and the item or field. */
  readonly written: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly values: Readonly<Record<string, unknown>>;
}

export interface RecordItem {
  readonly factId: string;
  readonly type: ReviewFact['type'];
  readonly act: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: EpochMs;
  readonly effectiveAt: Instant;
  /** As the envelope names them, with the person for whom a delegate acts. */
  readonly by: Actor;
  /** The part of the review that it is of, and whose: who may read that may read of this. */
  readonly of: RecordPart;
  readonly changes: readonly Change[];
  readonly reason: Said | null;
}

export interface RecordPart {
  readonly part: Role | 'frame' | 'rating' | 'outcome';
  /** Who wrote it; of an invitation who is asked. Null of what is nobody's writing. */
  readonly author: string | null;
}

export interface Change {
  /** Dotted path of what changed, as in `section.manager:mia.results`. */
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const empty: ReviewRecord = {
  ...{ review: initialReview, items: [], written: {}, values: {}, texts: {} },
};

export const reviewRecord: View<ReviewRecord, ReviewsFact> = {
  name: 'review-record',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) => ('reviewId' in fact ? [fact.reviewId] : []),
  fold: (record = empty, recorded) => {
    // Of the stream of a review only.
    const fact = recorded.fact as ReviewFact;
    const review = evolveReview(record.review, fact);
    const values = valuesOf(review);
    const { id } = recorded;
    const spoken = 'text' in fact ? wordsOf(id, fact.text) : {};
    const { reason = null, ...words } = spoken;
    const changes = [...differences(record.values, values), ...saidIn(record, fact, words)];
    const written = { ...record.written, [fact.act]: { ...record.written[fact.act], ...words } };
    return {
      ...{ review, values, written },
      texts: 'text' in fact ? withText(record.texts, id, fact.text) : record.texts,
      items: [...record.items, { ...itemOf(recorded, fact), changes, reason }],
    };
  },
  index: () => ({}),
};

/** Whose part of a review a fact is of. */
export function partOf(fact: ReviewFact): RecordPart {
  switch (fact.type) {
    case 'SectionSubmitted':
      return { part: fact.role, author: fact.onBehalfOf ?? fact.by };
    case 'ReviewerInvited':
    case 'InvitationDeclined':
    case 'InvitationLapsed':
      return { part: fact.role, author: fact.reviewer };
    case 'SegmentSealed':
      return { part: 'manager', author: fact.manager };
    case 'ReviewOpened':
    case 'ReviewerReassigned':
    case 'ReviewRepinned':
      return { part: 'frame', author: null };
    case 'ReviewScored':
    case 'CalibrationEntered':
    case 'RatingCalibrated':
    case 'RatingOverridden':
      return { part: 'rating', author: null };
    default:
      return { part: 'outcome', author: null };
  }
}

/** The review flattened to one value a field, so that two states can be set side by side. */
export function valuesOf(review: Review): Readonly<Record<string, unknown>> {
  if (review.stage === 'none') return {};
  const { stage, revision, manager, manifest, score, rating, sessionId, isShared } = review;
  const values: Record<string, unknown> = {
    ...{ stage, revision, manager, rating, sessionId, isShared },
    ...{ evidence: manifest.hash, score: score?.total ?? null },
  };
  for (const { manager: of, from, to, days, sealed } of review.segments) {
    values[`segment.${of}.${from}`] = { to, days, sealed: sealed?.was ?? null };
    for (const { item, rating: given } of sealed?.ratings ?? []) {
      values[`segment.${of}.${from}.${item}`] = given;
    }
  }
  for (const [key, { ratings }] of Object.entries(review.sections)) {
    for (const { item, rating: given } of ratings) values[`section.${key}.${item}`] = given;
  }
  for (const [key, { stage: reached }] of Object.entries(review.invitations)) {
    values[`invitation.${key}`] = reached;
  }
  return values;
}

function differences(
  before: ReviewRecord['values'],
  after: ReviewRecord['values'],
): readonly Change[] {
  const fields = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...fields].flatMap((field) => {
    const [was, is] = [before[field] ?? null, after[field] ?? null];
    return same(was, is) ? [] : [{ field, before: was, after: is }];
  });
}

/** New words beside those of the same author that they take the place of. */
function saidIn(
  { review, written }: ReviewRecord,
  fact: ReviewFact,
  words: Readonly<Record<string, Said>>,
): readonly Change[] {
  const name = nameOf(fact);
  const previous =
    fact.type === 'SectionSubmitted' && review.stage !== 'none'
      ? review.sections[sectionKey(fact.role, fact.onBehalfOf ?? fact.by)]?.act
      : undefined;
  const before = previous === undefined ? {} : (written[previous] ?? {});
  return Object.entries(words).map(([field, after]) => ({
    ...{ field: `${name}.${field}`, before: before[field] ?? null, after },
  }));
}

function nameOf(fact: ReviewFact): string {
  if (fact.type === 'SectionSubmitted') {
    return `section.${sectionKey(fact.role, fact.onBehalfOf ?? fact.by)}`;
  }
  return fact.type === 'SegmentSealed' ? `segment.${fact.manager}.${fact.from}` : 'said';
}

function wordsOf(id: string, text: Quoting['texts'][string]): Record<string, Said> {
  const fields = 'fields' in text ? Object.keys(text.fields) : text.has;
  return Object.fromEntries(fields.map((field) => [field, quote(id, text, field) as Said]));
}

function itemOf(
  recorded: Recorded<ReviewsFact>,
  fact: ReviewFact,
): Omit<RecordItem, 'changes' | 'reason'> {
  const { id: factId, stream, revision, position, recordedAt, effectiveAt, actor } = recorded;
  const place = { factId, type: fact.type, act: fact.act, stream, revision, position };
  return { ...place, recordedAt, effectiveAt, by: actor, of: partOf(fact) };
}
