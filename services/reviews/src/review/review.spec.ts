import { describe, expect, it } from '@jest/globals';
import { clearText, fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { reviewDecider } from './review.decide.ts';
import {
  acknowledge,
  ada,
  asks,
  calibrated,
  decline,
  declined,
  dispute,
  disputed,
  entered,
  finalised,
  goalStream,
  invite,
  invited,
  lapse,
  lapsed,
  managerSubmitted,
  mia,
  million,
  mo,
  notRated,
  open,
  opened,
  peerSubmitted,
  rated,
  reassigned,
  reviewScored,
  scale,
  sealed,
  selfSubmitted,
  shared,
  submitManager,
  submitPeer,
  submitSecond,
  submitSelf,
  toldSubject,
  whole,
  withdrawn,
} from './review.histories.ts';
import { answerLengthMax, evidenceMax, reviewersMax } from './review.rules.ts';
import { evolveReview, initialReview, type LiveReview } from './review.state.ts';
import type { ReviewFact } from './review.ts';

const { given } = specification(reviewDecider);
const stateOf = (...facts: readonly ReviewFact[]): LiveReview => {
  const review = fold({ evolve: evolveReview }, initialReview, facts);
  if (review.stage === 'none') throw new Error('It was opened.');
  return review;
};

describe('opening a review', () => {
  it('binds it to all that counts for it', () => given().when(open).then(opened));

  it('is once a person, cycle and job', () => {
    given(opened)
      .when({ ...open, act: 'another' })
      .rejects('review/already-open');
    given(...rated, finalised)
      .when({ ...open, act: 'another' })
      .rejects('review/already-open');
  });

  it('is not where somebody would answer for an own review', () =>
    given()
      .when({ ...open, accountable: [{ ...whole, manager: ada }] })
      .rejects('review/manager-is-subject'));

  it('may be of a person above whom there is nobody', () => {
    given()
      .when({ ...open, accountable: [] })
      .then({ ...opened, accountable: [] });
    given({ ...opened, accountable: [] })
      .when(submitManager)
      .rejects('review/not-accountable');
  });
});

const byNames = { ...opened, peers: { mode: 'named', min: 3 } } as const;
const named = <Fact extends object>(fact: Fact) => ({ ...fact, named: true as const });

describe('inviting reviewers', () => {
  it('asks a peer until a day', () => given(opened).when(invite).then(invited));

  it('asks neither the subject, nor who answers for the review, nor anybody twice', () => {
    const asking = (reviewer: string) => given(opened).when({ ...invite, reviewer });
    asking(ada).rejects('review/invites-the-subject', '/reviewer');
    asking(mia).rejects('review/invites-the-manager', '/reviewer');
    given(opened, invited)
      .when({ ...invite, act: 'again' })
      .nothing();
    given(opened, invited)
      .when({ ...invite, act: 'again', role: 'upward' })
      .rejects('review/invited-already', '/reviewer');
    given(byNames, named(invited), named(peerSubmitted))
      .when({ ...invite, act: 'again' })
      .rejects('review/invited-already', '/reviewer');
  });

  it('may ask again who declined or was late, where they are named', () => {
    for (const before of [declined, lapsed]) {
      given(byNames, named(invited), named(before))
        .when({ ...invite, act: 'again' })
        .then({ ...named(invited), act: 'again' });
    }
  });

  it('asks unnamed ones once, and tells nobody by its answer what came of it', () => {
    for (const before of [[], [peerSubmitted], [declined], [lapsed]]) {
      const asking = given(opened, invited, ...before);
      asking.when({ ...invite, act: 'again' }).nothing();
      asking
        .when({ ...invite, act: 'again', role: 'upward' })
        .rejects('review/invited-already', '/reviewer');
    }
  });

  it('is answered anew by an unnamed one until a manager has read what they gave', () => {
    const anew = { ...submitPeer, act: 'anew' };
    const waiting = { ...invited, act: 'ask-di', reviewer: 'di' };
    const written = { ...peerSubmitted, act: 'anew' };
    given(opened, invited, peerSubmitted).when(anew).then(written);
    // While another one is waited for, nobody has read it.
    given(opened, invited, waiting, peerSubmitted, managerSubmitted).when(anew).then(written);
    given(opened, invited, peerSubmitted, managerSubmitted)
      .when(anew)
      .rejects('review/not-writing');
    // Not by who takes over either: what was read before is compared with what is there then.
    given(opened, invited, peerSubmitted, managerSubmitted, sealed, reassigned)
      .when(anew)
      .rejects('review/not-writing');
    given(byNames, named(invited), named(peerSubmitted), managerSubmitted)
      .when(anew)
      .then({ ...named(peerSubmitted), act: 'anew' });
  });

  it('is not by the subject, nor through the subject', () => {
    for (const by of [{ by: ada }, { by: 'bo', onBehalfOf: ada }, { by: ada, onBehalfOf: mia }]) {
      given(opened)
        .when({ ...invite, ...by })
        .rejects('review/own-record');
    }
  });

  it('ends once the manager reads what others wrote', () =>
    given(opened, managerSubmitted).when(invite).rejects('review/invitations-over'));

  it('stays over where they are unnamed, also when another manager takes over', () => {
    const handedOver = [managerSubmitted, sealed, reassigned] as const;
    given(opened, ...handedOver)
      .when(invite)
      .rejects('review/invitations-over');
    given({ ...opened, peers: { mode: 'named', min: 3 } }, ...handedOver)
      .when(invite)
      .then({ ...invited, named: true });
  });

  it('is of a day to come, wherever it ends last', () => {
    given(opened)
      .when({ ...invite, due: '2026-09-01' })
      .then({ ...invited, due: '2026-09-01' });
    given(opened)
      .when({ ...invite, due: '2026-08-31' })
      .rejects('review/due-in-the-past', '/due');
  });

  it('is of so many people and no more', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, at) => ({ ...invited, act: `a${at}`, reviewer: `p${at}` }));
    given(opened, ...many(reviewersMax - 1))
      .when(invite)
      .then(invited);
    given(opened, ...many(reviewersMax))
      .when(invite)
      .rejects('review/too-many-reviewers', '/reviewer');
  });
});

