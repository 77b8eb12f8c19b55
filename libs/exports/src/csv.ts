import { stringify } from 'csv-stringify/sync';
import type { Cell, Column, Row } from './table.ts';

export interface CsvOptions {
  /** Whether the first record names the columns. */
  readonly header: boolean;
}

/**
 * Records of RFC 4180 in UTF-8, but for their ends, which are single line feeds. Null is nothing at
 * all, an empty text is `""`.
 */
export async function* csvPieces(
  columns: readonly Column[],
  batches: AsyncIterable<readonly Row[]>,
  { header }: CsvOptions,
): AsyncGenerator<string> {
  if (header) yield csvOf([columns.map(({ name }) => name)]);
  for await (const rows of batches) {
    if (rows.length > 0) yield csvOf(rows.map((row) => row.map(fieldOf)));
  }
}

function csvOf(records: readonly (readonly (string | null)[])[]): string {
  return stringify([...records] as string[][], {
    cast: { string: (value) => (value === '' ? { value, quoted_empty: true } : value) },
  });
}

function fieldOf(cell: Cell): string | null {
  return typeof cell === 'string' ? guarded(cell) : cell === null ? null : String(cell);
}

/**
 * A spreadsheet takes a text that begins so for a formula, and works it out: with an apostrophe
 * before it, it does not. A text that begins with one gets another, so that who takes the first
 * apostrophe of every text away has what was written.
 */
export function guarded(text: string): string {
  return /^['=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
}
