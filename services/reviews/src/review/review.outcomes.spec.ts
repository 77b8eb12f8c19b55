import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { reviewDecider } from './review.decide.ts';
import {
  acknowledge,
  acknowledged,
  ada,
  calibrated,
  close,
  closed,
  dispute,
  disputed,
  entered,
  eve,
  finalise,
  finalised,
  hana,
  invite,
  invited,
  lapseAcknowledgement,
  managerSubmitted,
  mia,
  million,
  mo,
  notRate,
  notRated,
  opened,
  overridden,
  override,
  peerSubmitted,
  rated,
  reassigned,
  reopen,
  reopened,
  repin,
  repinned,
  resolve,
  resolved,
  reviewScored,
  sealed,
  secondSubmitted,
  share,
  shared,
  silent,
  submitManager,
  toldSubject,
  turnedDown,
  withdraw,
  withdrawn,
} from './review.histories.ts';
import { evolveReview, finalStages, initialReview } from './review.state.ts';
import { notRatedReasons, outcomes, type ReviewFact } from './review.ts';

const { given } = specification(reviewDecider);
const stateOf = (...facts: readonly ReviewFact[]) =>
  fold({ evolve: evolveReview }, initialReview, facts);

/** A history for each stage in which nothing is changed but by reopening. */
const finals: Readonly<Record<(typeof finalStages)[number], readonly ReviewFact[]>> = {
  finalised: [...rated, finalised],
  shared: toldSubject,
  acknowledged: [...toldSubject, acknowledged],
  unacknowledged: [...toldSubject, silent],
  disputed: [...toldSubject, disputed],
  resolved: [...toldSubject, disputed, resolved],
  closed: [...toldSubject, acknowledged, closed],
  'not-rated': [opened, { ...notRated, by: eve }],
  withdrawn: [opened, withdrawn],
};
const endings = Object.entries(finals);

it.each(endings)('the history of what is %s ends so', (stage, history) =>
  expect(stateOf(...history).stage).toBe(stage),
);

describe('finalising', () => {
  it('says the rating that stands, in the name of who says so', () => {
    given(...rated)
      .when(finalise)
      .then(finalised);
    given(...rated, entered, calibrated)
      .when({ ...finalise, rating: 3_500_000, by: 'bo', onBehalfOf: mia })
      .then({ ...finalised, rating: 3_500_000, by: 'bo', onBehalfOf: mia });
  });

  it('takes over no number unseen', () => {
    given(...rated, entered, calibrated)
      .when(finalise)
      .rejects('review/not-the-rating', '/rating');
    given(opened, managerSubmitted).when(finalise).rejects('review/score-behind');
    given(opened, managerSubmitted, { ...reviewScored, total: null })
      .when(finalise)
      .rejects('review/not-rated');
  });

  it('is of what the manager has written, and not of what is compared just now', () => {
    given(opened).when(finalise).rejects('review/not-in-this-stage');
    given(...rated, entered)
      .when(finalise)
      .rejects('review/not-in-this-stage');
  });

  it('is never by the subject, nor through the subject', () => {
    for (const by of [{ by: ada }, { by: ada, onBehalfOf: mia }, { by: 'bo', onBehalfOf: ada }]) {
      given(...rated)
        .when({ ...finalise, ...by })
        .rejects('review/own-record');
    }
  });
});

describe('what is not rated', () => {
  it.each(notRatedReasons)('says why: %s', (cause) =>
    given(opened)
      .when({ ...notRate, cause })
      .then({ ...notRated, cause }),
  );

  it('is declared of what is written or calibrated, not of what is compared just now', () => {
    given(...rated, entered, calibrated)
      .when(notRate)
      .then(notRated);
    given(...rated, entered)
      .when(notRate)
      .rejects('review/not-in-this-stage');
    given(opened)
      .when({ ...notRate, by: ada })
      .rejects('review/own-record');
  });

  it('is shared as it is, and stays at its end', () => {
    given(opened, notRated).when(share).then(shared);
    given(opened, notRated, shared)
      .when({ ...share, act: 'again' })
      .nothing();
    expect(stateOf(opened, notRated, shared)).toMatchObject({
      ...{ stage: 'not-rated', rating: null, sharedRevision: 1 },
    });
    for (const command of [acknowledge, dispute]) {
      given(opened, notRated, shared).when(command).rejects('review/ended-without-rating');
      given(opened, notRated).when(command).rejects('review/not-in-this-stage');
    }
  });

  it('has no number, whatever was computed or put before', () => {
    expect(stateOf(...rated, overridden, notRated)).toMatchObject({ rating: null });
  });
});

