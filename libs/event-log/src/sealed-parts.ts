import { hash } from 'node:crypto';

/**
 * The sealed parts of facts, beside a log that cannot erase: personal text as ciphertext, each part
 * under its tenant and its SHA-256, which the fact's body holds as `sealed.hash`. The log writes
 * the parts of an append before the append and attaches them to what is read. A log that keeps
 * parts in the transaction of the append needs no such port.
 *
 * What a caller may rely on, of every adapter (`sealed-parts.contract.ts` holds each one to it):
 * - `put` is durable before it answers, and the same part twice is one part. When it fails, some of
 *   the parts may be kept: a part without a fact is read by nobody.
 * - The bytes are given back unchanged, and never to another tenant.
 * - What is erased is not given back any more, wherever it was read before. Putting the same part
 *   again keeps it again: an erasure destroys the key first, so that nothing can open it.
 * - What the engine cannot do now throws `LogUnavailable`, as does every call after `close`.
 */
export interface SealedParts {
  /** Keeps up to `appendFactsMax` parts, those of one append. */
  put(tenant: string, parts: readonly Uint8Array[]): Promise<void>;
  /** Up to `readAllFactsMax` parts by their hash; those that are not kept are left out. */
  get(tenant: string, hashes: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Forgets parts for good; answers how many there were. */
  erase(tenant: string, hashes: readonly string[]): Promise<number>;
  close(): Promise<void>;
}

/** The address of a part within its tenant: SHA-256 in hex. */
export function sealedPartHash(part: Uint8Array): string {
  return hash('sha256', part, 'hex');
}
