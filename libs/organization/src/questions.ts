import type { Day, Position } from '@plumbline/kernel';
import { dayNumber, type Known } from './dated.ts';
import { managersOf, reportsTo, upFrom } from './lines.ts';
import type { Names } from './names.ts';
import type { Delegated, People, RoleHeld } from './people.ts';
import type { Lines } from './reporting-index.ts';
import type { Reporting } from './reporting.ts';
import type { Structure } from './structure.ts';

/** How many units above one another are looked through. */
export const unitLevelsMax = 100;

export interface MatrixManager {
  /** `dotted:project` */
  readonly line: string;
  readonly person: string;
}

export interface UnitOfDay {
  readonly unit: string;
  readonly parent: string | null;
  /** The post that heads it. */
  readonly head: string | null;
}

export interface PostOfDay {
  readonly post: string;
  readonly unit: string | null;
  /** The post above it in the solid line. */
  readonly manager: string | null;
  readonly fte: number;
  readonly holders: readonly string[];
}

/** Which posts are asked for; of both, those that are in the unit and report to the post. */
export interface PostFilter {
  readonly unit?: string;
  readonly manager?: string;
}

/** What an organisation is made of. */
interface Parts {
  readonly structure: Structure;
  readonly people: People;
  readonly lines: Lines;
  readonly reporting: Reporting;
  readonly knownAt: (position: Position | undefined) => Known;
}

/** The names of some numbers, sorted, so that no answer tells in which order facts came. */
function namesOf(names: Names, numbers: readonly number[]): readonly string[] {
  return numbers.map(names.nameOf).toSorted();
}

function nameOrNull(names: Names, number: number): string | null {
  return number < 0 ? null : names.nameOf(number);
}

export function askedOfPeople({ structure, people, lines, knownAt }: Parts) {
  const { names, place, leaves, delegations, roles } = people;

  const isPresent = (person: string, on: Day, known?: Position): boolean =>
    people.isPresent(names.numberOf(person), dayNumber(on), knownAt(known));

  const delegationsTo = (person: string, on: Day, known?: Position): readonly Delegated[] =>
    isPresent(person, on, known)
      ? delegations
          .on(names.numberOf(person), dayNumber(on), knownAt(known))
          .filter(({ of }) => isPresent(of, on, known))
      : [];

  return {
    isPresent,
    delegationsTo,
    hasLeft: (person: string, on: Day, known?: Position): boolean =>
      people.hasLeft(names.numberOf(person), dayNumber(on), knownAt(known)),
    isAway: (person: string, on: Day, known?: Position): boolean =>
      isPresent(person, on, known) &&
      leaves.on(names.numberOf(person), dayNumber(on), knownAt(known)).length > 0,
    postOf: (person: string, on: Day, known?: Position): string | null => {
      const post = lines.held(names.numberOf(person), dayNumber(on), knownAt(known));
      return nameOrNull(structure.posts, post);
    },
    unitOf: (person: string, on: Day, known?: Position): string | null => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      const post = place.on(names.numberOf(person), day, then);
      return nameOrNull(structure.units, structure.unit.on(post, day, then));
    },
    delegates: (from: string, to: string, action: string, on: Day, known?: Position): boolean =>
      delegationsTo(to, on, known).some(
        ({ of, actions }) => of === from && (actions === null || actions.includes(action)),
      ),
    rolesOf: (person: string, on: Day, known?: Position): readonly RoleHeld[] =>
      isPresent(person, on, known)
        ? roles.on(names.numberOf(person), dayNumber(on), knownAt(known))
        : [],
    people: (): readonly string[] => names.all().toSorted(),
  };
}

export function askedOfLines({ structure, people, lines, reporting, knownAt }: Parts) {
  const { names } = people;

  const managers = (person: string, on: Day, known?: Position): readonly string[] => {
    const of = managersOf(lines, names.numberOf(person), dayNumber(on), knownAt(known));
    return namesOf(names, of);
  };

  const matrixManagersOf = (person: string, on: Day, known?: Position): MatrixManager[] => {
    const [day, then] = [dayNumber(on), knownAt(known)];
    const of = names.numberOf(person);
    return structure.dottedOf(lines.place(of, day, then)).flatMap(({ line, manager }) => {
      const holders = lines.holders(manager.on(0, day, then), day, then);
      const others = holders.filter((one) => one !== of);
      return namesOf(names, others).map((one) => ({ line, person: one }));
    });
  };

  return {
    managersOf: managers,
    managerOf: (person: string, on: Day, known?: Position): string | null =>
      managers(person, on, known)[0] ?? null,
    isAbove: (one: string, other: string, on: Day, known?: Position): boolean => {
      const [above, below] = [names.numberOf(one), names.numberOf(other)];
      if (above < 0 || below < 0) return false;
      return reporting.isAbove(above, below, dayNumber(on), knownAt(known));
    },
    matrixManagersOf,
    isMatrixManager: (one: string, other: string, on: Day, known?: Position): boolean =>
      matrixManagersOf(other, on, known).some(({ person }) => person === one),
    reportsOf: (person: string, on: Day, known?: Position): readonly string[] => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      const post = lines.held(names.numberOf(person), day, then);
      return namesOf(names, post < 0 ? [] : reportsTo(lines, post, day, then));
    },
    below: (person: string, on: Day, known?: Position): readonly string[] => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      const post = lines.held(names.numberOf(person), day, then);
      if (post < 0) return [];
      return Array.from(reporting.peopleBelow(post, day, then), names.nameOf);
    },
    posts: (on: Day, known?: Position, filter: PostFilter = {}): readonly PostOfDay[] => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      const { posts, units } = structure;
      return postsEver(structure, filter)
        .filter((post) => structure.isPost(post, day, then))
        .map((number) => ({
          post: posts.nameOf(number),
          unit: nameOrNull(units, structure.unit.on(number, day, then)),
          manager: nameOrNull(posts, structure.manager.on(number, day, then)),
          fte: structure.fteOf(number),
          holders: namesOf(names, lines.holders(number, day, then)),
        }))
        .filter(({ unit }) => filter.unit === undefined || unit === filter.unit)
        .filter(({ manager }) => filter.manager === undefined || manager === filter.manager);
    },
  };
}

