import { refusalOf } from '@plumbline/access';
import { toInstant, type Instant, type Rejection } from '@plumbline/kernel';
import type { Asking, Organization } from '@plumbline/organization';
import { takesPart, type Participants } from './calibration-session/calibration-session.ts';
import type { ReviewsPorts } from './reviews.ports.ts';

/** Whom some reviews are about. */
export interface About {
  readonly subject: string;
}

/**
 * Who convenes a session, or changes who and what is in it, is an HR partner of each one whose
 * review is in it, and of everybody where there is none yet. Nobody puts in an own review.
 */
export function refuseToConvene(
  ports: ReviewsPorts,
  asking: Asking | undefined,
  reviews: readonly About[],
): Rejection | undefined {
  const owners = reviews.length === 0 ? [{}] : reviews.map(ownerOf);
  for (const owner of owners) {
    const refused = refusalOf(ports, asking, 'calibration/convene', owner);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** Whether somebody takes part in a session, or may read of anybody in it. */
export function seesSession(
  ports: ReviewsPorts,
  asking: Asking | undefined,
  session: Participants & { readonly reviews: Readonly<Record<string, About>> },
): boolean {
  if (asking === undefined || isParticipant(ports, asking, session)) return true;
  return readsAnyOf(ports, asking, Object.values(session.reviews));
}

/** A session that looks at nobody yet is for those who may read of everybody. */
function readsAnyOf(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking,
  reviews: readonly About[],
): boolean {
  const owners = reviews.length === 0 ? [{}] : reviews.map(ownerOf);
  return owners.some((owner) => refusalOf(ports, asking, 'calibration/read', owner) === undefined);
}

/** Whether somebody may read of a person by a role; what leaves a trace is not told by asking. */
export function readsOf(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking,
  subject: string,
): boolean {
  return refusalOf(ports, asking, 'calibration/read', ownerOf({ subject })) === undefined;
}

/** As a member, in person: who stands in for one sees nothing of a session. */
export function isParticipant(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking,
  session: Participants,
): boolean {
  const own = { owner: `person:${asking.sub}` };
  const refused = refusalOf(ports, asking, 'calibration/take-part', own);
  return refused === undefined && takesPart(session, asking.sub);
}

/** Whether one has the other above, in the solid line at any height or next in a dotted one. */
export function answersTo(
  organization: Pick<Organization, 'isAbove' | 'isMatrixManager'>,
  person: string,
  subject: string,
  at: Instant,
): boolean {
  const on = at.slice(0, 10);
  return (
    organization.isAbove(subject, person, on) || organization.isMatrixManager(subject, person, on)
  );
}

function ownerOf({ subject }: About) {
  return { owner: `person:${subject}` };
}

/**
 * How somebody sees a session: whole, who takes part or may read of somebody in it; its figures
 * alone, once there are some, who may read those. Undefined is not at all.
 */
export function sightOf(
  ports: Pick<ReviewsPorts, 'access'>,
  asking: Asking,
  session: Participants & { readonly subjects: readonly string[] },
): 'whole' | 'figures' | undefined {
  const about = session.subjects.map((subject) => ({ subject }));
  if (isParticipant(ports, asking, session) || readsAnyOf(ports, asking, about)) return 'whole';
  const refused = refusalOf(ports, asking, 'calibration/read-figures', {});
  return refused === undefined ? 'figures' : undefined;
}

/**
 * On whom somebody sees what a session says: nobody on themselves, nor, as a member, on those they
 * answer to; and who reads by a role, on those of whom they may read. Figures alone are of all.
 */
export function subjectsSeen(
  ports: Pick<ReviewsPorts, 'access' | 'clock'>,
  asking: Asking,
  session: Participants,
  isWhole: boolean,
): (subject: string) => boolean {
  const { tenant, sub } = asking;
  const isMember = isParticipant(ports, asking, session);
  const organization = ports.access.organizationOf(tenant);
  const now = toInstant(ports.clock.now());
  return (subject) => {
    if (subject === sub) return false;
    if (isMember) return !answersTo(organization, sub, subject, now);
    return !isWhole || readsOf(ports, asking, subject);
  };
}
