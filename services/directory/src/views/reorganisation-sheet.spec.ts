import { describe, expect, it } from '@jest/globals';
import type { DirectoryFact } from '../facts.ts';
import { joined } from '../person/person.histories.ts';
import * as the from '../reorganisation/reorganisation.histories.ts';
import { reorganisationSheet, type ReorganisationSheet } from './reorganisation-sheet.ts';
import { recorded } from './views.histories.ts';

const sheetOf = (...facts: readonly DirectoryFact[]): ReorganisationSheet | undefined => {
  let sheet: ReorganisationSheet | undefined;
  for (const one of recorded(facts)) {
    sheet = reorganisationSheet.fold(sheet, one, the.reorganisation);
  }
  return sheet;
};

describe('the sheet of a reorganisation', () => {
  it('is ordered, with how many posts move and why', () => {
    expect(sheetOf(the.ordered)).toMatchObject({
      ...{ state: 'ordered', unit: 'sales', from: the.from, moves: 101, done: 0, refused: [] },
      ...{ orderedAt: '2026-03-01T09:00:00.000Z', endedAt: null, revision: 0 },
      reason: { $said: 'fact-0', field: 'reason' },
    });
    expect(JSON.stringify(sheetOf(the.ordered)?.moves)).toBe('101');
  });

  it('is under way from its first step, and sums what was done', () => {
    const refused = [{ post: 'seller-7', code: 'structure/post-closed' }];
    const half = sheetOf(the.ordered, the.stepped);
    expect(half).toMatchObject({ state: 'under-way', done: 99, refused, endedAt: null });
    const whole = sheetOf(the.ordered, the.stepped, the.lastStepped);
    expect(whole).toMatchObject({ state: 'under-way', done: 100, refused });
  });

  it('is completed, or stopped, at a time', () => {
    const through = sheetOf(the.ordered, the.stepped, the.lastStepped, the.completed);
    expect(through).toMatchObject({
      ...{ state: 'completed', done: 100, endedAt: '2026-03-01T09:00:02.000Z', revision: 3 },
    });
    expect(sheetOf(the.ordered, the.stopped)).toMatchObject({
      ...{ state: 'stopped', done: 0, endedAt: '2026-03-01T09:00:03.000Z' },
    });
  });

  it('begins with its order, is found by its state, and is of reorganisations only', () => {
    expect(sheetOf(the.stepped)).toBeUndefined();
    const sheet = sheetOf(the.ordered);
    expect(sheet && reorganisationSheet.index(sheet)).toEqual({ state: 'ordered' });
    const [order, join] = recorded([the.ordered, joined]);
    expect(order && reorganisationSheet.keys(order)).toEqual([the.reorganisation]);
    expect(join && reorganisationSheet.keys(join)).toEqual([]);
  });
});
