import { expect, test } from '@jest/globals';
import type { CalibrationRow } from '../api/types.ts';
import { boardRows, changeText, evidenceText, partsText } from './calibration.ts';
import type { BoardOrder, BoardShown } from './calibration.ts';
import { meanShiftText, meanText, ratingText, shiftText } from './calibration.ts';

const part = (name: string, share: number | null, weight: number | null) => ({
  ...{ part: name, share, weight },
});
const row = (subject: string, manager: string, before: number | null, after = before) => ({
  ...{ reviewId: subject, subject, manager, before, after, end: null, isIn: true },
  evidence: [{ source: 'goals', streams: 3 }],
  score: {
    ...{ total: before, scale: { min: 1_000_000, max: 5_000_000 } },
    parts: [part('all', 700_000, null), part('goals', 820_000, 500_000), part('peers', null, null)],
  },
  proposals: [] as CalibrationRow['proposals'],
});
const [ada, bo, cy] = [
  row('ada', 'mia', 4_000_000, 5_000_000),
  row('bo', 'eve', 3_500_000),
  row('cy', 'mia', 4_500_000, 4_000_000),
] as const;
const proposal: CalibrationRow['proposals'][number] = {
  ...{ id: 'p', from: 3_500_000, to: 4_000_000, reasonCode: 'rater-severe', note: 'x' },
  ...{ by: 'mia', at: '2026-04-01T09:00:00.000Z', decided: null },
};

test('a rating is a number of its scale, and nothing is no number', () => {
  expect([4_500_000, 3_333_333, null].map((one) => ratingText(one))).toEqual([
    ...['4.5', '3.3333', 'not rated'],
  ]);
  expect([3_969_696, null].map((one) => meanText(one))).toEqual(['3.97', 'not rated']);
  expect([-30_303, 4_999].map((one) => meanShiftText(one))).toEqual(['−0.03', '0']);
  expect([500_000, -1_000_000, 0].map((one) => shiftText(one))).toEqual(['+0.5', '−1', '0']);
});

test('what a rating rests on is told by its parts and by what is pinned', () => {
  expect(partsText(ada)).toBe('goals 82%');
  expect(partsText({ ...ada, score: null })).toBe('no score');
  expect(evidenceText(ada)).toBe('3 in goals');
  expect(evidenceText({ ...ada, evidence: [] })).toBe('nothing pinned');
});

test('rows are in the order that is asked for, and of those the ones that are', () => {
  const open = { ...bo, proposals: [proposal] };
  const rows = [cy, open, ada];
  const nameOf = (person: string) => person;
  const names = (shown: BoardShown, order: BoardOrder, called = nameOf) =>
    boardRows(rows, { shown, order, nameOf: called }).map(({ subject }) => subject);
  expect(names('all', 'person')).toEqual(['ada', 'bo', 'cy']);
  expect(names('all', 'manager')).toEqual(['bo', 'ada', 'cy']);
  expect(names('all', 'rating')).toEqual(['ada', 'cy', 'bo']);
  expect(names('all', 'change')).toEqual(['ada', 'bo', 'cy']);
  expect(names('proposed', 'person')).toEqual(['bo']);
  expect(names('changed', 'person')).toEqual(['ada', 'cy']);
  const called: Readonly<Record<string, string>> = { ada: 'Zoe', bo: 'Bo', eve: 'Yva', mia: 'Mia' };
  const byName = (person: string) => called[person] ?? person;
  expect(names('all', 'person', byName)).toEqual(['bo', 'cy', 'ada']);
  expect(names('all', 'manager', byName)).toEqual(['cy', 'ada', 'bo']);
});

test('who came and went is told in words', () => {
  const by = { at: '2026-04-01T09:00:00.000Z', by: { sub: 'hr', via: 'http' } };
  type Change = Parameters<typeof changeText>[0];
  const told = (change: Change) => changeText(change, (id) => id.toUpperCase());
  expect(told({ ...by, kind: 'members-added', members: ['mia', 'bo'] })).toBe('MIA, BO joined');
  expect(told({ ...by, kind: 'member-excused', member: 'bo' })).toBe('BO takes part no more');
  expect(told({ ...by, kind: 'moderator-replaced', from: 'hana', to: 'mia' })).toBe(
    'MIA leads it instead of HANA',
  );
  expect(told({ ...by, kind: 'reviews-added', reviews: 1 })).toBe('1 more review');
  const out = { ...by, kind: 'review-left-out' } as const;
  expect(told({ ...out, cause: 'in-another-session' })).toBe('1 review is in another session');
  expect(told({ ...out, cause: 'not-comparable' })).toBe('1 review cannot be compared any more');
});
