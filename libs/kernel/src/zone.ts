import type { EpochMs } from './clock.ts';
import type { Day } from './time.ts';

/** What a clock on the wall shows in a zone. */
export interface WallTime {
  readonly day: Day;
  /** Since midnight by that clock. */
  readonly minute: number;
  /** 0 is Monday. */
  readonly weekday: number;
}

/** Names that are looked up at all: of a region, never an offset, which knows no summer. */
const zonePattern = /^[A-Za-z][A-Za-z0-9_+/-]{0,63}$/;

/** Whether the platform knows a time zone by this name of the IANA's. */
export function isZone(zone: string): boolean {
  try {
    return zonePattern.test(zone) && formatOf(zone) !== undefined;
  } catch {
    return false;
  }
}

/** The time on the wall at an instant. The zone is one that `isZone` takes. */
export function wallTime(zone: string, at: EpochMs): WallTime {
  const parts = new Map(
    formatOf(zone)
      .formatToParts(at)
      .map(({ type, value }) => [type, value]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? '';
  const day = `${of('year')}-${of('month')}-${of('day')}`;
  const minute = Number(of('hour')) * 60 + Number(of('minute'));
  return { day, minute, weekday: (new Date(`${day}T00:00:00.000Z`).getUTCDay() + 6) % 7 };
}

/** Making one takes longer than asking it many times. */
const formats = new Map<string, Intl.DateTimeFormat>();
export const zoneFormatsKeptMax = 64;

function formatOf(zone: string): Intl.DateTimeFormat {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  const format = new Intl.DateTimeFormat('en-CA', {
    ...({
      timeZone: zone,
      hourCycle: 'h23',
      calendar: 'gregory',
      numberingSystem: 'latn',
    } as const),
    ...({ year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit' } as const),
  });
  if (formats.size >= zoneFormatsKeptMax) formats.clear();
  formats.set(zone, format);
  return format;
}
