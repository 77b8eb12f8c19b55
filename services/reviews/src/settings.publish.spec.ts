import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import * as pack from './rule-pack/rule-pack.histories.ts';
import { publish } from './reviews.publish.ts';
import * as template from './template/template.histories.ts';

describe('the gate of what reviews are made by', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);

  it.each([
    ['a rule pack', pack.published],
    ['its next version', pack.publishedNext],
    ['a template', template.published],
    ['its next version', template.publishedNext],
  ])('lets out of %s what the contract names, and nothing else', (_, fact) => {
    const { type, data } = publish(fact) ?? { type: '', data: {} };
    expect(type).toBe(`reviews.${fact.type}.v1`);
    const schema = publishedSchemas[type];
    if (schema === undefined) throw new Error(`${type} has no schema`);
    expect([ajv.validate(closed(schema), data), ajv.errors]).toEqual([true, null]);
  });

  it('lets out all parts and weights of a pack, so that anybody can work out its scores', () => {
    const { data } = publish(pack.published) as { data: { parts: readonly { part: string }[] } };
    expect(data.parts.map(({ part }) => part)).toEqual(Object.keys(pack.published.pack.parts));
    expect(data).toMatchObject({ total: pack.published.pack.total, hash: pack.published.hash });
  });

  it('lets no word of a template out', () => {
    const out = JSON.stringify(publish(template.published));
    const words = Object.values(template.words);
    expect(words.length).toBeGreaterThan(5);
    for (const word of words) expect(out).not.toContain(JSON.stringify(word));
  });
});
