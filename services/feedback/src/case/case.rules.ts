import { isBlank, reject, type Instant, type Rejection } from '@plumbline/kernel';
import { minutesPerWeek, msPerMinute, weeklyMs } from './business-time.ts';
import type { Calendar } from './business-time.ts';
import type { OpenCase } from './case.commands.ts';
import type { Agreement } from './case.ts';

export const hoursMax = 64;
export const holidaysMax = 512;
export const transitionsMax = 64;
/** As far as clocks are ahead of UTC, and behind it, anywhere. */
export const aheadMinutesMax = 14 * 60;
export const behindMinutesMax = 12 * 60;
/** Weeks of opening hours that may be promised: what is due in some lifetime is no promise. */
export const targetWeeksMax = 520;
/** Times that the clock of a case may run: each but the first follows a pause, or an end. */
export const runsMax = 256;
export const codeLengthMax = 64;
export const refLengthMax = 255;
export const customerLengthMax = 200;
export const summaryLengthMax = 2_000;
export const reasonLengthMax = 2_000;

export function refuseOpening(command: OpenCase): Rejection | undefined {
  const { slaRef, calendar, words, unit, touchpoint, response } = command;
  const { customer, summary } = words;
  return (
    refuseText(slaRef, refLengthMax, '/slaRef') ??
    refuseText(unit, refLengthMax, '/unit') ??
    refuseAbsentOr(touchpoint, codeLengthMax, '/touchpoint') ??
    refuseAbsentOr(response, refLengthMax, '/response') ??
    refuseText(customer, customerLengthMax, '/customer') ??
    refuseAbsentOr(summary, summaryLengthMax, '/summary') ??
    refuseText(calendar.zone, codeLengthMax, '/calendar/zone') ??
    refuseWeek(calendar) ??
    refuseHolidays(calendar) ??
    refuseOffsets(calendar) ??
    refuseTarget(command, 'firstResponse') ??
    refuseTarget(command, 'resolution')
  );
}

function refuseWeek({ week }: Calendar): Rejection | undefined {
  const field = '/calendar/week';
  if (week.length > hoursMax) {
    return reject('case/too-many-hours', `At most ${hoursMax} opening hours a week.`, field);
  }
  if (week.length === 0) {
    return reject('case/never-open', 'Say when the service is open in a week.', field);
  }
  const bad = week.findIndex(({ from, until }, index) => {
    const isWhole = Number.isInteger(from) && Number.isInteger(until);
    const isAfter = from >= (week[index - 1]?.until ?? 0);
    return !isWhole || !isAfter || until <= from || until > minutesPerWeek;
  });
  if (bad < 0) return undefined;
  const detail = `Give whole minutes of the week, 0 to ${minutesPerWeek}, in order and apart.`;
  return reject('case/hours-not-possible', detail, `${field}/${bad}`);
}

function refuseHolidays({ holidays }: Calendar): Rejection | undefined {
  const field = '/calendar/holidays';
  if (holidays.length > holidaysMax) {
    return reject('case/too-many-holidays', `At most ${holidaysMax} holidays.`, field);
  }
  const bad = firstNotAfter(holidays);
  if (bad < 0) return undefined;
  return reject('case/holidays-out-of-order', 'Give each day once, in order.', `${field}/${bad}`);
}

function refuseOffsets({ utcOffsetMinutes, transitions }: Calendar): Rejection | undefined {
  const field = '/calendar/transitions';
  if (transitions.length > transitionsMax) {
    return reject('case/too-many-transitions', `At most ${transitionsMax} transitions.`, field);
  }
  const disorder = firstNotAfter(transitions.map(({ at }) => at));
  if (disorder >= 0) {
    const detail = 'Give each transition once, in the order of their times.';
    return reject('case/transitions-out-of-order', detail, `${field}/${disorder}`);
  }
  const offsets = [utcOffsetMinutes, ...transitions.map((one) => one.utcOffsetMinutes)];
  const bad = offsets.findIndex((minutes) => {
    const isWithin = minutes >= -behindMinutesMax && minutes <= aheadMinutesMax;
    return !Number.isInteger(minutes) || !isWithin;
  });
  if (bad < 0) return undefined;
  const detail = `Give whole minutes from ${-behindMinutesMax} to ${aheadMinutesMax}.`;
  const at = bad === 0 ? '/calendar/utcOffsetMinutes' : `${field}/${bad - 1}/utcOffsetMinutes`;
  return reject('case/offset-not-possible', detail, at);
}

function refuseTarget(
  { targets, calendar }: Agreement,
  clock: keyof Agreement['targets'],
): Rejection | undefined {
  const target = targets[clock];
  if (target === null) return undefined;
  const field = `/targets/${clock}`;
  if (!(Number.isInteger(target) && target > 0)) {
    return reject('case/target-not-positive', 'Give whole minutes, 1 at least.', field);
  }
  if (target * msPerMinute <= targetWeeksMax * weeklyMs(calendar)) return undefined;
  const detail = `Give at most the opening hours of ${targetWeeksMax} weeks.`;
  return reject('case/target-too-long', detail, field);
}

/** Where a list is not in order, or says the same twice. */
function firstNotAfter(list: readonly string[]): number {
  return list.findIndex((one, index) => index > 0 && one <= (list[index - 1] ?? ''));
}

function refuseAbsentOr(
  text: string | undefined,
  lengthMax: number,
  field: string,
): Rejection | undefined {
  return text === undefined ? undefined : refuseText(text, lengthMax, field);
}

export function refuseText(text: string, lengthMax: number, field: string): Rejection | undefined {
  if (isBlank(text)) return reject('case/text-missing', 'Say something here.', field);
  if (text.length <= lengthMax) return undefined;
  return reject('case/text-too-long', `At most ${lengthMax} characters.`, field);
}

/** A clock that was paused earlier than it was last resumed would have run backwards. */
export function refuseEarlierThan(since: Instant, at: Instant): Rejection | undefined {
  if (at >= since) return undefined;
  return reject(
    'case/before-its-latest-change',
    `A change that holds since ${since} is recorded already. Give that time or a later one.`,
    '/effectiveAt',
  );
}

export function resolved(): Rejection {
  return reject('case/resolved', 'The case is resolved. Reopen it first, with a reason.');
}
