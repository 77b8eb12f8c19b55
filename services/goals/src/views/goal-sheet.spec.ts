import { describe, expect, it } from '@jest/globals';
import { clearText } from '@plumbline/kernel';
import type { GoalsFact } from '../facts.ts';
import * as the from '../goal/goal.histories.ts';
import * as kpi from '../kpi/kpi.histories.ts';
import { forecastHonesty, goalFigures, keyResultStanding, staleness } from './figures.ts';
import { goalSheet, type GoalSheet } from './goal-sheet.ts';
import { goalPeriod, type GoalPeriod } from './goal-period.ts';
import { checkInsOf } from './kept-check-ins.ts';
import { recorded } from './views.histories.ts';

const at = (instant: string) => Date.parse(instant);
const sheetOf = (...facts: readonly GoalsFact[]): GoalSheet => {
  let sheet: GoalSheet | undefined;
  for (const one of recorded(facts)) sheet = goalSheet.fold(sheet, one, the.goalId);
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
};
const lineOf = (sheet: GoalSheet, id: string) => {
  const line = sheet.keyResults.find((one) => one.id === id);
  if (line === undefined) throw new Error(`there is no ${id}`);
  return line;
};
const done = (act: string, day: string, value: number, keyResultId = 'kr1'): GoalsFact => ({
  ...the.checkedIn,
  ...({ act, at: `${day}T10:00:00.000Z`, value, keyResultId } as object),
});

describe('the sheet of a goal', () => {
  it('is what was drafted, with words quoted and not copied', () => {
    const sheet = sheetOf(the.drafted);
    expect(sheet).toMatchObject({ stage: 'draft', owner: 'person:ada', kind: null, revision: 0 });
    expect(sheet.title).toEqual({ $said: 'fact-0', field: 'title' });
    expect(Object.keys(sheet.texts)).toEqual(['fact-0']);
    expect(lineOf(sheet, 'kr3').milestoneNames).toHaveProperty('rollout');
    expect(sheet.description).toBeNull();
  });

  it('says who may see the goal and what it weighs, also where its facts do not', () => {
    expect(sheetOf(the.drafted)).toMatchObject({ visibility: 'public', weight: 1 });
    const hidden = { ...the.drafted, visibility: 'private', weight: 2 } as GoalsFact;
    expect(sheetOf(hidden)).toMatchObject({ visibility: 'private', weight: 2 });
    expect(sheetOf(hidden, the.redrafted)).toMatchObject({ visibility: 'public', weight: 1 });
    const { visibility } = sheetOf(the.drafted, the.activated, the.visibilityChanged);
    expect(visibility).toBe('private');
  });

  it('shows attainment against the target of today and of the activation', () => {
    const sheet = sheetOf(the.drafted, the.activated, the.checkedIn, the.targetAmended);
    const line = lineOf(sheet, 'kr1');
    const until = at('2026-05-20T00:00:00Z');
    expect(keyResultStanding(line, line.measure, until).attainment.value).toBe(0.75);
    expect(keyResultStanding(line, line.original ?? line.measure, until).attainment.value).toBe(
      0.5,
    );
  });

  it('counts a corrected check-in as corrected, and a withdrawn one not at all', () => {
    const until = at('2026-05-20T00:00:00Z');
    const corrected = sheetOf(the.drafted, the.activated, the.checkedIn, the.corrected);
    const line = lineOf(corrected, 'kr1');
    expect(keyResultStanding(line, line.measure, until).raw.value).toBeCloseTo(15 / 36, 12);
    expect(checkInsOf(line.checkIns)[0]).toMatchObject({
      value: 33,
      corrections: [{ before: { value: 30 }, after: { value: 33 }, by: { sub: 'ada' } }],
    });
    const gone = { ...the.corrected, to: null } as GoalsFact;
    const withdrawn = sheetOf(the.drafted, the.activated, the.checkedIn, gone);
    expect(goalFigures(withdrawn, until).progress).toMatchObject({ value: null, n: 0 });
  });

  it('weighs key results that have a value, and leaves out those without', () => {
    const steps = { ...the.checkedIn, act: 'steps', keyResultId: 'kr3', value: null };
    const reached = { ...steps, done: ['rollout'] } as GoalsFact;
    const sheet = sheetOf(the.drafted, the.activated, the.checkedIn, reached);
    // (3 × 0.5 + 1 × 0.75) / 4; the backlog has no value yet.
    const { progress, measures } = goalFigures(sheet, at('2026-05-20T00:00:00Z'));
    expect(progress).toMatchObject({ value: 0.5625, n: 2 });
    expect(measures).toEqual({ total: 3, withProgress: 2 });
  });

  it('gives the share of time in band for a threshold', () => {
    const sheet = sheetOf(
      the.drafted,
      the.activated,
      done('a', '2026-05-01', 10, 'kr2'),
      done('b', '2026-05-04', 30, 'kr2'),
    );
    const line = lineOf(sheet, 'kr2');
    const { attainment, met } = keyResultStanding(line, line.measure, at('2026-05-05T10:00:00Z'));
    expect(attainment.value).toBe(0.75);
    expect(met).toBe(false);
  });

  it('takes the newest value by its own time, not by when it came in', () => {
    const sheet = sheetOf(
      the.drafted,
      the.activated,
      done('a', '2026-05-09', 24),
      done('b', '2026-05-02', 40),
    );
    const line = lineOf(sheet, 'kr1');
    expect(keyResultStanding(line, line.measure, at('2026-06-01T00:00:00Z')).raw.value).toBeCloseTo(
      24 / 36,
      12,
    );
  });

  it('is stale once its cadence has passed since the last check-in', () => {
    const sheet = sheetOf(the.drafted, the.activated, the.checkedIn);
    const fresh = goalFigures(sheet, at('2026-05-15T10:00:00Z'));
    expect(fresh).toMatchObject({ stale: false, daysSinceCheckIn: 14 });
    expect(goalFigures(sheet, at('2026-05-15T10:00:01Z')).stale).toBe(true);
    expect(goalFigures(sheetOf(the.drafted), at('2027-01-01T00:00:00Z')).stale).toBeNull();
    expect(staleness([sheet, sheetOf(the.drafted)], at('2026-06-01T00:00:00Z'))).toMatchObject({
      value: 1,
      n: 1,
    });
  });

  it('keeps what the closing said', () => {
    const sheet = sheetOf(the.drafted, the.activated, the.checkedIn, the.closed);
    expect(sheet.closed).toMatchObject({ score: 0.5, grade: 'missed', attainment: 0.5 });
    expect(sheet.closed?.lesson).toEqual({ $said: 'fact-3', field: 'lesson' });
    expect(forecastHonesty([sheet])).toMatchObject({ n: 1 });
    expect(forecastHonesty([sheet]).value).toBeCloseTo(0.49, 12);
  });

  it('stands still once it is closed, also for a threshold', () => {
    const sheet = sheetOf(
      the.drafted,
      the.activated,
      done('a', '2026-05-01', 10, 'kr2'),
      the.closed,
    );
    const atClosing = goalFigures(sheet, at('2026-06-30T16:00:00Z'));
    const outside = { ...sheet, keyResults: sheet.keyResults };
    expect(goalFigures(outside, at('2027-01-01T00:00:00Z'))).toEqual(atClosing);
    expect(atClosing.progress.value).toBe(1);
  });

  it('has no forecast to be honest about while the goal is open', () => {
    const sheet = sheetOf(the.drafted, the.activated, the.checkedIn);
    expect(forecastHonesty([sheet])).toMatchObject({ value: null, n: 0 });
  });

  it('carries the KPIs that tell of it', () => {
    const sheet = sheetOf(the.drafted, kpi.defined, kpi.measured, kpi.redefined);
    expect(sheet.indicators[kpi.kpiId]).toMatchObject({
      version: 2,
      readings: [{ value: 12_905 }],
    });
    expect(goalSheet.index(sheet)).toEqual({
      owner: 'person:ada',
      period: '2026-Q2',
      stage: 'draft',
    });
  });

  it('does not change what it was given', () => {
    const before = sheetOf(the.drafted, the.activated, the.checkedIn);
    const copy = structuredClone(before);
    const [next] = recorded([the.corrected]);
    if (next !== undefined) goalSheet.fold(before, next, the.goalId);
    expect(before).toEqual(copy);
  });
});

