import { isBlind, type LiveReview } from './review/review.state.ts';
import type { Change, Fields, RecordItem, RecordPart } from './views/review-record.ts';
import { hearerOf, toldRevisions, type Hearer } from './views/review-revision.ts';
import type { Eye } from './views/review-shown.ts';

/** To whom the story of a review is told; it follows from with which eyes they see the review. */
export interface Listener {
  readonly me: string;
  /** By which revisions are told. */
  readonly hearer: Hearer;
  readonly isSubject: boolean;
  /** Hears what others gave, the score, and what was decided on it. */
  readonly hearsOthers: boolean;
  /** Hears of nobody but of themselves. */
  readonly isOwnOnly: boolean;
  /** Hears who wrote as a peer or from below. */
  readonly hearsNames: boolean;
  /** Whether those who write as a peer or from below are named to anybody. */
  readonly mode: LiveReview['peers']['mode'];
  /** What the subject was shown ends with this revision of the stream; null: nothing was. */
  readonly sharedUpTo: number | null;
}

export function listenerOf(
  eyes: readonly Eye[],
  me: string,
  review: LiveReview,
  items: readonly RecordItem[],
): Listener {
  const sees = (...any: readonly Eye[]) => any.some((eye) => eyes.includes(eye));
  const isSubject = sees('subject');
  const hearsOthers =
    !isSubject &&
    (sees('scope', 'auditor', 'calibrator') || (sees('manager') && !isBlind(review, me)));
  const shared = items.findLast(({ type }) => type === 'ReviewShared');
  const isSealed = !sees('scope', 'manager', 'calibrator', 'subject');
  const hearer = hearerOf(eyes, me);
  return {
    ...{ me, hearer, isSubject, hearsOthers },
    isOwnOnly: hearer.as === 'writer',
    hearsNames: review.peers.mode === 'named' && !isSealed,
    mode: review.peers.mode,
    sharedUpTo: isSubject && shared !== undefined ? shared.revision : null,
  };
}

/** Whether somebody hears of a part of a review as it came at a revision of its stream. */
function hears(listener: Listener, { part, author }: RecordPart, revision: number): boolean {
  const { me, isSubject, isOwnOnly, sharedUpTo } = listener;
  if (author === me) return true;
  const isShown = listener.hearsOthers || (sharedUpTo !== null && revision <= sharedUpTo);
  switch (part) {
    case 'frame':
    case 'outcome':
      return !isOwnOnly;
    case 'self':
      return isSubject || isShown;
    case 'manager':
    case 'rating':
      return isShown;
    case 'peer':
    case 'upward':
      return isShown && listener.hearsNames;
  }
}

/**
 * An item of the story as it is told; what is not for who listens is left out of it. Its revision
 * is the one that they are told.
 */
export interface ToldItem extends Omit<RecordItem, 'of' | 'changes'> {
  readonly part: RecordPart['part'];
  readonly changes: readonly Omit<Change, 'of'>[];
  /** Something of it is not for who listens. */
  readonly isWithheld: boolean;
}

/**
 * Everything that happened, in order, for somebody. That an unnamed reviewer was asked, or has
 * answered, is no item of its own: when it was would tell who it was.
 */
export function toldStory(items: readonly RecordItem[], listener: Listener): readonly ToldItem[] {
  const revisions = toldRevisions(items, listener.hearer, listener.mode);
  return items.flatMap(({ of, changes, reason, codes, ...item }) => {
    const isOfInvited = of.part === 'peer' || of.part === 'upward';
    if (isOfInvited && !hears(listener, of, item.revision)) return [];
    const isHeard = hears(listener, of, item.revision);
    // That a rating is compared, or that there will be none, its subject is told when it is shared.
    const isUntold = listener.isOwnOnly || (listener.isSubject && of.part === 'rating');
    if (!isHeard && isUntold) return [];
    const heard = changes.filter((one) => hears(listener, one.of, item.revision));
    const why = reason !== null && hearsReason(listener, item) ? reason : null;
    return [
      {
        ...{ ...item, part: of.part, codes: isHeard ? codes : {}, reason: why },
        revision: revisions.get(item.factId) ?? 0,
        changes: heard.map(({ field, before, after }) => ({ field, before, after })),
        isWithheld: !isHeard || heard.length < changes.length || why !== reason,
      },
    ];
  });
}

/** What is done to a review in front of its subject: they are told why, here as in its outcomes. */
const toldWhy: readonly RecordItem['type'][] = [
  ...(['DisputeResolved', 'ReviewReopened', 'ReviewRepinned', 'ReviewWithdrawn'] as const),
  'RatingOverridden',
];

/**
 * Who said something hears it; the subject is told why others did what is told in the outcomes. Why
 * somebody declined is about them, and is heard by nobody else.
 */
function hearsReason(
  { me, isSubject, hearsOthers }: Listener,
  { by, type }: Pick<RecordItem, 'by' | 'type'>,
): boolean {
  const isOwn = by.sub === me || by.onBehalfOf === me;
  if (isOwn || type === 'InvitationDeclined') return isOwn;
  return hearsOthers || (isSubject && toldWhy.includes(type));
}

/** A state of a review: its fields, and the revision of the stream that it is at. */
export interface StateAt {
  readonly fields: Fields;
  readonly revision: number;
}

/**
 * What of a state is for who listens. Its subject has what others gave as it was shared, `shared`,
 * whatever they have written since.
 */
export function heardFields(listener: Listener, here: StateAt, shared?: StateAt): Fields {
  const { isSubject, sharedUpTo } = listener;
  const heard = ({ fields, revision }: StateAt) =>
    Object.entries(fields).filter(([, { of }]) => hears(listener, of, revision));
  const isBeyond = isSubject && sharedUpTo !== null && here.revision > sharedUpTo;
  const given = isBeyond && shared !== undefined ? heard(shared) : [];
  return Object.fromEntries([...given.filter(([, { of }]) => isGiven(of)), ...heard(here)]);
}

/** What others give and decide, and its subject is shown at once. */
function isGiven({ part }: RecordPart): boolean {
  return part === 'manager' || part === 'rating' || part === 'peer' || part === 'upward';
}
