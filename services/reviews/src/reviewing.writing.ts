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

/**
 * Which part somebody may still write, or write anew, as a section that they send would be taken:
 * the same rules are asked. It tells who only writes no more than that.
 */
export function ownPartIn(
  ports: Pick<ReviewsPorts, 'access'>,
  review: LiveReview,
  asking: Asking,
  cycle: { readonly stage: CycleStage; readonly now: string },
): OwnPart | null {
  const { sub: by, onBehalfOf } = asking;
  const { reviewId } = review;
  const told = {
    ...{ act: '', at: cycle.now, now: cycle.now, reviewId, by },
    ...present({ onBehalfOf }),
  };
  const content = { ratings: [], words: {}, evidence: [] };
  const role = roles.find((one) => {
    const asked = { type: 'SubmitSection', role: one, ...told, ...content } as const;
    const refused =
      refuseToAct(ports, asking, asked, { review, calibrators: [] }) ??
      refuseByCycle(asked, review, cycle.stage) ??
      refuseWriter(asked, review);
    return refused === undefined;
  });
  if (role === undefined || isToldReopened(review, role, onBehalfOf ?? by)) return null;
  if (role === 'self' || role === 'manager') return { role, due: review.due[role] };
  const invitation = review.invitations[sectionKey(role, onBehalfOf ?? by)];
  return { role, due: invitation?.due ?? review.due.peer };
}

/** That a review was reopened is not told to who has written as they were asked. */
function isToldReopened({ revision, invitations }: LiveReview, role: Role, me: string): boolean {
  return revision > 1 && invitations[sectionKey(role, me)]?.stage === 'submitted';
}
