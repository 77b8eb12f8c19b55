import { Fault, fold, isRejection, type Decider, type Rejection } from '@plumbline/kernel';
import type { Position } from '@plumbline/kernel';
import type { Sealer } from '@plumbline/privacy';
import { LRUCache } from 'lru-cache';
import type { FactCodec } from './codec.ts';
import type { CommandContext } from './envelope.ts';
import { CommandReused, RevisionConflict, type EventLog } from './event-log.ts';

/** An aggregate as the log knows it: its decider, and how its facts are stored. */
export interface Aggregate<Command, State, Fact> {
  readonly name: string;
  /** Changes with the meaning of the fold, so that no kept state outlives it. */
  readonly foldVersion: number;
  readonly decider: Decider<Command, State, Fact>;
  readonly codec: FactCodec<Fact>;
}

export interface TransactRequest<Command, State> {
  readonly stream: string;
  readonly command: Command;
  readonly context: CommandContext;
  /** The revision that the caller saw last; another one throws `StaleRevision`. */
  readonly ifMatch?: number;
  /** Asked after the load and before the decision. */
  readonly permit?: (state: State) => Rejection | undefined;
}

export interface TransactReceipt {
  readonly stream: string;
  /** Newest revision of the stream after the command; -1 when it has none. */
  readonly revision: number;
  readonly position: Position | null;
  /** The command was recorded before: this is its first receipt. */
  readonly replayed: boolean;
  /** False: it was so already, and nothing was recorded. */
  readonly changed: boolean;
}

/** The one way by which a command becomes facts. */
export interface Transactor {
  transact<Command, State, Fact extends { readonly type: string }>(
    aggregate: Aggregate<Command, State, Fact>,
    request: TransactRequest<Command, State>,
  ): Promise<TransactReceipt | Rejection>;
  load<Command, State, Fact extends { readonly type: string }>(
    aggregate: Aggregate<Command, State, Fact>,
    stream: string,
  ): Promise<{ readonly state: State; readonly revision: number | null }>;
}

/** The record has moved on since the caller saw it. */
export class StaleRevision extends Fault {
  readonly code = 'log/stale-revision';
  readonly retriable = false;
  constructor(
    readonly expected: number,
    readonly actual: number | null,
  ) {
    super(`The record is at revision ${actual ?? 'none'}, not at ${expected}. Read it again.`);
  }
}

/** How often a decision is made anew after another writer was first, before the caller hears. */
export const transactAttemptsMax = 8;
/** The longest pause before the next attempt. Pauses are random: two must not march in step. */
export const retryDelayMsMax = 64;
export const cachedStreamsMaxDefault = 10_000;

