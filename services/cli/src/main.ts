#!/usr/bin/env node
import { systemClock } from '@plumbline/kernel';
import { exitCodes } from './exit.ts';
import { run } from './program.ts';

const stop = new AbortController();
// One Ctrl-C may arrive twice: from the terminal, and passed on by what started this process.
const sameSignalMs = 500;
let stoppedAt: number | undefined;
const onSignal = (): void => {
  const now = performance.now();
  if (stoppedAt !== undefined && now - stoppedAt > sameSignalMs)
    process.exit(exitCodes.interrupted);
  stoppedAt ??= now;
  stop.abort();
};
process.on('SIGINT', onSignal);
process.on('SIGTERM', onSignal);

// Whoever read the output has gone, as in `plumbline --help | head -1`. Nobody is left to be told;
// the work itself, which may be an import, goes on to its end.
const onOutputError = (error: NodeJS.ErrnoException): void => {
  if (error.code !== 'EPIPE') throw error;
};
process.stdout.on('error', onOutputError);
process.stderr.on('error', onOutputError);

process.exitCode = await run(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  env: process.env,
  isTerminal: process.stderr.isTTY === true,
  clock: systemClock,
  signal: stop.signal,
});
