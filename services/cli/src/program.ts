import { Command, CommanderError } from 'commander';
import { CliError, exitCodes, exitCodeMeanings, type ExitCode } from './exit.ts';
import { say, type Io } from './io.ts';
import { defaultDataDir, defaultUrl, type CommonOptions } from './settings.ts';
import { importVerbs, type Imported } from './import/load-mapping.ts';
import { castSize } from './demo/plan.ts';
import { demoVerb, type DemoOptions } from './verbs/demo.ts';
import { doctorVerb } from './verbs/doctor.ts';
import { importVerb, type ImportOptions } from './verbs/import.ts';
import { exportVerb, importLogVerb, type ExportOptions } from './verbs/moving.ts';
import { parkedDiscardVerb, parkedListVerb, parkedRetryVerb } from './verbs/operations.ts';
import { parkedShowVerb, rebuildVerb } from './verbs/operations.ts';
import { tokenVerb, type TokenOptions } from './verbs/token.ts';

/** Runs one command line (without `node` and the script), and gives the exit code. */
export async function run(args: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const program = createProgram(io, (given) => {
    code = given;
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) {
      return error.exitCode === 0 ? exitCodes.ok : exitCodes.usage;
    }
    return told(error, args.includes('--json'), io);
  }
}

/** Errors go to stderr, with `--json` as one document there. */
function told(error: unknown, json: boolean, io: Io): ExitCode {
  if (!(error instanceof CliError)) {
    const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
    say(io, json ? JSON.stringify({ error: { code: 'cli/unexpected', message: text } }) : text);
    return exitCodes.unexpected;
  }
  const { code, message, details, exitCode } = error;
  if (json) say(io, JSON.stringify({ error: { code, message, details, exitCode } }));
  else for (const line of [`${message} [${code}]`, ...details]) say(io, line);
  return exitCode;
}

function createProgram(io: Io, ended: (code: ExitCode) => void): Command {
  const program = new Command('plumbline')
    .description('Operate Plumbline from the command line. It speaks HTTP to a running server.')
    .showHelpAfterError()
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.out.write(text),
      writeErr: (text) => io.err.write(text),
    })
    .addHelpText('after', exitCodeHelp());
  const verb = (parent: Command, words: string, description: string): Command =>
    parent
      .command(words)
      .description(description)
      .option('--json', 'give the result as one JSON document')
      .option('--url <url>', `the server (PLUMBLINE_URL, else ${defaultUrl})`)
      .option('--token <token>', 'a bearer token (PLUMBLINE_TOKEN, else that of the data folder)')
      .option('--data-dir <folder>', `the data folder (DATA_DIR, else ${defaultDataDir})`);
  addToken(program, verb, io, ended);
  addImport(program, verb, io, ended);
  addExport(program, verb, io, ended);
  addOperations(program, verb, io, ended);
  addDemo(program, verb, io, ended);
  return program;
}

type Verb = (parent: Command, words: string, description: string) => Command;
type Ended = (code: ExitCode) => void;

function addToken(program: Command, verb: Verb, io: Io, ended: Ended): void {
  verb(program, 'token', 'make a token with the local issuer of the data folder')
    .requiredOption('--as <person>', 'the subject, as in "ada"')
    .option('--tenant <tenant>', 'the tenant')
    .option('--roles <roles>', 'with commas: importer, operator, goal-manager, …', splitRoles)
    .option('--expires <time>', 'how long it is valid, as in 30m, 8h, 7d', '8h')
    .option('--link', 'print the address of the console with the token in it')
    .action(async (options: TokenOptions) => ended(await tokenVerb(options, io)));
}

function splitRoles(text: string): string[] {
  return text.split(',').map((role) => role.trim());
}

function addImport(program: Command, verb: Verb, io: Io, ended: Ended): void {
  const parent = program.command('import').description('bring records or a whole log in');
  for (const what of Object.keys(importVerbs) as Imported[]) {
    verb(parent, `${what} <file>`, `import ${what} from JSON, NDJSON or CSV`)
      .requiredOption('--mapping <file>', 'what the fields of the file are; see docs/import')
      .option('--dry-run', 'decide and report, and record nothing')
      .option('--report <file>', 'where the report goes (NDJSON)')
      .action(async (file: string, options: ImportOptions) => {
        ended(await importVerb(what, file, options, io));
      });
  }
  verb(
    parent,
    'log <folder>',
    'bring a whole export into an installation that does not run',
  ).action(async (folder: string, options: CommonOptions) => {
    ended(await importLogVerb(folder, options, io));
  });
}

function addExport(program: Command, verb: Verb, io: Io, ended: Ended): void {
  verb(program, 'export', 'write all facts and wrapped keys of an installation that does not run')
    .requiredOption('--to <folder>', 'where to; made when it is not there')
    .action(async (options: ExportOptions) => ended(await exportVerb(options, io)));
}

function addOperations(program: Command, verb: Verb, io: Io, ended: Ended): void {
  verb(program, 'rebuild [view]', 'rebuild a view, or all of them, from the log').action(
    async (view: string | undefined, options: CommonOptions) => {
      ended(await rebuildVerb(view, options, io));
    },
  );
  const parked = program.command('parked').description('what a view or a policy could not take');
  verb(parked, 'list', 'list what is parked').action(async (options: CommonOptions) => {
    ended(await parkedListVerb(options, io));
  });
  verb(parked, 'show <id>', 'show one with its facts').action(
    async (id: string, options: CommonOptions) => ended(await parkedShowVerb(id, options, io)),
  );
  verb(parked, 'retry <id>', 'take it again, in order').action(
    async (id: string, options: CommonOptions) => ended(await parkedRetryVerb(id, options, io)),
  );
  verb(parked, 'discard <id>', 'leave it out for good; the discard is recorded')
    .requiredOption('--reason <text>', 'why, for the record')
    .action(async (id: string, options: CommonOptions & { reason: string }) => {
      ended(await parkedDiscardVerb(id, options, io));
    });
  verb(program, 'doctor', 'look at everything that may be wrong, and say what to do').action(
    async (options: CommonOptions) => ended(await doctorVerb(options, io)),
  );
}

function addDemo(program: Command, verb: Verb, io: Io, ended: Ended): void {
  verb(program, 'demo', 'play a company through the real commands')
    .option('--people <number>', `how many; ${castSize} are written by hand`, '1000')
    .option('--seed <text>', 'the same seed and day play the same company', 'plumbline')
    .option('--today <day>', 'the day that the play ends on (today, unless told)')
    .option('--no-link', 'print no address to look at it: the server ends after it')
    .action(async (options: DemoOptions) => ended(await demoVerb(options, io)));
}

function exitCodeHelp(): string {
  const lines = Object.entries(exitCodeMeanings).map(([name, meaning]) => {
    return `  ${exitCodes[name as keyof typeof exitCodes]}  ${meaning}`;
  });
  return `\nExit codes:\n${lines.join('\n')}\n`;
}
