import { withNamed } from '@plumbline/kernel';
import type { Actor, Instant, Position, Recorded, Text } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import { isReviewFact } from '../cycles.facts.ts';
import type { ReviewsFact } from '../facts.ts';
import {
  evolveWithoutActs,
  initialReview,
  isFinal,
  isWriting,
  managersToWrite,
  type LiveReview,
} from '../review/review.state.ts';
import type { Calibrated, ItemRating, Outcome, Overridden } from '../review/review.ts';
import type { NotRatedReason, ReviewFact, Role } from '../review/review.ts';
import { partOf } from './review-record.ts';
import { noneTold, withTold, type ToldFacts } from './review-revision.ts';

/** One review as it stands, and as its subject was shown it last. */
export interface ReviewSheet extends Quoting, Standing {
  /** What its subject may read: as it stood when it was shared, whatever is reopened since. */
  readonly shared: Standing | null;
  /** In the order in which they came. */
  readonly outcomes: readonly OutcomeLine[];
  readonly revision: number;
  /** Where its opening stands in the log. */
  readonly openedAt: Position;
  /** By which its revision is told, to each reader. */
  readonly told: ToldFacts;
}

/** What a reader may be shown the parts of. */
export interface Standing {
  readonly review: LiveReview;
  /** By the act that gave it: of each author the newest, and what was sealed. */
  readonly writings: Readonly<Record<string, Writing>>;
  readonly calibrations: readonly (Calibrated & Line)[];
  readonly overrides: readonly (Overridden & Line)[];
  readonly final: FinalLine | null;
}

export interface Writing {
  /** The id of the fact. */
  readonly fact: string;
  readonly role: Role;
  /** Who answers for it. */
  readonly author: string;
  readonly by: Actor;
  readonly at: Instant;
  readonly ratings: readonly ItemRating[];
  readonly evidence: readonly string[];
  /** By the item of the template. */
  readonly words: Readonly<Record<string, Said>>;
}

