import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { CalibrationCommand } from './calibration-session.commands.ts';
import { calibrationDecider } from './calibration-session.decide.ts';
import { accept, addMembers, addReviews, adasReview } from './calibration-session.histories.ts';
import { bosReview, convene, cysReview, dansReview } from './calibration-session.histories.ts';
import {
  excuse,
  leaveOut,
  lock,
  propose,
  rating,
  replace,
} from './calibration-session.histories.ts';
import { evolveSession, initialSession, standing, takesPart } from './calibration-session.ts';
import type { CalibrationFact, CalibrationSession, HeldSession } from './calibration-session.ts';

/** Who acts; Cy answers to Dan, and Mia to Bo. */
const people = ['hana', 'cy', 'mia', 'noor', 'eve', 'ada'];
const answersTo: Readonly<Record<string, string>> = { cy: 'dan', mia: 'bo' };
const subjects: Readonly<Record<string, string>> = {
  [adasReview]: 'ada',
  [bosReview]: 'bo',
  [cysReview]: 'cy',
  [dansReview]: 'dan',
};
/** Few, so that what is decided was often proposed. */
const proposals = ['a', 'b', 'c'];

const anyAsk = fc.record({
  command: fc.constantFrom<CalibrationCommand>(
    ...[propose, propose, propose, propose, accept, accept, accept, accept, accept],
    ...[addMembers, excuse, replace, addReviews, leaveOut, lock],
  ),
  act: fc.integer({ min: 0, max: 40 }).map(String),
  by: fc.constantFrom('hana', 'hana', 'cy', 'mia', ...people),
  person: fc.constantFrom(...people),
  proposal: fc.constantFrom(...proposals),
  reviewId: fc.constantFrom(...Object.keys(subjects)),
  to: fc.integer({ min: 1, max: 5 }).map(rating),
  accepted: fc.constantFrom(true, true, false),
});
type Ask = typeof anyAsk extends fc.Arbitrary<infer One> ? One : never;

/** What the handler would make of what is asked: who answers to whom it knows. */
function commandOf(ask: Ask, session: CalibrationSession): CalibrationCommand {
  const { command, act, by, person, proposal, reviewId, to, accepted } = ask;
  const asked = { ...command, act, by };
  switch (asked.type) {
    case 'ProposeAdjustment': {
      const answersToSubject = answersTo[by] === subjects[reviewId];
      return { ...asked, act: proposal, reviewId, to, answersToSubject };
    }
    case 'DecideAdjustment': {
      const held = session as HeldSession;
      const subject = subjects[held.adjustments[proposal]?.reviewId ?? ''];
      const isBelow = (one: string) => subject !== undefined && answersTo[one] === subject;
      return {
        ...{ ...asked, adjustmentId: proposal, accepted, note: 'Because.' },
        ...{ answersToSubject: isBelow(by), moderatorAnswersToSubject: isBelow(held.moderator) },
      };
    }
    case 'LeaveOutReview':
      return { ...asked, reviewId };
    case 'AddMembers':
      return { ...asked, members: [person] };
    case 'ExcuseMember':
      return { ...asked, member: person };
    case 'ReplaceModerator':
      return { ...asked, to: person };
    default:
      return asked;
  }
}

type Look = (fact: CalibrationFact, before: HeldSession, after: HeldSession) => void;

function play(asks: readonly Ask[], look: Look): void {
  let session: CalibrationSession = initialSession;
  const take = (command: CalibrationCommand) => {
    const decision = calibrationDecider.decide(command, session);
    if (isRejection(decision)) return;
    repeatDecidesNothing(calibrationDecider, command, session, decision);
    for (const fact of decision) {
      const before = session;
      session = evolveSession(before, fact);
      if (before.stage !== 'none' && session.stage !== 'none') look(fact, before, session);
    }
  };
  take(convene);
  for (const ask of asks) take(commandOf(ask, session));
}

describe('the laws of a session, over any commands in any order', () => {
  const many = fc.array(anyAsk, { minLength: 10, maxLength: 40 });
  const runs = { numRuns: 400 };

  it('nobody moves the own rating, nor that of somebody they answer to', () => {
    let [moved, decided] = [0, 0];
    fc.assert(
      fc.property(many, (asks) => {
        play(asks, (fact, before) => {
          if (fact.type !== 'AdjustmentProposed' && fact.type !== 'AdjustmentDecided') return;
          const subject = subjects[fact.reviewId];
          expect(fact.by).not.toBe(subject);
          expect(answersTo[fact.by]).not.toBe(subject);
          expect(takesPart(before, fact.by)).toBe(true);
          if (fact.type === 'AdjustmentProposed') moved += 1;
          else decided += 1;
        });
      }),
      runs,
    );
    expect(Math.min(moved, decided)).toBeGreaterThan(30);
  });

  it('two people stand behind each rating that is moved, and it moves by what was accepted', () => {
    let [kept, accepts] = [0, 0];
    fc.assert(
      fc.property(many, (asks) => {
        play(asks, (fact, before, after) => {
          for (const reviewId of Object.keys(before.reviews)) {
            const [was, is] = [standing(before, reviewId), standing(after, reviewId)];
            const accepted = fact.type === 'AdjustmentDecided' && fact.accepted;
            const adjustment = accepted ? before.adjustments[fact.adjustmentId] : undefined;
            if (adjustment?.reviewId !== reviewId) {
              expect(is).toBe(was);
              kept += 1;
              continue;
            }
            expect(adjustment.by).not.toBe(fact.by);
            expect(was ?? propose.rating).toBe(adjustment.from);
            expect(is).toBe(adjustment.to);
            accepts += 1;
          }
        });
      }),
      runs,
    );
    expect(Math.min(kept, accepts)).toBeGreaterThan(10);
  });

  it('a decision stays, reviews that came in stay in, and no decision follows the lock', () => {
    let [locks, facts] = [0, 0];
    fc.assert(
      fc.property(many, (asks) => {
        play(asks, (fact, before, after) => {
          const out = fact.type === 'SessionReviewLeftOut' ? fact.reviewId : undefined;
          if (out === undefined) expect(before.stage).toBe('running');
          expect(Object.values(before.adjustments).map((one) => one.reviewId)).not.toContain(out);
          facts += 1;
          if (after.stage === 'locked') {
            locks += 1;
            expect(Object.values(after.adjustments).map(({ stage }) => stage)).not.toContain(
              'open',
            );
          }
          const staying = Object.keys(before.reviews).filter((one) => one !== out);
          expect(Object.keys(after.reviews)).toEqual(expect.arrayContaining(staying));
          for (const [id, adjustment] of Object.entries(before.adjustments)) {
            const is = after.adjustments[id];
            if (adjustment.stage !== 'open') expect(is).toEqual(adjustment);
            else
              expect({ ...is, stage: 'open', decidedBy: null }).toEqual({
                ...adjustment,
                decidedBy: null,
              });
          }
        });
      }),
      runs,
    );
    expect(Math.min(locks, facts)).toBeGreaterThan(5);
  });
});
