import { createHash } from 'node:crypto';
import type { Position } from '@plumbline/kernel';
import type { SqliteFile } from '@plumbline/sqlite';
import type { Envelope } from './envelope.ts';
import type { StoredFact } from './event-log.ts';
import { leafHash } from './leaf.ts';
import type { Reader } from './sqlite-reader.ts';
import type { Statements } from './sqlite-schema.ts';

/** What a look through the whole log found. No finding: it is whole. */
export interface LogCheck {
  readonly facts: number;
  readonly findings: readonly string[];
}

const pageFacts = 1_000;
/** Enough to see what is wrong; a ruined file would give one for every row. */
const findingsMax = 100;

export async function checkLog(db: SqliteFile, sql: Statements, reader: Reader): Promise<LogCheck> {
  const findings = [...engineFindings(db), ...orderFindings(db)];
  let facts = 0;
  let after: Position | null = null;
  for (;;) {
    const page = reader.all(after, { limit: pageFacts });
    for (const fact of page.facts) findings.push(...factFindings(sql, fact));
    facts += page.facts.length;
    if (page.atHead || findings.length > findingsMax) break;
    after = page.next;
    // The server goes on answering between two pages.
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { facts, findings: findings.slice(0, findingsMax) };
}

function engineFindings(db: SqliteFile): string[] {
  const rows = db.pragma('integrity_check') as { integrity_check: string }[];
  return rows.map((row) => row.integrity_check).filter((text) => text !== 'ok');
}

function orderFindings(db: SqliteFile): string[] {
  const gaps = db
    .prepare(
      `SELECT streams.name FROM facts JOIN streams USING (stream_no) GROUP BY stream_no
       HAVING COUNT(*) <> MAX(revision) + 1 OR MIN(revision) <> 0`,
    )
    .all() as { name: string }[];
  const { count, newest } = db
    .prepare('SELECT COUNT(*) AS count, COALESCE(MAX(position), 0) AS newest FROM facts')
    .get() as { count: number; newest: number };
  const trees = db
    .prepare(
      `SELECT tenants.name FROM facts JOIN tenants USING (tenant_no) GROUP BY tenant_no
       HAVING COUNT(*) <> MAX(leaf_no) + 1 OR MIN(leaf_no) <> 0`,
    )
    .all() as { name: string }[];
  return [
    ...gaps.map(({ name }) => `Stream ${name} has a gap in its revisions.`),
    ...(count === newest ? [] : [`${count} facts, but the newest position is ${newest}.`]),
    ...trees.map(({ name }) => `Tenant ${name} has a gap in its leaves.`),
  ];
}

function factFindings(sql: Statements, fact: StoredFact): string[] {
  const at = `The fact at ${fact.position}`;
  const hash = createHash('sha256').update(fact.body).digest('hex');
  if (hash !== fact.bodyHash) return [`${at} is not the one that was recorded.`];
  const { hash: leaf } = sql.leaf.get(Number(fact.position)) as { hash: Buffer };
  if (!leafHash(fact).equals(leaf)) return [`${at} has another leaf.`];
  const { sealed } = JSON.parse(fact.body) as Envelope;
  if (fact.sealed === undefined) return [];
  const part = createHash('sha256').update(fact.sealed).digest('hex');
  return part === sealed?.hash ? [] : [`${at} has another sealed part than it was recorded with.`];
}
