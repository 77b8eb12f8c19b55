import { expect, test } from '@jest/globals';
import type { ReviewEvidence } from '../api/types.ts';
import { customerText, goalOf, goalText, lateText, publishedTitle } from './evidence.ts';
import { questionText } from './evidence.ts';

const goal: ReviewEvidence['goals'][number] = {
  ...{ goalId: 'g1', owner: 'person:ada', owners: ['person:ada'], isOwn: true, isPrivate: false },
  ...{ kind: 'committed', fact: 'f1', keyResults: [], closed: null },
  period: { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' },
  attainment: { value: 0.4, n: 1, definition: 'weighted-mean@1' },
};
const nps: ReviewEvidence['customers']['figures'][number] = {
  ...{ metric: 'nps', scale: { min: 0, max: 10 }, value: 50, low: 20, high: 80 },
  ...{ n: 40, definition: 'nps@1', share: 0.75, counts: [[10, 40]], tier: 'firm' },
};
const late: ReviewEvidence['late'][number] = {
  ...{ source: 'goals', fact: 'f2', type: 'goals.ProgressCheckedIn.v1', revision: 4 },
  ...{ stream: 'goals.goal-acme.g1', actor: 'mia' },
  ...{ effectiveAt: '2026-12-01T08:00:00.000Z', recordedAt: '2027-02-01T08:00:00.000Z' },
  days: null,
};

test('a goal that somebody else answers for by then is read, and said not to count', () => {
  expect(goalText(goal)).toBe('committed, 2026-Q2');
  const closed = {
    ...{ fact: 'f', at: '2026-07-01T00:00:00.000Z', score: 1, grade: 'met', attainment: 1 },
  };
  expect(goalText({ ...goal, closed, isOwn: false })).toBe(
    'committed, 2026-Q2, closed as met, not theirs at the pin: read, and not counted',
  );
});

test('a figure of customers has its interval and number, and says where it is of too few', () => {
  expect(questionText(nps)).toBe('Net promoter (NPS), 0 to 10');
  expect(questionText({ ...nps, metric: 'waiting' })).toBe('waiting, 0 to 10');
  expect(customerText(nps, 'en')).toBe('+50, 95% interval +20 to +80, 40 answers');
  expect(customerText({ ...nps, n: 5, tier: 'indicative' }, 'en')).toBe(
    '+50, 95% interval +20 to +80, 5 answers, indicative',
  );
  const none = { value: null, low: null, high: null };
  expect(customerText({ ...nps, ...none, n: 4, tier: 'hidden' }, 'en')).toBe(
    '4 answers: too few to be shown',
  );
});

test('late evidence says since when it holds, when it came and by whom, and of which goal', () => {
  expect(publishedTitle(late.type)).toBe('Progress checked in');
  expect(publishedTitle('directory.LeaveBegan.v1')).toBe('Leave began');
  expect(lateText(late, 'en')).toMatch(/^holds since Dec 1, 2026.*recorded Feb 1, 2027.*by mia$/);
  const of = (from: string, to: string | null) => lateText({ ...late, days: { from, to } }, 'en');
  expect(of('2026-02-01', '2026-03-01')).toMatch(/^of Feb 1, 2026 to Mar 1, 2026, recorded Feb 1/);
  expect(of('2026-02-01', '2026-02-01')).toMatch(/^of Feb 1, 2026, recorded/);
  expect(of('2026-02-01', null)).toMatch(/^since Feb 1, 2026, recorded/);
  expect(goalOf(late)).toBe('g1');
  expect(goalOf({ ...late, source: 'customers' })).toBeUndefined();
});
