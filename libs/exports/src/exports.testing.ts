import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DuckDBConnection, DuckDBValue } from '@duckdb/node-api';
import { createExportLog } from '@plumbline/access';
import { openStreams } from '@plumbline/web';
import { parse } from 'csv-parse/sync';
import { createExporter, type Exporter } from './exporter.ts';
import type { Cell, Column, Kind, Row } from './table.ts';

/** An exporter for an application of tests. */
export function exporterOn(ports: Parameters<typeof createExportLog>[0]): Exporter {
  const log = createExportLog(ports);
  const logger = { warn: () => undefined };
  return createExporter({ log, streams: openStreams(undefined), logger, release: 'test' });
}

/** What an application of tests answers, as bytes. */
export interface FileAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly bytes: Buffer;
}

interface Injecting {
  readonly app: {
    inject(request: object): Promise<{
      readonly statusCode: number;
      readonly headers: object;
      readonly rawPayload: Buffer;
    }>;
  };
  readonly issuer: { token(sub: string, claims: object): Promise<string> };
}

/** Asks an application of tests for a file. */
export async function fileFrom(
  { app, issuer }: Injecting,
  url: string,
  { sub = 'ana', more = {}, ...claims }: { sub?: string; roles?: string[]; more?: object } = {},
): Promise<FileAnswer> {
  const authorization = `Bearer ${await issuer.token(sub, { roles: ['analyst'], ...claims })}`;
  const asked = { method: 'GET', url, headers: { authorization, ...more } };
  const { statusCode, headers, rawPayload } = await app.inject(asked);
  return { status: statusCode, headers: headers as FileAnswer['headers'], bytes: rawPayload };
}

/** The same table in every format, its rows with times as milliseconds, and all of it in parts. */
export async function rowsEverywhere(
  others: OtherReaders,
  ask: (query: string) => Promise<FileAnswer>,
  columns: readonly Column[],
) {
  const { rows } = await others.parquet((await ask('format=parquet')).bytes);
  const csv = rowsOfCsv(String((await ask('format=csv')).bytes), columns);
  const lines = rowsOfLines(String((await ask('format=ndjson')).bytes), columns);
  const parts: Row[] = [];
  for (let query: string | undefined = 'format=ndjson&limit=1'; query !== undefined;) {
    const { bytes, headers }: FileAnswer = await ask(query);
    parts.push(...rowsOfLines(String(bytes), columns).rows);
    query = /^<[^?]*\?(.+)>; rel="next"$/.exec(headers['link'] ?? '')?.[1];
  }
  const timedRows = [csv.rows, lines.rows, parts].map((one) => timed(one, columns));
  return { rows, names: csv.names, same: timedRows };
}

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
  const { DuckDBInstance } = await import('@duckdb/node-api');
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