describe('sharing', () => {
  it('is of each revision: one that has no rating is shared as the one before was', () => {
    const history = [...toldSubject, reopened, { ...notRated, act: 'anew', revision: 2 }];
    const anew = { ...shared, act: 'shared-anew' };
    given(...history)
      .when({ ...share, act: 'shared-anew' })
      .then(anew);
    given(...history, anew)
      .when({ ...share, act: 'again' })
      .nothing();
  });

  it('is of what is finalised', () => {
    given(...finals.finalised)
      .when(share)
      .then(shared);
    given(...finals.shared)
      .when({ ...share, act: 'again' })
      .nothing();
    given(...rated)
      .when(share)
      .rejects('review/not-in-this-stage');
    given(...finals.finalised)
      .when({ ...share, by: ada })
      .rejects('review/own-record');
  });
});

describe('the subject', () => {
  it('acknowledges what was shared, in person: seen, not agreed', () => {
    given(...finals.shared)
      .when(acknowledge)
      .then(acknowledged);
    given(...finals.unacknowledged)
      .when(acknowledge)
      .then(acknowledged);
    given(...finals.acknowledged)
      .when({ ...acknowledge, act: 'again' })
      .nothing();
    given(...finals.finalised)
      .when(acknowledge)
      .rejects('review/not-in-this-stage');
    for (const by of [{ by: mia }, { by: 'bo', onBehalfOf: ada }]) {
      given(...finals.shared)
        .when({ ...acknowledge, ...by })
        .rejects('review/not-the-subject');
    }
  });

  it('who is silent is told apart from who has seen it', () => {
    given(...finals.shared)
      .when(lapseAcknowledgement)
      .then(silent);
    given(...finals.acknowledged)
      .when(lapseAcknowledgement)
      .nothing();
    const early = { at: '2027-03-01T11:59:59.999Z', now: '2027-03-01T11:59:59.999Z' };
    given(...finals.shared)
      .when({ ...lapseAcknowledgement, ...early })
      .rejects('review/not-due-yet');
  });

  it('disputes what was shared, also after it was acknowledged', () => {
    for (const history of [finals.shared, finals.acknowledged, finals.unacknowledged]) {
      given(...history)
        .when(dispute)
        .then(disputed);
    }
    given(...finals.disputed)
      .when({ ...dispute, act: 'again' })
      .nothing();
    given(...finals.closed)
      .when(dispute)
      .rejects('review/not-in-this-stage');
    given(...finals.shared)
      .when({ ...dispute, by: mia })
      .rejects('review/not-the-subject');
  });
});

