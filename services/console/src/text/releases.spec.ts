import { expect, test } from '@jest/globals';
import type { Metric, ReleasedFigure } from '../api/types.ts';
import { boundsText, differenceText, metricText, ofText, responseOf } from './releases.ts';
import { sectionsOf, statedText, suppressedText, termsText } from './releases.ts';

const nps = { formula: 'nps@1' } as const;
const csat = { formula: 'csat@1' } as const;
const mean = { formula: 'mean-score@1' } as const;

function figure(of: ReleasedFigure['of'], more: Partial<ReleasedFigure> = {}): ReleasedFigure {
  return {
    ...{ figure: 0, of, tier: 'firm', suppressed: null, rank: null, n: 40, value: 0.5 },
    ...{ low: 0.4, high: 0.6, counts: null, definition: 'csat@1', countedAt: '7' },
    ...more,
  };
}

test('terms say of which question, by what, and from how many on', () => {
  const terms = { ...csat, question: null, minN: 5, dimensions: null };
  expect(termsText(terms)).toBe(
    'Satisfaction: the share of 4 and 5, of 1 to 5; of a question that the release names; ' +
      'by whatever there is; nothing of fewer than 5',
  );
  const named = { ...terms, question: 'bags', dimensions: ['location', 'unit'] };
  expect(termsText(named)).toContain('; of “bags”; by location, unit; ');
  expect(termsText({ ...terms, dimensions: [] })).toContain('; not broken down; ');
  expect(metricText({ ...terms, version: 3 } as Metric)).toMatch(
    /^The metric is at version 3: Sat/,
  );
});

test('bounds are in the unit of the formula, and there are none of what is hidden', () => {
  expect(boundsText({ low: -20, high: 4.44 }, nps)).toBe('−20 to +4.4');
  expect(boundsText({ low: 0, high: 0.5 }, csat)).toBe('0% to 50%');
  expect(boundsText({ low: 1.234, high: 2 }, mean)).toBe('1.23 to 2');
  expect(boundsText({ low: null, high: null }, csat)).toBeUndefined();
});

test('every reason for which something is hidden is said, with its threshold', () => {
  const reasons = (['below-threshold', 'complementary', 'overlap', 'across-releases'] as const).map(
    (reason) => suppressedText(reason, 8),
  );
  expect(new Set(reasons).size).toBe(4);
  expect(reasons.slice(0, 3).every((text) => text.includes('8'))).toBe(true);
});

test('a group is named by its segments, units by their names', () => {
  const units = new Map([['sales', 'Sales']]);
  expect(ofText({}, units)).toBe('All answers');
  expect(ofText({ unit: 'sales', month: '2026-03' }, units)).toBe('Sales · March 2026');
  expect(ofText({ unit: 'gone', day: '2026-03-01' }, units)).toBe('gone · Mar 1, 2026');
});

test('figures stand by what they are of: the best first, the order of names kept, hidden last', () => {
  const hidden = { suppressed: 'below-threshold', tier: 'hidden', n: null, value: null } as const;
  const figures = [
    figure({}, { figure: 0 }),
    figure({ location: 'a' }, { figure: 1, ...hidden }),
    figure({ location: 'b' }, { figure: 2, rank: 2 }),
    figure({ location: 'c' }, { figure: 3, rank: 1 }),
    figure({ location: 'c', month: '2026-01' }, { figure: 4, ...hidden }),
    figure({ location: 'c', month: '2026-02' }, { figure: 5 }),
    figure({ location: 'c', month: '2026-03' }, { figure: 6 }),
  ];
  const sections = sectionsOf({ figures });
  expect(sections.map(({ title, isRanked }) => [title, isRanked])).toEqual([
    ['All answers', false],
    ['By location', true],
    ['By location and month', false],
  ]);
  expect(sections.map((one) => one.figures.map((of) => of.figure))).toEqual([
    ...[[0], [3, 2, 1], [5, 6, 4]],
  ]);
});

test('what has changed is a difference of values and of counts, or cannot be told', () => {
  expect(statedText({ value: 0.5, n: 40 }, csat)).toBe('50%, n = 40');
  expect(statedText({ value: null, n: 0 }, csat)).toBe('n = 0');
  expect(statedText(null, csat)).toBe('not shown');
  expect(differenceText({ value: 0.0351, n: 7 }, csat)).toBe('+3.5 percentage points, n +7');
  expect(differenceText({ value: -12.5, n: -1 }, nps)).toBe('−12.5, n −1');
  expect(differenceText({ value: 0, n: 0 }, mean)).toBe('0, n 0');
  expect(differenceText({ value: null, n: 5 }, csat)).toBe('n +5');
  expect(differenceText(null, csat)).toBe('cannot be told');
});

test('the stream of an answer leads to it, another one nowhere', () => {
  const id = '0fa22897-ceb1-5039-98e0-cf3497cb6f61';
  expect(responseOf(`feedback.customer-response-main.${id}`)).toBe(id);
  expect(responseOf(`feedback.case-main.${id}`)).toBeUndefined();
  expect(responseOf('feedback.customer-response-main.<script>')).toBeUndefined();
});
