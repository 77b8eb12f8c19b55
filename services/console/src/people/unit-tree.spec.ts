import { describe, expect, test } from '@jest/globals';
import type { Unit } from '../api/types.ts';
import { openedTo, rowsOf } from '../tree/tree.ts';
import { optionLengthMax, unitOptions, unitTree } from './unit-tree.ts';

function unit(code: string, parent: string | null, changed: Partial<Unit> = {}): Unit {
  return {
    ...{ unit: code, name: code, since: '2026-01-01', parent, head: null, heads: [], members: 1 },
    ...{ open: true, history: { parent: [], head: [], closed: [] }, revision: 0 },
    ...changed,
  };
}

const company = [
  unit('sales', 'board', { members: 2 }),
  unit('board', null, { members: 3 }),
  unit('team 10', 'sales', { members: 10 }),
  unit('Team 9', 'sales', { members: 9 }),
];

function drawn(units: readonly Unit[], closedToo = false): string[] {
  const tree = unitTree(units, closedToo, 'en');
  return rowsOf(tree, openedTo(tree, 9, 99)).map((row) => {
    if (row.kind === 'more') return '…';
    return `${row.level} ${row.value.unit.unit} ${row.value.membersWithin}`;
  });
}

describe('the tree of units', () => {
  test('has those below under their parent, by name, with everybody within', () => {
    expect(drawn(company)).toEqual(['1 board 24', '2 sales 21', '3 Team 9 9', '3 team 10 10']);
  });

  test('has a unit whose parent is not shown at the top, and closed ones on demand', () => {
    const closed = company.map((one) => (one.unit === 'sales' ? { ...one, open: false } : one));
    expect(drawn(closed)).toEqual(['1 board 3', '1 Team 9 9', '1 team 10 10']);
    expect(drawn(closed, true)).toHaveLength(4);
  });

  test('sorts one without a name by its code', () => {
    const nameless = [unit('b', null, { name: 'Zoo' }), unit('c', null, { name: null })];
    expect(drawn(nameless).map((line) => line.split(' ')[1])).toEqual(['c', 'b']);
  });
});

describe('the units to choose from', () => {
  test('are indented by their level', () => {
    const labels = unitOptions(company, 'en').map(({ label }) => label);
    expect(labels).toEqual(['board', '\u2003sales', '\u2003\u2003Team 9', '\u2003\u2003team 10']);
  });

  test('are cut where their name is long', () => {
    const label = (length: number) => unitOptions([unit('u', null, { name: 'x'.repeat(length) })]);
    expect(label(optionLengthMax)[0]?.label).toBe('x'.repeat(optionLengthMax));
    expect(label(optionLengthMax + 1)[0]?.label).toBe(`${'x'.repeat(optionLengthMax - 1)}…`);
  });
});
