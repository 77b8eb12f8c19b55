import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { exitCodes } from '@plumbline/cli';
import { commandLine } from './support/command-line.ts';
import { serve, type Served } from './support/served.ts';

/**
 * The whole way with real data: what passengers answered, as it was published, through the command
 * line and HTTP, into the figures that the publisher's answers come to.
 */
const root = resolve(__dirname, '..');
const data = join(
  process.env['TEST_DATA'] ?? resolve(root, '../shared/data'),
  'sfo-customer-survey-2017',
);
const isThere = existsSync(join(data, 'responses.csv'));
if (!isThere) {
  // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
  process.stderr.write(
    `SKIPPED: the survey is not at ${data}; set TEST_DATA to the folder above.\n`,
  );
}

interface Summary {
  readonly read: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
}

type Score = Readonly<Record<string, number>> & { readonly n: number; readonly value: number };

interface Line {
  readonly score: Score | null;
  readonly asked: number | null;
  readonly noAnswer: Readonly<Record<string, number>> | null;
}

interface Satisfaction {
  readonly position: string;
  readonly total: Line;
  readonly rows: readonly (Line & { readonly of: string | null })[];
}

const caughtUpMsMax = 60_000;

const causes = { blank: 0, 'not-applicable': 0, 'do-not-know': 0, declined: 0, dismissed: 0 };

(isThere ? describe : describe.skip)('the customer survey of San Francisco airport', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-survey-'));
  let served: Served;
  let heads: { readonly before: string | null; readonly tried: string | null };
  let tried: Summary;
  let summary: Summary;

  const importing = async (...options: string[]): Promise<Summary> => {
    const mapping = join(root, 'docs/import/sfo-customer-survey.mapping.json');
    const report = join(folder, 'report.ndjson');
    const args = ['import', 'customer-responses', join(data, 'responses.csv')];
    const to = ['--url', served.url, '--token', served.token];
    const how = ['--mapping', mapping, '--report', report, '--json', ...options];
    const said = await commandLine([...args, ...how, ...to]);
    expect([said.code, said.err]).toEqual([exitCodes.ok, expect.any(String)]);
    return JSON.parse(said.out) as Summary;
  };

  const ask = async (query: string): Promise<Satisfaction> => {
    const path = `/satisfaction?from=2017-05-01&until=2017-05-31&${query}`;
    const headers = {
      authorization: `Bearer ${served.analyst}`,
      'read-after': (await served.head()) ?? '',
    };
    for (const deadline = Date.now() + caughtUpMsMax; ;) {
      const response = await fetch(`${served.url}${path}`, { headers });
      const body = (await response.json()) as Satisfaction & { readonly code?: string };
      if (response.ok) return body;
      // Between processes a view may take longer than one read waits.
      const isBehind = body.code === 'views/behind' && Date.now() < deadline;
      if (!isBehind) throw new Error(`${path}: ${JSON.stringify(body)}`);
    }
  };

  const sumOf = ({ rows }: Satisfaction, count: (score: Score) => number | undefined): number =>
    rows.reduce((sum, { score }) => sum + (score === null ? NaN : (count(score) ?? NaN)), 0);

  beforeAll(async () => {
    served = await serve();
    const before = await served.head();
    tried = await importing('--dry-run');
    heads = { before, tried: await served.head() };
    summary = await importing();
    await served.caughtUp();
  });

  afterAll(() => served?.close());

  it('is told beforehand by a dry run, which records nothing', () => {
    expect(tried).toMatchObject({ read: 2831, recorded: 2831, refused: 0 });
    expect(heads.tried).toBe(heads.before);
  });

  it('has 2,831 responses, and none is refused', () => {
    expect(summary).toMatchObject({ read: 2831, recorded: 2831, unchanged: 0, refused: 0 });
  });

  it('comes to a net promoter score of 39.84 over 2,746 answers', async () => {
    const { total } = await ask('metric=nps');
    expect(total.score).toMatchObject({ n: 2746, detractors: 342, passives: 968, promoters: 1436 });
    expect(total.score?.value).toBeCloseTo(39.84, 2);
    expect([total.asked, total.noAnswer]).toEqual([2831, { ...causes, blank: 85 }]);
  });

  it('satisfies 82.07 % of 2,688', async () => {
    const { total } = await ask('metric=csat');
    expect(total.score).toMatchObject({ n: 2688, successes: 2206 });
    expect((total.score?.value ?? NaN) * 100).toBeCloseTo(82.07, 2);
    expect([total.asked, total.noAnswer]).toEqual([2831, { ...causes, blank: 143 }]);
  });

  it('tells who has not used a place from who left the question blank', async () => {
    const { total } = await ask('metric=sfo.food');
    expect(total.score).toMatchObject({ n: 2421, successes: 1349 });
    expect(total.noAnswer).toEqual({ ...causes, blank: 69, 'not-applicable': 341 });
  });

  it.each([
    ['location', 7],
    ['day', 20],
  ])('adds up by %s, of which there are %i', async (by, count) => {
    const promoted = await ask(`metric=nps&by=${by}`);
    expect(promoted.rows).toHaveLength(count);
    expect(new Set(promoted.rows.map(({ of }) => of)).size).toBe(count);
    const names = ['n', 'detractors', 'passives', 'promoters'];
    const sums = names.map((name) => sumOf(promoted, (score) => score[name]));
    expect(sums).toEqual([2746, 342, 968, 1436]);
    expect(promoted.rows.reduce((sum, { asked }) => sum + (asked ?? NaN), 0)).toBe(2831);
    const satisfied = await ask(`metric=csat&by=${by}`);
    expect(sumOf(satisfied, ({ n }) => n)).toBe(2688);
    expect(sumOf(satisfied, ({ successes }) => successes)).toBe(2206);
  });

  it('is a file of the same lines', async () => {
    const { position, total, rows } = await ask('metric=csat&by=location');
    const query = `metric=csat&from=2017-05-01&until=2017-05-31&by=location&asOf=${position}`;
    const headers = { authorization: `Bearer ${served.analyst}` };
    const answer = await fetch(`${served.url}/exports/satisfaction?${query}`, { headers });
    const lines = (await answer.text()).trimEnd().split('\n');
    const [end, ...told] = lines.map((line) => JSON.parse(line) as object).toReversed();
    expect(end).toEqual({ end: true, position, rows: 8 });
    const scores = [total, ...rows].map(({ score }) => score);
    expect(told.toReversed()).toMatchObject(
      scores.map((score) => ({
        ...{ score_n: score?.n, score_value: score?.value, score_successes: score?.successes },
        ...{ score_definition: 'csat@1', position },
      })),
    );
    expect(told.at(-1)).toMatchObject({ of: null, score_n: 2688, score_successes: 2206 });
  });

  it('changes nothing when it is imported again', async () => {
    const before = await served.head();
    const figures = await ask('metric=nps&by=location');
    expect(await importing()).toMatchObject({ recorded: 0, unchanged: 2831, refused: 0 });
    expect(await served.head()).toBe(before);
    expect(await ask('metric=nps&by=location')).toEqual(figures);
  });
});
