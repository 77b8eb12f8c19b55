import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import type { Answered } from './review.commands.ts';
import { reviewDecider } from './review.decide.ts';
import {
  finalise,
  invite,
  invited,
  managerSubmitted,
  mia,
  mo,
  opened,
  peerSubmitted,
  rated,
  reassign,
  reassigned,
  repin,
  repinLeave,
  repinned,
  repinnedBefore,
  repinnedDays,
  repinnedLeave,
  sealed,
  secondSubmitted,
  selfSubmitted,
  submitManager,
  submitPeer,
  whole,
} from './review.histories.ts';
import { wereRead } from './review.counting.ts';
import { evolveReview, initialReview, managersToWrite, type LiveReview } from './review.state.ts';
import type { ReviewFact } from './review.ts';

const { given } = specification(reviewDecider);
const stateOf = (...facts: readonly ReviewFact[]) =>
  fold({ evolve: evolveReview }, initialReview, facts) as LiveReview;
const by = (manager: string, from: string, to: string, counts = true): Answered => {
  return { manager, from, to, counts };
};
const partsOf = ({ segments }: LiveReview) =>
  segments.map(({ manager, from, to, days, sealed: given }) => {
    return [manager, from, to, days, given?.was ?? null];
  });
/** Pinned anew as the organisation is known by now, where all other evidence is the same. */
const repinAs = (...answered: readonly Answered[]) => {
  return { ...repin, manifest: opened.manifest, answered };
};
const [newYear, end] = ['2026-01-01', '2026-12-31'] as const;
const handedOver = [opened, managerSubmitted, sealed, reassigned] as const;

/** The review after it was pinned anew, which must be taken. */
function pinnedAnew(history: readonly ReviewFact[], ...answered: readonly Answered[]) {
  const decision = reviewDecider.decide(repinAs(...answered), stateOf(...history));
  if (!Array.isArray(decision)) throw new Error(JSON.stringify(decision));
  const after = [...history, ...(decision as ReviewFact[])];
  // The same organisation once more has nothing to change.
  given(...after)
    .when({ ...repinAs(...answered), act: 'again' })
    .nothing();
  return { history: after, review: stateOf(...after) };
}

describe('the days of a review that is pinned anew', () => {
  it('are counted of each part, where a leave was entered after the pin', () => {
    given(...rated)
      .when(repinLeave)
      .then(repinnedLeave);
    const { segments, pin } = stateOf(...rated, repinnedLeave);
    expect(segments).toEqual([{ ...whole, days: 184 }]);
    const { at: asOf, act, position } = repinnedLeave;
    expect(pin).toEqual({ act, asOf, position });
  });

  it('stay where the same is known of who answered, and who was on leave', () => {
    given(...rated)
      .when(repin)
      .then(repinned);
    expect(stateOf(...rated, repinned).segments).toEqual([whole]);
  });

  it('stay as an earlier version has counted them: what it recorded means what it did', () => {
    const { segments, pin } = stateOf(...rated, repinnedBefore);
    expect([segments, pin.position]).toEqual([[whole], null]);
    expect(stateOf(...rated, repinnedDays).segments).toEqual([{ ...whole, days: 184 }]);
    // A part without a day was not asked about then: its stage is as it was recorded.
    const none = { ...repinnedDays, days: [260, 0] };
    expect(stateOf(...handedOver, none).stage).toBe('opened');
  });
});

