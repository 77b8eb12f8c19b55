import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical.ts';

/** What a tenant's tree holds of a fact: small, without content, and bound to the stored bytes. */
export interface Leaf {
  readonly id: string;
  readonly stream: string;
  readonly revision: number;
  readonly type: string;
  /** Milliseconds since 1970. */
  readonly recordedAt: number;
  /** SHA-256 of the body, in hex. */
  readonly bodyHash: string;
}

/** RFC 6962, section 2.1: SHA-256 of a zero byte and the leaf's canonical bytes. */
export function leafHash(leaf: Leaf): Buffer {
  const { id, stream, revision, type, recordedAt, bodyHash } = leaf;
  const record = canonicalJson({ v: 1, id, stream, revision, type, recordedAt, bodyHash });
  return createHash('sha256').update(zero).update(record).digest();
}

const zero = Buffer.of(0);
