import { createReadStream } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { usageError } from '../exit.ts';
import { JsonSplitter, recordBytesMax } from './json-splitter.ts';
import type { Fields } from './mapping.evaluate.ts';
import type { SourceFormat } from './mapping.ts';

/** One record of a file with the line it starts on, or the reason why it cannot be read. */
export type SourceRecord =
  | { readonly kind: 'record'; readonly line: number; readonly fields: Fields }
  | { readonly kind: 'broken'; readonly line: number; readonly code: string; readonly why: string };

/**
 * Reads a file record by record, in the memory of one record. Formats: a JSON array of objects,
 * one JSON object a line, or CSV with a header line. Text must be what its encoding says; bytes
 * that are not are refused by record where the encoding is UTF-8, and end the run elsewhere.
 */
export async function* readRecords(
  path: string,
  source: SourceFormat,
  onBytes: (count: number) => void = () => undefined,
): AsyncGenerator<SourceRecord> {
  const format = source.format === 'auto' ? await detectFormat(path) : source.format;
  const bytes = utf8Of(createReadStream(path), source.encoding, onBytes);
  if (format === 'csv') yield* readCsv(bytes, source.delimiter);
  else if (format === 'json') yield* readJsonArray(bytes);
  else yield* readLines(bytes);
}

/** Tells the format by the file's name, and for JSON by its first character. */
export async function detectFormat(path: string): Promise<'json' | 'ndjson' | 'csv'> {
  if (/\.(csv|tsv|txt)$/i.test(path)) return 'csv';
  if (/\.(ndjson|jsonl)$/i.test(path)) return 'ndjson';
  for await (const chunk of createReadStream(path)) {
    const first = (chunk as Buffer).toString('latin1').replace(/^\u00ef\u00bb\u00bf/, '');
    const [character] = first.trimStart();
    if (character === '[') return 'json';
    if (character === '{') return 'ndjson';
    if (character !== undefined) break;
  }
  throw usageError(
    'import/unknown-format',
    `${path} starts neither as a JSON array nor as a JSON object, and is not named .csv. ` +
      'Say what it is in the mapping: "source": { "format": "csv" }.',
  );
}

async function* utf8Of(
  chunks: AsyncIterable<unknown>,
  encoding: string,
  onBytes: (count: number) => void,
): AsyncGenerator<Buffer, void> {
  const isUtf8 = /^utf-?8$/i.test(encoding);
  const decoder = new TextDecoder(encoding, { fatal: true });
  for await (const chunk of chunks) {
    onBytes((chunk as Buffer).length);
    if (isUtf8) yield chunk as Buffer;
    else yield Buffer.from(decoder.decode(chunk as Buffer, { stream: true }));
  }
  if (!isUtf8) yield Buffer.from(decoder.decode());
}

async function* readJsonArray(bytes: AsyncIterable<Buffer>): AsyncGenerator<SourceRecord> {
  const splitter = new JsonSplitter();
  for await (const chunk of bytes) {
    for (const piece of splitter.push(chunk)) yield recordOf(piece);
  }
  for (const piece of splitter.end()) yield recordOf(piece);
}

function recordOf(piece: ReturnType<JsonSplitter['end']>[number]): SourceRecord {
  if (piece.kind === 'element') return parseRecord(piece.bytes, piece.line);
  return broken(piece.line, 'record/broken', piece.why);
}

interface Line {
  readonly line: number;
  /** Without its line feed; empty when it is too long to be kept. */
  readonly bytes: Buffer;
  readonly tooLong: boolean;
}

async function* linesOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  let line = 1;
  let parts: Buffer[] = [];
  let length = 0;
  const add = (part: Buffer): void => {
    length += part.length;
    if (length <= recordBytesMax) parts.push(part);
    else parts = [];
  };
  const take = (): Line => {
    const taken = { line, bytes: Buffer.concat(parts), tooLong: length > recordBytesMax };
    parts = [];
    length = 0;
    line += 1;
    return taken;
  };
  for await (const chunk of bytes) {
    let from = 0;
    for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
      add(chunk.subarray(from, at));
      yield take();
      from = at + 1;
    }
    add(chunk.subarray(from));
  }
  if (length > 0) yield take();
}

async function* readLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<SourceRecord> {
  for await (const { line, bytes: text, tooLong } of linesOf(withoutByteOrderMark(bytes))) {
    if (tooLong) yield tooLongRecord(line);
    // A line without anything on it is no record: files often end with one.
    else if (text.some((byte) => byte > 0x20)) yield parseRecord(text, line);
  }
}

