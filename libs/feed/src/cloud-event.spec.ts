import { describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import * as fc from 'fast-check';
import { fromCloudEvent, NotAFact, outlineOf, positionMarker } from './cloud-event.ts';
import { memberOf, positionType, toCloudEvent, toStructuredEvent } from './cloud-event.ts';
import type { PublishedFact } from './feed.ts';

const fact: PublishedFact = {
  id: '0f4b6b0e-5d8e-5b0e-9d5a-4f6c1a7b9e21',
  type: 'goals.GoalClosed.v1',
  tenant: 'acme',
  stream: 'goals.goal-acme.17',
  revision: 12,
  position: '00000000000000000042' as Position,
  recordedAt: '2026-07-01T09:00:00.000Z',
  effectiveAt: '2026-06-30T23:59:59.999Z',
  actor: 'subject-7',
  correlationId: 'c1',
  causationId: 'c0',
  data: { goalId: '17', score: 0.7 },
};
const source = 'urn:plumbline:test:goals';

describe('a published fact as a CloudEvent in binary mode', () => {
  it('has what CloudEvents asks for, and all else that is known of it, in headers', () => {
    const { key, value, headers } = toCloudEvent(fact, source);
    expect(key).toBe('goals.goal-acme.17');
    expect(JSON.parse(value)).toEqual({ goalId: '17', score: 0.7 });
    expect(headers).toEqual({
      ce_specversion: '1.0',
      ce_id: '0f4b6b0e-5d8e-5b0e-9d5a-4f6c1a7b9e21',
      ce_source: 'urn:plumbline:test:goals',
      ce_type: 'goals.GoalClosed.v1',
      ce_time: '2026-07-01T09:00:00.000Z',
      ce_subject: 'goals.goal-acme.17',
      ce_tenant: 'acme',
      ce_stream: 'goals.goal-acme.17',
      ce_revision: '12',
      ce_position: '00000000000000000042',
      ce_sequence: '0000000012',
      ce_effectiveat: '2026-06-30T23:59:59.999Z',
      ce_actor: 'subject-7',
      ce_correlationid: 'c1',
      ce_causationid: 'c0',
      'content-type': 'application/json',
    });
  });

  it('says the same in structured mode, in members of its own', () => {
    const { value, headers } = toCloudEvent(fact, source);
    const { data, ...members } = JSON.parse(toStructuredEvent(fact, source)) as { data: unknown };
    expect(data).toEqual(JSON.parse(value));
    const attributes = Object.entries(headers).map(([name, text]) => [memberOf(name), text]);
    expect(members).toEqual(Object.fromEntries(attributes));
    expect(members).toMatchObject({ specversion: '1.0', datacontenttype: 'application/json' });
  });

  it('names its attributes as CloudEvents demands: lower case, no more than 20 characters', () => {
    const names = Object.keys(toCloudEvent(fact, source).headers).filter(
      (one) => one !== 'content-type',
    );
    expect(names).toHaveLength(15);
    for (const name of names) expect(name).toMatch(/^ce_[a-z0-9]{1,20}$/);
  });

  it('is the same again when it is read, whether headers come as text or as bytes', () => {
    const text = fc.string({ unit: 'binary', minLength: 0, maxLength: 20 }).filter(isWellFormed);
    const facts = fc.record({
      ...{ id: text, tenant: text, stream: text, actor: text, correlationId: text },
      ...{ type: text, causationId: text, recordedAt: text, effectiveAt: text },
      position: text as fc.Arbitrary<Position>,
      revision: fc.nat(),
      data: fc.jsonValue(),
    });
    fc.assert(
      fc.property(facts, (one) => {
        const { value, headers } = toCloudEvent(one, source);
        const bytes = Object.entries(headers).map(([name, text]) => [name, Buffer.from(text)]);
        const received = { value: Buffer.from(value), headers: Object.fromEntries(bytes) };
        // As JSON has no -0, data are compared as they were written.
        const written = { ...one, data: JSON.parse(value) as unknown };
        expect(fromCloudEvent(received)).toEqual(written);
        expect(fromCloudEvent({ value, headers })).toEqual(written);
      }),
    );
  });

  it('takes along nothing that a published fact has no place for', () => {
    const words = 'She was ill for weeks';
    const careless = { ...fact, reason: words, sealed: Buffer.from(words), text: { words } };
    expect(JSON.stringify(toCloudEvent(careless, source))).not.toContain('ill');
  });

  const { value, headers } = toCloudEvent(fact, source);
  it.each([
    ['without an id', { value, headers: { ...headers, ce_id: undefined } }],
    [
      'of another version of CloudEvents',
      { value, headers: { ...headers, ce_specversion: '0.3' } },
    ],
    ['with a revision that is none', { value, headers: { ...headers, ce_revision: '1.5' } }],
    ['with a header that comes twice', { value, headers: { ...headers, ce_type: ['a', 'b'] } }],
    ['without a payload', { value: null, headers }],
    ['with a payload that is not JSON', { value: '{', headers }],
    ['without headers', { value }],
  ])('refuses a message %s', (_, message) => {
    expect(() => fromCloudEvent(message)).toThrow(NotAFact);
  });
});

describe('a position marker', () => {
  it('is told from facts by its type, and says how far its partition is complete', () => {
    const at = '2026-07-01T09:00:00.000Z';
    const marker = positionMarker({ position: fact.position, at, partition: 3 }, source);
    expect(outlineOf(marker)).toEqual({ type: positionType, position: fact.position });
    expect(() => fromCloudEvent(marker)).toThrow(NotAFact);
    expect(marker.key).toBeNull();
  });

  it('cannot be read from a message of somebody else', () => {
    expect(() => outlineOf({ value: '{}', headers: { ce_type: positionType } })).toThrow(NotAFact);
  });
});

function isWellFormed(text: string): boolean {
  return Buffer.from(text).toString() === text;
}
