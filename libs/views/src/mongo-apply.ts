import { durable, onlyDuplicates } from '@plumbline/mongo';
import type { Clock, Position } from '@plumbline/kernel';
import { checkPage, fenced, isNew } from './compare.ts';
import { docId, entriesOf } from './mongo-collections.ts';
import type { DocRecord, ViewCollections } from './mongo-collections.ts';
import { parkInMongo, settleInMongo } from './mongo-parked.ts';
import { nameOf, watermarkText } from './view-store.ts';
import type { AppliedPage, ChangedDoc, Generation, Watermark } from './view-store.ts';

export interface ApplyGround {
  readonly collections: ViewCollections;
  readonly clock: Clock;
  /** Named points at which tests let the process die, or another one come in between. */
  readonly crashPoint: (name: string) => void | Promise<void>;
}

/**
 * Writes pages without a transaction. Each write is a single document, and the order makes a crash
 * after any of them harmless: documents, then what is parked and settled, and the checkpoints last.
 * A page is then read again; what has its watermark already is passed over. What all pages have is
 * asked and written in one message: most of the views of a service see nothing in most pages.
 */
export async function applyToMongo(
  ground: ApplyGround,
  pages: readonly AppliedPage[],
): Promise<void> {
  if (pages.length === 0) return;
  // A page that is refused must not be half written, so all of them are looked at first.
  const written = await recordsOf(ground.collections, pages);
  for (const page of pages) checkPage(page, written.get(nameOf(page.claim.generation)));
  for (const page of pages) await writePage(ground, page);
  await moveCheckpoints(ground.collections, pages);
}

async function writePage(ground: ApplyGround, page: AppliedPage): Promise<void> {
  const { collections, crashPoint } = ground;
  const { claim, park = [], settle = [] } = page;
  await crashPoint('mongo:before-documents');
  await writeDocs(ground, page);
  await crashPoint('mongo:after-documents');
  for (const more of park) await parkInMongo(collections, more, claim.fence);
  for (const id of settle) await settleInMongo(collections, id, claim.fence);
  await crashPoint('mongo:before-checkpoint');
}

/** Moves those that are still this writer's; one that is not ends it, after the others. */
async function moveCheckpoints(
  collections: ViewCollections,
  pages: readonly AppliedPage[],
): Promise<void> {
  const moves = pages.map(({ claim: { generation, fence }, checkpoint }) => ({
    updateOne: { filter: { _id: nameOf(generation), fence }, update: { $set: { checkpoint } } },
  }));
  const { matchedCount } = await collections.generations.bulkWrite(moves, durable);
  if (matchedCount === pages.length) return;
  const written = await recordsOf(collections, pages);
  for (const { claim } of pages) {
    if (written.get(nameOf(claim.generation))?.fence !== claim.fence)
      throw fenced(claim.generation);
  }
}

async function recordsOf({ generations }: ViewCollections, pages: readonly AppliedPage[]) {
  const names = pages.map(({ claim }) => nameOf(claim.generation));
  const found = await generations.find({ _id: { $in: names } }).toArray();
  return new Map(found.map(({ _id: name, ...record }) => [name, record]));
}

export function recordOf({ generations }: ViewCollections, generation: Generation) {
  return generations.findOne({ _id: nameOf(generation) }).then((found) => found ?? undefined);
}

/**
 * Compares and swaps every document of a page, in one message and in any order. Which ones did not
 * match is not told, so that all are looked at when some did not: they were written already, or
 * the page is stale.
 */
async function writeDocs({ collections, clock }: ApplyGround, page: AppliedPage): Promise<void> {
  const { claim, docs } = page;
  if (docs.length === 0) return;
  const collection = collections.docs(claim.generation);
  const operations = docs.map((doc) => operationOf(doc, claim.fence, clock.now()));
  try {
    const done = await collection.bulkWrite(operations, { ordered: false });
    if (done.insertedCount + done.matchedCount === docs.length) return;
  } catch (cause) {
    if (!onlyDuplicates(cause)) throw cause;
  }
  const ids = docs.map(({ tenant, key }) => docId(tenant, key));
  const found = await collection
    .find({ _id: { $in: ids } }, { projection: { wm: 1, fence: 1 } })
    .toArray();
  const stored = new Map(found.map(({ _id: id, wm }) => [id, wm]));
  const isOvertaken = found.some(({ fence }) => fence > claim.fence);
  const fence = (await recordOf(collections, claim.generation))?.fence;
  if (isOvertaken || fence !== claim.fence) throw fenced(claim.generation);
  for (const [index, doc] of docs.entries()) {
    const wm = stored.get(ids[index] ?? '');
    isNew(doc, wm === undefined ? undefined : (JSON.parse(wm) as Watermark));
  }
}

function operationOf(doc: ChangedDoc, fence: number, now: number) {
  const { tenant, key, loaded } = doc;
  const record = docRecord(doc, fence, now);
  if (loaded === undefined) return { insertOne: { document: record } };
  // Equal, never less: a writer with an old copy would otherwise undo what came after it.
  const filter = { _id: docId(tenant, key), wm: watermarkText(loaded), fence: { $lte: fence } };
  return { replaceOne: { filter, replacement: record } };
}

function docRecord(doc: ChangedDoc, fence: number, now: number): DocRecord {
  const { tenant, key, body, index, watermark } = doc;
  const place = { _id: docId(tenant, key), tenant, key, wm: watermarkText(watermark), fence };
  return body === null
    ? { ...place, body, at: [], died: now, until: furthest(watermark) }
    : { ...place, body, at: entriesOf(index) };
}

function furthest(watermark: Watermark): Position {
  return Object.values(watermark).reduce((one, other) => (one > other ? one : other));
}
