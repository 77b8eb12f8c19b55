import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isGivenAway, type Known } from '@plumbline/disclosure/testing';
import fc from 'fast-check';
import { releasing, type Released, type Releasing } from './releases.testing.ts';

/** The whole way, over HTTP: whatever is answered, moved, withdrawn and released, in any order. */
let house: Releasing;

beforeAll(async () => {
  house = await releasing();
});

afterAll(() => house.close());

const threshold = 5;
const visit = { source: 'after-visit', touchpoint: 'counter', answeredAt: '2026-05-06T18:20:00Z' };
const above: Readonly<Record<string, readonly string[]>> = {
  sales: ['sales', 'board'],
  desk: ['desk', 'board'],
};

/** An answer as the test knows it; null once it is withdrawn. */
interface Answer {
  readonly id: string;
  readonly location: string;
  readonly channel: string;
  unit: string | null;
  isThere: boolean;
}

const group = fc.record({
  count: fc.integer({ min: 1, max: 6 }),
  score: fc.integer({ min: 0, max: 10 }),
  location: fc.constantFrom('north', 'south', 'east'),
  channel: fc.constantFrom('web', 'mail'),
  unit: fc.constantFrom('sales', 'desk', null),
});
const step = fc.record({
  groups: fc.array(group, { maxLength: 4 }),
  /** Which answers so far are moved to another unit, or withdrawn. */
  moved: fc.array(fc.nat(), { maxLength: 3 }),
  withdrawn: fc.array(fc.nat(), { maxLength: 2 }),
  dimensions: fc.constantFrom(['location'], ['unit'], ['location', 'channel'], ['unit', 'channel']),
});
const steps = fc.tuple(
  fc.array(group, { minLength: 4, maxLength: 6 }),
  fc.array(step, { minLength: 2, maxLength: 4 }),
);

async function play([first, rest]: Played, month: string) {
  const answers: Answer[] = [];
  const rows: boolean[][] = [];
  const record = async (groups: Played[0]) => {
    for (const { count, score, location, channel, unit } of groups) {
      const held = unit === null ? {} : { attribution: [{ unit, share: 1 }] };
      const more = { occurredOn: `${month}-04`, location, channel, ...held };
      const body = { ...visit, ...more, answers: [{ metric: 'nps', score }] };
      const all = Array.from({ length: count }, () => house.sam.post('/customer-responses', body));
      const ids = await Promise.all(all.map((one) => house.made(one)));
      for (const id of ids) answers.push({ id, location, channel, unit, isThere: true });
    }
  };
  const change = async (which: number, path: string, body: object, then: (one: Answer) => void) => {
    const one = answers[which % answers.length];
    if (one?.isThere !== true) return;
    const { status } = await house.sam.post(`/customer-responses/${one.id}/${path}`, body);
    expect(status).toBe(200);
    then(one);
  };
  await record(first);
  let suppressed = 0;
  for (const [at, { groups, moved, withdrawn, dimensions }] of rest.entries()) {
    await record(groups);
    for (const which of moved) {
      const shares = [{ unit: 'desk', share: 1 }];
      await change(which, 'attribute', { shares, reason: 'Theirs.' }, (one) => (one.unit = 'desk'));
    }
    for (const which of withdrawn) {
      await change(which, 'withdraw', { reason: 'No.' }, (one) => (one.isThere = false));
    }
    // The last day differs, so that no two are the same question, and all are of the same answers.
    const span = { from: `${month}-01`, until: `${month}-${20 + at}` };
    const release = await house.release(await house.released({ ...span, dimensions }, house.sam));
    rows.push(...rowsOf(release, answers));
    suppressed += release.figures.filter((one) => one.suppressed !== null).length;
  }
  return { known: knownFrom(rows, answers.length), shown: rows.length, suppressed };
}

type Played = typeof steps extends fc.Arbitrary<infer One> ? One : never;

/** Which answers, as they stand, are in each figure that is shown; its count is that of them. */
function rowsOf({ figures }: Released, answers: readonly Answer[]): boolean[][] {
  return figures
    .filter(({ suppressed }) => suppressed === null)
    .map(({ of, n }) => {
      const row = answers.map(({ isThere, location, channel, unit }) => {
        const units = unit === null ? [] : (above[unit] ?? []);
        return (
          isThere &&
          (of['location'] === undefined || of['location'] === location) &&
          (of['channel'] === undefined || of['channel'] === channel) &&
          (of['unit'] === undefined || units.includes(of['unit']))
        );
      });
      expect(row.filter(Boolean)).toHaveLength(n ?? -1);
      return row;
    });
}

function knownFrom(rows: readonly (readonly boolean[])[], count: number): Known {
  const alike = new Map<string, number>();
  for (let at = 0; at < count; at += 1) {
    const within = rows.map((row) => (row[at] === true ? '1' : '0')).join('');
    if (within.includes('1')) alike.set(within, (alike.get(within) ?? 0) + 1);
  }
  const classes = [...alike];
  return {
    weights: classes.map(([, n]) => n),
    rows: rows.map((_, row) => classes.map(([within]) => Number(within[row]))),
  };
}

describe('all that is released of the same answers, together', () => {
  it('lets nothing be computed about fewer of them than the threshold', async () => {
    let [month, shown, suppressed] = [0, 0, 0];
    await fc.assert(
      fc.asyncProperty(steps, async (played) => {
        month += 1;
        const day = `${2000 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`;
        const all = await play(played, day);
        [shown, suppressed] = [shown + all.shown, suppressed + all.suppressed];
        expect(isGivenAway(all.known, threshold)).toBe(false);
      }),
      { numRuns: 8, endOnFailure: true },
    );
    // It was no test of a guard that shows all, nor of one that shows nothing.
    expect([shown > 8, suppressed > 8]).toEqual([true, true]);
  });
});
