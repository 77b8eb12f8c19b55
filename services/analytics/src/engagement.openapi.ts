import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import {
  code,
  count,
  day,
  dayOrNull,
  listOf,
  numberOrNull,
  orNull,
  record,
  ref,
  text,
  textOrNull,
  whole,
} from '@plumbline/web/openapi-shapes';
import { EngagementQueryDto, TrendQueryDto } from './http/engagement.dto.ts';

const kind = code('pulse', 'enps', 'own');
const tier = code('hidden', 'indicative', 'firm');
const wholeOrNull: OpenApiObject = { type: ['integer', 'null'] };
const countedAt: OpenApiObject = {
  ...textOrNull,
  description: 'What was recorded by this position is counted, and nothing after it.',
};
const of: OpenApiObject = {
  type: 'object',
  description: 'The segments, as in `unit`; empty: all answers.',
  additionalProperties: text,
};
const withheld = ['below-threshold', 'complementary', 'overlap', 'across-releases'] as const;

const about = {
  ...{ survey: text, kind, opens: day, closes: day, closedOn: dayOrNull },
  threshold: {
    ...count,
    description: 'Nothing is shown of fewer: what is promised now, and 5 in any case.',
  },
};

const released = {
  release: { ...textOrNull, description: 'The release that shows them: see `/metric-releases`.' },
  definition: textOrNull,
  countedAt,
  figures: listOf(ref('EngagementFigure')),
};

export const engagementSchemas: Readonly<Record<string, OpenApiObject>> = {
  EngagementFigure: {
    type: 'object',
    description:
      'A figure with its 0.95 interval, or the reason why it is withheld. `figure` is its number ' +
      'in the release, by which it is asked why it is so.',
    required: [
      ...['figure', 'of', 'tier', 'suppressed', 'rank', 'n', 'value', 'low', 'high', 'counts'],
      ...['definition', 'countedAt'],
    ],
    properties: {
      ...{ figure: count, of, tier, suppressed: orNull(code(...withheld)), rank: wholeOrNull },
      ...{ n: wholeOrNull, value: numberOrNull, low: numberOrNull, high: numberOrNull },
      ...{ standardError: numberOrNull, mean: numberOrNull },
      counts: {
        ...orNull(
          listOf({
            type: 'object',
            required: ['count'],
            properties: { score: whole, option: text, count },
          }),
        ),
        description:
          'How often each score was given, of 100 answers or more; how often each option was chosen.',
      },
      ...{ definition: text, countedAt },
    },
  },
  EngagementIndex: record(
    {
      ...{ of, tier },
      suppressed: orNull(code(...withheld, 'too-few-for-an-index')),
      n: { ...wholeOrNull, description: 'People: the fewest answers that a question has.' },
      ...{ value: numberOrNull, low: numberOrNull, high: numberOrNull },
      answers: { ...wholeOrNull, description: 'To all questions together.' },
      items: { ...wholeOrNull, description: 'Questions that it is of.' },
      ...{ definition: text, countedAt },
    },
    'The pooled favourable share of all rating questions; of 30 people or more.',
  ),
  SurveyFigures: record({
    ...about,
    index: listOf(ref('EngagementIndex')),
    participation: {
      ...orNull(record(released)),
      description: 'Null of a survey by link, and until it was counted.',
    },
    questions: listOf(
      record({ question: text, kind: code('rating', 'enps', 'choice'), ...released }),
    ),
  }),
  TrendPoint: record({
    ...about,
    figure: { anyOf: [ref('EngagementFigure'), ref('EngagementIndex')] },
  }),
};

const surveyId: OpenApiObject = {
  ...{ name: 'surveyId', in: 'path', required: true, schema: text },
  example: '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30',
};

const pageOf = (items: OpenApiObject): OpenApiObject => ({
  type: 'object',
  required: ['position', 'items'],
  properties: { position: ref('Position'), items: listOf(items), next: text },
});

export const engagementPaths: OpenApiPart['paths'] = {
  '/surveys/{surveyId}/results': {
    get: {
      operationId: 'getSurveyResults',
      summary: 'What a survey came to, as it was released last: over all and by unit',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [surveyId],
      response: record({ position: ref('Position'), results: ref('SurveyFigures') }),
    },
  },
  '/engagement': {
    get: {
      operationId: 'getEngagement',
      summary: 'Index, participation and questions by unit, survey after survey',
      query: 'at-times',
      refuses: true,
      queryDto: EngagementQueryDto,
      response: pageOf(ref('SurveyFigures')),
    },
  },
  '/engagement/trend': {
    get: {
      operationId: 'getEngagementTrend',
      summary: 'One question from survey to survey; or `index`, or `participation`',
      query: 'at-times',
      refuses: true,
      queryDto: TrendQueryDto,
      response: pageOf(ref('TrendPoint')),
    },
  },
};
