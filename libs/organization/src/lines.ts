import { unset, type DayNumber, type Known } from './dated.ts';
import type { People } from './people.ts';
import { reportingLevelsMax, type Lines } from './reporting-index.ts';
import type { Structure } from './structure.ts';

const nobody: readonly number[] = [];

/** The solid line and who stands in it, from what is recorded of posts and of people. */
export function linesOf(structure: Structure, people: People): Lines {
  const { posts, manager, isPost } = structure;
  const { place, isPresent } = people;
  const holds = (person: number, post: number, day: DayNumber, known: Known) =>
    place.on(person, day, known) === post && isPresent(person, day, known);

  return {
    posts: posts.size,
    people: people.names.size,
    above: manager.on,
    below: (post, day, known) =>
      manager.everAt(post).filter((one) => manager.on(one, day, known) === post),
    place: place.on,
    held: (person, day, known) => {
      const post = place.on(person, day, known);
      if (post < 0 || !isPresent(person, day, known)) return unset;
      return isPost(post, day, known) ? post : unset;
    },
    holders: (post, day, known) =>
      isPost(post, day, known)
        ? place.everAt(post).filter((person) => holds(person, post, day, known))
        : nobody,
  };
}

/**
 * Those who hold the nearest post above a person's that somebody else holds. Posts that are vacant
 * or closed are passed over.
 */
export function managersOf(
  lines: Lines,
  person: number,
  day: DayNumber,
  known: Known,
): readonly number[] {
  let post = lines.place(person, day, known);
  for (let level = 0; post >= 0 && level < reportingLevelsMax; level += 1) {
    post = lines.above(post, day, known);
    const others = post < 0 ? nobody : lines.holders(post, day, known);
    const managers = others.filter((one) => one !== person);
    if (managers.length > 0) return managers;
  }
  return nobody;
}

/** Those whose manager holds a post: in the posts below it, and below those that are vacant. */
export function reportsTo(
  lines: Lines,
  top: number,
  day: DayNumber,
  known: Known,
): readonly number[] {
  const reports: number[] = [];
  const seen = new Set([top]);
  const open = lines.below(top, day, known).toReversed();
  for (let post = open.pop(); post !== undefined; post = open.pop()) {
    if (seen.has(post)) continue;
    seen.add(post);
    const holders = lines.holders(post, day, known);
    for (const person of holders) reports.push(person);
    if (holders.length > 0) continue;
    for (const below of lines.below(post, day, known).toReversed()) open.push(below);
  }
  return reports;
}

/** A thing and what is above it, nearest first, as far as there is something and no circle. */
export function upFrom(of: number, above: (of: number) => number, levelsMax: number): number[] {
  const up: number[] = [];
  for (let next = above(of); next >= 0 && up.length < levelsMax; next = above(next)) {
    if (next === of || up.includes(next)) break;
    up.push(next);
  }
  return up;
}
