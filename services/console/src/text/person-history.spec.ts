import { expect, test } from '@jest/globals';
import { actionsText, toldOf } from './person-history.ts';

const told = (data: object, words: Readonly<Record<string, string | null>> = {}) => {
  return toldOf({ data, words }, 'en-GB').map(({ label, text }) => `${label}: ${text}`);
};

test('a fact of a person is told in lines, its ids and its reason apart', () => {
  expect(
    told({ person: 'ada', post: 'lead', from: '2026-07-01' }, { name: 'Ada', reason: 'Why' }),
  ).toEqual(['Post: lead', 'From: 1 Jul 2026', 'Name: Ada']);
});

test('what is not there is said in the words of its field', () => {
  expect(told({ leave: 'x', until: null, post: null, unit: null, to: null })).toEqual([
    ...['Last day: open', 'Post: none', 'Unit: everywhere', 'To: no such entry'],
  ]);
  expect(told({}, { name: null })).toEqual(['Name: erased']);
});

test('a correction tells what the entry reads from then on', () => {
  const to = { from: '2026-09-01', value: 'head' };
  expect(told({ field: 'post', to })).toEqual(['Corrected: post', 'To: head from 1 Sept 2026']);
  expect(told({ to: { from: '2026-09-01', value: false } })).toEqual([
    'To: not here from 1 Sept 2026',
  ]);
  expect(told({ to: { from: '2026-09-01', value: null } })).toEqual(['To: none from 1 Sept 2026']);
});

test('delegated actions are everything or a list, and an unknown field keeps its name', () => {
  expect(told({ actions: 'all' })).toEqual(['Actions: everything']);
  expect(told({ actions: ['goal/change', 'goal/read'], other: 3 })).toEqual([
    'Actions: goal/change, goal/read',
    'other: 3',
  ]);
  expect(actionsText('all')).toBe('in everything');
  expect(actionsText(['goal/change'])).toBe('for goal/change');
});
