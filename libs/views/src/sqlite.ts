import type { Position } from '@plumbline/kernel';
import type { StoredFact } from '@plumbline/event-log';
import { openSqliteFile, openSqliteReader, type SqliteFile } from '@plumbline/sqlite';
import { checkPage, isNew } from './compare.ts';
import { checkLimit, cut, endOf } from './paging.ts';
import type { FoundBy } from './reader.ts';
import { nextTick } from './running.ts';
import { createViewStatements, viewFormat, type ViewStatements } from './sqlite-schema.ts';
import { nameOf, watermarkText } from './view-store.ts';
import type { AppliedPage, ChangedDoc, DocKey, Generation } from './view-store.ts';
import type { NewlyParked, Parked } from './view-store.ts';
import type { ReadableViews, ScannedDoc, StoredDoc, ViewStore, Watermark } from './view-store.ts';

interface GenerationRow {
  readonly no: number;
  readonly view: string;
  readonly version: number;
  readonly build: number;
  readonly fence: number;
  readonly checkpoint: Position | null;
}

/** What is overwritten as it is deleted takes its time; others of the thread have their turn. */
const droppedAtOnce = 1_000;

/** Views in an SQLite file of their own: documents, parked facts and checkpoint in one commit. */
export function openSqliteViewStore({ path }: { readonly path: string }): ViewStore {
  const db = openSqliteFile(path, viewFormat);
  // A view can always be folded again from the log, and its checkpoint goes back with it: the
  // newest commits may be lost in a power cut, so they need not be synced one by one.
  db.exec('PRAGMA synchronous = NORMAL');
  const sql = createViewStatements(db);

  // As they are in the file, unless somebody else writes it: asked for several times a page.
  const known = new Map<string, GenerationRow>();
  let knownOf = 0;
  const find = (generation: Generation): GenerationRow | undefined => {
    const row = known.get(nameOf(generation)) ?? rowOf(sql, generation);
    if (row !== undefined) known.set(nameOf(generation), row);
    return row;
  };
  const forgetOthers = (): void => {
    const { data_version: version } = sql.others.get() as { readonly data_version: number };
    if (version !== knownOf) known.clear();
    knownOf = version;
  };
  const numberOf = (generation: Generation): number => find(generation)?.no ?? -1;

  const applyAll = (pages: readonly AppliedPage[]): void => {
    forgetOthers();
    const reached = new Map<number, Position | null>();
    for (const page of pages) {
      const { claim, checkpoint } = page;
      const row = find(claim.generation);
      applyPage(sql, page, row);
      known.set(nameOf(claim.generation), { ...(row as GenerationRow), checkpoint });
      reached.set(numberOf(claim.generation), checkpoint);
    }
    // Mostly one place for all of them: who has nothing of a page goes on with it too.
    for (const checkpoint of new Set(reached.values())) {
      const there = [...reached].filter(([, at]) => at === checkpoint).map(([no]) => no);
      sql.saveCheckpoints.run(checkpoint, JSON.stringify(there));
    }
  };

  return {
    claim: async (generation) => {
      const { view, version, build } = generation;
      sql.claim.run(view, version, build);
      known.clear();
      const { fence, checkpoint } = find(generation) as GenerationRow;
      return { generation, fence, checkpoint };
    },
    load: async (generation, keys) => {
      const no = numberOf(generation);
      return keys.map(({ tenant, key }) => {
        const row = sql.load.get(no, tenant, key) as { body: string; wm: string } | undefined;
        if (row === undefined) return undefined;
        return { body: row.body, watermark: JSON.parse(row.wm) as Watermark } as StoredDoc;
      });
    },
    apply: async (pages) => {
      try {
        inTransaction(db, sql, () => applyAll(pages));
      } catch (cause) {
        known.clear();
        throw cause;
      }
    },
    ...readingOf(sql),
    scan: async (generation, after, limit) => {
      const { tenant, key } = after ?? { tenant: '', key: '' };
      return sql.scan.all(numberOf(generation), tenant, key, limit) as unknown as ScannedDoc[];
    },
    count: async (generation) =>
      (sql.count.get(numberOf(generation)) as { readonly docs: number }).docs,
    generations: async (view) => (sql.generations.all(view) as GenerationRow[]).map(generationOf),
    promote: async (generation) => {
      sql.promote.run(generation.view, numberOf(generation));
    },
    drop: async (generation) => {
      const no = numberOf(generation);
      if (no < 0) return;
      // Its writers are shut out first, and its row goes last: what is left by a crash is of a
      // generation that is still there to be dropped, and of no other one.
      sql.claim.run(generation.view, generation.version, generation.build);
      known.clear();
      for (const some of sql.dropSome) {
        while (some.run(no, droppedAtOnce).changes > 0) await nextTick();
      }
      sql.drop.run(no);
      known.clear();
    },
    parked: async ({ view, id } = {}) =>
      (sql.parked.all(view ?? null, id ?? null) as unknown as ParkedRow[]).map((row) =>
        parkedOf(row, sql),
      ),
    close: async () => {
      db.pragma('wal_checkpoint(TRUNCATE)');
      db.close();
    },
  };
}

/** Reads the documents that a projector in another thread writes into the same file. */
export function openSqliteViewReader({
  path,
}: {
  readonly path: string;
}): ReadableViews & { close(): void } {
  const db = openSqliteReader(path, viewFormat);
  return { ...readingOf(createViewStatements(db)), close: () => db.close() };
}

