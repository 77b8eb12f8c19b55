import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  attainment,
  isWithin,
  milestoneShare,
  rawAttainment,
  shareOfTimeInBand,
  weightedMean,
} from './index.ts';

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true });

describe('attainment', () => {
  it.each([
    // Published by performance.gov for fiscal year 2022: start, target, current, progress.
    [0, 76_000, 12_905, 0.169802632],
    [303.9, 273.5, 309, -0.167763158],
  ])('gives the published share of %d to %d at %d', (start, target, current, published) => {
    expect(rawAttainment({ start, target }, current).value).toBeCloseTo(published, 8);
  });

  it('keeps the raw share beside the clamped one', () => {
    expect(rawAttainment({ start: 10, target: 5 }, 4).value).toBe(1.2);
    expect(attainment({ start: 10, target: 5 }, 4).value).toBe(1);
    expect(rawAttainment({ start: 10, target: 5 }, 12).value).toBe(-0.4);
    expect(attainment({ start: 10, target: 5 }, 12).value).toBe(0);
  });

  it('is unknown, not zero, without a current value', () => {
    expect(attainment({ start: 0, target: 1 }, null)).toMatchObject({ value: null, n: 0 });
  });

  it('does not exist when start equals target', () => {
    expect(() => attainment({ start: 1, target: 1 }, 1)).toThrow(RangeError);
  });

  it('is 0 at the start and 1 at the target, whichever way the measure goes', () => {
    fc.assert(
      fc.property(finite, finite, (start, target) => {
        fc.pre(Math.abs(start - target) > 1e-6);
        expect(attainment({ start, target }, start).value).toBe(0);
        expect(attainment({ start, target }, target).value).toBe(1);
      }),
    );
  });
});

describe('share of time in band', () => {
  const band = { low: 80, high: 90 };

  it('holds each observation until the next, and the last until the end', () => {
    const observed = [
      { at: 0, value: 85 },
      { at: 60, value: 95 },
      { at: 80, value: 80 },
    ];
    expect(shareOfTimeInBand(band, observed, 100)).toMatchObject({ value: 0.8, n: 3 });
  });

  it('does not depend on the order in which observations came in', () => {
    const observed = [
      { at: 60, value: 95 },
      { at: 0, value: 85 },
    ];
    expect(shareOfTimeInBand(band, observed, 100).value).toBe(0.6);
  });

  it('leaves out what lies after the end, and is unknown without an observation', () => {
    expect(shareOfTimeInBand(band, [{ at: 50, value: 85 }], 40)).toMatchObject({
      value: null,
      n: 0,
    });
  });

  it('is the state of the only instant when no time has passed', () => {
    expect(shareOfTimeInBand(band, [{ at: 5, value: 85 }], 5).value).toBe(1);
    expect(shareOfTimeInBand(band, [{ at: 5, value: 79 }], 5).value).toBe(0);
  });

  it('counts the bounds as within, and a missing bound as open', () => {
    expect(isWithin(band, 80) && isWithin(band, 90)).toBe(true);
    expect(isWithin(band, 79.99) || isWithin(band, 90.01)).toBe(false);
    expect(isWithin({ low: 80 }, 1e9) && isWithin({ high: 90 }, -1e9)).toBe(true);
  });
});

describe('milestones and weighted means', () => {
  const milestones = [
    { id: 'a', weight: 3 },
    { id: 'b', weight: 1 },
  ];

  it('counts done weight over all weight, and no report as unknown', () => {
    expect(milestoneShare(milestones, ['a']).value).toBe(0.75);
    expect(milestoneShare(milestones, []).value).toBe(0);
    expect(milestoneShare(milestones, null)).toMatchObject({ value: null, n: 0 });
  });

  it('normalises weights over the parts that have a value', () => {
    const parts = [
      { weight: 2, value: 0.5 },
      { weight: 6, value: 1 },
      { weight: 92, value: null },
    ];
    expect(weightedMean(parts)).toMatchObject({ value: 0.875, n: 2 });
    expect(weightedMean([{ weight: 1, value: null }])).toMatchObject({ value: null, n: 0 });
  });

  it('lies between its smallest and its largest part', () => {
    const part = fc.record({
      weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
      value: fc.double({ min: 0, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1 }), (parts) => {
        const mean = weightedMean(parts).value ?? Number.NaN;
        expect(mean).toBeGreaterThanOrEqual(Math.min(...parts.map((one) => one.value)) - 1e-9);
        expect(mean).toBeLessThanOrEqual(Math.max(...parts.map((one) => one.value)) + 1e-9);
      }),
    );
  });
});
