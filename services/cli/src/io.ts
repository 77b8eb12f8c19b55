import type { Clock } from '@plumbline/kernel';

/** Where text goes: a stream of the process, or a list in a test. */
export interface Sink {
  write(text: string): unknown;
}

/**
 * All that a verb may touch of its surroundings. Results go to `out`, everything said on the way
 * (progress, warnings, errors) to `err`, so that `--json` leaves one clean document on stdout.
 */
export interface Io {
  readonly out: Sink;
  readonly err: Sink;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Whether `err` is a terminal that a progress bar can be drawn on. */
  readonly isTerminal: boolean;
  readonly clock: Clock;
  /** Aborted by Ctrl-C: a verb stops at the next safe point. */
  readonly signal: AbortSignal;
}

/** Prints a result: one JSON document with `--json`, otherwise lines for a person. */
export function print(io: Io, json: boolean, document: unknown, lines: readonly string[]): void {
  if (json) io.out.write(`${JSON.stringify(document, null, 2)}\n`);
  else if (lines.length > 0) io.out.write(`${lines.join('\n')}\n`);
}

export function say(io: Io, line: string): void {
  io.err.write(`${line}\n`);
}

/** Columns of text, each as wide as its widest cell. */
export function table(rows: readonly (readonly string[])[]): string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    }
  }
  return rows.map((row) =>
    row
      .map((cell, column) => (column === row.length - 1 ? cell : cell.padEnd(widths[column] ?? 0)))
      .join('  ')
      .trimEnd(),
  );
}
