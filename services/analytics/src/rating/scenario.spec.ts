import { describe, expect, it } from '@jest/globals';
import { isRejection } from '@plumbline/kernel';
import { micro, segmentedScore, type RulePack } from '@plumbline/scoring';
import { payFeed } from './pay.ts';
import { halves, rated, review } from './rated.testing.ts';
import { moversOf, scenarioScores, type ScenarioScore } from './scenario.ts';

const scoredBy = (pack: RulePack, goals: number, manager: number, days = 365) => {
  const ratings = [
    { part: 'goals', rating: goals },
    { part: 'manager', rating: rated(manager) },
  ];
  const segment = {
    days,
    ratings: Object.fromEntries(
      ratings.map((one) => [one.part, [{ rating: one.rating, fact: '' }]]),
    ),
  };
  const score = segmentedScore(pack, [segment]);
  const total = score.kind === 'scored' ? score.total : null;
  return { packHash: 'ab'.repeat(32), total, segments: [{ days, ratings }] };
};

const goalsOnly: RulePack = { ...halves, name: 'goals-only', total: 'goals' };
const all = [
  review('a', 3, { scored: scoredBy(halves, 0.5 * micro, 3) }),
  review('b', 4, { scored: scoredBy(halves, micro, 3) }),
  review('c', 4, { scored: scoredBy(halves, 0, 5, 89) }),
  review('d', 4),
];
const scoresOf = (pack: RulePack): readonly ScenarioScore[] => {
  const scores = scenarioScores(all, pack);
  if (isRejection(scores)) throw new Error(scores.code);
  return scores;
};

describe('a scenario', () => {
  it('is what another pack makes of the same ratings; of what was not scored nothing is known', () => {
    expect(scoresOf(goalsOnly)).toEqual([
      { reviewId: 'a', subject: 'subject-a', actual: rated(3), instead: rated(3) },
      { reviewId: 'b', subject: 'subject-b', actual: rated(4), instead: rated(5) },
      { reviewId: 'c', subject: 'subject-c', actual: null, instead: null },
    ]);
  });

  it('moves nobody by the pack that they were scored by', () => {
    expect(moversOf(scoresOf(halves))).toEqual([]);
  });

  it('says who would move and how far, also to a number or to none', () => {
    const anyDays = { ...goalsOnly, daysMin: 0 };
    const movers = moversOf(scoresOf(anyDays)).map(({ reviewId, instead }) => [reviewId, instead]);
    expect(movers).toEqual([
      ['b', rated(5)],
      ['c', rated(1)],
    ]);
  });

  it('is refused where ratings are on another scale than the pack has for them', () => {
    const parts = {
      ...halves.parts,
      manager: { kind: 'rated', scale: { min: 0, max: micro }, ratingsMin: 1 },
    };
    const other = { ...halves, parts } as RulePack;
    expect(scenarioScores(all, other)).toMatchObject({ code: 'scenario/off-scale' });
  });

  it('changes nothing that may be paid by', () => {
    const before = payFeed(all, true);
    scoresOf(goalsOnly);
    expect(payFeed(all, true)).toEqual(before);
    expect(before.entries.map(({ rating }) => rating)).toEqual([
      rated(3),
      rated(4),
      rated(4),
      rated(4),
    ]);
  });
});
