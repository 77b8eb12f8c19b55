import { describe, expect, it } from '@jest/globals';
import type { GoalsFact } from '../facts.ts';
import * as goal from '../goal/goal.histories.ts';
import * as the from '../strategy/strategy.histories.ts';
import { strategySheet, type StrategySheet } from './strategy-sheet.ts';
import { recorded } from './views.histories.ts';

const sheetOf = (...facts: readonly GoalsFact[]): StrategySheet => {
  let sheet: StrategySheet | undefined;
  for (const one of recorded(facts)) sheet = strategySheet.fold(sheet, one, the.strategyId);
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
};

describe('the sheet of a strategy', () => {
  it('is what was published, with words quoted and not copied', () => {
    const sheet = sheetOf(the.published);
    expect(sheet).toMatchObject({
      ...{ strategyId: the.strategyId, owner: 'unit:service', from: '2026-01-01' },
      ...{ until: '2028-01-01', retiredOn: null, retired: null, signals: [], revisions: [] },
      title: { $said: 'fact-0', field: 'title' },
    });
    expect(sheet.themes[0]).toEqual({
      ...{ id: 'near', perspective: 'customer', weight: 3 },
      name: { $said: 'fact-0', field: 'theme.near' },
    });
  });

  it('keeps the words of what a revision keeps, and says why it was revised', () => {
    const sheet = sheetOf(the.published, the.revised);
    expect(sheet.title).toEqual({ $said: 'fact-0', field: 'title' });
    expect(sheet.themes.map((one) => [one.id, one.name?.$said])).toEqual([
      ['near', 'fact-0'],
      ['skilled', 'fact-1'],
    ]);
    expect(sheet.revisions).toEqual([
      {
        ...{ at: the.revised.at, by: { sub: 'ada', via: 'http' } },
        reason: { $said: 'fact-1', field: 'reason' },
      },
    ]);
    expect(Object.keys(sheet.texts)).toEqual(['fact-0', 'fact-1']);
  });

  it('has the signals that were raised, and is found by them', () => {
    const sheet = sheetOf(the.published, the.raised);
    expect(sheet.signals).toMatchObject([
      {
        ...{ signalId: the.signalId, kind: 'regulation', themeId: 'near', by: { sub: 'ada' } },
        ...{ raisedAt: the.raised.at, what: { $said: 'fact-1', field: 'what' } },
      },
    ]);
    expect(strategySheet.index(sheet)).toEqual({ owner: 'unit:service', signal: [the.signalId] });
  });

  it('says from which day on it is retired, and why', () => {
    expect(sheetOf(the.published, the.retired)).toMatchObject({
      retiredOn: '2027-01-01',
      retired: { at: the.retired.at, reason: { $said: 'fact-1', field: 'reason' } },
      revision: 1,
    });
  });

  it('is of facts of strategies only, and of those that were published', () => {
    const keys = recorded([the.published, goal.drafted]).map((one) => strategySheet.keys(one));
    expect(keys).toEqual([[the.strategyId], []]);
    expect(() => sheetOf(the.raised)).toThrow('there is no sheet');
  });

  it('does not change what it was given', () => {
    const before = sheetOf(the.published);
    const copy = structuredClone(before);
    const [next] = recorded([the.raised]);
    if (next !== undefined) strategySheet.fold(before, next, the.strategyId);
    expect(before).toEqual(copy);
  });
});
