import { expect, test } from '@jest/globals';
import type { SurveyQuestion } from '../api/types.ts';
import { choicesOf, commentLengthMax, givenOf, mistakesOf, typedOf } from './answers.ts';

const question = (id: string, kind: SurveyQuestion['kind'], required = false): SurveyQuestion => ({
  ...{ id, kind, required, text: id, options: [] },
});
const place = {
  ...question('place', 'choice'),
  options: [
    { id: 'home', text: 'At home' },
    { id: 'x', text: null },
  ],
};
const questions = [
  ...[question('pride', 'rating', true), question('recommend', 'enps'), place],
  question('why', 'comment'),
];

test('a scale, or options, can be chosen from', () => {
  expect(choicesOf(question('pride', 'rating'))?.map(({ value }) => value)).toEqual([
    ...['1', '2', '3', '4', '5'],
  ]);
  expect(choicesOf(question('recommend', 'enps'))).toHaveLength(11);
  expect(choicesOf(place)).toEqual([
    { value: 'home', label: 'At home' },
    { value: 'x', label: 'x' },
  ]);
  expect(choicesOf(question('why', 'comment'))).toBeUndefined();
});

test('what is wanted must be answered, and one question at least', () => {
  expect([...mistakesOf(questions, { why: ' ' }).keys()]).toEqual(['pride']);
  expect(mistakesOf(questions, { pride: '4' }).size).toBe(0);
  const free = questions.map((one) => ({ ...one, required: false }));
  expect([...mistakesOf(free, {}).keys()]).toEqual(['']);
  const at = (length: number) => [...mistakesOf(free, { why: 'x'.repeat(length) }).keys()];
  expect([at(commentLengthMax), at(commentLengthMax + 1)]).toEqual([[], ['why']]);
});

test('an answer has numbers, choices and comments apart, and comes back as it was typed', () => {
  const typed = { pride: '4', recommend: '0', place: 'home', why: 'So.\n', other: 'x' };
  const given = givenOf(questions, typed);
  expect(given).toEqual({
    ...{ ratings: { pride: 4, recommend: 0 }, choices: { place: 'home' } },
    comments: { why: 'So.\n' },
  });
  const { other: _, ...known } = typed;
  expect(typedOf(given)).toEqual(known);
  expect(givenOf(questions, { pride: '' })).toEqual({ ratings: {}, choices: {}, comments: {} });
});
