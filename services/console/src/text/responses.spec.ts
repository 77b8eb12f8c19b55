import { expect, test } from '@jest/globals';
import type { CustomerResponse } from '../api/types.ts';
import { mayDispute, responseText, scoreLineText, shareLineText } from './responses.ts';

test('a score has its scale, and no answer its cause', () => {
  const scale = { min: 0, max: 10 };
  expect(scoreLineText({ metric: 'nps', scale, score: 0 })).toBe('Would recommend: 0 of 10');
  expect(scoreLineText({ metric: 'waiting', scale, score: null, noAnswer: 'declined' })).toBe(
    'waiting: declined to say',
  );
});

test('a share is of a unit or a person', () => {
  expect(shareLineText({ unit: 'desk', share: 0.4 })).toBe('desk (40%)');
  expect(shareLineText({ person: 'ada', share: 0.6 })).toBe('ada (60%)');
});

test('how a response stands', () => {
  const recorded = { stage: 'recorded' as const, loop: { state: 'open' as const } };
  expect(responseText(recorded)).toBe('Nobody went back to the customer yet.');
  expect(responseText({ ...recorded, loop: { state: 'closed' } })).toMatch(/went back/);
  expect(responseText({ ...recorded, stage: 'withdrawn' })).toMatch(/withdrawn/);
});

test('who has a share disputes it once', () => {
  const response: Pick<CustomerResponse, 'stage' | 'shares' | 'disputes'> = {
    ...{ stage: 'recorded', shares: [{ person: 'ada', share: 1 }], disputes: [] },
  };
  expect([mayDispute(response, 'ada'), mayDispute(response, 'bo')]).toEqual([true, false]);
  expect(mayDispute({ ...response, stage: 'withdrawn' }, 'ada')).toBe(false);
  const dispute = { at: '', person: 'ada', share: 1, reason: null, settled: null };
  expect(mayDispute({ ...response, disputes: [dispute] }, 'ada')).toBe(false);
});
