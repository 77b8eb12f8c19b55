import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { company, type Body, type Company } from '@plumbline/feedback/testing';
import { analyticsService } from './analytics.service.ts';
import { finalised, imported, launched, opened, planned, rated } from './http/rated.testing.ts';
import { reviewsRecorder, stepped } from './http/rated.testing.ts';

/**
 * The ratings of 1,466 people as a finished cycle: how they are spread, and how often each group is
 * rated high, beside what the file itself says, counted here without anything of ours.
 */
const root = resolve(__dirname, '../../..');
const data = process.env['TEST_DATA'] ?? resolve(root, '../shared/data');
const file = join(data, 'ibm-hr-attrition/employees.csv');
const isThere = existsSync(file);
if (!isThere) {
  process.stderr.write(
    `SKIPPED: the employees are not at ${file}; set TEST_DATA to the folder above.\n`,
  );
}

interface Employee {
  readonly person: string;
  readonly rating: number;
  readonly gender: string;
  readonly age: string;
}

function employees(): readonly Employee[] {
  const text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  const [head = '', ...lines] = text.trim().split(/\r?\n/);
  const names = head.split(',');
  return lines.map((line) => {
    const values = line.split(',');
    const of = (name: string) => values[names.indexOf(name)] ?? '';
    const decade = Math.floor(Number(of('Age')) / 10) * 10;
    return {
      person: `e${of('EmployeeNumber')}`,
      rating: Number(of('PerformanceRating')),
      gender: of('Gender').toLowerCase(),
      age: `${decade}-${decade + 9}`,
    };
  });
}

function grouped(all: readonly Employee[], by: 'gender' | 'age') {
  const groups = new Map<string, Employee[]>();
  for (const one of all) groups.set(one[by], [...(groups.get(one[by]) ?? []), one]);
  return groups;
}

const cycle = '33333333-3333-4333-8333-333333333333';

/** n over k, exactly. */
function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let at = 1; at <= k; at += 1) result = (result * BigInt(n - k + at)) / BigInt(at);
  return result;
}

/** Fisher's exact test in whole numbers: tables that are no likelier than this one, over all. */
function fisher(a: number, m: number, b: number, n: number): number {
  const tables = (x: number) => choose(m, x) * choose(n, a + b - x);
  let [asLikely, all] = [0n, 0n];
  for (let x = Math.max(0, a + b - n); x <= Math.min(m, a + b); x += 1) {
    if (tables(x) <= tables(a)) asLikely += tables(x);
    all += tables(x);
  }
  const digits = 10n ** 15n;
  return Number((asLikely * digits) / all) / 1e15;
}

interface GroupBody {
  readonly group: string;
  readonly n: number | null;
  readonly rate: { readonly value: number } | null;
  readonly impactRatio: { readonly value: number; readonly n: number } | null;
  readonly p: number | null;
  readonly isAdverse: boolean | null;
}

