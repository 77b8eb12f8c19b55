import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { PageDto, TimesDto } from '@plumbline/web/shapes';
import {
  code,
  count,
  day,
  listOf,
  numberOrNull,
  orNull,
  pageOf,
  record,
  ref,
  text,
  textOrNull,
  whole,
} from '@plumbline/web/openapi-shapes';
import { DefineMetricDto, PublishReleaseDto, ReleasesQueryDto } from './http/releases.dto.ts';
import { PublishRatingsDto, RestateReleaseDto, ReviseMetricDto } from './http/releases.dto.ts';
import { formulas } from './measure.ts';

const instant: OpenApiObject = { type: 'string', format: 'date-time' };
const truth: OpenApiObject = { type: 'boolean' };
const wholeOrNull: OpenApiObject = { type: ['integer', 'null'] };
const definition: OpenApiObject = { ...text, description: 'The metric and its version: nps@1.' };
const countedAt: OpenApiObject = {
  ...text,
  description: 'What was recorded by this position is counted, and nothing after it.',
};
const formula = code(...formulas);

const terms = {
  version: whole,
  formula,
  question: { ...textOrNull, description: 'Null: a release names it.' },
  minN: { ...whole, description: 'A group of fewer answers is shown nothing of.' },
  dimensions: { ...orNull(listOf(text)), description: 'Null: all that there are.' },
};

const of: OpenApiObject = {
  type: 'object',
  description: 'The segments, by dimension; empty: all answers.',
  additionalProperties: text,
};

const counts = listOf(record({ score: whole, count }));

const summary = {
  ...{ id: text, definition, formula },
  source: {
    type: 'object',
    required: ['kind', 'question', 'scale'],
    properties: {
      kind: code('customer-responses', 'survey', 'survey-participation', 'ratings'),
      survey: { ...text, description: 'The survey, where it is of one.' },
      cycle: { ...text, description: 'The review cycle, where it is of ratings.' },
      question: text,
      scale: record({ min: whole, max: whole }),
    },
  },
  ...{ from: day, until: day, dimensions: listOf(text), countedAt },
  threshold: {
    ...whole,
    description: 'A group of fewer answers is neither shown nor to be computed from what is.',
  },
  restates: { ...textOrNull, description: 'The earlier release of the same question.' },
  restatedBy: { ...textOrNull, description: 'The later one. This one stays as it was.' },
  ...{ at: instant, by: ref('Actor'), figures: count },
};

const stated = orNull(ref('Estimate'));

export const releasesSchemas: Readonly<Record<string, OpenApiObject>> = {
  Metric: record({
    ...{ name: text, isBuiltIn: truth, ...terms },
    versions: listOf(record({ ...terms, since: instant, by: ref('Actor') })),
    revision: wholeOrNull,
  }),
  MetricReleaseSummary: record(summary, 'A release; `figures` is how many it has.'),
  ReleasedFigure: {
    type: 'object',
    description:
      'A figure with its 0.95 interval, or the reason why it is withheld: it has neither a value ' +
      'nor a count then. Below 30 answers read its interval only.',
    required: [
      ...['figure', 'of', 'tier', 'suppressed', 'rank', 'n', 'value', 'low', 'high', 'counts'],
      ...['definition', 'countedAt'],
    ],
    properties: {
      figure: { ...count, description: 'Its number within the release.' },
      ...{ of, tier: code('hidden', 'indicative', 'firm') },
      suppressed: orNull(code('below-threshold', 'complementary', 'overlap', 'across-releases')),
      rank: {
        ...wholeOrNull,
        description: 'Within its dimension, by the lower bound; 1 the best.',
      },
      ...{ n: wholeOrNull, value: numberOrNull, low: numberOrNull, high: numberOrNull },
      ...{ standardError: numberOrNull, mean: numberOrNull },
      ...{ counts: orNull(counts), definition, countedAt },
    },
  },
  MetricRelease: record({
    ...summary,
    figures: listOf(ref('ReleasedFigure')),
    diff: listOf(
      record(
        { of, before: stated, after: stated, difference: orNull(ref('FigureDifference')) },
        'What the release changed against the one that it restates.',
      ),
    ),
  }),
};

const release = '4c1f7a92-8d3e-5b60-a1f4-2e9d0c7b5a38';
const pathText = (name: string, example: string): OpenApiObject => ({
  ...{ name, in: 'path', required: true, schema: text, example },
});

const linksTo = (operationId: string, parameter: string): OpenApiObject => ({
  responses: {
    201: {
      links: { made: { operationId, parameters: { [parameter]: '$response.body#/id' } } },
    },
  },
});

