// The log and the views beside the raw engine, in one process and one run.
import { join } from 'node:path';
import Database from 'libsql';
import { clock, fill, folder, median, percentile, root } from './ground.mjs';

const lib = (path) => import(join(root, path));
const { openSqliteLog } = await lib('libs/event-log/dist/sqlite.js');
const { openSqliteViewStore } = await lib('libs/views/dist/sqlite.js');
const { createProjector, createViews } = await lib('libs/views/dist/index.js');
const { goalsParts } = await lib('services/goals/dist/goals.parts.js');
const { goalSheet } = await lib('services/goals/dist/views/goal-sheet.js');

const body = JSON.stringify({ data: 'x'.repeat(575) });
const rows = 256 * 60;
const fingerprint = 'f'.repeat(64);

/** Rows of the same size with the columns that name a fact, one statement a row, 256 a commit. */
function rawAppend() {
  const db = new Database(join(folder('raw'), 'raw.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL');
  db.exec(`CREATE TABLE facts (position INTEGER PRIMARY KEY, stream TEXT, revision INTEGER,
    id TEXT, type TEXT, recorded_at INTEGER, body TEXT)`);
  const insert = db.prepare('INSERT INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)');
  const started = performance.now();
  for (let row = 0; row < rows;) {
    db.exec('BEGIN IMMEDIATE');
    for (let one = 0; one < 256; one += 1, row += 1) {
      insert.run(row, `goals.goal-acme.${row >> 2}`, row & 3, `id-${row}`, 'goals.A.v1', 1, body);
    }
    db.exec('COMMIT');
  }
  const rate = rows / ((performance.now() - started) / 1_000);
  db.close();
  return rate;
}

async function ourAppend() {
  const log = openSqliteLog({ path: join(folder('log'), 'log.db'), clock });
  let next = 0;
  const writer = async (no) => {
    for (let stream = 0; next < rows; stream += 1) {
      for (let revision = -1; revision < 3 && next < rows; revision += 1) {
        const id = `command-${(next += 1)}`;
        // Spelled out: putting it together from parts would cost a third of the append.
        await log.append({
          tenant: 'acme',
          stream: `goals.goal-acme.${no}-${stream}`,
          expected: revision < 0 ? 'none' : revision,
          commandId: id,
          fingerprint,
          facts: [{ id, type: 'goals.A.v1', body }],
        });
      }
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: 256 }, (_, no) => writer(no)));
  const rate = rows / ((performance.now() - started) / 1_000);
  await log.close();
  return rate;
}

/**
 * Append beside the raw engine: rounds of both, one after the other, and the median ratio. One
 * round of each goes before, in which Node compiles what it will run.
 */
export async function append(rounds = 5) {
  const raw = [];
  const ours = [];
  rawAppend();
  await ourAppend();
  for (let round = 0; round < rounds; round += 1) {
    raw.push(rawAppend());
    ours.push(await ourAppend());
  }
  const ratios = ours.map((rate, round) => rate / raw[round]);
  return { rawPerSecond: median(raw), perSecond: median(ours), ratio: median(ratios) };
}

/** One client, one append at a time, beside one row and its sync at a time; milliseconds, p50. */
export async function oneAtATime(count = 300) {
  const db = new Database(join(folder('sync'), 'sync.db'));
  db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; CREATE TABLE t (b TEXT)');
  const insert = db.prepare('INSERT INTO t VALUES (?)');
  const raw = timesOf(count, () => insert.run(body));
  db.close();
  const log = openSqliteLog({ path: join(folder('one'), 'log.db'), clock });
  const ours = [];
  for (let one = 0; one < count; one += 1) {
    const started = performance.now();
    const id = `command-${one}`;
    await log.append({
      ...{ tenant: 'acme', stream: `goals.goal-acme.${one}`, expected: 'none', commandId: id },
      ...{ fingerprint: 'f', facts: [{ id, type: 'goals.A.v1', body }] },
    });
    ours.push(performance.now() - started);
  }
  await log.close();
  return { syncMs: median(raw), appendMs: median(ours), overSyncMs: median(ours) - median(raw) };
}

