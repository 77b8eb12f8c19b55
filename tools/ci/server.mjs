// A server for the stages of CI: started on a free port and a folder of its own, and stopped
// whatever happens.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../free-port.mjs';

/** The exit code by which a stage says that it cannot run here. */
export const skipCode = 77;

/** Ends the stage: what it needs is not on this machine. */
export function skip(why) {
  console.log(`SKIPPED: ${why}`);
  process.exit(skipCode);
}

/**
 * Starts `command` in `folder`, waits until it is ready, does `work` with the address and the
 * administrator's token, ends it with SIGTERM and answers its exit code.
 */
export async function withServer(
  { command, folder, dataDir, readySecondsMax = 180, logLevel = 'warn' },
  work,
) {
  const port = await freePort();
  const env = {
    ...ownEnvironment(),
    ...{ HOST: '127.0.0.1', PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: logLevel },
  };
  const [program, ...args] = command;
  // In a group of its own, so that whatever it has started ends with it.
  const child = spawn(program, args, { cwd: folder, env, detached: true, stdio: ['ignore', 2, 2] });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  ended.catch(() => {});
  try {
    const url = `http://127.0.0.1:${port}`;
    await isReady(url, child, readySecondsMax);
    const token = readFileSync(join(folder, dataDir, 'admin-token'), 'utf8').trim();
    await work({ url, token, folder, dataDir });
    child.kill('SIGTERM');
    return await within(120, ended, 'The server did not end after SIGTERM.');
  } finally {
    killGroup(child.pid);
  }
}

/** Without what npm and its scripts have set, which would reach into the copy. */
export function ownEnvironment() {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.filter(([name]) => !/^(npm_|PLUMBLINE_|OIDC_|LOG_LEVEL$|INIT_CWD$)/i.test(name)),
  );
}

async function isReady(url, child, secondsMax) {
  for (const end = Date.now() + secondsMax * 1_000; Date.now() < end;) {
    if (child.exitCode !== null) {
      throw new Error(`The server ended with ${child.exitCode} before it was ready.`);
    }
    try {
      if ((await fetch(`${url}/health/ready`)).ok) return;
    } catch {
      // Not listening yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  throw new Error(`The server was not ready within ${secondsMax} s.`);
}

export async function within(seconds, work, message) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(message)), seconds * 1_000);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

function killGroup(pid) {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch (cause) {
    if (cause.code !== 'ESRCH') throw cause;
  }
}