describe('a change of manager that was recorded with a wrong day', () => {
  it('counts by the day that was corrected, also in what is sealed', () => {
    const answered = [by(mia, newYear, '2026-10-31'), by(mo, '2026-11-01', end)];
    const history = [...handedOver, secondSubmitted];
    given(...history)
      .when(repinAs(...answered))
      .then({
        ...{ ...repinned, manifest: opened.manifest },
        parts: [
          { of: 0, from: newYear, to: '2026-10-31', days: 304 },
          { of: 1, from: '2026-11-01', to: end, days: 61 },
        ],
      });
    const { review } = pinnedAnew(history, ...answered);
    expect(partsOf(review)).toEqual([
      [mia, newYear, '2026-10-31', 304, 'submitted'],
      [mo, '2026-11-01', end, 61, null],
    ]);
    // What each has written is where it was, and there is no score of it yet.
    const given0 = { was: 'submitted', source: 'act-manager', ratings: managerSubmitted.ratings };
    expect(review.segments[0]?.sealed).toEqual(given0);
    expect(review.stage).toBe('manager-submitted');
    given(...pinnedAnew(history, ...answered).history)
      .when({ ...finalise, by: mo, rating: 0 })
      .rejects('review/score-behind');
  });

  it('that was none is written by who answered all along', () => {
    const nothing = { ...sealed, was: 'nothing', source: 'act-reassign', ratings: [] } as const;
    const back = { ...reassigned, act: 'back', from: mo, to: mia, on: '2026-10-01' };
    const history = [
      ...[opened, nothing, reassigned],
      {
        ...{ ...nothing, act: 'back', source: 'back', manager: mo },
        ...{ from: '2026-10-01', to: '2026-10-01', days: 0 },
      },
      { ...back, segment: { manager: mia, from: '2026-10-01', to: end, days: 92 } },
    ] as const;
    const { review, history: after } = pinnedAnew(history, by(mia, newYear, end));
    expect(partsOf(review)).toEqual([
      [mia, newYear, newYear, 0, 'nothing'],
      [mo, '2026-10-01', '2026-10-01', 0, 'nothing'],
      [mia, newYear, end, 365, null],
    ]);
    expect([review.stage, managersToWrite(review)]).toEqual(['opened', [mia]]);
    given(...after)
      .when(submitManager)
      .then(managerSubmitted);
    // And it is handed over as any other, with what is left.
    given(...after, managerSubmitted)
      .when({ ...reassign, act: 'next', days: { outgoing: 273, incoming: 92 } })
      .then(
        { ...sealed, act: 'next', days: 273 },
        { ...reassigned, act: 'next', segment: { ...reassigned.segment, days: 92 } },
      );
  });

  it('leaves what was given without a day where nobody answered as was recorded', () => {
    const { review, history } = pinnedAnew([...handedOver, secondSubmitted], by(mia, newYear, end));
    expect(partsOf(review)).toEqual([
      [mia, newYear, end, 365, 'submitted'],
      [mo, '2027-01-01', '2027-01-01', 0, null],
    ]);
    expect(review.sections['manager:mo']?.ratings).toEqual(secondSubmitted.ratings);
    // Wrong again, as it turns out: it is found where it was.
    const first = [by(mia, newYear, '2026-09-30'), by(mo, '2026-10-01', end)];
    const again = stateOf(
      ...history,
      ...(reviewDecider.decide(
        { ...repinAs(...first), act: 'again' },
        stateOf(...history),
      ) as ReviewFact[]),
    );
    expect(partsOf(again)).toEqual([
      [mia, newYear, '2026-09-30', 273, 'submitted'],
      [mo, '2026-10-01', end, 92, null],
    ]);
  });

  it('asks nobody any more for a part that has no day, and is written without it', () => {
    const { review } = pinnedAnew(handedOver, by(mia, newYear, end));
    expect([stateOf(...handedOver).stage, review.stage]).toEqual(['opened', 'manager-submitted']);
    expect(managersToWrite(review)).toEqual([]);
  });

  it('gives days in between to the parts of those who answered on them', () => {
    const answered = [
      ...[by(mia, newYear, '2026-03-31'), by(mo, '2026-04-01', '2026-05-31')],
      ...[by(mia, '2026-06-01', '2026-09-30'), by(mo, '2026-10-01', end)],
    ];
    const { review } = pinnedAnew(handedOver, ...answered);
    expect(partsOf(review)).toEqual([
      [mia, newYear, '2026-03-31', 90, 'submitted'],
      [mo, '2026-04-01', '2026-05-31', 61, null],
      [mia, '2026-06-01', '2026-09-30', 122, 'submitted'],
      [mo, '2026-10-01', end, 92, null],
    ]);
  });

  it('gives days of a manager who has no part to nobody', () => {
    const answered = [by('bo', newYear, '2026-02-28'), by(mia, '2026-03-01', '2026-09-30')];
    const { review } = pinnedAnew(handedOver, ...answered, by(mo, '2026-10-01', end));
    expect(review.segments.map(({ days }) => days)).toEqual([214, 92]);
  });

  it('is written by who answered to the end, also where another answers for it by now', () => {
    const two = [
      { ...whole, from: newYear, to: '2026-03-31', days: 90 },
      { manager: mo, from: '2026-04-01', to: end, days: 275 },
    ];
    const answered = [by(mo, newYear, '2026-03-31'), by(mia, '2026-04-01', end)];
    const { review, history } = pinnedAnew([{ ...opened, accountable: two }], ...answered);
    expect([review.manager, managersToWrite(review)]).toEqual([mo, [mo, mia]]);
    given(...history)
      .when(submitManager)
      .then(managerSubmitted);
    expect(stateOf(...history, managerSubmitted).stage).toBe('manager-submitted');
  });

  it('leaves it as finished as it was, and what unnamed ones gave as read', () => {
    const away = [
      { ...whole, to: '2026-10-31', days: 304 },
      { manager: mo, from: '2026-11-01', to: end, days: 0 },
    ];
    const peers = [invited, peerSubmitted] as const;
    const history = [{ ...opened, accountable: away }, ...peers, managerSubmitted] as const;
    const answered = [by(mia, newYear, '2026-10-31'), by(mo, '2026-11-01', end)];
    const { review, history: after } = pinnedAnew(history, ...answered);
    expect([review.stage, managersToWrite(review)]).toEqual(['manager-submitted', [mo]]);
    // Whoever writes after that: an unnamed one would be known by what is new.
    const later = [...after, selfSubmitted];
    expect([stateOf(...later).stage, wereRead(stateOf(...later))]).toEqual([
      ...['self-submitted', true],
    ]);
    given(...later)
      .when({ ...submitPeer, act: 'late' })
      .rejects('review/not-writing');
    given(...later)
      .when({ ...invite, act: 'more', reviewer: 'bo' })
      .rejects('review/invitations-over');
  });
});
