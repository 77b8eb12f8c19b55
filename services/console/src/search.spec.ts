import { expect, test } from '@jest/globals';
import { associationsSearch, chartsSearch, customersSearch, feedbackSearch } from './search.ts';
import { goalSearch, goalsSearch, mapSearch, peopleSearch, recognitionSearch } from './search.ts';
import { parseSearch, releasesSearch, stringifySearch } from './search.ts';

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

test('the address of the map has what is counted, and one of the two times', () => {
  const search = { unit: 'sales', period: '2026', effectiveAt: '2026-03-01T00:00:00.000Z' };
  expect(mapSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(mapSearch({ asOf: 'a', effectiveAt: 'b', owner: '', other: 1 })).toEqual({ asOf: 'a' });
});

test('the address of people has a day, and what is wrong in it is dropped', () => {
  const search = { unit: 'sales', q: 'ada', on: '2026-03-01', page: 2, gone: true as const };
  expect(peopleSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(peopleSearch({ on: 'today', page: '1', gone: 'no', all: 'true' })).toEqual({ all: true });
});

test('the address of customers has a question, a part and one of the two times', () => {
  const part = { location: 'north', touchpoint: 'desk', channel: 'mail', unit: 'sales' };
  const span = { from: '2026-01-01', until: '2026-03-31', by: 'month' as const, page: 2 };
  const search = { metric: 'waiting', scale: '0..3', ...part, ...span, asOf: '2026-04-01' };
  expect(customersSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(customersSearch({ by: 'person', from: 'May', page: 'x', metric: 1 })).toEqual({});
});

test('the addresses of feedback and of the wall say which part of it; all else needs no saying', () => {
  expect(feedbackSearch({ view: 'requests' })).toEqual({ view: 'requests' });
  expect(feedbackSearch({ view: 'notes' })).toEqual({});
  expect(recognitionSearch({ whose: 'by' })).toEqual({ whose: 'by' });
  expect(recognitionSearch({ whose: 'all' })).toEqual({});
});

test('the address of control charts says charts or signals, and in which state', () => {
  const signals = { view: 'signals' as const, stage: 'overdue' as const, mine: true as const };
  expect(chartsSearch(parseSearch(stringifySearch(signals)))).toEqual(signals);
  expect(chartsSearch({ unit: 'sales', view: 'charts', stage: 'open', mine: 1 })).toEqual({
    unit: 'sales',
  });
});

test('the address of releases has a metric and days', () => {
  const search = { metric: 'nps', from: '2026-01-01', until: '2026-03-31' };
  expect(releasesSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(releasesSearch({ metric: 7, from: 'May', until: '' })).toEqual({});
});

test('the address of associations has a question and days', () => {
  const search = { metric: 'waiting', scale: '0..3', from: '2026-01-01', until: '2026-03-31' };
  expect(associationsSearch(parseSearch(stringifySearch(search)))).toEqual(search);
  expect(associationsSearch({ metric: '', from: '1.5.', location: 'north' })).toEqual({});
});
