import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { ExperimentCommand } from './experiment.commands.ts';
import { experimentDecider } from './experiment.decide.ts';
import { amendCredit, conclude, reuse, settle, start, submit } from './experiment.histories.ts';
import { evolveIdea, initialIdea, type Idea } from './experiment.ts';

/** Any command, with values that are often wrong, at times that are often out of order. */
const anyCommand: fc.Arbitrary<ExperimentCommand> = fc
  .record({
    command: fc.constantFrom<ExperimentCommand>(
      submit,
      start,
      conclude,
      settle,
      reuse,
      amendCredit,
    ),
    act: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    day: fc.integer({ min: 10, max: 28 }),
    value: fc.constantFrom(null, 11, 12, 13),
    outcome: fc.constantFrom('supported' as const, 'refuted' as const, 'inconclusive' as const),
    settlement: fc.constantFrom('declined' as const, 'adopted' as const),
    by: fc.constantFrom({ goal: 'x' }, { idea: 'x' }, { idea: submit.ideaId }),
    parts: fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ command, act, day, value, outcome, settlement, by, parts }) => {
    const asked = { ...command, act, at: `2026-03-${day}T09:00:00.000Z` };
    const credit = parts.map((part, index) => ({ person: `p${index}`, share: part / 4 }));
    switch (asked.type) {
      case 'SubmitIdea':
        return asked;
      case 'AmendCredit':
        return { ...asked, credit };
      case 'StartExperiment':
        return { ...asked, hypothesis: { ...asked.hypothesis, threshold: value ?? 12 } };
      case 'ConcludeExperiment':
        return { ...asked, value, outcome };
      case 'SettleIdea':
        return { ...asked, outcome: settlement };
      case 'ReuseLesson':
        return { ...asked, by };
    }
  });

type Look = (before: Idea, after: Idea) => void;

function play(commands: readonly ExperimentCommand[], look: Look): number {
  let idea: Idea = initialIdea;
  let accepted = 0;
  for (const command of [{ ...submit, at: '2026-03-10T09:00:00.000Z' }, ...commands]) {
    const decision = experimentDecider.decide(command, idea);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(experimentDecider, command, idea, decision);
    for (const fact of decision) {
      const before = idea;
      idea = evolveIdea(idea, fact);
      look(before, idea);
      accepted += 1;
    }
  }
  return accepted;
}

describe('the laws of an idea, over any commands in any order', () => {
  const many = fc.array(anyCommand, { maxLength: 25 });

  it('the hypothesis stands before the result, and neither changes after', () => {
    let concluded = 0;
    const look: Look = (before, after) => {
      if (before.stage === 'none' || after.stage === 'none') return;
      const [was, is] = [before.experiment, after.experiment];
      if (was === null) expect(is?.result ?? null).toBeNull();
      else expect(is?.hypothesis).toEqual(was.hypothesis);
      if (was !== null && was.result !== null) expect(is).toEqual(was);
      if (was !== null && was.result === null && is?.result) concluded += 1;
    };
    fc.assert(
      fc.property(many, (commands) => {
        expect(play(commands, look)).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
    expect(concluded).toBeGreaterThan(20);
  });

  it('credit is one in all, each person once, and what is settled stays settled', () => {
    const look: Look = (before, after) => {
      if (after.stage === 'none') return;
      const total = after.credit.reduce((sum, { share }) => sum + Math.round(share * 1e6), 0);
      expect(total).toBe(1e6);
      expect(new Set(after.credit.map((one) => one.person)).size).toBe(after.credit.length);
      if (before.stage === 'settled') expect(after.outcome).toBe(before.outcome);
    };
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, look);
      }),
      { numRuns: 500 },
    );
  });
});
