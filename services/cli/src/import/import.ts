import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { Client } from '../client.ts';
import { CliError, exitCodes, usageError } from '../exit.ts';
import { batchBytesMax, batchLinesMax, sendLines, type LineAnswer } from './bulk.ts';
import { createKeyTracker } from './keys.ts';
import { evaluate, singleValues, textOf, type Fields } from './mapping.evaluate.ts';
import { fieldsOf, type Expression, type Mapping } from './mapping.ts';
import { parseMapping } from './mapping.parse.ts';
import { readRecords, type SourceRecord } from './records.ts';
import { noCounts, openReport, type Counts, type ReportEntry, type ReportFile } from './report.ts';
import { measureFile, readPlace, removePlace, writePlace, type RunIdentity } from './resume.ts';

export interface ImportRequest {
  readonly what: 'goals' | 'measurements';
  readonly file: string;
  readonly mapping: string;
  readonly report: string;
  readonly dryRun: boolean;
}

export interface ImportProgress {
  readonly bytes: number;
  readonly bytesTotal: number;
  readonly counts: Counts;
}

export interface ImportHooks {
  onProgress(progress: ImportProgress): void;
  say(line: string): void;
  wait(ms: number): Promise<void>;
}

export interface ImportSummary extends Counts {
  readonly what: string;
  readonly file: string;
  readonly dryRun: boolean;
  /** Records whose answer was known from an interrupted run before. */
  readonly resumedAfter: number;
  readonly leftOutByField: Readonly<Record<string, number>>;
  /** Fields of the file that the mapping neither uses nor ignores. */
  readonly unusedFields: readonly string[];
  readonly report: string;
}

/**
 * Imports a file: every record is read, mapped, sent and answered, or refused by name. The same
 * file may be imported any number of times; what is recorded already stays as it is.
 */
export async function importFile(
  client: Client,
  request: ImportRequest,
  hooks: ImportHooks,
): Promise<ImportSummary> {
  const { mapping, hash: mappingHash } = loadMapping(request);
  const { bytes: bytesTotal, hash: fileHash } = await measureFile(request.file);
  const identity = { what: request.what, fileHash, mappingHash, url: client.url };
  const run = new ImportRun(client, request, mapping, identity, bytesTotal, hooks);
  try {
    for await (const record of readRecords(request.file, mapping.source, run.onBytes)) {
      await run.take(record);
    }
    return await run.finish();
  } catch (error) {
    run.abandon();
    if (!(error instanceof CliError)) throw error;
    const { exitCode, code, message } = error;
    const told = `${message} ${run.howToResume()}`;
    if (exitCode === exitCodes.unreachable) throw new CliError('unreachable', code, told);
    if (exitCode === exitCodes.interrupted) throw new CliError('interrupted', code, told);
    throw error;
  }
}

export function loadMapping(request: Pick<ImportRequest, 'what' | 'mapping'>): {
  mapping: Mapping;
  hash: string;
} {
  let text: string;
  try {
    text = readFileSync(request.mapping, 'utf8');
  } catch (error) {
    throw usageError('mapping/unreadable', `The mapping: ${(error as Error).message}`);
  }
  const mapping = parseMapping(text);
  if (!('produces' in mapping)) {
    const details = mapping.map(({ at, why }) => `${at === '' ? '/' : at} ${why}`);
    throw usageError('mapping/not-valid', `The mapping ${request.mapping} is not valid.`, details);
  }
  if (mapping.produces !== request.what) {
    throw usageError(
      'mapping/of-another-kind',
      `The mapping produces ${mapping.produces}, and ${request.what} are to be imported.`,
    );
  }
  return { mapping, hash: createHash('sha256').update(text).digest('hex') };
}

interface Waiting {
  readonly line: number;
  readonly text: string;
}

class ImportRun {
  private readonly tracker;
  private readonly used: ReadonlySet<string>;
  private readonly unused = new Set<string>();
  private readonly report: ReportFile;
  private readonly placePath: string;
  private readonly resumedAfter: number;
  private counts: Counts;
  private leftOut: Record<string, number>;
  private waiting: Waiting[] = [];
  private waitingBytes = 0;
  private records = 0;
  private bytes = 0;

