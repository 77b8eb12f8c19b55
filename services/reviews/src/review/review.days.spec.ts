import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import { daysIn } from './review.days.ts';
import { reviewDecider } from './review.decide.ts';
import {
  opened,
  rated,
  reassigned,
  repin,
  repinLeave,
  repinned,
  repinnedBefore,
  repinnedLeave,
  sealed,
  whole,
} from './review.histories.ts';
import { evolveReview, initialReview, type LiveReview } from './review.state.ts';
import type { ReviewFact } from './review.ts';

const { given } = specification(reviewDecider);
const stateOf = (...facts: readonly ReviewFact[]) =>
  fold({ evolve: evolveReview }, initialReview, facts) as LiveReview;

describe('the days of a review that is pinned anew', () => {
  it('are counted of each part, where a leave was entered after the pin', () => {
    given(...rated)
      .when(repinLeave)
      .then(repinnedLeave);
    const { segments, pin } = stateOf(...rated, repinnedLeave);
    expect(segments.map(({ days }) => days)).toEqual([184]);
    const { at: asOf, act, position } = repinnedLeave;
    expect(pin).toEqual({ act, asOf, position });
  });

  it('are counted of what is sealed as well', () =>
    given(opened, sealed, reassigned)
      .when(repinLeave)
      .then({ ...repinnedLeave, days: [92, 92] }));

  it('stay where the same is pinned of who was here and on leave', () => {
    given(...rated)
      .when({ ...repin, counted: [] })
      .then(repinned);
    expect(stateOf(...rated, repinned).segments).toEqual([whole]);
  });

  it('stay where an earlier version has pinned anew: what it recorded means what it did', () => {
    const { segments, pin } = stateOf(...rated, repinnedBefore);
    expect([segments, pin.position]).toEqual([[whole], null]);
  });
});

describe('days that count', () => {
  const all = [{ from: '2026-01-01', to: '2026-12-31' }];

  it('count once, also on a day on which two took over, and none outside the period', () => {
    const parts = [
      { from: '2026-01-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-04-01' },
      { from: '2026-04-01', to: '2026-12-31' },
      { from: '2027-01-10', to: '2027-01-10' },
    ];
    expect(daysIn(parts, all)).toEqual([90, 0, 275, 0]);
  });

  it('are not those of a leave, from its first day to its last', () => {
    const here = [
      { from: '2026-01-01', to: '2026-03-30' },
      { from: '2026-04-02', to: '2026-12-31' },
    ];
    const parts = [
      { from: '2026-01-01', to: '2026-03-31' },
      { from: '2026-04-01', to: '2026-04-30' },
    ];
    expect(daysIn(parts, here)).toEqual([89, 29]);
  });
});
