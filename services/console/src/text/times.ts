/** Every time is shown in UTC, and says so: the record is one, readers are in many zones. */
const utc = { timeZone: 'UTC' } as const;

export function instantText(instant: string | number, locale?: string): string {
  return textOf(instant, {}, locale);
}

/** To the millisecond: where several things came to be within one second. */
export function exactInstantText(instant: string | number, locale?: string): string {
  return textOf(instant, { fractionalSecondDigits: 3 }, locale);
}

function textOf(
  instant: string | number,
  more: Intl.DateTimeFormatOptions,
  locale: string | undefined,
): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return String(instant);
  const text = new Intl.DateTimeFormat(locale, {
    ...utc,
    ...more,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).format(date);
  return `${text} UTC`;
}

/** A calendar day, or the UTC day of an instant. */
export function dayText(day: string, locale?: string): string {
  const date = new Date(/^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T00:00:00Z` : day);
  if (Number.isNaN(date.getTime())) return day;
  return new Intl.DateTimeFormat(locale, {
    ...utc,
    year: 'numeric',
    month: 'short',
    day: 'numeric',
  }).format(date);
}

/** A month such as `2026-11`. */
export function monthText(month: string, locale?: string): string {
  const date = new Date(`${month}-01T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return month;
  return new Intl.DateTimeFormat(locale, { ...utc, year: 'numeric', month: 'long' }).format(date);
}

export function spanText(start: string, end: string, locale?: string): string {
  return `${dayText(start, locale)} – ${dayText(end, locale)}`;
}

/** The value of a `datetime-local` input, read as UTC; undefined when it is no time. */
export function fromInput(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?$/.test(text)) return undefined;
  const date = new Date(`${text}Z`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** An instant for a `datetime-local` input, in UTC, to the second. */
export function toInput(instant: string | number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 19);
}

/** A length of time in its largest whole unit. */
export function lengthText(ms: number): string {
  const units = [
    ['day', 86_400_000],
    ['hour', 3_600_000],
    ['minute', 60_000],
    ['second', 1_000],
  ] as const;
  for (const [unit, size] of units) {
    const count = Math.floor(ms / size);
    if (count >= 1) return `${count} ${count === 1 ? unit : `${unit}s`}`;
  }
  return 'less than a second';
}
