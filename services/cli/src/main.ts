#!/usr/bin/env node
import { systemClock } from '@plumbline/kernel';
import { run } from './program.ts';

const stop = new AbortController();
process.once('SIGINT', () => stop.abort());
process.once('SIGTERM', () => stop.abort());

process.exitCode = await run(process.argv.slice(2), {
  out: process.stdout,
  err: process.stderr,
  env: process.env,
  isTerminal: process.stderr.isTTY === true,
  clock: systemClock,
  signal: stop.signal,
});
