import type { Published } from './reviews.publish.ts';
import type { CalibrationFact } from './calibration-session/calibration-session.ts';

/**
 * What others may see of a session: that it was held, by whom it was led, and over how many. What
 * is proposed and said in it stays within; what it decided, each review tells.
 */
export function publishOfCalibration(fact: CalibrationFact): Published | null {
  const { sessionId } = fact;
  switch (fact.type) {
    case 'SessionConvened': {
      const { cycleId, moderator, members, reviews } = fact;
      const counts = { members: members.length, reviews: reviews.length };
      return {
        type: 'reviews.SessionConvened.v1',
        data: { sessionId, cycleId, moderator, ...counts },
      };
    }
    case 'SessionReviewsAdded': {
      const data = { sessionId, reviews: fact.reviews.length };
      return { type: 'reviews.SessionReviewsAdded.v1', data };
    }
    case 'SessionLocked':
      return { type: 'reviews.SessionLocked.v1', data: { sessionId } };
    default:
      return null;
  }
}
