import { describe, expect, it } from '@jest/globals';
import { clearText } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { calibrationDecider } from './calibration-session.decide.ts';
import {
  adasReview,
  addMembers,
  addReviews,
  bosReview,
  convene,
} from './calibration-session.histories.ts';
import {
  convened,
  cy,
  cysReview,
  dansReview,
  excuse,
  excused,
} from './calibration-session.histories.ts';
import { hana, lock, locked, membersAdded, mia } from './calibration-session.histories.ts';
import { propose, proposed, replace, replaced } from './calibration-session.histories.ts';
import {
  accepted,
  leaveOut,
  leftOut,
  reviewsAdded,
  turnedDown,
} from './calibration-session.histories.ts';
import { sessionMembersMax, sessionReviewsMax } from './calibration-session.rules.ts';

const { given } = specification(calibrationDecider);
const people = (count: number) => Array.from({ length: count }, (_, at) => `p${at}`);
const reviewsOf = (count: number) =>
  people(count).map((subject) => ({ reviewId: `review of ${subject}`, subject }));

describe('convening a session', () => {
  it('names who leads it, who takes part, and what is looked at', () => {
    given().when(convene).then(convened);
    given()
      .when({ ...convene, members: [], reviews: [] })
      .then({ ...convened, members: [], reviews: [] });
  });

  it('happens once', () =>
    given(convened)
      .when({ ...convene, act: 'again' })
      .rejects('calibration-session/already-convened'));

  it('names each person and each review once', () => {
    for (const members of [[cy, cy], [hana]]) {
      given()
        .when({ ...convene, members })
        .rejects('calibration-session/named-twice', '/members');
    }
    const twice = [convene.reviews[0], convene.reviews[0]].flatMap((one) => one ?? []);
    given()
      .when({ ...convene, reviews: twice })
      .rejects('calibration-session/review-twice', '/reviews');
  });

  it('takes as many people and reviews as are allowed, and not one more', () => {
    const [members, reviews] = [people(sessionMembersMax), reviewsOf(sessionReviewsMax)];
    given()
      .when({ ...convene, members, reviews })
      .then({ ...convened, members, reviews });
    given()
      .when({ ...convene, members: people(sessionMembersMax + 1) })
      .rejects('calibration-session/too-many-members', '/members');
    given()
      .when({ ...convene, reviews: reviewsOf(sessionReviewsMax + 1) })
      .rejects('calibration-session/too-many-reviews', '/reviews');
  });

  it('comes before all else', () => {
    for (const command of [addMembers, excuse, replace, addReviews, propose, lock]) {
      given().when(command).rejects('calibration-session/not-found');
    }
  });
});

describe('F5: members and reviews change while a session runs', () => {
  it('members come, also after ratings were adjusted', () => {
    given(convened).when(addMembers).then(membersAdded);
    given(convened, proposed, accepted).when(addMembers).then(membersAdded);
  });

  it('who is a member already is not added again', () => {
    given(convened)
      .when({ ...addMembers, members: [cy, mia] })
      .nothing();
    given(convened)
      .when({ ...addMembers, members: [cy, 'noor', 'noor'] })
      .then(membersAdded);
    given(convened)
      .when({ ...addMembers, members: [hana] })
      .rejects('calibration-session/named-twice', '/members');
  });

  it('as many members come as are allowed in all', () => {
    const room = people(sessionMembersMax - convened.members.length);
    given(convened)
      .when({ ...addMembers, members: room })
      .then({ ...membersAdded, members: room });
    given(convened)
      .when({ ...addMembers, members: [...room, 'more'] })
      .rejects('calibration-session/too-many-members', '/members');
  });

  it('a member is excused with a reason, and what they proposed stays', () => {
    given(convened, proposed).when(excuse).then(excused);
    given(convened, excused)
      .when({ ...excuse, act: 'again' })
      .nothing();
    given(convened, excused)
      .when({ ...propose, act: 'late', by: mia })
      .rejects('calibration-session/not-a-member');
    given(convened)
      .when({ ...excuse, member: hana })
      .rejects('calibration-session/moderator-needed', '/member');
  });

  it('another one leads it, who is no member beside that', () => {
    given(convened).when(replace).then(replaced);
    given(convened, replaced)
      .when({ ...replace, act: 'again' })
      .nothing();
    given(convened, replaced)
      .when({ ...lock, by: mia })
      .then({ ...locked, by: mia });
    given(convened, replaced).when(lock).rejects('calibration-session/not-the-moderator');
    // Of a session from before, with a review of who leads it: it is locked by whoever takes over.
    const own = { ...convened, reviews: [...convened.reviews, { reviewId: 'own', subject: hana }] };
    given(own).when(lock).rejects('calibration-session/moderator-is-subject');
    given(own, replaced)
      .when({ ...lock, by: mia })
      .then({ ...locked, by: mia });
    given(own, { ...leftOut, reviewId: 'own', subject: hana })
      .when(lock)
      .then(locked);
    given(convened, replaced, excused)
      .when({ ...addMembers, members: [mia] })
      .rejects('calibration-session/named-twice');
  });

  it('reviews come, and those that are in stay in', () => {
    given(convened, proposed, accepted).when(addReviews).then(reviewsAdded);
    const known = { reviewId: adasReview, subject: 'ada' };
    given(convened)
      .when({ ...addReviews, reviews: [known] })
      .nothing();
    given(convened)
      .when({ ...addReviews, reviews: [known, ...addReviews.reviews] })
      .then(reviewsAdded);
    given(convened, reviewsAdded)
      .when({ ...propose, reviewId: dansReview })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  });

  it('as many reviews come as are allowed in all, each named once', () => {
    const room = reviewsOf(sessionReviewsMax - convened.reviews.length);
    given(convened)
      .when({ ...addReviews, reviews: room })
      .then({ ...reviewsAdded, reviews: room });
    given(convened)
      .when({ ...addReviews, reviews: [...room, ...addReviews.reviews] })
      .rejects('calibration-session/too-many-reviews', '/reviews');
    given(convened)
      .when({ ...addReviews, reviews: [...addReviews.reviews, ...addReviews.reviews] })
      .rejects('calibration-session/review-twice', '/reviews');
  });
});

