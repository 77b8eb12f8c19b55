import { displayTier, lowerBoundRanking, type DisplayTier } from '@plumbline/statistics';
import {
  cellReader,
  type CellNames,
  type CountedDay,
  type NoAnswer,
} from './satisfaction-cells.ts';
import type { Scale } from './satisfaction-cells.ts';
import { answersIn, askedIn, emptyPool, pour, scoreOf } from './satisfaction-figures.ts';
import type { Pool, Score } from './satisfaction-figures.ts';

export const breakdowns = [
  ...(['location', 'touchpoint', 'channel', 'source', 'day', 'month'] as const),
  ...(['unit', 'person'] as const),
] as const;
export type Breakdown = (typeof breakdowns)[number];

/** Which responses are counted. */
export interface SatisfactionFilter {
  readonly location?: string;
  readonly touchpoint?: string;
  readonly channel?: string;
  readonly source?: string;
  /** Attributed to it, to one below it, or to somebody who was of one of them on the day. */
  readonly unit?: string;
  /** Attributed to them, and disputed by nobody. */
  readonly person?: string;
}

export interface SatisfactionInput {
  readonly metric: string;
  readonly scale: Scale;
  /** The days of the span, or whole months of it in one, each of this metric and scale. */
  readonly days: readonly CountedDay[];
  readonly filter: SatisfactionFilter;
  readonly by?: Breakdown;
  /** The units that a response of a day counts for, each once. */
  readonly unitsOf: (holders: readonly string[], day: string) => readonly string[];
  /** The unit above, for those beside which a hidden one must not stand alone. */
  readonly parentOf: (unit: string) => string | null;
}

export interface Satisfaction {
  readonly total: SatisfactionLine;
  readonly rows: readonly SatisfactionRow[];
}

/** Where too few answered, nothing is told but that some were asked. */
export interface SatisfactionLine {
  readonly tier: DisplayTier;
  readonly score: Score | null;
  readonly asked: number | null;
  /** Asked and not answered, by cause. */
  readonly noAnswer: Readonly<Record<NoAnswer, number>> | null;
}

export interface SatisfactionRow extends SatisfactionLine {
  /** What the row is of; null: responses that name none. */
  readonly of: string | null;
  /** By the lower bound of the interval; null for days and months, and without a bound. */
  readonly rank: number | null;
}

export interface PooledRow {
  /** What the row is of; null: responses that name none. */
  readonly of: string | null;
  readonly pool: Pool;
  readonly isHidden: boolean;
}

/**
 * Scores of a question over responses in any cells, in all and by one of their names. Every
 * response counts once in each row that it is of, whatever its weight or the share in it: rows of
 * units and people may have the same response, and do not add up to the total.
 */
export function satisfaction(input: SatisfactionInput): Satisfaction {
  const { metric, scale, by } = input;
  const { total, rows: pools } = pooled(input);
  const rows = pools.map(({ of, pool, isHidden }) => {
    return { of, ...lineOf(metric, scale, pool, isHidden) };
  });
  return {
    total: lineOf(metric, scale, total, false),
    rows: by === 'day' || by === 'month' ? inTime(rows) : ranked(rows),
  };
}

/** The answers of all and of each row, and which rows are not to be shown. */
export function pooled(input: SatisfactionInput): {
  readonly total: Pool;
  readonly rows: readonly PooledRow[];
} {
  const { scale, by } = input;
  const total = emptyPool(scale);
  const pools = new Map<string | null, Pool>();
  const cellNamed = cellReader();
  for (const day of input.days) {
    for (const { name: named, counts } of day.cells) {
      const cell = cellNamed(named);
      if (!isCounted(cell, day, input)) continue;
      pour(total, counts, scale);
      for (const name of rowsOf(cell, day, input)) {
        const pool = pools.get(name) ?? emptyPool(scale);
        pools.set(name, pool);
        pour(pool, counts, scale);
      }
    }
  }
  const lines = [...pools].map(([of, pool]) => ({ of, pool, n: answersIn(pool) }));
  const hidden = hiddenRows(lines, by === 'unit' ? input.parentOf : () => null);
  return { total, rows: lines.map(({ of, pool }) => ({ of, pool, isHidden: hidden.has(of) })) };
}

