import { Fault } from '@plumbline/kernel';

/**
 * Keeps one random key for each data subject of a tenant, wrapped by the tenant's key. It lies
 * apart from the log, so that it is backed up apart and for a shorter time: destroying a key
 * makes everything sealed under it unreadable, in backups of the log too.
 *
 * What a caller may rely on, of every adapter (`key-store.contract.ts` holds each one to it):
 * - `create` is durable before it answers. Two that create at once get the same key.
 * - A destroyed key never comes back: `create` answers `destroyed` for its subject for ever.
 * - What the engine cannot do now throws `KeysUnavailable`, and has kept or destroyed nothing.
 */
export interface KeyStore {
  find(tenant: string, subject: string): Promise<StoredKey | undefined>;
  /** Keeps the wrapped key, unless the subject has one already: the key in force is given back. */
  create(tenant: string, subject: string, wrapped: Uint8Array): Promise<StoredKey>;
  /**
   * The next entries after one (`null`: from the start), 1 to `listKeysMax` of them, in an order of
   * the engine's own: each subject once, those whose key is destroyed too. Fewer than asked for:
   * that was all. For moving keys to another store, wrapped as they are.
   */
  list(after: KeyName | null, limit: number): Promise<readonly KeyEntry[]>;
  /** Forgets the key for good. True when there was one. */
  destroy(tenant: string, subject: string): Promise<boolean>;
  close(): Promise<void>;
}

export type StoredKey =
  { readonly state: 'kept'; readonly wrapped: Uint8Array } | { readonly state: 'destroyed' };

export interface KeyName {
  readonly tenant: string;
  readonly subject: string;
}

export type KeyEntry = KeyName & { readonly key: StoredKey };

export const listKeysMax = 1_000;

/** The engine cannot read or write keys now: disk full, read-only, closed. */
export class KeysUnavailable extends Fault {
  readonly code = 'privacy/keys-unavailable';
  readonly retriable = true;
}
