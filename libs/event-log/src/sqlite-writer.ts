import { hash } from 'node:crypto';
import { atMost, type Clock } from '@plumbline/kernel';
import { sqliteCode, type SqliteFile } from '@plumbline/sqlite';
import { LRUCache } from 'lru-cache';
import { firstRevision, isThere, type FoundFact } from './checks.ts';
import { CommandReused, ForeignStream, RevisionConflict } from './event-log.ts';
import type { Append, Receipt, RecordedCommand, StoredFact } from './event-log.ts';
import { leafHash } from './leaf.ts';
import { createInserts } from './sqlite-inserts.ts';
import { CommittedFact } from './sqlite-recent.ts';
import { positionOf, type Statements } from './sqlite-schema.ts';

export interface WriterOptions {
  readonly clock: Clock;
  readonly crashPoint: (name: string) => void;
  /** Called with the facts of each commit, after it, in order. */
  readonly onFacts: (facts: readonly StoredFact[]) => void;
}

export type Outcome = Receipt | RevisionConflict | CommandReused | ForeignStream;

interface StreamHead {
  readonly no: number;
  readonly tenantNo: number;
  /** Newest revision. */
  head: number;
}

interface TenantLeaves {
  readonly no: number;
  leaves: number;
}

const cachedStreamsMax = 20_000;

/**
 * Writes batches of appends. Conflicts are found before anything is written, so that the rows of
 * a whole batch go to the engine together. Only when the engine itself refuses a row (a command
 * that its caller did not know to be recorded) is the batch done anew, each append in a savepoint
 * of its own. What is remembered of streams and tenants is true only as long as the commit goes
 * through, so all of it is forgotten when one does not.
 */
export function createWriter(
  db: SqliteFile,
  sql: Statements,
  { clock, crashPoint, onFacts }: WriterOptions,
) {
  const inserts = createInserts(db);
  const known = createMemory(sql);
  /** What the transaction adds, as it will be read. */
  let added: StoredFact[] = [];

  /** Queues the rows of one append; what was refused queues none. */
  const take = (append: Append): Outcome => {
    const { stream, expected } = append;
    const before = known.stream(stream);
    const head = before?.head ?? -1;
    if (before !== undefined && before.tenantNo !== known.tenant(append.tenant).no) {
      return new ForeignStream(stream, append.tenant);
    }
    if ((expected === 'none' ? -1 : expected) !== head) {
      return recallOr(append, new RevisionConflict(stream, expected, head < 0 ? null : head));
    }
    return queue(append, before, Math.max(known.last.recordedAt, clock.now()));
  };

  const queue = (append: Append, before: StreamHead | undefined, recordedAt: number): Receipt => {
    const { stream, commandId, fingerprint } = append;
    const tenant = known.tenant(append.tenant);
    const at = before ?? known.newStream(stream, tenant.no);
    if (before === undefined) inserts.stream(at.no, stream, tenant.no);
    let left = append.facts.length;
    for (const fact of append.facts) {
      const { id, type, body, sealed } = fact;
      left -= 1;
      const position = (known.last.position += 1);
      const revision = (at.head += 1);
      const bodyHash = hash('sha256', body, 'hex');
      inserts.fact({
        position,
        streamNo: at.no,
        revision,
        tenantNo: tenant.no,
        leafNo: tenant.leaves,
        typeNo: known.type(type),
        recordedAt,
        id,
        bodyHash: Buffer.from(bodyHash, 'hex'),
        leafHash: leafHash({ id, stream, revision, type, recordedAt, bodyHash }),
        commandId: left === 0 ? commandId : null,
        fingerprint: left === 0 ? fingerprint : null,
        body,
      });
      if (sealed !== undefined) inserts.sealed(position, sealed);
      added.push(new CommittedFact(fact, append, { position, revision, recordedAt, bodyHash }));
      tenant.leaves += 1;
    }
    known.last.recordedAt = recordedAt;
    const position = positionOf(known.last.position);
    return { stream, revision: at.head, position, replayed: false };
  };

  /** Queues the rows of a command that is restored, unless it is there: then 0. */
  const takeRestored = (command: RecordedCommand): number => {
    const { stream, commandId, facts, recordedAt } = command;
    const before = known.stream(stream);
    // What the call before this one has queued for the same stream is looked at too.
    if (before !== undefined) inserts.flush();
    const first = firstRevision(command);
    const row = before && sql.recall.get(stream, commandId);
    const isForeign = before !== undefined && before.tenantNo !== known.tenant(command.tenant).no;
    const found = {
      tenant: isForeign ? '' : undefined,
      head: before?.head ?? -1,
      facts: before ? rowsOf(sql, stream, first, first + facts.length - 1) : [],
      recorded: row as { fingerprint: string; revision: number } | undefined,
    };
    if (isThere(command, found, known.last.recordedAt)) return 0;
    queue(command, before, recordedAt);
    return 1;
  };

  const recallOr = (append: Append, otherwise: Outcome): Outcome => {
    const { stream, commandId, fingerprint } = append;
    inserts.flush();
    const row = sql.recall.get(stream, commandId) as
      { fingerprint: string; revision: number; position: number } | undefined;
    if (row === undefined) return otherwise;
    if (row.fingerprint !== fingerprint) return new CommandReused(stream, commandId);
    const position = positionOf(row.position);
    return { stream, revision: row.revision, position, replayed: true };
  };

  const together = (batch: readonly Append[]): readonly Outcome[] => {
    const outcomes = batch.map(take);
    inserts.flush();
    return outcomes;
  };

  const oneByOne = (batch: readonly Append[]): readonly Outcome[] =>
    batch.map((append) => {
      const before = added.length;
      sql.savepoint.run();
      try {
        const outcome = take(append);
        inserts.flush();
        sql.release.run();
        return outcome;
      } catch (cause) {
        if (!isConstraint(cause)) throw cause;
        sql.undo.run();
        sql.release.run();
        inserts.drop();
        added.length = before;
        known.forget();
        return recallOr(append, new CommandReused(append.stream, append.commandId));
      }
    });

  const inTransaction = <Result>(work: () => Result): Result => {
    added = [];
    try {
      sql.begin.run();
      const result = work();
      crashPoint('log:before-commit');
      sql.commit.run();
      crashPoint('log:after-commit');
      if (added.length > 0) onFacts(added);
      return result;
    } catch (cause) {
      // The engine may have ended the transaction itself, as it does when the disk is full.
      if (db.inTransaction) sql.rollback.run();
      inserts.drop();
      known.forget();
      throw cause;
    }
  };

  return {
    /** All of the batch in one commit; a conflict fails alone. Throws when nothing was kept. */
    commit: (batch: readonly Append[]): readonly Outcome[] => {
      try {
        return inTransaction(() => together(batch));
      } catch (cause) {
        if (!isConstraint(cause)) throw cause;
        return inTransaction(() => oneByOne(batch));
      }
    },
    /** All of them in one commit, or none; answers how many were not there yet. */
    restore: (commands: readonly RecordedCommand[]): number =>
      inTransaction(() => {
        const added = commands.reduce((sum, command) => sum + takeRestored(command), 0);
        inserts.flush();
        return added;
      }),
  };
}