/** The posts that ever fitted a filter, by name: all of them are many. */
function postsEver(structure: Structure, { unit, manager }: PostFilter): readonly number[] {
  const { posts, units } = structure;
  if (unit === undefined && manager === undefined) return posts.sorted();
  const ever =
    unit === undefined
      ? structure.manager.everAt(posts.numberOf(manager ?? ''))
      : structure.unit.everAt(units.numberOf(unit));
  return ever.toSorted((one, other) => (posts.nameOf(one) < posts.nameOf(other) ? -1 : 1));
}

/** A unit and those that are below it on a day, as far down as units are looked through. */
function unitsDown(
  { parent }: Structure,
  top: number,
  day: number,
  then: Known,
): ReadonlySet<number> {
  const found = new Set<number>([top]);
  let level = [top];
  for (let depth = 0; level.length > 0 && depth < unitLevelsMax; depth += 1) {
    const below: number[] = [];
    for (const one of level) {
      for (const child of parent.everAt(one)) {
        if (found.has(child) || parent.on(child, day, then) !== one) continue;
        found.add(child);
        below.push(child);
      }
    }
    level = below;
  }
  return found;
}

export function askedOfUnits({ structure, people, lines, knownAt }: Parts) {
  const { units, posts, parent, head } = structure;

  const unitsAbove = (unit: string, on: Day, known?: Position): readonly string[] => {
    const [day, then] = [dayNumber(on), knownAt(known)];
    const above = upFrom(units.numberOf(unit), (one) => parent.on(one, day, then), unitLevelsMax);
    return above.map(units.nameOf);
  };

  return {
    unitsAbove,
    unitIsWithin: (unit: string, ancestor: string, on: Day, known?: Position): boolean =>
      unit === ancestor || unitsAbove(unit, on, known).includes(ancestor),
    unitsWithin: (unit: string, on: Day, known?: Position): readonly string[] => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      const top = units.numberOf(unit);
      if (top < 0) return [];
      const within = [...unitsDown(structure, top, day, then)];
      return namesOf(
        units,
        within.filter((one) => structure.isUnit(one, day, then)),
      );
    },
    holdersOf: (post: string, on: Day, known?: Position): readonly string[] => {
      const number = posts.numberOf(post);
      if (number < 0) return [];
      return namesOf(people.names, lines.holders(number, dayNumber(on), knownAt(known)));
    },
    headOf: (unit: string, on: Day, known?: Position): readonly string[] => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      const number = units.numberOf(unit);
      const post = head.on(number, day, then);
      // A post that has moved out of the unit since, and of all below, heads it no more.
      const place = post < 0 ? post : structure.unit.on(post, day, then);
      const isWithin =
        place === number || unitsAbove(units.nameOf(place), on, known).includes(unit);
      return isWithin ? namesOf(people.names, lines.holders(post, day, then)) : [];
    },
    membersOf: (unit: string, on: Day, known?: Position): readonly string[] => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      const number = units.numberOf(unit);
      const within = structure.unit
        .everAt(number)
        .filter((post) => structure.unit.on(post, day, then) === number);
      return namesOf(
        people.names,
        within.flatMap((post) => lines.holders(post, day, then)),
      );
    },
    units: (on: Day, known?: Position): readonly UnitOfDay[] => {
      const [day, then] = [dayNumber(on), knownAt(known)];
      return units
        .sorted()
        .filter((number) => structure.isUnit(number, day, then))
        .map((number) => ({
          unit: units.nameOf(number),
          parent: nameOrNull(units, parent.on(number, day, then)),
          head: nameOrNull(posts, head.on(number, day, then)),
        }));
    },
  };
}
