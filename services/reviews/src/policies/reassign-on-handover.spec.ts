import { describe, expect, it } from '@jest/globals';
import { fold, type Position } from '@plumbline/kernel';
import type { Lines } from '../cycle/accountable.ts';
import * as example from '../review/review.histories.ts';
import { evolveReview, initialReview, type LiveReview } from '../review/review.state.ts';
import type { ReviewFact } from '../review/review.ts';
import { handoverOf as handedOver, pinnedLines } from './reassign-on-handover.ts';

const { opened, rated, finalised, sealed, reassigned, repinned } = example;
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

/** Where nothing is told of the days that was not pinned. */
const handoverOf = (review: LiveReview, today: string, now: Lines, pinned = now) =>
  handedOver(review, today, now, pinned);

/** The same with a leave; both days are within. */
function onLeave(of: Lines, from: string, until: string): Lines {
  return {
    ...of,
    isAway: (_, on) => on >= from && on <= until,
    turningDays: (first, last) => {
      const after = new Date(Date.parse(until) + 86_400_000).toISOString().slice(0, 10);
      const days = [...of.turningDays(first, last), from, after];
      return [...new Set(days)].filter((day) => day >= first && day <= last).toSorted();
    },
  };
}

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

  it('counts the days that are pinned: a leave that was told later waits until that is', () => {
    const pinned = lines([mia]);
    const now = onLeave(lines([mia, ['2026-10-01', 'mo']]), '2026-03-01', '2026-03-31');
    expect(handoverOf(reviewAfter(opened), '2026-10-05', now, pinned)).toEqual({
      ...{ to: 'mo', on: '2026-10-01', days: { outgoing: 273, incoming: 92 } },
    });
    // Nor does one of all that is left keep a review from who answers by now.
    const gone = onLeave(lines([mia, ['2026-10-01', 'mo']]), '2026-10-01', '2026-12-31');
    expect(handoverOf(reviewAfter(opened), '2026-10-05', gone, pinned)).toMatchObject({
      ...{ to: 'mo', days: { outgoing: 273, incoming: 92 } },
    });
  });
});

describe('the days of a review are as they were known', () => {
  const openedAt = '00000000000000000900' as Position;
  const whole = { manager: 'mia', from: '2026-01-01', to: '2026-12-31', days: 365 };
  const of = (days: number) => reviewAfter({ ...opened, accountable: [{ ...whole, days }] });
  const positions = (review: LiveReview, at: (known: Position) => Lines) => {
    const asked: string[] = [];
    const found = pinnedLines({ review, openedAt }, (known) => {
      asked.push(known);
      return at(known);
    });
    return { found, last: asked.at(-1) };
  };

  it('at the launch', () => {
    expect(positions(of(365), () => lines([mia])).last).toBe(opened.position);
  });

  it('at the opening of who joined late, of whom nobody knew at the launch', () => {
    const nobody = lines([mia], { ada: '2020-01-01' });
    const { last } = positions(of(365), (known) => (known === openedAt ? lines([mia]) : nobody));
    expect(last).toBe(openedAt);
  });

  it('where it was pinned anew', () => {
    const again = reviewAfter({ ...opened, accountable: [whole] }, repinned);
    expect(positions(again, () => lines([mia])).last).toBe(repinned.position);
  });
});