export interface Line {
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

/** How it ended: with a rating, or without one. */
export interface FinalLine extends Line {
  readonly rating: number | null;
  readonly cause: NotRatedReason | null;
}

export interface OutcomeLine extends Line {
  readonly what: keyof typeof spoken;
  readonly outcome?: Outcome;
  /** Of a reopening, or of another manifest: who asked for it. */
  readonly askedBy?: string;
}

const spoken = {
  shared: 'ReviewShared',
  acknowledged: 'ReviewAcknowledged',
  unacknowledged: 'AcknowledgementLapsed',
  disputed: 'ReviewDisputed',
  resolved: 'DisputeResolved',
  closed: 'ReviewClosed',
  reopened: 'ReviewReopened',
  repinned: 'ReviewRepinned',
  withdrawn: 'ReviewWithdrawn',
} as const satisfies Readonly<Record<string, ReviewFact['type']>>;

const outcomeNames = new Map<ReviewFact['type'], OutcomeLine['what']>(
  Object.entries(spoken).map(([what, type]) => [type, what as OutcomeLine['what']]),
);

export const reviewSheet: View<ReviewSheet, ReviewsFact> = {
  name: 'review-sheet',
  version: 9,
  context: 'reviews',
  keys: ({ fact }) => (isReviewFact(fact) ? [fact.reviewId] : []),
  fold: (sheet, recorded) => {
    return isReviewFact(recorded.fact)
      ? foldReview(sheet, recorded as Recorded<ReviewFact>)
      : sheet;
  },
  index: (sheet) => {
    const { review } = sheet;
    const { subject, cycleId, manager } = review;
    const isOpen = !isFinal(review);
    const isRated = sheet.final !== null && sheet.final.rating !== null;
    return {
      ...{ subject, cycle: cycleId, manager: manager ?? [], owing: owedBy(review) },
      ...{ unsettled: isOpen ? cycleId : [], finalised: isRated ? cycleId : [] },
      pending: [
        ...(isOpen ? ['manager'] : []),
        ...(openInvitees(review).length > 0 ? ['invitation'] : []),
        ...(review.stage === 'shared' ? ['acknowledgement'] : []),
      ],
    };
  },
};

/** Who wrote, is asked to, or answered for a part of the period: all but the subject. */
export function writersOf({ sections, invitations, segments, subject }: LiveReview) {
  const all = [
    ...Object.values(sections).map(({ author }) => author),
    ...Object.values(invitations).map(({ reviewer }) => reviewer),
    ...segments.map(({ manager }) => manager),
  ];
  return [...new Set(all)].filter((one) => one !== subject);
}

/** Who is still to write about another: each of them sees no more than that. */
export function owingOf(review: LiveReview): readonly string[] {
  if (!isWriting(review)) return [];
  return [...new Set([...openInvitees(review), ...managersToWrite(review)])];
}

/** The same, and the subject whose own section is not there. */
function owedBy(review: LiveReview): readonly string[] {
  const { subject, sections } = review;
  const isOwn = isWriting(review) && sections[`self:${subject}`] === undefined;
  return [...owingOf(review), ...(isOwn ? [subject] : [])];
}

function openInvitees({ invitations }: LiveReview): readonly string[] {
  return Object.values(invitations)
    .filter(({ stage }) => stage === 'open')
    .map(({ reviewer }) => reviewer);
}

function foldReview(
  sheet: ReviewSheet | undefined,
  recorded: Recorded<ReviewFact>,
): ReviewSheet | undefined {
  const { fact, id, revision } = recorded;
  const review = evolveWithoutActs(sheet?.review ?? initialReview, fact);
  if (review.stage === 'none') return undefined;
  const told = withTold(
    sheet?.told ?? noneTold,
    { type: fact.type, of: partOf(fact) },
    review.peers.mode,
  );
  if (sheet === undefined || fact.type === 'ReviewOpened') return begun(review, recorded, told);
  const now = changed(sheet, recorded);
  const outcome = outcomeOf(recorded);
  // Each field by its name, as most facts change nothing of a sheet but its review.
  const after: ReviewSheet = {
    review,
    writings: writingsAfter(sheet, review, now.writings),
    calibrations: now.calibrations ?? sheet.calibrations,
    overrides: now.overrides ?? sheet.overrides,
    final: now.final === undefined ? sheet.final : now.final,
    shared: sheet.shared,
    outcomes: outcome === undefined ? sheet.outcomes : [...sheet.outcomes, outcome],
    texts: 'text' in fact ? withText(sheet.texts, id, fact.text) : sheet.texts,
    revision,
    openedAt: sheet.openedAt,
    told,
  };
  return fact.type === 'ReviewShared' ? { ...after, shared: standingOf(after) } : after;
}

function begun(
  review: LiveReview,
  { revision, position: openedAt }: Recorded<ReviewFact>,
  told: ToldFacts,
): ReviewSheet {
  return {
    ...{ review, writings: {}, calibrations: [], overrides: [], final: null, shared: null },
    ...{ outcomes: [], texts: {}, revision, openedAt, told },
  };
}

function standingOf({ review, writings, calibrations, overrides, final }: Standing): Standing {
  return { review, writings, calibrations, overrides, final };
}

function changed(
  { writings, calibrations, overrides }: ReviewSheet,
  recorded: Recorded<ReviewFact>,
): Partial<Standing> {
  const { fact } = recorded;
  switch (fact.type) {
    case 'SectionSubmitted':
    case 'SegmentSealed':
      return writtenBy(fact, recorded, writings);
    case 'RatingCalibrated': {
      const { sessionId, adjustmentId, from, to, reasonCode } = fact;
      const adjusted = adjustmentId === undefined ? {} : { adjustmentId };
      const calibrated = { sessionId, ...adjusted, from, to, reasonCode };
      return { calibrations: [...calibrations, { ...calibrated, ...lineOf(recorded) }] };
    }
    case 'RatingOverridden': {
      const { computed, from, to, reasonCode } = fact;
      const overridden = { computed, from, to, reasonCode };
      return { overrides: [...overrides, { ...overridden, ...lineOf(recorded) }] };
    }
    case 'ReviewFinalised':
      return { final: { ...lineOf(recorded), rating: fact.rating, cause: null } };
    case 'NotRatedDeclared':
      return { final: { ...lineOf(recorded), rating: null, cause: fact.cause } };
    case 'ReviewReopened':
      // What was compared, and put beside it, was of the revision before.
      return { calibrations: [], overrides: [], final: null };
    default:
      return {};
  }
}

/** What was submitted is there already when it is sealed; a draft is given by the sealing. */
function writtenBy(
  fact: ReviewFact & { type: 'SectionSubmitted' | 'SegmentSealed' },
  { id, actor: by }: Recorded<ReviewFact>,
  writings: Standing['writings'],
): Pick<Standing, 'writings'> {
  if (fact.type === 'SegmentSealed' && fact.was !== 'draft') return { writings };
  const words = wordsOf(id, fact.text);
  const { act, at, ratings } = fact;
  const { role, author, evidence } = writerOf(fact);
  const writing: Writing = { fact: id, role, author, by, at, ratings, evidence, words };
  return { writings: withNamed(writings, act, writing) };
}

function writerOf(
  fact: ReviewFact & { type: 'SectionSubmitted' | 'SegmentSealed' },
): Pick<Writing, 'role' | 'author' | 'evidence'> {
  if (fact.type === 'SegmentSealed') {
    return { role: 'manager', author: fact.manager, evidence: [] };
  }
  const { role, by, onBehalfOf = by, evidence } = fact;
  return { role, author: onBehalfOf, evidence };
}

/** Older versions are in the history, and not in what stands. */
function writingsAfter(
  before: ReviewSheet,
  { sections, segments }: LiveReview,
  now: Standing['writings'] | undefined,
): Standing['writings'] {
  const { review, writings } = before;
  const isSame = sections === review.sections && segments === review.segments;
  if (isSame && now === undefined) return writings;
  const standing = new Set<string>();
  for (const { act } of Object.values(sections)) standing.add(act);
  for (const { sealed } of segments) if (sealed !== undefined) standing.add(sealed.source);
  const all = Object.entries(now ?? writings);
  const some = all.filter(([act]) => standing.has(act));
  return some.length === all.length ? (now ?? writings) : Object.fromEntries(some);
}

function wordsOf(id: string, text: Text): Writing['words'] {
  const fields = 'fields' in text ? Object.keys(text.fields) : text.has;
  const quoted = fields.map((field) => [field, quote(id, text, field)] as const);
  return Object.fromEntries(quoted.filter((one): one is [string, Said] => one[1] !== null));
}

function outcomeOf(recorded: Recorded<ReviewFact>): OutcomeLine | undefined {
  const { fact } = recorded;
  const what = outcomeNames.get(fact.type);
  if (what === undefined) return undefined;
  const outcome = fact.type === 'DisputeResolved' ? { outcome: fact.outcome } : {};
  const asked = 'askedBy' in fact ? { askedBy: fact.askedBy } : {};
  return { what, ...lineOf(recorded), ...outcome, ...asked };
}

function lineOf({ fact, id, actor: by }: Recorded<ReviewFact>): Line {
  const reason = 'text' in fact ? quote(id, fact.text, 'reason') : null;
  return { at: fact.at, by, reason };
}
