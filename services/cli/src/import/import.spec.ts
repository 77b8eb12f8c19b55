import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { gate } from '@plumbline/kernel/testing';
import { createClient, type Client } from '../client.ts';
import { batchBytesMax, batchLinesMax, sendAttemptsMax } from './bulk.ts';
import { importFile, type ImportHooks, type ImportSummary } from './import.ts';
import { addsUp } from './report.ts';

const mapping = {
  plumbline: 'mapping@1',
  produces: 'goals',
  spoilt: ['#N/A'],
  skip: [{ field: 'state', is: ['Deleted'], why: 'deleted at the source' }],
  ignore: ['state'],
  key: { from: 'id' },
  record: {
    goal: {
      reference: { from: 'id' },
      owner: 'unit:sales',
      title: { from: 'name' },
      cadenceDays: { from: 'every', as: 'number' },
      period: { name: '2026', start: '2026-01-01', end: '2026-12-31' },
    },
  },
};

/** A server that keeps lines by key, refuses titles of "bad", and fails when it is told to. */
class TinyServer {
  readonly kept = new Map<string, unknown>();
  requests = 0;
  /** Answers this many lines of the next request; once they are taken, the connection breaks. */
  breakAfter: number | undefined;
  readonly taken = gate();
  status = 200;
  private readonly server: Server = createServer((request, response) => {
    void this.answer(request, response);
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.requests += 1;
    let text = '';
    for await (const chunk of request) text += String(chunk);
    if (this.status !== 200) {
      response.writeHead(this.status, { 'content-type': 'application/problem+json' });
      response.end(JSON.stringify({ code: 'permission/goal-import', detail: 'Not you.' }));
      return;
    }
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    const lines = text.trimEnd().split('\n');
    for (const [at, line] of lines.entries()) {
      if (at === this.breakAfter) {
        this.breakAfter = undefined;
        await this.taken.passed;
        response.destroy();
        return;
      }
      const dryRun = request.url?.endsWith('?dryRun=true') === true;
      response.write(`${JSON.stringify({ line: at + 1, ...this.take(line, dryRun) })}\n`);
    }
    response.end(`${JSON.stringify({ end: true, complete: true, lines: lines.length })}\n`);
  }

  private take(text: string, dryRun: boolean): object {
    const line = JSON.parse(text) as { key: string; goal: { title: string } };
    if (line.goal.title === 'bad') {
      const errors = [{ field: '/goal/title', rule: 'x', remedy: 'Give a better one.' }];
      const problem = { code: 'request/invalid-body', detail: 'Not valid.', errors };
      return { key: line.key, status: 'refused', problem };
    }
    if (this.kept.has(line.key)) return { key: line.key, status: 'unchanged' };
    if (!dryRun) this.kept.set(line.key, line);
    return { key: line.key, status: 'recorded' };
  }
}

describe('an import', () => {
  let server: TinyServer;
  let url: string;
  let folder: string;
  let said: string[];

  beforeEach(async () => {
    server = new TinyServer();
    url = await server.start();
    folder = mkdtempSync(join(tmpdir(), 'plumbline-import-'));
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
    said = [];
  });

  afterEach(() => server.stop());

  function importing(
    content: string | Buffer,
    more: {
      dryRun?: boolean;
      client?: Client;
      name?: string;
      onProgress?: ImportHooks['onProgress'];
    } = {},
  ): Promise<ImportSummary> {
    const file = join(folder, more.name ?? 'goals.json');
    writeFileSync(file, content);
    return importFile(
      more.client ?? createClient({ url }),
      {
        what: 'goals',
        file,
        mapping: join(folder, 'mapping.json'),
        report: join(folder, 'report.ndjson'),
        dryRun: more.dryRun ?? false,
      },
      {
        onProgress: more.onProgress ?? (() => undefined),
        say: (line) => said.push(line),
        wait: () => Promise.resolve(),
      },
    );
  }

  function report(): Record<string, unknown>[] {
    const text = readFileSync(join(folder, 'report.ndjson'), 'utf8');
    return text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  const entries = () =>
    report().map(({ kind, line, field, code }) => [kind, line, field, code ?? null]);

  it('takes what is good, names what it refuses, and its counts add up', async () => {
    const summary = await importing(
      [
        '[{"id": "a", "name": "A", "every": "#N/A", "colour": "red"},',
        '{"id": "b", "name": "bad"},',
        '{"id": "c", "name": ""},',
        '{"id": "d", "name": "D", "every": "often"},',
        '{"id": "e" "name": "E"},',
        '{"id": "a", "name": "A", "every": "#N/A", "colour": "red"},',
        '{"id": "a", "name": "Another"},',
        '{"id": "f", "name": "F", "state": "Deleted"},',
        '{"name": ""}]',
      ].join('\n'),
    );
    expect(summary).toMatchObject({
      read: 9,
      recorded: 1,
      unchanged: 0,
      refused: 6,
      duplicate: 1,
      skipped: 1,
      fieldsLeftOut: 2,
      leftOutByField: { every: 2 },
      unusedFields: ['colour'],
    });
    expect(addsUp(summary)).toBe(true);
    expect(entries()).toEqual([
      ['left-out', 1, 'every', null],
      ['refused', 3, 'name', 'field/missing'],
      ['refused', 4, 'every', 'field/not-a-number'],
      ['refused', 5, null, 'record/not-json'],
      ['left-out', 6, 'every', null],
      ['duplicate', 6, null, null],
      ['refused', 7, 'id', 'record/key-twice'],
      ['skipped', 8, 'state', null],
      ['refused', 9, null, 'record/empty'],
      ['refused', 2, 'name', 'request/invalid-body'],
      ['summary', undefined, undefined, null],
    ]);
    expect(report()[1]).toMatchObject({ file: join(folder, 'goals.json') });
    expect(report()[9]?.['why']).toBe('Not valid. /goal/title: Give a better one.');
    expect([...server.kept.keys()]).toEqual(['a']);
  });

  it("takes another organisation's file by another mapping alone", async () => {
    const another = {
      plumbline: 'mapping@1',
      produces: 'goals',
      source: { format: 'csv', encoding: 'windows-1252', delimiter: ';' },
      numbers: { decimal: ',', group: '.' },
      days: 'dd.mm.yyyy',
      trim: ['Ziel'],
      key: { template: 'OKR {Nr}' },
      record: {
        goal: {
          reference: { template: 'OKR-{Nr}' },
          owner: { template: 'unit:{Bereich}' },
          title: { from: 'Ziel' },
          period: {
            name: { from: 'Zeitraum' },
            start: { from: 'von', as: 'day' },
            end: { from: 'bis', as: 'day' },
          },
          keyResults: [
            {
              name: { from: 'Kennzahl' },
              measure: {
                kind: { choose: { from: 'Richtung' }, cases: { auf: 'increase', ab: 'decrease' } },
                start: { from: 'Start', as: 'number' },
                target: { from: 'Plan', as: 'number' },
                unit: 'EUR',
              },
            },
          ],
        },
      },
    };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(another));
    const csv = [
      'Nr;Bereich;Ziel;Zeitraum;von;bis;Kennzahl;Richtung;Start;Plan',
      '1;Verk\u00e4ufe;"Mehr ; Umsatz";2026;01.01.2026;31.12.2026;Umsatz;auf;0;1.250.000,50',
      '2;Einkauf;"Weniger; aber gut";2026;01.01.2026;30.02.2026;Kosten;ab;10;5',
      '3;Einkauf;"Weniger; aber gut";2026;01.01.2026;31.12.2026;Kosten;quer;10;5',
    ];
    const file = Buffer.from(csv.join('\r\n'), 'latin1');
    expect(await importing(file, { name: 'okr.csv' })).toMatchObject({ recorded: 1, refused: 2 });
    expect(entries().slice(0, 2)).toEqual([
      ['refused', 3, 'bis', 'field/not-a-day'],
      ['refused', 4, 'Richtung', 'field/not-among-the-cases'],
    ]);
    expect(server.kept.get('OKR 1')).toEqual({
      key: 'OKR 1',
      goal: {
        reference: 'OKR-1',
        owner: 'unit:Verk\u00e4ufe',
        title: 'Mehr ; Umsatz',
        period: { name: '2026', start: '2026-01-01', end: '2026-12-31' },
        keyResults: [
          {
            name: 'Umsatz',
            measure: { kind: 'increase', start: 0, target: 1_250_000.5, unit: 'EUR' },
          },
        ],
      },
    });
  });

  it('changes nothing when it is run again', async () => {
    const text = '[{"id": "a", "name": "A"}, {"id": "b", "name": "B"}]';
    expect(await importing(text)).toMatchObject({ recorded: 2, unchanged: 0 });
    expect(await importing(text)).toMatchObject({ recorded: 0, unchanged: 2, resumedAfter: 0 });
    expect(existsSync(join(folder, 'report.ndjson.progress'))).toBe(false);
  });

  it('tells in a dry run what would be, and records nothing', async () => {
    const text = '[{"id": "a", "name": "A"}]';
    expect(await importing(text, { dryRun: true })).toMatchObject({ recorded: 1, dryRun: true });
    expect(server.kept.size).toBe(0);
  });

  it('sends again only what has no answer when the connection breaks', async () => {
    server.breakAfter = 2;
    const rows = ['a', 'b', 'c', 'd'].map((id) => JSON.stringify({ id, name: id }));
    const onProgress = ({ counts }: { counts: { recorded: number } }) => {
      if (counts.recorded === 2) server.taken.open();
    };
    const summary = await importing(rows.join('\n'), { name: 'goals.ndjson', onProgress });
    expect(summary).toMatchObject({ read: 4, recorded: 4 });
    expect(server.requests).toBe(2);
    expect(said.join()).toContain('Try 2 in 250 ms');
  });

  it('gives up after so many tries without an answer, and goes on in the next run', async () => {
    const count = batchLinesMax + 10;
    const rows = Array.from({ length: count }, (_, at) => {
      return JSON.stringify({ id: `g${at}`, name: at === 0 ? 'bad' : `G${at}` });
    });
    const text = rows.join('\n');
    const real = createClient({ url });
    let batches = 0;
    let tries = 0;
    const client: Client = {
      ...real,
      async *stream(path, lines) {
        batches += 1;
        if (batches > 1) {
          tries += 1;
          yield* createClient({ url: 'http://127.0.0.1:9' }).stream(path, lines);
        } else yield* real.stream(path, lines);
      },
    };
    const stopped = importing(text, { client, name: 'goals.ndjson' });
    await expect(stopped).rejects.toMatchObject({
      exitCode: 4,
      message: expect.stringContaining(`${batchLinesMax} records have their answer`),
    });
    expect(tries).toBe(sendAttemptsMax);
    const before = server.requests;
    // The next run has the address of the server that answers; it is the same one.
    const place = join(folder, 'report.ndjson.progress');
    expect(JSON.parse(readFileSync(place, 'utf8'))).toMatchObject({ records: batchLinesMax });
    const summary = await importing(text, { name: 'goals.ndjson' });
    expect(summary).toMatchObject({
      resumedAfter: batchLinesMax,
      ...{ read: count, recorded: count - 1, refused: 1, unchanged: 0 },
    });
    expect(server.requests).toBe(before + 1);
    expect(entries().filter(([kind]) => kind === 'refused')).toHaveLength(1);
  });

  it('does not go on from the place of another file or mapping', async () => {
    const rows = (name: string) =>
      Array.from({ length: batchLinesMax + 1 }, (_, at) => JSON.stringify({ id: `g${at}`, name }));
    let batches = 0;
    const real = createClient({ url });
    const client: Client = {
      ...real,
      stream: (path, lines) => {
        batches += 1;
        return batches > 1
          ? createClient({ url: 'http://127.0.0.1:9' }).stream(path, lines)
          : real.stream(path, lines);
      },
    };
    const first = importing(rows('x').join('\n'), { client, name: 'g.ndjson' });
    await expect(first).rejects.toMatchObject({ exitCode: 4 });
    const other = await importing(rows('y').join('\n'), { name: 'g.ndjson' });
    expect(other).toMatchObject({ resumedAfter: 0, read: batchLinesMax + 1 });
  });

  it('stops when it is told to, says how far it got, and goes on in the next run', async () => {
    const count = 3 * batchLinesMax;
    const rows = Array.from({ length: count }, (_, at) => {
      return JSON.stringify({ id: `g${at}`, name: `G${at}` });
    });
    const stop = new AbortController();
    const client = createClient({ url, signal: stop.signal });
    const onProgress = ({ counts }: { counts: { recorded: number } }) => {
      if (counts.recorded === batchLinesMax + 1) stop.abort();
    };
    const name = 'goals.ndjson';
    await expect(importing(rows.join('\n'), { client, name, onProgress })).rejects.toMatchObject({
      exitCode: 6,
      message: expect.stringContaining('have their answer. Run the same command again'),
    });
    const summary = await importing(rows.join('\n'), { name });
    expect(summary).toMatchObject({ resumedAfter: batchLinesMax, read: count });
    expect(summary.recorded + summary.unchanged).toBe(count);
    expect(server.kept.size).toBe(count);
  });

  it('sends no more bytes at once than an answer is waited for', async () => {
    const name = 'x'.repeat(batchBytesMax / 4);
    const rows = (lines: number) =>
      Array.from({ length: lines }, (_, at) => JSON.stringify({ id: `g${at}`, name })).join('\n');
    await importing(rows(4), { name: 'g.ndjson' });
    expect(server.requests).toBe(1);
    await importing(rows(5), { name: 'g.ndjson' });
    expect(server.requests).toBe(3);
  });

  it('says at once that it is not allowed', async () => {
    server.status = 403;
    await expect(importing('[{"id": "a", "name": "A"}]')).rejects.toMatchObject({
      exitCode: 5,
      code: 'permission/goal-import',
    });
    expect(server.requests).toBe(1);
  });

  it('says where a mapping or a file cannot be used', async () => {
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify({ ...mapping, key: 1, kee: 2 }));
    await expect(importing('[]')).rejects.toMatchObject({
      exitCode: 2,
      details: [expect.stringContaining('/kee is not known here')],
    });
    const produces = { ...mapping, produces: 'measurements', record: {} };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(produces));
    await expect(importing('[]')).rejects.toMatchObject({ code: 'mapping/not-valid' });
  });
});

describe('keys made of content', () => {
  it('keep equal records apart, in whichever order they come', async () => {
    const server = new TinyServer();
    const url = await server.start();
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-keys-'));
    const byContent = { ...mapping, key: { content: 'all' } };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(byContent));
    const rows = ['{"id":"a","name":"A"}', '{"name":"A","id":"a"}', '{"id":"b","name":"B"}'];
    const file = join(folder, 'goals.ndjson');
    const request = {
      what: 'goals' as const,
      file,
      mapping: join(folder, 'mapping.json'),
      report: join(folder, 'report.ndjson'),
      dryRun: false,
    };
    const hooks = {
      onProgress: () => undefined,
      say: () => undefined,
      wait: () => Promise.resolve(),
    };
    writeFileSync(file, rows.join('\n'));
    const first = await importFile(createClient({ url }), request, hooks);
    writeFileSync(file, rows.toReversed().join('\n'));
    const second = await importFile(createClient({ url }), request, hooks);
    server.stop();
    expect(first).toMatchObject({ recorded: 3, duplicate: 0 });
    expect(second).toMatchObject({ recorded: 0, unchanged: 3 });
  });
});
