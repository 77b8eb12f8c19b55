import type { releaseSchemas } from './analytics.releases.ts';
import type { Shape } from './schema.ts';

const releaseId = '4c1f7a92-8d3e-5b60-a1f4-2e9d0c7b5a38';
const restatement = 'b7e2d4a1-5c96-5f08-9e3b-6a1d8f4c2b70';
const survey = '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30';
const january = {
  ...{ part: 1, parts: 1, definition: 'csat@1', formula: 'csat@1' as const },
  source: { kind: 'customer-responses' as const, question: 'csat', scale: { min: 1, max: 5 } },
  ...{ from: '2026-01-01', until: '2026-01-31', dimensions: ['location'], threshold: 5 },
};
const ratings = {
  ...{ part: 1, parts: 1, definition: 'mean-score@1', formula: 'mean-score@1' as const },
  source: {
    ...{ kind: 'ratings' as const, cycle: '0c9f4b1e-2a7d-5e36-8f10-b3d5a7c9e1f2' },
    ...{ question: 'rating', scale: { min: 1, max: 5 } },
  },
  ...{ from: '2026-01-01', until: '2026-12-31', dimensions: ['unit'], threshold: 5 },
};
const north = [{ dimension: 'location', segment: 'office-north' }];

type Published = typeof releaseSchemas;

/** Examples of every fact of metrics and releases, by what they show. */
export const releaseExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'analytics.MetricDefined.v1': {
    ofAQuestion: {
      ...{ name: 'baggage', version: 1, formula: 'favourable@1', question: 'baggage-speed' },
      ...{ minN: 5, dimensions: ['location', 'unit'] },
    },
    ofAny: {
      ...{ name: 'waiting', version: 2, formula: 'mean-score@1', question: null },
      ...{ minN: 10, dimensions: null },
    },
  },
  'analytics.MetricReleased.v1': {
    ofRatings: {
      ...{ ...ratings, releaseId, position: '00000000000000000042', restates: null },
      figures: [
        {
          ...{ of: [], n: 6, value: 3.5, low: 3.062, high: 3.938, standardError: 0.224 },
          counts: [
            { score: 3, count: 3 },
            { score: 4, count: 3 },
          ],
        },
        { of: [{ dimension: 'unit', segment: 'unit:desk' }], suppressed: 'below-threshold' },
      ],
    },
    ofAMonth: {
      ...{ ...january, releaseId, position: '00000000000000000042', restates: null },
      figures: [
        {
          ...{ of: [], n: 16, value: 0.625, low: 0.386, high: 0.815, mean: 3.875 },
          counts: [
            { score: 2, count: 6 },
            { score: 5, count: 10 },
          ],
        },
        { of: north, suppressed: 'complementary' },
        { of: [{ dimension: 'location', segment: 'kiosk' }], suppressed: 'below-threshold' },
      ],
    },
    ofAUnit: {
      ...{ ...january, releaseId: restatement, position: '00000000000000000057' },
      ...{ restates: releaseId, dimensions: ['unit'] },
      figures: [
        { of: [{ dimension: 'unit', segment: 'unit:field sales' }], suppressed: 'overlap' },
      ],
    },
    ofASurvey: {
      ...{ ...january, releaseId: survey, position: '00000000000000000063', restates: null },
      ...{ definition: 'favourable@1', formula: 'favourable@1', dimensions: ['unit'] },
      source: { kind: 'survey', survey, question: 'pride', scale: { min: 1, max: 5 } },
      figures: [
        {
          ...{ of: [], n: 12, value: 0.5, low: 0.254, high: 0.746, mean: 3.5 },
          counts: [
            { score: 3, count: 6 },
            { score: 4, count: 6 },
          ],
        },
      ],
    },
  },
  'analytics.MetricRestated.v1': {
    afterLateAnswers: {
      ...{ releaseId: restatement, part: 1, parts: 1, ref: releaseId },
      diff: [
        {
          ...{ of: [], before: { n: 16, value: 0.625 }, after: { n: 32, value: 0.75 } },
          difference: { n: 16, value: 0.125 },
        },
        { of: north, before: null, after: { n: 12, value: 0.5 }, difference: null },
      ],
    },
  },
};

/** The stream that an example is of. */
export function releaseStreamOf(type: string): string {
  return type === 'analytics.MetricDefined.v1'
    ? 'analytics.metric-definition-acme.1d6b3e58-9c2f-5a74-8b10-f3a7d5e9c264'
    : 'analytics.metric-release-acme.e05c8a3d-7f41-5d29-b6e8-0c9a4f1b7d53';
}
