import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearText } from '@plumbline/kernel';
import type { GoalsFact } from '../facts.ts';
import * as the from '../goal/goal.histories.ts';
import * as kpi from '../kpi/kpi.histories.ts';
import { goalFigures } from './figures.ts';
import { mapGoalOf, nodeProgress, unitGoalOf } from './goal-node.figures.ts';
import { goalNode, type GoalNode } from './goal-node.ts';
import { goalSheet, type GoalSheet } from './goal-sheet.ts';
import { recorded } from './views.histories.ts';

const nodeOf = (...facts: readonly GoalsFact[]): GoalNode => {
  let node: GoalNode | undefined;
  for (const one of recorded(facts)) node = goalNode.fold(node, one, the.goalId);
  if (node === undefined) throw new Error('there is no node');
  return node;
};
const sheetOf = (...facts: readonly GoalsFact[]): GoalSheet => {
  let sheet: GoalSheet | undefined;
  for (const one of recorded(facts)) sheet = goalSheet.fold(sheet, one, the.goalId);
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
};
const at = (instant: string) => Date.parse(instant);
const late = at('2027-01-01T00:00:00Z');

describe('the node of a goal', () => {
  it('is what was drafted, public and of weight 1 unless that says otherwise', () => {
    const node = nodeOf(the.drafted);
    expect(node).toMatchObject({
      ...{ goalId: the.goalId, owner: 'person:ada', stage: 'draft', kind: null },
      ...{ visibility: 'public', weight: 1, period: the.quarter, overAt: null, amendments: [] },
    });
    const drafted = { ...the.drafted, ...({ visibility: 'private', weight: 3 } as object) };
    expect(nodeOf(drafted)).toMatchObject({ visibility: 'private', weight: 3 });
    expect(nodeOf(drafted, the.redrafted)).toMatchObject({ visibility: 'public', weight: 1 });
    const shown = { ...the.targetAmended, type: 'VisibilityChanged', to: 'public' };
    const visible = nodeOf(drafted, shown as unknown as GoalsFact);
    expect(visible).toMatchObject({ visibility: 'public', amendments: [] });
    expect(goalNode.index(node)).toEqual({
      ...{ owner: 'person:ada', period: '2026-Q2', stage: 'draft' },
    });
  });

  it('holds its title, and no other words than those that the title was said with', () => {
    const told = nodeOf(the.drafted, the.activated, the.checkedIn, the.targetAmended);
    expect(told.title).toEqual({ $said: 'fact-0', field: 'title' });
    expect(Object.keys(told.texts)).toEqual(['fact-0']);
    const renamed = nodeOf(the.drafted, the.reworded);
    expect(renamed.title).toEqual({ $said: 'fact-1', field: 'title' });
    expect(Object.keys(renamed.texts)).toEqual(['fact-1']);
    const reason = {
      ...the.reworded,
      text: clearText(the.owner, { reason: 'None.' }),
    } as GoalsFact;
    expect(nodeOf(the.drafted, reason).title).toEqual({ $said: 'fact-0', field: 'title' });
  });

  it('counts an act that amends the plan once, with the signal that it answers', () => {
    const cites = { ...the.targetAmended, ...({ signal: 'price' } as object) };
    const weighs = { ...the.weightAmended, act: cites.act, at: cites.at } as GoalsFact;
    const node = nodeOf(the.drafted, the.activated, cites, weighs, the.cadenceAmended);
    expect(node.amendments).toEqual([
      { act: 'act-amend', at: at(the.targetAmended.at), signal: 'price' },
      { act: 'act-later', at: at(the.cadenceAmended.at), signal: null },
    ]);
    const others = nodeOf(
      the.drafted,
      the.redrafted,
      the.activated,
      the.checkedIn,
      the.transferred,
    );
    expect(others.amendments).toEqual([]);
  });

  it('says since when it is over, and whether it was met', () => {
    const closed = nodeOf(the.drafted, the.activated, the.closed);
    expect(closed).toMatchObject({ stage: 'closed', grade: 'missed', overAt: the.closed.at });
    expect(unitGoalOf(closed, late).met).toBe(false);
    for (const grade of ['met', 'green'] as const) {
      const other = { ...the.closed, grade } as GoalsFact;
      expect(unitGoalOf(nodeOf(the.drafted, other), late).met).toBe(true);
    }
    expect(unitGoalOf(nodeOf(the.drafted, the.activated), late).met).toBeNull();
    expect(nodeOf(the.drafted, the.withdrawn)).toMatchObject({ overAt: the.withdrawn.at });
  });

  it('has a line where a single measure is all that it is measured by', () => {
    const one = { ...the.drafted, keyResults: [the.answerTime] } as GoalsFact;
    const node = nodeOf(one, the.activated, the.checkedIn);
    expect(mapGoalOf(node, late)).toMatchObject({
      ...{ goalId: the.goalId, stage: 'active', weight: 1, progress: { value: 0.5 } },
      line: { start: 48, target: 12, current: 30, unit: 'h' },
    });
    expect(mapGoalOf(node, at('2026-04-30T00:00:00Z')).line).toMatchObject({ current: null });
    expect(mapGoalOf(nodeOf(the.drafted, the.checkedIn), late).line).toBeNull();
    const band = { ...the.drafted, keyResults: [the.backlog] } as GoalsFact;
    expect(mapGoalOf(nodeOf(band), late).line).toBeNull();
  });

  it('is counted when it is private, and tells no figure around it how far it is', () => {
    const hidden = { ...the.drafted, keyResults: [the.answerTime], visibility: 'private' };
    const node = nodeOf(hidden as GoalsFact, the.activated, the.checkedIn, the.closed);
    expect(nodeProgress(node, late)).toMatchObject({ value: 0.5, n: 1 });
    const unknown = { value: null, n: 0, definition: nodeProgress(node, late).definition };
    expect(mapGoalOf(node, late)).toMatchObject({ weight: 1, progress: unknown, line: null });
    expect(unitGoalOf(node, late)).toMatchObject({ weight: 1, progress: unknown, met: null });
  });

  it('has the line of its only indicator, with the target that the reading is against', () => {
    const drafted = { ...the.drafted, measuredBy: 'indicators', keyResults: [] } as GoalsFact;
    const against = { ...kpi.measured, against: { target: 50_000 } } as GoalsFact;
    const found = mapGoalOf(nodeOf(drafted, kpi.defined, against), late);
    expect(found.line).toEqual({ start: 0, target: 50_000, current: 12_905, unit: null });
    expect(found.progress).toMatchObject({ value: 12_905 / 50_000, n: 1 });
    const unread = mapGoalOf(nodeOf(drafted, kpi.defined), late);
    expect(unread.line).toMatchObject({ target: 76_000, current: null });
    expect(unread.progress).toMatchObject({ value: null, n: 0 });
    const second = { ...kpi.defined, kpiId: 'another' } as GoalsFact;
    expect(mapGoalOf(nodeOf(drafted, kpi.defined, second), late).line).toBeNull();
  });

  it('is none of another context, nor of a goal that is not drafted', () => {
    const unaligned = {
      ...the.activated,
      type: 'GoalUnaligned',
      goalId: undefined,
    } as unknown as GoalsFact;
    const [first] = recorded([unaligned]);
    expect(first === undefined ? [] : goalNode.keys(first)).toEqual([]);
    expect(() => nodeOf(kpi.defined)).toThrow('there is no node');
  });

  it('does not change what it was given', () => {
    const before = nodeOf(the.drafted, the.activated, the.checkedIn);
    const copy = structuredClone(before);
    const [next] = recorded([the.corrected]);
    if (next !== undefined) goalNode.fold(before, next, the.goalId);
    expect(before).toEqual(copy);
  });
});