  constructor(
    private readonly client: Client,
    private readonly request: ImportRequest,
    private readonly mapping: Mapping,
    private readonly identity: RunIdentity,
    private readonly bytesTotal: number,
    private readonly hooks: ImportHooks,
  ) {
    this.tracker = createKeyTracker(mapping);
    this.used = usedFields(mapping);
    this.placePath = `${request.report}.progress`;
    const isNew = request.dryRun || !existsSync(request.report);
    const place = isNew ? undefined : readPlace(this.placePath, identity);
    this.resumedAfter = place?.records ?? 0;
    this.counts = place?.counts ?? noCounts;
    this.leftOut = { ...place?.leftOutByField };
    this.report = openReport(request.report, request.file, place?.reportBytes ?? 0);
    if (place !== undefined) hooks.say(`Going on after record ${place.records} of the run before.`);
  }

  readonly onBytes = (count: number): void => {
    this.bytes += count;
  };

  async take(record: SourceRecord): Promise<void> {
    this.records += 1;
    // Records before the place have their answer; their keys are still counted.
    const isAnswered = this.records <= this.resumedAfter;
    const line = this.lineOf(record, isAnswered);
    if (isAnswered) return;
    this.count({ read: 1 });
    if (line !== undefined) {
      this.waiting.push(line);
      this.waitingBytes += line.text.length;
    }
    if (this.waiting.length >= batchLinesMax || this.waitingBytes >= batchBytesMax) {
      await this.send();
    }
  }

  async finish(): Promise<ImportSummary> {
    await this.send();
    const { what, file, dryRun, report } = this.request;
    const summary: ImportSummary = {
      ...{ what, file, dryRun, resumedAfter: this.resumedAfter },
      ...this.counts,
      leftOutByField: this.leftOut,
      unusedFields: [...this.unused].toSorted(),
      report,
    };
    this.report.close(summary);
    if (!dryRun) removePlace(this.placePath);
    return summary;
  }

  abandon(): void {
    this.report.close();
  }

  howToResume(): string {
    const { read } = this.counts;
    const answered = read - this.waiting.length;
    return `${answered} records have their answer. Run the same command again to go on from there.`;
  }

  /** The line to send for a record, unless it ends here: refused, duplicate or skipped. */
  private lineOf(record: SourceRecord, isAnswered: boolean): Waiting | undefined {
    const note = (entry: ReportEntry, counted: Partial<Counts>): undefined => {
      if (isAnswered) return;
      this.report.add(entry);
      this.count(counted);
    };
    const { line } = record;
    const refuse = (field: string | null, code: string, why: string): undefined =>
      note({ kind: 'refused', line, field, code, why }, { refused: 1 });
    if (record.kind === 'broken') return refuse(null, record.code, record.why);
    const { fields } = record;
    this.nameUnused(fields);
    if (isEmpty(this.mapping, fields)) {
      return refuse(null, 'record/empty', 'the record is empty: none of its fields has a value');
    }
    if (!isAnswered) this.leaveOutSpoilt(fields, line);
    const skip = this.mapping.skip.find((rule) => {
      return rule.is.includes(textOf(this.mapping, fields, rule.field) ?? '');
    });
    if (skip !== undefined) {
      return note({ kind: 'skipped', line, field: skip.field, why: skip.why }, { skipped: 1 });
    }
    const { line: produced, key: value, problems } = evaluate(this.mapping, fields);
    const [first] = problems;
    if (first !== undefined) {
      for (const more of problems.slice(1)) note({ kind: 'refused', line, ...more }, {});
      return refuse(first.field, first.code, first.why);
    }
    const keyed = this.tracker.take(fields, value, line);
    if (keyed.kind === 'duplicate') {
      const { firstLine } = keyed;
      return note({ kind: 'duplicate', line, field: null, firstLine }, { duplicate: 1 });
    }
    if (keyed.kind === 'clash') {
      const why = `line ${keyed.firstLine} has the same key "${keyed.key}" with other content`;
      return refuse(this.keyField(), 'record/key-twice', why);
    }
    return { line, text: JSON.stringify({ key: keyed.key, ...produced }) };
  }

