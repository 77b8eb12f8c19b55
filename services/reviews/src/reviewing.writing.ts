import { present, type Day } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import type { CycleStage } from './cycle/cycle.ts';
import { refuseToAct } from './reviewing.permission.ts';
import { refuseByCycle } from './reviewing.rules.ts';
import { sectionKey, type LiveReview } from './review/review.state.ts';
import { refuseWriter } from './review/review.sections.ts';
import type { Role } from './review/review.ts';
import type { ReviewsPorts } from './reviews.ports.ts';

/** A part of a review that somebody writes now, and by when they are waited for. */
export interface OwnPart {
  readonly role: Role;
  readonly due: Day;
}

const roles: readonly Role[] = ['self', 'manager', 'peer', 'upward'];

/** Where the cycle of a review is, and the time that it is. */
export interface CycleNow {
  readonly stage: CycleStage;
  readonly now: string;
}

/**
 * Which part somebody may still write, or write anew, as a section that they send would be taken:
 * the same rules are asked. What is missing comes first. Who only writes is told no more than that.
 */
export function ownPartIn(
  ports: Pick<ReviewsPorts, 'access'>,
  review: LiveReview,
  asking: Asking,
  cycle: CycleNow,
): OwnPart | null {
  const me = asking.onBehalfOf ?? asking.sub;
  const taken = rolesTaken(ports, review, asking, cycle);
  const role = taken.find((one) => isMissing(review, one, me)) ?? taken[0];
  if (role === undefined || isToldReopened(review, role, me)) return null;
  if (role === 'self' || role === 'manager') return { role, due: review.due[role] };
  const invitation = review.invitations[sectionKey(role, me)];
  return { role, due: invitation?.due ?? review.due.peer };
}

/** Whether somebody is still to write a part: the one that they would be told of. */
export function isOwedBy(
  ports: Pick<ReviewsPorts, 'access'>,
  review: LiveReview,
  asking: Asking,
  cycle: CycleNow,
): boolean {
  const part = ownPartIn(ports, review, asking, cycle);
  return part !== null && isMissing(review, part.role, asking.onBehalfOf ?? asking.sub);
}

function rolesTaken(
  ports: Pick<ReviewsPorts, 'access'>,
  review: LiveReview,
  asking: Asking,
  { stage, now }: CycleNow,
): readonly Role[] {
  const { sub: by, onBehalfOf } = asking;
  const { reviewId } = review;
  const told = { act: '', at: now, now, reviewId, by, ...present({ onBehalfOf }) };
  const content = { ratings: [], words: {}, evidence: [] };
  return roles.filter((role) => {
    const asked = { type: 'SubmitSection', role, ...told, ...content } as const;
    const refused =
      refuseToAct(ports, asking, asked, { review, calibrators: [] }) ??
      refuseByCycle(asked, review, stage) ??
      refuseWriter(asked, review);
    return refused === undefined;
  });
}

function isMissing({ sections }: LiveReview, role: Role, me: string): boolean {
  return sections[sectionKey(role, me)] === undefined;
}

/** That a review was reopened is not told to who has written as they were asked. */
function isToldReopened({ revision, invitations }: LiveReview, role: Role, me: string): boolean {
  return revision > 1 && invitations[sectionKey(role, me)]?.stage === 'submitted';
}
