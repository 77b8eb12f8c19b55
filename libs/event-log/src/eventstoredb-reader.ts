import type { EpochMs, Position } from '@plumbline/kernel';
import { contextOf } from './checks.ts';
import { readAllFactsMax } from './event-log.ts';
import type { FactPage, ReadAllOptions, StoredFact } from './event-log.ts';
import type { EventStoreCalls } from './eventstoredb-calls.ts';
import { failureOf } from './eventstoredb-faults.ts';
import { factOf, positionOf, type ReadFact } from './eventstoredb-format.ts';
import type { TimeSamples } from './eventstoredb-times.ts';
import type { SealedParts } from './sealed-parts.ts';

/** Events that one page looks at, its own and those that it leaves out. */
export const lookedAtMax = readAllFactsMax;
/** Events that a second step back to the newest fact looks at: mostly it is the last of all. */
const headStep = 16;
/** For how long the newest recorded time is taken for known without looking. */
export const newestTimeMsMax = 1_000;

export interface ReaderOptions {
  readonly calls: EventStoreCalls;
  readonly parts: SealedParts;
  readonly namespace: string;
  readonly samples: TimeSamples;
}

/** The reading half of the log, but `positionAt`. */
export function createReader({ calls, parts, namespace, samples }: ReaderOptions) {
  let newest: EpochMs = 0;
  let lookedAt = -Infinity;
  let looking: Promise<unknown> | undefined;

  /** Every fact that is read comes by here. */
  const factFrom = (event: Parameters<typeof factOf>[0]): ReadFact | undefined => {
    const read = factOf(event, namespace);
    if (read !== undefined) newest = Math.max(newest, read.fact.recordedAt);
    return read;
  };

  const factsFrom = async (stream: string, from: number, count = Number.MAX_SAFE_INTEGER) => {
    const found: ReadFact[] = [];
    try {
      await calls.readStream(namespace + stream, from, count, (event) => {
        const read = factFrom(event);
        if (read !== undefined) found.push(read);
        return true;
      });
    } catch (cause) {
      if (failureOf(cause) !== 'no-stream') throw cause;
    }
    return found;
  };

  /** The newest fact; in steps that grow, as events of others may lie after it. */
  const newestFact = async (): Promise<StoredFact | undefined> => {
    let from: Position | null = null;
    for (let count = 1; ; count = Math.max(headStep, Math.min(count * 4, lookedAtMax))) {
      let found: ReadFact | undefined;
      const looked: number = await calls.readAll(
        { direction: 'backwards', from, count },
        (event) => {
          found = factFrom(event);
          from = placeOf(event) ?? from;
          return found === undefined;
        },
      );
      if (found !== undefined || looked < count) return found?.fact;
    }
  };

  return {
    factFrom,
    factsFrom,
    newestFact,

    /**
     * A time that is not before any that is recorded, as far as this process has seen. What other
     * processes have recorded is looked at once a second.
     */
    newestTime: async (): Promise<EpochMs> => {
      const now = performance.now();
      if (now - lookedAt > newestTimeMsMax) {
        // One look for all who wait for it.
        looking ??= newestFact().finally(() => {
          looking = undefined;
        });
        await looking;
        lookedAt = now;
      }
      return newest;
    },

    read: async (stream: string, { from = 0, to }: { from?: number; to?: number } = {}) => {
      if (to !== undefined && to < from) return [];
      const count = to === undefined ? undefined : to - from + 1;
      return withParts(parts, await factsFrom(stream, from, count));
    },

    readAll: async (after: Position | null, options: ReadAllOptions): Promise<FactPage> => {
      const { limit, until } = options;
      // The event at `after` is given once more, and one beyond the page tells that it is not all.
      const count = lookedAtMax + 2;
      const found: ReadFact[] = [];
      let next = after;
      let isFull = false;
      let isPast = false;
      let isOurs = after !== null;
      const looked = await calls.readAll({ direction: 'forwards', from: after, count }, (event) => {
        const place = placeOf(event);
        if (place === undefined || (after !== null && place <= after)) return true;
        isPast = until !== undefined && place > until;
        isFull = found.length === limit;
        if (isPast || isFull) return false;
        const read = factFrom(event);
        isOurs ||= read !== undefined;
        if (read !== undefined && isWanted(read.fact, options)) found.push(read);
        next = place;
        return true;
      });
      const facts = await withParts(parts, found);
      const last = facts.at(-1);
      if (last !== undefined) samples.add(last.position, last.recordedAt);
      const atHead = isPast || (!isFull && looked < count);
      return { facts, next: atHead && !isOurs ? null : next, atHead };
    },
  };
}

export type Reader = ReturnType<typeof createReader>;

/** Where an event lies in $all. */
export function placeOf({ event }: Parameters<typeof factOf>[0]): Position | undefined {
  return event?.position === undefined ? undefined : positionOf(event.position);
}

function isWanted(fact: StoredFact, { tenant, context, without }: ReadAllOptions): boolean {
  if (without?.has(fact.type) === true) return false;
  if (tenant !== undefined && fact.tenant !== tenant) return false;
  return context === undefined || contextOf(fact.stream) === context;
}

/** Attaches the sealed parts that are kept still, asked for once for each tenant. */
async function withParts(parts: SealedParts, read: readonly ReadFact[]) {
  const wanted = new Map<string, string[]>();
  for (const { metadata } of read) {
    if (metadata.sealed === undefined) continue;
    const hashes = wanted.get(metadata.tenant) ?? [];
    hashes.push(metadata.sealed);
    wanted.set(metadata.tenant, hashes);
  }
  const kept = new Map<string, ReadonlyMap<string, Uint8Array>>();
  for (const [tenant, hashes] of wanted) kept.set(tenant, await partsOf(parts, tenant, hashes));
  return read.map(({ fact, metadata }): StoredFact => {
    const sealed = kept.get(metadata.tenant)?.get(metadata.sealed ?? '');
    return sealed === undefined ? fact : { ...fact, sealed };
  });
}

/** A stream has no limit of facts; a question about parts has one. */
async function partsOf(parts: SealedParts, tenant: string, hashes: readonly string[]) {
  const found = new Map<string, Uint8Array>();
  for (let at = 0; at < hashes.length; at += readAllFactsMax) {
    const some = await parts.get(tenant, hashes.slice(at, at + readAllFactsMax));
    for (const [hash, part] of some) found.set(hash, part);
  }
  return found;
}
