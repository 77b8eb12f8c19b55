import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection, tableEntries } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { AlignGoal, AlignmentCommand } from './alignment.commands.ts';
import { alignmentDecider } from './alignment.decide.ts';
import { align, aligned, realign, unalign } from './alignment.histories.ts';
import { evolveAlignments, initialAlignments } from './alignment.ts';
import type { AlignmentFact, Alignments, Edge } from './alignment.ts';

const goals = ['a', 'b', 'c', 'd', 'e'];
const days = Array.from(
  { length: 12 },
  (_, index) => `2026-04-${String(index + 1).padStart(2, '0')}`,
);
const ids = Array.from({ length: 20 }, (_, index) => `id${index}`);

/** Any command among few goals, so that ways cross and close, on days that are out of order. */
const anyCommand: fc.Arbitrary<AlignmentCommand> = fc
  .record({
    command: fc.constantFrom<AlignmentCommand>(align, align, align, unalign, realign),
    id: fc.constantFrom(...ids),
    next: fc.constantFrom(...ids),
    child: fc.constantFrom(...goals),
    goal: fc.constantFrom(...goals),
    share: fc.constantFrom(null, 0.1, 0.25, 1 / 3, 0.5, 1),
    day: fc.constantFrom(...days),
  })
  .map(({ command, id, next, child, goal, share, day }) => {
    const asked = { ...command, act: `act-${id}-${next}-${day}`, alignmentId: id };
    const mode = share === null ? 'supports' : 'contributes';
    switch (asked.type) {
      case 'AlignGoal':
        return { ...asked, child, parent: { goal }, mode, share, from: day };
      case 'UnalignGoal':
        return { ...asked, on: day };
      case 'RealignGoal':
        return { ...asked, next, parent: { goal }, mode, share, on: day };
    }
  });

type Look = (
  command: AlignmentCommand,
  before: Alignments,
  decided: readonly AlignmentFact[] | string,
) => void;

function play(commands: readonly AlignmentCommand[], look: Look): Alignments {
  let alignments = initialAlignments;
  for (const command of commands) {
    const decision = alignmentDecider.decide(command, alignments);
    look(command, alignments, isRejection(decision) ? decision.code : decision);
    if (isRejection(decision)) continue;
    alignments = fold(alignmentDecider, alignments, decision);
  }
  return alignments;
}

/** What is wrong on some day, found by looking at every day and every way. */
function faults(alignments: Alignments): Set<string> {
  const edges = [...tableEntries(alignments.edges)].map(([, edge]) => edge);
  const found = new Set<string>();
  for (const day of days) {
    const there = edges.filter(({ from, until }) => {
      return from <= day && (until === null || day < until);
    });
    if (goals.some((goal) => reaches(there, goal, goal))) found.add('alignment/cycle');
    for (const goal of goals) {
      const own = there.filter((one) => one.child === goal);
      const total = own.reduce((sum, { share }) => sum + Math.round((share ?? 0) * 1e6), 0);
      if (total > 1e6) found.add('alignment/shares-exceed-one');
      const parents = own.map((one) => JSON.stringify(one.parent));
      if (new Set(parents).size < parents.length) found.add('alignment/already-aligned');
    }
  }
  return found;
}

function reaches(edges: readonly Edge[], from: string, to: string): boolean {
  const seen = new Set<string>();
  const next = [from];
  for (let goal = next.pop(); goal !== undefined; goal = next.pop()) {
    for (const { child, parent } of edges) {
      if (child !== goal || !('goal' in parent)) continue;
      if (parent.goal === to) return true;
      if (!seen.has(parent.goal)) next.push(parent.goal);
      seen.add(parent.goal);
    }
  }
  return false;
}

describe('the laws of alignments, over any commands in any order', () => {
  const many = fc.array(anyCommand, { minLength: 5, maxLength: 40 });

  it('the same command again decides nothing', () => {
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (command, before, decided) => {
          if (typeof decided === 'string') return;
          repeatDecidesNothing(alignmentDecider, command, before, decided);
        });
      }),
      { numRuns: 300 },
    );
  });

  it('on no day is there a cycle, or a goal that contributes more than one', () => {
    fc.assert(
      fc.property(many, (commands) => {
        expect(faults(play(commands, () => undefined))).toEqual(new Set());
      }),
      { numRuns: 300 },
    );
  });

  it('what is refused would be so on some day: a search of every day and way agrees', () => {
    const seen = new Map<string, number>();
    const count = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (command, before, decided) => {
          if (command.type !== 'AlignGoal') return;
          const wrong = faults(evolveAlignments(before, factOf(command)));
          if (typeof decided !== 'string') {
            if (decided.length > 0) expect(wrong).toEqual(new Set());
            count('accepted');
          } else if (/cycle|exceed-one|already-aligned/.test(decided)) {
            expect([...wrong]).toContain(decided);
            count(decided);
          }
        });
      }),
      { numRuns: 300 },
    );
    const all = ['accepted', 'alignment/cycle', 'alignment/shares-exceed-one'];
    for (const what of [...all, 'alignment/already-aligned']) {
      expect([what, (seen.get(what) ?? 0) > 20]).toEqual([what, true]);
    }
  });

  it('cost the height of the graph, and not its size', () => {
    const history = Array.from({ length: 30_000 }, (_, index): AlignmentFact => {
      const parent = { goal: `g${Math.floor((index - 1) / 8)}` };
      return { ...aligned, alignmentId: `e${index}`, child: `g${index}`, parent, share: 0.5 };
    });
    const alignments = fold(alignmentDecider, initialAlignments, history);
    const begun = process.cpuUsage();
    for (let index = 0; index < 2_000; index += 1) {
      const from = '2026-05-01';
      const above = { goal: `g${29_999 - index}` };
      const command = { ...align, alignmentId: `n${index}`, child: 'new', parent: above, from };
      expect(alignmentDecider.decide(command, alignments)).toHaveLength(1);
    }
    // A walk over all of it for each would be 60 million steps. Work, not time: machines are busy.
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(1_500);
  });

  it('cost each goal above once, however many ways lead there', () => {
    // Two goals in each of 24 rows, each aligned to both of the row above: 2 to the 24 ways.
    const history = Array.from({ length: 24 * 4 }, (_, index): AlignmentFact => {
      const [row, left, right] = [index >> 2, (index >> 1) & 1, index & 1];
      const parent = { goal: `r${row + 1}-${right}` };
      return { ...aligned, alignmentId: `e${index}`, child: `r${row}-${left}`, parent, share: 0.5 };
    });
    const alignments = fold(alignmentDecider, initialAlignments, history);
    const begun = process.cpuUsage();
    const command = { ...align, alignmentId: 'new', child: 'new', parent: { goal: 'r0-0' } };
    expect(alignmentDecider.decide(command, alignments)).toHaveLength(1);
    expect(process.cpuUsage(begun).user / 1_000).toBeLessThan(500);
  });
});

function factOf({ act, alignmentId, at, child, parent, mode, share, from }: AlignGoal) {
  return { type: 'GoalAligned', act, alignmentId, at, child, parent, mode, share, from } as const;
}
