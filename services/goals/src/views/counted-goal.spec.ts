import { describe, expect, it } from '@jest/globals';
import type { GoalsFact } from '../facts.ts';
import * as the from '../goal/goal.histories.ts';
import * as kpi from '../kpi/kpi.histories.ts';
import { mapGoalOf, unitGoalOf } from './counted-goal.ts';
import { goalProgress } from './figures.ts';
import { goalSheet, type GoalSheet } from './goal-sheet.ts';
import { recorded } from './views.histories.ts';

const sheetOf = (...facts: readonly GoalsFact[]): GoalSheet => {
  let sheet: GoalSheet | undefined;
  for (const one of recorded(facts)) sheet = goalSheet.fold(sheet, one, the.goalId);
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
};
const at = (instant: string) => Date.parse(instant);
const late = at('2027-01-01T00:00:00Z');

describe('a goal, as maps and units count it', () => {
  it('is what was drafted, public and of weight 1 unless that says otherwise', () => {
    const goal = sheetOf(the.drafted);
    expect(goal).toMatchObject({
      ...{ goalId: the.goalId, owner: 'person:ada', stage: 'draft', kind: null },
      ...{ visibility: 'public', weight: 1, period: the.quarter, overAt: null, amendments: [] },
    });
    const drafted = { ...the.drafted, ...({ visibility: 'private', weight: 3 } as object) };
    expect(sheetOf(drafted)).toMatchObject({ visibility: 'private', weight: 3 });
    expect(sheetOf(drafted, the.redrafted)).toMatchObject({ visibility: 'public', weight: 1 });
    const shown = { ...the.targetAmended, type: 'VisibilityChanged', to: 'public' };
    const visible = sheetOf(drafted, shown as unknown as GoalsFact);
    expect(visible).toMatchObject({ visibility: 'public', amendments: [] });
    expect(goalSheet.index(goal)).toEqual({
      ...{ owner: 'person:ada', period: '2026-Q2', stage: 'draft' },
    });
  });

  it('counts an act that amends the plan once, with the signal that it answers', () => {
    const cites = { ...the.targetAmended, ...({ signal: 'price' } as object) };
    const weighs = { ...the.weightAmended, act: cites.act, at: cites.at } as GoalsFact;
    const goal = sheetOf(the.drafted, the.activated, cites, weighs, the.cadenceAmended);
    expect(goal.amendments).toEqual([
      { act: 'act-amend', at: at(the.targetAmended.at), signal: 'price' },
      { act: 'act-later', at: at(the.cadenceAmended.at), signal: null },
    ]);
    const others = sheetOf(
      the.drafted,
      the.redrafted,
      the.activated,
      the.checkedIn,
      the.transferred,
    );
    expect(others.amendments).toEqual([]);
  });

  it('says since when it is over, and whether it was met', () => {
    const closed = sheetOf(the.drafted, the.activated, the.closed);
    expect(closed).toMatchObject({
      stage: 'closed',
      closed: { grade: 'missed' },
      overAt: the.closed.at,
    });
    expect(unitGoalOf(closed, late).met).toBe(false);
    for (const grade of ['met', 'green'] as const) {
      const other = { ...the.closed, grade } as GoalsFact;
      expect(unitGoalOf(sheetOf(the.drafted, other), late).met).toBe(true);
    }
    expect(unitGoalOf(sheetOf(the.drafted, the.activated), late).met).toBeNull();
    expect(sheetOf(the.drafted, the.withdrawn)).toMatchObject({ overAt: the.withdrawn.at });
  });

  it('has a line where a single measure is all that it is measured by', () => {
    const one = { ...the.drafted, keyResults: [the.answerTime] } as GoalsFact;
    const goal = sheetOf(one, the.activated, the.checkedIn);
    expect(mapGoalOf(goal, late)).toMatchObject({
      ...{ goalId: the.goalId, stage: 'active', weight: 1, progress: { value: 0.5 } },
      line: { start: 48, target: 12, current: 30, unit: 'h' },
    });
    expect(mapGoalOf(goal, at('2026-04-30T00:00:00Z')).line).toMatchObject({ current: null });
    expect(mapGoalOf(sheetOf(the.drafted, the.checkedIn), late).line).toBeNull();
    const band = { ...the.drafted, keyResults: [the.backlog] } as GoalsFact;
    expect(mapGoalOf(sheetOf(band), late).line).toBeNull();
  });

  it('is counted when it is private, and tells no figure around it how far it is', () => {
    const hidden = { ...the.drafted, keyResults: [the.answerTime], visibility: 'private' };
    const goal = sheetOf(hidden as GoalsFact, the.activated, the.checkedIn, the.closed);
    expect(goalProgress(goal, late)).toMatchObject({ value: 0.5, n: 1 });
    const unknown = { value: null, n: 0, definition: goalProgress(goal, late).definition };
    expect(mapGoalOf(goal, late)).toMatchObject({ weight: 1, progress: unknown, line: null });
    expect(unitGoalOf(goal, late)).toMatchObject({ weight: 1, progress: unknown, met: null });
  });

  it('has the line of its only indicator, with the target that the reading is against', () => {
    const drafted = { ...the.drafted, measuredBy: 'indicators', keyResults: [] } as GoalsFact;
    const against = { ...kpi.measured, against: { target: 50_000 } } as GoalsFact;
    const found = mapGoalOf(sheetOf(drafted, kpi.defined, against), late);
    expect(found.line).toEqual({ start: 0, target: 50_000, current: 12_905, unit: null });
    expect(found.progress).toMatchObject({ value: 12_905 / 50_000, n: 1 });
    const unread = mapGoalOf(sheetOf(drafted, kpi.defined), late);
    expect(unread.line).toMatchObject({ target: 76_000, current: null });
    expect(unread.progress).toMatchObject({ value: null, n: 0 });
    const second = { ...kpi.defined, kpiId: 'another' } as GoalsFact;
    expect(mapGoalOf(sheetOf(drafted, kpi.defined, second), late).line).toBeNull();
  });

  it('is none of another context, nor of a goal that is not drafted', () => {
    const unaligned = {
      ...the.activated,
      type: 'GoalUnaligned',
      goalId: undefined,
    } as unknown as GoalsFact;
    const [first] = recorded([unaligned]);
    expect(first === undefined ? [] : goalSheet.keys(first)).toEqual([]);
    expect(() => sheetOf(kpi.defined)).toThrow('there is no sheet');
  });

  it('does not change what it was given', () => {
    const before = sheetOf(the.drafted, the.activated, the.checkedIn);
    const copy = structuredClone(before);
    const [next] = recorded([the.corrected]);
    if (next !== undefined) goalSheet.fold(before, next, the.goalId);
    expect(before).toEqual(copy);
  });
});
