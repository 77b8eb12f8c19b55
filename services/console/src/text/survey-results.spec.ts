import { expect, test } from '@jest/globals';
import { countLines, figuresOf, hiddenText, scoreOf } from './survey-results.ts';

const question = { id: 'pride', required: true, text: 'Proud?', options: [] };
const figures = { n: 3, counts: { 4: 2, 5: 1 } };

test('what is hidden has no figures, and says why', () => {
  expect(figuresOf({ hidden: true })).toBeUndefined();
  expect(figuresOf({ segments: {}, ...figures })).toMatchObject(figures);
  expect(hiddenText(5)).toContain('fewer than 5 answers');
});

test('every value of a scale has its count, also where that is none', () => {
  const lines = countLines({ ...question, kind: 'rating' }, figures);
  expect(lines.map(({ value, count }) => [value, count])).toEqual([
    ...[
      ['1', 0],
      ['2', 0],
      ['3', 0],
    ],
    ...[
      ['4', 2],
      ['5', 1],
    ],
  ]);
  expect(countLines({ ...question, kind: 'enps' }, figures)).toHaveLength(11);
  const options = [
    { id: 'home', text: 'At home' },
    { id: 'x', text: null },
  ];
  const choice = { ...question, kind: 'choice' as const, options };
  expect(countLines(choice, { n: 3, counts: { x: 3 } })).toEqual([
    { value: 'home', label: 'At home', count: 0 },
    { value: 'x', label: 'x', count: 3 },
  ]);
});

test('a question has one score, or none', () => {
  const interval = { low: 0.4, high: 1 };
  const favourable = { value: 1, n: 3, definition: 'favourable@1', successes: 3, ...interval };
  expect(scoreOf({ ...figures, favourable })).toBe(favourable);
  expect(scoreOf(figures)).toBeUndefined();
});
