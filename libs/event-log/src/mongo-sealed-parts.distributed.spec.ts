import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { isAnswered, until } from '@plumbline/kernel/testing';
import { openMongo } from '@plumbline/mongo';
import { openTestDatabase, startTestServer, type TestDatabase } from '@plumbline/mongo/testing';
import { LogUnavailable } from './event-log.ts';
import { openMongoSealedParts } from './mongo-sealed-parts.ts';
import { sealedPartsContract } from './sealed-parts.contract.ts';
import { sealedPartHash } from './sealed-parts.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());

sealedPartsContract('mongo', () => openMongoSealedParts({ connection: database.connection }));

describe('sealed parts in MongoDB', () => {
  it('keep the new ones of an append of which some are there already', async () => {
    const parts = openMongoSealedParts({ connection: database.connection });
    const [old, fresh, last] = [1, 2, 3].map((byte) => Uint8Array.of(byte));
    const all = [old, fresh, last].filter((part) => part !== undefined);
    await parts.put('acme', all.slice(0, 1));
    await parts.put('acme', all);
    expect((await parts.get('acme', all.map(sealedPartHash))).size).toBe(3);
  });

  it('say when they cannot be reached, and have what they answered for afterwards', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-parts-'));
    const file = join(folder, 'parts.mv');
    const server = await startTestServer(file);
    const connection = await openMongo(server.url, { serverSelectionMs: 2_000 });
    const parts = openMongoSealedParts({ connection });
    const part = randomBytes(40);
    await parts.put('acme', [part]);
    await server.kill();
    const hash = sealedPartHash(part);
    await expect(parts.put('acme', [part])).rejects.toThrow(LogUnavailable);
    await expect(parts.get('acme', [hash])).rejects.toThrow(LogUnavailable);
    await expect(parts.erase('acme', [hash])).rejects.toThrow(LogUnavailable);
    const again = await startTestServer(file, server.port);
    // The driver finds it again a moment later.
    await until(() => isAnswered(parts.get('acme', [hash])));
    const kept = await parts.get('acme', [hash]);
    expect(Buffer.from(kept.get(hash) ?? []).equals(part)).toBe(true);
    await connection.close();
    await again.kill();
    rmSync(folder, { recursive: true });
  });
});