(isThere ? describe : describe.skip)('the ratings in the attrition data of IBM', () => {
  const all = isThere ? employees() : [];
  let at: Company;
  const ana = () => at.as('ana', { roles: ['analyst'] });

  beforeAll(async () => {
    at = await company('2027-03-01T09:00:00.000Z', [analyticsService]);
    const reviews = reviewsRecorder(at.log);
    await reviews.settings();
    await reviews.cycle(cycle, planned, launched(all.length));
    for (const { person, rating } of all) {
      await reviews.review(`r-${person}`, opened(cycle, person), finalised(rating));
      await reviews.past(`p-${person}`, imported(person, 'ibm', rating));
    }
    const steps = ['CycleLocked', 'CycleReleased', 'CycleClosed'] as const;
    await reviews.cycle(cycle, ...stepped(...steps));
    await at.settled();
  });
  afterAll(() => at?.close());

  async function impact(attribute: 'gender' | 'age', of: object = { cycle }): Promise<Body> {
    const byGroup = grouped(all, attribute);
    const groups = [...byGroup].map(([group, some]) => {
      return { group, people: some.map(({ person }) => person) };
    });
    const asked = { ...of, attribute, atLeast: rated(4), groups };
    const { status, body } = await ana().post('/review-figures/impact', asked);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body;
  }

  it('are 1,241 threes and 225 fours', async () => {
    const { body } = await ana().get(`/review-figures/distribution?cycle=${cycle}`);
    const counts = [
      { rating: rated(3), count: 1_241 },
      { rating: rated(4), count: 225 },
    ];
    expect(body).toMatchObject({ stage: 'closed', reviews: 1_466, unrated: 0 });
    expect(body['total']).toMatchObject({
      ...{ n: 1_466, before: { counts }, after: { counts } },
      changed: { value: 0, n: 1_466 },
    });
    const { mean } = (body['total'] as { after: { mean: { value: number } } }).after;
    expect(mean.value).toBeCloseTo((1_241 * 3 + 225 * 4) * (1_000_000 / 1_466), 3);
  });

  it.each(['gender', 'age'] as const)('hold by %s what the file itself says', async (attribute) => {
    const body = await impact(attribute);
    expect(body).toMatchObject({ n: 1_466, ungrouped: 0, attribute });
    const { reference, groups } = body['after'] as { reference: string; groups: GroupBody[] };
    const counted = new Map(
      [...grouped(all, attribute)].map(([group, some]) => {
        const selected = some.filter(({ rating }) => rating >= 4).length;
        return [group, { selected, total: some.length }] as const;
      }),
    );
    const rateOf = ({ selected, total }: { selected: number; total: number }) => selected / total;
    const shown = groups.filter(({ n }) => n !== null);
    const best = [...counted].filter(([group]) => shown.some((one) => one.group === group));
    const [top] = best.toSorted(([, one], [, other]) => rateOf(other) - rateOf(one));
    expect(reference).toBe(top?.[0]);
    const beside = top?.[1] ?? { selected: 0, total: 0 };
    expect(shown.length).toBeGreaterThan(1);
    for (const { group, n, rate, impactRatio, p, isAdverse } of shown) {
      const own = counted.get(group) ?? { selected: 0, total: 0 };
      const ratio = rateOf(own) / rateOf(beside);
      expect([group, n, rate?.value]).toEqual([group, own.total, rateOf(own)]);
      const others = group === reference ? 0 : beside.total;
      expect(impactRatio).toMatchObject({ n: own.total + others });
      expect(impactRatio?.value).toBeCloseTo(ratio, 12);
      expect(p).toBeCloseTo(fisher(own.selected, own.total, beside.selected, beside.total), 9);
      expect(isAdverse).toBe(ratio < 0.8);
    }
    // Nobody under the threshold, and who is left out is counted in no figure that is shown.
    for (const { group, n } of groups)
      expect(n ?? 0).toBe(n === null ? 0 : counted.get(group)?.total);
  });

  it('find no group of gender that is rated high less often beyond chance', async () => {
    const { groups } = (await impact('gender'))['after'] as { groups: GroupBody[] };
    expect(groups.map(({ group, n }) => [group, n])).toEqual([
      ['female', all.filter(({ gender }) => gender === 'female').length],
      ['male', all.filter(({ gender }) => gender === 'male').length],
    ]);
    for (const { p, isAdverse } of groups) {
      expect(isAdverse).toBe(false);
      expect(p).toBeGreaterThan(0.05);
    }
  });

  it('are the same where the cycle was finished elsewhere, and nothing is paid by them', async () => {
    const { body } = await ana().get('/review-figures/distribution?pastCycle=ibm');
    expect(body).toMatchObject({ cycle: 'ibm', stage: null, pack: null, reviews: 1_466 });
    expect(body['total']).toMatchObject({
      after: { counts: [{ count: 1_241 }, { rating: rated(4), count: 225 }] },
    });
    const past = await impact('gender', { pastCycle: 'ibm' });
    expect(past['after']).toEqual((await impact('gender'))['after']);
    const feed = await at.as('hal', { roles: ['hr-partner'] }).get('/pay-feed?cycle=ibm');
    expect(feed.status).toBe(400);
  });

  it('may be paid by once the cycle is closed, each of them', async () => {
    const hal = at.as('hal', { roles: ['hr-partner'] });
    let [entries, after] = [0, ''];
    for (;;) {
      const { body } = await hal.get(`/pay-feed?cycle=${cycle}&limit=1000${after}`);
      entries += (body['entries'] as unknown[]).length;
      if (body['next'] === undefined) break;
      after = `&after=${String(body['next'])}`;
    }
    expect(entries).toBe(1_466);
  });
});