  private keyField(): string | null {
    const { key } = this.mapping;
    return key.by === 'value' ? (fieldsOf(key.of, this.mapping)[0] ?? null) : null;
  }

  private leaveOutSpoilt(fields: Fields, line: number): void {
    for (const [field, raw] of singleValues(fields)) {
      if (typeof raw !== 'string' || !this.mapping.spoilt.includes(raw.trim())) continue;
      this.report.add({ kind: 'left-out', line, field, value: raw.trim() });
      this.leftOut[field] = (this.leftOut[field] ?? 0) + 1;
      this.count({ fieldsLeftOut: 1 });
    }
  }

  private nameUnused(fields: Fields): void {
    for (const [field] of singleValues(fields)) {
      if (!this.used.has(field)) this.unused.add(field);
    }
  }

  private async send(): Promise<void> {
    const lines = this.waiting;
    if (lines.length > 0) {
      const route = this.request.what === 'goals' ? '/goals/import' : '/kpis/import';
      const path = this.request.dryRun ? `${route}?dryRun=true` : route;
      const texts = lines.map(({ text }) => text);
      await sendLines(this.client, path, texts, {
        onAnswer: (index, answer) => this.answered(lines[index] as Waiting, answer),
        onRetry: (attempt, delayMs, why) => {
          this.hooks.say(`${why} Try ${attempt + 1} in ${delayMs} ms.`);
        },
        wait: (ms) => this.hooks.wait(ms),
      });
    }
    this.waiting = [];
    this.waitingBytes = 0;
    // The report first: a kill in between repeats lines, and the report is cut to the old place.
    const reportBytes = this.report.flush();
    if (!this.request.dryRun && this.records >= this.resumedAfter) {
      const { records, counts, leftOut: leftOutByField } = this;
      writePlace(this.placePath, {
        ...this.identity,
        records,
        counts,
        leftOutByField,
        reportBytes,
      });
    }
    this.progress();
  }

  private answered({ line }: Waiting, { status, problem }: LineAnswer): void {
    if (status !== 'refused') this.count({ [status]: 1 });
    else {
      const [first] = problem?.errors ?? [];
      const field = first === undefined ? null : this.sourceField(first.field);
      const code = problem?.code ?? 'import/refused';
      const told = (problem?.errors ?? []).map((one) => `${one.field}: ${one.remedy}`);
      const detail = problem?.detail ?? '';
      const why =
        told.length === 0 || told.includes(detail) ? detail : `${detail} ${told.join('; ')}`;
      this.report.add({ kind: 'refused', line, field, code, why });
      this.count({ refused: 1 });
    }
    this.progress();
  }

  /** The source field behind a field of the request, as far as the mapping tells. */
  private sourceField(pointer: string): string {
    let node: Expression | undefined = this.mapping.record;
    for (const part of pointer.split('/').slice(1)) {
      const inside: Expression | undefined =
        node.op === 'structure' ? node.fields.get(part) : undefined;
      if (inside === undefined) break;
      node = inside;
    }
    const fields = node === this.mapping.record ? [] : fieldsOf(node, this.mapping);
    return fields.length === 0 ? pointer : fields.join(', ');
  }

  private count(more: Partial<Counts>): void {
    const counts: Record<string, number> = { ...this.counts };
    for (const [name, number] of Object.entries(more)) counts[name] = (counts[name] ?? 0) + number;
    this.counts = counts as unknown as Counts;
  }

  private progress(): void {
    const { bytes, bytesTotal, counts } = this;
    this.hooks.onProgress({ bytes, bytesTotal, counts });
  }
}

function usedFields(mapping: Mapping): Set<string> {
  const named = mapping.key.by === 'value' ? fieldsOf(mapping.key.of, mapping) : [];
  const skips = mapping.skip.map((rule) => rule.field);
  return new Set([...fieldsOf(mapping.record, mapping), ...named, ...skips, ...mapping.ignore]);
}

function isEmpty(mapping: Mapping, fields: Fields): boolean {
  for (const [, raw] of singleValues(fields)) {
    if (raw === null) continue;
    if (typeof raw !== 'string') return false;
    const text = raw.trim();
    if (text !== '' && !mapping.missing.includes(text)) return false;
  }
  return true;
}
