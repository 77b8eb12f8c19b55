import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import type { RulePack } from '@plumbline/scoring';
import {
  goalStream,
  invited,
  lapsed,
  managerSubmitted,
  mia,
  million,
  opened,
  peerSubmitted,
  reassigned,
  scale,
  sealed,
  secondSubmitted,
  selfSubmitted,
  whole,
} from './review.histories.ts';
import { scoreReview, type Rules } from './review.score.ts';
import { evolveReview, initialReview, type LiveReview } from './review.state.ts';
import type { ReviewFact } from './review.ts';

const pack: RulePack = {
  ...{ name: 'yearly', version: 1, total: 'all', daysMin: 90, rules: [] },
  parts: {
    all: {
      kind: 'weighed',
      of: [
        { part: 'goals', weight: 50 },
        { part: 'manager', weight: 30 },
        { part: 'peers', weight: 20 },
      ],
    },
    goals: { kind: 'rated', scale: { min: 0, max: million }, ratingsMin: 1 },
    manager: { kind: 'rated', scale, ratingsMin: 1 },
    peers: { kind: 'rated', scale, ratingsMin: 3 },
  },
  result: { scale, decimals: 2 },
};
const rules: Rules = {
  ...{ pack, packHash: 'b'.repeat(64), measured: {}, factOf: (act) => `fact of ${act}` },
  feeding: [
    { role: 'manager', item: 'results', part: 'manager' },
    { role: 'peer', item: 'results', part: 'peers' },
  ],
};
const goals = { goals: [{ rating: 800_000, fact: goalStream }] };

const stateOf = (...facts: readonly ReviewFact[]): LiveReview => {
  const review = fold({ evolve: evolveReview }, initialReview, facts);
  if (review.stage === 'none') throw new Error('It was opened.');
  return review;
};
const peer = (reviewer: string, rating: number) => [
  { ...invited, act: `invite-${reviewer}`, reviewer },
  { ...peerSubmitted, act: `by-${reviewer}`, by: reviewer, ratings: [{ item: 'results', rating }] },
];
const pointsOf = ({ leaves }: ReturnType<typeof scoreReview>) =>
  leaves.reduce((sum, { points }) => sum + points, 0);

describe('the score of a review', () => {
  it('is of sections and measured figures by the pack, down to the facts', () => {
    const scored = scoreReview(stateOf(opened, managerSubmitted), { ...rules, measured: goals });
    // (50 · 0.8 + 30 · 0.75) / 80 of the way from 1 to 5.
    expect(scored).toMatchObject({ total: 4_130_000, days: 351, basis: 1, scale });
    expect(pointsOf(scored)).toBe(scored.total);
    const facts = scored.leaves.flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []));
    expect(facts.toSorted()).toEqual(['fact of act-manager', goalStream]);
    expect(scored.parts).toContainEqual({ part: 'peers', share: null, weight: null });
    expect(scored.segments).toEqual([
      {
        days: 351,
        ratings: [
          { part: 'goals', rating: 800_000 },
          { part: 'manager', rating: 4 * million },
        ],
      },
    ]);
  });

  it('F3: a part that is missing is never 0: two peers of three count for nothing', () => {
    const two = [...peer('cy', scale.min), ...peer('bo', scale.min)];
    const without = scoreReview(stateOf(opened, managerSubmitted), rules);
    expect(scoreReview(stateOf(opened, ...two, managerSubmitted), rules).total).toBe(without.total);
    const three = [...two, ...peer('di', scale.min)];
    const scored = scoreReview(stateOf(opened, ...three, managerSubmitted), rules);
    // (30 · 0.75 + 20 · 0) / 50.
    expect(scored.total).toBe(2_800_000);
  });

  it('counts nothing of unnamed ones where they are too few, or not all in', () => {
    const lenient = { ...pack.parts, peers: { kind: 'rated' as const, scale, ratingsMin: 1 } };
    const any = { ...rules, pack: { ...pack, parts: lenient } };
    const without = scoreReview(stateOf(opened, managerSubmitted), any).total;
    const two = [...peer('cy', scale.min), ...peer('bo', scale.min)];
    expect(scoreReview(stateOf(opened, ...two, managerSubmitted), any).total).toBe(without);
    const three = [...two, ...peer('di', scale.min)];
    const open = { ...invited, act: 'invite-ed', reviewer: 'ed' };
    expect(scoreReview(stateOf(opened, open, ...three, managerSubmitted), any).total).toBe(without);
    const over = { ...lapsed, reviewer: 'ed' };
    const all = scoreReview(stateOf(opened, open, ...three, managerSubmitted, over), any);
    expect(all.total).toBe(2_800_000);
    const byName = { ...opened, peers: { mode: 'named' as const, min: 3 } };
    const one = scoreReview(stateOf(byName, ...peer('cy', scale.min), managerSubmitted), any);
    expect(one.total).toBe(2_800_000);
  });

  it('is the same whoever came first', () => {
    const [cy, bo, di] = [peer('cy', scale.min), peer('bo', scale.max), peer('di', 3 * million)];
    const some = [...cy, ...bo, ...di, managerSubmitted];
    const other = [managerSubmitted, ...di, ...cy, ...bo];
    const inputs = (facts: readonly ReviewFact[]) => scoreReview(stateOf(opened, ...facts), rules);
    expect(inputs(some)).toEqual(inputs(other));
  });

  it('F4: a handover weights both managers by their days', () => {
    const history = [opened, managerSubmitted, sealed, reassigned, secondSubmitted];
    const scored = scoreReview(stateOf(...history), rules);
    // 260 days at 4 and 91 at 3: 3.74074…
    expect(scored).toMatchObject({ total: 3_740_000, days: 351 });
    expect(pointsOf(scored)).toBe(scored.total);
    expect(scored.segments.map(({ days }) => days)).toEqual([260, 91]);
    const facts = scored.leaves.flatMap((leaf) => ('fact' in leaf ? [leaf.fact] : []));
    expect(facts).toEqual(['fact of act-manager', 'fact of act-second']);
  });

  it('leaves out a part of the period that its manager said nothing of, with its days', () => {
    const silent = { ...sealed, was: 'nothing', source: 'act-reassign', ratings: [] } as const;
    const history = [opened, silent, reassigned, secondSubmitted];
    const scored = scoreReview(stateOf(...history), { ...rules, measured: goals });
    // Of Mo's days alone: (50 · 0.8 + 30 · 0.5) / 80; of Mia's days nothing is said.
    expect(scored).toMatchObject({ total: 3_750_000, days: 91 });
    expect(scored.segments[0]).toEqual({ days: 260, ratings: [] });
  });

  it('counts what others gave for all of the period where no manager is asked to rate', () => {
    const feeding = [{ role: 'self', item: 'results', part: 'manager' } as const];
    const scored = scoreReview(stateOf(opened, selfSubmitted), { ...rules, feeding });
    expect(scored.total).toBe(4 * million);
  });

  it('is none of too few days, or of nothing, and says why', () => {
    const short = { ...opened, accountable: [{ ...whole, manager: mia, days: 89 }] };
    expect(scoreReview(stateOf(short, managerSubmitted), rules)).toMatchObject({
      ...{ total: null, cause: 'too-few-days', days: 89, leaves: [] },
    });
    const enough = { ...opened, accountable: [{ ...whole, manager: mia, days: 90 }] };
    expect(scoreReview(stateOf(enough, managerSubmitted), rules).total).toBe(4 * million);
    expect(scoreReview(stateOf(opened), rules)).toMatchObject({
      total: null,
      cause: 'nothing-rated',
    });
  });
});
