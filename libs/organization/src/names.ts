import { unset } from './dated.ts';

/** Numbers for names, from 0 in the order in which they were first seen. */
export interface Names {
  /** `unset` for a name that was never seen. */
  numberOf(name: string): number;
  numbered(name: string): number;
  nameOf(number: number): string;
  size(): number;
  /** In the order of their numbers. */
  all(): readonly string[];
  /** Numbers in the order of their names. */
  sorted(): readonly number[];
}

export function createNames(): Names {
  const numbers = new Map<string, number>();
  const names: string[] = [];
  // Names are never removed: as long as there is none more, the order stands.
  let sorted: readonly number[] = [];
  return {
    numberOf: (name) => numbers.get(name) ?? unset,
    numbered: (name) => {
      const known = numbers.get(name);
      if (known !== undefined) return known;
      numbers.set(name, names.length);
      return names.push(name) - 1;
    },
    nameOf: (number) => names[number] ?? '',
    size: () => names.length,
    all: () => names,
    sorted: () => {
      if (sorted.length !== names.length) {
        const byName = names.map((name, number) => ({ name, number }));
        byName.sort((one, other) => (one.name < other.name ? -1 : 1));
        sorted = byName.map(({ number }) => number);
      }
      return sorted;
    },
  };
}

const unitPrefix = 'unit:';

/** A unit is told as the owner of a goal is, `unit:sales`; here it goes by its code alone. */
export function codeOf(unit: string): string {
  return unit.startsWith(unitPrefix) ? unit.slice(unitPrefix.length) : unit;
}
