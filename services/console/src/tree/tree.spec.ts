import { describe, expect, test } from '@jest/globals';
import {
  levelsMax,
  moveOf,
  nothingOpened,
  openedTo,
  rowsOf,
  siblingsShown,
  toggled,
  withMore,
  type Branch,
} from './tree.ts';

type Below = Readonly<Record<string, readonly string[]>>;

function branch(below: Below, id: string): Branch<string> {
  return { id, value: id, below: below[id] ?? [], at: (one) => branch(below, one) };
}

const company = { board: ['sales', 'service'], sales: ['north'] };
const roots = [branch(company, 'board'), branch(company, 'club')];
const drawn = (rows: ReturnType<typeof rowsOf<string>>) =>
  rows.map((row) => (row.kind === 'more' ? `+${row.left}` : `${row.level} ${row.value}`));
const pathOf = (...ids: string[]) => ids.join('\u001f');

describe('the lines of a tree', () => {
  test('are its roots while nothing is open', () => {
    const rows = rowsOf(roots, nothingOpened);
    expect(drawn(rows)).toEqual(['1 board', '1 club']);
    expect(rows.map((row) => row.kind === 'branch' && row.isOpen)).toEqual([false, undefined]);
  });

  test('have what is below what is open, in order, with its place among its siblings', () => {
    const rows = rowsOf(roots, toggled(nothingOpened, 'board'));
    expect(drawn(rows)).toEqual(['1 board', '2 sales', '2 service', '1 club']);
    expect(rows[2]).toMatchObject({ placeInSet: 2, setSize: 2, path: pathOf('board', 'service') });
  });

  test('close again, with all below, and open to where they were', () => {
    const open = toggled(toggled(nothingOpened, 'board'), pathOf('board', 'sales'));
    expect(drawn(rowsOf(roots, open))).toContain('3 north');
    const closed = toggled(open, 'board');
    expect(drawn(rowsOf(roots, closed))).toEqual(['1 board', '1 club']);
    expect(drawn(rowsOf(roots, toggled(closed, 'board')))).toContain('3 north');
  });

  test('stop at a number of siblings, and go on where they are asked for', () => {
    const many = Array.from({ length: siblingsShown + 1 }, (_, index) => `unit-${index}`);
    const board = [branch({ board: many }, 'board')];
    const open = toggled(nothingOpened, 'board');
    const rows = rowsOf(board, open);
    expect(rows).toHaveLength(1 + siblingsShown + 1);
    expect(rows.at(-1)).toEqual({ kind: 'more', path: 'board', level: 2, left: 1 });
    expect(rowsOf(board, withMore(open, 'board'))).toHaveLength(1 + siblingsShown + 1);
    expect(drawn(rowsOf(board, withMore(open, 'board'))).at(-1)).toBe(`2 unit-${siblingsShown}`);
    const full = [branch({ board: many.slice(1) }, 'board')];
    expect(rowsOf(full, open).at(-1)).toMatchObject({ kind: 'branch' });
  });

  test('end, though parents go round in a circle', () => {
    const circle = [branch({ one: ['other'], other: ['one'] }, 'one')];
    const all = openedTo(circle, levelsMax * 2, 10_000);
    expect(rowsOf(circle, all)).toHaveLength(levelsMax);
    expect(rowsOf(circle, all).at(-1)).toMatchObject({ level: levelsMax, isOpen: undefined });
  });
});

describe('a tree that is opened to a level', () => {
  test('shows everything down to it', () => {
    expect(drawn(rowsOf(roots, openedTo(roots, 2, 100)))).toEqual([
      ...['1 board', '2 sales', '2 service', '1 club'],
    ]);
    expect(rowsOf(roots, openedTo(roots, 9, 100))).toHaveLength(5);
  });

  test('stops before it has too many lines', () => {
    expect(rowsOf(roots, openedTo(roots, 9, 5))).toHaveLength(5);
    expect(rowsOf(roots, openedTo(roots, 9, 4))).toHaveLength(4);
    expect(rowsOf(roots, openedTo(roots, 9, 3))).toHaveLength(2);
  });
});

describe('the arrow keys', () => {
  const open = toggled(toggled(nothingOpened, 'board'), pathOf('board', 'sales'));
  const rows = rowsOf(roots, open);
  const north = pathOf('board', 'sales', 'north');

  test('go from line to line, and to both ends', () => {
    expect(moveOf(rows, 'board', 'ArrowDown')).toEqual({ to: pathOf('board', 'sales') });
    expect(moveOf(rows, north, 'ArrowUp')).toEqual({ to: pathOf('board', 'sales') });
    expect(moveOf(rows, north, 'Home')).toEqual({ to: 'board' });
    expect(moveOf(rows, north, 'End')).toEqual({ to: 'club' });
    expect(moveOf(rows, 'board', 'ArrowUp')).toBeUndefined();
    expect(moveOf(rows, 'club', 'ArrowDown')).toBeUndefined();
  });

  test('open and close, then go in and out', () => {
    expect(moveOf(rows, 'board', 'ArrowLeft')).toEqual({ toggle: 'board' });
    expect(moveOf(rows, 'board', 'ArrowRight')).toEqual({ to: pathOf('board', 'sales') });
    expect(moveOf(rows, north, 'ArrowLeft')).toEqual({ to: pathOf('board', 'sales') });
    expect(moveOf(rows, north, 'ArrowRight')).toBeUndefined();
    expect(moveOf(rowsOf(roots, nothingOpened), 'board', 'ArrowRight')).toEqual({
      toggle: 'board',
    });
    expect(moveOf(rows, 'club', 'ArrowLeft')).toBeUndefined();
  });

  test('are left alone where they mean nothing', () => {
    expect(moveOf(rows, 'board', 'a')).toBeUndefined();
    expect(moveOf(rows, 'gone', 'ArrowDown')).toBeUndefined();
  });
});
