import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import type { Client } from '../client.ts';
import { CliError, exitCodes } from '../exit.ts';
import { batchBytesMax, batchLinesMax, sendLines, type LineAnswer } from './bulk.ts';
import { createKeyTracker } from './keys.ts';
import { loadMapping, type Imported } from './load-mapping.ts';
import { evaluate, ruleFor, singleValues, type Fields } from './mapping.evaluate.ts';
import { fieldsOf, keyFields, sourceField, type Mapping, type Product } from './mapping.ts';
import { assertMayBeHeld, placeOf, readOrdered, withoutWhatIsToCome } from './order.ts';
import type { Ordered, Place } from './order.ts';
import { readRecords, type SourceRecord } from './records.ts';
import { noCounts, openReport, type Counts, type ReportEntry, type ReportFile } from './report.ts';
import { measureFile, readPlace, removePlace, writePlace, type RunIdentity } from './resume.ts';

const routes: Readonly<Record<Product, string>> = {
  goals: '/goals/import',
  measurements: '/kpis/import',
  structure: '/structure/import',
  people: '/people/import',
  'customer-responses': '/customer-responses/import',
  reviews: '/past-reviews/import',
};

export interface ImportRequest {
  readonly what: Imported;
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
  readonly produces: Product;
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
  const { mapping, hash: mappingHash } = loadMapping(request.what, request.mapping);
  const { bytes: bytesTotal, hash: fileHash } = await measureFile(request.file);
  const identity = { what: request.what, fileHash, mappingHash, url: client.url };
  const run = new ImportRun(client, request, mapping, identity, bytesTotal, hooks);
  try {
    await run.read();
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

interface Waiting {
  readonly line: number;
  readonly text: string;
  /** What it brings, in the order of the file. */
  readonly brings?: string;
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
  private ordered: Ordered | undefined;
  /** In a dry run: what the file would bring that is not there. */
  private readonly toCome = new Set<string>();

  constructor(
    private readonly client: Client,
    private readonly request: ImportRequest,
    private readonly mapping: Mapping,
    private readonly identity: RunIdentity,
    private readonly bytesTotal: number,
    private readonly hooks: ImportHooks,
  ) {
    this.tracker = createKeyTracker(mapping, basename(request.file));
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

  /** Takes every record: as they stand, or those first that others name. */
  async read(): Promise<void> {
    const { mapping, request, bytesTotal } = this;
    if (mapping.order === undefined) {
      const onBytes = (count: number) => void (this.bytes += count);
      const records = readRecords(request.file, mapping.source, onBytes);
      for await (const record of records) await this.take(record);
      return;
    }
    assertMayBeHeld(bytesTotal);
    const records = readRecords(request.file, mapping.source);
    this.ordered = await readOrdered(records, mapping, mapping.order);
    for (const level of this.ordered.levels) {
      for (const record of level) {
        this.bytes += bytesTotal / this.ordered.records;
        await this.take(record);
      }
      // What the next level names has its answer: the lines of one request may be taken at once.
      await this.send();
    }
  }

  private async take(record: SourceRecord): Promise<void> {
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
    const { produces } = this.mapping;
    const summary: ImportSummary = {
      ...{ what, produces, file, dryRun, resumedAfter: this.resumedAfter },
      ...this.counts,
      leftOutByField: this.leftOut,
      unusedFields: [...this.unused].toSorted(),
      report,
    };
    this.report.close(summary);
    this.tracker.close();
    if (!dryRun) removePlace(this.placePath);
    return summary;
  }

  abandon(): void {
    this.report.close();
    this.tracker.close();
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
    const skip = ruleFor(this.mapping.skip, this.mapping, fields);
    if (skip !== undefined) {
      return note({ kind: 'skipped', line, field: skip.field, why: skip.why }, { skipped: 1 });
    }
    const barred = ruleFor(this.mapping.refuse, this.mapping, fields);
    if (barred !== undefined) return refuse(barred.field, 'field/refused', barred.why);
    const givenKey = this.tracker.next(fields, line);
    const { line: produced, key: value, problems } = evaluate(this.mapping, fields, givenKey);
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
      return refuse(keyFields(this.mapping)[0] ?? null, 'record/key-twice', why);
    }
    if (keyed.kind === 'second') {
      const names = this.mapping.unique.join(', ');
      const why = `line ${keyed.firstLine} has the same ${names}, and there may be one alone`;
      return refuse(names, 'record/second-of-its-kind', why);
    }
    const circle = this.circleOf(fields);
    if (circle !== undefined) return refuse(circle.field, 'record/in-a-circle', circle.why);
    return this.waitingFor(line, keyed.key, produced, fields);
  }

  private place(fields: Fields): Place | undefined {
    const { order } = this.mapping;
    return order === undefined ? undefined : placeOf(this.mapping, order, fields);
  }

  private circleOf(fields: Fields): { field: string | null; why: string } | undefined {
    const place = this.place(fields);
    const circle = place === undefined ? undefined : this.ordered?.circleOf(place.of);
    const { order } = this.mapping;
    if (circle === undefined || order === undefined) return undefined;
    const field = fieldsOf(order.after, this.mapping)[0] ?? null;
    return { field, why: `it leads back to itself: ${circle}` };
  }

  private waitingFor(
    line: number,
    key: string,
    produced: Readonly<Record<string, unknown>>,
    fields: Fields,
  ): Waiting {
    const place = this.place(fields);
    const after = place?.after;
    const isToCome = after !== undefined && this.toCome.has(after);
    const sent = isToCome ? withoutWhatIsToCome(produced, after) : produced;
    const brings = place === undefined ? {} : { brings: place.of };
    return { line, text: JSON.stringify({ key, ...sent }), ...brings };
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
      const route = routes[this.mapping.produces];
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

  private answered({ line, brings }: Waiting, { status, problem }: LineAnswer): void {
    if (status !== 'refused') {
      this.count({ [status]: 1 });
      const isToCome = this.request.dryRun && status === 'recorded';
      if (isToCome && brings !== undefined) this.toCome.add(brings);
    } else {
      const [first] = problem?.errors ?? [];
      const field = first === undefined ? null : sourceField(first.field, this.mapping);
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
  const { key, order, skip, refuse, unique, ignore } = mapping;
  const named = key.by === 'value' ? [key.of] : [];
  const ordered = order === undefined ? [] : [order.of, order.after];
  const read = [mapping.record, ...named, ...ordered].flatMap((one) => fieldsOf(one, mapping));
  const ruled = [...skip, ...refuse].map(({ field }) => field);
  return new Set([...read, ...ruled, ...unique, ...ignore]);
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