function readingOf(sql: ViewStatements): ReadableViews {
  return {
    checkpoint: async (generation) => rowOf(sql, generation)?.checkpoint,
    live: async (view) => {
      const row = sql.live.get(view) as GenerationRow | undefined;
      return row === undefined ? undefined : generationOf(row);
    },
    get: async ({ view, version, build }, tenant, key) =>
      (sql.get.get(view, version, build, tenant, key) as { body: string } | undefined)?.body,
    find: async (generation, tenant, by, { after = '', limit }) => {
      checkLimit(limit);
      const { view, version, build } = generation;
      const rows = rowsBy(sql, [view, version, build, tenant], by, after, limit + 1);
      return cut(rows as { key: string; doc: string }[], limit);
    },
  };
}

type OfTenant = readonly [view: string, version: number, build: number, tenant: string];

function rowsBy(sql: ViewStatements, of: OfTenant, by: FoundBy, after: string, limit: number) {
  if (by === 'all') return sql.findAll.all(...of, after, limit);
  if ('index' in by) return sql.findBy.all(...of, by.index, by.value, after, limit);
  const { prefix } = by;
  const from = after > prefix ? after : prefix;
  return sql.findPrefixed.all(...of, from, after, endOf(prefix), limit);
}

function rowOf(sql: ViewStatements, generation: Generation): GenerationRow | undefined {
  const { view, version, build } = generation;
  return sql.generation.get(view, version, build) as GenerationRow | undefined;
}

function applyPage(sql: ViewStatements, page: AppliedPage, row: GenerationRow | undefined): void {
  checkPage(page, row);
  const { no } = row as GenerationRow;
  const { docs, park = [], settle = [] } = page;
  addDocs(sql, no, docs.filter(isAdded));
  for (const doc of docs) if (!isAdded(doc)) writeDoc(sql, no, doc);
  sql.index.flush();
  for (const id of settle) {
    sql.unparkFacts.run(id);
    sql.unpark.run(id);
  }
  for (const more of park) parkMore(sql, more);
}

function isAdded({ body, loaded }: ChangedDoc): boolean {
  return body !== null && loaded === undefined;
}

/** Documents that were not there, together; some are when their page comes again. */
function addDocs(sql: ViewStatements, no: number, docs: readonly ChangedDoc[]): void {
  for (const { tenant, key, body, watermark } of docs) {
    sql.add.add(no, tenant, key, watermarkText(watermark), body);
  }
  if (sql.add.flush() < docs.length) for (const doc of docs) isNew(doc, storedMark(sql, no, doc));
  for (const doc of docs) addIndex(sql, no, doc);
}

function writeDoc(sql: ViewStatements, no: number, doc: ChangedDoc): void {
  const { tenant, key, body, reindex } = doc;
  if (!writeBody(sql, no, doc) || !reindex) return;
  sql.unindex.run(no, tenant, key);
  if (body !== null) addIndex(sql, no, doc);
}

function addIndex(sql: ViewStatements, no: number, { tenant, key, index }: ChangedDoc): void {
  for (const [name, values] of Object.entries(index)) {
    for (const value of typeof values === 'string' ? [values] : values) {
      sql.index.add(no, tenant, name, value, key);
    }
  }
}

/** False when the document has been written already. */
function writeBody(sql: ViewStatements, no: number, doc: ChangedDoc): boolean {
  const { tenant, key, body, watermark, loaded } = doc;
  const before = loaded === undefined ? null : watermarkText(loaded);
  const done =
    body === null
      ? sql.remove.run(no, tenant, key, before)
      : sql.save.run(watermarkText(watermark), body, no, tenant, key, before);
  return done.changes > 0 || isNew(doc, storedMark(sql, no, doc));
}

function storedMark(sql: ViewStatements, no: number, { tenant, key }: DocKey) {
  const row = sql.load.get(no, tenant, key) as { wm: string } | undefined;
  return row === undefined ? undefined : (JSON.parse(row.wm) as Watermark);
}

function parkMore(sql: ViewStatements, more: NewlyParked): void {
  const { id, view, tenant, key, reason, at, attempts, facts } = more;
  sql.park.run(id, view, tenant, key, reason, at, attempts);
  for (const fact of facts) {
    const sealed = fact.sealed === undefined ? null : Buffer.from(fact.sealed).toString('base64');
    const { bodyHash, ...own } = { ...fact, bodyHash: fact.bodyHash, sealed };
    sql.parkFact.run(id, fact.position, JSON.stringify({ ...own, bodyHash }));
  }
}

type ParkedRow = Omit<Parked, 'facts'>;

function parkedOf(row: ParkedRow, sql: ViewStatements): Parked {
  const { id, view, tenant, key, reason, at, attempts } = row;
  const facts = (sql.parkedFacts.all(id) as { fact: string }[]).map(({ fact }) => {
    const { sealed, ...stored } = JSON.parse(fact) as StoredFact & { sealed: string | null };
    return sealed === null ? stored : { ...stored, sealed: Buffer.from(sealed, 'base64') };
  });
  return { id, view, tenant, key, reason, at, attempts, facts: facts as StoredFact[] };
}

function generationOf({ view, version, build }: GenerationRow): Generation {
  return { view, version, build };
}

function inTransaction(db: SqliteFile, sql: ViewStatements, work: () => void): void {
  sql.begin.run();
  try {
    work();
    sql.commit.run();
  } catch (cause) {
    if (db.inTransaction) sql.rollback.run();
    sql.add.drop();
    sql.index.drop();
    throw cause;
  }
}
