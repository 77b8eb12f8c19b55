import type { SatisfactionAnswer, SatisfactionQuestion } from '../satisfaction.figures.ts';
import { counting } from '../satisfaction.table.ts';
import type { SatisfactionLine } from '../views/satisfaction-breakdown.ts';

/** What is hidden is null, and said to be hidden. */
export function satisfactionBody(
  { metric, from, until, by }: SatisfactionQuestion,
  { scale = null, satisfaction }: SatisfactionAnswer,
) {
  if (satisfaction === undefined) return {};
  const { total, rows } = satisfaction;
  return {
    ...{ metric, scale, from, until, by: by ?? null, counting },
    total: lineOf(total),
    rows: rows.map(({ of, rank, ...line }) => ({ of, rank, ...lineOf(line) })),
  };
}

function lineOf({ tier, score, asked, noAnswer }: SatisfactionLine) {
  return { tier, score, asked, noAnswer };
}
