import type { Position } from '@plumbline/kernel';
import type { Known } from './dated.ts';
import type { AppliedFact, PersonFact, StructureFact } from './facts.ts';

/** How much was known: the facts of an organisation counted in the order of their positions. */
export interface Versions {
  /** Counts one more, unless it was counted before. */
  count(fact: AppliedFact): Known | undefined;
  position(): Position | null;
  /** How many facts were known at a position; all of them when none is given. */
  knownAt(position: Position | undefined): Known;
  /** The number of the last change to posts, lines or places that was known. */
  ofLines(known: Known): number;
}

export function createVersions(): Versions {
  const positions: Position[] = [];
  const changes: Known[] = [];
  return {
    count: ({ type, position }) => {
      const last = positions.at(-1);
      if (last !== undefined && position <= last) return undefined;
      const known = positions.push(position);
      if (!leavesLines.has(type)) changes.push(known);
      return known;
    },
    position: () => positions.at(-1) ?? null,
    knownAt: (position) =>
      position === undefined ? positions.length : countUpTo(positions, position),
    ofLines: (known) =>
      (changes.at(-1) ?? 0) <= known ? changes.length : countUpTo(changes, known),
  };
}

/** How many of an ascending list are not after a bound. */
function countUpTo<Value extends string | number>(list: readonly Value[], bound: Value): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((list[middle] ?? bound) <= bound) low = middle + 1;
    else high = middle;
  }
  return low;
}

const named = (...names: readonly string[]) => names.map((name) => `directory.${name}.v1`);

const structureTypes: ReadonlySet<string> = new Set(
  named(
    ...['UnitEstablished', 'UnitMoved', 'UnitHeaded', 'UnitClosed'],
    ...['PostEstablished', 'PostMoved', 'PostClosed'],
    ...['ReportingLineChanged', 'StructureCorrected'],
  ),
);

const spellTypes = named(
  ...['LeaveRecorded', 'LeaveChanged', 'DelegationGranted', 'DelegationRevoked'],
  ...['RoleGranted', 'RoleRevoked'],
);

const personTypes: ReadonlySet<string> = new Set([
  ...named('PersonJoined', 'PersonMoved', 'PersonLeft', 'PersonCorrected'),
  ...spellTypes,
]);

/** What changes nothing about who is above whom. */
const leavesLines: ReadonlySet<string> = new Set([
  ...named('UnitEstablished', 'UnitMoved', 'UnitHeaded', 'UnitClosed'),
  ...spellTypes,
]);

export function isStructureFact(fact: Pick<AppliedFact, 'type'>): fact is StructureFact {
  return structureTypes.has(fact.type);
}

export function isPersonFact(fact: Pick<AppliedFact, 'type'>): fact is PersonFact {
  return personTypes.has(fact.type);
}
