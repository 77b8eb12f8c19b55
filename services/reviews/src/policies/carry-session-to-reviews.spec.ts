import { describe, expect, it } from '@jest/globals';
import { fold, reject } from '@plumbline/kernel';
import { calibrationDecider } from '../calibration-session/calibration-session.decide.ts';
import * as session from '../calibration-session/calibration-session.histories.ts';
import type { CalibrationFact, HeldSession } from '../calibration-session/calibration-session.ts';
import { evolveReview, initialReview } from '../review/review.state.ts';
import * as review from '../review/review.histories.ts';
import type { ReviewFact } from '../review/review.ts';
import {
  calibrateOnSessionLocked,
  enterOnSessionConvened,
  leaveOutWhereRefused,
} from './carry-session-to-reviews.ts';

const { convened, reviewsAdded, leftOut, proposed, accepted, turnedDown, locked } = session;
const after = (...facts: readonly CalibrationFact[]) =>
  fold(calibrationDecider, calibrationDecider.initial, facts) as HeldSession;
const { adasReview, bosReview, cysReview, dansReview, sessionId } = session;

describe('what a session asks of its reviews', () => {
  it('when it is convened, that they come in; those that are added later as well', () => {
    expect(enterOnSessionConvened(after(convened))).toEqual(
      [adasReview, bosReview, cysReview].map((reviewId) => {
        return { type: 'EnterCalibration', reviewId, sessionId };
      }),
    );
    const ids = enterOnSessionConvened(after(convened, reviewsAdded)).map((one) => one.reviewId);
    expect(ids).toContain(dansReview);
  });

  it('once it is locked, what was accepted last, and that the others stay as they are', () => {
    const asked = { type: 'CalibrateRating', sessionId } as const;
    const again = { ...proposed, act: 'p2', adjustmentId: 'p2', from: proposed.to, to: 4_500_000 };
    const acceptedAgain = { ...accepted, act: 'a2', adjustmentId: 'p2' };
    const facts = [convened, proposed, accepted, again, acceptedAgain, locked];
    expect(calibrateOnSessionLocked(after(...facts))).toEqual([
      {
        ...{ ...asked, reviewId: adasReview },
        accepted: { adjustmentId: 'p2', to: 4_500_000, reasonCode: 'rater-severe' },
      },
      { ...asked, reviewId: bosReview },
      { ...asked, reviewId: cysReview },
    ]);
    const [ada] = calibrateOnSessionLocked(after(convened, proposed, turnedDown, locked));
    expect(ada).toEqual({ ...asked, reviewId: adasReview });
  });

  it('once it is locked, nothing stays behind in it, also of what was left out', () => {
    const asked = calibrateOnSessionLocked(after(convened, leftOut, locked));
    expect(asked.map((one) => one.reviewId)).toEqual([adasReview, cysReview, bosReview]);
    expect(asked.at(-1)).toEqual({ type: 'CalibrateRating', reviewId: bosReview, sessionId });
    const ids = enterOnSessionConvened(after(convened, leftOut)).map((one) => one.reviewId);
    expect(ids).toEqual([adasReview, cysReview]);
  });

  it('before that, nothing', () => {
    expect(calibrateOnSessionLocked(after(convened, proposed, accepted))).toEqual([]);
  });
});

describe('what is told to a session of a review that was refused', () => {
  const asked = { type: 'EnterCalibration', reviewId: review.reviewId, sessionId } as const;
  const at = (...facts: readonly ReviewFact[]) =>
    fold({ evolve: evolveReview }, initialReview, facts);
  const refused = (code: string, ...facts: readonly ReviewFact[]) =>
    leaveOutWhereRefused(asked, at(...facts), reject(code, 'No.'))?.cause;

  it('is that another has it, or that it cannot be compared', () => {
    const elsewhere = [...review.rated, review.entered];
    expect(refused('review/in-another-session', ...elsewhere)).toBe('in-another-session');
    expect(refused('review/final', ...review.rated, review.finalised)).toBe('not-comparable');
    expect(refused('review/not-found')).toBe('not-comparable');
  });

  it('is nothing of one that came in, whatever has become of it', () => {
    const own = { ...review.entered, sessionId };
    expect(refused('review/final', ...review.rated, own, review.withdrawn)).toBeUndefined();
    expect(refused('review/cycle-not-calibrating', ...review.rated, own)).toBeUndefined();
  });
});
