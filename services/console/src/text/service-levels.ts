import type { ServiceLevel, SlaAttainment } from '../api/types.ts';
import { businessText } from './cases.ts';
import { shareText } from './figures.ts';

type Opening = ServiceLevel['opening'];
type Targets = ServiceLevel['targets'];

const minutesPerDay = 1_440;
const minutesPerWeek = 7 * minutesPerDay;

export const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;

function clockText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/** A stretch of the week; one over midnight names both of its days. */
function hoursText({ from, until }: Opening['week'][number]): string {
  const [day, last] = [from, until - 1].map((one) => Math.floor(one / minutesPerDay));
  const begin = clockText(from % minutesPerDay);
  const end = clockText(until % minutesPerDay || minutesPerDay);
  const lastName = day === last ? '' : `${dayNames[last ?? 0] ?? ''} `;
  return `${dayNames[day ?? 0] ?? ''} ${begin} – ${lastName}${end}`;
}

/** When the clocks of a promise run. */
export function openingText({ zone, week, holidays }: Opening): string {
  const [first] = week;
  const isAlways = week.length === 1 && first?.from === 0 && first.until === minutesPerWeek;
  const hours = isAlways ? 'at all hours' : week.map(hoursText).join(', ');
  const except = holidays.length === 1 ? '1 holiday' : `${holidays.length} holidays`;
  return `${hours}, in ${zone}${holidays.length === 0 ? '' : `, except ${except}`}`;
}

export function targetsText({ firstResponse, resolution }: Targets): string {
  const promised = [
    ...(firstResponse === null ? [] : [`answered in ${businessText(firstResponse)}`]),
    ...(resolution === null ? [] : [`resolved in ${businessText(resolution)}`]),
  ];
  return promised.join(', ');
}

/** How a service level stands, in one sentence. */
export function serviceLevelText({ version, targets, opening }: ServiceLevel): string {
  return `It is at version ${version}: ${targetsText(targets)}, ${openingText(opening)}.`;
}

type OfClock = SlaAttainment['firstResponse'];

/** How often a promise was kept, of those that are decided or past due. */
export function keptText({ share }: OfClock, locale?: string): string {
  const { value, n, low, high } = share;
  if (value === null) return 'nothing is decided yet';
  const bounds =
    low === null || high === null
      ? ''
      : ` (${shareText(low, locale)} to ${shareText(high, locale)})`;
  return `${shareText(value, locale)} kept${bounds}, n = ${n}`;
}
