import { none, type DayNumber, type Known } from './dated.ts';

/** The solid line and who stands in it, by numbers: what walks and indexes are made of. */
export interface Lines {
  posts(): number;
  people(): number;
  /** The post above a post; below 0 when there is none. */
  above(post: number, day: DayNumber, known: Known): number;
  /** The posts directly below, ascending. */
  below(post: number, day: DayNumber, known: Known): readonly number[];
  /** The post of a person, here or gone; below 0 when they never had one. */
  place(person: number, day: DayNumber, known: Known): number;
  /** The post of a person who is here and whose post there is; below 0 otherwise. */
  held(person: number, day: DayNumber, known: Known): number;
  /** Who holds a post, ascending. */
  holders(post: number, day: DayNumber, known: Known): readonly number[];
}

/** How many lines up somebody is looked for. Real organisations have ten or twenty. */
export const reportingLevelsMax = 1_000;

/** The lines of one day, as far as they were known then. */
export interface ReportingIndex {
  /** Undefined where the index does not know: in a circle, or what it was not built from. */
  isAbove(one: number, other: number): boolean | undefined;
  /** Everybody who holds a post below this one, in pre-order; undefined where it does not know. */
  peopleBelow(post: number): Iterable<number> | undefined;
  /** How many posts are above a post. */
  depthOf(post: number): number | undefined;
}

/**
 * Numbers the posts in pre-order, so that everything below a post is one interval: one is above
 * another when its interval holds the other's number. Posts in a circle, which the directory does
 * not let come about, have no number.
 */
export function buildReportingIndex(lines: Lines, day: DayNumber, known: Known): ReportingIndex {
  const posts = lines.posts();
  const { number, last, depth } = numberedPosts(posts, (post) => lines.above(post, day, known));
  const people = lines.people();
  const [place, held] = [new Int32Array(people), new Int32Array(people)];
  for (let person = 0; person < people; person += 1) {
    place[person] = lines.place(person, day, known);
    held[person] = lines.held(person, day, known);
  }
  const standing = peopleInOrder(held, number, posts);

  return {
    isAbove: (one, other) => {
      const [from, at] = [held[one], place[other]];
      if (from === undefined || at === undefined) return undefined;
      if (from < 0 || at < 0 || one === other) return false;
      const [first, its] = [number[from] ?? none, number[at] ?? none];
      if (first < 0 || its < 0) return undefined;
      const levels = (depth[at] ?? 0) - (depth[from] ?? 0);
      return first < its && its <= (last[from] ?? none) && levels <= reportingLevelsMax;
    },
    peopleBelow: (post) => {
      const first = number[post] ?? none;
      if (first < 0) return undefined;
      const { order, begin } = standing;
      const slice = order.subarray(begin[first + 1], begin[(last[post] ?? none) + 1]);
      const deepest = (depth[post] ?? 0) + reportingLevelsMax;
      return slice.filter((person) => (depth[held[person] ?? none] ?? 0) <= deepest);
    },
    depthOf: (post) => ((number[post] ?? none) < 0 ? undefined : depth[post]),
  };
}

/** The number of each post in pre-order, the last number below it, and how many are above it. */
function numberedPosts(posts: number, above: (post: number) => number) {
  const [number, last, depth] = [
    new Int32Array(posts).fill(none),
    new Int32Array(posts).fill(none),
    new Int32Array(posts),
  ];
  // The posts below each post as a chain: its first, and of each the next beside it. What has no
  // post above it hangs below one more post that stands for the top.
  const [first, next] = [new Int32Array(posts + 1).fill(none), new Int32Array(posts).fill(none)];
  const parents = new Int32Array(posts);
  for (let post = posts - 1; post >= 0; post -= 1) {
    const parent = above(post);
    const under = parent < 0 ? posts : parent;
    parents[post] = under;
    next[post] = first[under] ?? none;
    first[under] = post;
  }

  let numbered = 0;
  let post = first[posts] ?? none;
  while (post !== none) {
    const parent = parents[post] ?? posts;
    number[post] = numbered;
    numbered += 1;
    depth[post] = parent === posts ? 0 : (depth[parent] ?? 0) + 1;
    const below = first[post] ?? none;
    if (below !== none) {
      post = below;
      continue;
    }
    // Back up, closing intervals, until there is one beside.
    let done = post;
    last[done] = numbered - 1;
    while ((next[done] ?? none) === none && parents[done] !== posts) {
      done = parents[done] ?? posts;
      last[done] = numbered - 1;
    }
    post = next[done] ?? none;
  }
  return { number, last, depth };
}

/** People in the pre-order of the posts that they hold, and where each post's begin. */
function peopleInOrder(held: Int32Array, number: Int32Array, posts: number) {
  const begin = new Int32Array(posts + 2);
  const numberOf = (person: number) => number[held[person] ?? none] ?? none;
  for (let person = 0; person < held.length; person += 1) {
    const at = numberOf(person);
    if (at >= 0) begin[at + 1] = (begin[at + 1] ?? 0) + 1;
  }
  for (let at = 0; at <= posts; at += 1) begin[at + 1] = (begin[at + 1] ?? 0) + (begin[at] ?? 0);
  const free = begin.slice();
  const order = new Int32Array(begin[posts] ?? 0);
  for (let person = 0; person < held.length; person += 1) {
    const at = numberOf(person);
    if (at < 0) continue;
    const place = free[at] ?? 0;
    order[place] = person;
    free[at] = place + 1;
  }
  return { order, begin };
}