describe('progress from a node', () => {
  const time = fc.integer({ min: 1, max: 28 }).map((day) => {
    return `2026-05-${String(day).padStart(2, '0')}T10:00:00.000Z`;
  });
  const value = fc.option(fc.integer({ min: -10, max: 60 }));
  const checkIn = fc
    .record({ id: fc.constantFrom('a', 'b', 'c'), key: fc.nat({ max: 2 }), time, value })
    .map(({ id, key, time, value }) => {
      const keyResultId = `kr${key + 1}`;
      const done = key === 2 && value !== null ? ['pilot'] : null;
      return {
        ...the.checkedIn,
        act: `${id}-${key}`,
        at: time,
        keyResultId,
        value,
        done,
      } as GoalsFact;
    });
  const correction = fc
    .record({ id: fc.constantFrom('a', 'b', 'c'), key: fc.nat({ max: 2 }), time, value })
    .map(({ id, key, time, value }) => {
      const ids = { checkInId: `${id}-${key}`, keyResultId: `kr${key + 1}` };
      const to = value === null ? null : { value, done: null, confidence: null };
      return { ...the.corrected, ...ids, at: time, to } as GoalsFact;
    });
  const reading = fc
    .record({ time, value, quarter: fc.constantFrom(kpi.firstQuarter, kpi.secondQuarter) })
    .map(({ time, value, quarter }) => {
      return { ...kpi.measured, at: time, value, period: quarter } as GoalsFact;
    });
  const change = fc.constantFrom<GoalsFact>(
    ...[the.targetAmended, the.weightAmended, the.keyResultAdded, the.keyResultDropped],
    ...[the.closed, kpi.redefined],
  );
  const story = fc.array(fc.oneof(checkIn, checkIn, correction, reading, change), {
    maxLength: 20,
  });

  it.each(['key-results', 'indicators'] as const)('by %s is that of the sheet', (measuredBy) => {
    const drafted = { ...the.drafted, measuredBy } as GoalsFact;
    fc.assert(
      fc.property(story, time, (facts, asked) => {
        const all = [drafted, the.activated, kpi.defined, ...facts];
        for (const until of [at(asked), late]) {
          const { progress } = goalFigures(sheetOf(...all), until);
          expect(nodeProgress(nodeOf(...all), until)).toEqual(progress);
        }
      }),
    );
  });
});
