import { hashes, pack, rated, template } from './reviews.examples.ids.ts';
import type { settingsSchemas } from './reviews.settings.ts';
import type { Shape } from './schema.ts';

const fivePoint = { min: rated(1), max: rated(5) };

type Published = typeof settingsSchemas;

/** Examples of rule packs and templates, by what they show. */
export const settingsExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'reviews.RulePackPublished.v1': {
    ofGoalsManagerAndPeers: {
      ...{ packId: pack.id, version: 1, hash: hashes.pack, total: 'all', daysMin: 90 },
      ...{ result: { scale: fivePoint, decimals: 2 } },
      parts: [
        {
          ...{ part: 'all', kind: 'weighed' },
          of: [
            { part: 'goals', weight: 50 },
            { part: 'manager', weight: 30 },
            { part: 'peers', weight: 20 },
          ],
        },
        { part: 'goals', kind: 'rated', scale: { min: 0, max: rated(1) }, ratingsMin: 1 },
        { part: 'manager', kind: 'rated', scale: fivePoint, ratingsMin: 1 },
        { part: 'peers', kind: 'rated', scale: fivePoint, ratingsMin: 3 },
        { part: 'safety', kind: 'rated', scale: fivePoint, ratingsMin: 1 },
      ],
      rules: [{ rule: 'unsafe', when: { part: 'safety', below: rated(0.25) }, atMost: rated(0.5) }],
    },
  },
  'reviews.TemplatePublished.v1': {
    withGoalsThatAreMeasured: {
      ...{ templateId: template.id, version: 1, hash: hashes.template, scale: fivePoint },
      items: [
        { role: 'self', id: 'looking-back', kind: 'text', required: true },
        { role: 'manager', id: 'results', kind: 'rating', required: true, part: 'manager' },
        { role: 'manager', id: 'potential', kind: 'rating', required: false },
        { role: 'peer', id: 'working-together', kind: 'rating', required: true, part: 'peers' },
      ],
      inputs: [{ part: 'goals', from: 'goals' }],
    },
  },
};
