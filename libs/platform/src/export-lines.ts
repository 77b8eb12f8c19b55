import type { StoredFact } from '@plumbline/event-log';
import type { Position } from '@plumbline/kernel';
import type { KeyEntry } from '@plumbline/privacy';
import { exportFormat, exportVersion, keysName } from './export-format.ts';
import { TransferRefused, type ExportedFact, type ExportFile } from './export-format.ts';
import type { Manifest } from './export-format.ts';

/** The line of a fact, without its end. The members that its body has are not said twice. */
export function factLine({ fact, leaf }: ExportedFact): string {
  const { position, recordedAt, tenant, stream, revision, id, type, body, bodyHash } = fact;
  const { sealed } = fact;
  const part = sealed === undefined ? {} : { sealed: Buffer.from(sealed).toString('base64') };
  return JSON.stringify({
    ...{ position, recordedAt, tenant, stream, revision, id, type },
    ...{ bodyHash, leafHash: leaf, ...part, body },
  });
}

/** Reads the line of a fact, by its form only; undefined when it has none. */
export function readFactLine(line: string): { fact: StoredFact; leaf: string } | undefined {
  const read = objectOf(line);
  if (read === undefined) return undefined;
  const text = (name: string): string | undefined => {
    const value = read[name];
    return typeof value === 'string' ? value : undefined;
  };
  const [tenant, stream, id, type] = ['tenant', 'stream', 'id', 'type'].map(text);
  const [position, body, bodyHash, leaf] = ['position', 'body', 'bodyHash', 'leafHash'].map(text);
  const { revision, recordedAt } = read;
  if (tenant === undefined || stream === undefined || id === undefined) return undefined;
  if (type === undefined || body === undefined || bodyHash === undefined) return undefined;
  if (position === undefined || leaf === undefined) return undefined;
  if (!isCount(revision) || !Number.isSafeInteger(recordedAt)) return undefined;
  const place = { stream, revision, position: position as Position };
  const fact = { id, type, tenant, ...place, recordedAt: recordedAt as number, body, bodyHash };
  const part = text('sealed');
  if (part === undefined) return 'sealed' in read ? undefined : { fact, leaf };
  return { fact: { ...fact, sealed: Buffer.from(part, 'base64') }, leaf };
}

/** The line of a key: wrapped as it is, or the word that it is destroyed. */
export function keyLine({ tenant, subject, key }: KeyEntry): string {
  if (key.state === 'destroyed') return JSON.stringify({ tenant, subject, destroyed: true });
  return JSON.stringify({ tenant, subject, wrapped: Buffer.from(key.wrapped).toString('base64') });
}

export function readKeyLine(line: string): KeyEntry | undefined {
  const { tenant, subject, wrapped, destroyed } = objectOf(line) ?? {};
  if (typeof tenant !== 'string' || typeof subject !== 'string') return undefined;
  if (destroyed === true && wrapped === undefined) {
    return { tenant, subject, key: { state: 'destroyed' } };
  }
  if (destroyed !== undefined || typeof wrapped !== 'string') return undefined;
  return { tenant, subject, key: { state: 'kept', wrapped: Buffer.from(wrapped, 'base64') } };
}

/** Reads a manifest; throws `TransferRefused` for what is none, or one of another version. */
export function readManifest(text: string): Manifest {
  const read = objectOf(text);
  const { format, version } = read ?? {};
  if (read === undefined || format !== exportFormat) {
    throw new TransferRefused('import/foreign-format', 'The manifest is not that of an export.');
  }
  if (version !== exportVersion) {
    throw new TransferRefused(
      'import/foreign-format',
      `The export has version ${String(version)}; this program reads version ${exportVersion}.`,
    );
  }
  const { files, keys, facts, commands, chain } = read;
  const isWhole =
    Array.isArray(files) &&
    files.every((one, index) => isFile(one, factsName(index + 1))) &&
    isFile(keys, keysName) &&
    isCount(facts) &&
    isCount(commands) &&
    typeof chain === 'string';
  if (!isWhole) {
    throw new TransferRefused('import/file-damaged', 'The manifest lacks what it must say.');
  }
  return read as unknown as Manifest;
}

/** The name of a file of facts; they are numbered from 1. */
export function factsName(no: number): string {
  return `facts-${String(no).padStart(6, '0')}.ndjson`;
}

/** A name from a manifest must be the one expected: it is read as a path. */
function isFile(value: unknown, expected: string): value is ExportFile {
  const { name, bytes, lines, sha256 } = (value ?? {}) as Partial<ExportFile>;
  const isHash = typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256);
  return name === expected && isCount(bytes) && isCount(lines) && isHash;
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
