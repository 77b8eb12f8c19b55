import type { Position } from '@plumbline/kernel';

export interface PartitionName {
  readonly topic: string;
  readonly partition: number;
}

/** An offset to commit. The position goes along as its metadata, for whoever asks for it. */
export interface PlacedOffset extends PartitionName {
  readonly offset: string;
  readonly position: Position;
}

/**
 * How far one member of a group has come in each partition that is its own. What was handled in a
 * partition that has been given to another member since is not its business any more.
 */
export function createPartitionPlaces() {
  const positions = new Map<string, Position | null>();
  const uncommitted = new Map<string, PlacedOffset>();
  let generation = 0;

  const higher = (one: Position | null, other: Position | null) =>
    one === null || (other !== null && other > one) ? other : one;

  return {
    generation: () => generation,
    /** The group is about to share out anew: until it has, nothing is this member's own. */
    leave: () => {
      generation += 1;
      uncommitted.clear();
    },
    /** What this member has got. Partitions that stay its own keep their positions. */
    join: (assigned: readonly PartitionName[]) => {
      generation += 1;
      uncommitted.clear();
      const names = new Set(assigned.map(nameOf));
      for (const name of positions.keys()) if (!names.has(name)) positions.delete(name);
      for (const name of names) if (!positions.has(name)) positions.set(name, null);
    },
    owns: (name: PartitionName, since: number) =>
      since === generation && positions.has(nameOf(name)),
    /** What the group had committed, of partitions that this member has handled nothing of yet. */
    learn: (name: PartitionName, position: Position) => {
      const key = nameOf(name);
      const known = positions.get(key);
      if (known !== undefined) positions.set(key, higher(known, position));
    },
    handled: (placed: PlacedOffset) => {
      const key = nameOf(placed);
      const position = higher(positions.get(key) ?? null, placed.position) ?? placed.position;
      positions.set(key, position);
      uncommitted.set(key, { ...placed, position });
    },
    /** Takes what is to be committed; nothing is taken twice. */
    take: (): readonly PlacedOffset[] => {
      const taken = [...uncommitted.values()];
      uncommitted.clear();
      return taken;
    },
    /** The position up to which all of this member's partitions are handled. */
    least: (): Position | null => {
      let least: Position | null = null;
      for (const position of positions.values()) {
        if (position === null) return null;
        if (least === null || position < least) least = position;
      }
      return least;
    },
  };
}

export const nameOf = ({ topic, partition }: PartitionName): string => `${topic}/${partition}`;
