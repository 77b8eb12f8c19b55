import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection } from '@plumbline/kernel';
import { answerKey, labelOf, type WaitingAnswer } from './answer.ts';
import { answersDecider, batchAnswersMax } from './answers.decide.ts';
import { open, over } from './answers.histories.ts';
import { drawn } from './attack.testing.ts';
import { initialAnswers, type Answers } from './answers.ts';
import { surveyId } from './survey.histories.ts';
import { thresholdFloor, thresholdMax } from './survey.rules.ts';
import { batchesAtOnceMax, drawBatch, drawBatches, type UniformInteger } from './staging.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const never: UniformInteger = () => {
  throw new Error('nothing is to be drawn');
};

describe('drawing a batch', () => {
  it('waits for twice as many as are promised', () => {
    const waiting = numbers(9);
    const draw = drawBatch({ waiting, k: 5, isClosing: false, random: never });
    expect(draw).toEqual({ batch: [], rest: waiting, discarded: 0 });
    const full = drawBatch({ waiting: numbers(10), k: 5, isClosing: false, random: drawn(1) });
    expect([full.batch.length, full.rest.length, full.discarded]).toEqual([5, 5, 0]);
  });

  it('takes all that wait at the close, and draws nothing', () => {
    const waiting = numbers(17);
    const draw = drawBatch({ waiting, k: 5, isClosing: true, random: never });
    expect(draw).toEqual({ batch: waiting, rest: [], discarded: 0 });
    expect(drawBatch({ waiting: numbers(5), k: 5, isClosing: true, random: never }).batch).toEqual(
      numbers(5),
    );
  });

  it('says nothing of too few, and tells how many they were', () => {
    const draw = drawBatch({ waiting: numbers(4), k: 5, isClosing: true, random: never });
    expect(draw).toEqual({ batch: [], rest: [], discarded: 4 });
    const none = drawBatch({ waiting: [], k: 5, isClosing: true, random: never });
    expect(none).toEqual({ batch: [], rest: [], discarded: 0 });
  });

  // Every way in which the numbers can fall, each as likely as any other: no sample, but a proof.
  it.each([
    [4, 2, 6],
    [5, 2, 10],
    [6, 3, 20],
    [7, 3, 35],
  ])('of %d that wait takes any %d, and all %d choices are alike', (all, k, choices) => {
    const counts = new Map<string, number>();
    const ways = everyWay(numbers(k).map((index) => all - index));
    for (const way of ways) {
      const left = [...way];
      const { batch } = drawBatch({
        waiting: numbers(all),
        k,
        isClosing: false,
        random: () => left.shift() ?? 0,
      });
      const choice = batch.toSorted((one, other) => one - other).join();
      counts.set(choice, (counts.get(choice) ?? 0) + 1);
    }
    expect(counts.size).toBe(choices);
    expect(new Set(counts.values())).toEqual(new Set([ways.length / choices]));
  });

  it('asks for numbers below what is left, and for no more than it needs', () => {
    const asked: number[] = [];
    const random: UniformInteger = (below) => {
      asked.push(below);
      return below - 1;
    };
    drawBatch({ waiting: numbers(7), k: 3, isClosing: false, random });
    expect(asked).toEqual([7, 6, 5]);
  });
});

/** Every list of numbers below these. */
function everyWay(below: readonly number[]): readonly (readonly number[])[] {
  const [first, ...rest] = below;
  if (first === undefined) return [[]];
  return numbers(first).flatMap((one) => everyWay(rest).map((way) => [one, ...way]));
}

