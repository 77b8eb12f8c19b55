import { expect, test } from '@jest/globals';
import { goalSearch, goalsSearch, parseSearch, stringifySearch } from './search.ts';

test('an address is read back as it was written, also what looks like a number', () => {
  const search = { period: '2022', q: 'a & b=c', down: true as const, page: 3 };
  expect(goalsSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(stringifySearch({ period: undefined, q: '' })).toBe('');
});

test('what an address has wrong is dropped', () => {
  const wrong = { stage: 'gone', sort: 'colour', page: '-1', on: '1 May', down: 'yes', period: '' };
  expect(goalsSearch(wrong)).toEqual({});
});

test('a goal is looked at in one of the two times, not in both', () => {
  expect(goalSearch({ asOf: 'a', effectiveAt: 'b' })).toEqual({ asOf: 'a' });
  expect(goalSearch({ effectiveAt: 'b' })).toEqual({ effectiveAt: 'b' });
  expect(goalSearch({ asOf: 1 })).toEqual({});
});
