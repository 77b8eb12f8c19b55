import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { giniCoefficient, pairReciprocity, wilsonInterval, z95 } from './index.ts';

describe('the Gini coefficient', () => {
  it('of the incomes in the manual of R’s package ineq is what that package gives', () => {
    const incomes = [541, 1463, 2445, 3438, 4437, 5401, 6392, 8304, 11904, 22261];
    expect(giniCoefficient(incomes)).toMatchObject({ n: 10, definition: 'gini@1' });
    expect(giniCoefficient(incomes).value).toBeCloseTo(0.4620911, 7);
  });

  it.each([
    [[3, 3, 3], 0],
    [[0.1, 0.1, 0.1], 0],
    [[0, 0, 0, 8], 0.75],
    [[1, 2, 3, 4], 0.25],
    [[5], 0],
    [[1e308, 1e308, 0], 1 / 3],
  ])('of %j is %d', (amounts, expected) => {
    expect(giniCoefficient(amounts).value).toBeCloseTo(expected, 12);
  });

  it('is unknown without members, and while nobody received anything', () => {
    const none = { value: null, low: null, high: null };
    expect(giniCoefficient([])).toEqual({ ...none, n: 0, definition: 'gini@1' });
    expect(giniCoefficient([0, 0])).toMatchObject({ value: null, n: 2 });
  });

  it.each([-1, Number.NaN, Number.POSITIVE_INFINITY])('does not exist for %d', (amount) => {
    expect(() => giniCoefficient([1, amount])).toThrow(RangeError);
  });

  const amounts = fc.array(fc.nat({ max: 1_000 }), { minLength: 1, maxLength: 30 });

  it('is half of the mean difference of two members over the mean', () => {
    fc.assert(
      fc.property(amounts, (some) => {
        const sum = some.reduce((one, other) => one + other, 0);
        fc.pre(sum > 0);
        const apart = some.flatMap((one) => some.map((other) => Math.abs(one - other)));
        const expected = apart.reduce((one, other) => one + other, 0) / (2 * some.length * sum);
        expect(giniCoefficient(some).value).toBeCloseTo(expected, 10);
      }),
    );
  });

  it('has the interval of the jackknife, which leaves out one after the other', () => {
    let bounded = 0;
    fc.assert(
      fc.property(amounts, (some) => {
        const { value, n, low, high } = giniCoefficient(some);
        if (value === null || low === null || high === null) return;
        bounded += 1;
        const without = some.map(
          (_, index) => giniCoefficient(some.toSpliced(index, 1)).value ?? 0,
        );
        const mean = without.reduce((one, other) => one + other, 0) / n;
        const squares = without.reduce((all, one) => all + (one - mean) ** 2, 0);
        const reach = z95 * Math.sqrt(((n - 1) / n) * squares);
        expect(low).toBeCloseTo(Math.max(value - reach, 0), 9);
        expect(high).toBeCloseTo(Math.min(value + reach, 1 - 1 / n), 9);
      }),
    );
    expect(bounded).toBeGreaterThan(50);
  });

  it.each([[[5]], [[3, 3, 3]], [[0, 0, 7]], [[0.1, 0.1, 0.1]]])(
    'has no interval of %j, which shows no spread',
    (few) => {
      expect(giniCoefficient(few)).toMatchObject({ low: null, high: null });
    },
  );

  it('lies within 0 and 1 − 1/n, whatever the order and the unit', () => {
    fc.assert(
      fc.property(amounts, fc.integer({ min: 2, max: 9 }), (some, scale) => {
        const { value, n } = giniCoefficient(some);
        fc.pre(value !== null);
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(1 - 1 / n + 1e-12);
        expect(giniCoefficient(some.toReversed()).value).toBe(value);
        const scaled = some.map((amount) => amount * scale);
        expect(giniCoefficient(scaled).value).toBeCloseTo(value, 12);
      }),
    );
  });
});

const edge = (from: string, to: string) => ({ from, to });

describe('the reciprocity of pairs', () => {
  it('is the share of directed pairs that are returned', () => {
    const given = [edge('a', 'b'), edge('b', 'a'), edge('a', 'c'), edge('c', 'd')];
    expect(pairReciprocity(given)).toMatchObject({ value: 0.5, n: 4, definition: 'reciprocity@1' });
  });

  it('has the interval of its undirected pairs: both directions of one are one observation', () => {
    // One of three pairs is mutual.
    const given = [edge('a', 'b'), edge('b', 'a'), edge('a', 'c'), edge('c', 'd')];
    const { low, high } = wilsonInterval(1, 3) ?? { low: NaN, high: NaN };
    expect(pairReciprocity(given).low).toBeCloseTo((2 * low) / (1 + low), 12);
    expect(pairReciprocity(given).high).toBeCloseTo((2 * high) / (1 + high), 12);
    expect(pairReciprocity([])).toMatchObject({ low: null, high: null });
    expect(pairReciprocity([edge('a', 'b')])).toMatchObject({ value: 0, low: 0 });
    const returned = pairReciprocity([edge('a', 'b'), edge('b', 'a')]);
    expect(returned).toMatchObject({ value: 1, high: 1 });
  });

  it('counts a pair once, however often one gave to the other', () => {
    const given = [edge('a', 'b'), edge('a', 'b'), edge('b', 'a'), edge('c', 'a')];
    expect(pairReciprocity(given)).toMatchObject({ value: 2 / 3, n: 3 });
  });

  it('is unknown without a pair; what is given to oneself is none', () => {
    expect(pairReciprocity([])).toMatchObject({ value: null, n: 0 });
    expect(pairReciprocity([edge('a', 'a')])).toMatchObject({ value: null, n: 0 });
    expect(pairReciprocity([edge('a', 'a'), edge('a', 'b')])).toMatchObject({ value: 0, n: 1 });
  });

  const person = fc.constantFrom('a', 'b', 'c', 'd', 'toString', '');
  const edges = fc.array(fc.record({ from: person, to: person }), { maxLength: 30 });

  it('is 1 once everybody returned, and the same when all edges turn round', () => {
    fc.assert(
      fc.property(edges, (some) => {
        const turned = some.map(({ from, to }) => edge(to, from));
        expect(pairReciprocity(turned)).toEqual(pairReciprocity(some));
        const { value, n } = pairReciprocity([...some, ...turned]);
        expect(value).toBe(n === 0 ? null : 1);
      }),
    );
  });
});