describe('the laws of a place where answers wait, over any arrivals', () => {
  const anyStay = fc.record({
    arrivals: fc.array(fc.integer({ min: 0, max: 25 }), { maxLength: 8 }),
    k: fc.integer({ min: thresholdFloor, max: 9 }),
    seed: fc.integer(),
  });
  interface Stay {
    readonly arrivals: readonly number[];
    readonly k: number;
    readonly seed: number;
  }
  /** Answers come in waves, with a draw as often as one succeeds; then it is closed. */
  function stay({ arrivals, k, seed }: Stay) {
    const random = drawn(seed);
    const batches: (readonly number[])[] = [];
    let waiting: readonly number[] = [];
    let total = 0;
    for (const count of arrivals) {
      waiting = [...waiting, ...numbers(count).map((index) => total + index)];
      total += count;
      let draw = drawBatch({ waiting, k, isClosing: false, random });
      while (draw.batch.length > 0) {
        batches.push(draw.batch);
        draw = drawBatch({ waiting: draw.rest, k, isClosing: false, random });
      }
      waiting = draw.rest;
    }
    const last = drawBatch({ waiting, k, isClosing: true, random });
    if (last.batch.length > 0) batches.push(last.batch);
    return { batches, total, discarded: last.discarded };
  }

  it('each batch has k at least', () => {
    fc.assert(
      fc.property(anyStay, (one) => {
        for (const batch of stay(one).batches) expect(batch.length).toBeGreaterThanOrEqual(one.k);
      }),
    );
  });

  it('all are released, once, when they are k at least; nothing is, when they are fewer', () => {
    fc.assert(
      fc.property(anyStay, (one) => {
        const { batches, total, discarded } = stay(one);
        const released = batches.flat().sort((a, b) => a - b);
        expect(released).toEqual(total >= one.k ? numbers(total) : []);
        expect(discarded).toBe(total >= one.k ? 0 : total);
      }),
    );
  });
});

const units = ['desk', 'lab', 'shop'];
const waitingAnswer = (unit: string, tenure: string, pride: number): WaitingAnswer => ({
  segments: { unit, tenure },
  ratings: { pride },
  choices: {},
  comments: pride < 3 ? { why: `So it is, ${pride}.` } : {},
});
const fromDesk = (count: number) =>
  numbers(count).map((i) => waitingAnswer('desk', 'new', 1 + (i % 5)));
const segments = ['unit', 'tenure'].map((id) => ({ id, values: [] }));

