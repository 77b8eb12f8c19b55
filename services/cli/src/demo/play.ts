import type { Answer, Client, Problem } from '../client.ts';
import { derivedId } from '@plumbline/kernel';
import { CliError, exitCodes } from '../exit.ts';
import { house } from './cast.ts';
import { foundIn } from './finding.ts';
import { commandsIn, type Answering, type Finding, type Line, type Scene } from './script.ts';
import type { Step, Thread } from './script.ts';
import { takePart } from './tickets.ts';

/** Threads that are played side by side, so that they share commits. */
export const threadsAtOnceMax = 16;

/** A read of each service that knows what is played before the next scene. */
const ofEachService = [
  ...['/periods', '/feedback/requests?by=me&limit=1'],
  '/control-charts?limit=1',
] as const;

/** Each process has to hear of who may do what: until then it is asked again. */
const againMax = 60;
const againMs = 50;
/** So long policies and views may take to follow what was played. */
const followMsMax = 120_000;

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
    await Promise.all(ofEachService.map((path) => insist(() => client.get(path, headers))));
  }

  async perform(thread: Thread): Promise<void> {
    const { seed, today } = this.keys;
    for (const [at, step] of thread.steps.entries()) {
      // Who stands in for somebody is named by that person alone.
      if (!this.hooks.areThemselves && step.path.endsWith('/delegations')) continue;
      const client = await this.hooks.clientFor(step.as);
      if (step.finds !== undefined) {
        await this.#find(client, step, step.finds, thread);
        continue;
      }
      if (step.answers !== undefined) await this.#takePart(step, step.answers, thread);
      else if (step.lines === undefined) {
        const key = derivedId(`demo ${seed} ${thread.once ?? today}`, thread.name, at);
        const answer = await this.#send(client, step, key, thread);
        if (answer === undefined) this.toldBefore += 1;
        else await this.#keep(client, step, answer, thread);
      } else await this.#sendLines(client, step.lines, step, thread);
      const command = commandOf(step);
      const count = commandsIn(step);
      this.byCommand[command] = (this.byCommand[command] ?? 0) + count;
      this.steps += count;
      this.hooks.onStep(this.steps, step.path);
    }
  }

  async #sendLines(client: Client, lines: readonly Line[], step: Step, thread: Thread) {
    const { name } = thread;
    const texts = lines.map((line) => {
      const key = derivedId(`demo ${this.keys.seed}`, name, line.name);
      return JSON.stringify({ ...line.body, key });
    });
    try {
      const answers = await insist(() => answersTo(client, step.path, texts));
      for (const [index, { id, position, problem }] of answers.entries()) {
        const kept = `${name}:${lines[index]?.name ?? ''}`;
        if (problem === undefined) this.#know(kept, id, position);
        else if (thread.once !== undefined) this.toldBefore += 1;
        else throw new CliError('saidNo', problem.code, problem.detail);
      }
    } catch (error) {
      throw told(error, step, name);
    }
  }

  async #takePart(step: Step, answers: readonly Answering[], thread: Thread) {
    const [, , surveyId = ''] = this.#filled(step.path, thread.name).split('/');
    const headers: Record<string, string> = {};
    if (this.position !== null) headers['read-after'] = this.position;
    for (const answer of answers) {
      const client = await this.hooks.clientFor(answer.person);
      try {
        const isTaken = await insist(() => takePart(client, surveyId, answer, headers));
        if (!isTaken) this.toldBefore += 1;
      } catch (error) {
        if (thread.once === undefined || !isRefused(error)) throw told(error, step, thread.name);
        this.toldBefore += 1;
      }
    }
  }

  /** What was told there before may have gone on since, or may be missing: it is not waited for. */
  async #find(client: Client, { path: asked }: Step, sought: Finding, { name }: Thread) {
    const path = this.#filled(asked, name);
    const finds = JSON.parse(this.#filled(JSON.stringify(sought), name)) as Finding;
    if (unknownName.test(path) || unknownName.test(JSON.stringify(finds))) return;
    const headers: Record<string, string> = {};
    if (this.position !== null) headers['read-after'] = this.position;
    for (const deadline = Date.now() + followMsMax; ;) {
      const body = await this.#look(client, path, headers);
      if (body === undefined) return;
      const found = foundIn(body, finds);
      if (found !== undefined) {
        for (const [known, value] of Object.entries(found)) this.#ids[`${name}:${known}`] = value;
        return;
      }
      if (Date.now() > deadline) {
        throw new CliError('unreachable', 'demo/not-there', `${name}: ${path} does not come.`);
      }
      await pause();
    }
  }

  /** Undefined: of somebody who has left since. */
  async #look(client: Client, path: string, headers: Record<string, string>) {
    try {
      return (await insist(() => client.get(path, headers))).body as object;
    } catch (error) {
      if (hasLeft(error)) return undefined;
      throw error;
    }
  }

  #know(name: string | undefined, id: string | undefined, position: string | null = null): void {
    if (name !== undefined && id !== undefined) this.#ids[name] = id;
    if (position !== null && (this.position ?? '') < position) this.position = position;
  }

  async #keep(client: Client, step: Step, { body, position }: Answer, { name }: Thread) {
    const { id } = body as { id?: string };
    const { keeps } = step;
    this.#know(keeps === undefined ? undefined : `${name}:${keeps}`, id, position);
    if (step.path === '/reorganisations' && id !== undefined) await through(client, id, position);
  }

  /** Undefined: of the company's story, which has been told there before. */
  async #send(client: Client, step: Step, key: string, thread: Thread) {
    const path = this.#filled(step.path, thread.name);
    const body = JSON.parse(this.#filled(JSON.stringify(step.body), thread.name)) as object;
    const headers: Record<string, string> = {};
    if (step.for !== undefined && this.hooks.areThemselves) headers['on-behalf-of'] = step.for;
    try {
      const send = () => client.post(path, body, key, headers);
      return await (step.isHandedOn === true ? send() : insist(send));
    } catch (error) {
      if (step.isHandedOn === true && isBehind(error)) return undefined;
      if (thread.once !== undefined && (isRefused(error) || hasLeft(error))) return undefined;
      // One token for all settles its own ideas: what takes another is left out then.
      if (!this.hooks.areThemselves && isOnOwnRecord(error)) return undefined;
      throw told(error, step, thread.name);
    }
  }

  #filled(text: string, thread: string): string {
    const filled = text.replace(/"\{=([\w-]+)\}"/g, (whole, name: string) => {
      return this.#ids[`${thread}:${name}`] ?? whole;
    });
    return filled.replace(/\{([\w/:.-]+)\}/g, (whole, name: string) => {
      return this.#ids[`${thread}:${name}`] ?? this.#ids[name] ?? whole;
    });
  }
}

