import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import type { Lines } from '../cycle/accountable.ts';
import * as example from '../review/review.histories.ts';
import { evolveReview, initialReview, type LiveReview } from '../review/review.state.ts';
import type { ReviewFact } from '../review/review.ts';
import { handoverOf } from './reassign-on-handover.ts';

const { opened, rated, finalised, sealed, reassigned } = example;
const reviewAfter = (...facts: readonly ReviewFact[]): LiveReview => {
  const review = fold({ evolve: evolveReview }, initialReview, facts);
  if (review.stage === 'none') throw new Error('It was opened.');
  return review;
};

/** Whom Ada answers to from a day on; who has left, from which day on. */
function lines(
  managers: readonly (readonly [from: string, manager: string | null])[],
  left: Readonly<Record<string, string>> = {},
): Lines {
  return {
    managerOf: (_, on) => managers.findLast(([from]) => from <= on)?.[1] ?? null,
    isPresent: (person, on) => left[person] === undefined || on < left[person],
    isAway: () => false,
    turningDays: (from, to) => [
      from,
      ...managers.map(([day]) => day).filter((day) => day > from && day <= to),
    ],
  };
}
const mia = ['2020-01-01', 'mia'] as const;

describe('a handover', () => {
  it('is from the day on which another answers, with the days of each', () => {
    const found = handoverOf(reviewAfter(opened), '2026-10-05', lines([mia, ['2026-10-01', 'mo']]));
    expect(found).toEqual({ to: 'mo', on: '2026-10-01', days: { outgoing: 273, incoming: 92 } });
  });

  it('is not as long as the same one answers, or nobody else does', () => {
    const review = reviewAfter(opened);
    expect(handoverOf(review, '2026-10-05', lines([mia]))).toBeUndefined();
    const ahead = lines([mia, ['2026-10-06', 'mo']]);
    expect(handoverOf(review, '2026-10-05', ahead)).toBeUndefined();
    expect(handoverOf(review, '2026-10-06', ahead)?.to).toBe('mo');
    const vacant = lines([mia, ['2026-10-01', null]]);
    expect(handoverOf(review, '2026-10-05', vacant)).toBeUndefined();
  });

  it('that was recorded late is from the day on which it held', () => {
    const between = lines([mia, ['2026-03-01', 'bo'], ['2026-05-01', 'mo']]);
    const found = handoverOf(reviewAfter(opened), '2026-10-05', between);
    expect(found).toMatchObject({ to: 'mo', on: '2026-05-01' });
    const next = reviewAfter(opened, sealed, reassigned);
    const earlier = lines([mia, ['2026-03-01', 'bo']]);
    expect(handoverOf(next, '2026-11-05', earlier)).toMatchObject({ to: 'bo', on: '2026-10-01' });
  });

  it('after the period is only from who is not here any more', () => {
    const later = [mia, ['2027-01-10', 'mo']] as const;
    expect(handoverOf(reviewAfter(opened), '2027-01-12', lines(later))).toBeUndefined();
    const gone = lines(later, { mia: '2027-01-10' });
    expect(handoverOf(reviewAfter(opened), '2027-01-12', gone)).toEqual({
      ...{ to: 'mo', on: '2027-01-10', days: { outgoing: 365, incoming: 0 } },
    });
  });

  it('by which no day goes over, as the rest of the period is leave, is one after it', () => {
    const changed = [mia, ['2026-10-01', 'mo']] as const;
    const away = (from: string, left = {}): Lines => {
      const told = lines(changed, left);
      const turningDays = (first: string, last: string) => {
        const days = [...told.turningDays(first, last), from];
        return [...new Set(days)].filter((day) => day >= first && day <= last).toSorted();
      };
      return { ...told, turningDays, isAway: (_, on) => on >= from };
    };
    expect(handoverOf(reviewAfter(opened), '2026-10-05', away('2026-10-01'))).toBeUndefined();
    const gone = away('2026-10-01', { mia: '2026-10-01' });
    expect(handoverOf(reviewAfter(opened), '2026-10-05', gone)).toMatchObject({
      ...{ to: 'mo', days: { outgoing: 273, incoming: 0 } },
    });
    expect(handoverOf(reviewAfter(opened), '2026-10-05', away('2026-10-02'))).toMatchObject({
      ...{ to: 'mo', days: { outgoing: 273, incoming: 1 } },
    });
  });

  it('is not of who has left, nor of what is final', () => {
    const changed = [mia, ['2026-10-01', 'mo']] as const;
    const left = lines(changed, { ada: '2026-10-03' });
    expect(handoverOf(reviewAfter(opened), '2026-10-05', left)).toBeUndefined();
    const done = reviewAfter(...rated, finalised);
    expect(handoverOf(done, '2026-10-05', lines(changed))).toBeUndefined();
  });

  it('is to somebody where nobody was', () => {
    const none = reviewAfter({ ...opened, accountable: [] });
    const found = handoverOf(none, '2026-10-05', lines([['2026-10-01', 'mo']]));
    expect(found).toEqual({ to: 'mo', on: '2026-10-01', days: { outgoing: 0, incoming: 92 } });
  });
});
