import { describe, expect, test } from '@jest/globals';
import { changesOf, factTitle, namesOf, standingText } from './history.ts';

const names = namesOf({
  keyResults: [
    {
      id: 'kr1',
      name: 'Hours to the first answer',
      measure: { kind: 'decrease', start: 48, target: 12 },
    },
    {
      id: 'kr2',
      name: null,
      measure: { kind: 'milestones', milestones: [{ id: 'm1', weight: 1, name: 'A room' }] },
    },
  ],
  indicators: [{ id: 'kpi1', name: 'Export clients' }],
} as never);

const one = (field: string, before: unknown, after: unknown) => {
  return changesOf({ changes: [{ field, before, after }] }, names, 'en')[0];
};

describe('a change', () => {
  test('of a target names the key result, and shows before and after', () => {
    const before = { kind: 'decrease', start: 48, target: 12, unit: 'h' };
    expect(one('keyResult.kr1.measure', before, { ...before, target: 24 })).toEqual({
      label: 'Hours to the first answer: measure',
      before: 'decrease from 48\u202fh to 12\u202fh',
      after: 'decrease from 48\u202fh to 24\u202fh',
    });
  });

  test('of a period shows its days', () => {
    const period = { name: '2026-Q4', start: '2026-10-01', end: '2026-12-31' };
    expect(one('period', null, period)?.after).toBe('2026-Q4 (Oct 1, 2026 – Dec 31, 2026)');
  });

  test('by a check-in shows value and confidence, and milestones by name', () => {
    const field = 'keyResult.kr1.checkIn.7f';
    expect(one(field, null, { value: 30, confidence: 0.7 })).toEqual({
      label: 'Hours to the first answer',
      before: null,
      after: '30, confidence 70%',
    });
    expect(one('keyResult.kr2.checkIn.8a', null, { value: ['m1'], confidence: null })?.after).toBe(
      'A room',
    );
  });

  test('to nothing is nothing, not the word null', () => {
    expect(one('keyResult.kr1.checkIn.7f', { value: 30, confidence: null }, null)).toEqual({
      label: 'Hours to the first answer',
      before: '30',
      after: null,
    });
  });

  test('of an indicator has its name and the period', () => {
    expect(one('indicator.kpi1.FY22Q1', null, 12_905)).toEqual({
      label: 'Export clients: FY22Q1',
      before: null,
      after: '12,905',
    });
  });

  test('of a cadence has its unit', () => {
    expect(one('cadenceDays', 30, 1)).toMatchObject({
      before: 'every 30 days',
      after: 'every 1 day',
    });
  });

  test('that this console does not know is still shown', () => {
    expect(one('mood', null, { a: 1 })).toEqual({ label: 'mood', before: null, after: '{"a":1}' });
  });

  test('of the title comes before those of parts', () => {
    const changes = ['narrative', 'keyResult.kr1.weight', 'stage', 'title'].map((field) => {
      return { field, before: null, after: 'x' };
    });
    const labels = changesOf({ changes }, names, 'en').map(({ label }) => label);
    expect(labels).toEqual(['Title', 'Stage', 'Hours to the first answer: weight', 'Narrative']);
  });
});

test('a fact of a kind that this console does not know is spelled out', () => {
  expect(factTitle('TargetAmended')).toBe('Target amended');
  expect(factTitle('GoalAlignedAnew')).toBe('Goal aligned anew');
});

test('what a correction replaced reads like the check-in did', () => {
  expect(standingText('kr1', { value: 45, done: null, confidence: 0.8 }, names, 'en')).toBe(
    '45, confidence 80%',
  );
  expect(standingText('kr2', { value: null, done: [], confidence: null }, names, 'en')).toBe(
    'no milestone done',
  );
  expect(standingText('kr1', null, names, 'en')).toBeNull();
});
