import type { Answer, Client } from '../client.ts';
import { derivedId } from '@plumbline/kernel';
import { CliError, exitCodes } from '../exit.ts';
import { house } from './cast.ts';
import type { Scene, Step, Thread } from './script.ts';

/** Threads that are played side by side, so that they share commits. */
export const threadsAtOnceMax = 16;

/** Each process has to hear of who may do what: until then it is asked again. */
const againMax = 60;
const againMs = 50;

export interface PlayHooks {
  clientFor(person: string): Promise<Client>;
  /** Whether everybody acts under their own name, so that one can stand in for another. */
  readonly areThemselves: boolean;
  onStep(done: number, path: string): void;
}

export interface Played {
  readonly steps: number;
  /** How many of each command, by the last word of its path. */
  readonly byCommand: Readonly<Record<string, number>>;
  /** How many the server refused, as the company's story was told there before. */
  readonly toldBefore: number;
  /** The position of the last command: a read after it sees the whole play. */
  readonly position: string | null;
}

/**
 * Plays the scenes one after another, the threads of each side by side. Every command has an
 * idempotency key of its place in the play, so that the same play again changes nothing.
 */
export async function play(
  scenes: readonly Scene[],
  keys: { readonly seed: string; readonly today: string },
  hooks: PlayHooks,
): Promise<Played> {
  const stage = new Stage(keys, hooks);
  for (const scene of scenes) {
    const waiting = [...scene];
    const worker = async (): Promise<void> => {
      for (let thread = waiting.shift(); thread !== undefined; thread = waiting.shift()) {
        await stage.perform(thread);
      }
    };
    await stage.settle();
    await Promise.all(Array.from({ length: threadsAtOnceMax }, worker));
  }
  const { steps, byCommand, toldBefore, position } = stage;
  return { steps, byCommand, toldBefore, position };
}

class Stage {
  steps = 0;
  toldBefore = 0;
  position: string | null = null;
  readonly byCommand: Record<string, number> = {};
  readonly #ids: Record<string, string> = {};

  constructor(
    private readonly keys: { readonly seed: string; readonly today: string },
    private readonly hooks: PlayHooks,
  ) {}

  /** Waits until what the scene before has recorded is known: who may do what follows from it. */
  async settle(): Promise<void> {
    const headers = this.position === null ? undefined : { 'read-after': this.position };
    if (headers === undefined) return;
    const client = await this.hooks.clientFor(house.lead);
    await insist(() => client.get('/periods', headers));
  }

  async perform(thread: Thread): Promise<void> {
    const { seed, today } = this.keys;
    for (const [at, step] of thread.steps.entries()) {
      // Who stands in for somebody is named by that person alone.
      if (!this.hooks.areThemselves && step.path.endsWith('/delegations')) continue;
      const client = await this.hooks.clientFor(step.as);
      const key = derivedId(`demo ${seed} ${thread.once ?? today}`, thread.name, at);
      const answer = await this.#send(client, step, key, thread);
      if (answer === undefined) this.toldBefore += 1;
      else await this.#keep(client, step, answer, thread);
      const command = commandOf(step);
      this.byCommand[command] = (this.byCommand[command] ?? 0) + 1;
      this.steps += 1;
      this.hooks.onStep(this.steps, step.path);
    }
  }

  async #keep(client: Client, step: Step, { body, position }: Answer, { name }: Thread) {
    const { id } = body as { id?: string };
    if (step.keeps !== undefined && id !== undefined) this.#ids[`${name}:${step.keeps}`] = id;
    if (position !== null && (this.position ?? '') < position) this.position = position;
    if (step.path === '/reorganisations' && id !== undefined) await through(client, id, position);
  }

  /** Undefined: of the company's story, which has been told there before. */
  async #send(client: Client, step: Step, key: string, thread: Thread) {
    const path = this.#filled(step.path, thread.name);
    const body = JSON.parse(this.#filled(JSON.stringify(step.body), thread.name)) as object;
    const headers: Record<string, string> = {};
    if (step.for !== undefined && this.hooks.areThemselves) headers['on-behalf-of'] = step.for;
    try {
      return await insist(() => client.post(path, body, key, headers));
    } catch (error) {
      if (thread.once !== undefined && isRefused(error)) return undefined;
      // One token for all settles its own ideas: what takes another is left out then.
      if (!this.hooks.areThemselves && isOnOwnRecord(error)) return undefined;
      throw told(error, step, thread.name);
    }
  }

  #filled(text: string, thread: string): string {
    return text.replace(/\{([\w/:.-]+)\}/g, (whole, name: string) => {
      return this.#ids[`${thread}:${name}`] ?? this.#ids[name] ?? whole;
    });
  }
}

/** Waits until a reorganisation is through: it goes on by itself, step by step. */
async function through(client: Client, id: string, position: string | null): Promise<void> {
  const headers: Record<string, string> = position === null ? {} : { 'read-after': position };
  for (let tries = 1; tries <= againMax; tries += 1) {
    const { body } = await insist(() => client.get(`/reorganisations/${id}`, headers));
    const { reorganisation } = body as { reorganisation: { state: string } };
    if (reorganisation.state === 'completed') return;
    await pause();
  }
  throw new CliError('unreachable', 'demo/not-through', 'The reorganisation does not go on.');
}

/** Asks again while the server, or one of its processes, does not know yet who may do what. */
async function insist(ask: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      if (tries >= againMax || !isBehind(error)) throw error;
      await pause();
    }
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, againMs));
}

function isBehind(error: unknown): boolean {
  if (!(error instanceof CliError)) return false;
  if (isOnOwnRecord(error)) return false;
  return error.code === 'views/behind' || error.code.startsWith('permission/');
}

function isRefused(error: unknown): boolean {
  return error instanceof CliError && error.exitCode === exitCodes.saidNo;
}

/** What is wrong, and where in the play. */
function told(error: unknown, { path, as }: Step, name: string): unknown {
  if (!(error instanceof CliError) || error.exitCode === exitCodes.interrupted) return error;
  const { code, message, details } = error;
  return new CliError('saidNo', code, `${name}, POST ${path} as ${as}: ${message}`, [...details]);
}

const firstCommands: Readonly<Record<string, string>> = {
  '/goals': 'draft',
  '/kpis': 'define',
  '/people': 'join',
  '/structure': 'structure',
  '/reorganisations': 'reorganise',
  '/strategies': 'publish',
  '/alignments': 'align',
  '/ideas': 'submit',
};

function commandOf({ path }: Step): string {
  const first = firstCommands[path];
  if (first !== undefined) return first;
  const [, kind] = path.split('/');
  const last = path.split('/').at(-1) ?? path;
  if (kind === 'people' && last === 'correct') return 'correct-person';
  return kind === 'alignments' ? 'realign' : last;
}

function isOnOwnRecord(error: unknown): boolean {
  return error instanceof CliError && error.code === 'permission/own-record';
}
