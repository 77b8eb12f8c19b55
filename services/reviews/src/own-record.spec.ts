import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { fold, isRejection } from '@plumbline/kernel';
import { policy } from '@plumbline/organization';
import { calibrationDecider } from './calibration-session/calibration-session.decide.ts';
import type { CalibrationCommand } from './calibration-session/calibration-session.commands.ts';
import * as session from './calibration-session/calibration-session.histories.ts';
import { reviewDecider } from './review/review.decide.ts';
import type { ReviewCommand } from './review/review.commands.ts';
import * as the from './review/review.histories.ts';
import { initialReview, type Review } from './review/review.state.ts';
import type { ReviewFact } from './review/review.ts';

/** The commands that a decider knows, as they stand in its code: a new one is found here. */
function commandsOf(path: string): readonly string[] {
  const code = readFileSync(join(__dirname, path), 'utf8');
  const named = [...code.matchAll(/case '(\w+)':|command\.type === '(\w+)'/g)];
  return [...new Set(named.map(([, one, other]) => one ?? other ?? ''))].toSorted();
}

type Case<Command, Fact> = readonly [history: readonly Fact[], command: Command];
const written = [the.opened, the.managerSubmitted, the.reviewScored] as const;
const told = [...written, the.finalised, the.shared] as const;

/** By these somebody decides on a review, who is not the one whom it is about. */
const deciding: readonly Case<ReviewCommand, ReviewFact>[] = [
  [[the.opened], the.invite],
  [[the.opened], the.submitManager],
  [written, the.override],
  [written, the.finalise],
  [written, the.notRate],
  [[...written, the.finalised], the.share],
  [[...told, the.disputed], the.resolve],
  [[...told, the.silent], the.close],
  [[the.opened], the.withdraw],
  [told, the.reopen],
  [[the.opened], the.repin],
];
/** By these nobody does: policies send them, and they name nobody who acts. */
const ofPolicies = [
  ...['OpenReview', 'LapseInvitation', 'ReassignReviewer', 'ScoreReview', 'EnterCalibration'],
  ...['CalibrateRating', 'LapseAcknowledgement'],
];
/** By these who is asked says no, and the subject answers. */
const answers = ['DeclineInvitation', 'AcknowledgeReview', 'DisputeReview'];

const decided = (history: readonly ReviewFact[], command: ReviewCommand) => {
  const review: Review = fold(reviewDecider, initialReview, history);
  return reviewDecider.decide(command, review);
};

describe('nobody decides on their own record, by any command', () => {
  it('of a review: each one of the code is looked at here', () => {
    const all = [...deciding.map(([, { type }]) => type), ...ofPolicies, ...answers];
    expect(all.toSorted()).toEqual(commandsOf('review/review.decide.ts'));
  });

  it.each(deciding)('of a review, where another does: %#', (history, command) => {
    expect(isRejection(decided(history, command))).toBe(false);
    const own =
      'approver' in command
        ? [{ approver: 'ada' }]
        : [{ by: 'ada' }, { by: 'ada', onBehalfOf: 'mia' }, { by: 'mia', onBehalfOf: 'ada' }];
    for (const as of own) {
      const result = decided(history, { ...command, ...as } as ReviewCommand);
      expect([as, isRejection(result)]).toEqual([as, true]);
    }
  });

  it('of a session: each one of the code is looked at here', () => {
    const decider = calibrationDecider;
    const held = { ...session.convened, moderator: 'mo', members: ['cy', 'mia'] };
    const result = (facts: Parameters<typeof decider.evolve>[1][], command: CalibrationCommand) =>
      decider.decide(command, fold(decider, decider.initial, facts));
    const subject = held.reviews.find(({ reviewId }) => reviewId === session.proposed.reviewId);
    const by = subject?.subject ?? '';
    const sitting = { ...held, members: [...held.members, by] };
    const own = [
      result([sitting], { ...session.propose, by }),
      result([sitting, session.proposed], { ...session.accept, by }),
      result([{ ...sitting, moderator: by, members: [] }], { ...session.lock, by }),
    ];
    expect(own.map((one) => (isRejection(one) ? one.code : one))).toEqual([
      ...['calibration-session/own-record', 'calibration-session/own-record'],
      'calibration-session/moderator-is-subject',
    ]);
    // Who and what is in it changes who is an HR partner of each: nobody is one of themselves.
    const convening = ['ConveneSession', 'AddMembers', 'ExcuseMember', 'ReplaceModerator'];
    expect(policy['calibration/convene'].notOwn).toBe(true);
    expect(policy['review/administer'].notOwn).toBe(true);
    const all = ['ProposeAdjustment', 'DecideAdjustment', 'LockSession', ...convening];
    expect([...all, 'AddReviews', 'LeaveOutReview'].toSorted()).toEqual(
      commandsOf('calibration-session/calibration-session.decide.ts'),
    );
  });
});
