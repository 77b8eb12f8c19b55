import { asBinary, collectionOf, durable, idSeparator } from '@plumbline/mongo';
import { onlyDuplicates, reached, type Binary, type Connection } from '@plumbline/mongo';
import { LogUnavailable } from './event-log.ts';
import { sealedPartHash, type SealedParts } from './sealed-parts.ts';

interface PartRecord {
  /** Tenant and hash: the same part of a tenant is one document. */
  readonly _id: string;
  readonly tenant: string;
  readonly part: Binary;
}

/**
 * Sealed parts in MongoDB, a document each, kept by most of the servers before `put` answers.
 *
 * An erased part is in no document any more. A server's own journal, its log of operations and its
 * backups may hold it until they are written over: what makes it unreadable there is that its key
 * was destroyed before. The connection is the caller's, and is left open.
 */
export function openMongoSealedParts(options: { readonly connection: Connection }): SealedParts {
  const parts = collectionOf<PartRecord>(options.connection, 'sealed_parts');
  const idOf = (tenant: string, hash: string) => `${tenant}${idSeparator}${hash}`;
  let closed = false;
  const ask = async <Result>(work: () => Promise<Result>): Promise<Result> => {
    if (closed) throw new LogUnavailable('The sealed parts are closed.');
    return reached(work, (message, cause) => new LogUnavailable(message, cause));
  };

  const put = async (tenant: string, news: readonly Uint8Array[]) => {
    const records = news.map((part) => {
      return { _id: idOf(tenant, sealedPartHash(part)), tenant, part: asBinary(part) };
    });
    if (records.length === 0) return;
    // A part that is there already is the same to the byte: its id is its hash.
    await parts.insertMany(records, { ordered: false, ...durable }).catch((cause) => {
      if (!onlyDuplicates(cause)) throw cause;
    });
  };

  const get = async (tenant: string, hashes: readonly string[]) => {
    const hashOf = new Map(hashes.map((hash) => [idOf(tenant, hash), hash]));
    const found = await parts.find({ _id: { $in: [...hashOf.keys()] } }).toArray();
    return new Map(
      found.map(({ _id: id, part }) => [hashOf.get(id) ?? '', Uint8Array.from(part.value())]),
    );
  };

  const erase = async (tenant: string, hashes: readonly string[]) => {
    const ids = hashes.map((hash) => idOf(tenant, hash));
    return (await parts.deleteMany({ _id: { $in: ids } }, durable)).deletedCount;
  };

  return {
    put: (tenant, news) => ask(() => put(tenant, news)),
    get: (tenant, hashes) => ask(() => get(tenant, hashes)),
    erase: (tenant, hashes) => ask(() => erase(tenant, hashes)),
    close: async () => {
      closed = true;
    },
  };
}