describe('a review that could not come in', () => {
  it('is left out, and is nothing that can be adjusted', () => {
    given(convened).when(leaveOut).then(leftOut);
    given(convened)
      .when({ ...leaveOut, cause: 'not-comparable' })
      .then({ ...leftOut, cause: 'not-comparable' });
    given(convened, leftOut)
      .when({ ...leaveOut, act: 'again' })
      .nothing();
    given(convened, leftOut)
      .when({ ...propose, reviewId: bosReview })
      .rejects('calibration-session/unknown-review');
  });

  it('is not one that somebody has proposed to adjust, nor one of another session', () => {
    given(convened, proposed)
      .when({ ...leaveOut, reviewId: adasReview })
      .nothing();
    given(convened)
      .when({ ...leaveOut, reviewId: dansReview })
      .nothing();
    given().when(leaveOut).rejects('calibration-session/not-found');
  });

  it('is told of a locked session as well, and comes in when it is added again', () => {
    given(convened, locked).when(leaveOut).then(leftOut);
    const again = { ...addReviews, reviews: [{ reviewId: bosReview, subject: 'bo' }] };
    given(convened, leftOut)
      .when(again)
      .then({ ...reviewsAdded, reviews: again.reviews });
    given(convened, leftOut, { ...reviewsAdded, reviews: again.reviews })
      .when({ ...propose, reviewId: bosReview })
      .then({
        ...proposed,
        reviewId: bosReview,
        text: clearText('person:bo', { note: propose.note }),
      });
  });
});

describe('locking a session', () => {
  it('ends it, with or without adjustments', () => {
    given(convened).when(lock).then(locked);
    given(convened, proposed, accepted).when(lock).then(locked);
    given(convened, proposed, turnedDown).when(lock).then(locked);
  });

  it('is for who leads it', () =>
    given(convened)
      .when({ ...lock, by: cy })
      .rejects('calibration-session/not-the-moderator'));

  it('waits for what is proposed', () =>
    given(convened, proposed).when(lock).rejects('calibration-session/open-adjustments'));

  it('is so already when it is', () =>
    given(convened, locked)
      .when({ ...lock, act: 'again' })
      .nothing());

  it('F15: binds everybody, whoever they are', () => {
    for (const by of [hana, cy, 'hr', 'admin']) {
      for (const command of [addMembers, excuse, replace, addReviews, propose]) {
        given(convened, locked)
          .when({ ...command, by })
          .rejects('calibration-session/locked');
      }
    }
  });

  it('seals its title as what nobody in particular is the subject of', () =>
    expect(convened.text).toEqual(
      clearText(`calibration-session:${convened.sessionId}`, { title: convene.title }),
    ));

  it('is led by nobody whose review is in it, however they or it come to it', () => {
    const code = 'calibration-session/moderator-is-subject';
    given()
      .when({ ...convene, moderator: cy, members: [mia] })
      .rejects(code, '/moderator');
    given(convened)
      .when({ ...replace, to: cy })
      .rejects(code, '/to');
    const own = { ...addReviews, reviews: [{ reviewId: dansReview, subject: hana }] };
    given(convened).when(own).rejects(code, '/reviews');
    // As a member, one leaves the own review to the others; and who leads no more may be looked at.
    given()
      .when({ ...convene, moderator: hana, members: [cy, mia] })
      .then(convened);
    given(convened, replaced)
      .when(own)
      .then({ ...reviewsAdded, reviews: own.reviews });
    given(convened, { ...leftOut, reviewId: cysReview, subject: cy })
      .when({ ...replace, to: cy })
      .then({ ...replaced, to: cy });
  });
});
