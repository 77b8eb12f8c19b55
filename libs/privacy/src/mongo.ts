import { collectionOf, durable, idSeparator, isDuplicate, reached } from '@plumbline/mongo';
import { asBinary, type Binary, type Connection } from '@plumbline/mongo';
import { KeysUnavailable } from './key-store.ts';
import type { KeyEntry, KeyName, KeyStore, StoredKey } from './key-store.ts';

interface KeyRecord {
  readonly _id: string;
  readonly tenant: string;
  readonly subject: string;
  /** Null once the key is destroyed. */
  readonly wrapped: Binary | null;
}

/**
 * A key store in MongoDB, one document a subject, which is kept by most of the servers before it is
 * answered for. When the answer to a write is lost it may have been made all the same: `create`
 * then gives back the key that is in force, and `destroy` finds none.
 *
 * A destroyed key is in no document any more. A server's own journal, its log of operations and its
 * backups may hold the old one until they are written over: they must be kept for no longer than an
 * erasure may take. The connection is the caller's, and is left open.
 */
export function openMongoKeyStore({ connection }: { readonly connection: Connection }): KeyStore {
  const keys = collectionOf<KeyRecord>(connection, 'subject_keys');
  const idOf = (tenant: string, subject: string) => `${tenant}${idSeparator}${subject}`;

  const find = async (tenant: string, subject: string): Promise<StoredKey | undefined> => {
    const found = await keys.findOne({ _id: idOf(tenant, subject) });
    return found === null ? undefined : keyOf(found);
  };

  const list = async (after: KeyName | null, limit: number): Promise<readonly KeyEntry[]> => {
    const from = after === null ? {} : { _id: { $gt: idOf(after.tenant, after.subject) } };
    const found = await keys.find(from).sort({ _id: 1 }).limit(limit).toArray();
    return found.map((record) => {
      return { tenant: record.tenant, subject: record.subject, key: keyOf(record) };
    });
  };

  const create = async (tenant: string, subject: string, wrapped: Uint8Array) => {
    const record = { _id: idOf(tenant, subject), tenant, subject, wrapped: asBinary(wrapped) };
    try {
      await keys.insertOne(record, durable);
      return { state: 'kept', wrapped: Uint8Array.from(wrapped) } as const;
    } catch (cause) {
      if (!isDuplicate(cause)) throw cause;
    }
    const inForce = await find(tenant, subject);
    if (inForce === undefined) throw new Error(`The key of ${subject} was there, and is not now.`);
    return inForce;
  };

  const destroy = async (tenant: string, subject: string) => {
    const forget = () =>
      keys.findOneAndReplace(
        { _id: idOf(tenant, subject) },
        { tenant, subject, wrapped: null },
        { upsert: true, returnDocument: 'before', ...durable },
      );
    // A subject that is created and destroyed at once: the second try finds what the other made.
    const before = await forget().catch((cause) => {
      return isDuplicate(cause) ? forget() : Promise.reject(cause);
    });
    return before !== null && before.wrapped !== null;
  };

  const ask = <Result>(work: () => Promise<Result>) =>
    reached(work, (message, cause) => new KeysUnavailable(message, cause));
  return {
    find: (tenant, subject) => ask(() => find(tenant, subject)),
    create: (tenant, subject, wrapped) => ask(() => create(tenant, subject, wrapped)),
    list: (after, limit) => ask(() => list(after, limit)),
    destroy: (tenant, subject) => ask(() => destroy(tenant, subject)),
    close: async () => undefined,
  };
}

function keyOf({ wrapped }: KeyRecord): StoredKey {
  if (wrapped === null) return { state: 'destroyed' };
  return { state: 'kept', wrapped: Uint8Array.from(wrapped.value()) };
}
