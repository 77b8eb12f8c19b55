import { atMost, Fault, fold, isRejection, present } from '@plumbline/kernel';
import type { Decider, Position, Rejection } from '@plumbline/kernel';
import type { Sealer } from '@plumbline/privacy';
import { LRUCache } from 'lru-cache';
import type { FactCodec } from './codec.ts';
import type { CommandContext } from './envelope.ts';
import { CommandReused, LogUnavailable, RevisionConflict } from './event-log.ts';
import type { EventLog, StoredFact } from './event-log.ts';
import { inTurn } from './turns.ts';
import { memoryUnchangedCommands } from './unchanged.ts';
import type { UnchangedCommand, UnchangedCommands } from './unchanged.ts';

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
  /**
   * The state as it is recorded. Who asks others before they transact says for which command, and
   * asks nobody where it was `repeated`: its first receipt is the answer, whoever may what by now.
   */
  load<Command, State, Fact extends { readonly type: string }>(
    aggregate: Aggregate<Command, State, Fact>,
    stream: string,
    of?: CommandContext,
  ): Promise<Loaded<State>>;
}

export interface Loaded<State> {
  readonly state: State;
  readonly revision: number | null;
  readonly repeated?: TransactReceipt;
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

/** So many facts of a stream are read and folded together; then others get a turn. */
export const foldedTogetherMax = 2_000;

function othersTurn(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}

function backOff(attempts: number): Promise<void> {
  const ms = Math.random() * Math.min(2 ** attempts, retryDelayMsMax);
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** Folded state of a stream. Can be thrown away. */
interface Folded {
  readonly state: unknown;
  readonly revision: number;
  readonly position: Position | null;
  /**
   * The commands that are recorded, and where: the revision of the last fact of each. Streams are
   * many, and so are their commands: what else a repeat asks for, the fact itself tells.
   */
  readonly commands: Map<string, number>;
}

export function createTransactor(options: {
  readonly log: EventLog;
  readonly sealer: Sealer;
  /** Remembered as long as the process lasts, when it is left out. */
  readonly unchanged?: UnchangedCommands;
  /** 0 turns the cache off; decisions are the same with and without it. */
  readonly cachedStreamsMax?: number;
}): Transactor {
  const { log, sealer, cachedStreamsMax = cachedStreamsMaxDefault } = options;
  const { unchanged = memoryUnchangedCommands() } = options;
  const cache =
    cachedStreamsMax > 0 ? new LRUCache<string, Folded>(atMost(cachedStreamsMax)) : undefined;
  const turns = new Map<string, Promise<unknown>>();

  /** Keeps a state, unless a newer one was kept while this one was read. */
  const keep = (aggregate: AnyAggregate, stream: string, folded: Folded): Folded => {
    const kept = cache?.get(keyOf(aggregate, stream));
    if (kept !== undefined && kept.revision > folded.revision) return kept;
    cache?.set(keyOf(aggregate, stream), folded);
    return folded;
  };

  const foldMore = async (aggregate: AnyAggregate, stream: string, folded: Folded) => {
    const from = folded.revision + 1;
    const facts = await log.read(stream, { from, to: from + foldedTogetherMax - 1 });
    // Nobody else has this state yet: its map of commands need not be copied.
    const more = foldOn(aggregate, folded, facts, folded.commands);
    return { folded: more, isWhole: facts.length < foldedTogetherMax };
  };

  const foldRest = async (aggregate: AnyAggregate, stream: string, begun: Folded) => {
    let [folded, isWhole] = [begun, false];
    while (!isWhole) {
      await othersTurn();
      ({ folded, isWhole } = await foldMore(aggregate, stream, folded));
    }
    return folded;
  };

  /** Long streams that are folded just now. That takes seconds, and many ask at the same time. */
  const loading = new Map<string, Promise<Folded>>();

  const loaded = async (aggregate: AnyAggregate, stream: string): Promise<Folded> => {
    const key = keyOf(aggregate, stream);
    const known = cache?.get(key) ?? (await loading.get(key));
    if (known !== undefined) return known;
    const begun = await foldMore(aggregate, stream, nothing(aggregate));
    if (begun.isWhole) return keep(aggregate, stream, begun.folded);
    // Without a cache a state is not brought up to date after it was loaded: each loads its own.
    if (cache === undefined) return foldRest(aggregate, stream, begun.folded);
    const rest = loading.get(key) ?? foldRest(aggregate, stream, begun.folded);
    loading.set(key, rest);
    try {
      return keep(aggregate, stream, await rest);
    } finally {
      loading.delete(key);
    }
  };

  /** The same state, or a newer one when another process has appended since it was folded. */
  const brought = async (aggregate: AnyAggregate, stream: string, folded: Folded) => {
    if (cache === undefined) return folded;
    const news = await log.read(stream, { from: folded.revision + 1 });
    return news.length === 0 ? folded : keep(aggregate, stream, foldOn(aggregate, folded, news));
  };

  /** The first receipt of a command that was asked before; undefined of one that is new. */
  const repeatIn = async ({ commands }: Folded, stream: string, context: CommandContext) => {
    const asked = await unchanged.find(stream, context.commandId);
    if (asked !== undefined) return repeatOfUnchanged(asked, context);
    const before = commands.get(context.commandId);
    return before === undefined ? undefined : firstReceipt(log, stream, before, context);
  };

  const attempt = async (
    aggregate: AnyAggregate,
    request: TransactRequest<never, unknown>,
  ): Promise<TransactReceipt | Rejection> => {
    const { stream, context } = request;
    const asked = unchanged.find(stream, context.commandId);
    const before = asked instanceof Promise ? await asked : asked;
    if (before !== undefined) return repeatOfUnchanged(before, context);
    let folded = await loaded(aggregate, stream);
    let verdict = judge(aggregate, request, folded);
    if (verdict.kind !== 'append' && verdict.kind !== 'repeat') {
      // The log itself checks what is appended. An answer that appends nothing must not come from
      // a state that another process has moved on from.
      folded = await brought(aggregate, stream, folded);
      verdict = judge(aggregate, request, folded);
    }
    if (verdict.kind === 'stale') throw verdict.fault;
    if (verdict.kind === 'repeat') return firstReceipt(log, stream, verdict.revision, context);
    if (verdict.kind === 'nothing') {
      const { revision, position } = folded;
      const { tenant, commandId, fingerprint } = context;
      await unchanged.keep({ tenant, stream, commandId, fingerprint, revision, position });
      return { stream, revision, position, replayed: false, changed: false };
    }
    if (verdict.kind !== 'append') return verdict.answer;
    const { decision } = verdict;
    const facts = await aggregate.codec.encode(decision, { ...context, stream }, sealer);
    const { tenant, commandId, fingerprint } = context;
    const expected = folded.revision < 0 ? 'none' : folded.revision;
    const receipt = await log.append({ tenant, stream, expected, facts, commandId, fingerprint });
    if (receipt.replayed) cache?.delete(keyOf(aggregate, stream));
    else keep(aggregate, stream, after(aggregate, folded, decision, receipt, context));
    const { stream: at, revision: reached, position: where, replayed } = receipt;
    return { stream: at, revision: reached, position: where, replayed, changed: true };
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
      of?: CommandContext,
    ) => {
      const any = aggregate as unknown as AnyAggregate;
      const folded = await brought(any, stream, await loaded(any, stream));
      const { state, revision } = folded;
      const repeated = of === undefined ? undefined : await repeatIn(folded, stream, of);
      const found = { state: state as State, revision: revision < 0 ? null : revision };
      return { ...found, ...present({ repeated }) };
    },
  };
}

type AnyAggregate = Aggregate<never, unknown, { readonly type: string }>;

const keyOf = ({ name, foldVersion }: AnyAggregate, stream: string): string =>
  `${name}@${foldVersion}\u001f${stream}`;

/** What a command comes to on a state. */
type Verdict =
  | { readonly kind: 'append'; readonly decision: readonly { readonly type: string }[] }
  | { readonly kind: 'repeat'; readonly revision: number }
  | { readonly kind: 'answer'; readonly answer: Rejection }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'stale'; readonly fault: StaleRevision };