/** A name that stands for nothing: what gave it was told there before. */
const unknownName = /\{[\w/:.-]+\}/;

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

interface LineAnswer {
  readonly id?: string;
  readonly position?: string | null;
  readonly problem?: Problem;
}

/** An answer for each line, in their order. */
async function answersTo(
  client: Client,
  path: string,
  lines: readonly string[],
): Promise<readonly LineAnswer[]> {
  const answers: LineAnswer[] = [];
  for await (const said of client.stream(path, lines)) answers.push(said as LineAnswer);
  const { complete } = (answers.pop() ?? {}) as { complete?: boolean };
  if (complete === true && answers.length === lines.length) return answers;
  const detail = 'The answer stopped early. Play it again: what is recorded stays as it is.';
  throw new CliError('unreachable', 'demo/cut-off', detail);
}

/** Asks again while the server, or one of its processes, does not know yet what was played. */
async function insist<Said>(ask: () => Promise<Said>): Promise<Said> {
  const deadline = Date.now() + followMsMax;
  for (let tries = 1; ; tries += 1) {
    try {
      return await ask();
    } catch (error) {
      const isOver = isFollowing(error) ? Date.now() > deadline : tries >= againMax;
      if (isOver || !isBehind(error)) throw error;
      await pause();
    }
  }
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, againMs));
}

function isBehind(error: unknown): boolean {
  if (!(error instanceof CliError)) return false;
  if (isOnOwnRecord(error) || hasLeft(error)) return false;
  return isFollowing(error) || error.code.startsWith('permission/');
}

function isFollowing(error: unknown): boolean {
  return error instanceof CliError && behind.has(error.code);
}

/**
 * Points are received, and reviews are in a session, a moment after they were given and put there:
 * policies carry them. Who has joined is known to other services as late.
 */
const behind: ReadonlySet<string> = new Set([
  ...['views/behind', 'points/earned-exceeded', 'calibration-session/review-not-in'],
  ...['review-cycle/unknown-person', 'review-cycle/outside-population'],
]);

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
  '/people/import': 'join',
  '/goals/import': 'draft',
  '/reorganisations': 'reorganise',
  '/strategies': 'publish',
  '/alignments': 'align',
  '/ideas': 'submit',
  '/feedback/notes': 'give-feedback',
  '/feedback/requests': 'ask-feedback',
  '/feedback/one-to-ones': 'hold-one-to-one',
  '/reward-programme': 'define-programme',
  '/recognitions': 'recognise',
  '/redemptions': 'redeem',
  '/customer-responses/import': 'record-response',
  '/service-levels': 'define-service-level',
  '/cases': 'open-case',
  '/surveys': 'launch-survey',
  '/control-charts': 'draw-chart',
  '/metric-releases': 'release-figures',
  '/rule-packs': 'publish-rule-pack',
  '/review-templates': 'publish-template',
  '/past-reviews/import': 'import-past-review',
  '/review-cycles': 'plan-cycle',
  '/calibration-sessions': 'convene-session',
};

/** Words that mean something else for goals and ideas. */
const otherCommands: Readonly<Record<string, string>> = {
  'people/correct': 'correct-person',
  'feedback/actions': 'agree-action',
  'feedback/complete': 'complete-action',
  'feedback/drop': 'drop-action',
  'redemptions/decide': 'decide-redemption',
  'customer-responses/settle': 'settle-attribution',
  'customer-responses/close': 'close-loop',
  'surveys/answers': 'answer-survey',
  'surveys/close': 'close-survey',
  'review-cycles/late-joiners': 'add-late-joiner',
  'review-cycles/release': 'release-cycle',
  'review-cycles/close': 'close-cycle',
  'reviews/draft': 'save-draft',
  'reviews/dispute': 'dispute-review',
  'reviews/resolve': 'resolve-dispute',
  'reviews/close': 'close-review',
  'calibration-sessions/decide': 'decide-adjustment',
  'calibration-sessions/lock': 'lock-session',
};

function commandOf({ path }: Step): string {
  const first = firstCommands[path];
  if (first !== undefined) return first;
  const [, kind] = path.split('/');
  const last = path.split('/').at(-1) ?? path;
  const other = otherCommands[`${kind}/${last}`];
  if (other !== undefined) return other;
  return kind === 'alignments' ? 'realign' : last;
}

/** Who has left acts no more, in no second play either. */
function hasLeft(error: unknown): boolean {
  return error instanceof CliError && error.code === 'permission/has-left';
}

function isOnOwnRecord(error: unknown): boolean {
  return error instanceof CliError && error.code === 'permission/own-record';
}
