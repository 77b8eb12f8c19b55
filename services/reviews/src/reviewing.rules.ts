import { reject, type Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { isWrittenIn, type CycleStage } from './cycle/cycle.ts';
import type { ReviewAsked } from './reviewing.handler.ts';
import { refuseFinal } from './review/review.rules.ts';
import { isWriting, type LiveReview } from './review/review.state.ts';

/**
 * What the stage of a cycle allows in its reviews. It is looked at before the review decides: what
 * comes in the same moment as the next stage is in. A review that was reopened goes on by itself,
 * wherever its cycle is.
 */
export function refuseByCycle(
  asked: ReviewAsked,
  review: LiveReview,
  stage: CycleStage | 'none',
): Rejection | undefined {
  const { type } = asked;
  const isFirst = review.revision === 1;
  const isIn = (...stages: readonly (CycleStage | 'none')[]) => stages.includes(stage);
  switch (type) {
    case 'InviteReviewer':
    case 'SubmitSection':
    case 'DeclineInvitation':
      // That it was reopened meanwhile is not told to who only writes, by another refusal neither.
      return isWrittenIn(stage, isFirst || (!isWriting(review) && onlyWrites(asked)) ? 1 : 2)
        ? undefined
        : refuse('collecting', `It is ${stage}: nothing is written any more.`);
    case 'EnterCalibration':
      return isIn('calibrating') ? undefined : refuse('calibrating', `It is ${stage}.`);
    case 'FinaliseReview':
      if (isIn('calibrating') || (!isFirst && isIn('locked', 'released', 'closed'))) {
        return undefined;
      }
      return refuse('calibrating', `It is ${stage}: ratings are final once they were compared.`);
    case 'WithdrawReview':
      // What was declared not rated ends with its cycle, and in no other way but by reopening.
      return review.stage === 'not-rated' && !isIn('cancelled') ? refuseFinal(review) : undefined;
    case 'ReopenReview':
      return isIn('cancelled') ? refuseCancelled() : undefined;
    case 'ShareReview':
      if (isIn('released', 'closed')) return undefined;
      return refuse('released', `It is ${stage}: reviews are shared once all are released.`);
    default:
      return undefined;
  }
}

/** Another revision could never be finalised. */
function refuseCancelled(): Rejection {
  const detail = 'The cycle is cancelled: its reviews have ended. Review this person in another.';
  return reject('review/cycle-cancelled', detail);
}

function onlyWrites(asked: ReviewAsked): boolean {
  return (
    asked.type === 'DeclineInvitation' ||
    (asked.type === 'SubmitSection' && asked.role !== 'manager')
  );
}

function refuse(wanted: 'collecting' | 'calibrating' | 'released', why: string): Rejection {
  return reject(`review/cycle-not-${wanted}`, `The cycle is not ${wanted}. ${why}`);
}

/** Who is asked, or asks, is here; and who is asked from below answers to the subject. */
export function refuseStranger(
  asked: ReviewAsked,
  { subject }: LiveReview,
  organization: Pick<Organization, 'isPresent' | 'isAbove' | 'isMatrixManager'>,
): Rejection | undefined {
  const on = asked.at.slice(0, 10);
  if (asked.type === 'ReopenReview' || asked.type === 'RepinReview') {
    const { askedBy } = asked;
    if (organization.isPresent(askedBy, on)) return undefined;
    return reject('review/unknown-person', `${askedBy} is not here on ${on}.`, '/askedBy');
  }
  if (asked.type !== 'InviteReviewer') return undefined;
  const { reviewer, role } = asked;
  if (!organization.isPresent(reviewer, on)) {
    return reject('review/unknown-person', `${reviewer} is not here on ${on}.`, '/reviewer');
  }
  const isBelow =
    organization.isAbove(subject, reviewer, on) ||
    organization.isMatrixManager(subject, reviewer, on);
  if (role === 'upward' && !isBelow) {
    const detail = `${reviewer} does not answer to ${subject}. Ask as a peer.`;
    return reject('review/not-below', detail, '/reviewer');
  }
  if (role === 'peer' && isBelow) {
    const detail = `${reviewer} answers to ${subject}. Ask as one from below.`;
    return reject('review/not-a-peer', detail, '/reviewer');
  }
  return undefined;
}
