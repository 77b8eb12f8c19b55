import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { performanceOf, performanceParts, provenanceMax, weightsDefault } from './performance.ts';

const none = { ids: [], unknown: 0, shares: [] };
const nothing = {
  goals: { ...none, from: 'goals.GoalClosed.v1' },
  feedback: { ...none, from: 'feedback.FeedbackGiven.v1' },
  reviews: { ...none, from: 'reviews.ReviewFinalised.v1' },
  customers: { ...none, from: 'feedback.CustomerResponseRecorded.v1' },
};

describe('performance', () => {
  it('is the weighed mean of what is there; each part has weight, n and provenance', () => {
    const { index, parts } = performanceOf({
      ...nothing,
      goals: { ...nothing.goals, ids: ['g2', 'g1'], unknown: 1, shares: [0.5, 1] },
      reviews: { ...nothing.reviews, ids: ['r1'], shares: [0.75] },
    });
    expect(index).toEqual({ value: 0.75, n: 2, definition: 'performance-index@1' });
    expect(parts).toMatchObject([
      {
        ...{ part: 'goals', weight: 50, effectiveWeight: 50 / 80 },
        share: { value: 0.75, n: 2, definition: 'goal-attainment@1' },
        provenance: { from: 'goals.GoalClosed.v1', ids: ['g1', 'g2'], more: 0, unknown: 1 },
      },
      { part: 'feedback', share: { value: null, n: 0 }, effectiveWeight: null },
      { part: 'reviews', share: { value: 0.75, n: 1, low: null }, effectiveWeight: 30 / 80 },
      { part: 'customers', share: { value: null, n: 0 }, effectiveWeight: null },
    ]);
  });

  it('is unknown where nothing is there, or nothing that is weighs', () => {
    expect(performanceOf(nothing).index).toMatchObject({ value: null, n: 0 });
    const feedback = { ...none, from: 'feedback.FeedbackGiven.v1', successes: 3, n: 4 };
    const { index, parts } = performanceOf({ ...nothing, feedback });
    expect(index.value).toBeNull();
    expect(parts[1]).toMatchObject({ share: { value: 0.75, n: 4 }, effectiveWeight: null });
  });

  it('names where it comes from, up to a limit', () => {
    const ids = Array.from({ length: provenanceMax + 3 }, (_, at) => `g${at}`);
    const shares = ids.map(() => 1);
    const { parts } = performanceOf({ ...nothing, goals: { ...nothing.goals, ids, shares } });
    expect(parts[0]?.provenance.ids).toHaveLength(provenanceMax);
    expect(parts[0]?.provenance.more).toBe(3);
  });

  it('lies within its parts, and a missing one never pulls it down', () => {
    const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.tuple(shares, shares, shares, shares), (drawn) => {
        const inputs = { ...nothing };
        for (const [at, part] of performanceParts.entries()) {
          inputs[part] = { ...nothing[part], shares: drawn[at] ?? [] } as never;
        }
        const { index, parts } = performanceOf(inputs);
        const values = parts
          .filter(({ part, share }) => share.value !== null && weightsDefault[part] > 0)
          .map(({ share }) => share.value ?? 0);
        if (index.value === null) return expect(values).toEqual([]);
        expect(index.value).toBeGreaterThanOrEqual(Math.min(...values) - 1e-12);
        expect(index.value).toBeLessThanOrEqual(Math.max(...values) + 1e-12);
        const weights = parts.map(({ effectiveWeight }) => effectiveWeight ?? 0);
        return expect(weights.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});
