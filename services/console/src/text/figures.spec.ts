import { describe, expect, test } from '@jest/globals';
import type { Figure } from '../api/types.ts';
import { barShare, brierText, brierWords, countText, figureText, measureText } from './figures.ts';
import { paceText, shareText, valueText } from './figures.ts';

const figure = (value: number | null): Figure => ({ value, n: 1, definition: 'attainment@1' });

describe('a figure', () => {
  test('that is unknown is said in words, and has no bar', () => {
    expect(figureText(figure(null), 'en')).toBe('no progress yet');
    expect(barShare(figure(null))).toBeUndefined();
  });

  test('of zero is zero, and has a bar', () => {
    expect(figureText(figure(0), 'en')).toBe('0%');
    expect(barShare(figure(0))).toBe(0);
  });

  test('that has not quite arrived is not rounded up to all', () => {
    expect(shareText(0.9996, 'en')).toBe('99.9%');
    expect(shareText(1, 'en')).toBe('100%');
  });

  test('is not cut below what was meant by binary fractions', () => {
    expect(shareText(0.29, 'en')).toBe('29%');
    expect(shareText(0.57, 'en')).toBe('57%');
  });

  test('beyond its bounds fills the bar, and no more', () => {
    expect([barShare(figure(1.4)), barShare(figure(-0.2))]).toEqual([1, 0]);
  });

  test('is written as its reader writes numbers', () => {
    expect(shareText(0.125, 'de')).toBe('12,5\u00a0%');
    expect(valueText(1234.5, 'USD', 'de')).toBe('1.234,5\u202fUSD');
  });
});

describe('a value', () => {
  test('has its unit, and percent stands close', () => {
    expect(valueText(40, 'h', 'en')).toBe('40\u202fh');
    expect(valueText(40, '%', 'en')).toBe('40%');
    expect(valueText(40, undefined, 'en')).toBe('40');
  });

  test('that is missing is not a number', () => {
    expect(valueText(null, 'h', 'en')).toBe('no value');
  });
});

describe('a measure', () => {
  test.each([
    [{ kind: 'increase', start: 0, target: 76_000 }, 'increase from 0 to 76,000'],
    [
      { kind: 'decrease', start: 48, target: 12, unit: 'h' },
      'decrease from 48\u202fh to 12\u202fh',
    ],
    [{ kind: 'within', low: 1, high: 3 }, 'stay from 1 to 3'],
    [{ kind: 'within', low: 0 }, 'stay at 0 or above'],
    [{ kind: 'within', high: 0 }, 'stay at 0 or below'],
    [{ kind: 'milestones', milestones: [{ id: 'a', weight: 1 }] }, '1 milestone'],
    [{ kind: 'completion', start: 0, target: 4 }, 'complete from 0 to 4'],
    [{ kind: 'undefined', unit: '%' }, 'no target, in %'],
  ] as const)('%j reads "%s"', (measure, text) => {
    expect(measureText(measure as never, 'en')).toBe(text);
  });
});

test('pace is ahead, behind, on, or unknown', () => {
  expect(paceText(figure(0.104), 'en')).toBe('10 points ahead');
  expect(paceText(figure(-0.01), 'en')).toBe('1 point behind');
  expect(paceText(figure(0.004), 'en')).toBe('on pace');
  expect(paceText(figure(null), 'en')).toBe('no pace');
});

test('counts say of how many, unless it is all', () => {
  expect(countText(3, 5, 'measure')).toBe('3 of 5 measures');
  expect(countText(1, 1, 'measure')).toBe('1 measure');
  expect(countText(0, 1, 'measure')).toBe('0 of 1 measures');
});

test('a Brier score has three digits and a word on each side of the coin', () => {
  expect(brierText(figure(0.0625), 'en')).toBe('0.063');
  expect([0.1, 0.249, 0.25, 0.251].map((one) => brierWords(figure(one)))).toEqual([
    'close to what happened',
    'better than a coin',
    'as good as a coin',
    'worse than a coin',
  ]);
});
