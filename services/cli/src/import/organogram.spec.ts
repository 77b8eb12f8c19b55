import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient } from '../client.ts';
import { importFile, type ImportSummary } from './import.ts';
import { addsUp } from './report.ts';
import { StructureServer, type Change } from './structure.testing.ts';

/** The organogram of HM Treasury as it was published, its faults included. */
const root = resolve(__dirname, '../../../..');
const data = join(
  process.env['TEST_DATA'] ?? resolve(root, '../shared/data'),
  'uk-organogram-hm-treasury',
);
const isThere = existsSync(join(data, 'senior.csv'));
if (!isThere) {
  // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
  process.stderr.write(
    `SKIPPED: the organogram is not at ${data}; set TEST_DATA to the folder above.\n`,
  );
}

type Entry = Readonly<Record<string, unknown>>;

(isThere ? describe : describe.skip)('the organogram of HM Treasury', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-organogram-'));
  const server = new StructureServer();
  let url: string;
  let tried: ImportSummary;
  let senior: ImportSummary;
  let junior: ImportSummary;

  const importing = (name: string, dryRun = false): Promise<ImportSummary> =>
    importFile(
      createClient({ url }),
      {
        what: 'people',
        file: join(data, `${name}.csv`),
        mapping: join(root, `docs/import/uk-organogram-${name}.mapping.json`),
        report: join(folder, `${name}.ndjson`),
        dryRun,
      },
      { onProgress: () => undefined, say: () => undefined, wait: () => Promise.resolve() },
    );

  const refusals = (name: string): Entry[] => {
    const lines = readFileSync(join(folder, `${name}.ndjson`), 'utf8')
      .trimEnd()
      .split('\n');
    const entries = lines.map((line) => JSON.parse(line) as Entry);
    return entries.filter(({ kind }) => kind === 'refused');
  };

  const posts = (): readonly Change[] => [...server.posts().values()];
  const isGroup = ({ post }: Change): boolean => String(post).startsWith('group-');

  beforeAll(async () => {
    url = await server.start();
    tried = await importing('senior', true);
    senior = await importing('senior');
    junior = await importing('junior');
  });

  afterAll(() => server.stop());

  it('has 115 senior rows, of which 20 are refused by name', () => {
    expect(senior).toMatchObject({ read: 115, recorded: 95, refused: 20, duplicate: 0 });
    expect([addsUp(senior), senior.unusedFields]).toEqual([true, []]);
    const rows = (first: number, last: number) =>
      Array.from({ length: last - first + 1 }, (_, at) => first + at);
    const because = (lines: readonly number[], code: string, why: string) =>
      lines.map((line) => {
        const field = 'Post Unique Reference';
        const file = join(data, 'senior.csv');
        return { kind: 'refused', file, line, field, code, why };
      });
    expect(refusals('senior')).toEqual(
      expect.arrayContaining([
        ...because(rows(6, 17), 'field/refused', 'the post is marked as deleted'),
        ...because(rows(81, 87), 'field/refused', '0 is no reference of a post'),
        ...because(
          [37],
          'record/second-of-its-kind',
          'line 36 has the same Post Unique Reference, and there may be one alone',
        ),
      ]),
    );
    expect(refusals('senior')).toHaveLength(20);
  });

  it('tells the same in a dry run', () => {
    expect({ ...tried, dryRun: false }).toEqual(senior);
  });

  it('is one tree of depth 5 under the post that reports to XX', () => {
    const seniors = posts().filter((post) => !isGroup(post));
    const above = new Map(seniors.map(({ post, manager }) => [post, manager]));
    const depthOf = (post: Change[string] | undefined): number =>
      post === null || post === undefined ? 0 : 1 + depthOf(above.get(post));
    expect(above.size).toBe(95);
    expect(seniors.filter(({ manager }) => manager === null).map(({ post }) => post)).toEqual([
      '19678',
    ]);
    expect(seniors.every(({ manager }) => manager === null || above.has(manager ?? ''))).toBe(true);
    expect(Math.max(...seniors.map(({ post }) => depthOf(post)))).toBe(5);
  });

  it('has 407 junior groups of 1,041.78 FTE, each under its senior post', () => {
    expect(junior).toMatchObject({ read: 407, recorded: 407, refused: 0, duplicate: 0 });
    expect(junior.unusedFields).toEqual([]);
    const groups = posts().filter(isGroup);
    expect(groups).toHaveLength(407);
    const hundredths = groups.map(({ fte }) => Number((Number(fte) * 100).toFixed(6)));
    expect(hundredths.every(Number.isInteger)).toBe(true);
    expect(hundredths.reduce((sum, one) => sum + one, 0)).toBe(104_178);
    const seniors = new Set(
      posts()
        .filter((post) => !isGroup(post))
        .map(({ post }) => post),
    );
    expect(groups.filter(({ manager }) => !seniors.has(manager ?? ''))).toEqual([]);
    expect(groups.every(({ post }) => /^\S{1,64}$/.test(String(post)))).toBe(true);
  });

  it('changes nothing when it is imported again', async () => {
    expect(await importing('senior')).toMatchObject({ recorded: 0, unchanged: 95, refused: 20 });
    expect(await importing('junior')).toMatchObject({ recorded: 0, unchanged: 407, refused: 0 });
  });
});

describe('the organogram of another department', () => {
  it('is another configuration alone', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-department-'));
    const ours = join(root, 'docs/import/uk-organogram-senior.mapping.json');
    const theirs = JSON.parse(
      readFileSync(ours, 'utf8')
        .replaceAll('{ "from": "Post Unique Reference" }', '{ "template": "x.{Post Ref}" }')
        .replaceAll('{ "from": "Reports to Senior Post" }', '{ "template": "x.{Reports to}" }')
        .replaceAll('Post Unique Reference', 'Post Ref')
        .replace('"XX"', '"x.TOP"')
        .replace('"Deleted"', '"Eliminated"')
        .replace('2011-09-30', '2012-03-31'),
    ) as object;
    const source = { format: 'csv', encoding: 'windows-1252', delimiter: ';' };
    writeFileSync(join(folder, 'mapping.json'), JSON.stringify({ ...theirs, source }));
    const rows = [
      'Post Ref;Grade (or equivalent);Job Title;Organisation;Unit;Reports to;FTE;Name',
      '12;SCS1;"Deputy; Caf\u00e9s";Department X;Caf\u00e9s;11;0.5;N/D',
      '11;SCS3;Head;Department X;Board;TOP;1;N/D',
      'Eliminated;SCS1;Nobody;Department X;Board;11;1;N/D',
    ];
    writeFileSync(join(folder, 'x.csv'), rows.join('\r\n'), 'latin1');
    const server = new StructureServer();
    const summary = await importFile(
      createClient({ url: await server.start() }),
      {
        ...{ what: 'people', file: join(folder, 'x.csv'), dryRun: false },
        ...{ mapping: join(folder, 'mapping.json'), report: join(folder, 'report.ndjson') },
      },
      { onProgress: () => undefined, say: () => undefined, wait: () => Promise.resolve() },
    );
    server.stop();
    expect(summary).toMatchObject({ recorded: 2, refused: 1, unusedFields: ['Name'] });
    expect([...server.posts().values()]).toEqual([
      expect.objectContaining({ post: 'x.11', manager: null, from: '2012-03-31' }),
      expect.objectContaining({ post: 'x.12', manager: 'x.11', unit: 'Caf\u00e9s', fte: 0.5 }),
    ]);
  });
});
