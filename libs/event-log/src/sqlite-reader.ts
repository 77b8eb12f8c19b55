import { atMost, type EpochMs, type Position } from '@plumbline/kernel';
import { LRUCache } from 'lru-cache';
import { contextOf } from './checks.ts';
import type { FactPage, ReadAllOptions, StoredFact } from './event-log.ts';
import { positionOf, type Statements } from './sqlite-schema.ts';

interface FactRow {
  readonly position: number;
  readonly streamNo: number;
  readonly revision: number;
  readonly typeNo: number;
  readonly recordedAt: number;
  readonly id: string;
  readonly bodyHash: ArrayBuffer;
  readonly body: string;
  readonly part: ArrayBuffer | null;
}

const cachedStreamsMax = 50_000;
/** So many positions a page of a reader that leaves types out goes on at most. */
export const passedOverMax = 20_000;

export type Reader = ReturnType<typeof createReader>;

/** Reads the log. Names of streams and types are remembered, as they never change. */
export function createReader(sql: Statements) {
  const streams = new LRUCache<number, { name: string; tenant: string }>(atMost(cachedStreamsMax));
  const types = new Map<number, string>();
  const typeNos = new Map<string, number>();

  const streamOf = (no: number): { name: string; tenant: string } => {
    const known = streams.get(no);
    if (known !== undefined) return known;
    const { name, tenant } = sql.streamName.get(no) as { name: string; tenant: string };
    streams.set(no, { name, tenant });
    return { name, tenant };
  };

  const typeOf = (no: number): string => {
    const known = types.get(no);
    if (known !== undefined) return known;
    const { name } = sql.typeName.get(no) as { name: string };
    types.set(no, name);
    return name;
  };

  const storedOf = (row: FactRow): StoredFact => {
    const { name, tenant } = streamOf(row.streamNo);
    return new StoredRow(row, typeOf(row.typeNo), tenant, name);
  };

  /** Undefined as long as no fact of the type is there. */
  const noOfType = (name: string): number | undefined => {
    const known = typeNos.get(name);
    if (known !== undefined) return known;
    const row = sql.type.get(name) as { no: number } | undefined;
    if (row !== undefined) typeNos.set(name, row.no);
    return row?.no;
  };

  // One statement for each set of types that is left out: there are as many as kinds of readers.
  const readings = new Map<string, Statements['readAll']>();
  const readAll = (without: ReadonlySet<string> | undefined): Statements['readAll'] => {
    if (without === undefined || without.size === 0) return sql.readAll;
    const known = [...without].flatMap((name) => noOfType(name) ?? []);
    const name = known.join(',');
    const reading = readings.get(name) ?? sql.readAllWithout(known);
    readings.set(name, reading);
    return reading;
  };

  const head = (): Position | null => {
    const row = sql.last.get() as { position: number } | undefined;
    return row === undefined ? null : positionOf(row.position);
  };

  return {
    head,
    stream: (stream: string, { from = 0, to }: { from?: number; to?: number } = {}) => {
      const rows = sql.readStream.all(stream, from, to ?? Number.MAX_SAFE_INTEGER);
      return (rows as unknown as FactRow[]).map(storedOf);
    },
    all: (after: Position | null, options: ReadAllOptions): FactPage => {
      const { limit, tenant, context, until, without } = options;
      const start = after === null ? 0 : Number(after);
      const newest = Number(head() ?? 0);
      const end = until === undefined ? newest : Math.min(Number(until), newest);
      // Who follows the log is at its head most of the times that it asks.
      if (end <= start) {
        return { facts: [], next: start === 0 ? null : positionOf(start), atHead: true };
      }
      // What is left out is passed over within one statement: not over the whole log at once.
      const isPicky = without !== undefined && without.size > 0;
      const far = isPicky ? Math.min(end, start + passedOverMax) : end;
      const rows = (tenant === undefined
        ? readAll(without).all(start, far, limit)
        : sql.readTenant.all(tenant, start, far, limit)) as unknown as FactRow[];
      const facts = rows.map(storedOf).filter(({ stream, type }) => {
        const isOther = context !== undefined && contextOf(stream) !== context;
        return !isOther && without?.has(type) !== true;
      });
      const isDone = rows.length < limit || rows.at(-1)?.position === far;
      const next = isDone ? Math.max(start, far) : (rows.at(-1)?.position ?? far);
      const atHead = isDone && far === end;
      return { facts, next: next === 0 ? null : positionOf(next), atHead };
    },
    positionAt: (instant: EpochMs): Position | null => {
      let low = 0;
      let high = Number(head() ?? 0);
      // Times never decrease with position, and positions have no gap: halve the way.
      while (low < high) {
        const middle = Math.ceil((low + high) / 2);
        const { recordedAt } = sql.recordedAt.get(middle) as { recordedAt: number };
        if (recordedAt <= instant) low = middle;
        else high = middle - 1;
      }
      return low === 0 ? null : positionOf(low);
    },
  };
}

/** A stored fact over its row: what most readers never ask for is made when it is asked for. */
class StoredRow implements StoredFact {
  readonly id: string;
  readonly revision: number;
  readonly recordedAt: EpochMs;
  readonly body: string;
  readonly position: Position;
  readonly sealed?: Uint8Array;
  readonly #hash: ArrayBuffer;

  constructor(
    row: FactRow,
    readonly type: string,
    readonly tenant: string,
    readonly stream: string,
  ) {
    this.id = row.id;
    this.revision = row.revision;
    this.recordedAt = row.recordedAt;
    this.body = row.body;
    this.position = positionOf(row.position);
    this.#hash = row.bodyHash;
    if (row.part !== null) this.sealed = Buffer.from(row.part);
  }

  get bodyHash(): string {
    return Buffer.from(this.#hash).toString('hex');
  }
}
