import { isDay, readInstant } from '@plumbline/kernel';

/** How numbers are written in a file. Digits may be grouped, a decimal mark may be a comma. */
export interface NumberFormat {
  readonly decimal: '.' | ',';
  /** Between groups of three digits; empty when digits are not grouped. */
  readonly group: '' | ',' | '.' | ' ' | "'" | '_';
  /** A trailing `%` is taken off and the number divided by 100. */
  readonly percent: boolean;
}

export const plainNumbers: NumberFormat = { decimal: '.', group: '', percent: false };

/** Reads a number, or gives undefined when the text is none in this format. Never guesses. */
export function readNumber(text: string, format: NumberFormat): number | undefined {
  let digits = text.trim();
  let divisor = 1;
  if (format.percent && digits.endsWith('%')) {
    digits = digits.slice(0, -1).trimEnd();
    divisor = 100;
  }
  if (format.group !== '' && digits.includes(format.group)) {
    const whole = digits.split(format.decimal)[0] ?? '';
    const groups = whole.replace(/^[+-]/, '').split(format.group);
    const grouped = groups.every((group, at) => {
      return at === 0 ? /^\d{1,3}$/.test(group) : /^\d{3}$/.test(group);
    });
    if (!grouped || digits.slice(whole.length).includes(format.group)) return undefined;
    digits = digits.replaceAll(format.group, '');
  }
  if (format.decimal === ',') {
    if (digits.includes('.')) return undefined;
    digits = digits.replace(',', '.');
  }
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d{1,3})?$/i.test(digits)) return undefined;
  const number = Number(digits) / divisor;
  // A whole number beyond 2^53 would come out as a neighbour of what was written.
  const exact = !Number.isInteger(number) || Number.isSafeInteger(number);
  return Number.isFinite(number) && exact ? number : undefined;
}

/**
 * Reads a day in a format made of `yyyy`, `mm`, `dd` (two digits) or `m`, `d` (one or two) and
 * any other characters as they are. Undefined when the text does not fit, or names no real day.
 */
export function readDay(text: string, format: string): string | undefined {
  const pattern = format.replace(/yyyy|mm|dd|m|d|[^ymd]/g, (token) => {
    if (token === 'yyyy') return '(?<y>\\d{4})';
    if (token === 'mm' || token === 'm') return `(?<m>\\d{${token === 'mm' ? '2' : '1,2'}})`;
    if (token === 'dd' || token === 'd') return `(?<d>\\d{${token === 'dd' ? '2' : '1,2'}})`;
    return token.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  const parts = new RegExp(`^${pattern}$`).exec(text.trim())?.groups;
  if (parts === undefined) return undefined;
  const day = `${parts['y']}-${parts['m']?.padStart(2, '0')}-${parts['d']?.padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

/** Reads a day of a month that is known, as `7` of `2017-05`. */
export function readDayOf(month: string, text: string): string | undefined {
  const day = `${month}-${text.trim().padStart(2, '0')}`;
  return isDay(day) ? day : undefined;
}

export function isMonth(text: string): boolean {
  return isDay(`${text}-01`);
}

/** True for a format that names a year, a month and a day, each once. */
export function isDayFormat(format: string): boolean {
  const tokens = format.match(/yyyy|mm|dd|m|d/g)?.map((token) => token[0]);
  return tokens?.toSorted().join('') === 'dmy' && !/y/.test(format.replace('yyyy', ''));
}

export function readMoment(text: string): string | undefined {
  return readInstant(text.trim());
}

export interface Period {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** A part of a fiscal year: all of it, a quarter of it, or a month of it. */
export interface FiscalPart {
  readonly year: number;
  readonly quarter?: number;
  readonly month?: number;
}

export interface FiscalCalendar {
  /** 1 to 12: the calendar month that the fiscal year begins with. */
  readonly firstMonth: number;
  /** Whether a fiscal year bears the number of the calendar year it begins or ends in. */
  readonly yearNamedBy: 'start' | 'end';
}

/** First and last day of a part of a fiscal year; undefined when there is no such part. */
export function fiscalDays(
  part: FiscalPart,
  calendar: FiscalCalendar,
): { start: string; end: string } | undefined {
  const { year, quarter, month } = part;
  if (!isWithin(year, 1, 9_998)) return undefined;
  if (quarter !== undefined && !isWithin(quarter, 1, 4)) return undefined;
  if (month !== undefined && !isWithin(month, 1, 12)) return undefined;
  const early = calendar.yearNamedBy === 'end' && calendar.firstMonth > 1 ? 1 : 0;
  const months = quarter !== undefined ? 3 : month !== undefined ? 1 : 12;
  const skipped = quarter !== undefined ? (quarter - 1) * 3 : month !== undefined ? month - 1 : 0;
  const first = (year - early) * 12 + calendar.firstMonth - 1 + skipped;
  return { start: dayOf(first, 1), end: dayOf(first + months, 0) };
}

function isWithin(number: number, low: number, high: number): boolean {
  return Number.isInteger(number) && number >= low && number <= high;
}

/** The day of a month counted from year 0; day 0 is the last of the month before. */
function dayOf(months: number, day: number): string {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(months / 12), months % 12, day);
  return date.toISOString().slice(0, 10);
}
