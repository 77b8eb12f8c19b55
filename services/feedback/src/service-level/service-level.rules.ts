import { isBlank, isDay, reject, type Rejection } from '@plumbline/kernel';
import type { Hours, OpeningTimes, Targets, Terms } from './service-level.ts';

export const hoursMax = 64;
export const holidaysMax = 512;
export const minutesPerWeek = 7 * 24 * 60;
/** Weeks of opening hours that may be promised: what is due in some lifetime is no promise. */
export const targetWeeksMax = 520;
export const versionsMax = 100;
export const zoneLengthMax = 64;
export const nameLengthMax = 200;
export const reasonLengthMax = 2_000;

export function refuseTerms({ targets, opening }: Omit<Terms, 'version'>): Rejection | undefined {
  return (
    refuseText(opening.zone, zoneLengthMax, '/opening/zone') ??
    refuseWeek(opening) ??
    refuseHolidays(opening) ??
    refuseTargets(targets, opening)
  );
}

function refuseWeek({ week }: OpeningTimes): Rejection | undefined {
  const field = '/opening/week';
  if (week.length > hoursMax) {
    return reject('service-level/too-many-hours', `At most ${hoursMax} a week.`, field);
  }
  if (week.length === 0) {
    return reject('service-level/never-open', 'Say when it is open in a week.', field);
  }
  const bad = week.findIndex((hours, index) => !arePossible(hours, week[index - 1]));
  if (bad < 0) return undefined;
  const detail = `Give whole minutes of the week, 0 to ${minutesPerWeek}, in order and apart.`;
  return reject('service-level/hours-not-possible', detail, `${field}/${bad}`);
}

function arePossible({ from, until }: Hours, before: Hours | undefined): boolean {
  if (!Number.isInteger(from) || !Number.isInteger(until)) return false;
  return from >= (before?.until ?? 0) && until > from && until <= minutesPerWeek;
}

function refuseHolidays({ holidays }: OpeningTimes): Rejection | undefined {
  const field = '/opening/holidays';
  if (holidays.length > holidaysMax) {
    return reject('service-level/too-many-holidays', `At most ${holidaysMax} holidays.`, field);
  }
  const bad = holidays.findIndex((day, index) => {
    return !isDay(day) || (index > 0 && day <= (holidays[index - 1] ?? ''));
  });
  if (bad < 0) return undefined;
  const detail = 'Give days that exist, each once, in order.';
  return reject('service-level/holidays-out-of-order', detail, `${field}/${bad}`);
}

function refuseTargets(targets: Targets, { week }: OpeningTimes): Rejection | undefined {
  const { firstResponse, resolution } = targets;
  if (firstResponse === null && resolution === null) {
    return reject('service-level/promises-nothing', 'Give one of the two.', '/targets');
  }
  const weekly = week.reduce((sum, { from, until }) => sum + (until - from), 0);
  return (
    refuseTarget(firstResponse, weekly, '/targets/firstResponse') ??
    refuseTarget(resolution, weekly, '/targets/resolution')
  );
}

function refuseTarget(target: number | null, weekly: number, field: string): Rejection | undefined {
  if (target === null) return undefined;
  if (!(Number.isInteger(target) && target > 0)) {
    return reject('service-level/target-not-positive', 'Give whole minutes, 1 at least.', field);
  }
  if (target <= targetWeeksMax * weekly) return undefined;
  const detail = `Give at most the opening hours of ${targetWeeksMax} weeks.`;
  return reject('service-level/target-too-long', detail, field);
}

export function refuseText(text: string, lengthMax: number, field: string): Rejection | undefined {
  if (isBlank(text)) return reject('service-level/text-missing', 'Say something.', field);
  if (text.length <= lengthMax) return undefined;
  return reject('service-level/text-too-long', `At most ${lengthMax} characters.`, field);
}
