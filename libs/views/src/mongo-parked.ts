import type { StoredFact } from '@plumbline/event-log';
import { durable, idSeparator, isDuplicate, onlyDuplicates } from '@plumbline/mongo';
import type { ParkedFactRecord, ParkedRecord, ViewCollections } from './mongo-collections.ts';
import type { NewlyParked, Parked } from './view-store.ts';

/**
 * Puts facts behind those that are parked under the same id. Again does no harm: a fact is there
 * once, by its position. The facts come first, so that an entry is never shown without them.
 */
export async function parkInMongo(
  { parked, parkedFacts }: ViewCollections,
  more: NewlyParked,
  fence: number,
): Promise<void> {
  const { id, view, tenant, key, reason, at, attempts, facts } = more;
  const records = facts.map((fact) => factRecord(id, fact, fence));
  if (records.length > 0) {
    await parkedFacts.insertMany(records, { ordered: false, ...durable }).catch((cause) => {
      if (!onlyDuplicates(cause)) throw cause;
    });
  }
  // A reason that comes with an attempt is news; the others only say that something lies before.
  const news = attempts > 0 ? { reason, attempts } : {};
  const first = { view, tenant, key, at, ...(attempts > 0 ? {} : { reason, attempts }) };
  const change = { $set: { ...news, fence }, $setOnInsert: first };
  const upsert = () => parked.updateOne({ _id: id }, change, { upsert: true, ...durable });
  // Two that make an entry at once: the second one finds it when it tries again.
  await upsert().catch((cause) => (isDuplicate(cause) ? upsert() : Promise.reject(cause)));
}

/**
 * Takes an entry away with its facts, but for what a later writer has added to it. The facts go
 * first: were they left behind by a crash, they would join the next entry of the same id.
 */
export async function settleInMongo(
  { parked, parkedFacts }: ViewCollections,
  id: string,
  fence: number,
): Promise<void> {
  await parkedFacts.deleteMany({ parked: id, fence: { $lte: fence } }, durable);
  await parked.deleteOne({ _id: id, fence: { $lte: fence } }, durable);
}

export async function parkedInMongo(
  { parked, parkedFacts }: ViewCollections,
  { view, id }: { readonly view?: string; readonly id?: string },
): Promise<readonly Parked[]> {
  const filter = {
    ...(view === undefined ? {} : { view }),
    ...(id === undefined ? {} : { _id: id }),
  };
  const entries = await parked.find(filter).sort({ at: 1, _id: 1 }).toArray();
  const behind = new Map(entries.map(({ _id: of }) => [of, [] as ParkedFactRecord[]]));
  const facts = parkedFacts.find({ parked: { $in: [...behind.keys()] } });
  for await (const fact of facts.sort({ parked: 1, position: 1 })) {
    behind.get(fact.parked)?.push(fact);
  }
  return entries.map((entry) => parkedOf(entry, behind));
}

function factRecord(parked: string, fact: StoredFact, fence: number): ParkedFactRecord {
  const sealed = fact.sealed === undefined ? null : Buffer.from(fact.sealed).toString('base64');
  const text = JSON.stringify({ ...fact, sealed });
  const { position } = fact;
  return { _id: `${parked}${idSeparator}${position}`, parked, position, fact: text, fence };
}

function factOf({ fact }: ParkedFactRecord): StoredFact {
  const { sealed, ...stored } = JSON.parse(fact) as StoredFact & { sealed: string | null };
  return sealed === null ? stored : { ...stored, sealed: Buffer.from(sealed, 'base64') };
}

function parkedOf(
  entry: ParkedRecord,
  behind: ReadonlyMap<string, readonly ParkedFactRecord[]>,
): Parked {
  const { _id: id, view, tenant, key, reason, at, attempts } = entry;
  return { id, view, tenant, key, reason, at, attempts, facts: (behind.get(id) ?? []).map(factOf) };
}
