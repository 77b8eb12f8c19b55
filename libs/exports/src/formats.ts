import { ndjsonMediaType } from '@plumbline/web';
import { csvPieces } from './csv.ts';
import { ndjsonPieces } from './ndjson.ts';
import { parquetPieces } from './parquet.ts';
import type { Column, Row } from './table.ts';

export const exportFormats = ['ndjson', 'csv', 'parquet'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** How it is written. */
export interface Manner {
  readonly format: ExportFormat;
  /** Whether CSV begins with the names of its columns. */
  readonly header: boolean;
  /** Rows of a part; undefined: all of it. */
  readonly limit: number | undefined;
}

/** What is written, an item a row: what it looks like as a line, and as cells. */
export interface Content<Item> {
  readonly columns: readonly Column[];
  rowOf(item: Item): Row;
  lineOf(item: Item): string;
}

/** What a file says of itself where its format has a place for it, asked for at its end. */
export type About = () => Readonly<Record<string, string | number | null>>;

export function mediaTypeOf(format: ExportFormat, header: boolean): string {
  switch (format) {
    case 'ndjson':
      return ndjsonMediaType;
    case 'csv':
      return `text/csv; charset=utf-8; header=${header ? 'present' : 'absent'}`;
    case 'parquet':
      return 'application/vnd.apache.parquet';
  }
}

export function piecesIn<Item>(
  { format, header }: Manner,
  { columns, rowOf, lineOf }: Content<Item>,
  batches: AsyncIterable<readonly Item[]>,
  about: About,
): AsyncGenerator<string | Uint8Array> {
  switch (format) {
    case 'ndjson':
      return ndjsonPieces(eachOf(batches, lineOf), about);
    case 'csv':
      return csvPieces(columns, eachOf(batches, rowOf), { header });
    case 'parquet':
      return parquetPieces(columns, eachOf(batches, rowOf), () => metadataOf(about()));
  }
}

async function* eachOf<Item, Made>(
  batches: AsyncIterable<readonly Item[]>,
  make: (item: Item) => Made,
): AsyncGenerator<readonly Made[]> {
  for await (const items of batches) yield items.map((item) => make(item));
}

function metadataOf(about: ReturnType<About>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(about).map(([name, value]) => [`plumbline.${name}`, String(value ?? '')]),
  );
}
