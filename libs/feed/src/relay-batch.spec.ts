import { describe, expect, it } from '@jest/globals';
import type { StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import { positionType } from './cloud-event.ts';
import { openGate } from './feed.contract.ts';
import { createBatcher, ForeignType, partsOf } from './relay-batch.ts';

const stored = (n: number, tenant: string, type = 'open.Counted.v1'): StoredFact => ({
  ...{ id: `c${n}`, type, tenant, stream: `open.counter-${tenant}.1`, revision: n },
  ...{ position: `0${n}` as Position, recordedAt: 0, body: JSON.stringify({ n }), bodyHash: '' },
});
const batcher = (own: readonly number[], gate = openGate) =>
  createBatcher({
    ...{ gates: [gate], environment: 'test', own },
    topicOf: (context) => `${context}.events`,
    partitionOf: (tenant) => (tenant === 'acme' ? 0 : 1),
  });
const page = (...facts: StoredFact[]) => ({
  ...{ facts, next: facts.at(-1)?.position ?? null, atHead: true },
});

describe('a page of the log', () => {
  it('becomes messages of its tenants’ partitions, in order, without what stays private', () => {
    const facts = [stored(1, 'acme'), stored(2, 'beta'), stored(3, 'acme', 'open.Private.v1')];
    const batch = batcher([0, 1]).batchOf(page(...facts, stored(4, 'acme')));
    const [topic] = batch.topics;
    expect(topic?.topic).toBe('open.events');
    const told = topic?.messages.map(({ partition, headers }) => [partition, headers['ce_id']]);
    expect(told).toEqual([
      [0, 'c1'],
      [1, 'c2'],
      [0, 'c4'],
    ]);
    expect(batch).toMatchObject({ facts: 3, to: '04' });
  });

  it('leaves to other shards what is theirs, and gets past it', () => {
    const batch = batcher([1]).batchOf(page(stored(1, 'beta'), stored(2, 'acme')));
    expect(batch.topics[0]?.messages.map(({ partition }) => partition)).toEqual([1]);
    expect(batch).toMatchObject({ facts: 1, to: '02' });
  });

  it('is refused when a gate lets out a type of another context', () => {
    const stray = {
      ...openGate,
      publish: (of: StoredFact) => {
        const fact = openGate.publish(of);
        return fact === null ? null : { ...fact, type: 'other.Counted.v1' };
      },
    };
    expect(() => batcher([0], stray).batchOf(page(stored(1, 'acme')))).toThrow(ForeignType);
  });

  it('gets its markers last, one in each partition of the relay', () => {
    const of = batcher([0, 1]);
    const batch = of.marked(of.batchOf(page(stored(1, 'acme'))), '01' as Position, 0);
    const told = batch.topics[0]?.messages.map((one) => [one.partition, one.headers['ce_type']]);
    expect(told).toEqual([
      [0, 'open.Counted.v1'],
      [0, positionType],
      [1, positionType],
    ]);
  });

  it('has an opening before it: a marker in each partition that says nothing yet', () => {
    const [topic] = batcher([0, 1]).opening(0).topics;
    const told = topic?.messages.map((one) => [one.partition, one.headers['ce_position']]);
    expect(told).toEqual([
      [0, '0'],
      [1, '0'],
    ]);
  });

  it('is sent in parts that are not too large, in order', () => {
    const [topic] = batcher([0]).batchOf(page(stored(1, 'acme'), stored(2, 'acme'))).topics;
    const messages = topic?.messages ?? [];
    const sizes = (bytesMax: number) =>
      partsOf([{ topic: 'a', messages }], bytesMax).map((part) => part[0]?.messages.length);
    expect(sizes(10_000)).toEqual([2]);
    expect(sizes(700)).toEqual([1, 1]);
    // One that is too large by itself is still sent: the broker says what its limit is.
    expect(sizes(1)).toEqual([1, 1]);
    expect(partsOf([], 10)).toEqual([]);
  });
});
