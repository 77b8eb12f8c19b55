import type { Unit } from '../api/types.ts';
import { levelsMax, type Branch } from '../tree/tree.ts';

export interface UnitEntry {
  readonly unit: Unit;
  /** With everybody in the units below. */
  readonly membersWithin: number;
}

/**
 * Units as a tree, by name. One whose parent is not shown stands at the top, so that none is lost;
 * those that are closed are shown where they are asked for.
 */
export function unitTree(
  units: readonly Unit[],
  closedToo = false,
  locale?: string,
): readonly Branch<UnitEntry>[] {
  const { compare } = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const shown = units
    .filter(({ open }) => open || closedToo)
    .toSorted((one, other) => compare(nameOf(one), nameOf(other)));
  const byCode = new Map(shown.map((unit) => [unit.unit, unit]));
  const below = new Map<string, string[]>();
  const roots: Unit[] = [];
  for (const unit of shown) {
    const { parent } = unit;
    if (parent === null || !byCode.has(parent)) roots.push(unit);
    else below.set(parent, [...(below.get(parent) ?? []), unit.unit]);
  }
  const within = new Map<string, number>();
  const countWithin = (unit: Unit, level: number): number => {
    const known = within.get(unit.unit);
    if (known !== undefined || level > levelsMax) return known ?? 0;
    const children = (below.get(unit.unit) ?? []).map((code) => byCode.get(code) as Unit);
    const sums = children.map((child) => countWithin(child, level + 1));
    const all = sums.reduce((sum, one) => sum + one, unit.members);
    within.set(unit.unit, all);
    return all;
  };
  const branchOf = (unit: Unit): Branch<UnitEntry> => ({
    id: unit.unit,
    value: { unit, membersWithin: countWithin(unit, 1) },
    below: below.get(unit.unit) ?? [],
    at: (code) => branchOf(byCode.get(code) as Unit),
  });
  return roots.map(branchOf);
}

export function nameOf({ unit, name }: Pick<Unit, 'unit' | 'name'>): string {
  return name ?? unit;
}

/** Names in options are cut: a list that is as wide as the longest name cannot be read. */
export const optionLengthMax = 60;

/** Open units for a list to choose from, those below indented. */
export function unitOptions(
  units: readonly Unit[],
  locale?: string,
): readonly { readonly value: string; readonly label: string }[] {
  const options: { value: string; label: string }[] = [];
  const add = ({ value: { unit }, below, at }: Branch<UnitEntry>, level: number): void => {
    const name = nameOf(unit);
    const cut = name.length > optionLengthMax ? `${name.slice(0, optionLengthMax - 1)}…` : name;
    options.push({ value: unit.unit, label: `${'\u2003'.repeat(level - 1)}${cut}` });
    if (level < levelsMax) for (const code of below) add(at(code), level + 1);
  };
  for (const root of unitTree(units, false, locale)) add(root, 1);
  return options;
}
