import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { parse } from 'csv-parse/sync';
import type { Cell, Column, Kind, Row } from './table.ts';

/** Reads what was exported with programs that are not the ones that wrote it. */
export interface OtherReaders {
  /** The rows of a Parquet file, and what it says of itself. */
  parquet(bytes: Uint8Array): Promise<{
    readonly names: readonly string[];
    readonly types: readonly string[];
    readonly rows: readonly Row[];
    readonly about: Readonly<Record<string, string>>;
  }>;
  close(): void;
}

export async function openOtherReaders(): Promise<OtherReaders> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-exports-'));
  const instance = await DuckDBInstance.create(':memory:');
  const duck = await instance.connect();
  let files = 0;
  return {
    parquet: async (bytes) => {
      // It remembers the metadata of a file by its name.
      const file = join(folder, `${(files += 1)}.parquet`);
      writeFileSync(file, bytes);
      return parquetOf(duck, file);
    },
    close: () => {
      duck.closeSync();
      instance.closeSync();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function parquetOf(duck: DuckDBConnection, file: string) {
  const from = `FROM read_parquet('${file}')`;
  const described = await duck.runAndReadAll(`DESCRIBE SELECT * ${from}`);
  const columns = described.getRows().map(([name, type]) => [String(name), String(type)] as const);
  // Its texts are asked for as bytes: on the way to JavaScript it drops the mark of byte order.
  const asked = columns.map(([name, type]) =>
    type === 'VARCHAR' ? `encode("${name}")` : `"${name}"`,
  );
  const read = await duck.runAndReadAll(`SELECT ${asked.join(', ')} ${from}`);
  const said = await duck.runAndReadAll(
    `SELECT decode(key), decode(value) FROM parquet_kv_metadata('${file}')`,
  );
  return {
    names: columns.map(([name]) => name),
    types: columns.map(([, type]) => type),
    rows: read.getRows().map((row) => row.map(cellOf)),
    about: Object.fromEntries(said.getRows()) as Readonly<Record<string, string>>,
  };
}

/** Times as milliseconds: a text of a time and the time itself are then the same. */
function cellOf(value: DuckDBValue): Cell {
  if (typeof value === 'bigint') return Number(value);
  if (value === null || typeof value !== 'object') return value as Cell;
  if ('bytes' in value) return Buffer.from(value.bytes as Uint8Array).toString();
  if ('micros' in value) return Number(value.micros) / 1_000;
  if ('days' in value) return value.days * 86_400_000;
  throw new Error(`No cell holds ${value.toString()}.`);
}

/** The rows of a CSV file of such columns, and its first record. */
export function rowsOfCsv(text: string, columns: readonly Column[]) {
  const quoted = (value: string, { quoting }: { quoting: boolean }) =>
    value === '' && !quoting ? null : value;
  const records: (string | null)[][] = parse(text, { cast: quoted, relax_column_count: false });
  const [names = [], ...rest] = records;
  const rows = rest.map((record) =>
    record.map((field, index) => readField(field, columns[index]?.kind ?? 'text')),
  );
  return { names, rows };
}

function readField(field: string | null, kind: Kind): Cell {
  if (field === null) return null;
  if (kind === 'number' || kind === 'integer') return Number(field);
  if (kind === 'boolean') return field === 'true';
  return field.startsWith("'") ? field.slice(1) : field;
}

/** The rows of lines of JSON, in the order of the columns, and the last line. */
export function rowsOfLines(text: string, columns: readonly Column[]) {
  const lines = text.trimEnd().split('\n');
  const [end = {}, ...records] = lines
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .toReversed();
  const rows = records.toReversed().map((record) =>
    columns.map(({ name, kind }) => {
      const value = record[name] as Cell;
      return kind === 'json' && value !== null ? JSON.stringify(value) : value;
    }),
  );
  return { rows, end };
}

/** Rows with their times as milliseconds, as `parquet` gives them. */
export function timed(rows: readonly Row[], columns: readonly Column[]): readonly Row[] {
  return rows.map((row) =>
    row.map((cell, index) => {
      const { kind } = columns[index] ?? { kind: 'text' };
      const isTime = kind === 'instant' || kind === 'day';
      return isTime && cell !== null ? Date.parse(String(cell)) : cell;
    }),
  );
}
