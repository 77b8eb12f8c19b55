import { closeSync, ftruncateSync, openSync, writeSync } from 'node:fs';

/**
 * The report of an import: one JSON document a line, for everything of the input that was not
 * taken as it is, and a summary as the last line. Nothing of the input is left out in silence.
 */
export type ReportEntry =
  | {
      readonly kind: 'refused';
      readonly line: number;
      /** The source field, or null when it is the record as a whole. */
      readonly field: string | null;
      readonly code: string;
      readonly why: string;
    }
  | {
      readonly kind: 'left-out';
      readonly line: number;
      readonly field: string;
      readonly value: string;
    }
  | {
      readonly kind: 'duplicate';
      readonly line: number;
      readonly field: null;
      readonly firstLine: number;
    }
  | {
      readonly kind: 'skipped';
      readonly line: number;
      readonly field: string;
      readonly why: string;
    };

/** Counts that add up: read = recorded + unchanged + refused + duplicate + skipped. */
export interface Counts {
  readonly read: number;
  readonly recorded: number;
  readonly unchanged: number;
  readonly refused: number;
  readonly duplicate: number;
  readonly skipped: number;
  /** Fields left out because their value is spoilt, in all records together. */
  readonly fieldsLeftOut: number;
}

export const noCounts: Counts = {
  read: 0,
  recorded: 0,
  unchanged: 0,
  refused: 0,
  duplicate: 0,
  skipped: 0,
  fieldsLeftOut: 0,
};

export function addsUp(counts: Counts): boolean {
  const { read, recorded, unchanged, refused, duplicate, skipped } = counts;
  return read === recorded + unchanged + refused + duplicate + skipped;
}

export interface ReportFile {
  add(entry: ReportEntry): void;
  /** Writes what was added, and tells how long the file is then. */
  flush(): number;
  close(summary?: object): void;
}

/** Opens a report; `from` is the length of what an interrupted run before has written for sure. */
export function openReport(path: string, source: string, from: number): ReportFile {
  const file = openSync(path, from === 0 ? 'w' : 'r+');
  ftruncateSync(file, from);
  let length = from;
  let pending = '';
  const flush = (): number => {
    if (pending !== '') length += writeSync(file, pending, length, 'utf8');
    pending = '';
    return length;
  };
  return {
    add: ({ kind, line, ...rest }) => {
      pending += `${JSON.stringify({ kind, file: source, line, ...rest })}\n`;
    },
    flush,
    close: (summary) => {
      if (summary !== undefined) pending += `${JSON.stringify({ kind: 'summary', ...summary })}\n`;
      flush();
      closeSync(file);
    },
  };
}
