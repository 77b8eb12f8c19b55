import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { csvPieces, guarded } from './csv.ts';
import { openOtherReaders, rowsOfCsv, rowsOfLines, timed } from './exports.testing.ts';
import type { OtherReaders } from './exports.testing.ts';
import { lineOf, ndjsonPieces } from './ndjson.ts';
import { parquetPieces, rowGroupRowsMax } from './parquet.ts';
import type { Cell, Column, Kind, Row } from './table.ts';

let others: OtherReaders;
beforeAll(async () => {
  others = await openOtherReaders();
});
afterAll(() => others.close());

/** What has broken files of tables before: quotes, ends of lines, formulas, other scripts. */
const hostile = fc.constantFrom(
  ...['', '"', '""', ',', ';', '\n', '\r\n', '\r', '\t', "'", "''=1", '=1+1', '+1', '-1', '@x'],
  ...[
    '=HYPERLINK("http://x","y")',
    '＝1',
    ' ',
    ' a ',
    'NULL',
    'null',
    '\u0000',
    '\ufeff',
    '\u2028',
  ],
  ...['{"a":1}', '[]', '🧮', 'é', 'e\u0301', '\u202e', '1e3', '007', 'true'],
);
const text = fc.oneof(hostile, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }));
const time = fc.date({
  min: new Date('1900-01-01'),
  max: new Date('2100-01-01'),
  noInvalidDate: true,
});
const cells: Readonly<Record<Kind, fc.Arbitrary<Cell>>> = {
  text,
  number: fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  integer: fc.maxSafeInteger(),
  boolean: fc.boolean(),
  instant: time.map((at) => at.toISOString()),
  day: time.map((at) => at.toISOString().slice(0, 10)),
  json: fc
    .array(fc.oneof(text, fc.integer(), fc.constant(null)))
    .map((list) => JSON.stringify(list)),
};
const kinds = Object.keys(cells) as Kind[];

const table = fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 8 }).chain((of) => {
  const columns = of.map((kind, index): Column => ({ name: `${kind}_${index}`, kind }));
  const row = fc.tuple(...of.map((kind) => fc.option(cells[kind], { freq: 4 })));
  const batches = fc.array(fc.array(row, { maxLength: 6 }), { maxLength: 4 });
  return fc.record({ columns: fc.constant(columns), batches });
});

async function* given<Item>(batches: readonly (readonly Item[])[]) {
  yield* batches;
}

async function whole(pieces: AsyncIterable<string | Uint8Array>): Promise<Buffer> {
  const all: Buffer[] = [];
  for await (const piece of pieces) all.push(Buffer.from(piece));
  return Buffer.concat(all);
}

async function inEveryFormat(columns: readonly Column[], batches: readonly (readonly Row[])[]) {
  const lines = batches.map((rows) => rows.map((row) => lineOf(columns, row)));
  const end = () => ({ rows: batches.flat().length });
  return {
    ndjson: String(await whole(ndjsonPieces(given(lines), end))),
    csv: String(await whole(csvPieces(columns, given(batches), { header: true }))),
    parquet: await whole(parquetPieces(columns, given(batches), () => ({ 'a b': '“x”' }))),
  };
}

describe('a table', () => {
  it('has the same rows in every format, whatever is written in it', async () => {
    await fc.assert(
      fc.asyncProperty(table, async ({ columns, batches }) => {
        const rows = batches.flat();
        const names = columns.map(({ name }) => name);
        const { ndjson, csv, parquet } = await inEveryFormat(columns, batches);
        expect(rowsOfLines(ndjson, columns)).toEqual({
          rows,
          end: { end: true, rows: rows.length },
        });
        expect(rowsOfCsv(csv, columns)).toEqual({ names, rows });
        const read = await others.parquet(parquet);
        expect(read).toMatchObject({ names, about: { 'a b': '“x”' } });
        expect(read.rows).toEqual(timed(rows, columns));
      }),
      { numRuns: 150 },
    );
  });

  it('says in a Parquet file what its columns hold', async () => {
    const columns = kinds.map((kind): Column => ({ name: kind, kind }));
    const { types } = await others.parquet((await inEveryFormat(columns, [])).parquet);
    const expected = ['VARCHAR', 'DOUBLE', 'BIGINT', 'BOOLEAN', 'TIMESTAMP', 'DATE', 'VARCHAR'];
    expect(types).toEqual(expected);
  });

  it.each([rowGroupRowsMax, rowGroupRowsMax + 1])('of %s rows is whole', async (count) => {
    const columns: readonly Column[] = [{ name: 'no', kind: 'integer' }];
    const rows = Array.from({ length: count }, (_, no) => [no] as const);
    const pieces = parquetPieces(columns, given([rows]), () => ({}));
    let groups = -1;
    const bytes = await whole(
      (async function* () {
        for await (const piece of pieces) {
          groups += 1;
          yield piece;
        }
      })(),
    );
    expect(groups).toBe(count > rowGroupRowsMax ? 2 : 1);
    expect((await others.parquet(bytes)).rows).toEqual(rows);
  });

  it('that is cut in a Parquet file is read by nobody', async () => {
    const columns: readonly Column[] = [{ name: 'no', kind: 'integer' }];
    const { parquet } = await inEveryFormat(columns, [[[1], [2]]]);
    await expect(others.parquet(parquet.subarray(0, -5))).rejects.toThrow();
  });

  it('refuses a time that is none', async () => {
    const pieces = parquetPieces(
      [{ name: 'at', kind: 'instant' }],
      given([[['soon']]]),
      () => ({}),
    );
    await expect(whole(pieces)).rejects.toThrow('soon is no time.');
  });
});

describe('a text for a spreadsheet', () => {
  it.each([
    ['=1', "'=1"],
    ['-1', "'-1"],
    ['＠x', "'＠x"],
    ["'", "''"],
    ['1-1', '1-1'],
    ['', ''],
  ])('%s is written as %s', (written, field) => {
    expect(guarded(written)).toBe(field);
  });

  it('is none for a number', async () => {
    const pieces = csvPieces([{ name: 'no', kind: 'number' }], given([[[-1.5]]]), {
      header: false,
    });
    expect(String(await whole(pieces))).toBe('-1.5\n');
  });
});
