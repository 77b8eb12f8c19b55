import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { publish } from './analytics.publish.ts';
import * as metric from './metric-definition/metric-definition.histories.ts';
import * as release from './metric-release/metric-release.histories.ts';
import type { ReleasesFact } from './releases.facts.ts';

const { counts, ...figure } = release.released.figures[0];
const ofHolders = {
  ...{ ...release.released, dimensions: ['unit', 'person'], restates: 'earlier' },
  figures: [
    { ...figure, counts, of: ['field sales', null] },
    { of: ['field sales', 'ada'], suppressed: 'overlap' },
  ],
} as const satisfies ReleasesFact;
const ofSurvey = {
  ...{ ...release.released, dimensions: ['unit'], formula: 'distribution@1' },
  source: {
    ...{ kind: 'survey', survey: '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30', question: 'place' },
    scale: { min: 0, max: 2 },
  },
  figures: [{ of: ['desk'], n: 7, value: null, low: null, high: null, counts: [[0, 7]] }],
} as const satisfies ReleasesFact;
const tookPart = {
  ...{ ...ofSurvey, formula: 'participation@1' },
  source: { ...ofSurvey.source, kind: 'survey-participation', question: 'participation' },
} as const satisfies ReleasesFact;
const ofAny = { ...metric.defined, question: null, dimensions: null };
const byMean = {
  ...release.released,
  ...{ formula: 'mean-score@1', figures: [{ ...figure, counts, standardError: null }] },
} as const satisfies ReleasesFact;
const facts: readonly ReleasesFact[] = [
  ...[metric.defined, metric.revised, ofAny, release.released, ofHolders, byMean],
  ...[release.restated, ofSurvey, tookPart],
];

describe('the gate of metrics and releases', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);
  const errorsOf = (type: string, data: object) => {
    const schema = publishedSchemas[type];
    if (schema === undefined) return `${type} has no schema`;
    return ajv.validate(closed(schema), data) ? [] : ajv.errors;
  };

  it('lets out every fact as the contract names it, and nothing else', () => {
    for (const fact of facts) {
      const { type = '', data = {} } = publish(fact) ?? {};
      expect(type).toBe(`analytics.${fact.type}.v1`);
      expect([type, errorsOf(type, data)]).toEqual([type, []]);
      expect(errorsOf(type, { ...data, act: 'x' })).toHaveLength(1);
    }
  });

  it('names segments by their dimensions, and units and people as other facts do', () => {
    const { data } = publish(ofHolders) ?? {};
    const unit = { dimension: 'unit', segment: 'unit:field sales' };
    expect(data).toMatchObject({
      ...{ definition: 'csat@1', restates: 'earlier', dimensions: ['unit', 'person'] },
      figures: [
        { of: [unit], n: 16, counts: counts.map(([score, count]) => ({ score, count })) },
        { of: [unit, { dimension: 'person', segment: 'person:ada' }], suppressed: 'overlap' },
      ],
    });
  });

  it('says of which survey it is, and of which of its units', () => {
    expect(publish(ofSurvey)?.data).toMatchObject({
      source: ofSurvey.source,
      figures: [
        { of: [{ dimension: 'unit', segment: 'unit:desk' }], counts: [{ score: 0, count: 7 }] },
      ],
    });
  });

  it('lets nothing out of what is withheld but the reason', () => {
    const { data } = publish(ofHolders) ?? {};
    const { figures } = data as { figures: readonly object[] };
    expect(Object.keys(figures[1] ?? {}).toSorted()).toEqual(['of', 'suppressed']);
  });
});
