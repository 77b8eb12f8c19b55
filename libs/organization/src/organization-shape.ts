import type { Day, Position } from '@plumbline/kernel';
import type { Organization } from './organization.ts';

/** The whole organisation of a day in figures: how many, where, and how high it stands. */
export interface OrganizationShape {
  readonly people: number;
  readonly posts: number;
  readonly vacant: number;
  /** Full-time places, summed exactly to four decimals. */
  readonly fte: number;
  /** Posts that report to none: the tops of its trees. */
  readonly tops: readonly string[];
  /** Posts on the longest way from a top down to a post, both counted; 0 without posts. */
  readonly depth: number;
  readonly units: readonly UnitShape[];
}

export interface UnitShape {
  readonly unit: string;
  readonly parent: string | null;
  /** 0 for a unit that is in no other. */
  readonly level: number;
  readonly own: Counts;
  /** With all units below. */
  readonly total: Counts;
}

export interface Counts {
  readonly people: number;
  readonly posts: number;
  readonly fte: number;
}

/** Sums are kept in ten-thousandths, so that they are exact. */
const scale = 10_000;

interface Sum {
  people: number;
  posts: number;
  parts: number;
}

export function organizationShape(
  organization: Pick<Organization, 'units' | 'posts'>,
  on: Day,
  known?: Position,
): OrganizationShape {
  const posts = organization.posts(on, known);
  const own = new Map<string, Sum>();
  const all = newSum();
  for (const { unit, fte, holders } of posts) {
    const sums = unit === null ? [all] : [all, sumOf(own, unit)];
    for (const sum of sums) {
      sum.people += holders.length;
      sum.posts += 1;
      sum.parts += Math.round(fte * scale);
    }
  }
  const units = organization.units(on, known);
  const parents = new Map(units.map(({ unit, parent }) => [unit, parent]));
  const total = new Map<string, Sum>();
  for (const { unit } of units) {
    const sum = sumOf(own, unit);
    for (const one of withThoseAbove(unit, parents)) add(sumOf(total, one), sum);
  }
  return {
    ...countsOf(all),
    vacant: posts.filter(({ holders }) => holders.length === 0).length,
    tops: posts.filter(({ manager }) => manager === null).map(({ post }) => post),
    depth: depthOf(new Map(posts.map(({ post, manager }) => [post, manager]))),
    units: units.map(({ unit, parent }) => ({
      ...{ unit, parent },
      level: withThoseAbove(unit, parents).length - 1,
      own: countsOf(sumOf(own, unit)),
      total: countsOf(sumOf(total, unit)),
    })),
  };
}

/** Each post's way up is walked once: what is known of the one above is taken from there. */
function depthOf(managers: ReadonlyMap<string, string | null>): number {
  const depths = new Map<string, number>();
  let deepest = 0;
  for (const start of managers.keys()) {
    const way: string[] = [];
    let post: string | null = start;
    while (post !== null && !depths.has(post) && way.length <= managers.size) {
      way.push(post);
      post = managers.get(post) ?? null;
    }
    let depth = post === null ? 0 : (depths.get(post) ?? 0);
    for (const one of way.toReversed()) depths.set(one, (depth += 1));
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function withThoseAbove(
  unit: string,
  parents: ReadonlyMap<string, string | null>,
): readonly string[] {
  const above: string[] = [];
  let one: string | null = unit;
  while (one !== null && !above.includes(one)) {
    above.push(one);
    one = parents.get(one) ?? null;
  }
  return above;
}

const newSum = (): Sum => ({ people: 0, posts: 0, parts: 0 });

function sumOf(sums: Map<string, Sum>, unit: string): Sum {
  const sum = sums.get(unit) ?? newSum();
  sums.set(unit, sum);
  return sum;
}

function add(to: Sum, { people, posts, parts }: Sum): void {
  to.people += people;
  to.posts += posts;
  to.parts += parts;
}

function countsOf({ people, posts, parts }: Sum): Counts {
  return { people, posts, fte: parts / scale };
}
