import { compare, labelOf } from './answer.ts';
import type { Segments } from './answer.ts';
import { placesOf, type Segment } from './survey.ts';

interface Carrier {
  readonly segments: Segments;
}

/**
 * Groups of at least k that carry the same attributes. Who carries a value that too few others
 * carry is counted by what it lies in, as a team in its division, and where that is too few still,
 * or it lies in nothing, without the attribute: the last one first, then the one before it, and at
 * the end among "all others". Where these are too few, the smallest group beside joins them: a
 * group of others that is one person would be that person. There is no group when there are fewer
 * than k in all.
 *
 * It is used twice: on those who are asked, so that no ticket is one of fewer than k, and on the
 * answers of a closing.
 */
export function rollUp<One extends Carrier>(
  all: readonly One[],
  attributes: readonly Segment[],
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
  attributes: readonly Segment[],
  segments: Segments,
  k: number,
): RolledUp<One> {
  const [attribute, ...further] = attributes;
  if (attribute === undefined) return settled([], all, segments, k);
  const { id } = attribute;
  const { tops, within } = treeOf(all, attribute);
  const valued = (value: string): RolledUp<One> => {
    const label = { ...segments, [id]: value };
    const own = all.filter((one) => carried(one, id) === value);
    const parts = [rolledUp(own, further, label, k), ...within(value).map(valued)];
    return settled(groupsIn(parts), fewIn(parts), label, k);
  };
  const parts = tops.map(valued);
  const others = all.filter((one) => carried(one, id) === undefined);
  return settled(groupsIn(parts), [...others, ...fewIn(parts)], segments, k);
}

function groupsIn<One>(parts: readonly RolledUp<One>[]): readonly Group<One>[] {
  return parts.flatMap(({ groups }) => groups);
}

function fewIn<One>(parts: readonly RolledUp<One>[]): readonly One[] {
  return parts.flatMap(({ few }) => few);
}

/** The values that are carried and all that they lie in: what lies in nothing, and in each one. */
function treeOf(all: readonly Carrier[], attribute: Segment) {
  const parents = new Map(placesOf(attribute).map(({ value, parent }) => [value, parent]));
  const known = new Set<string>();
  for (const one of all) {
    let value = carried(one, attribute.id) ?? null;
    for (; value !== null && !known.has(value); value = parents.get(value) ?? null) {
      known.add(value);
    }
  }
  const values = [...known].sort(compare);
  const parentOf = (value: string) => parents.get(value) ?? null;
  return {
    tops: values.filter((value) => parentOf(value) === null),
    within: (above: string) => values.filter((value) => parentOf(value) === above),
  };
}

function settled<One>(
  groups: readonly Group<One>[],
  few: readonly One[],
  segments: Segments,
  k: number,
): RolledUp<One> {
  if (few.length === 0) return { groups, few };
  const label = labelOf(segments);
  const alike = groups.find((one) => labelOf(one.segments) === label);
  if (alike !== undefined) {
    const members = [...alike.members, ...few];
    const beside = groups.filter((one) => one !== alike);
    return { groups: [...beside, { segments, members }], few: [] };
  }
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

/** Attributes have names of others' choosing, and `constructor` is in every object. */
function carried({ segments }: Carrier, attribute: string): string | undefined {
  return Object.hasOwn(segments, attribute) ? segments[attribute] : undefined;
}
