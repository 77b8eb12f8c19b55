import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { emptyTable, tableEntries, tableGet, tableSize, tableWith, type Table } from './table.ts';

// Few keys, so that they come again; some with the hash of another.
const keys = fc.oneof(
  fc.string({ maxLength: 2 }),
  fc.constantFrom('costarring', 'liquid', 'a', 'b'),
);
const writes = fc.array(fc.tuple(keys, fc.nat()), { maxLength: 400 });

const filled = (entries: readonly (readonly [string, number])[]) =>
  entries.reduce<Table<number>>((table, [key, value]) => tableWith(table, key, value), emptyTable);

describe('a table', () => {
  it('holds what a map holds', () => {
    fc.assert(
      fc.property(writes, (entries) => {
        const table = filled(entries);
        const map = new Map(entries);
        expect(tableSize(table)).toBe(map.size);
        expect(new Map(tableEntries(table))).toEqual(map);
        for (const [key, value] of map) expect(tableGet(table, key)).toBe(value);
        expect(tableGet(table, 'not there at all')).toBeUndefined();
      }),
    );
  });

  it('stays as it was when another is made of it', () => {
    fc.assert(
      fc.property(writes, keys, (entries, key) => {
        const table = filled(entries);
        const before = JSON.stringify(table);
        tableWith(table, key, -1);
        expect(JSON.stringify(table)).toBe(before);
      }),
    );
  });

  it('is the same, in whatever order its keys came', () => {
    fc.assert(
      fc.property(writes, (entries) => {
        const once = [...new Map(entries)];
        expect(filled(once.toReversed())).toEqual(filled(once));
      }),
    );
  });

  it('keeps keys apart that have one hash', () => {
    // The two words are a known pair of FNV-1a.
    const table = filled([
      ['costarring', 1],
      ['liquid', 2],
    ]);
    expect([tableGet(table, 'costarring'), tableGet(table, 'liquid')]).toEqual([1, 2]);
  });

  it('grows to very many entries', () => {
    const count = 20_000;
    const table = filled(Array.from({ length: count }, (_, index) => [`key-${index}`, index]));
    expect(tableSize(table)).toBe(count);
    expect(tableGet(table, `key-${count - 1}`)).toBe(count - 1);
  });
});
