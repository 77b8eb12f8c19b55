import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { limitsOf } from '@plumbline/statistics';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { publish } from './analytics.publish.ts';
import * as the from './control-chart/control-chart.histories.ts';
import type { ControlChartFact } from './control-chart/control-chart.ts';

const xmr = limitsOf({ chart: 'xmr', points: [40, 45, 42] });
if (xmr === undefined) throw new Error('These points have limits.');
const { charted: _, ...everywhere } = { ...the.frozen, place: null };
const ofScores: ControlChartFact = {
  ...{ ...everywhere, limits: xmr },
  charted: { figure: 'score', metric: 'nps', scale: { min: 0, max: 10 } },
};
const promise = { figure: 'sla-attainment', clock: 'resolution' } as const;
const ofAll: ControlChartFact = { ...everywhere, charted: { ...promise, serviceLevel: null } };
const ofOne: ControlChartFact = { ...ofAll, charted: { ...promise, serviceLevel: 'level-1' } };
const withAGap: ControlChartFact = {
  ...the.plotted,
  points: [...the.plotted.points, { period: '2025-W31', measured: null }],
};
const gone: ControlChartFact = { ...the.restated, after: null };
const facts: readonly ControlChartFact[] = [
  ...[the.frozen, ofScores, ofAll, ofOne, the.plotted, withAGap, the.restated, gone],
  ...[the.raised, the.restatedSignal, the.explained],
];

describe('the gate of control charts', () => {
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
      expect(errorsOf(type, { ...data, note: 'They were ill.' })).toHaveLength(1);
    }
  });

  it('lets no written word out, and not in which groups the answers are', () => {
    const all = JSON.stringify(facts.map(publish));
    for (const word of ['Detractors', 'ill', 'groups', 'text']) expect(all).not.toContain(word);
  });

  it('tells of a gap that it is one', () => {
    expect(publish(withAGap)?.data).toMatchObject({
      points: expect.arrayContaining([{ period: '2025-W31', value: null, n: null }]),
    });
    expect(publish(gone)?.data).toMatchObject({ after: { value: null, n: null } });
  });
});
