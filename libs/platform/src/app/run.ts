import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { exitCodes, start, StartError, type StartOptions } from './start.ts';

const require = createRequire(import.meta.url);

/** The life of a process that serves: starts, ends with a signal, and tells by its exit code. */
export async function run(
  options: Omit<StartOptions, 'environment' | 'readerFolder'>,
): Promise<void> {
  // What this process writes is for its own user: facts, keys and tokens, and their copies.
  process.umask(0o077);
  try {
    const readerFolder = dirname(require.resolve('swagger-ui-dist/package.json'));
    const running = await start({ environment: process.env, readerFolder, ...options });
    const end = (): void => {
      void running.stop().then((exitCode) => process.exit(exitCode));
    };
    // Not `once`: a Ctrl-C arrives twice, from the terminal and passed on by `npm start`, and the
    // second must not cut the draining short. PLUMBLINE_DRAIN_MS bounds it.
    process.on('SIGTERM', end);
    process.on('SIGINT', end);
  } catch (error) {
    // One line for a person; whatever nobody foresaw comes with its stack.
    const isKnown = error instanceof StartError;
    process.stderr.write(`${isKnown ? error.message : String((error as Error).stack)}\n`);
    process.exit(isKnown ? error.exitCode : exitCodes.failed);
  }
}
