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
const ofAny = { ...metric.defined, question: null, dimensions: null };
const byMean = {
  ...release.released,
  ...{ formula: 'mean-score@1', figures: [{ ...figure, counts, standardError: null }] },
} as const satisfies ReleasesFact;
const facts: readonly ReleasesFact[] = [
  ...[metric.defined, metric.revised, ofAny, release.released, ofHolders, byMean],
  release.restated,
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

  it('lets nothing out of what is withheld but the reason', () => {
    const { data } = publish(ofHolders) ?? {};
    const { figures } = data as { figures: readonly object[] };
    expect(Object.keys(figures[1] ?? {}).toSorted()).toEqual(['of', 'suppressed']);
  });
});