function timesOf(count, work) {
  return Array.from({ length: count }, () => {
    const started = performance.now();
    work();
    return performance.now() - started;
  });
}

/**
 * A log of so many facts, rebuilt a view at a time beside a scan with JSON.parse; facts a second.
 */
export async function rebuild(facts, path = folder('rebuild')) {
  const log = openSqliteLog({ path: join(path, 'log.sqlite'), clock });
  const filling = performance.now();
  await fill(log, facts);
  const fillPerSecond = facts / ((performance.now() - filling) / 1_000);
  const store = openSqliteViewStore({ path: join(path, 'views.sqlite') });
  const projector = createProjector({ log, store, clock, views: goalsParts.views });
  const catching = performance.now();
  await projector.catchUp();
  const catchUpPerSecond = facts / ((performance.now() - catching) / 1_000);
  const scanPerSecond = await scan(log, facts);
  const views = {};
  for (const { view } of goalsParts.views) {
    const started = performance.now();
    await projector.rebuild(view.name);
    const perSecond = facts / ((performance.now() - started) / 1_000);
    views[view.name] = { perSecond, ratio: perSecond / scanPerSecond };
  }
  const lists = await listTimes(createViews({ log, store, views: goalsParts.views }));
  await store.close();
  await log.close();
  return { facts, fillPerSecond, catchUpPerSecond, scanPerSecond, views, ...lists };
}

/** Reads and parses all facts, or those of a context. */
export async function scanned(log, context = {}) {
  const started = performance.now();
  let facts = 0;
  for (let after = null; ;) {
    const page = await log.readAll(after, { limit: 500, ...context });
    for (const fact of page.facts) if (JSON.parse(fact.body).id !== '') facts += 1;
    after = page.next;
    if (page.atHead) break;
  }
  const seconds = (performance.now() - started) / 1_000;
  return { facts, seconds, perSecond: facts / seconds };
}

async function scan(log, facts) {
  const { facts: seen, perSecond } = await scanned(log);
  if (seen !== facts) throw new Error(`${seen} of ${facts} facts were scanned.`);
  return perSecond;
}

/** A page of goals of a period, and of one owner, from the stored view; milliseconds, p50. */
async function listTimes(views) {
  const timed = async (by) => {
    const times = [];
    for (let round = 0; round < 30; round += 1) {
      const started = performance.now();
      const reader = await views.of(goalSheet, 'acme', {});
      await reader.find(by, { limit: 50 });
      times.push(performance.now() - started);
    }
    return median(times);
  };
  return {
    periodPageMs: await timed({ index: 'period', value: '2026-Q4' }),
    ownerPageMs: await timed({ index: 'owner', value: 'person:p7' }),
  };
}

/**
 * Folds one stream of 200 facts, as of points along it; milliseconds. A hundred rounds go
 * before, in which Node compiles what it will run.
 */
export async function foldStream(facts = 200, rounds = 300, before = 100) {
  const log = openSqliteLog({ path: join(folder('fold'), 'log.db'), clock });
  await fill(log, facts, { goals: 1 });
  const goalId = `00000000-0000-4000-8000-${'0'.repeat(12)}`;
  const stream = `goals.goal-acme.${goalId}`;
  const positions = (await log.read(stream)).map((fact) => fact.position);
  const views = createViews({ log, store: {}, views: goalsParts.views });
  const times = [];
  for (let round = 0; round < before + rounds; round += 1) {
    const asOf = positions[(round * 37) % positions.length];
    const started = performance.now();
    await views.fold(goalSheet, goalId, [stream], { asOf });
    if (round >= before) times.push(performance.now() - started);
  }
  await log.close();
  return { facts, p50Ms: median(times), p99Ms: percentile(times, 0.99) };
}
