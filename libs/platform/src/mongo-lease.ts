import { collectionOf, durable, isDuplicate, type Connection } from '@plumbline/mongo';
import type { Leases } from './lease.ts';

interface LeaseRecord {
  readonly _id: string;
  readonly holder: string;
  /** Milliseconds since 1970, by the clock of the holder. */
  readonly until: number;
}

/** Leases in MongoDB, a document each. The connection is the caller's, and is left open. */
export function openMongoLeases({
  connection,
  now = Date.now,
}: {
  readonly connection: Connection;
  readonly now?: () => number;
}): Leases {
  const leases = collectionOf<LeaseRecord>(connection, 'leases');
  return {
    hold: async (name, holder, ms) => {
      const isFree = { _id: name, $or: [{ holder }, { until: { $lte: now() } }] };
      const until = now() + ms;
      try {
        const taken = { $set: { holder, until } };
        const { matchedCount } = await leases.updateOne(isFree, taken, durable);
        if (matchedCount > 0) return true;
        await leases.insertOne({ _id: name, holder, until }, durable);
        return true;
      } catch (cause) {
        if (isDuplicate(cause)) return false;
        throw cause;
      }
    },
    release: async (name, holder) => {
      await leases.deleteOne({ _id: name, holder }, durable);
    },
  };
}
