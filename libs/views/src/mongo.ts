import { dropCollection, durable, isDuplicate, reached, type Connection } from '@plumbline/mongo';
import { systemClock, type Clock } from '@plumbline/kernel';
import { applyToMongo, recordOf, type ApplyGround } from './mongo-apply.ts';
import { anyEntry, collectionName, docId, entryOf, indexDocs } from './mongo-collections.ts';
import {
  indexParked,
  viewCollections,
  type DocRecord,
  type ViewCollections,
} from './mongo-collections.ts';
import { parkedInMongo } from './mongo-parked.ts';
import { checkLimit, cut, endOf } from './paging.ts';
import type { FoundBy } from './reader.ts';
import { nameOf, ViewsUnavailable } from './view-store.ts';
import type { Claim, DocKey, Generation, ReadableViews, StoredDoc } from './view-store.ts';
import type { ViewStore, Watermark } from './view-store.ts';

/**
 * How long a tombstone is kept once the checkpoint is past it: longer than a writer can stand still
 * between looking at its fence and writing, so that it finds the tombstone and no empty place. The
 * claims of later starts take away those that are older.
 */
export const tombstoneMsMin = 24 * 60 * 60 * 1_000;

export interface MongoViewsOptions {
  readonly connection: Connection;
  readonly clock?: Clock;
  readonly crashPoint?: ApplyGround['crashPoint'];
}

/**
 * Views in MongoDB, with nothing but single documents that are compared and swapped: no
 * transactions, sessions or change streams, which not every server has.
 *
 * A generation is a collection, and the one that is read is named by a record. To promote writes
 * that record: one write, after which the older generation is still there to go back to, and a
 * writer that comes late goes on writing where nobody reads. (Renaming the collection over the
 * live one would buy only a fixed name, and would take both away.)
 *
 * A reader may see a page in part, until its checkpoint is written. A page is repeated after a
 * crash, and a deleted document leaves a tombstone: its watermark, so that no older page makes it
 * again. The connection is the caller's, and is left open.
 */
export function openMongoViewStore(options: MongoViewsOptions): ViewStore {
  const { connection, clock = systemClock, crashPoint = () => undefined } = options;
  const collections = viewCollections(connection);
  const { generations, live } = collections;
  const own: ViewStore = {
    ...readingOf(collections),
    claim: (generation) => claimIn(collections, generation, clock.now()),
    load: (generation, keys) => loadFrom(collections, generation, keys),
    apply: (pages) => applyToMongo({ collections, clock, crashPoint }, pages),
    scan: async (generation, after, limit) => {
      const beyond = after === null ? {} : { _id: { $gt: docId(after.tenant, after.key) } };
      const found = await collections
        .docs(generation)
        .find({ ...beyond, body: { $ne: null } }, { projection: { tenant: 1, key: 1, body: 1 } })
        .sort({ _id: 1 })
        .limit(limit)
        .toArray();
      return found.map(({ tenant, key, body }) => ({ tenant, key, body: body ?? '' }));
    },
    count: (generation) => collections.docs(generation).countDocuments({ body: { $ne: null } }),
    generations: async (view) => {
      const found = await generations.find({ view }).sort({ version: 1, build: 1 }).toArray();
      return found.map(generationOf);
    },
    promote: async (generation) => {
      const { view, version, build } = generation;
      await live.replaceOne({ _id: view }, { view, version, build }, { upsert: true, ...durable });
    },
    drop: async (generation) => {
      const filter = { _id: nameOf(generation) };
      // Its writers are shut out first, and its record goes last: a crash leaves it to be dropped.
      await generations.updateOne(filter, { $inc: { fence: 1 } }, durable);
      await dropCollection(connection, collectionName(generation));
      await generations.deleteOne(filter, durable);
    },
    parked: (filter = {}) => parkedInMongo(collections, filter),
    close: async () => undefined,
  };
  return reachable(own);
}

/** Reads the documents that a projector in another process writes. */
export function openMongoViewReader({ connection }: { connection: Connection }): ReadableViews {
  return reachable(readingOf(viewCollections(connection)));
}

