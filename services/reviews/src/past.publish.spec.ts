import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { corrected, imported } from './past-review/past-review.histories.ts';
import { publish } from './reviews.publish.ts';

describe('the gate of past reviews', () => {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  addFormats.default(ajv);

  it('lets out every fact as the contract names it, and no reason', () => {
    for (const fact of [imported, { ...imported, rating: null }, corrected]) {
      const { type = '', data = {} } = publish(fact) ?? {};
      expect(type).toBe(`reviews.${fact.type}.v1`);
      const schema = publishedSchemas[type];
      if (schema === undefined) throw new Error(`${type} has no schema`);
      expect([ajv.validate(closed(schema), data), ajv.errors]).toEqual([true, null]);
      expect(JSON.stringify(data)).not.toContain('year before');
    }
  });
});
