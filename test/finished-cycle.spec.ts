import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exitCodes } from '@plumbline/cli';
import { commandLine } from './support/command-line.ts';
import { serve, type Served } from './support/served.ts';

/**
 * The whole way with real data: 1,466 people and what they were rated in a finished cycle, through
 * the command line and HTTP, into the distribution that the file has.
 */
const root = resolve(__dirname, '..');
const data = process.env['TEST_DATA'] ?? resolve(root, '../shared/data');
const file = join(data, 'ibm-hr-attrition/employees.csv');
const isThere = existsSync(file);
if (!isThere) {
  // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
  process.stderr.write(
    `SKIPPED: the employees are not at ${file}; set TEST_DATA to the folder above.\n`,
  );
}

interface Summary {
  readonly read: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly unusedFields: readonly string[];
}

(isThere ? describe : describe.skip)('a finished cycle of 1,466 people', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-finished-'));
  let served: Served;
  const told: Record<string, Summary> = {};

  const importing = async (
    what: 'people' | 'reviews',
    mapping: string,
    ...options: string[]
  ): Promise<Summary> => {
    const path = join(root, `docs/import/ibm-hr-attrition-${mapping}.mapping.json`);
    const report = join(folder, `${mapping}.ndjson`);
    const how = ['--mapping', path, '--report', report, '--json', ...options];
    const to = ['--url', served.url, '--token', served.token];
    const said = await commandLine(['import', what, file, ...how, ...to]);
    const isRefused = options.includes('--dry-run') && mapping === 'reviews' && !told['people'];
    expect([said.code, said.err]).toEqual([
      ...[isRefused ? exitCodes.someRefused : exitCodes.ok, expect.any(String)],
    ]);
    return JSON.parse(said.out) as Summary;
  };

  const get = async (path: string, token = served.analyst): Promise<Record<string, unknown>> => {
    const response = await fetch(`${served.url}${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    return (await response.json()) as Record<string, unknown>;
  };

  beforeAll(async () => {
    served = await serve({}, ['directory', 'goals', 'reviews']);
    told['before'] = await importing('reviews', 'reviews', '--dry-run');
    told['posts'] = await importing('people', 'posts');
    told['people'] = await importing('people', 'people');
    await served.caughtUp();
    told['tried'] = await importing('reviews', 'reviews', '--dry-run');
    told['reviews'] = await importing('reviews', 'reviews');
    await served.caughtUp();
  });

  afterAll(async () => {
    await served?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('needs its people first, and is told so by a dry run', () => {
    expect(told['before']).toMatchObject({ read: 1466, recorded: 0, refused: 1466 });
    expect(told['posts']).toMatchObject({ read: 1466, recorded: 1466, refused: 0 });
    expect(told['people']).toMatchObject({ recorded: 1466, refused: 0, unusedFields: [] });
    expect(told['tried']).toMatchObject({ recorded: 1466, refused: 0 });
  });

  it('has 1,241 threes and 225 fours, as its file', async () => {
    expect(told['reviews']).toMatchObject({ read: 1466, recorded: 1466, refused: 0 });
    expect(await get('/past-cycles/ibm-2015')).toMatchObject({
      pastCycle: {
        ...{ cycle: 'ibm-2015', from: '2015-01-01', to: '2015-12-31', notRated: 0 },
        scales: [
          {
            ...{ scale: { min: 1_000_000, max: 4_000_000 }, tier: 'firm', n: 1466 },
            ratings: [
              { rating: 3_000_000, count: 1241 },
              { rating: 4_000_000, count: 225 },
            ],
          },
        ],
      },
    });
  });

  it('changes nothing when it is imported again', async () => {
    const before = await served.head();
    expect(await importing('reviews', 'reviews')).toMatchObject({ recorded: 0, unchanged: 1466 });
    expect(await served.head()).toBe(before);
  });
});
