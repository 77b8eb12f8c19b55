import { msPerDay, toInstant, type Day, type Position } from '@plumbline/kernel';
import { everyOf, type View, type ViewReader } from '@plumbline/views';
import { monthOf, ofMonth, yearOf } from './views/satisfaction-cells.ts';
import type { CountedDay, FeedbackFact } from './views/satisfaction-cells.ts';
import { satisfactionMonth } from './views/satisfaction-month.ts';

export interface CountedSpan {
  readonly metric: string;
  readonly from: Day;
  readonly until: Day;
}

export interface FoundDays {
  readonly position: Position | null;
  readonly found: readonly CountedDay[];
}

type CountedView = View<CountedDay, FeedbackFact>;
export type OpenCounted = (view: CountedView) => Promise<ViewReader<CountedDay>>;

/** A document for each day of a span. */
export async function countedInDays(
  open: OpenCounted,
  view: CountedView,
  { metric, from, until }: CountedSpan,
): Promise<FoundDays> {
  const reader = await open(view);
  return { position: reader.position, found: await daysBetween(reader, metric, from, until) };
}

/** A document for each whole month of a span, and one for each day before and after those. */
export async function countedInMonths(
  open: OpenCounted,
  view: CountedView,
  span: CountedSpan,
): Promise<FoundDays> {
  const whole = wholeMonths(span);
  if (whole === undefined) return countedInDays(open, view, span);
  const { metric, from, until } = span;
  const { start, end, before, after } = whole;
  const reader = await open(satisfactionMonth);
  const found: CountedDay[] = [];
  for (let year = Number(start.slice(0, 4)); year <= Number(end.slice(0, 4)); year += 1) {
    const by = { index: 'year', value: yearOf(metric, String(year).padStart(4, '0')) };
    for await (const { doc } of everyOf(reader, by)) {
      if (doc.day >= ofMonth(start) && doc.day <= ofMonth(end)) found.push(doc);
    }
  }
  if (before === undefined && after === undefined) return { position: reader.position, found };
  const days = await open(view);
  if (before !== undefined) found.push(...(await daysBetween(days, metric, from, before)));
  if (after !== undefined) found.push(...(await daysBetween(days, metric, after, until)));
  return { position: earlier(reader.position, days.position), found };
}

/**
 * The first and the last day of those that are whole, and the last and the first one beside them;
 * undefined where there is none.
 */
export function wholeMonths({ from, until }: Pick<CountedSpan, 'from' | 'until'>) {
  const start = from.endsWith('-01') ? from : monthAfter(from);
  const ends = shifted(monthAfter(until), -1) === until;
  const end = ends ? until : shifted(`${until.slice(0, 7)}-01`, -1);
  if (Date.parse(start) > Date.parse(end)) return undefined;
  return {
    ...{ start, end },
    before: start === from ? undefined : shifted(start, -1),
    after: ends ? undefined : shifted(end, 1),
  };
}

/** Months are found by index, and read one after the other: they come in the order of days. */
export async function daysBetween(
  reader: ViewReader<CountedDay>,
  metric: string,
  from: Day,
  until: Day,
): Promise<readonly CountedDay[]> {
  const days: CountedDay[] = [];
  for (const month of monthsOf(from, until)) {
    const by = { index: 'month', value: monthOf(metric, month) };
    for await (const { doc } of everyOf(reader, by)) {
      if (doc.day >= from && doc.day <= until) days.push(doc);
    }
  }
  return days;
}

export function monthsOf(from: Day, until: Day): readonly Day[] {
  const months: Day[] = [];
  let day = `${from.slice(0, 7)}-01`;
  // As times: what comes after the year 9999 does not sort as text.
  for (const end = Date.parse(until); Date.parse(day) <= end; day = monthAfter(day)) {
    months.push(day);
  }
  return months;
}

/** The first day of the next month. */
function monthAfter(day: Day): Day {
  // 31 days after the first is in the next month, whatever its length.
  return `${shifted(`${day.slice(0, 7)}-01`, 31).slice(0, 7)}-01`;
}

function shifted(day: Day, days: number): Day {
  return toInstant(Date.parse(day) + days * msPerDay).slice(0, 10);
}

function earlier(one: Position | null, other: Position | null): Position | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}
