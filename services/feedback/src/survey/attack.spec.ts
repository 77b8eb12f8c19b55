import { describe, expect, it } from '@jest/globals';
import { answerKey, compare, type WaitingAnswer } from './answer.ts';
import { attack, guesses, type Attack } from './attack.guesses.testing.ts';
import { asRuled, play, type Practice } from './attack.testing.ts';
import { drawBatch, drawBatches, type Batches, type WaitingAnswers } from './staging.ts';

/** How far the upper bound of a rate may lie above the bar, for the size of the sample. */
const slack = 0.02;
const surveysOfProof = 4_000;
const surveysOfLeak = 500;

const names = Object.keys(guesses);
/** The ways of guessing that are surely right more often than they may be. */
const above = ({ rates, bar }: Attack) => names.filter((name) => (rates[name]?.low ?? 1) > bar);
/** Those of which it is not sure that they are not. */
const unsure = ({ rates, bar }: Attack) =>
  names.filter((name) => (rates[name]?.high ?? 1) > bar + slack);

describe('an attacker with all that is stored of a survey', () => {
  it('guesses no better than one in as many as waited together', () => {
    const found = attack(surveysOfProof, asRuled);
    expect(found.trials).toBeGreaterThan(3_000);
    expect([above(found), unsure(found), found.refusals]).toEqual([[], [], []]);
    expect(found.kept).toBeGreaterThanOrEqual(1);
    // The bar is reached: it is not set so high that nothing could be above it.
    expect(found.rates['nearestInTime']?.high).toBeGreaterThan(found.bar - slack);
  });

  it('guesses no better where answers carry units, of which some are small', () => {
    const found = attack(surveysOfProof, { ...asRuled, segments: ['unit'] });
    expect(found.trials).toBeGreaterThan(3_000);
    expect([above(found), unsure(found), found.refusals]).toEqual([[], [], []]);
    expect(found.kept).toBeGreaterThanOrEqual(1);
  });

  it('finds nothing at all of a survey with too few answers', () => {
    const played = Array.from({ length: 200 }, (_, seed) => play(seed, asRuled));
    const small = played.filter(({ stored, k }) => stored.participation.length < k);
    expect(small.length).toBeGreaterThan(10);
    expect(small.flatMap(({ stored }) => stored.releases)).toEqual([]);
  });
});

type Take = (
  waiting: readonly WaitingAnswer[],
  drawing: WaitingAnswers,
) => readonly WaitingAnswer[];

/** What is taken is told as it is: nothing is sorted any more, and nothing is left out. */
const asItCame = (batch: readonly WaitingAnswer[]) => ({ answers: batch, comments: [] });

/** Some are taken when twice as many wait as are promised; all of them at the close. */
function leaking(take: Take): Practice['draw'] {
  return (drawing): Batches => {
    const { waiting, k, isClosing } = drawing;
    const isEnough = waiting.length >= (isClosing ? k : 2 * k);
    const batch = isEnough ? take(waiting, drawing) : [];
    const rest = isClosing ? [] : waiting.filter((one) => !batch.includes(one));
    return { batches: batch.length === 0 ? [] : [asItCame(batch)], rest, discarded: 0 };
  };
}

/** A choice at random, as the rules have it, but in the order in which they came. */
const chosen: Take = (waiting, { k, isClosing, random }) => {
  const drawing = { waiting, k, isClosing, random };
  return drawBatch(drawing).batch;
};

/** The same in canonical order. */
const sorted: Take = (waiting, drawing) =>
  chosen(waiting, drawing).toSorted((one, other) => compare(answerKey(one), answerKey(other)));

/** Canonical order, but whoever came first goes first. */
const firstInFirstOut: Practice['draw'] = (drawing) => {
  const { waiting, k, isClosing } = drawing;
  if (isClosing || waiting.length < 2 * k) return drawBatches(drawing);
  const goes = waiting.slice(0, k);
  const { batches } = drawBatches({ ...drawing, waiting: goes, isClosing: true });
  return { batches, rest: waiting.slice(k), discarded: 0 };
};

/** Each answer is released when it comes. */
const oneByOne: Practice['draw'] = ({ waiting }) => {
  const batches = waiting.map((one) => asItCame([one]));
  return { batches, rest: [], discarded: 0 };
};

describe('a leak that is planted', () => {
  const planted: readonly (readonly [string, Partial<Practice>, string, readonly string[]])[] = [
    ['an id of the participation is kept', { draw: leaking(sorted) }, 'sharedId', []],
    ['the order is kept', { draw: leaking(chosen) }, 'orderInBatch', ['answers/not-sorted']],
    ['who came first goes first', { draw: firstInFirstOut }, 'firstBatchFirst', []],
    ['a batch has one answer', { draw: oneByOne }, 'nearestInTime', ['answers/batch-too-small']],
    [
      'units are told of few',
      { draw: leaking(sorted), segments: ['unit'] },
      'ofSmallestUnit',
      ['answers/group-too-small'],
    ],
  ];

  it.each(planted)('is found: %s', (_, leak, name, refused) => {
    const found = attack(surveysOfLeak, { ...asRuled, ...leak, isLeaky: true });
    expect(above(found)).toContain(name);
    // Where a single batch shows it, the decision refuses it too; a draw it cannot see.
    expect(found.refusals).toEqual(expect.arrayContaining([...refused]));
  });

  it('of an id is in no fact that is decided', () => {
    const found = attack(200, { ...asRuled, draw: leaking(sorted) });
    expect(above(found)).not.toContain('sharedId');
  });
});
