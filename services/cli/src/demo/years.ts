import type { DemoPeriod } from './periods.ts';
import { yearsPlayed } from './crowd.ts';
import { dayAfter } from './script.ts';

/** The years before a quarter, oldest first: each of four quarters, the last one just over. */
export function yearsBefore({ start }: DemoPeriod): readonly DemoPeriod[] {
  const [year = 0] = start.split('-').map(Number);
  const begun = (before: number): string => `${year - before}${start.slice(4)}`;
  return Array.from({ length: yearsPlayed }, (_, at): DemoPeriod => {
    const end = dayAfter(Date.parse(begun(yearsPlayed - 1 - at)), -1);
    return { name: `year-to-${end.slice(0, 7)}`, start: begun(yearsPlayed - at), end };
  });
}
