import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { start } from '@plumbline/platform/start';
import { services } from '@plumbline/standalone';
import { root } from './support/sources.ts';

const startMsMax = 300_000;
const endMsMax = 60_000;
const onPosix = process.platform === 'win32' ? describe.skip : describe;

let folder: string;
let npm: ChildProcess;
let output: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-start-'));
  output = '';
});
afterEach(() => {
  // Whatever is left of the group, when a test has failed.
  signalGroup('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** `npm start`, as in a terminal of its own, once it listens; gives where. */
async function startNpm(): Promise<string> {
  const { PATH = '', HOME = '' } = process.env;
  const env = { PATH, HOME, DATA_DIR: join(folder, 'data'), PORT: '0' };
  npm = spawn('npm', ['start', '--no-update-notifier'], { cwd: root, env, detached: true });
  for (const stream of [npm.stdout, npm.stderr]) {
    stream?.on('data', (chunk: Buffer) => (output += chunk.toString()));
  }
  const listening = /"listening on (http:[^"]+)"/;
  await until(() => listening.test(output), startMsMax);
  return listening.exec(output)?.[1] ?? '';
}

/** To npm and to all that it has started, as a terminal does. */
function signalGroup(signal: NodeJS.Signals): void {
  try {
    process.kill(-(npm.pid ?? 0), signal);
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ESRCH') throw cause;
  }
}

async function until(isSo: () => boolean | Promise<boolean>, msMax: number): Promise<void> {
  for (const end = Date.now() + msMax; !(await isSo());) {
    if (Date.now() > end) throw new Error(`Not within ${msMax} ms. It said: ${output}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

const isClosed = (url: string): Promise<boolean> =>
  fetch(`${url}/health/ready`).then(
    () => false,
    () => true,
  );

/** Whether another server may have the folder; it is given back at once. */
async function isFree(): Promise<boolean> {
  const environment = { DATA_DIR: join(folder, 'data'), PORT: '0', LOG_LEVEL: 'silent' };
  try {
    const other = await start({ environment, services });
    await other.stop();
    return true;
  } catch (cause) {
    if (!String(cause).includes('is in use by another Plumbline')) throw cause;
    return false;
  }
}

onPosix('npm start', () => {
  it.each([
    ['SIGTERM to npm alone', () => npm.kill('SIGTERM')],
    ['SIGINT to the whole group, as Ctrl-C gives it', () => signalGroup('SIGINT')],
  ])(
    'at %s closes in order and gives the folder back',
    async (_, signal) => {
      const url = await startNpm();
      expect([await isClosed(url), await isFree()]).toEqual([false, false]);
      signal();
      await until(async () => (await isClosed(url)) && (await isFree()), endMsMax);
      await until(() => output.includes('"closed"'), endMsMax);
      expect(output).toContain('"closing"');
    },
    startMsMax + 3 * endMsMax,
  );
});