describe('a dispute', () => {
  it.each(outcomes)('ends %s', (outcome) =>
    given(...finals.disputed)
      .when({ ...resolve, outcome })
      .then({ ...resolved, outcome }),
  );

  it('is judged by nobody who is a party to it', () => {
    for (const by of [{ by: mia }, { by: 'bo', onBehalfOf: mia }, { by: mia, onBehalfOf: eve }]) {
      given(...finals.disputed)
        .when({ ...resolve, ...by })
        .rejects('review/resolver-is-party');
    }
    given(...finals.disputed)
      .when({ ...resolve, by: ada })
      .rejects('review/own-record');
    const written = [opened, invited, peerSubmitted, managerSubmitted, sealed, reassigned];
    const byAnother = [secondSubmitted, reviewScored, { ...finalised, by: eve }, shared, disputed];
    for (const by of [mia, mo, 'cy', eve]) {
      given(...written, ...byAnother)
        .when({ ...resolve, by })
        .rejects('review/resolver-is-party');
    }
    const lent = [...rated, { ...finalised, by: 'bo', onBehalfOf: mia }, shared, disputed];
    given(...lent)
      .when({ ...resolve, by: 'bo' })
      .rejects('review/resolver-is-party');
  });

  it('is not judged by who put the rating, or decided on it in a session', () => {
    const final = { ...finalised, rating: 4_500_000 };
    for (const put of [
      { ...overridden, by: eve },
      { ...overridden, by: 'bo', onBehalfOf: eve },
    ]) {
      const history = [...rated, put, final, shared, disputed];
      for (const by of [put.by, eve]) {
        given(...history)
          .when({ ...resolve, by })
          .rejects('review/resolver-is-party');
      }
      given(...history)
        .when(resolve)
        .then(resolved);
    }
    given(...finals.disputed)
      .when({ ...resolve, calibrators: [hana] })
      .rejects('review/resolver-is-party');
    given(...finals.disputed)
      .when({ ...resolve, calibrators: [eve] })
      .then(resolved);
  });

  it('is not judged by who ended a revision before, with a rating or without one', () => {
    const anew = { ...finalised, act: 'anew', revision: 2 };
    const again = [
      { ...shared, act: 'shared-anew' },
      { ...disputed, act: 'again' },
    ] as const;
    for (const ended of [
      { ...finalised, by: eve },
      { ...notRated, by: eve },
    ]) {
      const history = [...rated, ended, reopened, anew, ...again] as const;
      given(...history)
        .when({ ...resolve, by: eve })
        .rejects('review/resolver-is-party');
      given(...history)
        .when(resolve)
        .then(resolved);
    }
  });

  it('is there before it is resolved, and closes nothing before that', () => {
    given(...finals.shared)
      .when(resolve)
      .rejects('review/not-in-this-stage');
    given(...finals.disputed)
      .when(close)
      .rejects('review/not-in-this-stage');
    const turned = [...finals.disputed, turnedDown];
    for (const history of [turned, finals.acknowledged, finals.unacknowledged]) {
      given(...history)
        .when(close)
        .then(closed);
    }
    given(...finals.closed)
      .when({ ...close, act: 'again' })
      .nothing();
  });

  it('is not cut off by closing what was acknowledged just now', () => {
    const early = { at: '2027-03-01T11:59:59.999Z', now: '2027-03-01T11:59:59.999Z' };
    given(...finals.acknowledged)
      .when({ ...close, ...early })
      .rejects('review/not-due-yet');
    const due = { at: '2027-03-01T12:00:00.000Z', now: '2027-03-01T12:00:00.000Z' };
    given(...finals.acknowledged)
      .when({ ...close, ...due })
      .then({ ...closed, at: due.at });
    given(...finals.disputed, turnedDown)
      .when({ ...close, ...early })
      .then({ ...closed, at: early.at });
  });

  const right = outcomes.filter((outcome) => outcome !== 'rejected');
  it.each(right)('that was %s closes nothing before it is corrected', (outcome) => {
    const due = [...finals.disputed, { ...resolved, outcome }];
    given(...due)
      .when(close)
      .rejects('review/correction-outstanding');
    // What was corrected is finalised by a human and shown to its subject, as any revision is.
    const corrected = [...due, reopened, { ...finalised, act: 'anew', revision: 2 }];
    const seen = [
      ...corrected,
      { ...shared, act: 'shared-anew' },
      { ...acknowledged, act: 'seen' },
    ];
    given(...corrected)
      .when(close)
      .rejects('review/not-in-this-stage');
    given(...seen)
      .when(close)
      .then(closed);
    // And is disputed, and judged, anew.
    const again = [...seen, { ...disputed, act: 'again' }];
    given(...again, { ...turnedDown, act: 'turned-down' })
      .when(close)
      .then(closed);
    given(...again, { ...resolved, act: 'right-again', outcome })
      .when(close)
      .rejects('review/correction-outstanding');
  });

  it('that was right is corrected also where its review was closed as it stood, before that was refused', () => {
    given(...finals.resolved, closed)
      .when({ ...close, act: 'again' })
      .nothing();
    given(...finals.resolved, closed)
      .when(reopen)
      .then(reopened);
  });
});

describe('withdrawing', () => {
  it('F5: nothing is deleted: it is withdrawn with a reason, and what was written stays', () => {
    const written = [opened, invited, peerSubmitted, managerSubmitted];
    for (const history of [[opened], written, [...rated, entered]]) {
      given(...history)
        .when(withdraw)
        .then(withdrawn);
    }
    const { sections } = stateOf(...written, withdrawn) as { sections: object };
    expect(Object.keys(sections)).toEqual(['peer:cy', 'manager:mia']);
  });

  it('is of what was declared not rated, as long as its subject is not told', () => {
    const { 'not-rated': unrated } = finals;
    given(...unrated)
      .when(withdraw)
      .then(withdrawn);
    given(...unrated, shared)
      .when(withdraw)
      .rejects('review/final');
  });

  it('is not of what is final, nor by the subject', () => {
    given(...finals.finalised)
      .when(withdraw)
      .rejects('review/final');
    given(opened)
      .when({ ...withdraw, by: ada })
      .rejects('review/own-record');
    given(...finals.withdrawn)
      .when({ ...withdraw, act: 'again' })
      .nothing();
  });
});

