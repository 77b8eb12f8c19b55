import { describe, expect, it } from '@jest/globals';
import { emptyTable, tableWith, type Table } from '@plumbline/kernel';
import { changesOfStep, isLastStep, movesOfStep, movesOfUnit } from './reorganisation.steps.ts';
import { outcomeOfStep, stepMovesMax, type Places } from './reorganisation.steps.ts';
import { from } from './reorganisation.histories.ts';

const order = (count: number) => ({
  ...{ unit: 'sales', from },
  moves: Array.from({ length: count }, (_, index) => ({ post: `p${index}`, unit: 'works' })),
});

describe('the steps of a reorganisation', () => {
  it.each([
    [1, 1],
    [stepMovesMax, 1],
    [stepMovesMax + 1, 2],
    [2 * stepMovesMax, 2],
  ])('for %d moves are %d', (count, steps) => {
    expect(isLastStep(order(count), steps)).toBe(true);
    expect(isLastStep(order(count), steps - 1)).toBe(false);
    const sliced = Array.from({ length: steps }, (_, index) =>
      movesOfStep(order(count), index + 1),
    );
    expect(sliced.flat()).toEqual(order(count).moves);
    expect(sliced.every(({ length }) => length > 0 && length <= stepMovesMax)).toBe(true);
  });

  it('change the unit, the solid line, or both, of one post together', () => {
    const moves = [
      { post: 'a', unit: 'works' },
      { post: 'b', manager: null },
      { post: 'c', unit: 'works', manager: 'smith' },
    ];
    const line = { type: 'ChangeReportingLine', line: 'solid', from };
    expect(changesOfStep({ unit: 'sales', from, moves }, 1)).toEqual([
      [{ type: 'MovePost', post: 'a', unit: 'works', from }],
      [{ ...line, post: 'b', manager: null }],
      [
        { type: 'MovePost', post: 'c', unit: 'works', from },
        { ...line, post: 'c', manager: 'smith' },
      ],
    ]);
  });

  it('tell which posts were refused, by the rule', () => {
    const rejection = { kind: 'rejection', code: 'structure/post-closed', detail: 'No.' } as const;
    const outcome = outcomeOfStep(order(stepMovesMax + 3), 2, [{ index: 1, rejection }]);
    const post = `p${stepMovesMax + 1}`;
    expect(outcome).toEqual({ done: 2, refused: [{ post, code: 'structure/post-closed' }] });
  });
});

describe('a whole unit', () => {
  const post = (manager: string | null, ...changes: { from: string; value: string }[]) => ({
    established: '2026-01-01',
    closed: [] as { from: string; value: boolean }[],
    unit: [{ from: '2026-01-01', value: 'sales' }, ...changes],
    lines: { solid: [{ from: '2026-01-01', value: manager }] },
  });
  const posts = {
    seller: post('director'),
    clerk: post('seller'),
    agent: post(null),
    leaving: post('seller', { from, value: 'works' }),
    closing: { ...post('seller'), closed: [{ from, value: true }] },
    coming: { ...post('seller'), established: '2026-04-02' },
  };
  const places: Places = {
    units: tableWith(emptyTable, 'sales', {
      posts: Object.keys(posts).reduce<Table<true>>(
        (table, name) => tableWith(table, name, true),
        emptyTable,
      ),
    }),
    posts: Object.entries(posts).reduce<Places['posts']>(
      (table, [name, one]) => tableWith(table, name, one),
      emptyTable,
    ),
  };

  it('moves with every post that is open in it on the day', () =>
    expect(movesOfUnit(places, { unit: 'sales', from, into: 'works' })).toEqual([
      { post: 'agent', unit: 'works' },
      { post: 'clerk', unit: 'works' },
      { post: 'seller', unit: 'works' },
    ]));

  it('gets a manager for those who answer to nobody in it', () => {
    expect(movesOfUnit(places, { unit: 'sales', from, manager: 'smith' })).toEqual([
      { post: 'agent', manager: 'smith' },
      { post: 'seller', manager: 'smith' },
    ]);
    expect(movesOfUnit(places, { unit: 'sales', from, manager: 'seller' })).toEqual([
      { post: 'agent', manager: 'seller' },
    ]);
    expect(movesOfUnit(places, { unit: 'sales', from, into: 'works', manager: 'smith' })).toEqual([
      { post: 'agent', unit: 'works', manager: 'smith' },
      { post: 'clerk', unit: 'works' },
      { post: 'seller', unit: 'works', manager: 'smith' },
    ]);
  });

  it('must be known, and have something in it', () => {
    const before = { unit: 'sales', from: '2025-12-31', into: 'works' };
    expect(movesOfUnit(places, before)).toMatchObject({ code: 'reorganisation/no-moves' });
    const nowhere = { ...before, unit: 'nowhere' };
    expect(movesOfUnit(places, nowhere)).toMatchObject({ code: 'structure/unknown-unit' });
  });
});