describe('an invitation', () => {
  it('is declined by who was asked, under their own key', () => {
    given(opened, invited).when(decline).then(declined);
    given(opened).when(decline).rejects('review/not-invited');
    given(opened, invited, declined)
      .when({ ...decline, act: 'again' })
      .nothing();
    given(opened, invited, peerSubmitted).when(decline).rejects('review/invitation-over');
  });

  it('lapses once its day is over everywhere, or when who was asked has left', () => {
    given(opened, invited).when(lapse).then(lapsed);
    const early = { at: '2027-01-16T11:59:59.999Z', now: '2027-01-16T11:59:59.999Z' };
    given(opened, invited)
      .when({ ...lapse, ...early })
      .rejects('review/not-due-yet');
    given(opened, invited)
      .when({ ...lapse, ...early, cause: 'left' })
      .then({ ...lapsed, at: early.at, cause: 'left' });
  });

  it('that was answered does not lapse: what a leaver wrote stays', () => {
    for (const cause of ['due', 'left'] as const) {
      given(opened, invited, peerSubmitted)
        .when({ ...lapse, cause })
        .nothing();
    }
    given(opened).when(lapse).nothing();
  });
});

describe('a section', () => {
  it('is written by the subject, by who was asked, and by who answers', () => {
    given(opened).when(submitSelf).then(selfSubmitted);
    given(opened, invited).when(submitPeer).then(peerSubmitted);
    given(opened).when(submitManager).then(managerSubmitted);
  });

  it('moves the review on', () => {
    expect(stateOf(opened).stage).toBe('opened');
    expect(stateOf(opened, invited, peerSubmitted).stage).toBe('opened');
    expect(stateOf(opened, selfSubmitted).stage).toBe('self-submitted');
    expect(stateOf(opened, managerSubmitted).stage).toBe('manager-submitted');
    expect(stateOf(opened, managerSubmitted, selfSubmitted).stage).toBe('manager-submitted');
  });

  it('again is a newer version, and the older one is kept', () => {
    const again = {
      ...submitManager,
      act: 'again',
      ratings: [{ item: 'results', rating: million }],
    };
    given(opened, managerSubmitted)
      .when(again)
      .then({ ...managerSubmitted, act: 'again', ratings: again.ratings });
  });

  it('is by another than the subject, but for the own one; also through a delegate', () => {
    given(opened)
      .when({ ...submitSelf, by: mia })
      .rejects('review/not-the-subject', '/role');
    given(opened)
      .when({ ...submitSelf, by: 'bo', onBehalfOf: ada })
      .rejects('review/not-the-subject');
    given(opened)
      .when({ ...submitManager, by: ada })
      .rejects('review/author-is-subject');
    given(opened)
      .when({ ...submitManager, by: ada, onBehalfOf: mia })
      .rejects('review/author-is-subject');
    given(opened, invited)
      .when({ ...submitPeer, by: ada, onBehalfOf: 'cy' })
      .rejects('review/author-is-subject');
  });

  it('of a manager is written by a delegate under both names; who answers stays the same', () => {
    const lent = { by: 'bo', onBehalfOf: mia };
    given(opened)
      .when({ ...submitManager, ...lent })
      .then({ ...managerSubmitted, ...lent });
    const review = stateOf(opened, { ...managerSubmitted, ...lent });
    expect(review.sections['manager:mia']).toMatchObject({ author: mia, ...lent });
    expect(review).toMatchObject({ stage: 'manager-submitted', manager: mia });
  });

  it('of a reviewer is written in person, and by invitation', () => {
    given(opened, invited)
      .when({ ...submitPeer, by: 'bo', onBehalfOf: 'cy' })
      .rejects('review/in-person-only', 'header:On-Behalf-Of');
    given(opened).when(submitPeer).rejects('review/not-invited');
    given(opened, invited)
      .when({ ...submitPeer, role: 'upward' })
      .rejects('review/not-invited');
    for (const over of [declined, lapsed]) {
      given(opened, invited, over).when(submitPeer).rejects('review/invitation-over');
    }
  });

  it('of a manager is by who answers, and by nobody after the handover', () => {
    given(opened)
      .when({ ...submitManager, by: mo })
      .rejects('review/not-accountable', '/role');
    given(opened, managerSubmitted, sealed, reassigned)
      .when({ ...submitManager, act: 'again' })
      .rejects('review/segment-sealed', '/role');
  });

  it('is written by who answered earlier in the period as well', () => {
    const two = [
      { manager: mo, from: '2026-01-01', to: '2026-03-31', days: 80 },
      { ...whole, from: '2026-04-01', days: 271 },
    ];
    given({ ...opened, accountable: two })
      .when({ ...submitManager, by: mo })
      .then({ ...managerSubmitted, by: mo });
    const review = stateOf({ ...opened, accountable: two }, { ...managerSubmitted, by: mo });
    expect(review.stage).toBe('opened');
  });

  it('F15: is not written once the review is compared or final, by anybody', () => {
    const compared = [...rated, entered];
    const histories: readonly (readonly ReviewFact[])[] = [
      ...[compared, [...compared, calibrated]],
      ...[[...rated, finalised], [...toldSubject]],
    ];
    for (const [at, history] of histories.entries()) {
      given(...history)
        .when({ ...submitManager, act: 'again' })
        .rejects(at < 2 ? 'review/not-writing' : 'review/final');
      given(...history)
        .when(submitSelf)
        .rejects('review/not-writing');
    }
  });

  it('tells who only writes that it is over, and the same however it is', () => {
    const ends: readonly (readonly ReviewFact[])[] = [
      ...[[entered], [entered, calibrated], [finalised], [finalised, shared], [notRated]],
      ...[[withdrawn], [finalised, shared, disputed]],
    ];
    const former = { ...submitSecond, act: 'again', by: 'max' };
    for (const command of [submitSelf, submitPeer, decline, former]) {
      const refusals = ends.map((end) =>
        reviewDecider.decide(
          command,
          stateOf(opened, invited, managerSubmitted, reviewScored, ...end),
        ),
      );
      const detail = 'Nothing is written for this review any more.';
      for (const one of refusals) expect(one).toMatchObject({ code: 'review/not-writing', detail });
    }
  });

  it('tells its subject before it is shared that it is not, and no more than that', () => {
    const ends = [[entered], [entered, calibrated], [finalised], [notRated]];
    for (const command of [acknowledge, dispute]) {
      const refusals = ends.map((end) =>
        reviewDecider.decide(command, stateOf(opened, managerSubmitted, reviewScored, ...end)),
      );
      expect(new Set(refusals.map((one) => JSON.stringify(one))).size).toBe(1);
      expect(refusals[0]).toMatchObject({
        code: 'review/not-in-this-stage',
        detail: expect.stringContaining('not shared with you yet'),
      });
    }
  });

  it('rates what is asked, at the anchors of its scale, once each', () => {
    const rating = (ratings: typeof submitManager.ratings) =>
      given(opened).when({ ...submitManager, ratings });
    for (const edge of [scale.min, scale.max]) {
      const ratings = [{ item: 'results', rating: edge }];
      rating(ratings).then({ ...managerSubmitted, ratings });
    }
    for (const off of [scale.min - 1, scale.max + 1, 1_500_000, Number.NaN]) {
      rating([{ item: 'results', rating: off }]).rejects(
        ...(['review/off-the-scale', '/ratings/0/rating'] as const),
      );
    }
    const one = { item: 'results', rating: scale.min };
    rating([one, one]).rejects('review/rated-twice', '/ratings/1/item');
    rating([one, { item: 'luck', rating: scale.min }]).rejects(
      ...(['review/item-unknown', '/ratings/1/item'] as const),
    );
    rating([{ item: 'why', rating: scale.min }]).rejects('review/item-unknown');
  });

  it('has what is required, with words that are seen', () => {
    const saying = (words: Record<string, string>) =>
      given(opened).when({ ...submitManager, words });
    given(opened)
      .when({ ...submitManager, ratings: [] })
      .rejects('review/item-missing', '/ratings');
    saying({}).rejects('review/item-missing', '/texts/why');
    saying({ why: ' \u200b' }).rejects('review/item-missing', '/texts/why');
    saying({ why: 'So.', results: 'Four.' }).rejects('review/item-unknown', '/texts/results');
    const longest = 'x'.repeat(answerLengthMax);
    saying({ why: longest }).then({
      ...managerSubmitted,
      text: clearText('person:ada', { why: longest }),
    });
    saying({ why: `${longest}x` }).rejects('review/text-too-long', '/texts/why');
    const hostile = '<script>alert(1)</script>\u0000';
    saying({ why: hostile }).then({
      ...managerSubmitted,
      text: clearText('person:ada', { why: hostile }),
    });
    given(opened)
      .when({ ...submitManager, asks: asks.map((one) => ({ ...one, required: false })), words: {} })
      .then({ ...managerSubmitted, text: clearText('person:ada', {}) });
  });

  it('refers to what was pinned, and to no more than is read', () => {
    const referring = (evidence: string[]) => given(opened).when({ ...submitManager, evidence });
    referring(Array(evidenceMax).fill(goalStream)).then({
      ...managerSubmitted,
      evidence: Array(evidenceMax).fill(goalStream),
    });
    referring(Array(evidenceMax + 1).fill(goalStream)).rejects('review/too-much-evidence');
    referring([goalStream, 'goals.goal-acme.other']).rejects(
      ...(['review/evidence-not-pinned', '/evidence/1'] as const),
    );
  });

  it('is of a review that there is', () => given().when(submitManager).rejects('review/not-found'));
});
