import { LogUnavailable } from './event-log.ts';
import { sealedPartHash, type SealedParts } from './sealed-parts.ts';

/** Sealed parts that last as long as the process. */
export function openMemorySealedParts(): SealedParts {
  const tenants = new Map<string, Map<string, Uint8Array>>();
  let closed = false;

  const partsOf = (tenant: string): Map<string, Uint8Array> => {
    if (closed) throw new LogUnavailable('The sealed parts are closed.');
    const parts = tenants.get(tenant) ?? new Map<string, Uint8Array>();
    tenants.set(tenant, parts);
    return parts;
  };

  return {
    put: async (tenant, parts) => {
      const kept = partsOf(tenant);
      // A copy: what the caller does with its bytes later is no concern of what is kept.
      for (const part of parts) kept.set(sealedPartHash(part), Uint8Array.from(part));
    },
    get: async (tenant, hashes) => {
      const kept = partsOf(tenant);
      return new Map(
        hashes.flatMap((hash) => {
          const part = kept.get(hash);
          return part === undefined ? [] : [[hash, Uint8Array.from(part)] as const];
        }),
      );
    },
    erase: async (tenant, hashes) => {
      const kept = partsOf(tenant);
      return hashes.filter((hash) => kept.delete(hash)).length;
    },
    close: async () => {
      closed = true;
    },
  };
}
