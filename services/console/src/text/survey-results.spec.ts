import { expect, test } from '@jest/globals';
import type { SurveyFigure } from '../api/types.ts';
import { countLines, groupsOf, tookPartText, wholeOf, withheldText } from './survey-results.ts';

const question = { id: 'pride', required: true, text: 'Proud?', options: [] };
const all: SurveyFigure = {
  ...{ figure: 0, of: {}, tier: 'firm', suppressed: null, rank: null, n: 100, value: 0.3 },
  ...{ low: 0.2, high: 0.4, definition: 'favourable@1', countedAt: '9' },
  counts: [
    { score: 4, count: 70 },
    { score: 5, count: 30 },
  ],
};
const [desk, lab] = ['desk', 'lab'].map((unit): SurveyFigure => ({ ...all, of: { unit } }));

test('what is withheld says why', () => {
  expect(withheldText('below-threshold', 5)).toContain('fewer than 5 answers');
  const others = ['complementary', 'overlap', 'across-releases', 'too-few-for-an-index'] as const;
  const texts = others.map((one) => withheldText(one, 5));
  expect(new Set(texts).size).toBe(others.length);
  for (const text of texts) expect(text).toMatch(/^Hidden: /);
});

test('the figure of all stands by itself, and units are compared with each other', () => {
  const figures = [desk, all, lab].flatMap((one) => (one === undefined ? [] : [one]));
  expect(wholeOf(figures)).toBe(all);
  expect(groupsOf(figures)).toEqual([desk, lab]);
  expect(groupsOf(figures.slice(1))).toEqual([]);
  expect(wholeOf([])).toBeUndefined();
});

test('every value of a scale has its count, also where that is none', () => {
  const lines = countLines({ ...question, kind: 'rating' }, all);
  expect(lines.map(({ value, count }) => `${value} ${count}`)).toEqual([
    ...['1 0', '2 0', '3 0', '4 70', '5 30'],
  ]);
  expect(countLines({ ...question, kind: 'enps' }, all)).toHaveLength(11);
  const options = [
    { id: 'home', text: 'At home' },
    { id: 'x', text: null },
  ];
  const choice = { ...question, kind: 'choice' as const, options };
  expect(countLines(choice, { counts: [{ option: 'x', count: 3 }] })).toEqual([
    { value: 'home', label: 'At home', count: 0 },
    { value: 'x', label: 'x', count: 3 },
  ]);
});

test('how answers are spread is not told of few', () => {
  expect(countLines({ ...question, kind: 'rating' }, { ...all, counts: null })).toEqual([]);
});

test('who takes part is said as so many of so many', () => {
  expect(tookPartText({ value: 3 / 7, n: 7 })).toMatch(/^3 of 7 take part/);
  expect(tookPartText({ value: 0, n: 7 })).toMatch(/^0 of 7 take part/);
  expect(tookPartText({ value: null, n: null })).toContain('hidden');
});
