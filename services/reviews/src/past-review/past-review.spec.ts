import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { repeatDecidesNothing, specification } from '@plumbline/kernel/spec';
import { micro } from '@plumbline/scoring';
import type { PastReviewCommand } from './past-review.commands.ts';
import { pastReviewDecider } from './past-review.decide.ts';
import * as the from './past-review.histories.ts';
import { cycleNameLengthMax, pastRatingMax, reasonLengthMax } from './past-review.rules.ts';
import type { PastReviewFact } from './past-review.ts';

const { given } = specification(pastReviewDecider);
const { bringIn, imported, correct, corrected } = the;
const one = (facts: readonly unknown[]) => expect(facts).toHaveLength(1);
const changed = (change: object) => ({ ...bringIn, ...change });
const scale = (min: number, max: number) => changed({ scale: { min, max }, rating: null });

describe('bringing a past review in', () => {
  it('records the rating that it had, or that it had none', () => {
    given().when(bringIn).then(imported);
    given()
      .when(changed({ rating: null }))
      .then({ ...imported, rating: null });
  });

  it('changes nothing when it is there, by whatever import', () => {
    given(imported)
      .when(changed({ act: 'another' }))
      .nothing();
    // Nor is a correction undone by the file that was wrong.
    given(imported, corrected)
      .when(changed({ act: 'another' }))
      .nothing();
  });

  it('never puts another result in its place', () => {
    for (const change of [
      { rating: 4 * micro },
      { rating: null },
      { scale: { min: micro, max: 5 * micro } },
      { period: { from: '2025-01-01', to: '2025-06-30' } },
    ]) {
      given(imported)
        .when(changed({ act: 'another', ...change }))
        .rejects('past-review/another-result', '/rating');
    }
  });

  it('is of a period that is over', () => {
    const to = (day: string) => given().when(changed({ period: { from: '2025-01-01', to: day } }));
    to('2026-02-02').thenSatisfies(one);
    to('2025-01-01').thenSatisfies(one);
    to('2026-02-03').rejects('past-review/not-over', '/period/to');
    for (const day of ['2024-12-31', '2025-02-30', '']) {
      to(day).rejects('past-review/period-not-possible', '/period');
    }
  });

  it('is rated on its scale, which has a width', () => {
    for (const rating of [0, 4 * micro + 1, 2.5, Number.NaN]) {
      given().when(changed({ rating })).rejects('past-review/rating-off-the-scale', '/rating');
    }
    given().when(scale(-pastRatingMax, pastRatingMax)).thenSatisfies(one);
    for (const [min, max] of [
      [micro, micro],
      [2, 1],
      [0.5, 1],
      [0, pastRatingMax + 1],
      [-pastRatingMax - 1, 0],
    ] as const) {
      given().when(scale(min, max)).rejects('past-review/scale-without-width', '/scale');
    }
  });

  it('names its cycle by a code', () => {
    given()
      .when(changed({ cycle: 'x'.repeat(cycleNameLengthMax) }))
      .thenSatisfies(one);
    for (const cycle of ['', 'FY 2025', 'a\u0000', 'x'.repeat(cycleNameLengthMax + 1)]) {
      given().when(changed({ cycle })).rejects('past-review/cycle-not-a-code', '/cycle');
    }
  });
});

describe('correcting a past review', () => {
  it('keeps what was there, with the reason', () => {
    given(imported).when(correct).then(corrected);
    given(imported, corrected)
      .when({ ...correct, act: 'again', rating: null })
      .then({ ...corrected, act: 'again', from: 4 * micro, to: null });
  });

  it('needs a review, another rating on its scale, and a reason', () => {
    given().when(correct).rejects('past-review/not-found');
    given(imported)
      .when({ ...correct, rating: 3 * micro })
      .nothing();
    given(imported)
      .when({ ...correct, rating: 5 * micro })
      .rejects('past-review/rating-off-the-scale', '/rating');
    for (const reason of ['', ' ', 'x'.repeat(reasonLengthMax + 1)]) {
      given(imported)
        .when({ ...correct, reason })
        .rejects('past-review/reason-missing', '/reason');
    }
  });
});

describe('whatever is brought in and corrected in any order', () => {
  const commands: fc.Arbitrary<readonly PastReviewCommand[]> = fc.array(
    fc
      .tuple(fc.nat(9), fc.option(fc.integer({ min: 1, max: 4 })), fc.boolean())
      .map(([act, points, isImport]): PastReviewCommand => {
        const rating = points === null ? null : points * micro;
        return { ...(isImport ? bringIn : correct), act: `act-${act}`, rating };
      }),
    { maxLength: 20 },
  );

  it('there is one import, every rating is one that was asked for, and a repeat decides nothing', () => {
    let most = 0;
    fc.assert(
      fc.property(commands, (all) => {
        const facts: PastReviewFact[] = [];
        for (const command of all) {
          const before = fold(pastReviewDecider, pastReviewDecider.initial, facts);
          const decided = pastReviewDecider.decide(command, before);
          if (isRejection(decided)) continue;
          repeatDecidesNothing(pastReviewDecider, command, before, decided);
          facts.push(...decided);
        }
        expect(facts.slice(1).every(({ type }) => type === 'PastReviewCorrected')).toBe(true);
        for (const [at, fact] of facts.entries()) {
          if (fact.type === 'PastReviewImported') continue;
          const earlier = facts[at - 1];
          const was = earlier?.type === 'PastReviewImported' ? earlier.rating : earlier?.to;
          expect(fact.from).toBe(was);
        }
        most = Math.max(most, facts.length);
      }),
      { numRuns: 200 },
    );
    expect(most).toBeGreaterThan(3);
  });
});
