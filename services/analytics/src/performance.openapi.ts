import type { OpenApiObject, OpenApiPart } from '@plumbline/web';
import { code, count, day, listOf, numberOrNull, record } from '@plumbline/web/openapi-shapes';
import { ref, text, textOrNull } from '@plumbline/web/openapi-shapes';
import { PerformanceQueryDto } from './http/performance.dto.ts';
import { performanceParts, provenanceMax } from './rating/performance.ts';

export const estimate = {
  value: numberOrNull,
  n: count,
  definition: text,
  low: numberOrNull,
  high: numberOrNull,
};

export const suppressed: OpenApiObject = {
  type: ['string', 'null'],
  enum: ['below-threshold', 'complementary', 'overlap', 'across-releases', null],
  description: 'Why it is withheld: it would tell of too few people, by itself or beside others.',
};

export const performanceSchemas: Readonly<Record<string, OpenApiObject>> = {
  PerformanceIndex: record(
    { value: numberOrNull, n: count, definition: text },
    'The weighed mean of parts; `n` counts them. How sure it is, the intervals of the parts say.',
  ),
  BoundedFigure: record(
    estimate,
    'A figure with its 0.95 interval; null where nothing is known. It is never 0 for that reason.',
  ),
  PerformancePart: record({
    part: code(...performanceParts),
    share: ref('BoundedFigure'),
    weight: { ...count, description: 'Beside the other weights.' },
    effectiveWeight: {
      ...numberOrNull,
      description: 'Its share of the index; null where it is missing, or weighs nothing.',
    },
    suppressed,
    provenance: record({
      from: { ...text, description: 'The published fact that it is counted from.' },
      ids: { ...listOf(text), description: `What they are of: at most ${provenanceMax}.` },
      more: { ...count, description: 'Further ones, which are not listed.' },
      unknown: {
        ...count,
        description:
          'What is there and counts for nothing: goals that are open, private or without a ' +
          'measure; reviews that nobody has finalised, or whose subject cannot read them yet.',
      },
    }),
  }),
};

export const performancePaths: OpenApiPart['paths'] = {
  '/performance': {
    get: {
      operationId: 'getPerformance',
      summary: 'How a person, or a unit, performs: part by part, with weight, number and origin',
      description:
        'Of goals whose period ends in the span, the attainment at their closing; of feedback ' +
        'given in it that subject and manager may both read, the share of praise in praise and ' +
        'suggestions; of reviews of a period that ends in it, what was finalised and shared, as a ' +
        'share of the scale; of customers, CSAT. A part that is missing leaves its weight to the ' +
        'others and is never 0. The index is Σ weight × share / Σ weight: a figure to talk about, ' +
        'which nobody is paid by. Feedback weighs nothing unless `weights` says so. A unit is told ' +
        'with all below it on the last day, each part from five people on, and where it would not ' +
        'give fewer away beside any other unit.',
      query: 'at-times',
      queryDto: PerformanceQueryDto,
      response: record({
        ...{ position: ref('Position'), person: textOrNull, unit: textOrNull },
        ...{ from: day, until: day },
        index: ref('PerformanceIndex'),
        parts: listOf(ref('PerformancePart')),
      }),
    },
  },
};
