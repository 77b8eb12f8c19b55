import { areComing } from './review.counting.ts';
import type { LiveReview } from './review.state.ts';
import type { InvitedRole } from './review.ts';

/**
 * How what peers and people below gave is told and counted. By name, or of enough unnamed ones at
 * a time: a group that is too small goes together with the other one, and is not told, nor
 * counted, where both are too small still. Nor is any of it before all are in: what came last
 * would be known by the difference.
 */
export interface Groups {
  /** Told and counted by themselves. */
  readonly enough: readonly InvitedRole[];
  /** Told and counted as one, without their role, and of each no more than all have answered. */
  readonly together: readonly InvitedRole[];
  readonly withheld: readonly Withheld[];
}

export const withholdings = ['too-few', 'not-all-in', 'not-alike'] as const;
export interface Withheld {
  readonly role: InvitedRole;
  readonly why: (typeof withholdings)[number];
}

const invited: readonly InvitedRole[] = ['peer', 'upward'];

export function groupsOf(review: LiveReview): Groups {
  const { peers, sections, invitations } = review;
  const of = (...roles: readonly InvitedRole[]) =>
    Object.values(sections).filter(({ role }) => roles.some((one) => one === role)).length;
  const roles = invited.filter((role) => of(role) > 0);
  if (peers.mode === 'named') return { enough: roles, together: [], withheld: [] };
  if (areComing(review)) {
    // Of whom are asked: of who has written, the first would be known by it.
    const asked = new Set(Object.values(invitations).map(({ role }) => role));
    const coming = invited.filter((role) => asked.has(role));
    const withheld = coming.map((role) => ({ role, why: 'not-all-in' as const }));
    return { enough: [], together: [], withheld };
  }
  const enough = roles.filter((role) => of(role) >= peers.min);
  const few = roles.filter((role) => !enough.includes(role));
  if (few.length > 1 && of(...few) >= peers.min) return { enough, together: few, withheld: [] };
  const withheld = few.map((role) => ({ role, why: 'too-few' as const }));
  return { enough, together: [], withheld };
}

/**
 * The items that every one of those that go together has answered. Any other one would tell who is
 * asked what: by being there, or by being asked of all of one role and lacking.
 */
export function answeredByAll(answers: readonly (readonly string[])[]): readonly string[] {
  const [first = [], ...others] = answers;
  return first.filter((item) => others.every((one) => one.includes(item)));
}
