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
const byName = (person: string) => person;
/** In an order of its own, so that a sort by name shows. */
const opaque = (person: string) => `x${[...person].toReversed().join('')}`;

describe('raters without their names', () => {
  it('come to the figures that they came to with them', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const cycle = cycleOf(given);
        const [named, unnamed] = [byName, opaque].map((call) =>
          itemAgreement(cycle, item, threshold, call),
        );
        const effects = (answer: typeof named) =>
          (answer?.severity?.compared ?? [])
            .map(({ effect, n }) => [Math.round(effect) + 0, n] as const)
            .toSorted((one, other) => one[0] - other[0] || one[1] - other[1]);
        expect(effects(unnamed)).toEqual(effects(named));
        expect({ ...unnamed?.severity, compared: [] }).toEqual({
          ...named?.severity,
          compared: [],
        });
        expect(unnamed?.agreement.alpha).toEqual(named?.agreement.alpha);
        expect([unnamed?.agreement.design, unnamed?.agreement.raters]).toEqual([
          ...[named?.agreement.design, named?.agreement.raters],
        ]);
        for (const form of ['single', 'average'] as const) {
          const [one, other] = [named?.agreement[form], unnamed?.agreement[form]];
          expect([other?.n, other?.band]).toEqual([one?.n, one?.band]);
          expect(other?.value ?? 2).toBeCloseTo(one?.value ?? 2, 9);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('are in no answer where a peer, or somebody from below, rates the item', () => {
    fc.assert(
      fc.property(ratings, (given) => {
        const answer = itemAgreement(cycleOf(given), item, threshold, opaque);
        const isOfPeers = given.flat().some(({ role }) => role !== 'manager');
        const names = (answer.severity?.compared ?? []).map(({ rater }) => rater);
        const isNamed = (one: string) => people.some((person) => person === one);
        expect(names.filter(isNamed)).toEqual(isOfPeers ? [] : names);
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
    const { severity } = itemAgreement(cycleOf(given), item, threshold, opaque);
    expect(severity?.compared.map(({ rater }) => rater)).toEqual(['ann', 'ben']);
  });
});
