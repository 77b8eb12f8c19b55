import { figure, type Estimate } from './figure.ts';

/** What a difference of two values means: another kind, another rank, or so much more. */
export type DifferenceKind = 'nominal' | 'ordinal' | 'interval';

/** The values that one unit was given, one of each rater; null of one who gave none. */
export type RatedUnit = readonly (number | null)[];

/** So many samples are drawn for an interval unless told. */
export const resamplesDefault = 1_000;
const resamplesMin = 100;

/**
 * Krippendorff's alpha: 1 less the disagreement that was observed over the one to be expected if
 * values were given by chance. With o(c,k) pairs of values c and k within units, each unit of m
 * values weighing 1 / (m − 1), n(c) values c, and n = Σ n(c):
 *
 *     α = 1 − (n − 1) Σ o(c,k) δ²(c,k) / Σ n(c) n(k) δ²(c,k)
 *
 * δ² is 0 or 1 (nominal), (c − k)² (interval), or (Σ n(g) from c to k − (n(c) + n(k)) / 2)²
 * (ordinal). Krippendorff, K. (2011), Computing Krippendorff's alpha-reliability, Annenberg School
 * for Communication Departmental Papers 43.
 *
 * The 0.95 interval is that of a bootstrap over units (Zapf, A., Castell, S., Morawietz, L. and
 * Karch, A. (2016), Measuring inter-rater reliability for nominal data, BMC Medical Research
 * Methodology 16, 93), drawn from `seed`, so that it is the same each time.
 *
 * Unit: none, at most 1; 0 as by chance. n: units with two values at least; the others tell of no
 * agreement. Null where no two values differ, and under two units. Throws RangeError for values
 * that are not finite.
 */
export function krippendorffAlpha(
  units: readonly RatedUnit[],
  kind: DifferenceKind,
  { seed = 1, resamples = resamplesDefault } = {},
): Estimate {
  if (!Number.isSafeInteger(resamples) || resamples < resamplesMin) {
    throw new RangeError(`an interval takes at least ${resamplesMin} resamples`);
  }
  const pairable = units.map((unit) => unit.filter((one) => one !== null));
  if (!pairable.flat().every(Number.isFinite)) throw new RangeError('values must be finite');
  const compared = pairable.filter((values) => values.length > 1);
  const shown = figure(`krippendorff-${kind}@1`, alpha(compared, kind), compared.length);
  if (shown.value === null) return { ...shown, low: null, high: null };
  const random = mulberry32(seed);
  const drawn: number[] = [];
  for (let at = 0; at < resamples; at += 1) {
    const sample = compared.map(() => compared[Math.floor(random() * compared.length)] ?? []);
    // In a sample without any difference everybody agrees.
    drawn.push(alpha(sample, kind) ?? 1);
  }
  drawn.sort((one, other) => one - other);
  const at = (share: number) => drawn[Math.round(share * (drawn.length - 1))] ?? null;
  return { ...shown, low: at(0.025), high: at(0.975) };
}

function alpha(units: readonly (readonly number[])[], kind: DifferenceKind): number | null {
  if (units.length < 2) return null;
  const counts = new Map<number, number>();
  for (const value of units.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const difference = differenceOf(kind, counts);
  const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
  let expected = 0;
  for (const [one, many] of counts) {
    for (const [other, more] of counts) expected += many * more * difference(one, other);
  }
  if (expected === 0) return null;
  let observed = 0;
  for (const values of units) {
    let within = 0;
    for (const one of values) for (const other of values) within += difference(one, other);
    observed += within / (values.length - 1);
  }
  return 1 - ((n - 1) * observed) / expected;
}

/** δ², of two values. */
function differenceOf(
  kind: DifferenceKind,
  counts: ReadonlyMap<number, number>,
): (one: number, other: number) => number {
  if (kind === 'nominal') return (one, other) => (one === other ? 0 : 1);
  if (kind === 'interval') return (one, other) => (one - other) ** 2;
  // The middle of the places that equal values take up, in the order of all.
  const middles = new Map<number, number>();
  let before = 0;
  for (const [value, count] of [...counts].sort(([one], [other]) => one - other)) {
    middles.set(value, before + count / 2);
    before += count;
  }
  return (one, other) => ((middles.get(one) ?? NaN) - (middles.get(other) ?? NaN)) ** 2;
}

/** Random numbers from 0 to 1 of a seed: Tommy Ettinger's mulberry32. It is for no secrets. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