function readingOf(collections: ViewCollections): ReadableViews {
  return {
    checkpoint: async (generation) => (await recordOf(collections, generation))?.checkpoint,
    live: async (view) => {
      const found = await collections.live.findOne({ _id: view });
      return found === null ? undefined : generationOf(found);
    },
    get: async (generation, tenant, key) => {
      const [found] = await loadFrom(collections, generation, [{ tenant, key }]);
      return found?.body ?? undefined;
    },
    find: async (generation, tenant, by, { after, limit }) => {
      checkLimit(limit);
      const found = await collections
        .docs(generation)
        .find({ tenant, ...filterOf(by, after) }, { projection: { key: 1, body: 1 } })
        .sort({ key: 1 })
        .limit(limit + 1)
        .toArray();
      return cut(
        found.map(({ key, body }) => ({ key, doc: body ?? '' })),
        limit,
      );
    },
  };
}

/** No key is empty. */
function filterOf(by: FoundBy, after = '') {
  if (by === 'all') return { at: anyEntry, key: { $gt: after } };
  if ('index' in by) return { at: entryOf(by), key: { $gt: after } };
  const { prefix } = by;
  return { at: anyEntry, key: { $gt: after, $gte: prefix, $lt: endOf(prefix) } };
}

async function claimIn(
  collections: ViewCollections,
  generation: Generation,
  now: number,
): Promise<Claim> {
  const { fence, checkpoint } = await claimed(collections, generation);
  await indexParked(collections);
  const docs = collections.docs(generation);
  await indexDocs(docs);
  if (checkpoint !== null) {
    await docs.deleteMany({ died: { $lt: now - tombstoneMsMin }, until: { $lte: checkpoint } });
  }
  return { generation, fence, checkpoint };
}

/**
 * One more than the newest fence, for one writer alone: it is swapped in for the one that was read.
 * (An increment says which fence it came to only where a server changes and reads in one step.)
 */
async function claimed(
  { generations }: ViewCollections,
  generation: Generation,
): Promise<Pick<Claim, 'fence' | 'checkpoint'>> {
  const { view, version, build } = generation;
  const id = nameOf(generation);
  for (;;) {
    const before = await generations.findOne({ _id: id });
    if (before === null) {
      const first = { _id: id, view, version, build, fence: 1, checkpoint: null };
      const isFirst = await generations.insertOne(first, durable).then(
        () => true,
        (cause: unknown) => (isDuplicate(cause) ? false : Promise.reject(cause as Error)),
      );
      if (isFirst) return first;
      continue;
    }
    const fence = before.fence + 1;
    const swap = { $set: { fence } };
    const { matchedCount } = await generations.updateOne(
      { _id: id, fence: before.fence },
      swap,
      durable,
    );
    if (matchedCount === 0) continue;
    // The checkpoint may have moved before the older writer was fenced.
    const { checkpoint } = (await generations.findOne({ _id: id })) ?? before;
    return { fence, checkpoint };
  }
}

async function loadFrom(
  collections: ViewCollections,
  generation: Generation,
  keys: readonly DocKey[],
): Promise<readonly (StoredDoc | undefined)[]> {
  const ids = keys.map(({ tenant, key }) => docId(tenant, key));
  const found = await collections
    .docs(generation)
    .find({ _id: { $in: ids } }, { projection: { wm: 1, body: 1 } })
    .toArray();
  const byId = new Map(found.map(({ _id: id, ...one }) => [id, storedOf(one)]));
  return ids.map((id) => byId.get(id));
}

function storedOf({ wm, body }: Pick<DocRecord, 'wm' | 'body'>): StoredDoc {
  return { body, watermark: JSON.parse(wm) as Watermark };
}

function generationOf({ view, version, build }: Generation): Generation {
  return { view, version, build };
}

/** Every call of a port, with a fault of its own where the server cannot be reached. */
function reachable<Port extends object>(port: Port): Port {
  const calls = Object.entries(port).map(([name, call]) => {
    const work = call as (...args: readonly unknown[]) => Promise<unknown>;
    return [
      name,
      (...args: readonly unknown[]) =>
        reached(
          () => work(...args),
          (message, cause) => new ViewsUnavailable(message, cause),
        ),
    ];
  });
  return Object.fromEntries(calls) as Port;
}
