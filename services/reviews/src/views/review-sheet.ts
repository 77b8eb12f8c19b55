import type { Actor, Instant, Recorded, Text } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import { isReviewFact } from '../cycles.facts.ts';
import type { ReviewsFact } from '../facts.ts';
import { evolveReview, initialReview, isFinal, isWriting } from '../review/review.state.ts';
import type { LiveReview } from '../review/review.state.ts';
import type { Calibrated, ItemRating, Outcome, Overridden } from '../review/review.ts';
import type { NotRatedReason, ReviewFact, Role } from '../review/review.ts';

/** One review as it stands, and as its subject was shown it last. */
export interface ReviewSheet extends Quoting, Standing {
  /** What its subject may read: as it stood when it was shared, whatever is reopened since. */
  readonly shared: Standing | null;
  /** In the order in which they came. */
  readonly outcomes: readonly OutcomeLine[];
  readonly revision: number;
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
  version: 4,
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
      ...{ subject, cycle: cycleId, manager: manager ?? [], writers: writersOf(review) },
      ...{ owing: owedBy(review), asked: openInvitees(review) },
      ...{
        unsettled: isOpen ? cycleId : [],
        finalised: isRated ? cycleId : [],
      },
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
  const managers = review.segments
    .filter(({ sealed }) => sealed === undefined)
    .map(({ manager }) => manager)
    .filter((one) => review.sections[`manager:${one}`] === undefined);
  return [...new Set([...openInvitees(review), ...managers])];
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
  const review = evolveReview(sheet?.review ?? initialReview, fact);
  if (review.stage === 'none') return undefined;
  if (sheet === undefined || fact.type === 'ReviewOpened') return begun(review, revision);
  const now = changed(sheet, recorded);
  const writings = kept(now.writings ?? sheet.writings, review);
  const texts = 'text' in fact ? withText(sheet.texts, id, fact.text) : sheet.texts;
  const outcomes = [...sheet.outcomes, ...outcomeOf(recorded)];
  const after = { ...sheet, ...now, review, writings, outcomes, texts, revision };
  return fact.type === 'ReviewShared' ? { ...after, shared: standingOf(after) } : after;
}

function begun(review: LiveReview, revision: number): ReviewSheet {
  return {
    ...{ review, writings: {}, calibrations: [], overrides: [], final: null, shared: null },
    ...{ outcomes: [], texts: {}, revision },
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
      return { writings: { ...writings, ...writingOf(fact, recorded) } };
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
function writingOf(
  fact: ReviewFact & { type: 'SectionSubmitted' | 'SegmentSealed' },
  { id, actor: by }: Recorded<ReviewFact>,
): ReviewSheet['writings'] {
  const words = wordsOf(id, fact.text);
  const { act, at, ratings } = fact;
  if (fact.type === 'SectionSubmitted') {
    const { role, onBehalfOf, evidence } = fact;
    const author = onBehalfOf ?? fact.by;
    return { [act]: { fact: id, role, author, by, at, ratings, evidence, words } };
  }
  if (fact.was !== 'draft') return {};
  const author = fact.manager;
  return { [act]: { fact: id, role: 'manager', author, by, at, ratings, evidence: [], words } };
}

/** Older versions are in the history, and not in what stands. */
function kept(writings: Standing['writings'], { sections, segments }: LiveReview) {
  const standing = new Set<string>();
  for (const { act } of Object.values(sections)) standing.add(act);
  for (const { sealed } of segments) if (sealed !== undefined) standing.add(sealed.source);
  const all = Object.entries(writings);
  const some = all.filter(([act]) => standing.has(act));
  return some.length === all.length ? writings : Object.fromEntries(some);
}

function wordsOf(id: string, text: Text): Writing['words'] {
  const fields = 'fields' in text ? Object.keys(text.fields) : text.has;
  const quoted = fields.map((field) => [field, quote(id, text, field)] as const);
  return Object.fromEntries(quoted.filter((one): one is [string, Said] => one[1] !== null));
}

function outcomeOf(recorded: Recorded<ReviewFact>): readonly OutcomeLine[] {
  const { fact } = recorded;
  const what = outcomeNames.get(fact.type);
  if (what === undefined) return [];
  const outcome = fact.type === 'DisputeResolved' ? { outcome: fact.outcome } : {};
  const asked = 'askedBy' in fact ? { askedBy: fact.askedBy } : {};
  return [{ what, ...lineOf(recorded), ...outcome, ...asked }];
}

function lineOf({ fact, id, actor: by }: Recorded<ReviewFact>): Line {
  const reason = 'text' in fact ? quote(id, fact.text, 'reason') : null;
  return { at: fact.at, by, reason };
}
