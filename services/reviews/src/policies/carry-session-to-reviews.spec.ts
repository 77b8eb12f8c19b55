import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { calibrationDecider } from '../calibration-session/calibration-session.decide.ts';
import * as session from '../calibration-session/calibration-session.histories.ts';
import type { CalibrationFact, HeldSession } from '../calibration-session/calibration-session.ts';
import { calibrateOnSessionLocked, enterOnSessionConvened } from './carry-session-to-reviews.ts';

const { convened, reviewsAdded, proposed, accepted, turnedDown, locked } = session;
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

  it('before that, nothing', () => {
    expect(calibrateOnSessionLocked(after(convened, proposed, accepted))).toEqual([]);
  });
});
