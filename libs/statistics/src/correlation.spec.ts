import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { correlationPairsMin, pearsonCorrelation, spearmanCorrelation } from './index.ts';

const pairs = (xs: readonly number[], ys: readonly number[]) =>
  xs.map((x, index) => ({ x, y: ys[index] ?? NaN }));

/** Distances of homes and their figures in a printed run of R's cor.test; some are equal. */
const [distances, prices] = [
  [50, 11, 2, 19, 26, 73, 81, 51, 11, 2, 19, 25],
  [22.1, 35.9, 57.9, 22.2, 42.4, 5.8, 3.6, 21.4, 55.2, 33.3, 32.4, 38.4],
];

describe('Pearson’s correlation', () => {
  it.each([
    [distances, prices, -0.8492663, -0.9568189, -0.5371871],
    [
      [9.7, 10.3, 9.6, 7.7, 10.2, 10.6, 10.4, 11.4, 7.8, 8.6],
      [9.9, 10.9, 9.4, 11.4, 10.1, 8.4, 10.4, 11.4, 9.0, 9.6],
      ...[0.1309564, -0.5434819, 0.702647],
    ] as const,
  ])('is what R’s cor.test prints for %j and %j', (xs, ys, r, low, high) => {
    const shown = pearsonCorrelation(pairs(xs, ys));
    expect(shown).toMatchObject({ n: xs.length, definition: 'pearson@1' });
    expect(shown.value).toBeCloseTo(r, 7);
    expect(shown.low).toBeCloseTo(low, 7);
    expect(shown.high).toBeCloseTo(high, 7);
  });

  it.each([
    [[8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68], 0.8164],
    [[9.14, 8.14, 8.74, 8.77, 9.26, 8.1, 6.13, 3.1, 9.13, 7.26, 4.74], 0.8162],
    [[7.46, 6.77, 12.74, 7.11, 7.81, 8.84, 6.08, 5.39, 8.15, 6.42, 5.73], 0.8163],
  ])('is the published one of Anscombe’s set %j', (ys, r) => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    expect(pearsonCorrelation(pairs(xs, ys)).value).toBeCloseTo(r, 4);
  });

  it('is unknown under four pairs', () => {
    const three = pairs([1, 2, 3], [2, 1, 5]);
    expect(pearsonCorrelation(three)).toEqual({
      ...{ value: null, low: null, high: null },
      ...{ n: correlationPairsMin - 1, definition: 'pearson@1' },
    });
    expect(pearsonCorrelation([...three, { x: 4, y: 4 }]).value).not.toBeNull();
    expect(pearsonCorrelation([])).toMatchObject({ value: null, n: 0 });
  });

  it('is unknown when one side does not vary, also by rounding', () => {
    const same = [0.1, 0.1, 0.1, 0.1, 0.1, 0.1];
    const unknown = { value: null, low: null, high: null, n: 6 };
    expect(pearsonCorrelation(pairs(same, [1, 2, 3, 4, 5, 6]))).toMatchObject(unknown);
    expect(pearsonCorrelation(pairs([1, 2, 3, 4, 5, 6], same))).toMatchObject(unknown);
  });

  it('is 1 or −1 on a line, where the interval has no width', () => {
    const xs = [1, 2, 4, 8];
    const line = (slope: number) =>
      pearsonCorrelation(
        pairs(
          xs,
          xs.map((x) => slope * x + 3),
        ),
      );
    expect(line(2)).toMatchObject({ value: 1, low: 1, high: 1 });
    // Without a bound, rounding gives 1.0000000000000002 here.
    const steps = [6, 2, 5, 4, 7];
    const onLine = pairs(
      steps,
      steps.map((x) => 4 * x + 1),
    );
    expect(pearsonCorrelation(onLine)).toMatchObject({ value: 1, low: 1, high: 1 });
    expect(line(-2)).toMatchObject({ value: -1, low: -1, high: -1 });
  });

  it('does not exist for what is not finite', () => {
    const xs = [1, 2, 3, 4];
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(() => pearsonCorrelation(pairs(xs, [1, 2, 3, bad]))).toThrow(RangeError);
      expect(() => spearmanCorrelation(pairs([bad, 2, 3, 4], xs))).toThrow(RangeError);
    }
  });
});

describe('Spearman’s rank correlation', () => {
  it('is −29/165 for the published example of intelligence and television', () => {
    const xs = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const ys = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    const shown = spearmanCorrelation(pairs(xs, ys));
    expect(shown).toMatchObject({ n: 10, definition: 'spearman@1' });
    expect(shown.value).toBeCloseTo(-29 / 165, 12);
    // tanh(artanh(−29/165) ± 1.96 √((1 + (29/165)²/2) / 7)), computed apart from this code.
    expect(shown.low).toBeCloseTo(-0.72783003, 8);
    expect(shown.high).toBeCloseTo(0.51454666, 8);
  });

  it('shares ranks between equal values', () => {
    // Computed apart from this code, by counting for each value those below and beside it.
    const shown = spearmanCorrelation(pairs(distances ?? [], prices ?? []));
    expect(shown.value).toBeCloseTo(-0.7627522536963859, 12);
  });

  it('is unknown where Pearson’s is', () => {
    expect(spearmanCorrelation(pairs([1, 2, 3], [1, 2, 3]))).toMatchObject({ value: null, n: 3 });
    const flat = spearmanCorrelation(pairs([1, 2, 3, 4], [5, 5, 5, 5]));
    expect([flat.value, flat.low, flat.high]).toEqual([null, null, null]);
  });

  it('sees any steady rise as 1, however steep', () => {
    const xs = [-3, 0, 1, 2, 9];
    expect(spearmanCorrelation(pairs(xs, xs.map(Math.exp))).value).toBeCloseTo(1, 12);
    expect(
      spearmanCorrelation(
        pairs(
          xs,
          xs.map((x) => -(x ** 3)),
        ),
      ).value,
    ).toBeCloseTo(-1, 12);
  });
});

describe('both correlations', () => {
  const number = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  const few = fc.integer({ min: -3, max: 3 });
  const side = fc.oneof(number, few);
  const some = fc.array(fc.record({ x: side, y: side }), { minLength: 4, maxLength: 30 });

  it('lie within −1 and 1, and within the interval', () => {
    fc.assert(
      fc.property(some, (given) => {
        const { value, low, high } = pearsonCorrelation(given);
        fc.pre(value !== null);
        expect(Math.abs(value)).toBeLessThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(value + 1e-12);
        expect(high).toBeGreaterThanOrEqual(value - 1e-12);
        expect(Math.abs(spearmanCorrelation(given).value ?? NaN)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('are the same with the sides exchanged, and turn with one of them', () => {
    fc.assert(
      fc.property(some, (given) => {
        for (const computed of [pearsonCorrelation, spearmanCorrelation]) {
          const { value } = computed(given);
          fc.pre(value !== null);
          expect(computed(given.map(({ x, y }) => ({ x: y, y: x }))).value).toBeCloseTo(value, 9);
          expect(computed(given.map(({ x, y }) => ({ x: -x, y }))).value).toBeCloseTo(-value, 9);
        }
      }),
    );
  });
});
