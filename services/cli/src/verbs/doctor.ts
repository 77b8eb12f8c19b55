import { accessSync, constants, statSync, statfsSync } from 'node:fs';
import { dataFolder } from '@plumbline/platform';
import type { Client } from '../client.ts';
import { CliError, exitCodes, type ExitCode } from '../exit.ts';
import { print, table, type Io } from '../io.ts';
import { clientOf, dataDirOf, urlOf, type CommonOptions } from '../settings.ts';

/** One thing that was looked at, and what to do when it is not as it should be. */
export interface Check {
  readonly name: string;
  readonly state: 'ok' | 'warn' | 'fail';
  readonly detail: string;
  readonly remedy?: string;
}

export const freeBytesMin = 256 * 1_048_576;
export const freeBytesLow = 1_024 * 1_048_576;
export const clockSkewMsMax = 5_000;
export const viewLagSecondsMax = 60;

/** `doctor`: looks at everything that may be wrong, and names each with what to do. */
export async function doctorVerb(options: CommonOptions, io: Io): Promise<ExitCode> {
  const client = clientOf(options, io);
  const checks = [
    checkNode(process.versions.node),
    ...checkFolder(dataDirOf(options, io)),
    ...(await checkServer(client, urlOf(options, io), io)),
  ];
  const rows = checks.flatMap(({ name, state, detail, remedy }) => [
    [state.toUpperCase(), name, detail],
    ...(remedy === undefined ? [] : [['', '', `→ ${remedy}`]]),
  ]);
  const worst = (['fail', 'warn'] as const).find((state) => {
    return checks.some((check) => check.state === state);
  });
  print(io, options.json === true, { state: worst ?? 'ok', checks }, table(rows));
  return worst === 'fail' ? exitCodes.checkFailed : exitCodes.ok;
}

export function checkNode(version: string): Check {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const works = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major >= 24;
  const name = 'Node';
  if (!works) {
    return { name, state: 'fail', detail: version, remedy: 'Install Node 24 (20.19+ works too).' };
  }
  if (major >= 24) return { name, state: 'ok', detail: version };
  return { name, state: 'warn', detail: version, remedy: 'Works; Node 24 is recommended.' };
}

/** The data folder, as far as this machine has it: a server elsewhere keeps its own. */
export function checkFolder(folder: string): Check[] {
  let mode: number;
  try {
    const stat = statSync(folder);
    mode = stat.mode;
    if (!stat.isDirectory()) throw new Error('it is not a folder');
  } catch (error) {
    const detail = `${folder}: ${(error as Error).message}`;
    const remedy = 'Say where the data is with --data-dir or DATA_DIR, if it is on this machine.';
    return [{ name: 'data folder', state: 'warn', detail, remedy }];
  }
  return [checkAccess(folder, mode), ...checkToken(folder), checkFreeDisk(folder)];
}

