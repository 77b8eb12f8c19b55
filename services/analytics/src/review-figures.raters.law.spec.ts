import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { halves, fivePoint, rated, review } from './rating/rated.testing.ts';
import type { GivenSection } from './rating/rated-review.ts';
import { itemAgreement } from './review-figures.answers.ts';
import type { CycleRatings } from './review-figures.reading.ts';

const people = ['ann', 'ben', 'cid', 'dot', 'eli', 'fay', 'gus', 'hal'] as const;
const item = 'teamwork';

/** Reviews by raters some of whom overlap, in the roles that others than the subject have. */
const ratings = fc.array(
  fc.uniqueArray(
    fc.record({
      by: fc.constantFrom(...people),
      role: fc.constantFrom('peer' as const, 'upward' as const, 'manager' as const),
      rating: fc.integer({ min: 1, max: 5 }),
    }),
    { minLength: 1, maxLength: 5, selector: ({ by }) => by },
  ),
  { minLength: 5, maxLength: 12 },
);

function cycleOf(given: readonly (readonly { by: string; role: string; rating: number }[])[]) {
  const reviews = given.map((sections, no) =>
    review(`r-${no}`, 3, {
      sections: sections.map(({ by, role, rating }) => {
        return { by, role, ratings: [{ item, rating: rated(rating) }] } as GivenSection;
      }),
    }),
  );
  const about = { cycle: 'c', stage: null, period: { from: '', to: '' }, pack: null };
  return {
    ...{ position: null, scale: fivePoint, rated: [], pack: halves, reviews },
    about: { ...about, template: null, reviews: reviews.length, withheld: 0 },
    template: { templateId: 't', version: 1, scale: fivePoint, ratingItems: [] },
  } as CycleRatings;
}

const threshold = 2;

describe('raters of an item', () => {
  it('are told of one by one where they are managers alone, and else nowhere', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const answer = itemAgreement(cycleOf(given), item, threshold);
        const asManagers = given.map((sections) =>
          sections.map((one) => ({ ...one, role: 'manager' as const })),
        );
        const named = itemAgreement(cycleOf(asManagers), item, threshold);
        const isOfPeers = given.flat().some(({ role }) => role !== 'manager');
        // All figures are the same: raters are compared, whoever they are.
        expect(answer.agreement).toEqual(named.agreement);
        const compared = named.severity?.compared ?? [];
        const hidden = (named.severity?.hidden ?? 0) + (isOfPeers ? compared.length : 0);
        const { confounded } = named.severity ?? {};
        expect(answer.severity).toEqual({
          compared: isOfPeers ? [] : compared,
          hidden,
          confounded,
        });
        const isNamed = (one: string) => people.some((person) => person === one);
        expect(compared.every(({ rater }) => isNamed(rater))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('make no difference to the answer, peers whose names are others', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const peers = given.map((sections) => sections.map((one) => ({ ...one, role: 'peer' })));
        const others = peers.map((sections) =>
          sections.map((one) => ({ ...one, by: people[7 - people.indexOf(one.by)] ?? '' })),
        );
        const [one, other] = [peers, others].map((it) =>
          itemAgreement(cycleOf(it), item, threshold),
        );
        expect(other).toEqual(one);
      }),
      { numRuns: 150 },
    );
  });

  it('are called by their names where they are managers alone', () => {
    const given = [1, 2, 3, 4, 5, 6].map((no) =>
      (['ann', 'ben'] as const).map((by, at) => {
        return { by, role: 'manager', rating: 1 + ((no + at * (no % 2)) % 5) };
      }),
    );
    const { severity } = itemAgreement(cycleOf(given), item, threshold);
    expect(severity?.compared.map(({ rater }) => rater)).toEqual(['ann', 'ben']);
  });
});
