import type { EpochMs, Position } from '@plumbline/kernel';
import { contextOf } from './checks.ts';
import type { Append, FactPage, NewFact, ReadAllOptions, StoredFact } from './event-log.ts';
import { positionOf } from './sqlite-schema.ts';

/** So many of the newest facts are at hand, and so many characters of their bodies. */
export const recentFactsMax = 2_048;
export const recentCharsMax = 4 * 1024 * 1024;

/**
 * The newest facts as they were committed. Whoever follows the log asks for what was written a
 * moment ago: it need not be read back from the file.
 */
export function createRecent() {
  // Positions have no gap: a fact's place here tells its position.
  let facts: StoredFact[] = [];
  let chars = 0;
  let from = 0;

  const trim = (): void => {
    for (; facts.length - from > recentFactsMax || chars > recentCharsMax; from += 1) {
      chars -= facts[from]?.body.length ?? 0;
    }
    if (from <= recentFactsMax) return;
    facts = facts.slice(from);
    from = 0;
  };

  return {
    /** Facts of one commit, after it, in order. */
    add: (committed: readonly StoredFact[]): void => {
      const isNext = follows(committed[0], facts.at(-1));
      if (!isNext) [facts, chars, from] = [[], 0, 0];
      for (const fact of committed) chars += fact.body.length;
      facts.push(...committed);
      trim();
    },
    /**
     * The page after a position, or undefined when not all of it is at hand. `head`: the newest
     * position that the file has; another one than the newest here is somebody else's.
     */
    page: (
      after: Position | null,
      options: ReadAllOptions,
      head: Position | null,
    ): FactPage | undefined => {
      const { limit, tenant, context, until, without } = options;
      const first = facts[from];
      if (tenant !== undefined || (without?.size ?? 0) > 0) return undefined;
      if (first === undefined || facts.at(-1)?.position !== head) return undefined;
      const start = after === null ? 0 : Number(after);
      const before = Number(first.position) - 1;
      if (start < before) return undefined;
      const newest = before + facts.length - from;
      const end = until === undefined ? newest : Math.min(Number(until), newest);
      const next = Math.min(end, start + limit);
      const reached = Math.max(start, next);
      const taken = facts.slice(from + start - before, from + Math.max(next - before, 0));
      return {
        facts: taken.filter(({ stream }) => context === undefined || contextOf(stream) === context),
        next: reached === 0 ? null : positionOf(reached),
        atHead: next === end,
      };
    },
  };
}

function follows(fact: StoredFact | undefined, last: StoredFact | undefined): boolean {
  return last === undefined || Number(fact?.position) === Number(last.position) + 1;
}

interface Place {
  readonly position: number;
  readonly revision: number;
  readonly recordedAt: EpochMs;
  readonly bodyHash: string;
}

/** A fact as it is read. Objects of a class are made in half the time of those put together. */
export class CommittedFact implements StoredFact {
  readonly id: string;
  readonly type: string;
  readonly tenant: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: EpochMs;
  readonly body: string;
  readonly bodyHash: string;
  readonly sealed?: Uint8Array;

  constructor(fact: NewFact, append: Append, place: Place) {
    this.id = fact.id;
    this.type = fact.type;
    this.tenant = append.tenant;
    this.stream = append.stream;
    this.revision = place.revision;
    this.recordedAt = place.recordedAt;
    this.body = fact.body;
    this.bodyHash = place.bodyHash;
    if (fact.sealed !== undefined) this.sealed = fact.sealed;
    this.position = positionOf(place.position);
  }
}
