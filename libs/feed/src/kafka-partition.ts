/**
 * A number for a tenant's name, from 0 to 2^32 - 1: FNV-1a over its UTF-8 bytes. It is a contract:
 * where a tenant's facts lie follows from it, so that it may never change, and a producer or reader
 * in any other language can compute it.
 */
export function tenantHash(tenant: string): number {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(tenant, 'utf8')) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/**
 * The partition of every fact of a tenant, in every topic: `tenantHash mod partitions`. All facts
 * of a tenant and context are therefore in one order. The number of partitions of a topic never
 * changes; other numbers need another topic.
 */
export function partitionOf(tenant: string, partitions: number): number {
  return tenantHash(tenant) % partitions;
}

/**
 * The partitions that a relay writes: those with `partition mod shards = shard`. As the number of
 * partitions is a multiple of that of the shards, a partition has one writer, and a tenant has one
 * relay: `tenantHash mod shards`.
 */
export function partitionsOfShard(
  shard: number,
  shards: number,
  partitions: number,
): readonly number[] {
  if (!Number.isInteger(partitions / shards) || shard < 0 || shard >= shards) {
    throw new RangeError(
      `${partitions} partitions cannot be shared out to shard ${shard}/${shards}.`,
    );
  }
  return Array.from({ length: partitions / shards }, (_, no) => no * shards + shard);
}
