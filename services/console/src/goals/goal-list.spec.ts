import { describe, expect, test } from '@jest/globals';
import type { GoalSummary } from '../api/types.ts';
import { countsOf, goalsPerPage, ownersOf, pageOf, searched, sorted } from './goal-list.ts';

const figure = (value: number | null, n = value === null ? 0 : 1) => {
  return { value, n, definition: 'attainment@1' };
};

function goal(id: string, changed: Partial<GoalSummary> = {}): GoalSummary {
  return {
    ...{ id, reference: null, owner: 'unit:sales', title: id, stage: 'active', kind: 'committed' },
    period: { name: 'FY2022', start: '2021-10-01', end: '2022-09-30' },
    ...{ measuredBy: 'key-results', cadenceDays: 30, progress: figure(null), pace: figure(null) },
    measures: { total: 1, withProgress: 0 },
    ...{ visibility: 'public', weight: 1 },
    ...{ grade: null, lastCheckInAt: null, stale: false, revision: 0 },
    ...changed,
  };
}

const ids = (goals: readonly GoalSummary[]) => goals.map(({ id }) => id);

describe('a search', () => {
  const goals = [
    goal('a', { title: 'Élan in every Office' }),
    goal('b', { title: 'Offices are warm', reference: '005APG2201' }),
    goal('c', { title: null }),
  ];

  test('finds every word in any order, in spite of case and accents', () => {
    expect(ids(searched(goals, 'OFFICE elan'))).toEqual(['a']);
    expect(ids(searched(goals, 'office'))).toEqual(['a', 'b']);
  });

  test('finds references, and everything when it is blank', () => {
    expect(ids(searched(goals, '005apg'))).toEqual(['b']);
    expect(ids(searched(goals, '  '))).toEqual(['a', 'b', 'c']);
  });
});

describe('sorting', () => {
  const goals = [
    goal('none'),
    goal('half', { progress: figure(0.5) }),
    goal('zero', { progress: figure(0) }),
  ];

  test('puts what is unknown last, up and down', () => {
    expect(ids(sorted(goals, { by: 'progress', down: false }))).toEqual(['zero', 'half', 'none']);
    expect(ids(sorted(goals, { by: 'progress', down: true }))).toEqual(['half', 'zero', 'none']);
  });

  test('counts numbers within titles', () => {
    const numbered = ['Goal 10', 'goal 9'].map((title) => goal(title, { title }));
    expect(ids(sorted(numbered, { by: 'title', down: false }, 'en'))).toEqual([
      'goal 9',
      'Goal 10',
    ]);
  });

  test('leaves the list that it was given alone', () => {
    sorted(goals, { by: 'progress', down: true });
    expect(ids(goals)).toEqual(['none', 'half', 'zero']);
  });
});

test('counts are counted, and a zero progress is a progress', () => {
  const goals = [
    goal('a', { progress: figure(0), measures: { total: 2, withProgress: 1 }, stale: true }),
    goal('b', { stage: 'closed', stale: null }),
  ];
  expect(countsOf(goals)).toEqual({
    ...{ goals: 2, withProgress: 1, active: 1, stale: 1, closed: 1 },
    ...{ measures: 3, measuresWithProgress: 1 },
  });
});

test('owners are named once, in order', () => {
  const goals = ['unit:b', 'unit:a', 'unit:b'].map((owner) => goal(owner, { owner }));
  expect(ownersOf(goals, 'en')).toEqual(['unit:a', 'unit:b']);
});

test('a list is cut into pages, and a page beyond the last is the last', () => {
  const many = Array.from({ length: goalsPerPage + 1 }, (_, index) => index);
  expect(pageOf(many.slice(1), 1)).toMatchObject({ page: 1, pages: 1 });
  expect(pageOf(many, 2)).toEqual({ items: [goalsPerPage], page: 2, pages: 2 });
  expect(pageOf(many, 99).page).toBe(2);
  expect(pageOf(many, 0).page).toBe(1);
  expect(pageOf([], 1)).toEqual({ items: [], page: 1, pages: 1 });
});
