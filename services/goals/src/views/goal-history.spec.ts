import { describe, expect, it } from '@jest/globals';
import type { GoalsFact } from '../facts.ts';
import * as the from '../goal/goal.histories.ts';
import * as kpi from '../kpi/kpi.histories.ts';
import { goalHistory, type GoalHistory } from './goal-history.ts';
import { recorded } from './views.histories.ts';

const historyOf = (...facts: readonly GoalsFact[]): GoalHistory => {
  let history: GoalHistory | undefined;
  for (const one of recorded(facts)) history = goalHistory.fold(history, one, the.goalId);
  if (history === undefined) throw new Error('there is no history');
  return history;
};
const whole = historyOf(
  the.drafted,
  the.activated,
  the.checkedIn,
  the.corrected,
  the.targetAmended,
  the.transferred,
  the.closed,
);
const changesOf = (type: string) => whole.items.find((one) => one.type === type)?.changes;

describe('the history of a goal', () => {
  it('has an item for every fact, with who and when', () => {
    expect(whole.items.map((one) => one.type)).toEqual([
      'GoalDrafted',
      'GoalActivated',
      'ProgressCheckedIn',
      'CheckInCorrected',
      'TargetAmended',
      'GoalTransferred',
      'GoalClosed',
    ]);
    expect(whole.items.every((one) => one.by.sub === 'ada')).toBe(true);
  });

  it('says what was before and what is after', () => {
    expect(changesOf('GoalActivated')).toEqual([
      { field: 'stage', before: 'draft', after: 'active' },
      { field: 'kind', before: null, after: 'committed' },
    ]);
    expect(changesOf('TargetAmended')).toEqual([
      {
        field: 'keyResult.kr1.measure',
        before: { kind: 'decrease', start: 48, target: 12, unit: 'h' },
        after: { kind: 'decrease', start: 48, target: 24, unit: 'h' },
      },
    ]);
    expect(changesOf('CheckInCorrected')).toEqual([
      {
        field: 'keyResult.kr1.checkIn.act-check-in',
        before: { value: 30, confidence: 0.7 },
        after: { value: 33, confidence: 0.7 },
      },
    ]);
    expect(changesOf('GoalTransferred')).toEqual([
      { field: 'owner', before: 'person:ada', after: 'person:bo' },
    ]);
  });

  it('says why, in the words of the one who did it', () => {
    const reasons = whole.items.map((one) => one.reason?.$said ?? null);
    expect(reasons).toEqual([null, null, null, 'fact-3', 'fact-4', 'fact-5', null]);
  });

  it('shows new words beside those that they replace', () => {
    const reworded = {
      ...the.targetAmended,
      type: 'GoalReworded',
      text: { of: the.owner, fields: { title: 'Faster', reason: 'Shorter.' } },
    } as unknown as GoalsFact;
    const { items } = historyOf(the.drafted, reworded);
    expect(items[1]?.changes).toEqual([
      {
        field: 'title',
        before: { $said: 'fact-0', field: 'title' },
        after: { $said: 'fact-1', field: 'title' },
      },
    ]);
  });

  it('shows a narrative beside the one before, not in its place', () => {
    const text = { of: the.owner, fields: { narrative: 'Slow.' } };
    const told = { ...the.checkedIn, text } as unknown as GoalsFact;
    const again = { ...told, act: 'act-again' } as unknown as GoalsFact;
    const { items } = historyOf(the.drafted, told, again);
    const narratives = items
      .flatMap((one) => one.changes)
      .filter((one) => one.field === 'narrative');
    expect(narratives.map((one) => one.before)).toEqual([null, null]);
  });

  it('does not take the name of one indicator for the name of another', () => {
    const text = { of: kpi.unit, fields: { name: 'Another' } };
    const other = { ...kpi.defined, act: 'b', kpiId: 'kpi-2', text } as unknown as GoalsFact;
    const { items } = historyOf(the.drafted, kpi.defined, other);
    expect(items[2]?.changes).toContainEqual({
      field: 'indicator.kpi-2.name',
      before: null,
      after: { $said: 'fact-2', field: 'name' },
    });
  });

  it('tells of the KPIs too', () => {
    const again = { ...kpi.measured, act: 'b', value: 13_000 } as GoalsFact;
    const { items } = historyOf(the.drafted, kpi.defined, kpi.measured, again);
    const field = `indicator.${kpi.kpiId}.FY2022-Q1`;
    expect(items[3]?.changes).toEqual([{ field, before: 12_905, after: 13_000 }]);
  });
});