describe('drawing batches of answers', () => {
  it('lets the answers of a group wait for each other', () => {
    const waiting = [...fromDesk(23), ...fromDesk(9).map((one) => ({ ...one, segments: {} }))];
    const { batches, rest, discarded } = drawBatches({
      ...{ waiting, segments, k: 5, isClosing: false, random: drawn(7) },
    });
    expect(batches.map(({ answers }) => answers.length)).toEqual([5, 5, 5]);
    for (const { segments } of batches.flatMap(({ answers }) => answers)) {
      expect(segments).toEqual({ tenure: 'new', unit: 'desk' });
    }
    expect([rest.length, discarded]).toEqual([8 + 9, 0]);
  });

  it('draws many at once, and more by asking again', () => {
    const early = { segments, k: 3, isClosing: false, random: drawn(5) };
    const count = 3 * (batchesAtOnceMax + 1);
    const all = drawBatches({ ...early, waiting: fromDesk(count) });
    expect([all.batches.length, all.rest.length]).toEqual([batchesAtOnceMax, 3]);
    const some = drawBatches({ ...early, waiting: fromDesk(count + 3) });
    expect([some.batches.length, some.rest.length]).toEqual([batchesAtOnceMax, 6]);
    const more = drawBatches({ ...early, waiting: some.rest });
    expect([more.batches.length, more.rest.length]).toEqual([1, 3]);
  });

  it('makes one batch of all at the close, of groups that are rolled up', () => {
    const waiting = [
      ...fromDesk(6),
      waitingAnswer('lab', 'new', 3),
      waitingAnswer('shop', 'old', 1),
    ];
    const closing = { waiting, segments, k: 3, isClosing: true, random: never };
    const { batches, rest } = drawBatches(closing);
    expect(batches).toHaveLength(1);
    expect(batches[0]?.answers.map((one) => labelOf(one.segments))).toEqual(
      numbers(8).map(() => '[]'),
    );
    expect(rest).toEqual([]);
    expect(drawBatches({ ...closing, k: 9 })).toEqual({ batches: [], rest: [], discarded: 8 });
  });

  it('cuts what one batch does not hold, at random', () => {
    const count = batchAnswersMax + 1;
    const closing = { segments, k: thresholdMax, isClosing: true };
    const one = drawBatches({ ...closing, waiting: fromDesk(batchAnswersMax), random: never });
    expect(one.batches.map(({ answers }) => answers.length)).toEqual([batchAnswersMax]);
    const waiting = fromDesk(count);
    const two = drawBatches({ ...closing, waiting, random: drawn(3) });
    expect(two.batches.map(({ answers }) => answers.length)).toEqual([
      Math.floor(count / 2),
      Math.ceil(count / 2),
    ]);
    const other = drawBatches({ ...closing, waiting, random: drawn(4) });
    expect(other.batches).not.toEqual(two.batches);
  });

  const anyWaiting = fc.array(
    fc.record({
      unit: fc.constantFrom(...units),
      tenure: fc.constantFrom('new', 'old'),
      pride: fc.integer({ min: 1, max: 5 }),
    }),
    { maxLength: 150 },
  );

  it('gives what a decision accepts, in whatever state the survey is, and loses nothing', () => {
    const anyK = fc.constantFrom(thresholdFloor, 5, thresholdMax);
    fc.assert(
      fc.property(anyWaiting, anyK, fc.integer(), (all, k, seed) => {
        const answers = all.map(({ unit, tenure, pride }) => waitingAnswer(unit, tenure, pride));
        const random = drawn(seed);
        const early = { waiting: answers, segments, k, isClosing: false, random };
        const first = drawBatches(early);
        const last = drawBatches({ ...early, waiting: first.rest, isClosing: true });
        let state = releaseAll(initialAnswers, first.batches, k, false);
        state = releaseAll(state, last.batches, k, true);
        expect(state.n + last.discarded).toBe(answers.length);
        expect(last.discarded).toBe(answers.length >= k ? 0 : answers.length);
        const told = [...first.batches, ...last.batches];
        const ratings = (list: readonly { ratings: object }[]) =>
          list.map((one) => JSON.stringify(one.ratings)).sort();
        if (last.discarded > 0) return;
        expect(ratings(told.flatMap((one) => one.answers))).toEqual(ratings(answers));
        const texts = told.flatMap(({ comments }) => comments.map(({ text }) => text));
        expect(texts.sort()).toEqual(answers.flatMap((one) => Object.values(one.comments)).sort());
      }),
    );
  });

  it('tells nothing of the order in which they came', () => {
    fc.assert(
      fc.property(anyWaiting, (all) => {
        const answers = all.map(({ unit, tenure, pride }) => waitingAnswer(unit, tenure, pride));
        const closing = { segments, k: 3, isClosing: true, random: drawn(1) };
        fc.pre(answers.length <= batchAnswersMax);
        const { batches } = drawBatches({ ...closing, waiting: answers });
        const turned = drawBatches({ ...closing, waiting: answers.toReversed() });
        expect(JSON.stringify(turned.batches)).toBe(JSON.stringify(batches));
      }),
    );
  });

  it('keeps no comment beside the answer that it came with', () => {
    const { batches } = drawBatches({
      ...{ waiting: fromDesk(10), segments, k: 5, isClosing: true, random: never },
    });
    const [batch] = batches;
    expect(batch?.comments).toHaveLength(4);
    for (const one of batch?.answers ?? []) {
      expect(Object.keys(one).sort()).toEqual(['choices', 'ratings', 'segments']);
      expect(answerKey(one)).not.toContain('So it is');
    }
  });
});

function releaseAll(
  before: Answers,
  batches: ReturnType<typeof drawBatches>['batches'],
  k: number,
  isClosing: boolean,
): Answers {
  let state = before;
  for (const [index, content] of batches.entries()) {
    const decision = answersDecider.decide(
      {
        ...{ type: 'ReleaseAnswers', surveyId, batch: (state.latest?.batch ?? 0) + 1 },
        ...{ on: '2026-05-16', last: isClosing && index === batches.length - 1 },
        ...content,
        survey: { ...(isClosing ? over : open), threshold: k },
      },
      state,
    );
    if (isRejection(decision)) throw new Error(`${decision.code} ${decision.field}`);
    state = fold(answersDecider, state, decision);
  }
  return state;
}
