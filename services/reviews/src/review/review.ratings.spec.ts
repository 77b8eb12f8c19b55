import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { reviewDecider } from './review.decide.ts';
import {
  ada,
  calibrate,
  calibrated,
  declined,
  enter,
  entered,
  finalise,
  finalised,
  hana,
  invited,
  lapsed,
  managerSubmitted,
  mia,
  million,
  opened,
  override,
  overridden,
  peerSubmitted,
  rated,
  reopened,
  repinned,
  reviewScored,
  scale,
  score,
  selfSubmitted,
} from './review.histories.ts';
import { evolveReview, initialReview } from './review.state.ts';
import type { ReviewFact } from './review.ts';

const { given } = specification(reviewDecider);
const stateOf = (...facts: readonly ReviewFact[]) =>
  fold({ evolve: evolveReview }, initialReview, facts);

describe('a score', () => {
  it('is of all that was written, by the pack that is pinned', () => {
    given(opened, managerSubmitted).when(score).then(reviewScored);
    given(opened, managerSubmitted, selfSubmitted).when(score).rejects('review/inputs-moved');
    given(opened, managerSubmitted)
      .when({ ...score, packHash: 'c'.repeat(64) })
      .rejects('review/other-pack');
  });

  it('that is so already is no second fact', () =>
    given(...rated)
      .when({ ...score, act: 'again' })
      .nothing());

  it('waits for the manager, and is not worked out again once ratings are compared', () => {
    given(opened).when(score).rejects('review/not-in-this-stage');
    const more = { ...score, act: 'again', total: 3 * million };
    given(...rated, entered)
      .when(more)
      .rejects('review/not-in-this-stage');
    given(...rated, finalised)
      .when(more)
      .rejects('review/final');
  });

  it('F2: a score of other figures after the end moves nothing', () => {
    const before = stateOf(...rated, finalised);
    given(...rated, finalised)
      .when({ ...score, act: 'again', total: million })
      .rejects('review/final');
    expect(before).toMatchObject({ rating: 4 * million, score: { total: 4 * million } });
  });
});

describe('calibration', () => {
  it('takes in what has a rating of all that was written', () => {
    given(...rated)
      .when(enter)
      .then(entered);
    given(opened, selfSubmitted).when(enter).rejects('review/not-in-this-stage');
    given(opened, managerSubmitted).when(enter).rejects('review/score-behind');
    given(...rated, selfSubmitted)
      .when(enter)
      .rejects('review/score-behind');
    given(opened, managerSubmitted, { ...reviewScored, total: null })
      .when(enter)
      .rejects('review/not-rated');
  });

  it('is by one session at a time, and by another after it', () => {
    given(...rated, entered)
      .when({ ...enter, act: 'again' })
      .nothing();
    given(...rated, entered)
      .when({ ...enter, act: 'again', sessionId: 'other' })
      .rejects('review/in-another-session');
    given(...rated, entered, calibrated)
      .when({ ...enter, act: 'again', sessionId: 'other' })
      .then({ ...entered, act: 'again', sessionId: 'other' });
  });

  it('moves the rating, or confirms it, and says why', () => {
    given(...rated, entered)
      .when(calibrate)
      .then(calibrated);
    const { adjustmentId: _, ...confirming } = calibrate;
    const { adjustmentId: __, ...confirmed } = calibrated;
    given(...rated, entered)
      .when({ ...confirming, to: 4 * million, reasonCode: 'confirmed' })
      .then({ ...confirmed, to: 4 * million, reasonCode: 'confirmed' });
    expect(stateOf(...rated, entered, calibrated)).toMatchObject({
      ...{ stage: 'calibrated', rating: 3_500_000, score: { total: 4 * million } },
    });
  });

  it('is of this session, from the rating that stands, on its scale', () => {
    given(...rated)
      .when(calibrate)
      .rejects('review/not-in-this-session');
    given(...rated, entered)
      .when({ ...calibrate, sessionId: 'other' })
      .rejects('review/not-in-this-session');
    given(...rated, entered)
      .when({ ...calibrate, from: 3 * million })
      .rejects('review/rating-moved', '/from');
    for (const to of [scale.min - 1, scale.max + 1, 3_500_000.5]) {
      given(...rated, entered)
        .when({ ...calibrate, to })
        .rejects('review/off-the-scale', '/to');
    }
  });

  it('never edits text: it knows none', () => {
    for (const command of [enter, calibrate]) expect(command).not.toHaveProperty('words');
    const [before, after] = [stateOf(...rated), stateOf(...rated, entered, calibrated)];
    expect(after).toHaveProperty('sections', 'sections' in before ? before.sections : {});
  });
});

const writtenAnew = { ...managerSubmitted, act: 'again' };
const scoredAnew = { ...reviewScored, act: 'anew', basis: 2, total: 3 * million };