function tooLongRecord(line: number): SourceRecord {
  return broken(line, 'record/too-long', `the record is longer than ${recordBytesMax} bytes`);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function parseRecord(bytes: Buffer, line: number): SourceRecord {
  let text: string;
  try {
    text = strictUtf8.decode(bytes);
  } catch {
    return broken(line, 'record/not-utf-8', 'the record is not UTF-8; name its encoding');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return broken(line, 'record/not-json', `the record is not JSON: ${(error as Error).message}`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return broken(line, 'record/not-an-object', 'the record is not an object with named fields');
  }
  return { kind: 'record', line, fields: value as Fields };
}

/**
 * CSV with a header line (RFC 4180, quotes kept strictly). Records are cut here and parsed one by
 * one, so that a fault in one of them leaves the others as they are: a quote that is opened and
 * never closed refuses its line, and the next line is tried as a record again.
 */
async function* readCsv(
  bytes: AsyncIterable<Buffer>,
  delimiter: string,
): AsyncGenerator<SourceRecord> {
  let header: string[] | undefined;
  for await (const lines of csvLines(bytes, delimiter.charCodeAt(0))) {
    const line = lines.first.line;
    if (lines.tooLong) yield tooLongRecord(line);
    else if (lines.isOpen) {
      yield broken(line, 'record/broken', 'a quote that this line opens is not closed');
    } else {
      const fields = csvFields(lines.bytes, delimiter);
      if (header === undefined) header = headerOf(fields);
      else if (typeof fields === 'string') yield broken(line, 'record/broken', fields);
      else yield csvRecord(fields, header, line);
    }
  }
}

interface CsvLines {
  readonly first: Line;
  readonly bytes: Buffer;
  readonly tooLong: boolean;
  readonly isOpen: boolean;
}

async function* csvLines(
  bytes: AsyncIterable<Buffer>,
  delimiter: number,
): AsyncGenerator<CsvLines> {
  const source = linesOf(withoutByteOrderMark(bytes));
  const pending: Line[] = [];
  const next = async (): Promise<Line | undefined> => {
    if (pending.length > 0) return pending.shift();
    const { value, done } = await source.next();
    return done === true ? undefined : value;
  };
  for (let first = await next(); first !== undefined; first = await next()) {
    const lines = [first];
    let length = first.bytes.length;
    let isOpen = endsWithinQuotes(first.bytes, delimiter, false);
    while (isOpen && !first.tooLong) {
      const more = await next();
      if (more === undefined) break;
      lines.push(more);
      length += more.bytes.length + 1;
      if (more.tooLong || length > recordBytesMax) break;
      isOpen = endsWithinQuotes(more.bytes, delimiter, true);
    }
    if (isOpen) pending.unshift(...lines.splice(1));
    yield { first, bytes: joined(lines), tooLong: first.tooLong, isOpen };
  }
}

function joined(lines: readonly Line[]): Buffer {
  const feed = Buffer.from([lineFeed]);
  return Buffer.concat(lines.flatMap(({ bytes }, at) => (at === 0 ? [bytes] : [feed, bytes])));
}

/** Whether a quoted field is open at the end of a line; a quote opens where a field starts. */
function endsWithinQuotes(line: Buffer, delimiter: number, wasOpen: boolean): boolean {
  let isOpen = wasOpen;
  let isFieldStart = !wasOpen;
  for (const byte of line) {
    const wasQuoted = isOpen;
    if (isOpen) isOpen = byte !== quote;
    else if (byte === quote && isFieldStart) isOpen = true;
    // Two quotes within a quoted field are one: the second opens it again.
    isFieldStart = byte === delimiter || (byte === quote && wasQuoted);
  }
  return isOpen;
}

const lineFeed = 0x0a;
const quote = 0x22;
const byteOrderMark = Buffer.from([0xef, 0xbb, 0xbf]);

async function* withoutByteOrderMark(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let isFirst = true;
  for await (const chunk of bytes) {
    const marked = isFirst && chunk.subarray(0, 3).equals(byteOrderMark);
    yield marked ? chunk.subarray(3) : chunk;
    isFirst = false;
  }
}

/** The fields of one record as bytes, or why they cannot be told. */
function csvFields(record: Buffer, delimiter: string): Buffer[] | string {
  if (record.every((byte) => byte <= 0x20)) return [Buffer.of()];
  try {
    const options = { delimiter, encoding: null, relax_column_count: true };
    const [fields] = parse(record, options) as unknown as Buffer[][];
    return fields ?? [];
  } catch (error) {
    return (error as Error).message.replace(/, value is \{.*\}$/s, '');
  }
}

function headerOf(record: readonly Buffer[] | string): string[] {
  if (typeof record === 'string') throw usageError('import/bad-header', record);
  const names = record.map((name) => name.toString().trim());
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined || names.includes('')) {
    const why = twice === undefined ? 'a column without a name' : `the column "${twice}" twice`;
    throw usageError('import/bad-header', `The header line has ${why}.`);
  }
  return names;
}

function csvRecord(record: readonly Buffer[], header: readonly string[], line: number) {
  if (record.length === 1 && record[0]?.length === 0 && header.length > 1) {
    return broken(line, 'record/empty', 'the line is empty');
  }
  if (record.length !== header.length) {
    const why = `the line has ${record.length} fields, the header ${header.length}`;
    return broken(line, 'record/wrong-field-count', why);
  }
  const fields: Record<string, string> = {};
  for (const [at, name] of header.entries()) {
    try {
      fields[name] = strictUtf8.decode(record[at]);
    } catch {
      return broken(line, 'record/not-utf-8', `the field "${name}" is not UTF-8`);
    }
  }
  return { kind: 'record' as const, line, fields };
}

function broken(line: number, code: string, why: string): SourceRecord {
  return { kind: 'broken', line, code, why };
}
