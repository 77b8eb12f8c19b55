import { describe, expect, test } from '@jest/globals';
import type { Score } from '../api/types.ts';
import { answersText, causesOf, intervalText, kindOf, placeOf } from './satisfaction-text.ts';
import { rangeOf, rankText, rowText, scoreText, sizeText } from './satisfaction-text.ts';

const nps: Score = {
  ...{ value: -14.285714, n: 14, definition: 'nps@1', low: -57.94, high: 29.37 },
  ...{ detractors: 6, passives: 4, promoters: 4, standardError: 22.27 },
};
const share: Score = {
  ...{ value: 0.8, n: 40, definition: 'csat@1', low: 0.6523, high: 0.895 },
  ...{ successes: 32, mean: 4.1 },
};
const mean: Score = {
  ...{ value: 1.4769, n: 65, definition: 'mean-score@1', low: 1.3012, high: 1.6526 },
  standardError: 0.0896,
};

describe('a score', () => {
  test('is in points with a sign, a share, or a mean, with its interval', () => {
    expect([nps, share, mean].map(kindOf)).toEqual(['points', 'share', 'mean']);
    const ofSurveys = ['enps@1', 'favourable@1', 'participation@1', 'engagement-index@1'];
    expect(ofSurveys.map((definition) => kindOf({ definition }))).toEqual([
      ...['points', 'share', 'share', 'share'],
    ]);
    expect([nps, share, mean].map((one) => scoreText(one, 'en'))).toEqual(['−14.3', '80%', '1.48']);
    expect([nps, share, mean].map((one) => intervalText(one, 'en'))).toEqual([
      ...['−57.9 to +29.4', '65.2% to 89.5%', '1.3 to 1.65'],
    ]);
    expect(scoreText({ ...nps, value: 0 }, 'en')).toBe('0');
    expect(scoreText({ ...nps, value: 100 }, 'en')).toBe('+100');
  });

  test('without a value or bounds is said to have none, and is never zero', () => {
    expect(scoreText({ ...nps, value: null }, 'en')).toBe('no value');
    expect(intervalText({ ...nps, low: null }, 'en')).toBeUndefined();
    expect(intervalText({ ...mean, low: null, high: null }, 'en')).toBeUndefined();
  });

  test('is drawn within its range, from where its bars begin', () => {
    const scale = { min: 1, max: 5 };
    expect(rangeOf('points', { min: 0, max: 10 })).toEqual({ min: -100, max: 100, base: 0 });
    expect(rangeOf('share', scale)).toEqual({ min: 0, max: 1, base: 0 });
    expect(rangeOf('mean', scale)).toEqual({ min: 1, max: 5, base: 1 });
    const places = [-100, 0, 50, 120].map((value) => placeOf(value, rangeOf('points', null)));
    expect(places).toEqual([0, 50, 75, 100]);
    expect(placeOf(3, { min: 3, max: 3, base: 3 })).toBe(0);
  });
});

test('a row without a rank has none, and is not the last', () => {
  expect([rankText(1), rankText(null)]).toEqual(['1', '–']);
});

test('answers are counted against those who were asked', () => {
  expect(answersText(34, 39)).toBe('34 answers of 39 asked');
  expect([answersText(14, 14), answersText(1, null)]).toEqual(['14 answers', '1 answer']);
  expect([sizeText(60, 65), sizeText(14, 14)]).toEqual(['n = 60, of 65 who were asked', 'n = 14']);
});

test('causes of no answer are those that there were, the most frequent first', () => {
  const none = { 'not-applicable': 0, 'do-not-know': 0, dismissed: 0 };
  const causes = causesOf({ ...none, blank: 2, declined: 3 });
  expect(causes.map(({ label, count }) => [label, count])).toEqual([
    ['Declined to say', 3],
    ['Left blank', 2],
  ]);
  expect(causesOf({ ...none, blank: 0, declined: 0 })).toEqual([]);
});

test('a row is named by what it is of', () => {
  const names = new Map([['sales', 'Sales']]);
  expect(rowText('sales', 'unit', names)).toBe('Sales');
  expect(rowText('gone', 'unit', names)).toBe('gone');
  expect(rowText('2026-02', 'month', names, 'en')).toBe('February 2026');
  expect(rowText('2026-02-03', 'day', names, 'en')).toBe('Feb 3, 2026');
  expect(rowText(null, 'location', names)).toBe('No location named');
  expect(rowText('2026-02', 'channel', names)).toBe('2026-02');
});
