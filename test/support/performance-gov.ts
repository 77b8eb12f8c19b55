import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createHash } from 'node:crypto';

export type Row = Readonly<Record<string, string>>;

/** The last days of the quarters of fiscal year 2022, which began in October 2021. */
export const quarterEnds = [
  { name: '1', end: '2021-12-31' },
  { name: '2', end: '2022-03-31' },
  { name: '3', end: '2022-06-30' },
  { name: '4', end: '2022-09-30' },
];

interface ReadingLike {
  readonly period: { readonly name: string };
  readonly value: number | null;
  readonly against: { readonly target?: number } | null;
}

interface KpiLike<R> {
  readonly measure: { readonly target?: number };
  readonly readings: readonly R[];
}

/** The published files, read by hand: what the import is held against. */
export class Published {
  readonly goals: readonly Row[];
  readonly readings: readonly Row[];

  constructor(data: string) {
    const rowsOf = (file: string) => JSON.parse(readFileSync(join(data, file), 'utf8')) as Row[];
    this.goals = rowsOf('goals.json').filter((row) => row['goal_id'] !== undefined);
    this.readings = rowsOf('targets.json').filter((row) => row['related_goal_id'] !== undefined);
  }

  ofType(type: string): Row[] {
    return this.readings.filter((row) => row['indicator_type'] === type);
  }

  /** Rows of a quarter and of those before it. */
  until(quarter: string): Row[] {
    return this.readings.filter((row) => (row['fiscal_qtr'] ?? '') <= quarter);
  }

  valueOf(row: Row): number | null {
    return row['value_current'] === '' ? null : Number(row['value_current']);
  }

  /** As docs/import/performance-gov-measurements.mapping.json makes it. */
  referenceOf(row: Row): string {
    const parts = ['related_goal_id', 'target', 'indicator'].map((name) => row[name] ?? '');
    const hash = createHash('sha256').update(parts.join('\u001f')).digest('hex');
    return `${parts[0]}.${hash.slice(0, 16)}`;
  }

  /** A reading of the row's quarter, value and target; equal rows have equal readings. */
  readingOf<R extends ReadingLike>(row: Row, kpi: KpiLike<R>): R | undefined {
    return kpi.readings.find(({ period, value, against }) => {
      const target = against?.target ?? kpi.measure.target;
      return (
        period.name === `FY2022-Q${row['fiscal_qtr']}` &&
        value === this.valueOf(row) &&
        (target === undefined || target === Number(row['value_target']))
      );
    });
  }
}
