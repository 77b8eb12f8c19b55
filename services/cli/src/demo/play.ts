import type { Client } from '../client.ts';
import { derivedId } from '@plumbline/kernel';
import { CliError, exitCodes } from '../exit.ts';
import type { Step, Thread } from './plan.ts';

/** Threads that are played side by side, so that they share commits. */
export const threadsAtOnceMax = 16;

export interface PlayHooks {
  clientFor(person: string): Promise<Client>;
  onStep(done: number, path: string): void;
}

export interface Played {
  readonly steps: number;
  /** How many of each command, by the last word of its path. */
  readonly byCommand: Readonly<Record<string, number>>;
  /** The position of the last command: a read after it sees the whole play. */
  readonly position: string | null;
}

/**
 * Plays the threads, each in its order. Every command has an idempotency key of its place in the
 * play, so that the same play again changes nothing.
 */
export async function play(
  threads: readonly Thread[],
  keyPrefix: string,
  hooks: PlayHooks,
): Promise<Played> {
  const waiting = [...threads];
  const byCommand: Record<string, number> = {};
  let steps = 0;
  let position: string | null = null;
  const worker = async (): Promise<void> => {
    for (let thread = waiting.shift(); thread !== undefined; thread = waiting.shift()) {
      const ids: Record<string, string> = {};
      for (const [at, step] of thread.steps.entries()) {
        const client = await hooks.clientFor(step.as);
        const key = derivedId(keyPrefix, thread.name, at);
        const receipt = await send(client, step, ids, key, thread.name);
        if (step.keeps !== undefined && receipt.id !== undefined) ids[step.keeps] = receipt.id;
        if (receipt.position !== null && (position ?? '') < receipt.position) {
          position = receipt.position;
        }
        const command = commandOf(step);
        byCommand[command] = (byCommand[command] ?? 0) + 1;
        steps += 1;
        hooks.onStep(steps, step.path);
      }
    }
  };
  await Promise.all(Array.from({ length: threadsAtOnceMax }, worker));
  return { steps, byCommand, position };
}

async function send(
  client: Client,
  step: Step,
  ids: Readonly<Record<string, string>>,
  key: string,
  name: string,
): Promise<{ id: string | undefined; position: string | null }> {
  const path = filled(step.path, ids);
  const body = JSON.parse(filled(JSON.stringify(step.body), ids)) as object;
  try {
    const { body: receipt, position } = await client.post(path, body, key);
    const { id } = receipt as { id?: string };
    return { id, position };
  } catch (error) {
    if (!(error instanceof CliError) || error.exitCode === exitCodes.interrupted) throw error;
    const where = `${name}, POST ${step.path} as ${step.as}`;
    const { code, message, details } = error;
    throw new CliError('saidNo', code, `${where}: ${message}`, [...details]);
  }
}

function filled(text: string, ids: Readonly<Record<string, string>>): string {
  return text.replace(/\{([a-z]+\d*)\}/g, (whole, name: string) => ids[name] ?? whole);
}

function commandOf({ path }: Step): string {
  if (path === '/goals') return 'draft';
  if (path === '/kpis') return 'define';
  return path.split('/').at(-1) ?? path;
}
