import type { KeyStore, StoredKey } from './key-store.ts';

/** A key store that lasts as long as the process: for tests, and for trying things out. */
export function openMemoryKeyStore(): KeyStore {
  const keys = new Map<string, StoredKey>();
  const nameOf = (tenant: string, subject: string) => `${tenant}\u001f${subject}`;
  return {
    find: async (tenant, subject) => keys.get(nameOf(tenant, subject)),
    create: async (tenant, subject, wrapped) => {
      const name = nameOf(tenant, subject);
      const kept = keys.get(name) ?? { state: 'kept', wrapped: Uint8Array.from(wrapped) };
      keys.set(name, kept);
      return kept;
    },
    destroy: async (tenant, subject) => {
      const name = nameOf(tenant, subject);
      const had = keys.get(name)?.state === 'kept';
      keys.set(name, { state: 'destroyed' });
      return had;
    },
    close: async () => undefined,
  };
}
