import type { Column, Row } from './table.ts';

/** A row as one line of JSON: its columns by name, and what is JSON as it is. */
export function lineOf(columns: readonly Column[], row: Row): string {
  const members = columns.map(({ name, kind }, index) => {
    const cell = row[index] ?? null;
    const value = kind === 'json' && cell !== null ? String(cell) : JSON.stringify(cell);
    return `${JSON.stringify(name)}:${value}`;
  });
  return `{${members.join(',')}}`;
}

/** Lines of JSON, and a last one that says so: a file without it was cut. */
export async function* ndjsonPieces(
  batches: AsyncIterable<readonly string[]>,
  end: () => object,
): AsyncGenerator<string> {
  for await (const lines of batches) {
    if (lines.length > 0) yield `${lines.join('\n')}\n`;
  }
  yield `${JSON.stringify({ end: true, ...end() })}\n`;
}