function backOff(attempts: number): Promise<void> {
  const ms = Math.random() * Math.min(2 ** attempts, retryDelayMsMax);
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Folded state of a stream, with the commands that it has recorded. Can be thrown away. */
interface Folded {
  readonly state: unknown;
  readonly revision: number;
  readonly position: Position | null;
  readonly commands: Map<string, RecordedCommand>;
}

interface RecordedCommand {
  readonly fingerprint: string;
  readonly revision: number;
  readonly position: Position;
}

export function createTransactor(options: {
  readonly log: EventLog;
  readonly sealer: Sealer;
  /** 0 turns the cache off; decisions are the same with and without it. */
  readonly cachedStreamsMax?: number;
}): Transactor {
  const { log, sealer, cachedStreamsMax = cachedStreamsMaxDefault } = options;
  const cache =
    cachedStreamsMax > 0 ? new LRUCache<string, Folded>({ max: cachedStreamsMax }) : undefined;
  const turns = new Map<string, Promise<unknown>>();

  const loaded = async (aggregate: AnyAggregate, stream: string): Promise<Folded> => {
    const known = cache?.get(keyOf(aggregate, stream));
    if (known !== undefined) return known;
    const folded = await readAndFold(log, aggregate, stream);
    cache?.set(keyOf(aggregate, stream), folded);
    return folded;
  };

  const attempt = async (
    aggregate: AnyAggregate,
    request: TransactRequest<never, unknown>,
  ): Promise<TransactReceipt | Rejection> => {
    const { stream, command, context } = request;
    const folded = await loaded(aggregate, stream);
    const repeat = repeatOf(folded, stream, context);
    if (repeat !== undefined) return repeat;
    const { revision, position, state } = folded;
    if (request.ifMatch !== undefined && request.ifMatch !== revision) {
      throw new StaleRevision(request.ifMatch, revision < 0 ? null : revision);
    }
    const refused = request.permit?.(state);
    if (refused !== undefined) return refused;
    const decision = aggregate.decider.decide(command, state);
    if (isRejection(decision)) return decision;
    if (decision.length === 0) {
      return { stream, revision, position, replayed: false, changed: false };
    }
    const facts = await aggregate.codec.encode(decision, { ...context, stream }, sealer);
    const { tenant, commandId, fingerprint } = context;
    const expected = revision < 0 ? 'none' : revision;
    const receipt = await log.append({ tenant, stream, expected, facts, commandId, fingerprint });
    if (receipt.replayed) cache?.delete(keyOf(aggregate, stream));
    else cache?.set(keyOf(aggregate, stream), after(aggregate, folded, decision, receipt, context));
    return { ...receipt, changed: true };
  };

  return {
    transact: (aggregate, request) =>
      inTurn(turns, request.stream, async () => {
        for (let attempts = 1; ; attempts += 1) {
          try {
            return await attempt(
              aggregate as unknown as AnyAggregate,
              request as unknown as TransactRequest<never, unknown>,
            );
          } catch (cause) {
            if (!(cause instanceof RevisionConflict) || attempts >= transactAttemptsMax) {
              throw cause;
            }
            cache?.delete(keyOf(aggregate as unknown as AnyAggregate, request.stream));
            await backOff(attempts);
          }
        }
      }),
    load: async <Command, State, Fact extends { readonly type: string }>(
      aggregate: Aggregate<Command, State, Fact>,
      stream: string,
    ) => {
      const { state, revision } = await loaded(aggregate as unknown as AnyAggregate, stream);
      return { state: state as State, revision: revision < 0 ? null : revision };
    },
  };
}

type AnyAggregate = Aggregate<never, unknown, { readonly type: string }>;

const keyOf = ({ name, foldVersion }: AnyAggregate, stream: string): string =>
  `${name}@${foldVersion}\u001f${stream}`;

async function readAndFold(
  log: EventLog,
  { decider, codec }: AnyAggregate,
  stream: string,
): Promise<Folded> {
  const commands: Folded['commands'] = new Map();
  let state = decider.initial;
  let revision = -1;
  let position: Position | null = null;
  for (const stored of await log.read(stream)) {
    const { fact, commandId } = codec.decode(stored);
    state = decider.evolve(state, fact);
    ({ revision, position } = stored);
    const { fingerprint } = JSON.parse(stored.body) as { fingerprint: string };
    commands.set(commandId, { fingerprint, revision, position });
  }
  return { state, revision, position, commands };
}

function after(
  { decider }: AnyAggregate,
  before: Folded,
  decision: readonly { readonly type: string }[],
  { revision, position }: { readonly revision: number; readonly position: Position },
  { commandId, fingerprint }: CommandContext,
): Folded {
  // The stream's turn is held, so that the map of the state before is nobody else's any more.
  const { commands } = before;
  commands.set(commandId, { fingerprint, revision, position });
  return { state: fold(decider, before.state, decision), revision, position, commands };
}

function repeatOf(
  { commands }: Folded,
  stream: string,
  { commandId, fingerprint }: CommandContext,
): TransactReceipt | undefined {
  const known = commands.get(commandId);
  if (known === undefined) return undefined;
  if (known.fingerprint !== fingerprint) throw new CommandReused(stream, commandId);
  const { revision, position } = known;
  return { stream, revision, position, replayed: true, changed: true };
}

/**
 * Commands on one stream take turns within the process, so that they do not race each other into
 * conflicts; writers in other processes are met with `RevisionConflict` and retries.
 */
async function inTurn<Result>(
  turns: Map<string, Promise<unknown>>,
  stream: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = turns.get(stream);
  const mine = before === undefined ? work() : before.then(work, work);
  turns.set(stream, mine);
  try {
    return await mine;
  } finally {
    if (turns.get(stream) === mine) turns.delete(stream);
  }
}
