import { describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { closed, examplesOf, factHeaders, positionHeaders } from '@plumbline/contracts/published';
import { positionSchema, publishedSchemas } from '@plumbline/contracts/published';
import { positionMarker, toCloudEvent } from '@plumbline/feed/cloud-event';
import type { Position } from '@plumbline/kernel';

/** What goes to Kafka is what the published contract says, to the last header. */
const ajv = new Ajv2020({ strict: false, allErrors: true });
addFormats.default(ajv);
const faults = (schema: object, value: unknown): unknown => {
  ajv.validate(closed(schema as never), value);
  return ajv.errors ?? [];
};
const position = '00000000000000000042' as Position;
const at = '2026-07-01T09:00:00.000Z';
const source = 'urn:plumbline:test:goals';

describe('a message on the stream', () => {
  it.each(Object.keys(publishedSchemas))(
    'of %s has the headers and the data of its contract',
    (type) => {
      expect(examplesOf(type).length).toBeGreaterThan(0);
      for (const { stream, data } of examplesOf(type)) {
        const ids = { id: '0f4b6b0e-5d8e-5b0e-9d5a-4f6c1a7b9e21', type, tenant: 'acme', stream };
        const about = {
          revision: 3,
          position,
          recordedAt: at,
          effectiveAt: at,
          actor: 'subject-7',
        };
        const causes = { correlationId: 'c1', causationId: 'c0' };
        const fact = { ...ids, ...about, ...causes, data };
        const { headers, value, key } = toCloudEvent(fact, source);
        expect(faults(factHeaders, headers)).toEqual([]);
        expect(faults(publishedSchemas[type] ?? {}, JSON.parse(value))).toEqual([]);
        expect(key).toBe(stream);
      }
    },
  );

  it('that marks a position has those of its own', () => {
    const { headers, value } = positionMarker({ position, at, partition: 3 }, source);
    expect(faults(positionHeaders, headers)).toEqual([]);
    expect(faults(positionSchema, JSON.parse(value))).toEqual([]);
  });

  it('with a header too many, or one too few, is found', () => {
    const { headers } = positionMarker({ position, at, partition: 3 }, source);
    expect(faults(positionHeaders, { ...headers, ce_extra: '1' })).not.toEqual([]);
    const { ce_position: _, ...less } = headers as Record<string, string>;
    expect(faults(positionHeaders, less)).not.toEqual([]);
  });
});
