// Runs a Node program of this tree as if it were this process: its output, its signals, its exit
// code.
import { spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';

const heapMbMax = '--max-old-space-size';
const isHeapGiven = process.env['NODE_OPTIONS']?.includes(heapMbMax) ?? false;

/**
 * New objects get room enough that most are gone before they are looked at again. With two cores, a
 * thread that answers and one that writes have them: helpers of the garbage collector would only
 * take turns with those whom they help, and cost a sixth of a command.
 *
 * Below 2 GB a thread, the engine lets a heap grow to twice what was in use when it last looked;
 * above, which it takes by itself on a large machine, to four times. That is a third less memory
 * for no more processor time. Who needs a larger heap gives one in NODE_OPTIONS.
 *
 * Without `--enable-source-maps`: the maps of all modules in each thread are 35 MB, and a tenth of
 * the start. What is built keeps the names of its sources; whoever follows a trace line by line
 * sets NODE_OPTIONS.
 */
export const nodeFlags = [
  '--max-semi-space-size=32',
  ...(isHeapGiven ? [] : [`${heapMbMax}=2000`]),
  ...(availableParallelism() > 2 ? [] : ['--single-threaded-gc']),
];

/** Tests make and drop much: with room for it from the start, they take a tenth less time. */
export const testFlags = ['--min-semi-space-size=64', '--max-semi-space-size=128'];

export function run(program, args, { flags = [], ...options } = {}) {
  const child = spawn(process.execPath, [...nodeFlags, ...flags, program, ...args], {
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
