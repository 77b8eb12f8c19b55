import { createHash } from 'node:crypto';
import { createReadStream, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { usageError } from '../exit.ts';
import type { Counts } from './report.ts';

/** What must be the same for a run to go on where another one stopped. */
export interface RunIdentity {
  readonly what: string;
  readonly fileHash: string;
  readonly mappingHash: string;
  readonly url: string;
}

/** How far a run has got: the first `records` of the file have their answer. */
export interface Place extends RunIdentity {
  readonly records: number;
  readonly counts: Counts;
  readonly leftOutByField: Readonly<Record<string, number>>;
  readonly reportBytes: number;
}

/**
 * The progress file, beside the report. Losing it costs time and nothing else: lines that were
 * recorded before answer `unchanged`.
 */
export function readPlace(path: string, identity: RunIdentity): Place | undefined {
  let place: Place;
  try {
    place = JSON.parse(readFileSync(path, 'utf8')) as Place;
  } catch {
    return undefined;
  }
  const names = ['what', 'fileHash', 'mappingHash', 'url'] as const;
  return names.every((name) => place[name] === identity[name]) ? place : undefined;
}

/** Written beside and renamed, so that a kill leaves the old place or the new one. */
export function writePlace(path: string, place: Place): void {
  writeFileSync(`${path}.new`, JSON.stringify(place));
  renameSync(`${path}.new`, path);
}

export function removePlace(path: string): void {
  rmSync(path, { force: true });
}

/** Length and SHA-256 of a file, read once in a stream. */
export async function measureFile(path: string): Promise<{ bytes: number; hash: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    for await (const chunk of createReadStream(path)) {
      hash.update(chunk as Buffer);
      bytes += (chunk as Buffer).length;
    }
  } catch (error) {
    throw usageError('import/unreadable', `The file cannot be read: ${(error as Error).message}`);
  }
  return { bytes, hash: hash.digest('hex') };
}
