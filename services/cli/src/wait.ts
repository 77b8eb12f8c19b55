import { setTimeout as sleep } from 'node:timers/promises';
import { CliError } from './exit.ts';

/** Waits, unless the verb is told to stop. */
export async function wait(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await sleep(ms, undefined, { signal });
  } catch {
    throw new CliError('interrupted', 'cli/interrupted', 'Stopped.');
  }
}
