import { refusalOf, type Reading } from '@plumbline/access';
import { reject, type Instant, type Rejection } from '@plumbline/kernel';
import type { Action, Asking } from '@plumbline/organization';
import { answersTo } from './calibration.permission.ts';
import type { ReviewAsked } from './reviewing.handler.ts';
import type { LiveReview } from './review/review.state.ts';
import type { ReviewsPorts } from './reviews.ports.ts';
import { owingOf, writersOf } from './views/review-sheet.ts';
import type { Eye } from './views/review-shown.ts';

/** Who has to do with a review, as the policy table is asked about it. */
export interface Concerned {
  readonly subject: string;
  readonly manager: string | null;
  /** Who wrote, is asked to write, or answered for an earlier part. */
  readonly writers: readonly string[];
  /** Those of them who are still to submit. */
  readonly owing: readonly string[];
  /** Who takes part in the session that it is in. */
  readonly calibrators: readonly string[];
}

export function concernedIn(review: LiveReview, calibrators: readonly string[]): Concerned {
  const { subject, manager } = review;
  return { subject, manager, writers: writersOf(review), owing: owingOf(review), calibrators };
}

type Way = readonly [eye: Eye, action: Action, owner: string];

/**
 * By which lines of the table somebody reads a review. Nobody sees an own one by a role; and who is
 * still to write in it sees no more than that, whatever else they are, and whoever they stand in
 * for: blind first.
 */
export function waysTo(concerned: Concerned, { sub, onBehalfOf }: Asking): readonly Way[] {
  const { subject, manager, writers, owing, calibrators } = concerned;
  const person = (one: string) => `person:${one}`;
  const me = onBehalfOf ?? sub;
  if (me === subject || sub === subject) return [['subject', 'review/read-own', person(subject)]];
  if (me !== sub && owing.includes(sub)) return [];
  const own: Way[] = [];
  if (me === manager) own.push(['manager', 'review/read-as-manager', person(me)]);
  if (writers.includes(me)) own.push(['writer', 'review/read-written', person(me)]);
  // A manager who has written sees it all: what leaves a trace is not needed then.
  if (owing.includes(me) || me === manager) return own;
  const seat: Way[] = calibrators.includes(me)
    ? [['calibrator', 'review/read-in-session', person(me)]]
    : [];
  return [
    ...[...own, ...seat],
    ['scope', 'review/read-in-scope', person(subject)],
    ['auditor', 'review/read-as-auditor', person(subject)],
  ];
}

/**
 * Who stands in for another has no part in the review of somebody whom they answer to: neither do
 * they write it, nor read what colleagues wrote from below.
 */
export function standsInBelow(
  { access }: Pick<ReviewsPorts, 'access'>,
  { tenant, sub, onBehalfOf }: Asking,
  subject: string,
  at: Instant,
): boolean {
  return onBehalfOf !== undefined && answersTo(access.organizationOf(tenant), sub, subject, at);
}

/** With which eyes somebody sees a review; what is to be recorded of that is. */
export function eyesOf(
  reading: Reading,
  concerned: Concerned,
  asking: Asking,
  record: string,
): readonly Eye[] {
  const eyes: Eye[] = [];
  for (const [eye, action, owner] of waysTo(concerned, asking)) {
    // What leaves a trace is not needed where a manager sees it all anyway.
    if (eye === 'auditor' && eyes.includes('scope')) continue;
    if (reading.sees(action, { owner }, record)) eyes.push(eye);
  }
  return eyes;
}

/** The same, where nothing is read that would be recorded. */
export function eyesWithout(
  ports: Pick<ReviewsPorts, 'access'>,
  concerned: Concerned,
  asking: Asking,
): readonly Eye[] {
  return waysTo(concerned, asking).flatMap(([eye, action, owner]) => {
    return refusalOf(ports, asking, action, { owner }) === undefined ? [eye] : [];
  });
}

/** Whether somebody may be told that there is such a review. */
function isKnownTo(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking,
  concerned: Concerned,
): boolean {
  const { subject, manager, writers } = concerned;
  const me = asking.onBehalfOf ?? asking.sub;
  if ([subject, manager, ...writers].includes(me)) return true;
  return eyesWithout(ports, concerned, asking).length > 0;
}

/** A rejection where somebody may not; who may not even read it is not told that it is there. */
export function refuseToAct(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking | undefined,
  asked: ReviewAsked,
  of: { readonly review: LiveReview; readonly calibrators: readonly string[] },
): Rejection | undefined {
  const refused = refuseAct(ports, asking, asked, of.review);
  // What does not hang on the review, as that nobody lent them the right, is told to everybody.
  if (refused !== undefined && !refused.code.startsWith('permission/review-')) return refused;
  if (asking === undefined) return refused;
  if (isKnownTo(ports, asking, concernedIn(of.review, of.calibrators))) return refused;
  return reject('review/not-found', 'There is no review with this id.');
}