const metricPaths: OpenApiPart['paths'] = {
  '/metric-definitions': {
    post: {
      operationId: 'defineMetric',
      summary: 'Define how a metric is counted',
      command: 'creates',
      body: DefineMetricDto,
      examples: {
        ofAQuestion: {
          ...{ name: 'baggage', formula: 'favourable@1', question: 'baggage-speed' },
          ...{ minN: 10, dimensions: ['location', 'unit'] },
        },
      },
      raw: linksTo('getMetric', 'name'),
    },
    get: {
      operationId: 'listMetrics',
      summary: 'Metrics with their versions; those that are always there come first',
      query: 'at-times',
      queryDto: PageDto,
      response: pageOf(ref('Metric')),
    },
  },
  '/metric-definitions/{name}': {
    get: {
      operationId: 'getMetric',
      summary: 'One metric',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathText('name', 'nps')],
      response: record({ position: ref('Position'), metric: ref('Metric') }),
    },
  },
  '/metric-definitions/{name}/revise': {
    post: {
      operationId: 'reviseMetric',
      summary: 'Count a metric otherwise from now on: a new version',
      command: 'changes',
      body: ReviseMetricDto,
      parameters: [pathText('name', 'baggage')],
      examples: { inLargerGroupsOnly: { minN: 20 } },
    },
  },
};

const facts = listOf(
  record({ id: text, type: text, stream: text, revision: count, position: text }),
);

const releasePaths: OpenApiPart['paths'] = {
  '/metric-releases': {
    post: {
      operationId: 'publishMetricRelease',
      summary: 'Release figures of a span of days, as far as they may be shown',
      command: 'creates',
      body: PublishReleaseDto,
      examples: {
        byLocation: {
          ...{ metric: 'nps', from: '2026-05-01', until: '2026-05-31' },
          dimensions: ['location'],
        },
      },
      raw: linksTo('getMetricRelease', 'releaseId'),
    },
    get: {
      operationId: 'listMetricReleases',
      summary: 'Releases, without their figures',
      query: 'at-times',
      queryDto: ReleasesQueryDto,
      response: pageOf(ref('MetricReleaseSummary')),
    },
  },
  '/metric-releases/ratings': {
    post: {
      operationId: 'publishRatingsRelease',
      summary: 'Release how people were rated in a locked cycle, as far as it may be shown',
      description:
        'Decided beside all that was ever released of the ratings of the cycle, before and after ' +
        'calibration. Ratings count at the whole point of the scale that they are nearest to; units are those of the last day of ' +
        'the period. What is reopened and finalised anew is another answer: restate the release.',
      command: 'creates',
      body: PublishRatingsDto,
      examples: {
        byUnit: {
          ...{ metric: 'distribution', cycle: '0c9f4b1e-2a7d-5e36-8f10-b3d5a7c9e1f2' },
          dimensions: ['unit'],
        },
      },
      raw: linksTo('getMetricRelease', 'releaseId'),
    },
  },
  '/metric-releases/{releaseId}': {
    get: {
      operationId: 'getMetricRelease',
      summary: 'One release with its figures, as it was shown and for ever',
      query: 'at-times',
      queryDto: TimesDto,
      parameters: [pathText('releaseId', release)],
      response: record({ position: ref('Position'), release: ref('MetricRelease') }),
    },
  },
  '/metric-releases/{releaseId}/restate': {
    post: {
      operationId: 'restateMetricRelease',
      summary: 'Count a release again, with what came late: a release of its own, and a difference',
      command: 'creates',
      body: RestateReleaseDto,
      parameters: [pathText('releaseId', release)],
      examples: { withWhatCameLate: {} },
      raw: linksTo('getMetricRelease', 'releaseId'),
    },
  },
  '/metric-releases/{releaseId}/figures/{figure}': {
    get: {
      operationId: 'getReleasedFigure',
      summary: 'Why this number? Formula, counts, the decision of the guard, and the facts',
      query: 'at-times',
      queryDto: PageDto,
      parameters: [pathText('releaseId', release), pathText('figure', '0')],
      response: {
        type: 'object',
        required: [
          ...['position', 'figure', 'release', 'formula', 'filled', 'guard', 'facts', 'withheld'],
        ],
        properties: {
          ...{ position: ref('Position'), figure: ref('ReleasedFigure') },
          release: ref('MetricReleaseSummary'),
          formula: record({ name: formula, text }),
          filled: { ...textOrNull, description: 'The formula with its counts put in.' },
          guard: record({ threshold: whole, decision: text }),
          facts: {
            ...orNull(facts),
            description: 'What it was counted from, in the stream of facts; null: not for you.',
          },
          withheld: { ...textOrNull, description: 'Who is told of the facts, when it is not you.' },
          next: text,
        },
      },
    },
  },
};

export const releasesPaths: OpenApiPart['paths'] = { ...metricPaths, ...releasePaths };
