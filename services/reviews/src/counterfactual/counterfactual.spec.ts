import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparedWith, ratingInstead, type Instead } from './counterfactual.ts';
import { lastRating, waterfall, waterfallTotals } from './trail.ts';
import type { Trail, TrailDecision } from './trail.ts';

const rating = (value: number) => value * 1_000_000;
const calibrated = (sessionId: string, decidedBy: string, to: number): TrailDecision => {
  return { stage: 'calibrated', sessionId, decidedBy, to: rating(to) };
};
const appealed = (to: number): TrailDecision => ({ stage: 'appealed', to: rating(to) });
const final = (to: number): TrailDecision => ({ stage: 'final', to: rating(to) });
const trail = (manager: number, ...decisions: readonly TrailDecision[]): Trail => {
  return { reviewId: 'ada', manager: rating(manager), decisions };
};

const withoutSession: Instead = { without: 'session', sessionId: 's1' };
const withoutHana: Instead = { without: 'moderator', moderator: 'hana' };
const under = (score: number | null): Instead => {
  return { under: 'rule-pack', scores: { ada: score === null ? null : rating(score) } };
};

describe('the waterfall of a rating', () => {
  const changesOf = (one: Trail) => waterfall(one).map(({ change }) => change / 1_000_000);
  const ratingsOf = (one: Trail) => waterfall(one).map((step) => step.rating / 1_000_000);

  it('is manager, calibrated, appealed, final, with what each has changed', () => {
    const whole = trail(3, calibrated('s1', 'hana', 4), appealed(4.5), final(4.5));
    expect(waterfall(whole).map(({ stage }) => stage)).toEqual([
      ...['manager', 'calibrated', 'appealed', 'final'],
    ]);
    expect(ratingsOf(whole)).toEqual([3, 4, 4.5, 4.5]);
    expect(changesOf(whole)).toEqual([0, 1, 0.5, 0]);
  });

  it('leaves a rating as it was where a stage was passed over, and says so', () => {
    expect(ratingsOf(trail(3, final(3)))).toEqual([3, 3, 3, 3]);
    expect(waterfall(trail(3, final(3))).map(({ decisions }) => decisions)).toEqual([0, 0, 0, 1]);
    expect(ratingsOf(trail(3))).toEqual([3, 3, 3, 3]);
  });

  it('takes two sessions as one stage, and one that came after an appeal as well', () => {
    const twice = trail(3, calibrated('s1', 'hana', 4), calibrated('s2', 'mia', 3.5));
    expect(changesOf(twice)).toEqual([0, 0.5, 0, 0]);
    const again = trail(3, calibrated('s1', 'hana', 4), appealed(5), calibrated('s2', 'mia', 4));
    expect(changesOf(again)).toEqual([0, 0, 1, 0]);
    expect(ratingsOf(again).at(-1)).toBe(4);
  });

  it('of many reviews is a sum of sums', () => {
    const all = [trail(3, calibrated('s1', 'hana', 4), final(4)), trail(2, final(2.5))];
    expect(waterfallTotals(all)).toEqual([
      { stage: 'manager', n: 2, ratings: rating(5), changes: 0, moved: 0 },
      { stage: 'calibrated', n: 2, ratings: rating(6), changes: rating(1), moved: 1 },
      { stage: 'appealed', n: 2, ratings: rating(6), changes: 0, moved: 0 },
      { stage: 'final', n: 2, ratings: rating(6.5), changes: rating(0.5), moved: 1 },
    ]);
    expect(waterfallTotals([]).map(({ n }) => n)).toEqual([0, 0, 0, 0]);
  });
});

