import { collectRows, type SqliteFile } from '@plumbline/sqlite';

/** The rows of a batch of appends, which go to the engine together. */
export function createInserts(db: SqliteFile) {
  const streams = collectRows(db, 'streams (stream_no, name, tenant_no)', 3);
  const facts = collectRows(
    db,
    `facts (position, stream_no, revision, tenant_no, leaf_no, type_no, recorded_at, id,
       body_hash, leaf_hash, command_id, fingerprint, body)`,
    13,
  );
  const sealed = collectRows(db, 'sealed (position, part)', 2);
  return {
    stream: (...row: readonly [number, string, number]) => streams.add(...row),
    fact: (row: FactRow) => {
      const { position, streamNo, revision, tenantNo, leafNo, typeNo, recordedAt } = row;
      const { id, bodyHash, leafHash, commandId, fingerprint, body } = row;
      facts.add(position, streamNo, revision, tenantNo, leafNo, typeNo, recordedAt);
      facts.add(id, bodyHash, leafHash, commandId, fingerprint, body);
    },
    sealed: (position: number, part: Uint8Array) => {
      const { buffer, byteOffset, byteLength } = part;
      sealed.add(position, Buffer.from(buffer, byteOffset, byteLength));
    },
    /** Sends what was collected. */
    flush: () => {
      streams.flush();
      facts.flush();
      sealed.flush();
    },
    /** Forgets what was collected. */
    drop: () => {
      streams.drop();
      facts.drop();
      sealed.drop();
    },
  };
}

interface FactRow {
  readonly position: number;
  readonly streamNo: number;
  readonly revision: number;
  readonly tenantNo: number;
  readonly leafNo: number;
  readonly typeNo: number;
  readonly recordedAt: number;
  readonly id: string;
  readonly bodyHash: Buffer;
  readonly leafHash: Buffer;
  readonly commandId: string | null;
  readonly fingerprint: string | null;
  readonly body: string;
}
