import { msPerDay } from './script.ts';

export interface DemoPeriod {
  readonly name: string;
  readonly start: string;
  readonly end: string;
}

/** The last `count` quarters, the one that `today` lies in as the last, oldest first. */
export function quartersUntil(today: string, count: number): DemoPeriod[] {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const current = year * 4 + Math.floor((month - 1) / 3);
  return Array.from({ length: count }, (_, at) => quarter(current - count + 1 + at));
}

function quarter(number: number): DemoPeriod {
  const year = Math.floor(number / 4);
  const within = number % 4;
  return {
    name: `${year}-Q${within + 1}`,
    start: day(year, within * 3, 1),
    end: day(year, within * 3 + 3, 0),
  };
}

/** The three months of a quarter. */
export function monthsOf(period: DemoPeriod): DemoPeriod[] {
  const [year = 0, month = 1] = period.start.split('-').map(Number);
  return [0, 1, 2].map((more) => {
    const start = day(year, month - 1 + more, 1);
    return { name: start.slice(0, 7), start, end: day(year, month + more, 0) };
  });
}

/** The months of the quarters that have begun. */
export function monthsBegun(quarters: readonly DemoPeriod[], now: number): DemoPeriod[] {
  return quarters.flatMap(monthsOf).filter(({ start }) => Date.parse(start) < now);
}

/** The weeks that lie within a period, Monday to Sunday, as ISO 8601 names them. */
export function weeksWithin({ start, end }: DemoPeriod): string[] {
  const weeks: string[] = [];
  const first = Date.parse(start);
  const monday = first + ((8 - new Date(first).getUTCDay()) % 7) * msPerDay;
  for (let at = monday; at + 6 * msPerDay <= Date.parse(end); at += 7 * msPerDay) {
    // A week belongs to the year that its Thursday lies in.
    const thursday = new Date(at + 3 * msPerDay);
    const year = thursday.getUTCFullYear();
    const week = 1 + Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / msPerDay / 7);
    weeks.push(`${year}-W${String(week).padStart(2, '0')}`);
  }
  return weeks;
}

function day(year: number, month: number, date: number): string {
  return new Date(Date.UTC(year, month, date)).toISOString().slice(0, 10);
}
