import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import {
  code,
  count,
  day,
  listOf,
  numberOrNull,
  orNull,
  record,
  ref,
  text,
  textOrNull,
  whole,
} from '@plumbline/web/openapi-shapes';
import { SatisfactionQueryDto } from './http/satisfaction.dto.ts';
import { noAnswers } from './views/satisfaction-cells.ts';

const scale = record({ min: whole, max: whole });

const line = {
  tier: code('hidden', 'indicative', 'firm'),
  score: orNull(ref('Score')),
  asked: { type: ['integer', 'null'], description: 'Answered or not.' },
  noAnswer: orNull(record(Object.fromEntries(noAnswers.map((cause) => [cause, count])))),
};

export const satisfactionSchemas: Readonly<Record<string, OpenApiObject>> = {
  Score: {
    type: 'object',
    description:
      'A figure of a question. nps: points from −100 to 100, with standard error; csat, ces and ' +
      'questions on a scale of 1 to 5: share of the upper answers (Wilson), with the mean; any ' +
      'other: the mean, with standard error. Bounds are those of the 0.95 interval.',
    required: ['value', 'n', 'definition', 'low', 'high'],
    properties: {
      ...{ value: numberOrNull, n: count, definition: text, low: numberOrNull, high: numberOrNull },
      ...{ detractors: count, passives: count, promoters: count, standardError: numberOrNull },
      ...{ successes: count, mean: numberOrNull },
    },
  },
  SatisfactionLine: record(
    line,
    'Below 5 answers it is hidden, and nothing of it is told; below 30 read its interval only.',
  ),
  SatisfactionRow: record({
    of: { ...textOrNull, description: 'Null: responses that name none.' },
    rank: { type: ['integer', 'null'], description: 'By the lower bound, 1 the best.' },
    ...line,
  }),
};

export const satisfactionPaths: OpenApiPart['paths'] = {
  '/satisfaction': {
    get: {
      operationId: 'getSatisfaction',
      summary: 'How satisfied customers are, in all and by place, channel, time, unit or person',
      description:
        'Over the responses whose interaction was in the span, both days included, however late ' +
        'they were answered. Each response counts once in every row that it is of, whatever its ' +
        'weight or the share in it (`counting`): rows of units and people may have the same ' +
        'response. It counts for the units that it is attributed to, for those in which people ' +
        'that it is attributed to worked on the day, and for all that stood above them on that ' +
        'day. As long as one of them disputes it, it counts for no person; for units and in all ' +
        'it does. Rows of people are those that the caller may read. Where a single row is ' +
        'hidden, the next smallest is hidden with it.',
      query: 'at-times',
      refuses: true,
      queryDto: SatisfactionQueryDto,
      response: record({
        position: ref('Position'),
        ...{ metric: text, scale: orNull(scale), from: day, until: day, by: textOrNull },
        counting: text,
        total: ref('SatisfactionLine'),
        rows: listOf(ref('SatisfactionRow')),
      }),
    },
  },
};