describe('reopening', () => {
  it('is allowed by one and decided by another, also where it ends without a rating', () => {
    const { approver } = reopened;
    const again = given(...finals.shared, reopened);
    const by = { by: approver };
    for (const command of [override, finalise, notRate, withdraw]) {
      again.when({ ...command, ...by, act: 'again' }).rejects('review/decides-own-approval');
      again
        .when({ ...command, by: 'bo', onBehalfOf: approver, act: 'again' })
        .rejects('review/decides-own-approval');
    }
    const lent = { by: approver, onBehalfOf: mia };
    again.when({ ...submitManager, ...lent, act: 'again' }).rejects('review/decides-own-approval');
    again
      .when({ ...withdraw, by: eve, act: 'again' })
      .then({ ...withdrawn, by: eve, act: 'again' });
  });

  const again = endings.filter(([stage]) => stage !== 'disputed' && stage !== 'withdrawn');
  it.each(again)('F15: of what is %s is the one way to change it, as a new revision', (_, of) => {
    given(...of)
      .when({ ...submitManager, act: 'again' })
      .rejects('review/final');
    given(...of)
      .when(reopen)
      .then(reopened);
    given(...of, reopened)
      .when({ ...submitManager, act: 'again' })
      .then({ ...managerSubmitted, act: 'again' });
    expect(stateOf(...of, reopened)).toMatchObject({ revision: 2, isPut: false });
  });

  it('is allowed by another than who asks, who wrote, who finalised, or whom it is about', () => {
    const approved = (change: object) => given(...finals.shared).when({ ...reopen, ...change });
    approved({ approver: mia, askedBy: hana }).rejects('review/approver-is-author');
    approved({ askedBy: hana }).rejects('review/approves-own-request', '/askedBy');
    approved({ approver: ada }).rejects('review/own-record');
    const handedOver = [opened, managerSubmitted, sealed, reassigned, notRated];
    for (const approver of [mia, mo]) {
      given(...handedOver)
        .when({ ...reopen, approver, askedBy: hana })
        .rejects('review/approver-is-author');
    }
    const byHana = { by: hana };
    const stood = { ...finalised, rating: 4_500_000 };
    for (const history of [
      [...rated, { ...finalised, ...byHana }],
      [...rated, { ...overridden, ...byHana }, stood],
      [...rated, { ...notRated, ...byHana }],
      [
        ...rated,
        { ...notRated, ...byHana },
        { ...reopened, approver: eve },
        { ...finalised, act: 'anew', revision: 2 },
      ],
    ]) {
      given(...history)
        .when({ ...reopen, act: 'allow' })
        .rejects('review/approver-is-author');
    }
    given(...finals.shared)
      .when({ ...reopen, calibrators: [hana] })
      .rejects('review/approver-is-author');
    given(...rated, { ...overridden, ...byHana })
      .when(repin)
      .rejects('review/approver-is-author');
  });

  it('begins with what was computed, not with what was calibrated or overridden', () => {
    const history = [...rated, entered, calibrated, { ...finalised, rating: 3_500_000 }, reopened];
    expect(stateOf(...history)).toMatchObject({ stage: 'manager-submitted', rating: 4 * million });
    given(...history)
      .when({ ...finalise, act: 'again' })
      .then({ ...finalised, act: 'again', revision: 2 });
  });

  it('drops no dispute, and is not of what was withdrawn', () => {
    given(...finals.disputed)
      .when(reopen)
      .rejects('review/dispute-open');
    given(...finals.withdrawn)
      .when(reopen)
      .rejects('review/withdrawn');
  });

  it('asks nobody anew who would be known by what is new', () => {
    const ask = { ...invite, act: 'ask' };
    given(opened, notRated, reopened).when(ask).rejects('review/invitations-over');
    const named = { ...opened, peers: { mode: 'named', min: 1 } } as const;
    given(named, notRated, reopened)
      .when(ask)
      .then({ ...invited, act: 'ask', named: true });
  });

  it('is not of what can be changed anyway', () => {
    for (const history of [[opened], [...rated], [...rated, entered]]) {
      given(...history)
        .when(reopen)
        .rejects('review/not-in-this-stage');
    }
  });
});

describe('pinning anew', () => {
  it('lets late evidence count, allowed by another, and asks for a new score', () => {
    given(...rated)
      .when(repin)
      .then(repinned);
    given(...rated, repinned)
      .when(finalise)
      .rejects('review/score-behind');
    given(...rated, repinned)
      .when({ ...repin, act: 'again' })
      .nothing();
  });

  it('F2: is not of a review that is final: what came late moves no rating', () => {
    for (const [, history] of endings) {
      given(...history)
        .when(repin)
        .rejects('review/final');
    }
    given(...rated, entered)
      .when(repin)
      .rejects('review/not-in-this-stage');
    given(opened)
      .when({ ...repin, askedBy: hana })
      .rejects('review/approves-own-request', '/askedBy');
  });
});