function checkAccess(folder: string, mode: number): Check {
  const name = 'data folder';
  try {
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch {
    const remedy = `Give the user who runs the server the folder: chown -R … ${folder}`;
    return { name, state: 'fail', detail: `${folder} cannot be written`, remedy };
  }
  if ((mode & 0o077) === 0) return { name, state: 'ok', detail: folder };
  const detail = `${folder} can be read by others of this machine`;
  return { name, state: 'warn', detail, remedy: `chmod 700 ${folder}` };
}

function checkToken(folder: string): Check[] {
  const path = dataFolder(folder).adminToken;
  const name = 'administrator token';
  try {
    const { mode } = statSync(path);
    if ((mode & 0o077) === 0) return [{ name, state: 'ok', detail: path }];
    const detail = `${path} can be read by others`;
    return [{ name, state: 'fail', detail, remedy: `chmod 600 ${path}, and make a new token.` }];
  } catch {
    return [];
  }
}

export function checkFreeDisk(folder: string, free = freeBytes(folder)): Check {
  const name = 'free disk';
  const detail = `${Math.floor(free / 1_048_576)} MiB free`;
  const remedy = 'Make room: a full disk stops all writing (nothing recorded is lost).';
  if (free < freeBytesMin) return { name, state: 'fail', detail, remedy };
  return free < freeBytesLow
    ? { name, state: 'warn', detail, remedy }
    : { name, state: 'ok', detail };
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

async function checkServer(client: Client, url: string, io: Io): Promise<Check[]> {
  const health = await checkHealth(client, url, io);
  if (health.some(({ state }) => state === 'fail')) return health;
  const status = await attempt('status', () => client.get('/operations/status'));
  if ('name' in status) return [...health, status];
  return [
    ...health,
    ...checkStatus(status.body),
    await checkIntegrity(client),
    await checkParked(client),
  ];
}

async function checkHealth(client: Client, url: string, io: Io): Promise<Check[]> {
  const before = io.clock.now();
  const health = await attempt('server', () => client.get('/health/ready'));
  if ('name' in health) return [health];
  const checks: Check[] = [{ name: 'server', state: 'ok', detail: `${url} is ready` }];
  if (health.date !== null) {
    checks.push(checkClock(health.date, before, io.clock.now()));
  }
  return checks;
}

/** The server's own date, which has whole seconds, against the clock of this machine. */
export function checkClock(date: number, before: number, after: number): Check {
  const behind = before - (date + 999);
  const ahead = date - after;
  const skewMs = Math.max(behind, ahead, 0);
  const name = 'clock';
  if (skewMs <= clockSkewMsMax) return { name, state: 'ok', detail: `within ${clockSkewMsMax} ms` };
  const detail = `${skewMs} ms apart from the server's`;
  return { name, state: 'warn', detail, remedy: 'Synchronise the clocks (NTP).' };
}

interface ViewStatus {
  readonly name: string;
  readonly lagFacts?: number | null;
  readonly lagSeconds?: number | null;
  readonly parked?: number;
}

export function checkStatus(body: unknown): Check[] {
  const { views = [], version } = body as {
    views?: readonly ViewStatus[];
    version?: string;
  };
  const checks: Check[] = [];
  if (typeof version === 'string') checks.push({ name: 'version', state: 'ok', detail: version });
  for (const { name: view, lagFacts, lagSeconds } of views) {
    const name = `view ${view}`;
    const lag = lagSeconds ?? 0;
    const detail = `${lagFacts ?? 0} facts, ${lag} s behind`;
    if (lag <= viewLagSecondsMax) checks.push({ name, state: 'ok', detail });
    else {
      const remedy = `Look for errors of this view in the server's log; plumbline rebuild ${view}`;
      checks.push({ name, state: 'warn', detail, remedy });
    }
  }
  return checks;
}

async function checkIntegrity(client: Client): Promise<Check> {
  const name = 'log integrity';
  const answer = await attempt(name, () => client.post('/operations/check', {}));
  if ('name' in answer) return answer;
  const { body } = answer;
  const faults = faultsOf(body);
  if (faults.length === 0) return { name, state: 'ok', detail: 'the log and the views are sound' };
  const remedy = 'Stop the server, keep a copy of the folder, and restore the last backup.';
  return { name, state: 'fail', detail: faults.join('; '), remedy };
}

/** What the server's own check found wrong; nothing when all is sound. */
export function faultsOf(body: unknown): string[] {
  const { ok, problems, checks } = body as {
    ok?: unknown;
    problems?: unknown;
    checks?: unknown;
  };
  const listed = [problems, checks].flatMap((list) => (Array.isArray(list) ? list : []));
  const faults = listed
    .filter((one: { ok?: unknown }) => one.ok !== true)
    .map((one: unknown) => (typeof one === 'string' ? one : JSON.stringify(one)));
  return faults.length === 0 && ok === false ? ['the check failed'] : faults;
}

async function checkParked(client: Client): Promise<Check> {
  const name = 'parked';
  const answer = await attempt(name, () => client.get('/operations/parked'));
  if ('name' in answer) return answer;
  const { items } = answer.body as { items: readonly unknown[] };
  if (items.length === 0) return { name, state: 'ok', detail: 'nothing is parked' };
  const remedy = 'plumbline parked list, then show, retry or discard each.';
  return { name, state: 'warn', detail: `${items.length} keys are parked`, remedy };
}

async function attempt(
  name: string,
  ask: () => ReturnType<Client['get']>,
): Promise<Check | Awaited<ReturnType<Client['get']>>> {
  try {
    return await ask();
  } catch (error) {
    if (!(error instanceof CliError) || error.exitCode === exitCodes.interrupted) throw error;
    const unreachable = error.exitCode === exitCodes.unreachable;
    const remedy = unreachable ? 'npm start' : 'Use a token of an operator or administrator.';
    return { name, state: 'fail', detail: error.message, remedy };
  }
}
