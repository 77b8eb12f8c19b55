import type { RaterRating } from './agreement.ts';

/** How much higher or lower a rater rates than others do, of the same subjects. In millionths. */
export interface RaterSeverity {
  readonly rater: string;
  /** Below 0: severe. Drawn towards 0, the more so the fewer the ratings. */
  readonly effect: number;
  readonly n: number;
}

/**
 * Raters who share subjects with others, step by step, can be compared. All others are confounded:
 * whether such a rater is severe, or the team is weak, nothing in the ratings tells, and no number
 * is made of it.
 */
export interface Severities {
  readonly compared: readonly RaterSeverity[];
  readonly confounded: number;
}

/** Rounds of fitting subjects and raters in turn; it has come to rest long before. */
const roundsMax = 200;
const restsBelow = 1e-3;

/**
 * r = μ + subject + rater + e, fitted within each group of raters that are connected by subjects,
 * by least squares in turn; effects sum to 0 within a group, by ratings. Each is then drawn towards
 * 0 by τ² / (τ² + s²/n), with s² of the residuals and τ² what effects vary by beyond it.
 */
export function severities(ratings: readonly RaterRating[]): Severities {
  const groups = connected(ratings);
  const comparable = groups.filter((group) => new Set(group.map((one) => one.rater)).size > 1);
  const compared = comparable.flatMap(fitted);
  const raters = new Set(ratings.map(({ rater }) => rater));
  return {
    compared: compared.toSorted((one, other) => (one.rater < other.rater ? -1 : 1)),
    confounded: raters.size - compared.length,
  };
}

/** Without a rating to spare, residuals say nothing, and the whole group stays confounded. */
function fitted(ratings: readonly RaterRating[]): readonly RaterSeverity[] {
  const subjects = new Map<string, number>();
  const raters = new Map<string, number>();
  const counts = countsOf(ratings.map(({ rater }) => rater));
  const spare = ratings.length - countsOf(ratings.map((one) => one.subject)).size - counts.size + 1;
  if (spare < 1) return [];
  for (let round = 0; round < roundsMax; round += 1) {
    means(subjects, ratings, (one) => [one.subject, one.rating - (raters.get(one.rater) ?? 0)]);
    const before = new Map(raters);
    means(raters, ratings, (one) => [one.rater, one.rating - (subjects.get(one.subject) ?? 0)]);
    const moved = [...raters].map(([rater, effect]) => Math.abs(effect - (before.get(rater) ?? 0)));
    if (Math.max(...moved) < restsBelow) break;
  }
  const effectOf = ({ rater }: RaterRating) => raters.get(rater) ?? 0;
  const centre = ratings.reduce((sum, one) => sum + effectOf(one), 0) / ratings.length;
  const squares = ratings.reduce((sum, one) => {
    return sum + (one.rating - (subjects.get(one.subject) ?? 0) - effectOf(one)) ** 2;
  }, 0);
  const noise = squares / spare;
  const effects = [...raters].map(([rater, effect]) => {
    return { rater, effect: effect - centre, n: counts.get(rater) ?? 0 };
  });
  const spread = effects.reduce((sum, { effect, n }) => sum + effect ** 2 - noise / n, 0);
  const between = Math.max(0, spread / effects.length);
  return effects.map(({ rater, effect, n }) => {
    const drawn = between === 0 ? 0 : between / (between + noise / n);
    return { rater, effect: effect * drawn, n };
  });
}

function means(
  into: Map<string, number>,
  ratings: readonly RaterRating[],
  of: (one: RaterRating) => readonly [string, number],
): void {
  const sums = new Map<string, readonly [sum: number, n: number]>();
  for (const one of ratings) {
    const [key, value] = of(one);
    const [sum, n] = sums.get(key) ?? [0, 0];
    sums.set(key, [sum + value, n + 1]);
  }
  for (const [key, [sum, n]] of sums) into.set(key, sum / n);
}

function countsOf(keys: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

/** Ratings whose raters and subjects hang together. */
function connected(ratings: readonly RaterRating[]): readonly (readonly RaterRating[])[] {
  const byNode = new Map<string, RaterRating[]>();
  const nodesOf = ({ rater, subject }: RaterRating) => [`rater ${rater}`, `subject ${subject}`];
  for (const one of ratings) {
    for (const node of nodesOf(one)) {
      const others = byNode.get(node);
      if (others === undefined) byNode.set(node, [one]);
      else others.push(one);
    }
  }
  const seen = new Set<string>();
  const groups: RaterRating[][] = [];
  for (const start of byNode.keys()) {
    if (seen.has(start)) continue;
    const group = new Set<RaterRating>();
    const open = [start];
    seen.add(start);
    for (let node = open.pop(); node !== undefined; node = open.pop()) {
      for (const one of byNode.get(node) ?? []) {
        group.add(one);
        for (const next of nodesOf(one).filter((each) => !seen.has(each))) {
          seen.add(next);
          open.push(next);
        }
      }
    }
    groups.push([...group]);
  }
  return groups;
}
