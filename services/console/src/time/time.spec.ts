import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { factsUpTo, momentAfter, momentAt, momentBefore, momentsOf } from './moments.ts';
import { scaleOf, sliderStepsMax, snapped } from './scale.ts';

const item = (factId: string, recordedAt: string, effectiveAt = recordedAt) => {
  return { factId, type: 'GoalDrafted', recordedAt, effectiveAt };
};

const items = [
  item('drafted', '2026-01-01T00:00:00Z'),
  item('amended-1', '2026-02-01T00:00:00Z'),
  item('amended-2', '2026-02-01T00:00:00Z'),
  item('late', '2026-03-01T00:00:00Z', '2026-01-15T00:00:00Z'),
];

describe('moments', () => {
  test('put facts of one instant together', () => {
    const facts = momentsOf(items, 'recorded').map(({ factIds }) => factIds);
    expect(facts).toEqual([['drafted'], ['amended-1', 'amended-2'], ['late']]);
  });

  test('of the effective time have a late entry where it belongs', () => {
    const facts = momentsOf(items, 'effective').map(({ factIds }) => factIds[0]);
    expect(facts).toEqual(['drafted', 'late', 'amended-1']);
  });

  test('hold from their own instant until the next', () => {
    const moments = momentsOf(items, 'recorded');
    const at = Date.parse('2026-02-01T00:00:00Z');
    expect(momentAt(moments, at)?.factIds[0]).toBe('amended-1');
    expect(momentAt(moments, at - 1)?.factIds[0]).toBe('drafted');
    expect(momentAt(moments, 0)).toBeUndefined();
    expect(momentBefore(moments, at)?.factIds[0]).toBe('drafted');
    expect(momentAfter(moments, at)?.factIds[0]).toBe('late');
    expect([...factsUpTo(moments, at)]).toEqual(['drafted', 'amended-1', 'amended-2']);
  });
});

describe('the scale of the slider', () => {
  const moments = momentsOf(items, 'recorded');
  const now = Date.parse('2026-04-01T00:00:00Z');

  test('goes from the first fact to now', () => {
    for (const kind of ['time', 'even'] as const) {
      const scale = scaleOf(kind, moments, now);
      expect(scale.stepOf(moments[0]?.at ?? 0)).toBe(0);
      expect(scale.stepOf(now)).toBe(sliderStepsMax);
      expect(scale.instantOf(0)).toBe(moments[0]?.at);
      expect(scale.instantOf(sliderStepsMax)).toBe(now);
    }
  });

  test('is as far between any two changes when it is even', () => {
    const scale = scaleOf('even', moments, now);
    const steps = moments.map(({ at }) => Math.round(scale.stepOf(at)));
    expect(steps).toEqual([0, 333, 667]);
  });

  test('has no room when all is one instant, and does not divide by it', () => {
    const scale = scaleOf('time', moments.slice(0, 1), moments[0]?.at ?? 0);
    expect([scale.stepOf(5), scale.instantOf(3)]).toEqual([sliderStepsMax, moments[0]?.at]);
    expect(scaleOf('even', [], 7).instantOf(500)).toBe(7);
  });

  test('maps there and back, and keeps the order, whatever the history', () => {
    const instants = fc.uniqueArray(fc.integer({ min: 0, max: 1e12 }), { minLength: 1 });
    fc.assert(
      fc.property(instants, fc.constantFrom('time' as const, 'even' as const), (at, kind) => {
        const facts = at.map((ms) => item(String(ms), new Date(ms).toISOString()));
        const some = momentsOf(facts, 'recorded');
        const scale = scaleOf(kind, some, 1e12 + 1);
        const steps = some.map((one) => scale.stepOf(one.at));
        expect(steps).toEqual(steps.toSorted((one, other) => one - other));
        for (const { at: ms } of some) {
          expect(Math.abs(scale.instantOf(scale.stepOf(ms)) - ms)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('takes a drag that ends beside a change to the change, and no other', () => {
    const scale = scaleOf('even', moments, now);
    expect(snapped(scale, moments, 336)).toBe(moments[1]?.at);
    expect(snapped(scale, moments, 340)).toBe(scale.instantOf(340));
  });
});
