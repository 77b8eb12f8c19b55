import { compare } from './answer.ts';
import type { Segments } from './answer.ts';

interface Carrier {
  readonly segments: Segments;
}

/**
 * Groups of at least k that carry the same attributes. Who carries some that too few others carry
 * is counted without the last of them, then without the one before it, and at the end among "all
 * others". Where that is still too few, the smallest group beside joins them: a group of others
 * that is one person would be that person. There is no group when there are fewer than k in all.
 *
 * It is used twice: on those who are asked, so that no ticket is one of fewer than k, and on the
 * answers of a closing.
 */
export function rollUp<One extends Carrier>(
  all: readonly One[],
  attributes: readonly string[],
  k: number,
): readonly (readonly One[])[] {
  const { groups } = rolledUp(all, attributes, {}, k);
  return groups.map(({ segments, members }) => members.map((one) => ({ ...one, segments })));
}

interface Group<One> extends Carrier {
  readonly members: readonly One[];
}

interface RolledUp<One> {
  readonly groups: readonly Group<One>[];
  /** Those who are too few, for the level above. */
  readonly few: readonly One[];
}

/** Of all who carry the attributes so far: those of each further value first, then the rest. */
function rolledUp<One extends Carrier>(
  all: readonly One[],
  attributes: readonly string[],
  segments: Segments,
  k: number,
): RolledUp<One> {
  const [attribute, ...further] = attributes;
  if (attribute === undefined) return settled([], all, segments, k);
  const groups: Group<One>[] = [];
  const few = all.filter((one) => carried(one, attribute) === undefined);
  for (const value of valuesOf(all, attribute)) {
    const some = all.filter((one) => carried(one, attribute) === value);
    const below = rolledUp(some, further, { ...segments, [attribute]: value }, k);
    groups.push(...below.groups);
    few.push(...below.few);
  }
  return settled(groups, few, segments, k);
}

function settled<One>(
  groups: readonly Group<One>[],
  few: readonly One[],
  segments: Segments,
  k: number,
): RolledUp<One> {
  if (few.length === 0) return { groups, few };
  if (few.length >= k) return { groups: [...groups, { segments, members: few }], few: [] };
  const [first, ...others] = groups;
  if (first === undefined) return { groups, few };
  const smallest = others.reduce((least, one) => {
    return one.members.length < least.members.length ? one : least;
  }, first);
  const members = [...smallest.members, ...few];
  const rest = groups.filter((one) => one !== smallest);
  return { groups: [...rest, { segments, members }], few: [] };
}

function valuesOf(all: readonly Carrier[], attribute: string): readonly string[] {
  const values = all.flatMap((one) => carried(one, attribute) ?? []);
  return [...new Set(values)].sort(compare);
}

/** Attributes have names of others' choosing, and `constructor` is in every object. */
function carried({ segments }: Carrier, attribute: string): string | undefined {
  return Object.hasOwn(segments, attribute) ? segments[attribute] : undefined;
}