function isCounted(cell: CellNames, { day }: CountedDay, { filter, unitsOf }: SatisfactionInput) {
  const { location, touchpoint, channel, source, unit, person } = filter;
  return (
    (location === undefined || cell.location === location) &&
    (touchpoint === undefined || cell.touchpoint === touchpoint) &&
    (channel === undefined || cell.channel === channel) &&
    (source === undefined || cell.source === source) &&
    (unit === undefined || unitsOf(cell.holders, day).includes(unit)) &&
    (person === undefined || peopleOf(cell).includes(person))
  );
}

function rowsOf(
  cell: CellNames,
  { day }: CountedDay,
  { by, unitsOf }: SatisfactionInput,
): readonly (string | null)[] {
  switch (by) {
    case undefined:
      return [];
    case 'day':
      return [day];
    case 'month':
      return [day.slice(0, 7)];
    case 'unit':
      return unitsOf(cell.holders, day);
    case 'person':
      return peopleOf(cell);
    default:
      return [cell[by]];
  }
}

/** As long as one of them disputes it, a response is nobody's; of units it stays. */
function peopleOf({ holders, isDisputed }: CellNames): readonly string[] {
  if (isDisputed) return [];
  return holders.flatMap((one) => (one.startsWith(aPerson) ? [one.slice(aPerson.length)] : []));
}

const aPerson = 'person:';

interface Line {
  readonly of: string | null;
  readonly n: number;
}

/**
 * Rows with too few answers, and where there is one such row alone among its like, the next
 * smallest as well: the total would give it away. A simple rule, until what is shown is checked
 * against all that was shown before.
 */
function hiddenRows(
  lines: readonly Line[],
  parentOf: (unit: string) => string | null,
): ReadonlySet<string | null> {
  const groups = new Map<string | null, Line[]>();
  for (const line of lines) {
    const parent = line.of === null ? null : parentOf(line.of);
    groups.set(parent, [...(groups.get(parent) ?? []), line]);
  }
  const hidden = new Set<string | null>();
  for (const group of groups.values()) {
    const inOrder = group.toSorted(bySize);
    const few = inOrder.filter(({ n }) => displayTier(n) === 'hidden').length;
    for (const { of } of inOrder.slice(0, few === 1 ? 2 : few)) hidden.add(of);
  }
  return hidden;
}

function bySize(one: Line, other: Line): number {
  if (one.n !== other.n) return one.n - other.n;
  return String(one.of) < String(other.of) ? -1 : 1;
}

function lineOf(metric: string, scale: Scale, pool: Pool, isHidden: boolean): SatisfactionLine {
  const tier = isHidden ? 'hidden' : displayTier(answersIn(pool));
  if (tier === 'hidden') return { tier, score: null, asked: null, noAnswer: null };
  const score = scoreOf(metric, scale, pool);
  return { tier, score, asked: askedIn(pool), noAnswer: pool.noAnswer };
}

type Unranked = SatisfactionLine & { readonly of: string | null };

function inTime(rows: readonly Unranked[]): readonly SatisfactionRow[] {
  const sorted = rows.toSorted((one, other) => (String(one.of) < String(other.of) ? -1 : 1));
  return sorted.map((row) => ({ ...row, rank: null }));
}

function ranked(rows: readonly Unranked[]): readonly SatisfactionRow[] {
  const rankable = rows.map((row) => {
    const { of, score } = row;
    return { id: of ?? '', n: score?.n ?? 0, low: score?.low ?? null, row };
  });
  return lowerBoundRanking(rankable).map(({ row, rank }) => ({ ...row, rank }));
}
