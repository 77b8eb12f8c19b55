import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { innovationFunnel, type FunnelIdea } from './innovation-funnel.ts';

const day = (number: number) => Date.parse('2026-01-01') + number * 86_400_000;
const idea = (ideaId: string, over: Partial<FunnelIdea> = {}): FunnelIdea => ({
  ...{ ideaId, submittedAt: day(0), settled: null, experiment: null, reusedBy: [] },
  ...over,
});
const adopted = (at: number) => ({ settled: { outcome: 'adopted' as const, at: day(at) } });
const started = (at: number) => ({ experiment: { startedAt: day(at), concluded: null } });
const tried = (outcome: 'supported' | 'refuted' | 'inconclusive', from: number, until: number) => ({
  experiment: { startedAt: day(from), concluded: { outcome, at: day(until) } },
});
const funnelOf = (...ideas: readonly FunnelIdea[]) => {
  return innovationFunnel({ ideas, signals: [], amendments: [] });
};

describe('the funnel of ideas', () => {
  it('goes from ideas to those that were tried, and to those that were adopted', () => {
    const funnel = funnelOf(
      idea('a', { ...tried('supported', 10, 30), ...adopted(40) }),
      idea('b', tried('refuted', 10, 20)),
      idea('c', started(5)),
      idea('d', adopted(2)),
      idea('e', { settled: { outcome: 'declined', at: day(1) } }),
    );
    expect(funnel.tried).toMatchObject({ value: 3 / 5, n: 5, successes: 3 });
    expect(funnel.adopted).toMatchObject({ value: 2 / 5, n: 5 });
    expect(funnel.adoptedOfTried).toMatchObject({ value: 1 / 3, n: 3 });
    expect(funnel.settled).toEqual({ declined: 1, adopted: 2, withdrawn: 0, open: 2 });
    expect(funnel.running).toBe(1);
  });

  it('has an interval that says how little few ideas tell', () => {
    const ideas = Array.from({ length: 29 }, (_, index) => idea(`idea-${index}`));
    const [first = idea('x'), ...others] = ideas;
    const { tried: share } = funnelOf({ ...first, ...started(1) }, ...others);
    expect(share.low).toBeCloseTo(0.0061, 4);
    expect(share.high).toBeCloseTo(0.1718, 4);
    expect(funnelOf().tried).toMatchObject({ value: null, low: null, high: null, n: 0 });
  });

  it('counts conclusions of what was concluded, a failed experiment as any other', () => {
    const funnel = funnelOf(
      idea('a', tried('supported', 0, 10)),
      idea('b', tried('refuted', 0, 20)),
      idea('c', tried('refuted', 0, 30)),
      idea('d', started(0)),
    );
    expect(funnel.conclusions.map((one) => [one.outcome, one.share.value, one.share.n])).toEqual([
      ['supported', 1 / 3, 3],
      ['refuted', 2 / 3, 3],
      ['inconclusive', 0, 3],
    ]);
    expect(funnel.experimentDays).toMatchObject({
      median: { value: 20, n: 3 },
      p90: { value: 28 },
    });
  });

  it('tells how long it takes until an idea is adopted', () => {
    const funnel = funnelOf(idea('a', adopted(10)), idea('b', adopted(20)), idea('c'));
    expect(funnel.adoptionDays.median).toEqual({
      ...{ value: 15, n: 2, definition: 'idea-adoption-p50@1', low: null, high: null },
    });
    expect(funnelOf(idea('c')).adoptionDays.p90).toMatchObject({ value: null, n: 0 });
  });

  it('counts a lesson as reused once, and each that reused it', () => {
    const { lessons } = funnelOf(
      idea('a', { ...tried('refuted', 0, 1), reusedBy: ['goal', 'idea', 'goal'] }),
      idea('b', tried('refuted', 0, 1)),
      idea('c', started(0)),
    );
    expect(lessons).toMatchObject({ reused: { value: 1 / 2, n: 2 }, uses: 2 });
  });

  it('counts pivots by what they answer, of all amendments, each act once', () => {
    const signals = [
      { signalId: 'price', kind: 'market' as const },
      { signalId: 'law', kind: 'regulation' as const },
    ];
    const amended = (act: string, signalId: string | null) => ({ goalId: 'g', act, signalId });
    const amendments = [
      ...[amended('1', 'price'), amended('1', 'price'), amended('2', 'law')],
      ...[amended('3', null), amended('4', 'unheard-of')],
    ];
    const { pivots } = innovationFunnel({ ideas: [], signals, amendments });
    expect(pivots.map((one) => [one.kind, one.rate.value, one.rate.n])).toEqual([
      ['market', 1 / 4, 4],
      ['customer', 0, 4],
      ['regulation', 1 / 4, 4],
      ['technology', 0, 4],
      ['internal', 0, 4],
    ]);
  });

  it('does not depend on the order, nor on what is given twice, and never widens', () => {
    const anyIdea = fc
      .record({
        settled: fc.constantFrom(null, 'declined' as const, 'adopted' as const),
        experiment: fc.constantFrom(
          {},
          started(3),
          tried('supported', 3, 9),
          tried('refuted', 1, 2),
        ),
        at: fc.integer({ min: 10, max: 90 }),
      })
      .map(({ settled, experiment, at }) => {
        const outcome = settled === null ? null : { outcome: settled, at: day(at) };
        return idea('', { ...experiment, settled: outcome });
      });
    fc.assert(
      fc.property(fc.array(anyIdea, { maxLength: 20 }), (ideas) => {
        const named = ideas.map((one, index) => ({ ...one, ideaId: `idea-${index}` }));
        const funnel = funnelOf(...named);
        expect(funnelOf(...[...named, ...named].toReversed())).toEqual(funnel);
        expect(funnel.tried.successes).toBeLessThanOrEqual(funnel.ideas);
        expect(funnel.adoptedOfTried.successes).toBeLessThanOrEqual(funnel.tried.successes);
        const told = Object.values(funnel.settled).reduce((sum, one) => sum + one, 0);
        expect(told).toBe(funnel.ideas);
        const concluded = funnel.conclusions.reduce((sum, one) => sum + one.share.successes, 0);
        expect(concluded + funnel.running).toBe(funnel.tried.successes);
      }),
    );
  });
});
