import { msPerDay, reject, toInstant } from '@plumbline/kernel';
import type { Day, Instant, Rejection } from '@plumbline/kernel';
import type { Due, Member, Peers, Period, Population } from './cycle.ts';

/** Two years and the day between them: who reviews longer than that reviews something else. */
export const periodDaysMax = 731;
export const populationUnitsMax = 200;
/** Of two anonymous ones, each knows the other. */
export const anonymousMin = 3;
export const peersMinMax = 20;
/** So many people in one cycle; of a larger company, several cycles by units. */
export const membersMax = 50_000;
export const pageMembersMax = 500;
/** What a page may weigh: a fact has a limit, and long names and many segments come to it. */
export const pageBytesMax = 192 * 1024;
/** Where a day ends last, it is that much behind UTC. */
const zoneBehindMsMax = 12 * 3_600_000;
/** Where a day begins first, it is that much ahead. */
const zoneAheadMsMax = 14 * 3_600_000;

export function refusePeriod({ from, to }: Period): Rejection | undefined {
  if (to < from) {
    const detail = `The period ends before it begins. Give ${from} or a later day.`;
    return reject('review-cycle/period-reversed', detail, '/period/to');
  }
  const days = (Date.parse(to) - Date.parse(from)) / msPerDay + 1;
  if (days <= periodDaysMax) return undefined;
  const detail = `The period has ${days} days. Give one of ${periodDaysMax} at most.`;
  return reject('review-cycle/period-too-long', detail, '/period/to');
}

export function refusePopulation({ units }: Population): Rejection | undefined {
  if (units === null) return undefined;
  if (units.length === 0) {
    const detail = 'Name the units whose people are reviewed, or leave them out for everybody.';
    return reject('review-cycle/no-units', detail, '/population/units');
  }
  if (units.length > populationUnitsMax) {
    const detail = `Name ${populationUnitsMax} units at most; those below them are included.`;
    return reject('review-cycle/too-many-units', detail, '/population/units');
  }
  const twice = units.findIndex((unit, index) => units.indexOf(unit) !== index);
  if (twice < 0) return undefined;
  return reject(
    ...(['review-cycle/unit-twice', `${units[twice]} is named twice.`] as const),
    `/population/units/${twice}`,
  );
}

export function refusePeers({ mode, min }: Peers): Rejection | undefined {
  const least = mode === 'anonymous' ? anonymousMin : 1;
  if (Number.isInteger(min) && min >= least && min <= peersMinMax) return undefined;
  const detail = `Of ${mode} reviewers, ask for at least ${least} and for ${peersMinMax} at most.`;
  return reject('review-cycle/peers-out-of-range', detail, '/peers/min');
}

/** Managers write after those whom they read, and nobody acknowledges what is not written yet. */
export function refuseDue(due: Due): Rejection | undefined {
  const order = [
    ['self', 'manager'],
    ['peer', 'manager'],
    ['manager', 'acknowledge'],
  ] as const;
  const wrong = order.find(([before, after]) => due[after] < due[before]);
  if (wrong === undefined) return undefined;
  const [before, after] = wrong;
  const detail = `It is due before what it follows. Give ${due[before]} or a later day.`;
  return reject('review-cycle/due-out-of-order', detail, `/due/${after}`);
}

/** Of a launch before its plan, the organisation would be that of another time. */
export function refuseUnplanned(
  { plannedAt }: { readonly plannedAt: Instant },
  at: Instant,
): Rejection | undefined {
  if (at >= plannedAt) return undefined;
  const detail = `It was planned at ${plannedAt}. Launch it as of then or later.`;
  return reject('review-cycle/before-plan', detail, '/effectiveAt');
}

/** Before the period there is no evidence of it: all of it would come too late to count. */
export function refuseAhead({ from }: Period, at: Instant): Rejection | undefined {
  if (firstDayOn(at) >= from) return undefined;
  const detail =
    `Its period begins on ${from}, and the launch pins what is known of it: nothing yet. Launch ` +
    'it once the period is over, or on that day at the earliest.';
  return reject('review-cycle/period-to-come', detail);
}

/** A launch after the first day on which something is due would ask for what is over. */
export function refuseOverdue(due: Due, at: Instant): Rejection | undefined {
  const { field, day, today } = firstDue(due, at);
  if (day >= today) return undefined;
  const detail = `What is due on ${day} (${field}) could not be given any more. Plan a new cycle.`;
  return reject('review-cycle/overdue', detail, '/');
}

/** What could never be launched is not planned. */
export function refusePast(due: Due, at: Instant): Rejection | undefined {
  const { field, day, today } = firstDue(due, at);
  if (day >= today) return undefined;
  const detail = `That day is over everywhere. Give ${today} or a later day.`;
  return reject('review-cycle/due-in-the-past', detail, `/due/${field}`);
}

function firstDue({ self, peer }: Due, at: Instant) {
  const field = self < peer ? ('self' as const) : ('peer' as const);
  return { field, day: field === 'self' ? self : peer, today: lastDayOn(at) };
}

export function refuseMembers(members: readonly Member[]): Rejection | undefined {
  if (members.length === 0) {
    const detail = 'Nobody is in these units on that day. Plan a cycle for others.';
    return reject('review-cycle/nobody', detail, '/');
  }
  if (members.length <= membersMax) return undefined;
  const detail = `These are ${members.length} people. Plan cycles of ${membersMax} at most, by units.`;
  return reject('review-cycle/too-many-members', detail, '/');
}

/** Pages of members, each within the limits of one fact; one member alone always has one. */
export function pagesOf(members: readonly Member[]): readonly (readonly Member[])[] {
  const pages: Member[][] = [];
  let [page, bytes]: [Member[], number] = [[], 0];
  for (const member of members) {
    const own = new TextEncoder().encode(JSON.stringify(member)).length + 1;
    const isFull = page.length === pageMembersMax || bytes + own > pageBytesMax;
    if (pages.length === 0 || isFull) {
      [page, bytes] = [[], 0];
      pages.push(page);
    }
    page.push(member);
    bytes += own;
  }
  return pages;
}

/** The day that it is already where days begin first. */
function firstDayOn(at: Instant): Day {
  return toInstant(Date.parse(at) + zoneAheadMsMax).slice(0, 10);
}

/** The day that it still is where days end last. */
function lastDayOn(at: Instant): Day {
  return toInstant(Date.parse(at) - zoneBehindMsMax).slice(0, 10);
}
