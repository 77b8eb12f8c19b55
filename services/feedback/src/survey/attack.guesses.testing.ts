import { wilsonInterval, type Interval } from '@plumbline/statistics';
import { play, type Practice, type Stored, type Target } from './attack.testing.ts';

/** A way to guess who gave an answer, of all that is stored; undefined where it has no idea. */
export type Guess = (stored: Stored, target: Target) => string | undefined;

/** Whoever took part before the batch, in a group that the answer can be of; in their order. */
function candidates({ participation, segmentsOf }: Stored, { release, index }: Target): string[] {
  const carried = Object.entries(release.fact.answers[index]?.segments ?? {});
  return participation
    .filter(({ position }) => position < release.position)
    .map(({ fact }) => fact.person)
    .filter((person) => carried.every(([name, value]) => segmentsOf.get(person)?.[name] === value));
}

/** The place in the batch is the place among those who took part. */
const orderInBatch: Guess = (stored, target) => {
  const possible = candidates(stored, target);
  const share = (target.index + 0.5) / target.release.fact.n;
  return possible[Math.floor(share * possible.length)];
};

/** Who took part first is in the first batch. */
const firstBatchFirst: Guess = (stored, target) => {
  const earlier = stored.releases.filter(({ position }) => position < target.release.position);
  const offset = earlier.reduce((sum, { fact }) => sum + fact.n, 0);
  return candidates(stored, target)[offset + target.index];
};

/** Who took part just before the batch: of all, they are the likeliest to be in it. */
const nearestInTime: Guess = (stored, target) => candidates(stored, target).at(-1);

const firstOfAll: Guess = (stored, target) => candidates(stored, target)[0];

/** Nobody took part between the batch before and this one but who is in this one. */
const sinceBatchBefore: Guess = (stored, target) => {
  const before = stored.releases.findLast((one) => one.position < target.release.position);
  const since = before?.position ?? 0;
  const possible = new Set(candidates(stored, target));
  return stored.participation.find(({ fact, position }) => {
    return position > since && possible.has(fact.person);
  })?.fact.person;
};

/** Who is one of the fewest in their unit: an answer that is among "all others" is theirs. */
const ofSmallestUnit: Guess = (stored, target) => {
  const possible = candidates(stored, target);
  const unitOf = (person: string) => stored.segmentsOf.get(person)?.['unit'] ?? '';
  const sizes = new Map<string, number>();
  for (const one of possible) sizes.set(unitOf(one), (sizes.get(unitOf(one)) ?? 0) + 1);
  const size = (person: string) => sizes.get(unitOf(person)) ?? 0;
  return possible.toSorted((one, other) => size(one) - size(other))[0];
};

/** An id that the answer, or its batch, has in common with one participation only. */
const sharedId: Guess = (stored, { release, index }) => {
  const { fact, ...beside } = release;
  const { answers, ...rest } = fact;
  const said = new Set([...textsOf(answers[index]), ...textsOf(beside), ...textsOf(rest)]);
  const shared = new Map<string, Set<string>>();
  for (const one of stored.participation) {
    for (const text of textsOf(one)) {
      if (!said.has(text)) continue;
      shared.set(text, (shared.get(text) ?? new Set()).add(one.fact.person));
    }
  }
  const [alone] = [...shared.values()].filter(({ size }) => size === 1);
  return alone === undefined ? undefined : [...alone][0];
};

function textsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

export const guesses: Readonly<Record<string, Guess>> = {
  orderInBatch,
  firstBatchFirst,
  nearestInTime,
  firstOfAll,
  sinceBatchBefore,
  ofSmallestUnit,
  sharedId,
};

export interface Attack {
  readonly trials: number;
  /** What the best guess may reach: the mean of one in as many as each answer hides among. */
  readonly bar: number;
  /** How often each way was right, as a 0.95 interval of Wilson. */
  readonly rates: Readonly<Record<string, Interval>>;
  /** How few an answer ever hid among, of as many as were promised: 1 and above is kept. */
  readonly kept: number;
  readonly refusals: readonly string[];
}

/** So many surveys are played, and in each one answer is attacked in every way. */
export function attack(surveys: number, practice: Practice): Attack {
  const hits = new Map(Object.keys(guesses).map((name) => [name, 0]));
  const refusals = new Set<string>();
  let [trials, bars, kept] = [0, 0, Infinity];
  for (let seed = 1; seed <= surveys; seed += 1) {
    const { stored, target, author, k, hidesAmong, refusals: refused } = play(seed, practice);
    for (const code of refused) refusals.add(code);
    if (target === undefined) continue;
    trials += 1;
    bars += 1 / Math.max(k, hidesAmong);
    kept = Math.min(kept, hidesAmong / k);
    for (const [name, guess] of Object.entries(guesses)) {
      if (guess(stored, target) === author) hits.set(name, (hits.get(name) ?? 0) + 1);
    }
  }
  const rates = [...hits].map(([name, count]) => [name, wilsonInterval(count, trials)] as const);
  return {
    ...{ trials, kept, bar: bars / trials, refusals: [...refusals] },
    rates: Object.fromEntries(rates.map(([name, rate]) => [name, rate ?? { low: 0, high: 1 }])),
  };
}
