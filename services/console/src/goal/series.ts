import type { CheckIn, Kpi, Measure, Reading } from '../api/types.ts';
import { valueText } from '../text/figures.ts';
import { dayText } from '../text/times.ts';

/** A point of a chart; a value of null is a gap in the line, as nothing was reported. */
export interface Point {
  readonly at: number;
  readonly label: string;
  readonly value: number | null;
}

/** A level that the line is read against. */
export interface Level {
  readonly value: number;
  readonly label: string;
}

export interface Series {
  readonly points: readonly Point[];
  readonly levels: readonly Level[];
  readonly unit: string | undefined;
}

/** Check-ins by the time at which they hold; those withdrawn do not count. */
export function checkInSeries(checkIns: readonly CheckIn[], measure: Measure): Series {
  const points = checkIns
    .filter(({ withdrawn, value }) => !withdrawn && value !== null)
    .map(({ at, value }) => ({ at: Date.parse(at), label: `${dayText(at)} UTC`, value }));
  return { points: ordered(points), levels: levelsOf(measure), unit: measure.unit };
}

/** Readings at the end of their period, in the place of those that they supersede. */
export function readingSeries({ readings, measure, latest }: Kpi): Series {
  const points = readings
    .filter(({ supersededBy }) => supersededBy === null)
    .map(({ period, value }) => {
      return { at: Date.parse(`${period.end}T00:00:00Z`), label: period.name, value };
    });
  const against = latest === null ? {} : againstOf(latest);
  const judged = { ...measure, ...against };
  return { points: ordered(points), levels: levelsOf(judged), unit: measure.unit };
}

/** The bounds that one reading alone is judged against, where they differ from the definition. */
export function againstOf({ against }: Pick<Reading, 'against'>): Partial<Measure> {
  const given = Object.entries(against ?? {}).filter(([name, value]) => {
    return ['start', 'target', 'low', 'high'].includes(name) && typeof value === 'number';
  });
  return Object.fromEntries(given) as Partial<Measure>;
}

export function hasValues({ points }: Series): boolean {
  return points.some(({ value }) => value !== null);
}

function levelsOf({ kind, start, target, low, high, unit }: Measure): readonly Level[] {
  if (kind === 'milestones' || kind === 'undefined') return [];
  const level = (name: string, value: number | undefined): readonly Level[] =>
    value === undefined ? [] : [{ value, label: `${name} ${valueText(value, unit)}` }];
  return kind === 'within'
    ? [...level('at least', low), ...level('at most', high)]
    : [...level('start', start), ...level('target', target)];
}

function ordered(points: readonly Point[]): readonly Point[] {
  return points.toSorted((one, other) => one.at - other.at);
}

/** In words, for those who do not see the chart. */
export function seriesText({ points, levels, unit }: Series): string {
  const said = points.map(({ label, value }) => `${label}: ${valueText(value, unit)}`);
  return [...said, ...levels.map(({ label }) => label)].join('; ');
}
