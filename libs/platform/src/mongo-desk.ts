import { joined, type Desk, type ParkedFacts, type Places } from '@plumbline/feed';
import { Fault, type Position } from '@plumbline/kernel';
import { collectionOf, durable, idSeparator, isDuplicate, reached } from '@plumbline/mongo';
import type { Collection, Connection } from '@plumbline/mongo';

interface EntryRecord {
  readonly _id: string;
  readonly group: string;
  readonly key: string;
  /** Rises with every change; what is written back must be over what was read. */
  readonly revision: number;
  /** The entry as JSON: no key of a fact can then be one that the server gives a meaning. */
  readonly entry: string;
}

interface PlaceRecord {
  readonly _id: string;
  readonly position: Position;
}

/** Parked facts and places cannot be read or written now; nothing is passed over meanwhile. */
export class DeskUnavailable extends Fault {
  readonly code = 'platform/desk-unavailable';
  readonly retriable = true;
}

/** So often an entry is joined anew because another process has changed it in between. */
const joinTriesMax = 20;

/**
 * A desk in MongoDB, with the places of its groups. An entry is kept by most of the servers before
 * the place of its group moves on, so that a policy's facts are never skipped by a crash. Processes
 * that park under the same key at once both find their facts on it. The connection is the caller's.
 *
 * An entry is one document, and the server's limit of 16 MiB bounds what can wait behind a key
 * (some ten thousand facts): beyond it parking fails, and the policy stops where it is.
 */
export function openMongoDesk({ connection }: { readonly connection: Connection }): Desk & Places {
  const entries = collectionOf<EntryRecord>(connection, 'desk_parked');
  const places = collectionOf<PlaceRecord>(connection, 'desk_places');
  const ask = <Result>(work: () => Promise<Result>) =>
    reached(work, (message, cause) => new DeskUnavailable(message, cause));
  return {
    list: (group) =>
      ask(async () => {
        const found = await entries.find({ group }).sort({ _id: 1 }).toArray();
        return found.map(({ entry }) => JSON.parse(entry) as ParkedFacts);
      }),
    park: (entry) => ask(() => park(entries, entry)),
    settle: (group, key) =>
      ask(async () => {
        await entries.deleteOne({ _id: idOf(group, key) }, durable);
      }),
    place: (reader) => ask(async () => (await places.findOne({ _id: reader }))?.position ?? null),
    savePlace: (reader, position) =>
      ask(async () => {
        const change = { $set: { position } };
        const save = () => places.updateOne({ _id: reader }, change, { upsert: true, ...durable });
        await save().catch((cause) => (isDuplicate(cause) ? save() : Promise.reject(cause)));
      }),
  };
}

const idOf = (group: string, key: string): string => `${group}${idSeparator}${key}`;

async function park(entries: Collection<EntryRecord>, entry: ParkedFacts): Promise<void> {
  const { group, key } = entry;
  for (let tried = 0; tried < joinTriesMax; tried += 1) {
    const before = await entries.findOne({ _id: idOf(group, key) });
    if (await isWritten(entries, before, entry)) return;
  }
  throw new DeskUnavailable(`Others go on changing what is parked under ${key}; try again.`);
}

/** False when another process has made, changed or settled the entry since it was read. */
async function isWritten(
  entries: Collection<EntryRecord>,
  before: EntryRecord | null,
  more: ParkedFacts,
): Promise<boolean> {
  const { group, key } = more;
  const id = idOf(group, key);
  if (before === null) {
    const record = { _id: id, group, key, revision: 1, entry: JSON.stringify(more) };
    return entries.insertOne(record, durable).then(
      () => true,
      (cause) => (isDuplicate(cause) ? false : Promise.reject(cause)),
    );
  }
  const { revision } = before;
  const entry = JSON.stringify(joined(JSON.parse(before.entry) as ParkedFacts, more));
  const next = { group, key, revision: revision + 1, entry };
  const done = await entries.replaceOne({ _id: id, revision }, next, durable);
  return done.matchedCount === 1;
}