describe('the rating that would hold', () => {
  const instead = (one: Trail, other: Instead) => {
    const held = ratingInstead(one, other);
    return held === null ? null : held / 1_000_000;
  };

  it('without a session is what stood before it', () => {
    expect(instead(trail(3, calibrated('s1', 'hana', 4)), withoutSession)).toBe(3);
    expect(instead(trail(3, calibrated('s2', 'hana', 4)), withoutSession)).toBe(4);
    const twice = [calibrated('s1', 'hana', 4), calibrated('s1', 'mia', 5)];
    expect(instead(trail(3, ...twice), withoutSession)).toBe(3);
  });

  it('is what a later decision set, whatever came before it', () => {
    const later = trail(3, calibrated('s1', 'hana', 4), calibrated('s2', 'mia', 3.5));
    expect(instead(later, withoutSession)).toBe(3.5);
    expect(instead(trail(3, calibrated('s1', 'hana', 4), appealed(5)), withoutSession)).toBe(5);
  });

  it('without a moderator keeps what others have accepted in the same session', () => {
    const both = [calibrated('s1', 'mia', 4), calibrated('s1', 'hana', 5)];
    expect(instead(trail(3, ...both), withoutHana)).toBe(4);
    expect(instead(trail(3, ...both.toReversed()), withoutHana)).toBe(4);
  });

  it('under another rule is what that makes of it, where nobody decided otherwise', () => {
    expect(instead(trail(3, final(3)), under(3.5))).toBe(3.5);
    expect(instead(trail(3, calibrated('s1', 'hana', 4), final(4)), under(3.5))).toBe(4);
    expect(instead(trail(3, final(3)), under(null))).toBeNull();
    expect(instead({ ...trail(3), reviewId: 'bo' }, under(5))).toBe(3);
  });

  it('is finalised as it would have stood, but where the one who finalised set another one', () => {
    expect(instead(trail(3, calibrated('s1', 'hana', 4), final(4)), withoutSession)).toBe(3);
    expect(instead(trail(3, calibrated('s1', 'hana', 4), final(3.5)), withoutSession)).toBe(3.5);
  });

  it('stands beside the one that holds', () => {
    const all = [trail(3, calibrated('s1', 'hana', 4)), { ...trail(2, final(2)), reviewId: 'bo' }];
    expect(comparedWith(all, withoutSession)).toEqual([
      { reviewId: 'ada', actual: rating(4), instead: rating(3) },
      { reviewId: 'bo', actual: rating(2), instead: rating(2) },
    ]);
  });
});

describe('the laws of trails', () => {
  const anyRating = fc.integer({ min: 1_000_000, max: 5_000_000 });
  const anyDecision: fc.Arbitrary<TrailDecision> = fc.oneof(
    fc.record({
      stage: fc.constant('calibrated' as const),
      sessionId: fc.constantFrom('s1', 's2'),
      decidedBy: fc.constantFrom('hana', 'mia'),
      to: anyRating,
    }),
    fc.record({ stage: fc.constant('appealed' as const), to: anyRating }),
    fc.record({ stage: fc.constant('final' as const), to: anyRating }),
  );
  const anyTrail = fc.record({
    reviewId: fc.constant('ada'),
    manager: anyRating,
    decisions: fc.array(anyDecision, { maxLength: 8 }),
  });

  it('what all stages have changed is exactly what has changed', () => {
    fc.assert(
      fc.property(anyTrail, (one) => {
        const changes = waterfall(one).reduce((sum, { change }) => sum + change, 0);
        expect(one.manager + changes).toBe(lastRating(one));
        expect(waterfall(one).at(-1)?.rating).toBe(lastRating(one));
      }),
    );
  });

  it('without what never was, all is as it is', () => {
    fc.assert(
      fc.property(anyTrail, (one) => {
        const none: Instead[] = [
          { without: 'session', sessionId: 'none' },
          { without: 'moderator', moderator: 'nobody' },
          { under: 'rule-pack', scores: { ada: one.manager } },
        ];
        for (const instead of none) expect(ratingInstead(one, instead)).toBe(lastRating(one));
      }),
    );
  });

  it('nobody is said to have given a rating that nobody gave', () => {
    fc.assert(
      fc.property(anyTrail, (one) => {
        const given = [one.manager, ...one.decisions.map(({ to }) => to)];
        for (const instead of [withoutSession, withoutHana]) {
          expect(given).toContain(ratingInstead(one, instead));
        }
      }),
    );
  });

  it('what is left out twice is left out once', () => {
    fc.assert(
      fc.property(anyTrail, (one) => {
        const kept = one.decisions.filter((decision) => {
          return decision.stage !== 'calibrated' || decision.sessionId !== 's1';
        });
        const isPlain = one.decisions.every(({ stage }) => stage !== 'final');
        fc.pre(isPlain);
        expect(ratingInstead(one, withoutSession)).toBe(lastRating({ ...one, decisions: kept }));
      }),
    );
  });
});
