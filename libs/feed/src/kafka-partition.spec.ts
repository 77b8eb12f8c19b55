import { describe, expect, it } from '@jest/globals';
import { partitionOf, partitionsOfShard, tenantHash } from './kafka-partition.ts';

describe('the partition of a tenant', () => {
  // The published test vectors of FNV-1a, and names as tenants have them. They may never change.
  it.each([
    ['', 0x811c9dc5],
    ['a', 0xe40c292c],
    ['foobar', 0xbf9cf968],
  ])('hashes %j as FNV-1a does', (tenant, hash) => {
    expect(tenantHash(tenant)).toBe(hash);
  });

  it('hashes the bytes of UTF-8, not characters', () => {
    expect(tenantHash('zürich')).not.toBe(tenantHash('zurich'));
    expect(tenantHash('zürich')).toBe(tenantHash(Buffer.from('zürich').toString()));
  });

  it('spreads tenants about evenly', () => {
    const counts = [0, 0, 0, 0, 0, 0];
    for (let no = 0; no < 6_000; no += 1) {
      const partition = partitionOf(`tenant-${no}`, counts.length);
      counts[partition] = (counts[partition] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 1_000)).toBeLessThan(150);
  });
});

describe('shards', () => {
  it('have each partition once, and each tenant with it', () => {
    const [shards, partitions] = [3, 6];
    const owners = [0, 1, 2].map((shard) => partitionsOfShard(shard, shards, partitions));
    expect(owners).toEqual([
      [0, 3],
      [1, 4],
      [2, 5],
    ]);
    for (let no = 0; no < 100; no += 1) {
      const own = owners[tenantHash(`t${no}`) % shards];
      expect(own).toContain(partitionOf(`t${no}`, partitions));
    }
  });

  it.each([
    [0, 4, 6],
    [2, 2, 6],
    [-1, 2, 6],
  ])('shard %i of %i over %i partitions is refused', (shard, shards, partitions) => {
    expect(() => partitionsOfShard(shard, shards, partitions)).toThrow(RangeError);
  });
});
