import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { exitCodes, start, StartError } from './start.ts';

const require = createRequire(import.meta.url);

// What this process writes is for its own user: facts, keys and tokens, and their copies.
process.umask(0o077);

try {
  const running = await start({
    environment: process.env,
    consoleFolder: fileURLToPath(new URL('../../console/dist', import.meta.url)),
    readerFolder: dirname(require.resolve('swagger-ui-dist/package.json')),
  });
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
