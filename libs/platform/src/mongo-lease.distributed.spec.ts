import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@plumbline/mongo/testing';
import { memoryLeases, type Leases } from './lease.ts';
import { openMongoLeases } from './mongo-lease.ts';

let database: TestDatabase;
const clock = { at: 1_000_000 };
const now = () => clock.at;
beforeEach(async () => {
  database = await openTestDatabase();
});
afterEach(() => database.drop());

const adapters: [string, () => Leases][] = [
  ['in memory', () => memoryLeases(now)],
  ['in MongoDB', () => openMongoLeases({ connection: database.connection, now })],
];

describe.each(adapters)('leases %s', (_, open) => {
  it('are held by one until their time is over, and kept by who holds them', async () => {
    const leases = open();
    expect(await leases.hold('work', 'one', 100)).toBe(true);
    expect(await leases.hold('work', 'other', 100)).toBe(false);
    expect(await leases.hold('rest', 'other', 100)).toBe(true);
    clock.at += 90;
    expect(await leases.hold('work', 'one', 100)).toBe(true);
    clock.at += 90;
    expect(await leases.hold('work', 'other', 100)).toBe(false);
    clock.at += 11;
    expect(await leases.hold('work', 'other', 100)).toBe(true);
    expect(await leases.hold('work', 'one', 100)).toBe(false);
  });

  it('are let go by who holds them only', async () => {
    const leases = open();
    await leases.hold('work', 'one', 100);
    await leases.release('work', 'other');
    expect(await leases.hold('work', 'other', 100)).toBe(false);
    await leases.release('work', 'one');
    expect(await leases.hold('work', 'other', 100)).toBe(true);
  });

  it('are taken by one of many who come at once', async () => {
    const leases = open();
    const holders = Array.from({ length: 16 }, (__, index) => `holder-${index}`);
    const taken = await Promise.all(holders.map((one) => leases.hold('work', one, 100)));
    expect(taken.filter(Boolean)).toHaveLength(1);
  });
});