/** A rejection where none of the lines that allow an act allows it to who asks. */
function refuseAct(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking | undefined,
  asked: ReviewAsked,
  review: LiveReview,
): Rejection | undefined {
  if (asking === undefined) return refuseMachine(asked);
  const refused =
    refuseBelow(ports, asking, asked, review) ??
    refuseReviewer(asking, asked, review) ??
    refuseBlind(asking, asked, review);
  if (refused !== undefined) return refused;
  const ways = waysOfAct(asked, review);
  const refusals = ways.map(([action, owner]) => refusalOf(ports, asking, action, { owner }));
  return refusals.includes(undefined) ? undefined : refusals.at(-1);
}

function refuseBelow(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking,
  { now }: ReviewAsked,
  { subject }: LiveReview,
): Rejection | undefined {
  if (!standsInBelow(ports, asking, subject, now)) return undefined;
  const detail = `You answer to ${subject}. Another stands in for ${asking.onBehalfOf} in this.`;
  return reject('permission/stands-in-from-below', detail, 'header:On-Behalf-Of');
}

/** Who is asked about somebody as themselves has one say in their rating, and none for another. */
function refuseReviewer(
  { sub, onBehalfOf }: Asking,
  asked: ReviewAsked,
  { invitations, sections }: LiveReview,
): Rejection | undefined {
  const { type } = asked;
  const isRating =
    (type === 'SubmitSection' && asked.role === 'manager') ||
    ['OverrideRating', 'FinaliseReview'].includes(type);
  if (onBehalfOf === undefined || !isRating) return undefined;
  const isAsked = Object.values(invitations).some(({ reviewer }) => reviewer === sub);
  const hasWritten = Object.values(sections).some(({ author }) => author === sub);
  if (!isAsked && !hasWritten) return undefined;
  const detail = `You are asked about this person yourself. Another stands in for ${onBehalfOf}.`;
  return reject('permission/stands-in-as-reviewer', detail, 'header:On-Behalf-Of');
}

const decisions: readonly ReviewAsked['type'][] = [
  ...(['OverrideRating', 'FinaliseReview', 'DeclareNotRated'] as const),
  ...(['WithdrawReview', 'RepinReview'] as const),
];

/** By these a rating is said, which nobody does who may not read what it is of. */
const ratings: readonly ReviewAsked['type'][] = ['OverrideRating', 'FinaliseReview'];

/**
 * Blind first: who is still to write decides nothing by a role, and learns from no answer what the
 * rating is. Its manager ends it unread, as where there is nothing to rate; and where all others
 * have written, but not they themselves of an earlier part, they do not say what the rating is.
 */
function refuseBlind(
  { sub, onBehalfOf }: Asking,
  { type }: ReviewAsked,
  review: LiveReview,
): Rejection | undefined {
  if (!decisions.includes(type)) return undefined;
  const owing = owingOf(review);
  if (![sub, onBehalfOf].some((one) => one !== undefined && owing.includes(one))) return undefined;
  if ((onBehalfOf ?? sub) !== review.manager) {
    const detail =
      'Who is still to write about this person decides nothing of their review. Write, or decline.';
    return reject('permission/still-to-write', detail);
  }
  // Before that it says itself what it waits for.
  if (!ratings.includes(type) || review.stage !== 'manager-submitted') return undefined;
  const detail =
    'Who has not written their own part as a manager may not read what others wrote, and says no ' +
    'rating. Write it, while the cycle collects; after that an HR partner finalises.';
  return reject('permission/still-to-write', detail);
}

/** A human finalises: no policy and no import does. */
function refuseMachine({ type }: ReviewAsked): Rejection | undefined {
  if (type !== 'FinaliseReview') return undefined;
  return reject('review/not-by-a-human', 'A rating is finalised by a human alone.');
}

function waysOfAct(
  asked: ReviewAsked,
  { subject, manager }: LiveReview,
): readonly (readonly [Action, string])[] {
  const person = (one: string) => `person:${one}`;
  const lead: readonly (readonly [Action, string])[] =
    manager === null ? [] : [['review/lead', person(manager)]];
  switch (asked.type) {
    case 'SubmitSection': {
      const author = person(asked.onBehalfOf ?? asked.by);
      return [[asked.role === 'manager' ? 'review/lead' : 'review/write', author]];
    }
    case 'DeclineInvitation':
      return [['review/write', person(asked.reviewer)]];
    case 'AcknowledgeReview':
    case 'DisputeReview':
      return [['review/write', person(subject)]];
    case 'ResolveDispute':
      return [['review/resolve', person(subject)]];
    case 'ReopenReview':
    case 'RepinReview':
      return [['review/reopen', person(subject)]];
    case 'DeclareNotRated':
    case 'WithdrawReview':
      return [['review/administer', person(subject)]];
    default:
      return [...lead, ['review/administer', person(subject)]];
  }
}
