import { describe, expect, it } from '@jest/globals';
import { clearText, fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { reviewDecider } from './review.decide.ts';
import {
  ada,
  calibrated,
  entered,
  finalise,
  finalised,
  managerSubmitted,
  mia,
  million,
  mo,
  opened,
  rated,
  reassign,
  reassigned,
  reopened,
  sealed,
  secondSubmitted,
  selfSubmitted,
  submitManager,
  submitSecond,
  whole,
} from './review.histories.ts';
import {
  evolveReview,
  initialReview,
  isBlind,
  managersToWrite,
  type LiveReview,
} from './review.state.ts';
import type { ReviewFact } from './review.ts';

const { given } = specification(reviewDecider);
const stateOf = (...facts: readonly ReviewFact[]): LiveReview => {
  const review = fold({ evolve: evolveReview }, initialReview, facts);
  if (review.stage === 'none') throw new Error('It was opened.');
  return review;
};
const { segment } = reassigned;
const compared = { ...finalised, by: mo, rating: 3_500_000 };
const draft = { ratings: [{ item: 'results', rating: 2 * million }], words: { why: 'So far.' } };

/** Told after the period: no day of it goes over. */
const late = { ...reassign, on: '2027-01-10', days: { outgoing: 351, incoming: 0 } };
const toNobodysDays = [{ ...reassigned, on: late.on, segment: null }] as const;

describe('a handover', () => {
  it('F4: a handover keeps and weights both texts', () => {
    given(opened, managerSubmitted).when(reassign).then(sealed, reassigned);
    given(opened, managerSubmitted, sealed, reassigned).when(submitSecond).then(secondSubmitted);
    const review = stateOf(opened, managerSubmitted, sealed, reassigned, secondSubmitted);
    expect(review.segments).toEqual([
      {
        ...{ manager: mia, from: '2026-01-01', to: '2026-09-30', days: 260 },
        sealed: { was: 'submitted', source: 'act-manager', ratings: managerSubmitted.ratings },
      },
      { manager: mo, from: '2026-10-01', to: '2026-12-31', days: 91 },
    ]);
    expect(review.sections['manager:mo']).toMatchObject({ ratings: secondSubmitted.ratings });
    expect(review).toMatchObject({ stage: 'manager-submitted', manager: mo });
  });

  it('seals a draft with its text, and says so where there was nothing', () => {
    const part = { was: 'draft', source: 'act-reassign', ratings: draft.ratings } as const;
    given(opened)
      .when({ ...reassign, draft })
      .then({ ...sealed, ...part, text: clearText('person:ada', draft.words) }, reassigned);
    given(opened)
      .when(reassign)
      .then({ ...sealed, was: 'nothing', source: 'act-reassign', ratings: [] }, reassigned);
  });

  it('seals what was submitted rather than a newer draft, which was not handed in', () =>
    given(opened, managerSubmitted)
      .when({ ...reassign, draft })
      .then(sealed, reassigned));

  it('takes the review back to where the new manager has to write', () => {
    expect(stateOf(opened, managerSubmitted, sealed, reassigned).stage).toBe('opened');
    const both = [opened, selfSubmitted, managerSubmitted, sealed, reassigned];
    expect(stateOf(...both).stage).toBe('self-submitted');
  });

  it('of which the directory was told late ends the last part, and none before it', () => {
    const two = [
      { manager: 'bo', from: '2026-01-01', to: '2026-03-31', days: 80 },
      { ...whole, from: '2026-04-01', days: 271 },
    ];
    given({ ...opened, accountable: two })
      .when({ ...reassign, on: '2026-02-01', days: { outgoing: 0, incoming: 271 } })
      .then(
        {
          ...{ ...sealed, from: '2026-04-01', to: '2026-04-01', days: 0 },
          ...{ was: 'nothing', source: 'act-reassign', ratings: [] },
        },
        {
          ...{ ...reassigned, on: '2026-04-01' },
          segment: { manager: mo, from: '2026-04-01', to: '2026-12-31', days: 271 },
        },
      );
  });

  it('without a day of the period leaves what was submitted, and asks nobody to write', () => {
    const history = [...rated, ...toNobodysDays] as const;
    given(...rated)
      .when(late)
      .then(...toNobodysDays);
    const review = stateOf(...history);
    expect(review).toMatchObject({ stage: 'manager-submitted', manager: mo, rating: 4 * million });
    expect([managersToWrite(review), isBlind(review, mo)]).toEqual([[], false]);
    given(...history)
      .when({ ...finalise, by: mo })
      .then({ ...finalised, by: mo });
    given(...history)
      .when({ ...submitManager, act: 'newer' })
      .rejects('review/segment-sealed', '/role');
    given(...history)
      .when(submitSecond)
      .rejects('review/not-accountable', '/role');
    // The next one after that, too.
    given(...history)
      .when({ ...late, act: 'next', to: 'bo' })
      .then({ ...toNobodysDays[0], act: 'next', from: mo, to: 'bo' });
  });

  it('without a day of the period seals what was not handed in, and waits for nobody', () => {
    const part = { ...sealed, to: '2026-12-31', days: 351, source: 'act-reassign' } as const;
    const nothing = { ...part, was: 'nothing', ratings: [] } as const;
    given(opened)
      .when(late)
      .then(nothing, ...toNobodysDays);
    const text = clearText('person:ada', draft.words);
    given(opened)
      .when({ ...late, draft })
      .then({ ...part, was: 'draft', ratings: draft.ratings, text }, ...toNobodysDays);
    const review = stateOf(opened, nothing, ...toNobodysDays);
    expect(review).toMatchObject({ stage: 'manager-submitted', manager: mo });
    expect([managersToWrite(review), isBlind(review, mo)]).toEqual([[], false]);
  });

  it('without a day of the period lets who comes write the part that they had before', () => {
    const bos = { manager: mo, from: '2026-01-01', to: '2026-03-31', days: 80 };
    const two = { ...opened, accountable: [bos, { ...whole, from: '2026-04-01', days: 271 }] };
    const nothing = { ...sealed, from: '2026-04-01', to: '2026-12-31', days: 271 } as const;
    const left = { ...nothing, source: 'act-reassign', was: 'nothing', ratings: [] } as const;
    given(two)
      .when({ ...late, days: { outgoing: 271, incoming: 0 } })
      .then(left, ...toNobodysDays);
    const review = stateOf(two, left, ...toNobodysDays);
    expect([review.stage, managersToWrite(review), isBlind(review, mo)]).toEqual([
      ...['opened', [mo], true],
    ]);
    given(two, left, ...toNobodysDays)
      .when(submitSecond)
      .then(secondSubmitted);
    expect(stateOf(two, left, ...toNobodysDays, secondSubmitted).stage).toBe('manager-submitted');
    // What the other one has submitted is the last part: it waits for nobody, who comes may write.
    const after = stateOf(two, managerSubmitted, ...toNobodysDays);
    expect([after.stage, managersToWrite(after), isBlind(after, mo)]).toEqual([
      ...['manager-submitted', [mo], true],
    ]);
  });

  it('was recorded with a part of no day once: that one is asked for no more', () => {
    const day = '2027-01-10';
    const none = { manager: mo, from: day, to: day, days: 0 };
    const recorded = [
      { ...sealed, to: '2026-12-31', days: 351 },
      { ...reassigned, on: day, segment: none },
    ] as const;
    const stuck = [...rated, ...recorded] as const;
    const review = stateOf(...stuck);
    expect(review).toMatchObject({ stage: 'manager-submitted', manager: mo, rating: 4 * million });
    expect(review.segments.at(-1)).toEqual(none);
    expect([managersToWrite(review), isBlind(review, mo)]).toEqual([[], false]);
    given(...stuck)
      .when(submitSecond)
      .rejects('review/not-accountable', '/role');
    // Where it was written before, it stays, and is still its author's.
    const written = stateOf(...stuck, secondSubmitted);
    expect([written.stage, Object.keys(written.sections)]).toEqual([
      ...['manager-submitted', ['manager:mo']],
    ]);
    given(...stuck, secondSubmitted)
      .when({ ...submitSecond, act: 'newer' })
      .then({ ...secondSubmitted, act: 'newer' });
  });

  it('of no day at all is waited for where nobody else has a day', () => {
    const none = { ...opened, accountable: [{ ...whole, days: 0 }] };
    expect(managersToWrite(stateOf(none))).toEqual([mia]);
    given(none, managerSubmitted)
      .when({ ...late, days: { outgoing: 0, incoming: 0 } })
      .then(...toNobodysDays);
    const from = { ...late, days: { outgoing: 0, incoming: 0 } };
    given({ ...opened, accountable: [] })
      .when(from)
      .then({
        ...{ ...toNobodysDays[0], from: null },
        segment: { manager: mo, from: late.on, to: late.on, days: 0 },
      });
  });

  it('seals every part of a manager who had several: the section is one', () => {
    const three = [
      { manager: mia, from: '2026-01-01', to: '2026-02-28', days: 59 },
      { manager: 'bo', from: '2026-03-01', to: '2026-03-31', days: 31 },
      { manager: mia, from: '2026-04-01', to: '2026-12-31', days: 275 },
    ];
    given({ ...opened, accountable: three }, managerSubmitted)
      .when({ ...reassign, days: { outgoing: 183, incoming: 92 } })
      .then(
        { ...sealed, to: '2026-02-28', days: 59 },
        { ...sealed, from: '2026-04-01', days: 183 },
        { ...reassigned, segment: { ...reassigned.segment, days: 92 } },
      );
  });

  it('back to who was there before begins another part', () => {
    const back = { ...reassign, act: 'back', to: mia, on: '2026-11-01' };
    const history = [opened, managerSubmitted, sealed, reassigned] as const;
    given(...history)
      .when({ ...back, days: { outgoing: 31, incoming: 60 } })
      .thenSatisfies((facts) => {
        const { segments, stage } = stateOf(...history, ...facts);
        expect(segments.map(({ manager, days }) => [manager, days])).toEqual([
          ...[
            [mia, 260],
            [mo, 31],
            [mia, 60],
          ],
        ]);
        expect(segments.map((one) => one.sealed?.was)).toEqual(['submitted', 'nothing', undefined]);
        expect(stage).toBe('opened');
      });
  });

  it('once ratings are compared changes who answers, and nothing that counts', () => {
    for (const compared of [[entered], [entered, calibrated]]) {
      const history = [...rated, ...compared];
      given(...history)
        .when(reassign)
        .then({ ...reassigned, segment: null });
      const before = stateOf(...history);
      expect(stateOf(...history, { ...reassigned, segment: null })).toEqual({
        ...before,
        ...{ manager: mo, acts: { ...before.acts, 'act-reassign': true } },
      });
    }
  });

  it('once ratings were compared leaves what was written counting, also when it is reopened', () => {
    const kept = { ...reassigned, segment: null };
    const history = [...rated, entered, kept, calibrated, compared, reopened] as const;
    const review = stateOf(...history);
    expect(review).toMatchObject({ stage: 'manager-submitted', manager: mo, revision: 2 });
    expect([isBlind(review, mo), isBlind(stateOf(opened), mo)]).toEqual([false, true]);
    const again = { by: mo, act: 'again' };
    given(...history)
      .when({ ...finalise, ...again })
      .then({ ...finalised, ...again, revision: 2 });
    // Neither edits the other's: not who has gone, and not who came once it was written.
    given(...history)
      .when({ ...submitManager, act: 'newer' })
      .rejects('review/segment-sealed', '/role');
    given(...history)
      .when({ ...submitSecond, act: 'newer' })
      .rejects('review/not-accountable', '/role');
    given(...history)
      .when({ ...reassign, act: 'third', to: 'bo' })
      .then(
        { ...sealed, act: 'third' },
        { ...reassigned, act: 'third', from: mo, to: 'bo', segment: { ...segment, manager: 'bo' } },
      );
  });

  it('is so already, is not to the subject, and is not once the review is final', () => {
    given(opened)
      .when({ ...reassign, to: mia })
      .nothing();
    given(opened)
      .when({ ...reassign, to: ada })
      .rejects('review/manager-is-subject', '/to');
    given(...rated, finalised)
      .when(reassign)
      .rejects('review/final');
  });

  it('from nobody gives the rest of the period to who comes', () =>
    given({ ...opened, accountable: [] })
      .when(reassign)
      .then({ ...reassigned, from: null }));
});
