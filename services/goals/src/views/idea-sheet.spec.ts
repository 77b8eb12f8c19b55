import { describe, expect, it } from '@jest/globals';
import * as the from '../experiment/experiment.histories.ts';
import type { GoalsFact } from '../facts.ts';
import * as goal from '../goal/goal.histories.ts';
import { funnelIdeaOf, ideaSheet, stateOf, type IdeaSheet } from './idea-sheet.ts';
import { recorded } from './views.histories.ts';

const sheetOf = (...facts: readonly GoalsFact[]): IdeaSheet => {
  let sheet: IdeaSheet | undefined;
  for (const one of recorded(facts)) sheet = ideaSheet.fold(sheet, one, the.ideaId);
  if (sheet === undefined) throw new Error('there is no sheet');
  return sheet;
};
const story = [the.submitted, the.started, the.concluded, the.settled, the.reused] as const;

describe('the sheet of an idea', () => {
  it('is what was submitted, with words quoted and not copied', () => {
    const sheet = sheetOf(the.submitted);
    expect(sheet).toMatchObject({
      ...{ ideaId: the.ideaId, owner: the.owner, credit: the.submitted.credit },
      ...{ signalId: 'act-raise', settled: null, experiment: null, reuses: [] },
      title: { $said: 'fact-0', field: 'title' },
      description: { $said: 'fact-0', field: 'description' },
    });
    expect(ideaSheet.index(sheet)).toEqual({
      ...{ owner: the.owner, credit: ['ada', 'bo'], state: 'submitted', signal: 'act-raise' },
    });
  });

  it('tells of its experiment, the hypothesis beside the result', () => {
    expect(sheetOf(the.submitted, the.started).experiment).toEqual({
      ...{ startedAt: the.started.at, hypothesis: the.started.hypothesis, until: '2026-05-31' },
      ...{ words: { $said: 'fact-1', field: 'hypothesis' }, concluded: null },
    });
    expect(sheetOf(the.submitted, the.started, the.concluded).experiment).toMatchObject({
      hypothesis: the.started.hypothesis,
      concluded: {
        ...{ outcome: 'refuted', value: 16, at: the.concluded.at, by: { sub: 'ada' } },
        lesson: { $said: 'fact-2', field: 'lesson' },
      },
    });
  });

  it('tells how it was settled, and who reused its lesson', () => {
    expect(sheetOf(...story)).toMatchObject({
      settled: { outcome: 'adopted', reason: { $said: 'fact-3', field: 'reason' } },
      reuses: [{ by: { goal: the.goalId }, at: the.reused.at }],
      revision: 4,
    });
  });

  it('keeps the credit that was before, and why it was amended', () => {
    const sheet = sheetOf(the.submitted, the.creditAmended);
    expect(sheet.credit).toEqual(the.creditAmended.credit);
    expect(sheet.creditAmendments).toMatchObject([
      { before: the.submitted.credit, reason: { $said: 'fact-1', field: 'reason' } },
    ]);
  });

  it('is found by its state', () => {
    const states = [1, 2, 3, 4].map((count) => stateOf(sheetOf(...story.slice(0, count))));
    expect(states).toEqual(['submitted', 'running', 'concluded', 'adopted']);
  });

  it('is counted by the funnel', () => {
    expect(funnelIdeaOf(sheetOf(...story))).toEqual({
      ideaId: the.ideaId,
      submittedAt: Date.parse(the.submitted.at),
      settled: { outcome: 'adopted', at: Date.parse(the.settled.at) },
      experiment: {
        startedAt: Date.parse(the.started.at),
        concluded: { outcome: 'refuted', at: Date.parse(the.concluded.at) },
      },
      reusedBy: [the.goalId],
    });
    const open = funnelIdeaOf(sheetOf(the.submitted));
    expect(open).toMatchObject({ settled: null, experiment: null, reusedBy: [] });
  });

  it('is of facts of ideas only, and of those that were submitted', () => {
    const keys = recorded([the.submitted, goal.drafted]).map((one) => ideaSheet.keys(one));
    expect(keys).toEqual([[the.ideaId], []]);
    expect(() => sheetOf(the.started)).toThrow('there is no sheet');
  });
});
