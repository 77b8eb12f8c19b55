import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createClient } from '../client.ts';
import { batchLinesMax } from './bulk.ts';
import { importFile, type ImportSummary } from './import.ts';
import { addsUp } from './report.ts';
import { StructureServer } from './structure.testing.ts';

const mapping = {
  plumbline: 'mapping@1',
  produces: 'structure',
  refuse: [{ field: 'post', is: ['0'], why: '0 is no post' }],
  unique: ['post'],
  order: { of: { from: 'post' }, after: { from: 'above' } },
  key: { template: 'test {post}' },
  record: {
    changes: [
      {
        structure: {
          type: 'EstablishUnit',
          unit: { from: 'unit' },
          parent: null,
          from: '2026-01-01',
          name: { from: 'unit' },
        },
      },
      {
        structure: {
          type: 'EstablishPost',
          post: { from: 'post' },
          unit: { from: 'unit' },
          manager: { from: 'above', else: null },
          fte: { from: 'fte', as: 'number' },
          grade: null,
          from: '2026-01-01',
          title: { from: 'title', else: 'Untitled' },
        },
      },
    ],
  },
};

describe('an import of a structure', () => {
  let server: StructureServer;
  let url: string;
  let folder: string;

  beforeEach(async () => {
    server = new StructureServer();
    url = await server.start();
    folder = mkdtempSync(join(tmpdir(), 'plumbline-structure-'));
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(mapping));
  });

  afterEach(() => server.stop());

  function importing(rows: readonly string[], dryRun = false): Promise<ImportSummary> {
    const file = join(folder, 'posts.csv');
    writeFileSync(file, ['post,above,unit,fte', ...rows].join('\n'));
    return importFile(
      createClient({ url }),
      {
        what: 'people',
        ...{ file, mapping: join(folder, 'mapping.json'), dryRun },
        report: join(folder, 'report.ndjson'),
      },
      { onProgress: () => undefined, say: () => undefined, wait: () => Promise.resolve() },
    );
  }

  const refusals = (): (readonly unknown[])[] => {
    const lines = readFileSync(join(folder, 'report.ndjson'), 'utf8').trimEnd().split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    return entries
      .filter(({ kind }) => kind === 'refused')
      .map(({ line, field, code }) => [line, field, code]);
  };

  it('takes posts in any order, each under one that is there, and units by their name', async () => {
    const rows = ['c,b,sales,1', 'b,a,sales,0.5', 'a,,board,1', 'd,a,board,2.25'];
    expect(await importing(rows)).toMatchObject({ what: 'people', produces: 'structure' });
    expect(server.taken.map(({ key }) => key)).toEqual(['test a', 'test d', 'test b', 'test c']);
    expect(server.posts().get('c')).toMatchObject({ manager: 'b', unit: 'sales', fte: 1 });
    expect(server.posts().get('a')).toMatchObject({ manager: null });
    const again = await importing(rows.toReversed());
    expect(again).toMatchObject({ recorded: 0, unchanged: 4, refused: 0 });
  });

  const faulty = [
    'a,,board,1',
    'b,a,sales,1',
    'b,a,sales,1',
    '0,a,sales,1',
    'x,y,sales,1',
    'y,x,sales,1',
    'under-x,x,sales,1',
    'stray,nobody,sales,1',
    'm,a,sales,many',
    'under-m,m,sales,1',
    'self,self,sales,1',
    'deep,b,sales,1',
  ];
  const expected = [
    [4, 'post', 'record/second-of-its-kind'],
    [5, 'post', 'field/refused'],
    [6, 'above', 'record/in-a-circle'],
    [7, 'above', 'record/in-a-circle'],
    [8, 'above', 'structure/unknown-post'],
    [9, 'above', 'structure/unknown-post'],
    [10, 'fte', 'field/not-a-number'],
    [11, 'above', 'structure/unknown-post'],
    [12, 'above', 'record/in-a-circle'],
  ];
  const byLine = (one: readonly unknown[], other: readonly unknown[]) =>
    Number(one[0]) - Number(other[0]);

  it.each([true, false])('names what it refuses, alike in a dry run (%s)', async (dryRun) => {
    const summary = await importing(faulty, dryRun);
    expect(summary).toMatchObject({ dryRun, read: 12, recorded: 3, refused: 9, duplicate: 0 });
    expect(addsUp(summary)).toBe(true);
    expect(refusals().toSorted(byLine)).toEqual(expected);
    expect([...server.posts().keys()]).toEqual(dryRun ? [] : ['a', 'b', 'deep']);
  });

  it('is decided in a dry run under what is there from before', async () => {
    await importing(['a,,board,1', 'b,a,sales,1']);
    const rows = ['d,c,sales,1', 'c,b,sales,1', 'b,a,sales,1', 'a,,board,1'];
    expect(await importing(rows, true)).toMatchObject({ recorded: 2, unchanged: 2, refused: 0 });
    expect(server.requests.slice(2).flatMap((lines) => lines.map((one) => one.changes[1]))).toEqual(
      [
        expect.objectContaining({ post: 'a', manager: null }),
        expect.objectContaining({ post: 'b', manager: 'a' }),
        expect.objectContaining({ post: 'c', manager: 'b' }),
        // Its manager is not there in a dry run, and would be.
        expect.objectContaining({ post: 'd', manager: null }),
      ],
    );
  });

  it('goes on where it was stopped, level by level, and names nothing twice', async () => {
    const under = Array.from({ length: batchLinesMax + 5 }, (_, at) => `p${at},b,sales,1`);
    const rows = [...under, 'b,a,sales,1', 'b,a,sales,1', 'a,,board,1'];
    server.answersMax = 3;
    await expect(importing(rows)).rejects.toMatchObject({ exitCode: 4 });
    server.answersMax = Number.POSITIVE_INFINITY;
    const summary = await importing(rows);
    expect(summary).toMatchObject({
      resumedAfter: 3 + batchLinesMax,
      ...{ read: rows.length, recorded: rows.length - 1, unchanged: 0, refused: 1 },
    });
    expect(server.requests.map((lines) => lines.length)).toEqual([1, 1, batchLinesMax, 5]);
    expect(refusals()).toEqual([[batchLinesMax + 8, 'post', 'record/second-of-its-kind']]);
  });

  it('says that a mapping is of another kind', async () => {
    const goals = {
      plumbline: 'mapping@1',
      produces: 'goals',
      key: { from: 'id' },
      record: {
        goal: {
          ...{ reference: 'r', owner: 'unit:u', title: 't' },
          period: { name: '2026', start: '2026-01-01', end: '2026-12-31' },
        },
      },
    };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify(goals));
    await expect(importing([])).rejects.toMatchObject({
      code: 'mapping/of-another-kind',
      message: 'The mapping produces goals; import people takes structure or people.',
    });
  });
});
