import { describe, expect, it } from '@jest/globals';
import { closed, publishedSchemas } from '@plumbline/contracts/published';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { publishOfRecognition } from './recognition.publish.ts';
import type { RecognitionFact } from './recognition.facts.ts';
import * as points from './recognition/points.histories.ts';
import * as programme from './recognition/programme.histories.ts';

const out: readonly RecognitionFact[] = [
  ...[programme.defined, programme.revised, points.givenTo('bo'), points.thanked('bo')],
  ...[points.redeemed, points.fulfilled, points.declined],
];
const within: readonly RecognitionFact[] = [points.granted, points.expired, points.received];

describe('the gate of recognition', () => {
  it('lets out who recognised whom, and keeps what is only booked', () => {
    expect(out.map((fact) => publishOfRecognition(fact)?.type)).toEqual(
      out.map(({ type }) => `feedback.${type}.v1`),
    );
    expect(within.map(publishOfRecognition)).toEqual([null, null, null]);
  });

  it('lets no written word out', () => {
    const published = JSON.stringify(out.map(publishOfRecognition));
    const written = out.flatMap((fact) => {
      return 'text' in fact && 'fields' in fact.text ? Object.values(fact.text.fields) : [];
    });
    expect(written.length).toBeGreaterThan(6);
    for (const words of written) expect(published).not.toContain(words);
  });

  it('lets out what the contract names, and nothing else', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    for (const fact of out) {
      const { type = '', data = {} } = publishOfRecognition(fact) ?? {};
      const schema = publishedSchemas[type];
      if (schema === undefined) throw new Error(`${type} has no schema`);
      const check = ajv.compile(closed(schema));
      expect([type, check(data), check({ ...data, note: 'x' })]).toEqual([type, true, false]);
    }
  });
});
