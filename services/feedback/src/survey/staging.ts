import { compare, contentOf, labelOf } from './answer.ts';
import type { Content, WaitingAnswer } from './answer.ts';
import { batchAnswersMax } from './answers.decide.ts';
import { rollUp } from './roll-up.ts';
import type { Segment } from './survey.ts';

/**
 * What is done with answers that wait.
 *
 * An answer waits where neither its time nor its order is kept, and only together with others does
 * it become a fact. A batch is drawn when twice as many wait as are promised to be together: half
 * of them go, at random, and the rest is large enough to go as a batch of its own when the survey
 * is closed. Then all that wait go at once. When there are too few in all, nothing is ever said of
 * them: they are destroyed, and only how many they were is told.
 *
 * Answers of one group wait for each other, so that a batch does not have to hide the groups of
 * those who are alone in it; what is still alone when the survey is closed is rolled up.
 */
export interface Waiting<One> {
  readonly waiting: readonly One[];
  /** How many are promised to be together. */
  readonly k: number;
  /** The survey is closed: nothing comes any more. */
  readonly isClosing: boolean;
  readonly random: UniformInteger;
}

/** A whole number from 0 to below the given one, each as likely as any other; none foretold. */
export type UniformInteger = (below: number) => number;

export interface Draw<One> {
  /** What is released now; nothing, or k at least. */
  readonly batch: readonly One[];
  /** What waits on: nothing once it is closing. */
  readonly rest: readonly One[];
  /** How many are destroyed, never released. */
  readonly discarded: number;
}

export function drawBatch<One>({ waiting, k, isClosing, random }: Waiting<One>): Draw<One> {
  if (isClosing) {
    const isEnough = waiting.length >= k;
    const discarded = isEnough ? 0 : waiting.length;
    return { batch: isEnough ? waiting : [], rest: [], discarded };
  }
  if (waiting.length < 2 * k) return { batch: [], rest: waiting, discarded: 0 };
  const { drawn, rest } = drawSome(waiting, k, random);
  return { batch: drawn, rest, discarded: 0 };
}

export interface WaitingAnswers<One extends WaitingAnswer = WaitingAnswer> extends Waiting<One> {
  /** The attributes that answers carry, in the order of the survey. */
  readonly segments: readonly Segment[];
}

export interface Batches {
  /** What each batch says, in the order of their numbers. The last one of a closing is the last. */
  readonly batches: readonly Content[];
  readonly rest: readonly WaitingAnswer[];
  readonly discarded: number;
}

/** The same before it is said what is in a batch: whoever draws has to know which ones are. */
export interface Lots<One> {
  readonly lots: readonly (readonly One[])[];
  readonly rest: readonly One[];
  readonly discarded: number;
}

/** Before the close, more than these are drawn by asking again. */
export const batchesAtOnceMax = 100;

/** The batches that can be released now: all of them, at the close. */
export function drawBatches(waiting: WaitingAnswers): Batches {
  const { lots, ...rest } = drawLots(waiting);
  return { batches: lots.map(contentOf), ...rest };
}

/** The answers of each batch; their attributes as they are counted in it. */
export function drawLots<One extends WaitingAnswer>(waiting: WaitingAnswers<One>): Lots<One> {
  return waiting.isClosing ? drawLast(waiting) : drawEarly(waiting);
}

function drawEarly<One extends WaitingAnswer>(drawing: WaitingAnswers<One>): Lots<One> {
  const { waiting, k, random } = drawing;
  if (waiting.length < 2 * k) return { lots: [], rest: waiting, discarded: 0 };
  const lots: (readonly One[])[] = [];
  const rest = groupsOf(waiting).map((group) => {
    let left = group;
    while (left.length >= 2 * k && lots.length < batchesAtOnceMax) {
      const draw = drawBatch({ waiting: left, k, isClosing: false, random });
      lots.push(draw.batch);
      left = draw.rest;
    }
    return left;
  });
  return { lots, rest: rest.flat(), discarded: 0 };
}

/** All of a group stay together where one batch holds them: the larger, the better they hide. */
function drawLast<One extends WaitingAnswer>(drawing: WaitingAnswers<One>): Lots<One> {
  const { waiting, segments, k, isClosing, random } = drawing;
  const { batch, discarded } = drawBatch({ waiting, k, isClosing, random });
  const parts = rollUp(batch, segments, k).flatMap((group) => inParts(group, random));
  const packed: One[][] = [];
  for (const part of parts) {
    const last = packed.at(-1);
    if (last !== undefined && last.length + part.length <= batchAnswersMax) last.push(...part);
    else packed.push([...part]);
  }
  return { lots: packed, rest: [], discarded };
}

function groupsOf<One extends WaitingAnswer>(waiting: readonly One[]): readonly (readonly One[])[] {
  const groups = new Map<string, One[]>();
  for (const answer of waiting) {
    const label = labelOf(answer.segments);
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [answer]);
    else group.push(answer);
  }
  return [...groups].sort(([one], [other]) => compare(one, other)).map(([, group]) => group);
}

/** As few parts as hold a group, alike in size, and who is in which at random. */
function inParts<One>(group: readonly One[], random: UniformInteger): readonly (readonly One[])[] {
  const parts: (readonly One[])[] = [];
  let left = group;
  for (let count = Math.ceil(group.length / batchAnswersMax); count > 1; count -= 1) {
    const { drawn, rest } = drawSome(left, Math.floor(left.length / count), random);
    parts.push(drawn);
    left = rest;
  }
  return [...parts, left];
}

/**
 * So many of all, each choice as likely as any other: the first steps of a Fisher-Yates shuffle
 * (Knuth, The Art of Computer Programming, volume 2, algorithm P).
 */
function drawSome<One>(all: readonly One[], count: number, random: UniformInteger) {
  const places = all.map((_, index) => index);
  for (let index = 0; index < count; index += 1) {
    const other = index + random(all.length - index);
    const place = places[index] as number;
    places[index] = places[other] as number;
    places[other] = place;
  }
  const isDrawn = new Set(places.slice(0, count));
  return {
    drawn: all.filter((_, index) => isDrawn.has(index)),
    rest: all.filter((_, index) => !isDrawn.has(index)),
  };
}
