import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe } from '@jest/globals';

const root = resolve(__dirname, '../../..');
const data = process.env['TEST_DATA'] ?? resolve(root, '../shared/data');

/** A file of the reference data, and the `describe` of what needs it, which skips loudly. */
export function referenceData(path: string) {
  const file = join(data, path);
  const isThere = existsSync(file);
  if (!isThere) {
    // Not by the console: jest keeps to itself what a file says whose tests are all skipped.
    process.stderr.write(
      `SKIPPED: reference data are not at ${file}; set TEST_DATA to the folder above.\n`,
    );
  }
  return { read: () => readFileSync(file, 'utf8'), describe: isThere ? describe : describe.skip };
}

/** The column of a table of comma-separated values; a field in quotes may hold commas. */
export function columnOf(text: string, name: string): string[] {
  const [head = [], ...rows] = text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line) => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)])
    .map((fields) => fields.map(([, quoted, plain]) => quoted ?? plain ?? ''));
  const place = head.indexOf(name);
  if (place === -1) throw new RangeError(`there is no column ${name}`);
  return rows.map((row) => row[place] ?? '');
}

/** How often each answer of a scale was given; other codes and blanks are no answers. */
export function tally(answers: readonly string[], from: number, to: number): number[] {
  const counts = Array.from({ length: to - from + 1 }, () => 0);
  for (const answer of answers) {
    const place = Number(answer) - from;
    const count = counts[place];
    if (answer !== '' && count !== undefined) counts[place] = count + 1;
  }
  return counts;
}
