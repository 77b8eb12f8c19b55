import { describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import * as fc from 'fast-check';
import { fileOf, partBytesMax, pieceBytesMax, type Made } from './file.ts';
import { portionOf } from './portion.ts';

async function* given<Item>(batches: readonly (readonly Item[])[]) {
  yield* batches;
}

const batchesOfNumbers = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 8 }).map((sizes) => {
  let no = 0;
  return sizes.map((size) => Array.from({ length: size }, () => (no += 1)));
});

describe('a portion', () => {
  it('is what there is, in order, and says whether there is more', async () => {
    await fc.assert(
      fc.asyncProperty(batchesOfNumbers, fc.integer({ min: 1, max: 20 }), async (batches, rows) => {
        const all = batches.flat();
        const portion = portionOf(given(batches), { rows, isFull: () => false });
        const taken: number[] = [];
        for await (const batch of portion.batches()) taken.push(...batch);
        expect(taken).toEqual(all.slice(0, rows));
        expect(portion).toMatchObject({ rows: taken.length, isMore: all.length > rows });
        expect(portion.last).toBe(taken.at(-1));
      }),
    );
  });

  it('ends when the file is full, if there is more', async () => {
    let isFull = false;
    const portion = portionOf(given([[1], [2], [3]]), { rows: undefined, isFull: () => isFull });
    const taken: number[] = [];
    for await (const batch of portion.batches()) {
      taken.push(...batch);
      isFull = taken.length === 2;
    }
    expect([taken, portion.isMore, portion.last]).toEqual([[1, 2], true, 2]);
  });
});

/** Numbers in lines of so many characters. */
const source = (batches: readonly (readonly number[])[], chars: number) => ({
  ...{ what: 'tables/numbers', position: '9' as Position, pinned: {}, columns: [] },
  batches: () => given(batches),
  rowOf: (no: number) => [no],
  lineOf: (no: number) => JSON.stringify({ no, ballast: 'x'.repeat(chars - 25) }).padEnd(chars),
  placeOf: String,
  endOf: ({ rows, next = '' }: { rows: number; next: string | undefined }) => ({ rows, next }),
});
const manner = { format: 'ndjson', header: true } as const;

async function made(lines: number, chars: number, limit: number | undefined) {
  const batches = Array.from({ length: lines }, (_, no) => [no + 1]);
  const told: Made[] = [];
  const file = fileOf(source(batches, chars), { ...manner, limit }, async (one) => {
    told.push(one);
  });
  const pieces: Uint8Array[] = [];
  for await (const piece of file.pieces) pieces.push(piece);
  return { pieces, told, next: file.next() };
}

describe('a file', () => {
  it('is given in pieces, the last of them once it is recorded', async () => {
    let isRecorded = false;
    const chars = pieceBytesMax + 1;
    const file = fileOf(source([[1], [2]], chars), { ...manner, limit: undefined }, async () => {
      isRecorded = true;
    });
    const seen: (readonly [number, boolean])[] = [];
    for await (const { length } of file.pieces) seen.push([length, isRecorded]);
    expect(seen.slice(0, 2)).toEqual([
      [pieceBytesMax, false],
      [2, false],
    ]);
    expect(seen.map(([, recorded]) => recorded).filter(Boolean)).toHaveLength(1);
  });

  it('of everything has no end but that of its rows', async () => {
    const { told, next } = await made(18, 1024 * 1024 - 1, undefined);
    expect([told[0]?.rows, next]).toEqual([18, undefined]);
  });

  it('of a part ends with the batch that makes it too large', async () => {
    const chars = 1024 * 1024 - 1;
    const lines = partBytesMax / 1024 / 1024;
    expect(await made(lines, chars, 100)).toMatchObject({
      told: [{ rows: lines }],
      next: undefined,
    });
    const more = await made(lines + 1, chars, 100);
    expect(more).toMatchObject({ told: [{ rows: lines }], next: String(lines) });
  });
});
