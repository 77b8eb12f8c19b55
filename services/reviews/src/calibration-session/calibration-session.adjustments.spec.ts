import { describe, expect, it } from '@jest/globals';
import { clearText, fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { calibrationDecider } from './calibration-session.decide.ts';
import { accept, accepted, adasReview, convened, cy } from './calibration-session.histories.ts';
import { cysReview, hana, locked, mia, propose } from './calibration-session.histories.ts';
import { proposed, rating, scale, turnDown } from './calibration-session.histories.ts';
import { turnedDown } from './calibration-session.histories.ts';
import { adjustmentsMax } from './calibration-session.rules.ts';
import { reasonCodes, standing, type CalibrationFact } from './calibration-session.ts';

const { given } = specification(calibrationDecider);
const stateOf = (...facts: readonly CalibrationFact[]) => {
  const state = fold(calibrationDecider, calibrationDecider.initial, facts);
  if (state.stage === 'none') throw new Error('There is no session.');
  return state;
};

describe('proposing an adjustment', () => {
  it('tells before, after, why, and who: F7', () => {
    given(convened).when(propose).then(proposed);
    for (const reasonCode of reasonCodes) {
      given(convened)
        .when({ ...propose, reasonCode })
        .then({ ...proposed, reasonCode });
    }
  });

  it('seals the note under the key of whom it is about', () =>
    expect(proposed.text).toEqual(clearText('person:ada', { note: propose.note })));

  it('is for those who take part', () => {
    for (const by of [hana, cy, mia]) {
      given(convened)
        .when({ ...propose, by })
        .then({ ...proposed, by });
    }
    for (const by of ['hr', 'eve', 'ada']) {
      given(convened)
        .when({ ...propose, by })
        .rejects('calibration-session/not-a-member');
    }
  });

  it('is not for oneself, nor for whom one answers to', () => {
    const own = { ...propose, reviewId: cysReview };
    given(convened).when(own).rejects('calibration-session/own-record');
    given(convened)
      .when({ ...propose, answersToSubject: true })
      .rejects('calibration-session/answers-to-subject');
    given(convened)
      .when({ ...own, by: mia })
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  });

  it('is of a review that is in the session, and has come in', () => {
    given(convened)
      .when({ ...propose, reviewId: 'another' })
      .rejects('calibration-session/unknown-review');
    given(convened)
      .when({ ...propose, rating: null })
      .rejects('calibration-session/review-not-in');
    // One that was withdrawn has no rating and no scale, whatever was accepted for it before.
    const gone = { rating: null, scale: { min: 0, max: 0, step: 1 } };
    given(convened, proposed, accepted)
      .when({ ...propose, act: 'again', to: rating(5), ...gone })
      .rejects('calibration-session/review-not-in');
  });

  it('is on the scale, at both of its ends and on its steps', () => {
    for (const to of [rating(1), rating(5), rating(4.5)]) {
      given(convened)
        .when({ ...propose, to })
        .then({ ...proposed, to });
    }
    for (const to of [rating(0.5), rating(5.5), rating(4) + 1, rating(3.25)]) {
      given(convened)
        .when({ ...propose, to })
        .rejects('calibration-session/off-the-scale', '/to');
    }
    given(convened)
      .when({ ...propose, to: propose.rating ?? 0 })
      .rejects('calibration-session/nothing-to-adjust', '/to');
  });

  it('follows what the session has made of the rating, and not what came in', () => {
    given(convened, proposed, accepted)
      .when({ ...propose, act: 'again', to: rating(4.5) })
      .then({
        ...{ ...proposed, act: 'again', adjustmentId: 'again' },
        ...{ from: rating(4), to: rating(4.5) },
      });
    given(convened, proposed, accepted)
      .when({ ...propose, act: 'again' })
      .rejects('calibration-session/nothing-to-adjust', '/to');
    given(convened, proposed, turnedDown)
      .when({ ...propose, act: 'again' })
      .then({ ...proposed, act: 'again', adjustmentId: 'again' });
  });

  it('is possible as often as allowed, and not once more', () => {
    const many = Array.from({ length: adjustmentsMax }, (_, at): CalibrationFact => {
      return { ...proposed, act: `act-${at}`, adjustmentId: `act-${at}` };
    });
    given(convened, ...many.slice(1))
      .when(propose)
      .then(proposed);
    given(convened, ...many)
      .when(propose)
      .rejects('calibration-session/too-many-adjustments');
  });
});

describe('deciding on an adjustment', () => {
  it('accepts it, and the rating is what was proposed', () => {
    given(convened, proposed).when(accept).then(accepted);
    expect(standing(stateOf(convened, proposed), adasReview)).toBeUndefined();
    expect(standing(stateOf(convened, proposed, accepted), adasReview)).toBe(rating(4));
    expect(standing(stateOf(convened, proposed, turnedDown), adasReview)).toBeUndefined();
  });

  it('turns it down, with a reason', () => {
    given(convened, proposed).when(turnDown).then(turnedDown);
    const { note: _, ...unsaid } = turnDown;
    given(convened, proposed).when(unsaid).rejects('calibration-session/no-reason', '/note');
  });

  it('may say more when it is accepted', () =>
    given(convened, proposed)
      .when({ ...accept, note: 'So we all think.' })
      .then({ ...accepted, text: clearText('person:ada', { note: 'So we all think.' }) }));

  it('is for the moderator', () => {
    given(convened, proposed)
      .when({ ...accept, by: mia })
      .rejects('calibration-session/not-the-moderator');
    given(convened, proposed)
      .when({ ...accept, by: 'eve' })
      .rejects('calibration-session/not-a-member');
  });

  it('is never accepted by who proposed it, who may take it back', () => {
    const byHana = { ...proposed, by: hana };
    given(convened, byHana).when(accept).rejects('calibration-session/own-proposal');
    given(convened, byHana)
      .when({ ...accept, by: mia })
      .then({ ...accepted, by: mia });
    given(convened, byHana).when(turnDown).then(turnedDown);
    given(convened, proposed)
      .when({ ...turnDown, by: cy })
      .then({ ...turnedDown, by: cy });
  });

  it('is not for oneself, nor for whom one answers to: then another one decides', () => {
    const ofCy = { ...proposed, reviewId: cysReview, by: mia };
    given(convened, ofCy)
      .when({ ...accept, by: cy })
      .rejects('calibration-session/own-record');
    given(convened, proposed)
      .when({ ...accept, answersToSubject: true, moderatorAnswersToSubject: true })
      .rejects('calibration-session/answers-to-subject');
    given(convened, proposed)
      .when({ ...accept, by: mia, moderatorAnswersToSubject: true })
      .then({ ...accepted, by: mia });
    const ofHana = { ...convened, reviews: [{ reviewId: adasReview, subject: hana }] };
    given(ofHana, proposed).when(accept).rejects('calibration-session/own-record');
    given(ofHana, proposed)
      .when({ ...accept, by: mia })
      .then({ ...accepted, by: mia, text: clearText('person:hana', {}) });
  });

  it('is of something that was proposed, and is decided once', () => {
    given(convened).when(accept).rejects('calibration-session/unknown-adjustment');
    given(convened, proposed, accepted)
      .when({ ...accept, act: 'again' })
      .nothing();
    given(convened, proposed, turnedDown)
      .when({ ...turnDown, act: 'again' })
      .nothing();
    given(convened, proposed, accepted)
      .when(turnDown)
      .rejects('calibration-session/already-decided');
    given(convened, proposed, turnedDown)
      .when(accept)
      .rejects('calibration-session/already-decided');
  });

  it('is not accepted of a rating that holds no more', () => {
    const other = {
      ...{ ...proposed, act: 'other', adjustmentId: 'other', by: mia, to: rating(2) },
    };
    given(convened, proposed, other, accepted)
      .when({ ...accept, act: 'on-other', adjustmentId: 'other' })
      .rejects('calibration-session/rating-has-moved');
    given(convened, proposed, other, accepted)
      .when({ ...turnDown, adjustmentId: 'other' })
      .then({ ...turnedDown, adjustmentId: 'other' });
  });

  it('F15: is not possible any more once the session is locked', () => {
    given(convened, proposed, locked).when(accept).rejects('calibration-session/locked');
    given(convened, proposed, locked).when(turnDown).rejects('calibration-session/locked');
  });
});

it('there is no curve: every rating may be the best one, or the worst', () => {
  for (const to of [scale.max, scale.min]) {
    const reviews = Array.from({ length: 30 }, (_, at) => {
      return { reviewId: `r${at}`, subject: `p${at}` };
    });
    const ups = reviews.flatMap(({ reviewId }, at): CalibrationFact[] => [
      { ...proposed, act: `p${at}`, adjustmentId: `p${at}`, reviewId, to },
      { ...accepted, act: `a${at}`, adjustmentId: `p${at}` },
    ]);
    const last = { ...accept, adjustmentId: 'p29' };
    given({ ...convened, reviews }, ...ups.slice(0, -1))
      .when(last)
      .thenSatisfies((facts) => expect(facts).toHaveLength(1));
  }
});
