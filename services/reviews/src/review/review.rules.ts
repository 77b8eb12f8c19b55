import { reject, toInstant, msPerDay } from '@plumbline/kernel';
import type { Day, Instant, Rejection } from '@plumbline/kernel';
import type { Asked } from './review.commands.ts';
import { isScored } from './review.counting.ts';
import { isFinal, isWriting, stageForSubject, type LiveReview } from './review.state.ts';
import type { By, ByName } from './review.ts';

/** More who are asked about one person than these do not know them. */
export const reviewersMax = 30;
export const evidenceMax = 50;
/** Of one answer. */
export const answerLengthMax = 20_000;
/** Where a day ends last, it is that much behind UTC. */
const zoneBehindMsMax = 12 * 3_600_000;

/** The one who answers for an act, whoever carries it out. */
export function authorOf({ by, onBehalfOf }: By): string {
  return onBehalfOf ?? by;
}

/** Nobody decides on an own record: neither in person, nor for another, nor through another. */
export function refuseOwn(act: By, { subject }: LiveReview): Rejection | undefined {
  if (act.by !== subject && act.onBehalfOf !== subject) return undefined;
  const detail = 'Nobody decides on an own review, also not as a delegate. Ask another.';
  return reject('review/own-record', detail);
}

/** Two pairs of eyes: who allows another revision decides nothing in it, nor that there be none. */
export function refuseApprover(act: By, { reopenedBy }: LiveReview): Rejection | undefined {
  if (reopenedBy === null || ![act.by, act.onBehalfOf].includes(reopenedBy)) return undefined;
  const detail = 'You have allowed that it is reopened. Another decides what comes of it.';
  return reject('review/decides-own-approval', detail);
}

/** A lock binds all: what is wanted after it is a new revision. */
export function refuseUnlessWriting(review: LiveReview): Rejection | undefined {
  return isWriting(review) ? undefined : (refuseFinal(review) ?? refuseCompared(review));
}

/** Who only writes in it is told that it is over, and not how: that is between others. */
export function refuseOver(review: LiveReview): Rejection | undefined {
  return isWriting(review) ? undefined : refuseWritingOver();
}

export function refuseWritingOver(): Rejection {
  return reject('review/not-writing', 'Nothing is written for this review any more.');
}

export function refuseFinal(review: LiveReview): Rejection | undefined {
  if (!isFinal(review)) return undefined;
  const detail =
    `The review is ${review.stage}, and is changed by nobody, whatever their role. ` +
    'Have it reopened by another: that begins a new revision, and its subject is told.';
  return reject('review/final', detail);
}

function refuseCompared({ stage }: LiveReview): Rejection {
  const detail = `The review is ${stage}: what was written stands as it is, and is edited no more.`;
  return reject('review/not-writing', detail);
}

export function refuseStage(review: LiveReview, wanted: string): Rejection {
  const detail = `The review is ${review.stage}. This is done once it is ${wanted}.`;
  return reject('review/not-in-this-stage', detail);
}

/** What its subject does comes too early: before it is shared they are not told how far it is. */
export function refuseSubject(review: LiveReview, wanted: string): Rejection {
  const stage = stageForSubject(review);
  if (stage === 'not-rated' || stage === 'withdrawn') {
    const ended = `The review has ended, and has no rating: it is ${stage}. Ask an HR partner why.`;
    return reject('review/ended-without-rating', ended);
  }
  if (stage !== null) return refuseStage(review, wanted);
  const detail = `The review is not shared with you yet. This is done once it is ${wanted}.`;
  return reject('review/not-in-this-stage', detail);
}

/** A score of fewer facts than there are is not of this review. */
export function refuseStaleScore(review: LiveReview): Rejection | undefined {
  if (isScored(review)) return undefined;
  const detail = 'What was written last is not in the score yet. Ask again in a moment.';
  return reject('review/score-behind', detail);
}

/** The first instant at which a day is over everywhere. */
export function overEverywhereAt(day: Day): Instant {
  return toInstant(Date.parse(day) + msPerDay + zoneBehindMsMax);
}

/** The day that it still is where days end last. */
export function lastDayOn(at: Instant): Day {
  return toInstant(Date.parse(at) - zoneBehindMsMax).slice(0, 10);
}

/** Whether somewhere on earth a day is not over, by the clock and by what the caller says. */
export function isRunning(day: Day, { at, now }: Asked): boolean {
  return day >= lastDayOn(at < now ? at : now);
}

export function byOf({ by, onBehalfOf }: By): By {
  return { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }) };
}

/** Whose key seals what is written: a review is about its subject, whoever wrote it. */
export function ownerOf({ subject }: { readonly subject: string }): string {
  return `person:${subject}`;
}

/** Whether it may be told outside who was asked and who answered, as was promised. */
export function byName({ peers }: Pick<LiveReview, 'peers'>): ByName {
  return peers.mode === 'named' ? { named: true } : {};
}

export function placed({ act, reviewId, at }: Asked) {
  return { act, reviewId, at };
}
