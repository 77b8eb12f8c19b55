import { expect, test } from '@jest/globals';
import { coefficientBoundsText, coefficientText, directionText } from './associations.ts';
import { unitAmount, unitBoundsText } from './associations.ts';

const correlation = (value: number | null, low: number | null, high: number | null) => {
  return { value, n: 12, definition: 'pearson@1', low, high };
};

test('a coefficient has a sign and two digits, and may not be known', () => {
  expect([0.929, -0.6245, 0, null].map((one) => coefficientText(one))).toEqual([
    ...['+0.93', '−0.62', '0.00', 'not known'],
  ]);
  expect(coefficientBoundsText(correlation(0.5, -0.1, 0.8))).toBe('95% interval: −0.10 to +0.80');
  expect(coefficientBoundsText(correlation(null, null, null))).toBe('no interval');
});

test('a direction is said only where the interval does not hold 0', () => {
  expect(directionText(correlation(0.5, 0.1, 0.8))).toContain('tends to be higher');
  expect(directionText(correlation(-0.5, -0.8, -0.1))).toContain('tends to be lower');
  for (const [low, high] of [
    [-0.1, 0.9],
    [0, 0.9],
    [-0.9, 0],
  ] as const) {
    expect(directionText(correlation(0.5, low, high))).toContain('may be no association');
  }
  expect(directionText(correlation(null, null, null))).toContain('four units');
});

test('figures of a unit are in their own unit, with their interval', () => {
  const covered = {
    value: 0.8,
    n: 10,
    definition: 'recognition-coverage@1',
    low: 0.49,
    high: 0.943,
  };
  expect([unitAmount(covered), unitBoundsText(covered)]).toEqual(['80%', '49% to 94.3%']);
  const engaged = { ...covered, definition: 'engagement-index@1' };
  expect(unitAmount(engaged)).toBe('80%');
  const nps = { value: -4, n: 30, definition: 'nps@1', low: null, high: null };
  expect([unitAmount(nps), unitBoundsText(nps)]).toEqual(['−4', 'no interval']);
  expect(unitAmount({ value: null, definition: 'csat@1' })).toBe('no value');
});
