import { Fault } from '@plumbline/kernel';
import { ConfigError, exportInstallation, FolderError, FolderInUse } from '@plumbline/platform';
import { importInstallation, openSource, openTarget, readConfig } from '@plumbline/platform';
import { TransferRefused, type Installation, type TransferCode } from '@plumbline/platform';
import { createBar, type Bar } from '../bar.ts';
import { CliError, exitCodes, usageError, type ExitCode } from '../exit.ts';
import { print, table, type Io } from '../io.ts';
import { dataDirOf, type CommonOptions } from '../settings.ts';

export interface ExportOptions extends CommonOptions {
  readonly to: string;
}

/** `export --to FOLDER`: see `docs/format/export.md`. */
export async function exportVerb(options: ExportOptions, io: Io): Promise<ExitCode> {
  const { to: folder, json } = options;
  const progress = createProgress(io);
  return moving(async () => {
    const source = await openSource(where(options, io));
    return closing(source, async () => {
      await refuseDamaged(source);
      const { log, keys } = source;
      const onProgress = progress.of('export');
      const manifest = await exportInstallation({
        ...{ log, keys, folder, onProgress, signal: io.signal },
      });
      if (manifest === undefined) throw stopped();
      const { facts, commands, factsByTenant, chain } = manifest;
      const { lines } = manifest.keys;
      const result = { folder, facts, commands, factsByTenant, keys: lines, chain };
      const counts = Object.entries({ facts, commands, keys: lines });
      print(io, json === true, result, [
        `exported to ${folder}`,
        ...table(counts.map(([name, count]) => [`  ${name}`, String(count)])),
        ...table(
          Object.entries(factsByTenant).map(([tenant, count]) => [`  ${tenant}`, `${count} facts`]),
        ),
        `  chain ${chain}`,
      ]);
      return exitCodes.ok;
    });
  }, progress);
}

/** `import log FOLDER`: brings an export in; what is there already is left as it is. */
export async function importLogVerb(
  folder: string,
  options: CommonOptions,
  io: Io,
): Promise<ExitCode> {
  const progress = createProgress(io);
  return moving(async () => {
    const target = await openTarget(where(options, io));
    return closing(target, async () => {
      const { log, keys, rootKey } = target;
      const imported = await importInstallation({
        ...{ log, keys, rootKey, folder, signal: io.signal },
        onProgress: (at) => progress.of(at.phase)(at),
      });
      if (imported === undefined) throw stopped();
      const rows: [string, number][] = [
        ['facts in the export', imported.facts],
        ['commands in the export', imported.commands],
        ['commands added', imported.commandsAdded],
        ['keys added', imported.keysAdded],
        ['keys destroyed', imported.keysDestroyed],
      ];
      print(io, options.json === true, { folder, ...imported }, [
        `imported from ${folder}`,
        ...table(rows.map(([name, count]) => [`  ${name}`, String(count)])),
      ]);
      return exitCodes.ok;
    });
  }, progress);
}

function where(options: CommonOptions, io: Io) {
  const config = readConfig({ ...io.env, DATA_DIR: dataDirOf(options, io) });
  return { config, clock: io.clock };
}

async function closing<Result>(one: Installation, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } finally {
    await one.close();
  }
}

async function refuseDamaged(source: Installation): Promise<void> {
  const findings = await source.check();
  if (findings.length === 0) return;
  const message = 'The log is damaged; restore the last backup before it is moved.';
  throw new CliError('checkFailed', 'export/log-damaged', message, [...findings]);
}

/** Runs the work, and turns what it throws into exit codes. */
async function moving(work: () => Promise<ExitCode>, { stop }: Progress): Promise<ExitCode> {
  try {
    return await work();
  } catch (cause) {
    throw asCliError(cause);
  } finally {
    stop();
  }
}

/** Where it is not the folder given that cannot be used. */
const exitOf: { readonly [Code in TransferCode]?: 'checkFailed' | 'saidNo' } = {
  'export/log-damaged': 'checkFailed',
  'import/other-key': 'saidNo',
};

function asCliError(cause: unknown): unknown {
  if (cause instanceof ConfigError) {
    return usageError('moving/settings', 'The settings cannot be used.', [...cause.problems]);
  }
  if (cause instanceof FolderInUse) {
    const message = `${cause.message} Stop it first: nothing may be recorded meanwhile.`;
    return new CliError('saidNo', 'moving/folder-in-use', message);
  }
  if (cause instanceof FolderError) return usageError('moving/folder', cause.message);
  if (cause instanceof TransferRefused) {
    return new CliError(exitOf[cause.code] ?? 'usage', cause.code, cause.message);
  }
  if (cause instanceof Fault) {
    return new CliError(cause.retriable ? 'unreachable' : 'saidNo', cause.code, cause.message);
  }
  const { code, syscall, message } = cause as NodeJS.ErrnoException;
  if (code === undefined || syscall === undefined) return cause;
  return new CliError('unreachable', 'moving/disk', message);
}

function stopped(): CliError {
  return new CliError('interrupted', 'cli/interrupted', 'Stopped. The same command goes on.');
}

type Progress = ReturnType<typeof createProgress>;

/** A bar for each part of the work, as it begins. */
function createProgress(io: Io) {
  let bar: Bar | undefined;
  let title = '';
  const stop = () => {
    bar?.stop();
    bar = undefined;
  };
  return {
    of: (part: string) => (at: { readonly facts: number; readonly total: number }) => {
      if (part !== title) stop();
      title = part;
      bar ??= createBar(io, part, at.total);
      bar.to(at.facts, `${at.facts} of ${at.total} facts`);
    },
    stop,
  };
}
