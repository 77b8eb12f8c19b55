// Runs a Node program of this tree as if it were this process: its output, its signals, its exit
// code.
import { spawn } from 'node:child_process';

/** New objects get room enough that most are gone before they are looked at again. */
export const nodeFlags = ['--enable-source-maps', '--max-semi-space-size=32'];

export function run(program, args, options = {}) {
  const child = spawn(process.execPath, [...nodeFlags, program, ...args], {
    stdio: 'inherit',
    ...options,
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === null ? 1 : 128);
  });
  return child;
}
