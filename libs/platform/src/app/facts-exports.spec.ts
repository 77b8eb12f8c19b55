import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec } from '@plumbline/access';
import type { Cell, Column } from '@plumbline/exports';
import { openOtherReaders, rowsOfCsv, timed, type OtherReaders } from '@plumbline/exports/testing';
import { factTable } from '../fact-table.ts';
import { expectedIds } from '../facts.testing.ts';
import { serveFacts, type ServedFacts } from './facts.testing.ts';

const notes = { tenant: 'acme', context: 'notes' };
const told = {
  type: 'object',
  required: ['no', 'ballast'],
  properties: {
    no: { type: 'integer', 'x-data-class': 'measure' },
    ballast: { type: 'string', 'x-data-class': 'category' },
  },
} as const;
const schemas = { 'notes.Told.v1': told, 'memos.Told.v1': told };
const { columns } = factTable(undefined, '');
const flat = factTable(told, '').columns;

let others: OtherReaders;
let served: ServedFacts;
beforeAll(async () => {
  others = await openOtherReaders();
  served = await serveFacts('sqlite', { schemas });
  for (let no = 0; no < 5; no += 1) {
    await served.record({ ...notes, kinds: ['Told', 'Kept', 'Told'] });
    await served.record({ tenant: 'zeta', context: 'notes', kinds: ['Told'] });
    await served.record({ ...notes, context: 'memos', kinds: ['Told'] });
  }
});
afterAll(async () => {
  await served.close();
  others.close();
});

const bytesOf = async (path: string) => (await served.ask(path)).bytes();
const idsOf = (rows: readonly (readonly unknown[])[]) => rows.map(([, id]) => id);
/** The rows of a file in any format, with times as milliseconds. */
async function rowsIn(format: string, bytes: Buffer, of: readonly Column[]) {
  if (format === 'parquet') return (await others.parquet(bytes)).rows;
  if (format === 'csv') return timed(rowsOfCsv(String(bytes), of).rows, of);
  const events = String(bytes).trim().split('\n').slice(0, -1);
  const rows = events.map((line) => {
    const { revision, data, ...event } = JSON.parse(line) as Record<string, never>;
    const cells = { ...event, revision: Number(revision), data: JSON.stringify(data) };
    return of.map(({ name }) => (cells as Readonly<Record<string, Cell>>)[name] ?? null);
  });
  return timed(rows, of);
}

describe('an export of facts', () => {
  it('has the same rows as lines of JSON, as CSV and as Parquet, up to the same position', async () => {
    const until = await served.engine.log.head();
    const all = await Promise.all(
      ['ndjson', 'csv', 'parquet'].map(async (format) => {
        const bytes = await bytesOf(`/facts/notes/export?format=${format}&until=${until}`);
        return rowsIn(format, bytes, columns);
      }),
    );
    expect(idsOf(all[0] ?? [])).toEqual(await expectedIds(served.engine.log, notes));
    expect(all[1]).toEqual(all[0]);
    expect(all[2]).toEqual(all[0]);
  });

  it('of one type has a column for each field', async () => {
    const path = '/facts/notes/export?type=notes.Told.v1&format=';
    const { rows, names, about } = await others.parquet(await bytesOf(`${path}parquet`));
    expect(names.slice(-2)).toEqual(['data_no', 'data_ballast']);
    const csv = rowsOfCsv(String(await bytesOf(`${path}csv`)), flat);
    expect(csv.names).toEqual(names);
    expect(timed(csv.rows, flat)).toEqual(rows);
    expect(rows.map((row) => row.at(-2))).toEqual([1, 1, 4, 4, 7, 7, 10, 10, 13, 13]);
    expect(about).toEqual({ 'plumbline.facts': '10', 'plumbline.position': expect.any(String) });
  });

  it('says where it was taken, and how to get the same again', async () => {
    const answer = await served.ask('/facts/notes/export?format=csv');
    const { headers } = answer;
    const position = String(headers['plumbline-position']);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="facts-notes.csv"',
      'content-location': `/facts/notes/export?format=csv&until=${position}`,
    });
    const bytes = await answer.bytes();
    await served.record({ ...notes, kinds: ['Told'] });
    const again = await served.ask(String(headers['content-location']));
    expect(again.headers['etag']).toBe(headers['etag']);
    expect(await again.bytes()).toEqual(bytes);
    const newer = await served.ask('/facts/notes/export?format=csv');
    expect(newer.headers['etag']).not.toBe(headers['etag']);
    await newer.whole();
  });

  it('that the caller has already is not sent, and is not recorded, nor is a look at it', async () => {
    const path = String((await served.ask('/facts/notes/export')).headers['content-location']);
    const first = await served.ask(path);
    await first.whole();
    const head = await served.engine.log.head();
    const tag = String(first.headers['etag']);
    const same = await served.ask(path, { 'if-none-match': `W/"x", ${tag}` });
    expect([same.status, await same.whole(), same.headers['etag']]).toEqual([304, '', tag]);
    const authorization = `Bearer ${served.analyst}`;
    const { statusCode, headers } = await served.web.app.inject({
      ...{ method: 'HEAD', url: path, headers: { authorization } },
    });
    expect([statusCode, headers['etag']]).toEqual([200, tag]);
    expect(await served.engine.log.head()).toBe(head);
    const other = await served.ask(`${path}&limit=1`, { 'if-none-match': tag });
    expect(other.status).toBe(200);
    await other.whole();
  });

  it.each(['ndjson', 'csv', 'parquet'])(
    'in parts as %s is the whole, with no gap',
    async (format) => {
      const rows: unknown[] = [];
      const sizes: number[] = [];
      let until: unknown;
      let next: string | undefined = `/facts/notes/export?format=${format}&limit=4`;
      while (next !== undefined) {
        const part: Awaited<ReturnType<typeof served.ask>> = await served.ask(next);
        // What is recorded meanwhile is not in any of them.
        await served.record({ ...notes, kinds: ['Told'] });
        until ??= part.headers['plumbline-position'];
        expect(part.headers['plumbline-position']).toBe(until);
        const bytes = await part.bytes();
        expect(Number(part.headers['content-length'])).toBe(bytes.length);
        const taken = await rowsIn(format, bytes, columns);
        sizes.push(taken.length);
        rows.push(...taken);
        next = /^<(.+)>; rel="next"$/.exec(String(part.headers['link']))?.[1];
      }
      const whole = await bytesOf(`/facts/notes/export?format=${format}&until=${String(until)}`);
      expect(rows).toEqual(await rowsIn(format, whole, columns));
      expect(sizes.slice(0, -1).every((size) => size === 4)).toBe(true);
      expect(sizes.at(-1)).toBeGreaterThan(0);
    },
  );

  it('that was cut goes on after its last whole row, without a header', async () => {
    const path = '/facts/notes/export?format=csv';
    const answer = await served.ask(path);
    const whole = await answer.whole();
    const lines = whole
      .slice(0, whole.length * 0.6)
      .split('\n')
      .slice(0, -1);
    const [after] = lines.at(-1)?.split(',') ?? [];
    const pinned = String(answer.headers['content-location']);
    const rest = await bytesOf(`${pinned}&after=${after}&header=absent`);
    expect(`${lines.join('\n')}\n${String(rest)}`).toBe(whole);
  });

  it('says at the end of its lines up to where it is complete', async () => {
    const part = String(await bytesOf('/facts/notes/export?limit=3'))
      .trim()
      .split('\n');
    const [end, last] = part.toReversed().map((line) => JSON.parse(line) as Record<string, string>);
    expect(end).toEqual({ end: true, position: last?.['position'], facts: 3 });
  });

  it('of nothing at all is a file all the same', async () => {
    const until = String(await served.engine.log.head());
    for (const format of ['ndjson', 'csv', 'parquet']) {
      const path = `/facts/notes/export?format=${format}&after=${until}&until=${until}`;
      expect(await rowsIn(format, await bytesOf(path), columns)).toEqual([]);
    }
    const rest = `/facts/notes/export?format=csv&header=absent&after=${until}&until=${until}`;
    expect(String(await bytesOf(rest))).toBe('');
  });
});

