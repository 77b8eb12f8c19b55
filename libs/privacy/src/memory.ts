import type { KeyEntry, KeyStore } from './key-store.ts';

/** A key store that lasts as long as the process: for tests, and for trying things out. */
export function openMemoryKeyStore(): KeyStore {
  const entries = new Map<string, KeyEntry>();
  const nameOf = (tenant: string, subject: string) => `${tenant}\u001f${subject}`;
  return {
    find: async (tenant, subject) => entries.get(nameOf(tenant, subject))?.key,
    create: async (tenant, subject, wrapped) => {
      const name = nameOf(tenant, subject);
      const before = entries.get(name)?.key;
      const key = before ?? { state: 'kept' as const, wrapped: Uint8Array.from(wrapped) };
      entries.set(name, { tenant, subject, key });
      return key;
    },
    list: async (after, limit) => {
      const names = [...entries.keys()];
      const start = after === null ? 0 : names.indexOf(nameOf(after.tenant, after.subject)) + 1;
      return [...entries.values()].slice(start, start + limit);
    },
    destroy: async (tenant, subject) => {
      const name = nameOf(tenant, subject);
      const had = entries.get(name)?.key.state === 'kept';
      entries.set(name, { tenant, subject, key: { state: 'destroyed' } });
      return had;
    },
    close: async () => undefined,
  };
}