describe('the periods', () => {
  const countOf = (key: string, ...facts: readonly GoalsFact[]) => {
    let period: GoalPeriod | undefined;
    for (const one of recorded(facts)) {
      if (goalPeriod.keys(one).includes(key)) period = goalPeriod.fold(period, one, key);
    }
    return period?.goals ?? 0;
  };
  const other = { name: '2026-Q3', start: '2026-07-01', end: '2026-09-30' };

  it('count a goal where it is set, and where it moves to', () => {
    const moved = {
      ...the.targetAmended,
      type: 'PeriodAmended',
      from: the.quarter,
      to: other,
    } as unknown as GoalsFact;
    expect(countOf('2026-Q2', the.drafted)).toBe(1);
    expect(countOf('2026-Q2', the.drafted, moved)).toBe(0);
    expect(countOf('2026-Q3', the.drafted, moved)).toBe(1);
  });

  it('follow a draft that is set for another period', () => {
    const plan = { ...the.draft, period: the.quarter };
    const redrafted = {
      type: 'GoalRedrafted',
      act: 'r',
      goalId: the.goalId,
      at: the.draft.at,
      from: plan,
      period: other,
      text: clearText(the.owner, {}),
    } as unknown as GoalsFact;
    expect(countOf('2026-Q2', the.drafted, redrafted)).toBe(0);
    expect(countOf('2026-Q3', the.drafted, redrafted)).toBe(1);
  });
});
