import { withNamed, type Day, type Instant } from '@plumbline/kernel';
import { areComing, input, inputOf } from './review.counting.ts';
import { pinnedAnew } from './review.days.ts';
import type {
  Accountable,
  By,
  InvitedRole,
  ItemRating,
  Opening,
  OutcomeFact,
  RatingFact,
  ReviewFact,
  Role,
  Scored,
  Sealed,
  SegmentFact,
  WritingFact,
} from './review.ts';

/** Stages in which sections are written. */
export const writingStages = ['opened', 'self-submitted', 'manager-submitted'] as const;

/** Stages in which nothing is changed by anybody, but by reopening. */
export const finalStages = [
  ...(['finalised', 'shared', 'acknowledged', 'unacknowledged'] as const),
  ...(['disputed', 'resolved', 'closed', 'not-rated', 'withdrawn'] as const),
] as const;

export const reviewStages = [
  ...writingStages,
  ...(['in-calibration', 'calibrated'] as const),
  ...finalStages,
] as const;
export type ReviewStage = (typeof reviewStages)[number];

export type Review = { readonly stage: 'none' } | LiveReview;

export interface LiveReview extends Omit<Opening, 'accountable'> {
  readonly stage: ReviewStage;
  readonly reviewId: string;
  /** By which act its evidence is pinned, and as of when: its opening, or pinning it anew. */
  readonly pin: Pin;
  /** From 1; one more each time that it was reopened. */
  readonly revision: number;
  /** In the order of time, those that lost their days first; the last is of who answers now. */
  readonly segments: readonly Segment[];
  /** Who answers for the review now; null where nobody is above its subject. */
  readonly manager: string | null;
  /** The newest version of each author's, by `role:author`; a manager's is gone once sealed. */
  readonly sections: Readonly<Record<string, Section>>;
  /** By `role:reviewer`. */
  readonly invitations: Readonly<Record<string, Invitation>>;
  /** How many facts have gone into what is scored. */
  readonly inputs: number;
  /** How many had when what counts changed last. */
  readonly counted: number;
  readonly score: Scored | null;
  /** What stands: what a human or a session has put, or else what was computed. */
  readonly rating: number | null;
  /** What stands was put by a human: another score beside it is shown, and moves nothing. */
  readonly isPut: boolean;
  readonly sessionId: string | null;
  /** The sessions that have decided on its rating, in any revision. */
  readonly sessions: readonly string[];
  /** Who has put a rating, finalised one, or declared that there is none, in any revision. */
  readonly raters: readonly By[];
  /** Who has allowed this revision, and so has no say in it; null in the first. */
  readonly reopenedBy: string | null;
  /** The newest revision that its subject may read; null before one was shared. */
  readonly sharedRevision: number | null;
  /** A dispute was right, at least in part, and what it was about stands as it was. */
  readonly correctionDue: boolean;
  /** A manager had read what unnamed ones gave when it was pinned anew, whoever writes now. */
  readonly wasRead?: true;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export interface Pin {
  readonly act: string;
  readonly asOf: Instant;
  /** Up to where in the log; null where an earlier version pinned anew, and did not say it. */
  readonly position: string | null;
}

export interface Section extends By {
  readonly act: string;
  readonly role: Role;
  /** Who answers for what it says. */
  readonly author: string;
  readonly ratings: readonly ItemRating[];
}

export interface Segment extends Accountable {
  /** What its manager had given when another took over. */
  readonly sealed?: Sealed;
}

export interface Invitation {
  readonly role: InvitedRole;
  readonly reviewer: string;
  readonly due: Day;
  readonly stage: 'open' | 'submitted' | 'declined' | 'lapsed';
}

export const initialReview: Review = { stage: 'none' };

export function evolveReview(review: Review, fact: ReviewFact): Review {
  if (fact.type === 'ReviewOpened') return opened(fact);
  if (review.stage === 'none') return review;
  return { ...review, ...change(review, fact), acts: withNamed(review.acts, fact.act, true) };
}

const noActs: LiveReview['acts'] = {};

/** The same for who decides nothing by it, and need not know of repeats. */
export function evolveWithoutActs(review: Review, fact: ReviewFact): Review {
  if (fact.type === 'ReviewOpened') return { ...opened(fact), acts: noActs };
  if (review.stage === 'none') return review;
  return { ...review, ...change(review, fact), acts: noActs };
}

export function sectionKey(role: Role, author: string): string {
  return `${role}:${author}`;
}

/** Whether sections are written still. */
export function isWriting({ stage }: Pick<LiveReview, 'stage'>): boolean {
  return writingStages.some((one) => one === stage);
}

export function isFinal({ stage }: Pick<LiveReview, 'stage'>): boolean {
  return finalStages.some((one) => one === stage);
}

/** From when ratings are compared: how far it is, and with which rating, is told by sharing. */
const decidingStages: readonly ReviewStage[] = [
  ...(['in-calibration', 'calibrated', 'finalised', 'not-rated'] as const),
];

export function isDeciding(stage: ReviewStage): boolean {
  return decidingStages.includes(stage);
}

/** How far it is, as its subject is told; null until they are. */
export function stageForSubject(
  review: Pick<LiveReview, 'stage' | 'revision' | 'sharedRevision'>,
): ReviewStage | null {
  const { stage, revision, sharedRevision } = review;
  return isDeciding(stage) && sharedRevision !== revision ? null : stage;
}

/**
 * The parts of the period that a review is made of. One of no day of it is none where another has
 * days, unless something was given in it: it counts for nothing, and nobody is asked for it.
 */
function partsIn({ segments, sections }: Parts): readonly Segment[] {
  const isCounted = ({ days }: Segment) => days > 0;
  if (!segments.some(isCounted)) return segments;
  return segments.filter(({ manager, days, sealed }) => {
    if (sealed !== undefined) return days > 0 || sealed.was !== 'nothing';
    // All that one answers for, and that is not sealed, is one section.
    const own = segments.filter((one) => one.manager === manager && one.sealed === undefined);
    return own.some(isCounted) || sections[sectionKey('manager', manager)] !== undefined;
  });
}

type Parts = Pick<LiveReview, 'segments' | 'sections'>;

/** Whether somebody writes a part of the period as its manager, for the first time or anew. */
export function hasOpenPart(review: Parts, manager: string): boolean {
  return partsIn(review).some((one) => one.manager === manager && one.sealed === undefined);
}

/**
 * Who is waited for as the one who writes last: until then a review is not written. Another than
 * its manager, where that one took over without a day of the period: what was written then counts,
 * also once it is reopened. Nobody, where the last part is sealed, but its manager for an earlier
 * one.
 */
export function writerOf(review: Parts & Pick<LiveReview, 'manager'>): string | null {
  const last = partsIn(review).at(-1);
  if (last === undefined || last.sealed === undefined) return last?.manager ?? null;
  const { manager } = review;
  return manager !== null && hasOpenPart(review, manager) ? manager : null;
}

/** The managers who are still to write, each of their own part. */
export function managersToWrite(review: LiveReview): readonly string[] {
  if (!isWriting(review)) return [];
  const { sections, segments } = review;
  return [...new Set(segments.map(({ manager }) => manager))].filter((one) => {
    return sections[sectionKey('manager', one)] === undefined && hasOpenPart(review, one);
  });
}

/** Whether a manager is still to write, and reads nothing of others before: blind first. */
export function isBlind(review: LiveReview, me: string): boolean {
  if (!isWriting(review) || review.sections[sectionKey('manager', me)] !== undefined) return false;
  // Who took over once all was written has nothing to write.
  return review.manager !== me || managersToWrite(review).includes(me);
}

function opened(fact: ReviewFact & { type: 'ReviewOpened' }): LiveReview {
  const { act, reviewId, cycleId, subject, job, period, asOf, position } = fact;
  const { template, pack, peers, due, accountable, manifest } = fact;
  // Each field by its name: the engine then knows the shape, and copies it as a whole each time
  // that a fact changes something.
  return {
    stage: 'opened',
    reviewId,
    cycleId,
    subject,
    ...(job === undefined ? {} : { job }),
    period,
    asOf,
    position,
    template,
    pack,
    peers,
    due,
    manifest,
    revision: 1,
    segments: accountable,
    manager: accountable.at(-1)?.manager ?? null,
    sections: {},
    invitations: {},
    ...{ inputs: 0, counted: 0 },
    score: null,
    rating: null,
    isPut: false,
    sessionId: null,
    sessions: [],
    ...{ raters: [], reopenedBy: null },
    pin: { act, asOf, position },
    sharedRevision: null,
    correctionDue: false,
    acts: { [act]: true },
  };
}

function change(
  review: LiveReview,
  fact: Exclude<ReviewFact, { type: 'ReviewOpened' }>,
): Partial<LiveReview> {
  switch (fact.type) {
    case 'ReviewerInvited':
    case 'InvitationDeclined':
    case 'InvitationLapsed':
    case 'SectionSubmitted':
      return written(review, fact);
    case 'SegmentSealed':
    case 'ReviewerReassigned':
      return handedOver(review, fact);
    case 'ReviewScored':
    case 'CalibrationEntered':
    case 'RatingCalibrated':
    case 'RatingOverridden':
      return rated(review, fact);
    default:
      return ended(review, fact);
  }
}

function written(review: LiveReview, fact: WritingFact): Partial<LiveReview> {
  const { invitations } = review;
  if (fact.type === 'SectionSubmitted') {
    const { act, role, by, onBehalfOf, ratings } = fact;
    const author = onBehalfOf ?? by;
    const key = sectionKey(role, author);
    const lent = onBehalfOf === undefined ? {} : { onBehalfOf };
    const section: Section = { act, role, author, by, ...lent, ratings };
    const sections = withNamed(review.sections, key, section);
    const asked = invitations[key];
    const next = {
      ...{ sections, stage: writingStage(review, sections) },
      invitations: asked
        ? withNamed<Invitation>(invitations, key, { ...asked, stage: 'submitted' })
        : invitations,
    };
    return { ...next, ...inputOf(role, { ...review, ...next }) };
  }
  const { role, reviewer } = fact;
  const key = sectionKey(role, reviewer);
  const due = fact.type === 'ReviewerInvited' ? fact.due : (invitations[key]?.due ?? '');
  const stage = stagesOfInvitation[fact.type];
  const next = {
    invitations: withNamed<Invitation>(invitations, key, { role, reviewer, due, stage }),
  };
  // Whether the unnamed ones count hangs on whether more may come in.
  if (fact.type === 'ReviewerInvited' || !isWriting(review)) return next;
  return { ...next, ...inputOf(role, { ...review, ...next }) };
}

const stagesOfInvitation = {
  ReviewerInvited: 'open',
  InvitationDeclined: 'declined',
  InvitationLapsed: 'lapsed',
} as const;

function handedOver(review: LiveReview, fact: SegmentFact): Partial<LiveReview> {
  const { segments } = review;
  if (fact.type === 'SegmentSealed') {
    const { manager, from, to, days, was, source, ratings } = fact;
    const sealed = { was, source, ratings };
    // A part of the same days may be sealed before: somebody was there twice on one day.
    const at = segments.findIndex((one) => {
      return one.manager === manager && one.from === from && one.sealed === undefined;
    });
    const { [sectionKey('manager', manager)]: _, ...sections } = review.sections;
    const closed = { manager, from, to, days, sealed };
    return { segments: segments.with(at, closed), sections, ...input(review) };
  }
  const { to, segment } = fact;
  // Without a day of the period another answers for the review, and what counts stays as it is.
  const handed =
    segment === null
      ? { manager: to }
      : { segments: [...segments, segment], manager: to, ...input(review) };
  if (!isWriting(review)) return handed;
  const next = { ...handed, stage: writingStage({ ...review, ...handed }, review.sections) };
  // Where nobody is waited for any more, what unnamed ones gave counts from now on.
  const areIn = areComing(review) && !areComing({ ...review, ...next });
  return areIn ? { ...next, ...input(review) } : next;
}

function rated(review: LiveReview, fact: RatingFact): Partial<LiveReview> {
  switch (fact.type) {
    case 'ReviewScored': {
      const { packHash, basis, total, cause, days, scale, parts, leaves, segments } = fact;
      const why = cause === undefined ? {} : { cause };
      const score = { packHash, basis, total, ...why, days, scale, parts, leaves, segments };
      return { score, ...(review.isPut ? {} : { rating: total }) };
    }
    case 'CalibrationEntered':
      return { stage: 'in-calibration', sessionId: fact.sessionId };
    case 'RatingCalibrated': {
      const sessions = [...new Set([...review.sessions, fact.sessionId])];
      return { stage: 'calibrated', rating: fact.to, isPut: true, sessions };
    }
    case 'RatingOverridden':
      return { rating: fact.to, isPut: true, raters: withRater(review, fact) };
  }
}

function ended(review: LiveReview, fact: OutcomeFact): Partial<LiveReview> {
  switch (fact.type) {
    case 'ReviewFinalised':
      // What was said holds, also where an earlier version let a score undo what had been put.
      return { stage: 'finalised', rating: fact.rating, raters: withRater(review, fact) };
    case 'NotRatedDeclared':
      return { stage: 'not-rated', rating: null, raters: withRater(review, fact) };
    case 'ReviewShared': {
      const sharedRevision = review.revision;
      // Without a rating it stays at its end; its subject may read it from now on.
      return { sharedRevision, ...(review.stage === 'not-rated' ? {} : { stage: 'shared' }) };
    }
    case 'ReviewReopened': {
      const stage = writingStage(review, review.sections);
      const rating = review.score?.total ?? null;
      // A human has decided, and its subject is told, that the rating is found anew.
      const anew = { isPut: false, sessionId: null, correctionDue: false };
      return { stage, revision: fact.revision, rating, reopenedBy: fact.approver, ...anew };
    }
    case 'DisputeResolved':
      return { stage: 'resolved', correctionDue: fact.outcome !== 'rejected' };
    case 'ReviewRepinned': {
      const pinned = pinnedAnew(review, fact);
      if (fact.parts === undefined || review.stage === 'manager-submitted') return pinned;
      return { ...pinned, stage: writingStage({ ...review, ...pinned }, review.sections) };
    }
    default:
      return { stage: stagesOfEnd[fact.type] };
  }
}

const stagesOfEnd = {
  ReviewAcknowledged: 'acknowledged',
  AcknowledgementLapsed: 'unacknowledged',
  ReviewDisputed: 'disputed',
  ReviewClosed: 'closed',
  ReviewWithdrawn: 'withdrawn',
} as const;

function withRater({ raters }: LiveReview, { by, onBehalfOf }: By): readonly By[] {
  if (raters.some((one) => one.by === by && one.onBehalfOf === onBehalfOf)) return raters;
  return [...raters, { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) }];
}

function writingStage(before: LiveReview, sections: LiveReview['sections']): ReviewStage {
  const review = { ...before, sections };
  const writer = writerOf(review);
  const isGiven = review.segments.some(({ sealed }) => sealed !== undefined);
  // Where what was sealed is all that there is, nobody is waited for.
  const isWritten =
    writer === null ? isGiven : sections[sectionKey('manager', writer)] !== undefined;
  if (isWritten) return 'manager-submitted';
  return sections[sectionKey('self', review.subject)] === undefined ? 'opened' : 'self-submitted';
}
