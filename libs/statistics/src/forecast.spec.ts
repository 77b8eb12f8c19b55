import { describe, expect, it } from '@jest/globals';
import { brierScore, elapsedShare, figure, pace, share } from './index.ts';

describe('pace', () => {
  const quarter = { start: Date.parse('2026-01-01'), end: Date.parse('2026-04-11') };

  it('is progress less the share of the time that has passed', () => {
    const progress = figure('objective-progress@1', 0.75, 3);
    expect(pace(progress, quarter, Date.parse('2026-02-20')).value).toBeCloseTo(0.25, 10);
  });

  it('never counts more time than the period has', () => {
    expect(elapsedShare(quarter, Date.parse('2030-01-01'))).toBe(1);
    expect(elapsedShare(quarter, Date.parse('2020-01-01'))).toBe(0);
  });

  it('is unknown while the progress is', () => {
    const progress = figure('objective-progress@1', null, 0);
    expect(pace(progress, quarter, quarter.end)).toMatchObject({ value: null, n: 0 });
  });
});

describe('Brier score', () => {
  it('is the mean squared distance of confidence and outcome', () => {
    const forecasts = [
      { confidence: 1, outcome: true },
      { confidence: 0.7, outcome: true },
      { confidence: 0.4, outcome: false },
    ];
    expect(brierScore(forecasts)).toMatchObject({ n: 3 });
    expect(brierScore(forecasts).value).toBeCloseTo((0 + 0.09 + 0.16) / 3, 12);
  });

  it('gives 0.25 to a constant coin toss, 0 to certainty that is right, 1 to wrong', () => {
    const tossed = [true, false].map((outcome) => ({ confidence: 0.5, outcome }));
    expect(brierScore(tossed).value).toBe(0.25);
    expect(brierScore([{ confidence: 0, outcome: false }]).value).toBe(0);
    expect(brierScore([{ confidence: 1, outcome: false }]).value).toBe(1);
  });

  it('is unknown without a forecast, and refuses what is no probability', () => {
    expect(brierScore([])).toMatchObject({ value: null, n: 0 });
    expect(() => brierScore([{ confidence: 1.01, outcome: true }])).toThrow(RangeError);
  });
});

describe('a share', () => {
  it('has its whole as n, and no value of an empty whole', () => {
    expect(share('staleness@1', 1, 4)).toEqual({ value: 0.25, n: 4, definition: 'staleness@1' });
    expect(share('staleness@1', 0, 0).value).toBeNull();
  });
});
