import type { Schema } from '@plumbline/contracts/published';
import { figureTable } from '@plumbline/exports';
import { amount, count, day, estimate, segment, word } from '@plumbline/exports/shapes';
import type { SatisfactionAnswer, SatisfactionQuestion } from './satisfaction.figures.ts';
import type { SatisfactionLine } from './views/satisfaction-breakdown.ts';

/** What responses are counted as: each once in every row that it is of. */
export const counting = 'responses@1';

const score = {
  type: ['object', 'null'],
  required: estimate.required,
  properties: {
    ...estimate.properties,
    ...{ standardError: amount, mean: amount },
    ...{ successes: count, promoters: count, passives: count, detractors: count },
  },
} as const satisfies Schema;

const noAnswer = {
  type: ['object', 'null'],
  required: [],
  properties: {
    ...{ blank: count, notApplicable: count, doNotKnow: count, declined: count, dismissed: count },
  },
} as const satisfies Schema;

export const satisfactionTable = figureTable('satisfaction', {
  description:
    'What `/satisfaction` answers, a row a line: the total first (`by` is null), then each place, ' +
    'time, unit or person that was asked for. A row of too few answers is `hidden` and has no ' +
    'figure, and so is the one that would give it away. Rows of units and people may have the ' +
    'same response: they do not add up.',
  properties: {
    ...{ metric: word, from: day, until: day },
    scale: { type: ['object', 'null'], required: [], properties: { min: count, max: count } },
    ...{ by: word, of: segment, tier: word, rank: count, score, asked: count, noAnswer },
    counting: word,
  },
});

/** The lines of an answer, as they are told: what is hidden there has no figure here. */
export function satisfactionRows(
  { metric, from, until, by }: SatisfactionQuestion,
  { scale = null, satisfaction }: SatisfactionAnswer,
): readonly object[] {
  if (satisfaction === undefined) return [];
  const about = { metric, from, until, scale, counting };
  const { total, rows } = satisfaction;
  return [
    { ...about, by: null, of: null, rank: null, ...lineOf(total) },
    ...rows.map(({ of, rank, ...line }) => {
      const segmentOf = by === 'unit' && of !== null ? `unit:${of}` : of;
      return { ...about, by, of: segmentOf, rank, ...lineOf(line) };
    }),
  ];
}

function lineOf({ tier, score: shown, asked, noAnswer: causes }: SatisfactionLine) {
  if (causes === null) return { tier, score: shown, asked, noAnswer: null };
  const { 'not-applicable': notApplicable, 'do-not-know': doNotKnow, ...others } = causes;
  return { tier, score: shown, asked, noAnswer: { ...others, notApplicable, doNotKnow } };
}
