import { basename } from 'node:path';
import { createBar } from '../bar.ts';
import { exitCodes, type ExitCode } from '../exit.ts';
import { importFile, type ImportSummary } from '../import/import.ts';
import { loadMapping, type Imported } from '../import/load-mapping.ts';
import type { Counts } from '../import/report.ts';
import { measureFile } from '../import/resume.ts';
import { print, say, table, type Io } from '../io.ts';
import { clientOf, type CommonOptions } from '../settings.ts';
import { wait } from '../wait.ts';

export interface ImportOptions extends CommonOptions {
  readonly mapping: string;
  readonly dryRun?: boolean;
  readonly report?: string;
}

/** `import goals|measurements|people|customer-responses|reviews FILE`: see `docs/import`. */
export async function importVerb(
  what: Imported,
  file: string,
  options: ImportOptions,
  io: Io,
): Promise<ExitCode> {
  const { mapping } = loadMapping(what, options.mapping);
  const report = options.report ?? `${basename(file)}.${mapping.produces}.report.ndjson`;
  const { bytes } = await measureFile(file);
  const bar = createBar(io, `import ${what}`, bytes);
  const request = {
    ...{ what, file, report, mapping: options.mapping },
    dryRun: options.dryRun === true,
  };
  let summary: ImportSummary;
  try {
    summary = await importFile(clientOf(options, io), request, {
      onProgress: (progress) => bar.to(progress.bytes, shortCounts(progress.counts)),
      say: (line) => say(io, line),
      wait: (ms) => wait(ms, io.signal),
    });
  } finally {
    bar.stop();
  }
  print(io, options.json === true, summary, told(summary));
  return summary.refused > 0 ? exitCodes.someRefused : exitCodes.ok;
}

function shortCounts({ recorded, unchanged, refused }: Counts): string {
  return `${recorded} recorded, ${unchanged} unchanged, ${refused} refused`;
}

function told(summary: ImportSummary): string[] {
  const { produces, file, dryRun, unusedFields, leftOutByField, report } = summary;
  const rows: [string, number][] = [
    ['records read', summary.read],
    [dryRun ? 'would be recorded' : 'recorded', summary.recorded],
    ['unchanged', summary.unchanged],
    ['refused', summary.refused],
    ['duplicate', summary.duplicate],
    ['skipped', summary.skipped],
  ];
  const leftOut = Object.entries(leftOutByField).map(([field, count]) => `${field} ${count}`);
  return [
    `${dryRun ? 'Dry run: nothing is recorded. ' : ''}${produces} of ${file}`,
    ...table(rows.map(([name, count]) => [`  ${name}`, String(count)])),
    ...(leftOut.length === 0 ? [] : [`  fields left out as spoilt: ${leftOut.join(', ')}`]),
    ...(unusedFields.length === 0 ? [] : [`  fields not used: ${unusedFields.join(', ')}`]),
    `  report: ${report}`,
  ];
}
