import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { NoteCommand } from './note.commands.ts';
import { noteDecider } from './note.decide.ts';
import { give, retract, widen } from './note.histories.ts';
import { evolveNote, initialNote } from './note.ts';
import type { FeedbackNote, NoteFact, Visibility } from './note.ts';

/** Who sees a note of each class, besides its author. */
const audience: Readonly<Record<Visibility, readonly string[]>> = {
  'manager-only': ['manager'],
  'author-and-subject': ['subject'],
  'author-subject-and-manager': ['subject', 'manager'],
  public: ['subject', 'manager', 'others'],
};
const classes = Object.keys(audience) as Visibility[];

/** Any command of few people, at times that are often out of order. */
const anyCommand: fc.Arbitrary<NoteCommand> = fc
  .record({
    command: fc.constantFrom<NoteCommand>(give, widen, widen, widen, retract),
    act: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'),
    day: fc.integer({ min: 10, max: 28 }),
    by: fc.constantFrom('bo', 'bo', 'bo', 'ada', 'cy'),
    visibility: fc.constantFrom(...classes),
  })
  .map(({ command, act, day, by, visibility }) => {
    const asked = { ...command, act, at: `2026-07-${day}T09:00:00.000Z` };
    switch (asked.type) {
      case 'GiveFeedback':
        return { ...asked, author: by, visibility };
      case 'WidenVisibility':
        return { ...asked, by, to: visibility };
      case 'RetractFeedback':
        return { ...asked, by };
    }
  });

type Look = (before: FeedbackNote, fact: NoteFact, command: NoteCommand) => void;

function play(commands: readonly NoteCommand[], look: Look): void {
  let note = initialNote;
  for (const command of commands) {
    const decision = noteDecider.decide(command, note);
    if (isRejection(decision)) continue;
    repeatDecidesNothing(noteDecider, command, note, decision);
    for (const fact of decision) {
      look(note, fact, command);
      note = evolveNote(note, fact);
    }
  }
}

describe('the laws of a note, over any commands in any order', () => {
  const many = fc
    .tuple(fc.constantFrom(...classes), fc.array(anyCommand, { maxLength: 15 }))
    .map(([visibility, commands]) => [{ ...give, act: 'first', visibility }, ...commands]);

  it('more people see it with each change, and nobody loses sight of it', () => {
    let widenings = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, fact) => {
          if (fact.type !== 'VisibilityWidened' || before.stage === 'none') return;
          const [was, is] = [audience[before.visibility], audience[fact.to]];
          expect(fact.from).toBe(before.visibility);
          expect(is).toEqual(expect.arrayContaining([...was]));
          expect(is.length).toBeGreaterThan(was.length);
          widenings += 1;
        });
      }),
      { numRuns: 500 },
    );
    expect(widenings).toBeGreaterThan(20);
  });

  it('only its author changes it, and nobody once it is retracted', () => {
    let retractions = 0;
    fc.assert(
      fc.property(many, (commands) => {
        play(commands, (before, fact, command) => {
          if (before.stage === 'none') return;
          expect(before.stage).toBe('given');
          expect(command).toHaveProperty('by', before.author);
          if (fact.type === 'FeedbackRetracted') retractions += 1;
        });
      }),
      { numRuns: 500 },
    );
    expect(retractions).toBeGreaterThan(50);
  });

  it('what is wider is whatever more people see: the table leaves none out', () => {
    for (const from of classes) {
      for (const to of classes) {
        const note = evolveNote(initialNote, givenAs(from));
        const decision = noteDecider.decide({ ...widen, to }, note);
        const isWider = audience[from].every((one) => audience[to].includes(one)) && from !== to;
        expect([from, to, !isRejection(decision) && decision.length > 0]).toEqual([
          from,
          to,
          isWider,
        ]);
      }
    }
  });
});

function givenAs(visibility: Visibility): NoteFact {
  const decision = noteDecider.decide({ ...give, visibility }, initialNote);
  if (isRejection(decision) || decision[0] === undefined) throw new Error('not given');
  return decision[0];
}
