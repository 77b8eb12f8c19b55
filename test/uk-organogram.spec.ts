import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exitCodes } from '@plumbline/cli';
import { commandLine } from './support/command-line.ts';
import { serve, type Served } from './support/served.ts';

/**
 * The whole way with real data: who answers to whom in a department, as it was published, through
 * the command line and HTTP, into units and posts of one day.
 */
const root = resolve(__dirname, '..');
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

type Name = 'senior' | 'junior';

interface Summary {
  readonly read: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
}

interface Post {
  readonly post: string;
  readonly title: string;
  readonly unit: string;
  readonly fte: number;
  readonly lines: { readonly solid: string | null };
}

interface Refusal {
  readonly kind: string;
  readonly line: number;
  readonly code: string;
  readonly field: string;
}

/** The post that reports to `XX`. */
const top = '19678';
/** A day on which what the file tells holds already. */
const day = '2011-10-01';

(isThere ? describe : describe.skip)('the organogram of HM Treasury', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-organogram-'));
  let served: Served;
  let heads: { readonly before: string | null; readonly tried: string | null };
  let summaries: Record<Name | 'tried', Summary>;
  let all: readonly Post[];

  const importing = async (name: Name, ...options: string[]): Promise<Summary> => {
    const mapping = join(root, `docs/import/uk-organogram-${name}.mapping.json`);
    const report = join(folder, `${name}.report.ndjson`);
    const args = ['import', 'people', join(data, `${name}.csv`), '--mapping', mapping];
    const to = ['--url', served.url, '--token', served.token];
    const said = await commandLine([...args, '--report', report, '--json', ...options, ...to]);
    const code = name === 'senior' ? exitCodes.someRefused : exitCodes.ok;
    expect([said.code, said.err]).toEqual([code, expect.any(String)]);
    return JSON.parse(said.out) as Summary;
  };

  const postsBy = async (filter: string): Promise<readonly Post[]> => {
    const found: Post[] = [];
    for (let after = ''; ;) {
      const path = `/posts?limit=100&effectiveAt=${day}${filter}${after}`;
      const headers = { authorization: `Bearer ${served.token}` };
      const response = await fetch(`${served.url}${path}`, { headers });
      const page = (await response.json()) as { items: Post[]; next?: string };
      if (!response.ok) throw new Error(`${path}: ${JSON.stringify(page)}`);
      found.push(...page.items);
      if (page.next === undefined) return found;
      after = `&after=${encodeURIComponent(page.next)}`;
    }
  };

  const isGroup = ({ post }: Post): boolean => post.startsWith('group-');

  beforeAll(async () => {
    served = await serve({}, ['directory', 'goals']);
    const before = await served.head();
    const tried = await importing('senior', '--dry-run');
    heads = { before, tried: await served.head() };
    const senior = await importing('senior');
    summaries = { tried, senior, junior: await importing('junior') };
    await served.caughtUp();
    all = await postsBy('');
  });

  afterAll(() => served?.close());

  it('is told beforehand by a dry run, which records nothing', () => {
    expect(summaries.tried).toMatchObject({ read: 115, recorded: 95, refused: 20 });
    expect(heads.tried).toBe(heads.before);
  });

  it('loses nothing in silence: 20 of 115 senior rows are refused by name', async () => {
    expect(summaries.senior).toMatchObject({ read: 115, recorded: 95, unchanged: 0, refused: 20 });
    await importing('senior');
    const report = readFileSync(join(folder, 'senior.report.ndjson'), 'utf8').trimEnd().split('\n');
    const refused = report
      .map((line) => JSON.parse(line) as Refusal)
      .filter(({ kind }) => kind === 'refused');
    const rows = readFileSync(join(data, 'senior.csv'), 'utf8').split('\n');
    const named = refused.map(({ line }) => rows[line - 1]?.split(',')[0] ?? '');
    const count = (name: string) => named.filter((one) => one === name).length;
    expect([count('Deleted'), count('0'), count('10994'), named.length]).toEqual([12, 7, 1, 20]);
    expect(new Set(refused.map(({ field }) => field))).toEqual(new Set(['Post Unique Reference']));
    expect(refused.filter(({ code }) => code === 'record/second-of-its-kind')).toHaveLength(1);
  });

  it('has 95 senior posts in one tree of depth 5 under the post that reports to XX', async () => {
    const levels: (readonly Post[])[] = [all.filter(({ post }) => post === top)];
    const below = async ({ post }: Post) => {
      const found = await postsBy(`&manager=${encodeURIComponent(post)}`);
      expect(found.every(({ lines }) => lines.solid === post)).toBe(true);
      return found.filter((one) => !isGroup(one));
    };
    for (let level = levels[0] ?? []; level.length > 0; level = levels.at(-1) ?? []) {
      levels.push((await Promise.all(level.map(below))).flat());
    }
    const walked = levels.flat().map(({ post }) => post);
    expect(walked).toHaveLength(95);
    expect(new Set(walked).size).toBe(95);
    expect(levels.filter((level) => level.length > 0)).toHaveLength(5);
    const seniors = all.filter((one) => !isGroup(one));
    expect(walked.toSorted()).toEqual(seniors.map(({ post }) => post).toSorted());
    expect(all.filter(({ lines }) => lines.solid === null).map(({ post }) => post)).toEqual([top]);
  });

  it('has 407 junior groups of 1,041.78 FTE, each under its senior post', () => {
    expect(summaries.junior).toMatchObject({ read: 407, recorded: 407, refused: 0 });
    const groups = all.filter(isGroup);
    expect(groups).toHaveLength(407);
    const hundredths = groups.reduce((sum, { fte }) => sum + Math.round(fte * 100), 0);
    expect(hundredths).toBe(104_178);
    const seniors = new Set(all.filter((one) => !isGroup(one)).map(({ post }) => post));
    expect(groups.filter(({ lines }) => !seniors.has(lines.solid ?? ''))).toEqual([]);
    const of = groups.filter(({ lines }) => lines.solid === '13084');
    const rows = readFileSync(join(data, 'junior.csv'), 'utf8').split('\n');
    expect(of).toHaveLength(rows.filter((row) => row.includes(',13084,')).length);
  });

  it('changes nothing when it is imported again', async () => {
    const before = await served.head();
    expect(await importing('senior')).toMatchObject({ recorded: 0, unchanged: 95, refused: 20 });
    expect(await importing('junior')).toMatchObject({ recorded: 0, unchanged: 407, refused: 0 });
    expect(await served.head()).toBe(before);
  });
});