describe('who has taken what out', () => {
  const factsAfter = async (after: string) => {
    const { facts } = await served.engine.log.readAll(after as never, { limit: 100 });
    return facts
      .filter(({ type }) => type.startsWith('access.Export'))
      .map((stored) => ({ ...accessCodec.decode(stored).fact }));
  };

  it.each(['', '&limit=100'])('is recorded, with the hash of what it was%s', async (how) => {
    const head = String(await served.engine.log.head());
    const path = `/facts/notes/export?format=parquet&type=notes.Told.v1${how}`;
    const bytes = await bytesOf(path);
    const [requested, produced, ...more] = await factsAfter(head);
    expect(more).toEqual([]);
    expect(requested).toMatchObject({
      ...{ type: 'ExportRequested', by: 'ana', what: 'facts/notes', format: 'parquet' },
      query: `format=parquet&type=notes.Told.v1&until=${head}${how}`,
    });
    expect(produced).toMatchObject({
      ...{ type: 'ExportProduced', position: head, bytes: bytes.length },
      hash: createHash('sha256').update(bytes).digest('hex'),
      rows: (await others.parquet(bytes)).rows.length,
    });
  });

  it('is recorded as asked for only, when it was cut', async () => {
    const chars = 32 * 1024;
    const kinds = Array.from({ length: 16 }, () => 'Told' as const);
    for (let no = 0; no < 64; no += 1)
      await served.record({ ...notes, context: 'memos', kinds, chars });
    const head = String(await served.engine.log.head());
    const answer = await served.ask('/facts/memos/export?format=csv');
    await answer.until('note-acme');
    answer.cut();
    await answer.ended;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await factsAfter(head)).toMatchObject([{ type: 'ExportRequested' }]);
  });

  it('keeps an export back that cannot be recorded', async () => {
    const { log } = served.engine;
    const append = log.append.bind(log);
    log.append = () => Promise.reject(new Error('The disk is full.'));
    const answer = await served.ask('/facts/notes/export?format=csv');
    log.append = append;
    expect([answer.status, (await answer.whole()).includes('note-acme')]).toEqual([500, false]);
  });
});

describe('an export that cannot be', () => {
  it('is refused by a problem that says what is wrong', async () => {
    const cases: readonly (readonly [string, string])[] = [
      ['format=xlsx', '?format'],
      ['header=absent', '?header'],
      ['format=parquet&header=present', '?header'],
      ['limit=0', '?limit'],
      ['limit=100001', '?limit'],
      ['type=Told', '?type'],
      ['type=memos.Told.v1', '?type'],
      ['type=notes.Kept.v1', '?type'],
    ];
    for (const [query, field] of cases) {
      const answer = await served.ask(`/facts/notes/export?${query}`);
      const problem = JSON.parse(await answer.whole()) as { errors: { field: string }[] };
      expect([query, answer.status, problem.errors[0]?.field]).toEqual([query, 400, field]);
    }
    expect((await served.ask('/facts/notes/export?limit=100000')).status).toBe(200);
  });
});
