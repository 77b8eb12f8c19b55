import type { EpochMs } from './clock.ts';

/** A UTC instant with milliseconds, `2026-07-01T09:00:00.000Z`: 24 characters that sort as text. */
export type Instant = string;

/** A calendar day, `2026-07-01`. */
export type Day = string;

export const msPerDay = 86_400_000;

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}:\d{2}(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/;

export function toInstant(ms: EpochMs): Instant {
  // Many ask for the same millisecond: the one that it is.
  if (ms !== written.ms) {
    written.text = new Date(ms).toISOString();
    written.ms = ms;
  }
  return written.text;
}

const written = { ms: Number.NaN, text: '' };

/** True for a day that the Gregorian calendar has: 2023-02-29 is none. Years 1 to 9999. */
export function isDay(text: string): boolean {
  const match = dayPattern.exec(text);
  if (match === null || match[1] === '0000') return false;
  const ms = Date.parse(`${text}T00:00:00.000Z`);
  return Number.isFinite(ms) && toInstant(ms).startsWith(text);
}

/**
 * Reads an RFC 3339 instant, or a day as its last millisecond in UTC (so that "as of 31 March"
 * includes that day). Gives the instant in its one canonical form, or undefined when the text is
 * neither, or names a day or time that does not exist.
 */
export function readInstant(text: string): Instant | undefined {
  if (isDay(text)) return `${text}T23:59:59.999Z`;
  const match = instantPattern.exec(text);
  if (match === null || !isDay(match[1] ?? '')) return undefined;
  const ms = Date.parse(text);
  return Number.isFinite(ms) ? toInstant(ms) : undefined;
}

export function startOfDay(day: Day): Instant {
  return `${day}T00:00:00.000Z`;
}

export function endOfDay(day: Day): Instant {
  return `${day}T23:59:59.999Z`;
}
