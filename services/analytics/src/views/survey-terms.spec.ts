import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countedAt, placesBy, promisedAt, surveyTerms, type SurveyTerms } from './survey-terms.ts';
import { closed, counted, documentsOf, launched, left, parents } from './surveys.testing.ts';
import { positionOf, raised, rating, saying, surveyId } from './surveys.testing.ts';
import type { SurveyFact } from './surveys.testing.ts';

const batch = (no: number) => left(no, saying(5, 'desk', { ratings: [rating('pride', 4)] }));
const history: readonly SurveyFact[] = [
  ...[launched(), batch(1), counted('2026-05-06', [['desk', 6, 5]]), raised(6), batch(2)],
  ...[raised(6, 8), closed, counted('2026-05-12', [['desk', 6, 6]], true)],
];

function termsOf(facts: readonly SurveyFact[]): SurveyTerms {
  const terms = documentsOf(surveyTerms, facts).get(surveyId);
  if (terms === undefined) throw new Error('There is no such survey.');
  return terms;
}

describe('the terms of a survey', () => {
  it('are what it asks, in which units, and until when', () => {
    expect(termsOf([launched()])).toMatchObject({
      ...{ surveyId, kind: 'pulse', opens: '2026-05-04', closes: '2026-05-15', closedOn: null },
      ...{ batches: 0, counts: [], thresholds: [{ position: positionOf(1), threshold: 5 }] },
      questions: [
        { id: 'pride', kind: 'rating', options: [] },
        ...[{ id: 'growth' }, { id: 'recommend' }],
        { id: 'place', kind: 'choice', options: ['home', 'office'] },
        { id: 'why', kind: 'comment' },
      ],
      dimensions: [
        {
          name: 'unit',
          values: Object.entries(parents).map(([value, parent]) => ({ value, parent })),
        },
      ],
    });
  });

  it('count batches, and know who took part and what was promised since when', () => {
    const terms = termsOf(history);
    expect(terms).toMatchObject({ batches: 2, closedOn: '2026-05-12' });
    // More was promised for comments alone: that is nothing new for figures.
    expect(terms.thresholds.map(({ threshold }) => threshold)).toEqual([5, 6]);
    expect([1, 3, 4, 8].map((at) => promisedAt(terms, positionOf(at)))).toEqual([5, 5, 6, 6]);
    expect(promisedAt(terms, positionOf(0))).toBe(0);
    const took = [2, 3, 7, 8].map((at) => countedAt(terms, positionOf(at))?.groups);
    expect(took).toMatchObject([
      ...[undefined, [{ participants: 5 }], [{ participants: 5 }], [{ participants: 6 }]],
    ]);
  });

  it('are as they were at every earlier position, whatever came later', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: history.length }), (upTo) => {
        const [then, now] = [termsOf(history.slice(0, upTo)), termsOf(history)];
        expect(promisedAt(now, positionOf(upTo))).toBe(then.thresholds.at(-1)?.threshold);
        expect(countedAt(now, positionOf(upTo))).toEqual(then.counts.at(-1));
      }),
    );
  });

  it('are known of no survey that was not launched', () => {
    expect(documentsOf(surveyTerms, [batch(1), closed, raised(6)]).size).toBe(0);
  });
});

describe('where an answer counts', () => {
  const placesOf = (carried: readonly (readonly [string, string])[], names = ['unit']) =>
    placesBy(termsOf([launched()]), names)(carried);

  it('is the unit that it carries, and all above it', () => {
    expect(placesOf([['unit', 'desk']])).toEqual([['desk', 'sales', 'all']]);
    expect(placesOf([['unit', 'science']])).toEqual([['science', 'all']]);
    expect(placesOf([['unit', 'alone']])).toEqual([['alone']]);
  });

  it('is nowhere but among all, where it carries none', () => {
    expect(placesOf([])).toEqual([[]]);
    expect(placesOf([['unit', 'desk']], [])).toEqual([]);
    expect(placesOf([['unit', 'desk']], ['tenure'])).toEqual([[]]);
  });

  it('is found also where units were made to lie in each other', () => {
    const values = [
      { value: 'unit:one', parent: 'unit:other' },
      { value: 'unit:other', parent: 'unit:one' },
    ];
    const terms = termsOf([launched({ segments: [{ segment: 'unit', values }] })]);
    expect(placesBy(terms, ['unit'])([['unit', 'one']])).toEqual([['one', 'other']]);
  });
});