function judge(
  { decider }: AnyAggregate,
  { command, context, ifMatch, permit }: TransactRequest<never, unknown>,
  folded: Folded,
): Verdict {
  const before = folded.commands.get(context.commandId);
  if (before !== undefined) return { kind: 'repeat', revision: before };
  const { revision, state } = folded;
  // First: at which revision a record is, is nothing for who may not ask.
  const refused = permit?.(state);
  if (refused !== undefined) return { kind: 'answer', answer: refused };
  if (ifMatch !== undefined && ifMatch !== revision) {
    const fault = new StaleRevision(ifMatch, revision < 0 ? null : revision);
    return { kind: 'stale', fault };
  }
  const decision = decider.decide(command, state);
  if (isRejection(decision)) return { kind: 'answer', answer: decision };
  return decision.length > 0 ? { kind: 'append', decision } : { kind: 'nothing' };
}

function nothing({ decider }: AnyAggregate): Folded {
  return { state: decider.initial, revision: -1, position: null, commands: new Map() };
}

function foldOn(
  { decider, codec }: AnyAggregate,
  on: Folded,
  facts: readonly StoredFact[],
  commands = new Map(on.commands),
): Folded {
  let { state, revision, position } = on;
  for (const stored of facts) {
    const { fact, commandId } = codec.decode(stored);
    state = decider.evolve(state, fact);
    ({ revision, position } = stored);
    commands.set(commandId, revision);
  }
  return { state, revision, position, commands };
}

function fingerprintOf({ body }: StoredFact): string {
  return (JSON.parse(body) as { fingerprint: string }).fingerprint;
}

function after(
  { decider }: AnyAggregate,
  before: Folded,
  decision: readonly { readonly type: string }[],
  { revision, position }: { readonly revision: number; readonly position: Position },
  { commandId }: CommandContext,
): Folded {
  // The stream's turn is held: whoever reads the map of the state before finds one command more,
  // and that command is recorded.
  const { commands } = before;
  commands.set(commandId, revision);
  return { state: fold(decider, before.state, decision), revision, position, commands };
}

function repeatOfUnchanged(
  { stream, fingerprint, revision, position }: UnchangedCommand,
  context: CommandContext,
): TransactReceipt {
  if (fingerprint !== context.fingerprint) throw new CommandReused(stream, context.commandId);
  return { stream, revision, position, replayed: true, changed: false };
}

/** What the command was answered when it was recorded, as its last fact tells. */
async function firstReceipt(
  log: EventLog,
  stream: string,
  revision: number,
  { commandId, fingerprint }: CommandContext,
): Promise<TransactReceipt> {
  const [stored] = await log.read(stream, { from: revision, to: revision });
  if (stored === undefined) throw new LogUnavailable(`${stream} has lost revision ${revision}.`);
  if (fingerprintOf(stored) !== fingerprint) throw new CommandReused(stream, commandId);
  return { stream, revision, position: stored.position, replayed: true, changed: true };
}
