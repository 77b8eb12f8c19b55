import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isOverdispersed, judge, limitsOf, type Subgroup } from './index.ts';

const subgroups = (successes: readonly number[], trials: number): Subgroup[] =>
  successes.map((count) => ({ successes: count, trials }));
const within = (reached: number | null | undefined, expected: number, tolerance: number) =>
  expect(Math.abs((reached ?? NaN) - expected)).toBeLessThanOrEqual(tolerance);

describe('an XmR chart', () => {
  // Flow rates of ten batches: NIST/SEMATECH e-Handbook of statistical methods, 6.3.2.2.
  const flows = [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
  // Costs of processing twenty mortgage loans: Montgomery, individuals chart.
  const costs = [310, 288, 297, 298, 307, 303, 294, 297, 308, 306].concat([
    294, 299, 297, 299, 314, 295, 293, 306, 301, 304,
  ]);

  it('has the published limits of the flow rates', () => {
    const limits = limitsOf({ chart: 'xmr', points: flows });
    expect(limits).toMatchObject({ chart: 'xmr', definition: 'xmr-limits@1', n: 10 });
    within(limits?.centre, 50.81, 1e-9);
    within(limits?.rangeMean, 1.8778, 5e-5);
    within(limits?.lower, 45.8159, 5e-5);
    within(limits?.upper, 55.8041, 5e-5);
  });

  it('has the published limits of the costs, also of their ranges', () => {
    const limits = limitsOf({ chart: 'xmr', points: costs });
    within(limits?.centre, 300.5, 1e-9);
    within(limits?.rangeMean, 7.79, 5e-3);
    within(limits?.lower, 279.78, 5e-3);
    within(limits?.upper, 321.22, 5e-3);
    within(limits?.rangeUpper, 25.45, 5e-3);
  });

  it('judges later points by limits that they do not move', () => {
    const limits = limitsOf({ chart: 'xmr', points: flows });
    if (limits === undefined) throw new Error('the baseline has limits');
    const judged = judge(limits, [50, null, 70, 60]);
    const { centre, lower, upper, rangeUpper } = limits;
    expect(judged.map(({ value, range }) => [value, range])).toEqual([
      [50, null],
      [null, null],
      [70, null],
      [60, 10],
    ]);
    for (const point of judged) expect(point).toMatchObject({ centre, lower, upper, rangeUpper });
    within(judged[0]?.sigma, (upper - centre) / 3, 1e-12);
  });

  it('leaves out what was not measured, and makes no range across it', () => {
    const limits = limitsOf({ chart: 'xmr', points: [1, 3, null, 100, 98] });
    expect(limits).toMatchObject({ n: 4, centre: 50.5, rangeMean: 2 });
  });

  it.each([[[]], [[5]], [[5, null, 7]], [[0.1, 0.1, 0.1]]])('has no limits of %j', (points) => {
    expect(limitsOf({ chart: 'xmr', points })).toBeUndefined();
  });

  it('does not exist for what is not finite', () => {
    const limits = limitsOf({ chart: 'xmr', points: [1, 2] });
    if (limits === undefined) throw new Error('the baseline has limits');
    expect(() => limitsOf({ chart: 'xmr', points: [1, 2, Number.NaN] })).toThrow(RangeError);
    expect(() => judge(limits, [Number.POSITIVE_INFINITY])).toThrow(RangeError);
  });

  it('moves with its values and stretches with their unit', () => {
    const values = fc.array(fc.integer({ min: -1_000, max: 1_000 }), { minLength: 2 });
    fc.assert(
      fc.property(values, fc.integer({ min: 1, max: 9 }), fc.integer(), (points, by, shift) => {
        const one = limitsOf({ chart: 'xmr', points });
        fc.pre(one !== undefined);
        const moved = points.map((value) => value * by + (shift % 1_000));
        const other = limitsOf({ chart: 'xmr', points: moved });
        within(other?.centre, one.centre * by + (shift % 1_000), 1e-6);
        within(other?.upper, one.upper * by + (shift % 1_000), 1e-6);
        within(other?.rangeUpper, one.rangeUpper * by, 1e-6);
        expect(one.lower < one.centre && one.centre < one.upper).toBe(true);
      }),
    );
  });
});

describe('a p chart', () => {
  // Leaking cans of orange juice concentrate in 30 samples of 50: Montgomery, fraction
  // nonconforming chart; then without samples 15 and 23; then 24 samples of the mended machine.
  const cans = [12, 15, 8, 10, 4, 7, 16, 9, 14, 10, 5, 6, 17, 12, 22].concat([
    8, 10, 5, 13, 11, 20, 18, 24, 15, 9, 12, 7, 13, 9, 6,
  ]);
  const mended = [9, 6, 12, 5, 6, 4, 6, 3, 7, 6, 2, 4].concat([3, 6, 5, 4, 8, 5, 6, 7, 5, 6, 3, 5]);
  const beyond = (points: ReturnType<typeof judge>) =>
    points.flatMap(({ value, lower, upper }, index) =>
      (value ?? NaN) < (lower ?? NaN) || (value ?? NaN) > (upper ?? NaN) ? [index + 1] : [],
    );
  const limitsOfCans = (successes: readonly number[]) => {
    const limits = limitsOf({ chart: 'p', points: subgroups(successes, 50) });
    if (limits === undefined) throw new Error('the baseline has limits');
    return limits;
  };

  it('has the published limits of the first thirty samples, and the two beyond', () => {
    const limits = limitsOfCans(cans);
    expect(limits).toMatchObject({ chart: 'p', definition: 'p-limits@1', n: 30 });
    within(limits.centre, 0.2313, 5e-5);
    const judged = judge(limits, subgroups(cans, 50));
    within(judged[0]?.lower, 0.0524, 5e-5);
    within(judged[0]?.upper, 0.4102, 5e-5);
    expect(beyond(judged)).toEqual([15, 23]);
  });

  it('judges the mended machine by limits that were frozen before', () => {
    const limits = limitsOfCans(cans.filter((_, index) => index !== 14 && index !== 22));
    within(limits.centre, 0.215, 5e-5);
    const judged = judge(limits, subgroups(mended, 50));
    within(judged[0]?.lower, 0.0407, 5e-5);
    within(judged[0]?.upper, 0.3893, 5e-5);
    expect(beyond(judged)).toEqual([41 - 30]);
  });

  it('has limits by the trials of each subgroup, within 0 and 1', () => {
    const limits = limitsOf({ chart: 'p', points: [{ successes: 90, trials: 100 }] });
    if (limits === undefined) throw new Error('the baseline has limits');
    expect(limits).toMatchObject({ n: 1, centre: 0.9, sigmaZ: null });
    const [small, large, none] = judge(limits, [
      { successes: 4, trials: 4 },
      { successes: 810, trials: 900 },
      { successes: 0, trials: 0 },
    ]);
    expect(small).toMatchObject({ value: 1, upper: 1 });
    within(small?.lower, 0.45, 1e-12);
    within(large?.lower, 0.87, 1e-12);
    within(large?.upper, 0.93, 1e-12);
    expect(none).toEqual({
      ...{ value: null, centre: 0.9, lower: null, upper: null, sigma: null },
      ...{ range: null, rangeUpper: null },
    });
  });

  it.each([
    ['nothing', []],
    ['no trial', subgroups([0, 0], 0)],
    ['no success', subgroups([0, 0, 0], 20)],
    ['success alone', subgroups([20, 20], 20)],
  ])('has no limits of %s', (_, points) => {
    expect(limitsOf({ chart: 'p', points })).toBeUndefined();
  });

  it.each([
    [-1, 5],
    [6, 5],
    [0.5, 5],
    [1, Number.NaN],
  ])('does not exist for %d of %d', (successes, trials) => {
    const points = [{ successes, trials }];
    expect(() => limitsOf({ chart: 'p', points })).toThrow(RangeError);
    expect(() => judge(limitsOfCans(cans), points)).toThrow(RangeError);
  });
});

describe('a p′ chart', () => {
  // Emergency attendances seen within four hours, by week: Mohammed, M. A., Panesar, J. S., Laney,
  // D. B. and Wilson, R. (2013), BMJ Quality & Safety 22, 362–368; limits as qicharts2 0.8.1 gives.
  const seen = [266501, 264225, 276532, 281461, 269071, 261215, 270409, 279778, 270483, 270320];
  const later = [267923, 271478, 255353, 256820, 261835, 259144, 255910, 260863, 264465, 260989];
  const all = [280443, 276823, 291681, 296155, 282343, 275888, 283867, 295251, 284468, 282529];
  const allLater = [279618, 283932, 266629, 268091, 276803, 271578, 266005, 273520, 278574, 273772];
  const weeks = (some: readonly number[], of: readonly number[]): Subgroup[] =>
    some.map((successes, index) => ({ successes, trials: of[index] ?? NaN }));
  const first = weeks(seen, all);
  const both = [...first, ...weeks(later, allLater)];

  it('has the limits of the attendances that qicharts2 gives, where p calls most a signal', () => {
    const limits = limitsOf({ chart: 'p-prime', points: both });
    const plain = limitsOf({ chart: 'p', points: both });
    if (limits === undefined || plain === undefined) throw new Error('the baseline has limits');
    expect(limits).toMatchObject({ definition: 'p-prime-limits@1', n: 20 });
    within(limits.centre, 0.95289971134419116, 1e-14);
    within(limits.sigmaZ, 10.64042186349651, 1e-9);
    const judged = judge(limits, both);
    within(judged[0]?.lower, 0.9401296441775141, 1e-12);
    within(judged[0]?.upper, 0.96566977851086822, 1e-12);
    within(judged[19]?.upper, 0.96582442616547814, 1e-12);
    const tight = judge(plain, both);
    within(tight[0]?.lower, 0.95169956464601502, 1e-12);
    within(tight[0]?.upper, 0.9540998580423673, 1e-12);
    expect(plain.sigmaZ).toBe(limits.sigmaZ);
  });

  it('has them also of the first ten weeks, frozen', () => {
    const limits = limitsOf({ chart: 'p-prime', points: first });
    if (limits === undefined) throw new Error('the baseline has limits');
    within(limits.centre, 0.95105964383277042, 1e-14);
    within(judge(limits, both)[0]?.lower, 0.938664691389006, 1e-12);
  });

  it('equals p where subgroups differ less than chance makes them', () => {
    const points = subgroups([10, 11, 10, 11, 10, 11], 50);
    const limits = limitsOf({ chart: 'p-prime', points });
    const plain = limitsOf({ chart: 'p', points });
    if (limits === undefined || plain === undefined) throw new Error('the baseline has limits');
    expect(limits.sigmaZ).toBeLessThan(1);
    expect(judge(limits, points)).toEqual(judge(plain, points));
  });

  it('is the chart to take where subgroups differ more than chance makes them', () => {
    const dispersionOf = (points: readonly Subgroup[]) => {
      const limits = limitsOf({ chart: 'p', points });
      return limits && isOverdispersed(limits);
    };
    expect(dispersionOf(both)).toBe(true);
    expect(dispersionOf(subgroups([10, 11, 10, 11, 10, 11], 50))).toBe(false);
    expect(dispersionOf(subgroups([10], 50))).toBeNull();
    const of = (sigmaZ: number | null, n: number) =>
      isOverdispersed({ chart: 'p', definition: 'p-limits@1', n, centre: 0.5, sigmaZ });
    // Of twenty points σz has the error 0.2069.
    expect([of(1.34, 20), of(1.341, 20), of(null, 20)]).toEqual([false, true, null]);
  });

  it('is seldom called for where chance alone is at work', () => {
    const row = fc.array(fc.array(fc.boolean(), { minLength: 40, maxLength: 40 }), {
      ...{ minLength: 20, maxLength: 20 },
    });
    const drawn = fc.sample(row, { numRuns: 400, seed: 7 });
    const called = drawn.filter((points) => {
      const limits = limitsOf({
        chart: 'p',
        points: points.map((one) => ({ successes: one.filter(Boolean).length, trials: 40 })),
      });
      return limits !== undefined && isOverdispersed(limits);
    });
    expect(called.length).toBeGreaterThan(4);
    expect(called.length).toBeLessThan(44);
  });

  it('has no limits without neighbours to compare', () => {
    const alone = [{ successes: 3, trials: 10 }];
    const apart = [...alone, { successes: 0, trials: 0 }, ...alone];
    expect(limitsOf({ chart: 'p-prime', points: alone })).toBeUndefined();
    expect(limitsOf({ chart: 'p-prime', points: apart })).toBeUndefined();
  });

  it('is never narrower than p, and both hold the centre within 0 and 1', () => {
    const point = fc
      .tuple(fc.nat({ max: 200 }), fc.nat({ max: 200 }))
      .map(([one, other]) => ({ successes: Math.min(one, other), trials: Math.max(one, other) }));
    fc.assert(
      fc.property(fc.array(point, { minLength: 2, maxLength: 30 }), (points) => {
        const limits = limitsOf({ chart: 'p-prime', points });
        const plain = limitsOf({ chart: 'p', points });
        fc.pre(limits !== undefined && plain !== undefined);
        const narrow = judge(plain, points);
        for (const [index, { lower, upper, sigma, centre }] of judge(limits, points).entries()) {
          if (lower === null || upper === null) continue;
          expect(lower).toBeLessThanOrEqual(narrow[index]?.lower ?? NaN);
          expect(sigma).toBeGreaterThanOrEqual(narrow[index]?.sigma ?? NaN);
          expect(0 <= lower && lower < centre && centre < upper && upper <= 1).toBe(true);
        }
      }),
    );
  });
});