describe('an override', () => {
  it('F6: an override of a calculated score is its own event, and both are kept', () => {
    given(...rated)
      .when(override)
      .then(overridden);
    expect(stateOf(...rated, overridden)).toMatchObject({
      ...{ rating: 4_500_000, score: { total: 4 * million } },
    });
    given(...rated, overridden)
      .when({ ...finalise, rating: 4_500_000 })
      .then({ ...finalised, rating: 4_500_000 });
  });

  it('comes after calibration as well, from what was calibrated', () =>
    given(...rated, entered, calibrated)
      .when({ ...override, by: hana, from: 3_500_000 })
      .then({ ...overridden, by: hana, from: 3_500_000 }));

  it('gives a rating where none could be computed', () =>
    given(opened, managerSubmitted, { ...reviewScored, total: null })
      .when({ ...override, from: null })
      .then({ ...overridden, computed: null, from: null }));

  it.each([
    ['another put meanwhile', [overridden], 4_500_000, 4 * million],
    ['a session put meanwhile', [entered, calibrated], 3_500_000, 4 * million],
    ['was worked out of more', [writtenAnew, scoredAnew], 3 * million, 3 * million],
    ['cannot be computed any more', [writtenAnew, { ...scoredAnew, total: null }], null, null],
  ] as const)('replaces nothing unseen: what %s', (_, meanwhile, stands, computed) => {
    const second = { ...override, act: 'second', by: hana, to: 5 * million };
    const put = { ...overridden, act: 'second', by: hana, to: 5 * million, computed };
    // Also not where it would put the same: its reason is another.
    for (const to of [5 * million, stands ?? 5 * million]) {
      given(...rated, ...meanwhile)
        .when({ ...second, to })
        .rejects('review/rating-moved', '/from');
    }
    given(...rated, ...meanwhile)
      .when({ ...second, from: stands })
      .then({ ...put, from: stands });
  });

  it('stands beside a score that moves, until a human puts another', () => {
    const again = { ...managerSubmitted, act: 'again' };
    const anew = { ...reviewScored, act: 'anew', basis: 2, total: 3 * million };
    const history = [...rated, overridden, again] as const;
    given(...history)
      .when({ ...finalise, rating: 4_500_000 })
      .rejects('review/score-behind');
    expect(stateOf(...history, anew)).toMatchObject({
      ...{ rating: 4_500_000, score: { total: 3 * million } },
    });
    given(...history, anew)
      .when({ ...finalise, rating: 4_500_000 })
      .then({ ...finalised, rating: 4_500_000 });
    // Whoever wants what is computed says so.
    const back = { computed: 3 * million, from: 4_500_000, to: 3 * million };
    given(...history, anew)
      .when({ ...override, act: 'back', from: 4_500_000, to: 3 * million })
      .then({ ...overridden, act: 'back', ...back });
  });

  it.each([
    ['declines', [invited], [declined]],
    ['lapses', [invited], [lapsed]],
    ['writes again, the same', [invited, peerSubmitted], [{ ...peerSubmitted, act: 'again' }]],
  ] as const)('stands where a reviewer %s', (_, before, then) => {
    const basis = before.length;
    const anew = { ...reviewScored, act: 'anew', basis: basis + 1 };
    const history = [opened, ...before, managerSubmitted, { ...reviewScored, basis }, overridden];
    expect(stateOf(...history, ...then, anew)).toMatchObject({ rating: 4_500_000 });
  });

  it('stands where late facts count, and where nothing can be computed any more', () => {
    const anew = { ...reviewScored, act: 'anew', basis: 2 };
    for (const total of [4 * million, null]) {
      const history = [...rated, overridden, repinned, { ...anew, total }];
      expect(stateOf(...history)).toMatchObject({ rating: 4_500_000, score: { total } });
    }
  });

  it('is of its revision: a review that is reopened begins with what was computed', () => {
    const ended = [...rated, overridden, { ...finalised, rating: 4_500_000 }, reopened];
    const anew = { ...reviewScored, act: 'anew', total: 3 * million };
    expect(stateOf(...ended)).toMatchObject({ rating: 4 * million });
    expect(stateOf(...ended, anew)).toMatchObject({ rating: 3 * million });
    const put = { ...overridden, act: 'put-anew', to: 2 * million };
    expect(stateOf(...ended, put, anew)).toMatchObject({ rating: 2 * million });
  });

  it('that an earlier version let a score undo is finalised as it was', () => {
    const anew = { ...reviewScored, act: 'anew', total: 3 * million };
    const history = [...rated, overridden, anew, { ...finalised, rating: 3 * million }];
    expect(stateOf(...history)).toMatchObject({ rating: 3 * million });
  });

  it('is not of what is not written, compared just now, or final; nor of an own review', () => {
    given(opened).when(override).rejects('review/not-in-this-stage');
    given(opened, managerSubmitted).when(override).rejects('review/score-behind');
    given(...rated, entered)
      .when(override)
      .rejects('review/not-in-this-stage');
    given(...rated, finalised)
      .when(override)
      .rejects('review/final');
    for (const by of [{ by: ada }, { by: ada, onBehalfOf: mia }]) {
      given(...rated)
        .when({ ...override, ...by })
        .rejects('review/own-record');
    }
  });

  it('to what stands already is none, and is on the scale', () => {
    given(...rated)
      .when({ ...override, to: 4 * million })
      .nothing();
    given(...rated)
      .when({ ...override, to: scale.max + 1 })
      .rejects('review/off-the-scale', '/to');
    given(...rated)
      .when({ ...override, to: 3_141_593 })
      .rejects('review/off-the-scale', '/to');
    given(...rated)
      .when({ ...override, to: 3_140_000 })
      .then({ ...overridden, to: 3_140_000 });
  });
});
