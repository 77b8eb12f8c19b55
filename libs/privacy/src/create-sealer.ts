import { atMost, type SealedText } from '@plumbline/kernel';
import { LRUCache } from 'lru-cache';
import { decrypt, encrypt, newKey, SubjectErased, Tampered, tenantKey } from './cipher.ts';
import type { KeyName, KeyStore } from './key-store.ts';
import type { ForgettingSealer, SealedPlace } from './sealer.ts';

export const cachedKeysMaxDefault = 10_000;

/**
 * A sealer over a key store. Unwrapped keys are kept in memory, at most `cachedKeysMax` of them;
 * `forget` must be called when a key is destroyed through another door.
 */
export function createSealer(options: {
  readonly keys: KeyStore;
  /** 32 bytes; whoever has it and the key store can read everything. */
  readonly rootKey: Uint8Array;
  readonly cachedKeysMax?: number;
}): ForgettingSealer {
  const { keys, rootKey, cachedKeysMax = cachedKeysMaxDefault } = options;
  const unwrapped = new LRUCache<string, Uint8Array>(atMost(cachedKeysMax));
  const tenantKeys = new LRUCache<string, Uint8Array>(atMost(1_000));

  const ofTenant = (tenant: string): Uint8Array => {
    const known = tenantKeys.get(tenant);
    if (known !== undefined) return known;
    const derived = tenantKey(rootKey, tenant);
    tenantKeys.set(tenant, derived);
    return derived;
  };

  const unwrap = (tenant: string, subject: string, wrapped: Uint8Array): Uint8Array => {
    const key = decrypt(ofTenant(tenant), wrapped, nameOf(tenant, subject));
    unwrapped.set(nameOf(tenant, subject), key);
    return key;
  };

  const existing = async (tenant: string, subject: string): Promise<Uint8Array | undefined> => {
    const cached = unwrapped.get(nameOf(tenant, subject));
    if (cached !== undefined) return cached;
    const stored = await keys.find(tenant, subject);
    if (stored?.state !== 'kept') return undefined;
    return unwrap(tenant, subject, stored.wrapped);
  };

  const existingOrNew = async (tenant: string, subject: string): Promise<Uint8Array> => {
    const found = await existing(tenant, subject);
    if (found !== undefined) return found;
    const wrapped = encrypt(ofTenant(tenant), newKey(), nameOf(tenant, subject));
    const stored = await keys.create(tenant, subject, wrapped);
    if (stored.state === 'destroyed') {
      throw new SubjectErased(`The key of ${subject} is destroyed; nothing is sealed under it.`);
    }
    return unwrap(tenant, subject, stored.wrapped);
  };

  return {
    seal: async (where, text) => {
      const key = await existingOrNew(where.tenant, text.of);
      return encrypt(key, Buffer.from(JSON.stringify(text.fields)), boundTo(where));
    },
    open: async (tenant, text: SealedText) => {
      if (text.box === '') return text.has.length === 0 ? {} : undefined;
      const key = await existing(tenant, text.of);
      if (key === undefined) return undefined;
      const { stream, fact } = text;
      const clear = decrypt(
        key,
        Buffer.from(text.box, 'base64'),
        boundTo({ tenant, stream, fact }),
      );
      return JSON.parse(clear.toString('utf8')) as Record<string, string>;
    },
    forget: (tenant, subject) => {
      unwrapped.delete(nameOf(tenant, subject));
    },
  };
}

/** Whether a wrapped key is one of this root key, for this subject. */
export function canUnwrap(
  rootKey: Uint8Array,
  { tenant, subject }: KeyName,
  wrapped: Uint8Array,
): boolean {
  try {
    decrypt(tenantKey(rootKey, tenant), wrapped, nameOf(tenant, subject));
    return true;
  } catch (cause) {
    if (cause instanceof Tampered) return false;
    throw cause;
  }
}

const nameOf = (tenant: string, subject: string): string => `${tenant}\u001f${subject}`;

const boundTo = ({ tenant, stream, fact }: SealedPlace): string => `${tenant}|${stream}|${fact}`;
