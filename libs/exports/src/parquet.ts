import { gzipSync } from 'node:zlib';
import { ByteWriter, ParquetWriter, type SchemaElement } from 'hyparquet-writer';
import type { Cell, Column, Kind, Row } from './table.ts';

/** Rows of a group: as many are in memory at once, and are written without a pause. */
export const rowGroupRowsMax = 2_000;
/** A group ends with the row whose texts make it as large as this. */
export const rowGroupCharsMax = 2 * 1024 * 1024;

type Physical = Pick<SchemaElement, 'type' | 'converted_type'>;

/** Instants and days as such, in UTC; a list is a text of JSON. Any column may hold null. */
const physical: Readonly<Record<Kind, Physical>> = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  json: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  number: { type: 'DOUBLE' },
  integer: { type: 'INT64' },
  boolean: { type: 'BOOLEAN' },
  instant: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
  day: { type: 'INT32', converted_type: 'DATE' },
};

/**
 * An Apache Parquet file, a group of rows at a time; what is written is let go. `about` is asked
 * for at the end, and goes into the metadata of the file. A file that was cut has no end by which
 * to read it: no reader takes it for a whole one.
 */
export async function* parquetPieces(
  columns: readonly Column[],
  batches: AsyncIterable<readonly Row[]>,
  about: () => Readonly<Record<string, string>>,
): AsyncGenerator<Uint8Array> {
  const writer = new ByteWriter();
  const file = new ParquetWriter({
    writer,
    schema: schemaOf(columns),
    codec: 'GZIP',
    compressors: { GZIP: (bytes) => gzipSync(bytes, { level: 1 }) },
    createdBy: 'plumbline',
  });
  for await (const rows of groupsOf(batches)) {
    const columnData = columns.map(({ name, kind }, index) => {
      return { name, data: rows.map((row) => valueOf(row[index] ?? null, kind)) };
    });
    await file.write({ columnData, rowGroupSize: rows.length });
    yield taken(writer);
  }
  file.kvMetadata = Object.entries(about()).map(([key, value]) => ({ key, value }));
  await file.finish();
  yield taken(writer);
}

function schemaOf(columns: readonly Column[]): SchemaElement[] {
  const leaves = columns.map(({ name, kind }) => {
    return { name, ...physical[kind], repetition_type: 'OPTIONAL' as const };
  });
  return [{ name: 'root', num_children: columns.length }, ...leaves];
}

/** What was written since; the offsets within the file go on. */
function taken(writer: ByteWriter): Uint8Array {
  const bytes = writer.getBytes().slice();
  writer.index = 0;
  return bytes;
}

async function* groupsOf(batches: AsyncIterable<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  let group: Row[] = [];
  let chars = 0;
  for await (const rows of batches) {
    for (const row of rows) {
      group.push(row);
      for (const cell of row) chars += typeof cell === 'string' ? cell.length : 0;
      if (group.length < rowGroupRowsMax && chars < rowGroupCharsMax) continue;
      yield group;
      group = [];
      chars = 0;
    }
  }
  if (group.length > 0) yield group;
}

function valueOf(cell: Cell, kind: Kind): Cell | bigint | Date {
  if (cell === null) return null;
  if (kind === 'integer') return BigInt(cell);
  return kind === 'instant' || kind === 'day' ? timeOf(String(cell)) : cell;
}

function timeOf(text: string): Date {
  const time = new Date(text);
  if (Number.isNaN(time.getTime())) throw new RangeError(`${text} is no time.`);
  return time;
}
