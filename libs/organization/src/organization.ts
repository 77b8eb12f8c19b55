import type { Day, Position } from '@plumbline/kernel';
import type { AppliedFact } from './facts.ts';
import { linesOf } from './lines.ts';
import { createPeople, type Delegated, type RoleHeld } from './people.ts';
import type { MatrixManager, PostFilter, PostOfDay, UnitOfDay } from './questions.ts';
import { askedOfLines, askedOfPeople, askedOfUnits } from './questions.ts';
import { createReporting } from './reporting.ts';
import { createStructure } from './structure.ts';
import { createTurningDays } from './turning-days.ts';
import { createVersions, isPersonFact, isStructureFact } from './versions.ts';

/**
 * Who is where, who answers to whom and who may what, on any day, as known at any time. Made of
 * published facts alone. Every question takes the day `on` and, where what counts is not what is
 * known now, the position `known`: what was recorded later is not seen. Units go by their codes,
 * people by the subjects of their tokens. What is not known has no manager, no unit, no role.
 */
export interface Organization {
  /** In the order of positions; what was applied before is passed over. */
  apply(fact: AppliedFact): void;
  /** The last position applied. */
  position(): Position | null;

  /** Whether a person has joined and not left. */
  isPresent(person: string, on: Day, known?: Position): boolean;
  /** Whether a person was here, and is not any more. */
  hasLeft(person: string, on: Day, known?: Position): boolean;
  /** Whether a person is on leave. Who is away still is the manager: delegations are for that. */
  isAway(person: string, on: Day, known?: Position): boolean;
  /** The post that a person holds; null for who is not here. */
  postOf(person: string, on: Day, known?: Position): string | null;
  /** The unit of a person's post. Who left stays with the last one, as what they did does. */
  unitOf(person: string, on: Day, known?: Position): string | null;

  /**
   * Who holds the nearest post above a person's in the solid line, of those who are here: posts
   * that are vacant or closed are passed over. Somebody is above a leaver's last post as well. Of
   * several who share the post, the one whose name sorts first.
   */
  managerOf(person: string, on: Day, known?: Position): string | null;
  /** The same with all who share the post, sorted. */
  managersOf(person: string, on: Day, known?: Position): readonly string[];
  /** Whether one holds a post above the other's in the solid line, at any height. */
  isAbove(one: string, other: string, on: Day, known?: Position): boolean;
  /** Whether one holds a post that the other's reports to directly in a dotted line. */
  isMatrixManager(one: string, other: string, on: Day, known?: Position): boolean;
  matrixManagersOf(person: string, on: Day, known?: Position): readonly MatrixManager[];
  /** Those whose manager a person is, sorted. */
  reportsOf(person: string, on: Day, known?: Position): readonly string[];
  /** Everybody below a person in the solid line, each post before those below it. */
  below(person: string, on: Day, known?: Position): readonly string[];

  /** Who holds a post, sorted. */
  holdersOf(post: string, on: Day, known?: Position): readonly string[];
  /** Who holds the post that heads a unit, sorted. */
  headOf(unit: string, on: Day, known?: Position): readonly string[];
  /** The units above a unit, nearest first. */
  unitsAbove(unit: string, on: Day, known?: Position): readonly string[];
  /** Whether a unit is another, or somewhere below it. */
  unitIsWithin(unit: string, ancestor: string, on: Day, known?: Position): boolean;
  /** A unit, if it is there, and the units below it, sorted. */
  unitsWithin(unit: string, on: Day, known?: Position): readonly string[];
  /** Who holds a post in this very unit, sorted. */
  membersOf(unit: string, on: Day, known?: Position): readonly string[];

  /** The delegations in force by which a person acts for others who are here. */
  delegationsTo(person: string, on: Day, known?: Position): readonly Delegated[];
  /** Whether one has delegated an action to the other. */
  delegates(from: string, to: string, action: string, on: Day, known?: Position): boolean;
  /** The roles that a person who is here was granted. */
  rolesOf(person: string, on: Day, known?: Position): readonly RoleHeld[];

  /**
   * The days of a span on which anything may be otherwise than on the day before, whenever it was
   * recorded; the first day of the span too. Sorted.
   */
  turningDays(from: Day, to: Day): readonly Day[];

  /** Everybody who ever was named, sorted. */
  people(): readonly string[];
  /** The units that there are, sorted by code. */
  units(on: Day, known?: Position): readonly UnitOfDay[];
  /** The posts that there are, sorted; those of a unit, or those that report to a post. */
  posts(on: Day, known?: Position, filter?: PostFilter): readonly PostOfDay[];
}

export function createOrganization(): Organization {
  const versions = createVersions();
  const structure = createStructure();
  const people = createPeople(structure.posts);
  const lines = linesOf(structure, people);
  const reporting = createReporting(lines, versions.ofLines);
  const turning = createTurningDays();
  const parts = { structure, people, lines, reporting, knownAt: versions.knownAt };
  return {
    apply: (fact) => {
      const isOfPerson = isPersonFact(fact);
      if (!isOfPerson && !isStructureFact(fact)) return;
      const recorded = versions.count(fact);
      if (recorded === undefined) return;
      turning.apply(fact);
      if (isOfPerson) people.apply(fact, recorded);
      else structure.apply(fact, recorded);
    },
    position: versions.position,
    turningDays: turning.within,
    ...askedOfPeople(parts),
    ...askedOfLines(parts),
    ...askedOfUnits(parts),
  };
}
