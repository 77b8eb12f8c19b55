import { describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { pageOf, portionsOf } from './kafka-pages.ts';
import { createPartitionPlaces } from './kafka-places.ts';
import { positionMarker, toCloudEvent } from './cloud-event.ts';

const [one, two] = [
  { topic: 'a', partition: 0 },
  { topic: 'a', partition: 1 },
];
const at = (text: string) => text as Position;

describe('the places of a member', () => {
  it('are as far as the partition that is furthest behind', () => {
    const places = createPartitionPlaces();
    expect(places.least()).toBeNull();
    places.join([one, two]);
    places.handled({ ...one, offset: '5', position: at('07') });
    expect(places.least()).toBeNull();
    places.handled({ ...two, offset: '3', position: at('04') });
    expect(places.least()).toBe('04');
  });

  it('begin with what the group has committed, and never fall behind it', () => {
    const places = createPartitionPlaces();
    places.join([one]);
    places.learn(one, at('05'));
    places.handled({ ...one, offset: '2', position: at('03') });
    places.learn(two, at('09'));
    expect(places.least()).toBe('05');
  });

  it('are not this member’s any more once the group shares out anew', () => {
    const places = createPartitionPlaces();
    places.join([one, two]);
    const since = places.generation();
    places.handled({ ...one, offset: '5', position: at('07') });
    places.leave();
    expect(places.owns(one, since)).toBe(false);
    expect(places.take()).toEqual([]);
    places.join([one]);
    expect(places.owns(one, since)).toBe(false);
    expect(places.owns(one, places.generation())).toBe(true);
    expect(places.owns(two, places.generation())).toBe(false);
    expect(places.least()).toBe('07');
  });

  it('are taken for a commit once', () => {
    const places = createPartitionPlaces();
    places.join([one]);
    for (const [offset, position] of [
      ['5', at('07')],
      ['6', at('08')],
    ] as const) {
      places.handled({ ...one, offset, position });
    }
    expect(places.take()).toEqual([{ ...one, offset: '6', position: '08' }]);
    expect(places.take()).toEqual([]);
  });

  it('do not go back when a relay that starts says less than is known', () => {
    const places = createPartitionPlaces();
    places.join([one]);
    places.handled({ ...one, offset: '5', position: at('07') });
    places.handled({ ...one, offset: '6', position: at('0') });
    expect(places.least()).toBe('07');
    expect(places.take()).toEqual([{ ...one, offset: '6', position: '07' }]);
  });
});

describe('the pages of a partition', () => {
  const fact = (n: number, type = 'open.Counted.v1') => {
    const rest = { tenant: 'acme', stream: 's', revision: n, actor: 'ada', data: { n } };
    const times = {
      recordedAt: '2026-07-01T00:00:00.000Z',
      effectiveAt: '2026-07-01T00:00:00.000Z',
    };
    const ids = { id: `c${n}`, correlationId: 'c', causationId: 'c', position: at(`0${n}`) };
    return { ...toCloudEvent({ type, ...ids, ...rest, ...times }, 'urn:x'), offset: String(n) };
  };
  const marker = (n: number) => {
    const said = { position: at(`0${n}`), at: '2026-07-01T00:00:00.000Z', partition: 0 };
    return { ...positionMarker(said, 'urn:x'), offset: String(n) };
  };

  it('hold facts and no markers, and go as far as the last message', () => {
    const { facts, to } = pageOf([fact(1), marker(2), fact(3), marker(4)], undefined);
    expect(facts.map(({ data }) => data)).toEqual([{ n: 1 }, { n: 3 }]);
    expect(to).toBe('04');
  });

  it('go as far as what goes furthest in them', () => {
    const said = { position: at('0'), at: '2026-07-01T00:00:00.000Z', partition: 0 };
    const opening = { ...positionMarker(said, 'urn:x'), offset: '2' };
    expect(pageOf([fact(1), opening], undefined).to).toBe('01');
  });

  it('hold the types that are asked for, and get past the others', () => {
    const messages = [fact(1), fact(2, 'open.Other.v1')];
    const { facts, to } = pageOf(messages, new Set(['open.Counted.v1']));
    expect(facts.map(({ id }) => id)).toEqual(['c1']);
    expect(to).toBe('02');
  });

  it('fail as a whole on a message that is no fact: nothing is skipped in silence', () => {
    const foreign = { value: '{}', headers: {}, offset: '2' };
    expect(() => pageOf([fact(1), foreign], undefined)).toThrow('The message has no type');
  });

  it('come in portions', () => {
    expect([...portionsOf([1, 2, 3, 4, 5], 2)]).toEqual([[1, 2], [3, 4], [5]]);
    expect([...portionsOf([], 2)]).toEqual([]);
  });
});
