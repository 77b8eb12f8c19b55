import { describe, expect, it } from '@jest/globals';
import * as the from '../alignment/alignment.histories.ts';
import type { GoalsFact } from '../facts.ts';
import * as goal from '../goal/goal.histories.ts';
import { alignmentEdge, type AlignmentLine } from './alignment-edge.ts';
import { recorded } from './views.histories.ts';

const linesOf = (...facts: readonly GoalsFact[]): ReadonlyMap<string, AlignmentLine> => {
  const lines = new Map<string, AlignmentLine>();
  for (const one of recorded(facts)) {
    for (const key of alignmentEdge.keys(one)) {
      const line = alignmentEdge.fold(lines.get(key), one, key);
      if (line !== undefined) lines.set(key, line);
    }
  }
  return lines;
};

describe('the line of an alignment', () => {
  it('leads from a goal to its parent, from a day on', () => {
    const line = linesOf(the.aligned).get('alignment-1');
    expect(line).toEqual({
      ...{ alignmentId: 'alignment-1', child: the.person, parent: { goal: the.team } },
      ...{ mode: 'contributes', share: 0.6, from: '2026-04-01', until: null },
      ...{ alignedAt: the.aligned.at, endedAt: null, reason: null, texts: {} },
    });
  });

  it('is found by its goal, and by the parent or the strategy', () => {
    const lines = linesOf(the.aligned, the.teamAligned);
    expect([...lines.values()].map((one) => alignmentEdge.index(one))).toEqual([
      { child: the.person, parent: the.team },
      { child: the.team, strategy: the.theme.strategy },
    ]);
  });

  it('ends on a day, and says why', () => {
    const line = linesOf(the.aligned, the.unaligned).get('alignment-1');
    expect(line).toMatchObject({
      ...{ from: '2026-04-01', until: '2026-09-01', endedAt: the.unaligned.at },
      reason: { $said: 'fact-1', field: 'reason' },
    });
    expect(Object.keys(line?.texts ?? {})).toEqual(['fact-1']);
  });

  it('goes on in another where the goal is aligned anew', () => {
    const lines = linesOf(the.aligned, ...the.realigned);
    expect(lines.get('alignment-1')?.until).toBe('2026-09-01');
    expect(lines.get('alignment-3')).toMatchObject({
      ...{ child: the.person, parent: { goal: the.otherTeam }, from: '2026-09-01', until: null },
    });
  });

  it('is of facts of alignment only, and of those that were begun', () => {
    expect(linesOf(goal.drafted, the.unaligned).size).toBe(0);
  });
});
