import type { EpochMs } from '@plumbline/kernel';
import type { PublishedFact } from './feed.ts';

/**
 * Facts that a policy could not take, by group and key (the stream): the one that failed and all
 * that came after it for the same key. What is here is listed, tried again, or discarded.
 */
export interface ParkedFacts {
  readonly group: string;
  readonly key: string;
  readonly reason: string;
  readonly attempts: number;
  readonly since: EpochMs;
  readonly facts: readonly PublishedFact[];
}

/** Where parked facts of policies lie. */
export interface Desk {
  /** In the order of their keys. */
  list(group: string): Promise<readonly ParkedFacts[]>;
  /** Adds facts behind those that are parked under the same key already. */
  park(entry: ParkedFacts): Promise<void>;
  settle(group: string, key: string): Promise<void>;
}

/** A desk that lasts as long as the process. */
export function memoryDesk(): Desk {
  const entries = new Map<string, ParkedFacts>();
  const nameOf = (group: string, key: string) => `${group}\u001f${key}`;
  return {
    list: async (group) =>
      [...entries.values()]
        .filter((one) => one.group === group)
        .toSorted((one, other) => (one.key < other.key ? -1 : 1)),
    park: async (entry) => {
      const name = nameOf(entry.group, entry.key);
      const before = entries.get(name);
      entries.set(name, before === undefined ? entry : joined(before, entry));
    },
    settle: async (group, key) => {
      entries.delete(nameOf(group, key));
    },
  };
}

export function joined(before: ParkedFacts, more: ParkedFacts): ParkedFacts {
  const { reason, attempts } = more.attempts > 0 ? more : before;
  const known = new Set(before.facts.map((one) => one.id));
  const news = more.facts.filter((one) => !known.has(one.id));
  return { ...before, reason, attempts, facts: [...before.facts, ...news] };
}
