import { msPerDay, reject, toInstant } from '@plumbline/kernel';
import type { Day, Instant, Rejection } from '@plumbline/kernel';
import type * as Command from './one-to-one.commands.ts';
import type { Action, HeldOneToOne } from './one-to-one.ts';

export const agendaPointsMax = 32;
/** Of one meeting, those that have ended included. */
export const actionsMax = 32;
/** A year and a day after it is agreed: what takes longer is a goal. */
export const actionDueDaysMax = 366;
/** Two servers' clocks may differ by as much. */
export const clockSkewMsMax = 5 * 60_000;
/** Where a day begins first, it is that much ahead of UTC. */
const zoneAheadMsMax = 14 * 3_600_000;

export function refuseMeeting(command: Command.HoldOneToOne): Rejection | undefined {
  const { by, with: other, about, agenda } = command;
  if (by === other) {
    return reject('one-to-one/with-oneself', 'Name the other person.', '/with');
  }
  if (about !== by && about !== other) {
    const detail = 'A meeting of two is about one of them. Name one of the two.';
    return reject('one-to-one/about-another', detail, '/about');
  }
  if (agenda.length > agendaPointsMax) {
    const detail = `At most ${agendaPointsMax} points. Keep what was spoken of.`;
    return reject('one-to-one/too-many-points', detail, '/agenda');
  }
  return refuseFuture(command);
}

/** A meeting is told of when its day has begun somewhere on earth: not of one that is planned. */
export function refuseFuture({
  on,
  at,
  now,
}: Command.HoldOneToOne | Command.CorrectOneToOne): Rejection | undefined {
  if (on <= firstDayOn(at < now ? at : now)) return undefined;
  const detail = 'That day has not come. Record the meeting once it was held.';
  return reject('one-to-one/in-the-future', detail, '/on');
}

export function refuseAction(
  { at, owner, due }: Command.AgreeAction,
  { people, on, actions }: HeldOneToOne,
): Rejection | undefined {
  if (!people.includes(owner)) {
    const detail = 'What the two agree is done by one of them. Name one of the two.';
    return reject('one-to-one/owner-not-of-the-two', detail, '/owner');
  }
  if (actions.length >= actionsMax) {
    return reject('one-to-one/too-many-actions', `At most ${actionsMax} actions of one meeting.`);
  }
  if (on > firstDayOn(at)) {
    const detail = `They met on ${on}. Give a time on that day or later.`;
    return reject('one-to-one/before-it-was-held', detail, '/effectiveAt');
  }
  if (due < on) {
    const detail = `They met on ${on}. Give that day or a later one.`;
    return reject('one-to-one/due-before-the-meeting', detail, '/due');
  }
  if (Date.parse(due) <= Date.parse(at.slice(0, 10)) + actionDueDaysMax * msPerDay) {
    return undefined;
  }
  const detail = `Give a day within ${actionDueDaysMax} days, or make it a goal.`;
  return reject('one-to-one/due-too-far', detail, '/due');
}

export function refuseBeforeAgreed({ agreedAt }: Action, at: Instant): Rejection | undefined {
  if (!isBefore(at, agreedAt)) return undefined;
  const detail = `It was agreed at ${agreedAt}. Give that time or a later one.`;
  return reject('one-to-one/before-it-was-agreed', detail, '/effectiveAt');
}

export function refuseBeforeDay({ daySince }: HeldOneToOne, at: Instant): Rejection | undefined {
  if (!isBefore(at, daySince)) return undefined;
  const detail = `Its day was told at ${daySince}. Give that time or a later one.`;
  return reject('one-to-one/before-its-latest-change', detail, '/effectiveAt');
}

/** What every fact of a meeting carries. */
export function placed({ act, oneToOneId, at, by }: Command.Asked) {
  return { act, oneToOneId, at, by };
}

/** The day that it is already where days begin first. */
function firstDayOn(at: Instant): Day {
  return toInstant(Date.parse(at) + zoneAheadMsMax).slice(0, 10);
}

function isBefore(at: Instant, since: Instant): boolean {
  return Date.parse(at) + clockSkewMsMax < Date.parse(since);
}