function isConstraint(cause: unknown): boolean {
  return sqliteCode(cause)?.startsWith('SQLITE_CONSTRAINT') ?? false;
}

/** Without the reader, which remembers names for ever: those of this transaction may be undone. */
function rowsOf(sql: Statements, stream: string, from: number, to: number): FoundFact[] {
  const rows = sql.readStream.all(stream, from, to) as unknown as (FoundFact & {
    readonly typeNo: number;
  })[];
  return rows.map(({ id, body, recordedAt, typeNo }) => {
    const { name } = sql.typeName.get(typeNo) as { name: string };
    return { id, body, recordedAt, type: name };
  });
}

/** What the writer knows without asking the engine. */
function createMemory(sql: Statements) {
  const streams = new LRUCache<string, StreamHead>(atMost(cachedStreamsMax));
  const tenants = new Map<string, TenantLeaves>();
  const types = new Map<string, number>();
  let lastStream = numberOf(sql.lastStream.get());

  const memory = {
    last: lastOf(sql),
    stream: (name: string): StreamHead | undefined => {
      const cached = streams.get(name);
      if (cached !== undefined) return cached;
      const row = sql.stream.get(name) as StreamHead | undefined;
      if (row === undefined) return undefined;
      const stream = { no: row.no, tenantNo: row.tenantNo, head: row.head };
      streams.set(name, stream);
      return stream;
    },
    newStream: (name: string, tenantNo: number): StreamHead => {
      const stream = { no: (lastStream += 1), tenantNo, head: -1 };
      streams.set(name, stream);
      return stream;
    },
    tenant: (name: string): TenantLeaves => {
      const cached = tenants.get(name);
      if (cached !== undefined) return cached;
      const row = sql.tenant.get(name) as { no: number; leaves: number | null } | undefined;
      const no = row?.no ?? Number(sql.addTenant.run(name).lastInsertRowid);
      const tenant = { no, leaves: row?.leaves ?? 0 };
      tenants.set(name, tenant);
      return tenant;
    },
    type: (name: string): number => {
      const cached = types.get(name);
      if (cached !== undefined) return cached;
      const row = sql.type.get(name) as { no: number } | undefined;
      const no = row?.no ?? Number(sql.addType.run(name).lastInsertRowid);
      types.set(name, no);
      return no;
    },
    forget: () => {
      streams.clear();
      tenants.clear();
      types.clear();
      memory.last = lastOf(sql);
      lastStream = numberOf(sql.lastStream.get());
    },
  };
  return memory;
}

function numberOf(row: unknown): number {
  return (row as { no: number }).no;
}

function lastOf(sql: Statements): { position: number; recordedAt: number } {
  const row = sql.last.get() as { position: number; recordedAt: number } | undefined;
  return { position: row?.position ?? 0, recordedAt: row?.recordedAt ?? 0 };
}
