import { createHash } from 'node:crypto';
import type { Clock } from '@plumbline/kernel';
import type { SqliteFile } from '@plumbline/sqlite';
import { LRUCache } from 'lru-cache';
import { CommandReused, RevisionConflict } from './event-log.ts';
import type { Append, NewFact, Receipt } from './event-log.ts';
import { leafHash } from './leaf.ts';
import { positionOf, type Statements } from './sqlite-schema.ts';

type Outcome = Receipt | RevisionConflict | CommandReused;

interface StreamHead {
  readonly no: number;
  /** Newest revision; -1 while a stream is being made. */
  readonly head: number;
}

interface TenantLeaves {
  readonly no: number;
  leaves: number;
}

const cachedStreamsMax = 50_000;

/**
 * Writes batches of appends. What it remembers of streams and tenants is true only as long as the
 * commit goes through, so all of it is forgotten when one does not.
 */
export function createWriter(db: SqliteFile, sql: Statements, clock: Clock) {
  const streams = new LRUCache<string, StreamHead>({ max: cachedStreamsMax });
  const tenants = new Map<string, TenantLeaves>();
  const types = new Map<string, number>();
  let last = lastOf(sql);

  const forget = () => {
    streams.clear();
    tenants.clear();
    types.clear();
    last = lastOf(sql);
  };

  const streamOf = (name: string): StreamHead | undefined => {
    const known = streams.get(name) ?? (sql.stream.get(name) as StreamHead | undefined);
    return known;
  };

  const tenantOf = (name: string): TenantLeaves => {
    let tenant = tenants.get(name) ?? (sql.tenant.get(name) as TenantLeaves | undefined);
    tenant ??= { no: Number(sql.addTenant.run(name).lastInsertRowid), leaves: 0 };
    const kept = { no: tenant.no, leaves: tenant.leaves };
    tenants.set(name, kept);
    return kept;
  };

  const typeOf = (name: string): number => {
    const known = types.get(name) ?? (sql.type.get(name) as { no: number } | undefined)?.no;
    const no = known ?? Number(sql.addType.run(name).lastInsertRowid);
    types.set(name, no);
    return no;
  };

  const write = (append: Append, before: StreamHead | undefined): Receipt => {
    const { stream, commandId, fingerprint, facts } = append;
    const tenant = tenants.get(append.tenant) ?? tenantOf(append.tenant);
    const head = (before?.head ?? -1) + facts.length;
    const no = before?.no ?? Number(sql.addStream.run(stream, tenant.no, head).lastInsertRowid);
    if (before !== undefined) sql.moveStream.run(head, no);
    const recordedAt = Math.max(last.recordedAt, clock.now());
    let position = last.position;
    let revision = before?.head ?? -1;
    let leaves = tenant.leaves;
    for (const fact of facts) {
      position += 1;
      revision += 1;
      const bodyHash = createHash('sha256').update(fact.body).digest();
      const leaf = leafOf(fact, stream, revision, recordedAt, bodyHash);
      const typeNo = typeOf(fact.type);
      sql.addFact.run(position, no, revision, typeNo, recordedAt, fact.id, bodyHash, fact.body);
      sql.addLeaf.run(tenant.no, position, leaves, leaf);
      leaves += 1;
      if (fact.sealed !== undefined) sql.addSealed.run(position, asBuffer(fact.sealed));
    }
    sql.addCommand.run(no, commandId, fingerprint, revision, position);
    sql.countLeaves.run(leaves, tenant.no);
    tenant.leaves = leaves;
    last = { position, recordedAt };
    streams.set(stream, { no, head });
    return { stream, revision, position: positionOf(position), replayed: false };
  };

  const appendOne = (append: Append): Outcome => {
    const { stream, expected, commandId, fingerprint } = append;
    const before = streamOf(stream);
    const repeat = before === undefined ? undefined : sql.recall.get(stream, commandId);
    if (repeat !== undefined) {
      const row = repeat as { fingerprint: string; revision: number; position: number };
      if (row.fingerprint !== fingerprint) return new CommandReused(stream, commandId);
      const position = positionOf(row.position);
      return { stream, revision: row.revision, position, replayed: true };
    }
    const head = before?.head ?? -1;
    if ((expected === 'none' ? -1 : expected) !== head) {
      return new RevisionConflict(stream, expected, head < 0 ? null : head);
    }
    sql.savepoint.run();
    try {
      const receipt = write(append, before);
      sql.release.run();
      return receipt;
    } catch (cause) {
      // The engine may have ended the transaction itself, as it does when the disk is full.
      if (db.inTransaction) {
        sql.undo.run();
        sql.release.run();
      }
      throw cause;
    }
  };

  return {
    /** All of the batch in one commit; a conflict fails alone. Throws when nothing was kept. */
    commit: (batch: readonly Append[]): readonly Outcome[] => {
      try {
        sql.begin.run();
        const outcomes = batch.map(appendOne);
        sql.commit.run();
        return outcomes;
      } catch (cause) {
        if (db.inTransaction) sql.rollback.run();
        forget();
        throw cause;
      }
    },
  };
}

function lastOf(sql: Statements): { position: number; recordedAt: number } {
  const row = sql.last.get() as { position: number; recordedAt: number } | undefined;
  return row === undefined
    ? { position: 0, recordedAt: 0 }
    : { position: row.position, recordedAt: row.recordedAt };
}

function leafOf(
  { id, type }: NewFact,
  stream: string,
  revision: number,
  recordedAt: number,
  bodyHash: Buffer,
): Buffer {
  return leafHash({ id, stream, revision, type, recordedAt, bodyHash: bodyHash.toString('hex') });
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
