import { same, type Actor, type EpochMs, type Instant, type Position } from '@plumbline/kernel';
import type { Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { ReviewsFact } from '../facts.ts';
import {
  evolveReview,
  initialReview,
  isDeciding,
  sectionKey,
  type Review,
} from '../review/review.state.ts';
import type { ItemRating, ReviewFact, Role } from '../review/review.ts';

/**
 * Everything that happened to one review: who, on whose behalf, what, before, after, and why. It is
 * folded at the read from the one stream that a review is, so that it is whole at any position.
 */
export interface ReviewRecord extends Quoting {
  readonly review: Review;
  readonly items: readonly RecordItem[];
  /** What was written, by the act that wrote it and the item or field. */
  readonly written: Readonly<Record<string, Readonly<Record<string, Said>>>>;
  readonly values: Fields;
}

/** What stands of a review, by field, each with whose part of it it is. */
export type Fields = Readonly<Record<string, Field>>;

export interface Field {
  readonly value: unknown;
  readonly of: RecordPart;
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
  /** What the fact says in codes, as in why a rating was changed, or who asked for it. */
  readonly codes: Readonly<Record<string, string>>;
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
  readonly of: RecordPart;
}

const empty: ReviewRecord = {
  ...{ review: initialReview, items: [], written: {}, values: {}, texts: {} },
};

export const reviewRecord: View<ReviewRecord, ReviewsFact> = {
  name: 'review-record',
  version: 2,
  context: 'reviews',
  keys: ({ fact }) => ('reviewId' in fact ? [fact.reviewId] : []),
  fold: (record = empty, recorded) => {
    // Of the stream of a review only.
    const fact = recorded.fact as ReviewFact;
    const review = evolveReview(record.review, fact);
    const values = fieldsOf(review);
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
    case 'ReviewFinalised':
    case 'NotRatedDeclared':
      return { part: 'rating', author: null };
    default:
      return { part: 'outcome', author: null };
  }
}

const frame: RecordPart = { part: 'frame', author: null };
const rating: RecordPart = { part: 'rating', author: null };

/** The review flattened to one value a field, so that two states can be set side by side. */
function fieldsOf(review: Review): Fields {
  if (review.stage === 'none') return {};
  const { stage, revision, manager, pin, score, sessionId } = review;
  const isShared = review.sharedRevision === revision;
  const fields: Record<string, Field> = {};
  // Until it is shared, what becomes of the rating is told by the stage as well.
  fields['stage'] = { value: stage, of: isDeciding(stage) ? rating : frame };
  // Not its hash: by that it could be found out whether there is feedback that is for others alone.
  const plain = { revision, manager, isShared, evidence: pin.asOf };
  for (const [name, value] of Object.entries(plain)) fields[name] = { value, of: frame };
  const rated = { score: score?.total ?? null, rating: review.rating, sessionId };
  for (const [name, value] of Object.entries(rated)) fields[name] = { value, of: rating };
  for (const { manager: author, from, to, days, sealed } of review.segments) {
    const [name, of] = [`segment.${author}.${from}`, { part: 'manager', author } as const];
    fields[name] = { value: { to, days, sealed: sealed?.was ?? null }, of: frame };
    for (const one of sealed?.ratings ?? []) fields[`${name}.${one.item}`] = ratedBy(one, of);
  }
  for (const [key, { role, author, ratings }] of Object.entries(review.sections)) {
    for (const one of ratings) {
      fields[`section.${key}.${one.item}`] = ratedBy(one, { part: role, author });
    }
  }
  for (const [key, { role, reviewer, stage: reached }] of Object.entries(review.invitations)) {
    fields[`invitation.${key}`] = { value: reached, of: { part: role, author: reviewer } };
  }
  return fields;
}

function ratedBy({ rating: value }: ItemRating, of: RecordPart): Field {
  return { value, of };
}

/** Which fields of two states differ, and what they are before and after. */
export function differences(before: Fields, after: Fields): readonly Change[] {
  const names = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...names].flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    const of =
      [is?.of, was?.of].find((one) => one?.part === 'rating') ?? is?.of ?? was?.of ?? frame;
    const change = { field, before: was?.value ?? null, after: is?.value ?? null, of };
    return same(change.before, change.after) ? [] : [change];
  });
}

/** What stands, with the words of each section as it stands: what a reader has before them. */
export function standing({ review, values, written }: ReviewRecord): Fields {
  if (review.stage === 'none') return {};
  const fields: Record<string, Field> = { ...values };
  const say = (name: string, act: string, of: RecordPart) => {
    for (const [item, value] of Object.entries(written[act] ?? {})) {
      fields[`${name}.${item}`] = { value, of };
    }
  };
  for (const [key, { act, role, author }] of Object.entries(review.sections)) {
    say(`section.${key}`, act, { part: role, author });
  }
  for (const { manager: author, from, sealed } of review.segments) {
    if (sealed === undefined) continue;
    say(`segment.${author}.${from}`, sealed.source, { part: 'manager', author });
  }
  return fields;
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
    ...{ field: `${name}.${field}`, before: before[field] ?? null, after, of: partOf(fact) },
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
  const codes = codesOf(fact);
  return { ...place, recordedAt, effectiveAt, by: actor, of: partOf(fact), codes };
}

const codeFields = [
  ...(['reasonCode', 'sessionId', 'adjustmentId', 'cause', 'outcome'] as const),
  ...(['was', 'askedBy', 'packHash'] as const),
] as const;

function codesOf(fact: ReviewFact): RecordItem['codes'] {
  const members: Readonly<Record<string, unknown>> = { ...fact };
  const codes = codeFields.flatMap((name) => {
    const value = members[name];
    return typeof value === 'string' ? [[name, value] as const] : [];
  });
  return Object.fromEntries(codes);
}
