import { describe, expect, it } from '@jest/globals';
import type { FactCodec, StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { actorWithheld, gate } from './gate.ts';

const codec = {
  context: 'feedback',
  decode: ({ id, tenant, stream, revision, position, recordedAt }: StoredFact) => ({
    ...{ fact: { type: 'Given' }, id, tenant, stream, revision, position, recordedAt },
    ...{ effectiveAt: '2026-07-01T09:00:00.000Z', actor: { sub: 'bo', via: 'http' } },
    ...{ commandId: 'command', correlationId: 'correlation', causationId: 'cause' },
  }),
} as unknown as FactCodec<{ type: string }>;

const stored = {
  ...{ id: 'fact', type: 'feedback.Given.v1', tenant: 'acme', stream: 'feedback.note-acme.n' },
  ...{ revision: 2, position: '0007' as Position, recordedAt: 0, body: '', bodyHash: '' },
};
const passed = { type: 'feedback.Given.v1', data: { n: 1 } };

describe('a gate', () => {
  it('lets a fact out with who acted, and which act it is a part of', () => {
    expect(gate(codec, () => passed).publish(stored)).toEqual({
      ...{ ...passed, id: 'fact', tenant: 'acme', stream: stored.stream, revision: 2 },
      ...{ position: '0007', recordedAt: '1970-01-01T00:00:00.000Z' },
      effectiveAt: '2026-07-01T09:00:00.000Z',
      ...{ actor: 'bo', correlationId: 'correlation', causationId: 'cause' },
    });
  });

  it('withholds both where that is asked, and keeps in what is not let out', () => {
    const withheld = gate(codec, () => ({ ...passed, withheld: true })).publish(stored);
    expect(withheld).toMatchObject({
      ...{ ...passed, actor: actorWithheld, correlationId: 'fact', causationId: 'fact' },
    });
    expect(JSON.stringify(withheld)).not.toMatch(/bo|correlation"|cause"|withheld":/);
    expect(gate(codec, () => null).publish(stored)).toBeNull();
  });

  it('says which types are for services alone, and lets them out to those', () => {
    const within = gate(codec, () => passed, { forServices: [passed.type] });
    expect([...(within.forServices ?? [])]).toEqual([passed.type]);
    expect(within.publish(stored)).toMatchObject(passed);
    expect(gate(codec, () => passed).forServices?.size).toBe(0);
  });
});
