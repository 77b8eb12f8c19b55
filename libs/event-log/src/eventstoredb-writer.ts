import { randomUUID } from 'node:crypto';
import type { BinaryEventData } from '@eventstore/db-client';
import { atMost, type EpochMs, type Position } from '@plumbline/kernel';
import { LRUCache } from 'lru-cache';
import { firstRevision, isThere } from './checks.ts';
import { CommandReused, ForeignStream, LimitExceeded, LogUnavailable } from './event-log.ts';
import { RevisionConflict } from './event-log.ts';
import type { Append, Receipt, RecalledCommand, RecordedCommand } from './event-log.ts';
import type { EventStoreCalls } from './eventstoredb-calls.ts';
import { failureOf } from './eventstoredb-faults.ts';
import { eventOf, type ReadFact } from './eventstoredb-format.ts';
import type { SealedParts } from './sealed-parts.ts';
import { inTurn } from './turns.ts';

/** How often one call of `append` sends its events while it is not known what became of them. */
export const appendAttemptsMax = 3;
/** The longest pause before they are sent again. */
export const appendRetryMsMax = 200;
const knownStreamsMax = 10_000;

export interface WriterOptions {
  readonly calls: EventStoreCalls;
  readonly parts: SealedParts;
  readonly namespace: string;
  /** Facts of a stream from a revision on. */
  readonly factsFrom: (
    stream: string,
    from: number,
    count?: number,
  ) => Promise<readonly ReadFact[]>;
  /** The newest time that is known to be recorded. */
  readonly newestTime: () => Promise<EpochMs>;
}

/** What must be known of a stream to append to it. Read once, then told by each append. */
interface KnownStream {
  readonly tenant: string;
  readonly revision: number;
  readonly commands: ReadonlyMap<string, KnownCommand>;
}

interface KnownCommand {
  readonly fingerprint: string;
  readonly attempt: string;
  readonly revision: number;
  readonly position: Position;
}

/**
 * Appends at the expected revision, which the server checks. That a command is recorded once
 * follows from it: the command is looked for in the stream up to that revision, and when the server
 * accepts the append, nobody else has been there since. The stream is looked at again afterwards.
 * After a conflict: the other writer may have been this same command. After a success: the server
 * answers so, and writes nothing, when it finds the same event ids where they were expected,
 * whoever wrote them.
 */
export function createWriter(options: WriterOptions) {
  const { calls, parts, namespace, factsFrom, newestTime } = options;
  const streams = new LRUCache<string, KnownStream>(atMost(knownStreamsMax));
  const turns = new Map<string, Promise<unknown>>();

  /** Brings what is known of a stream up to date, from a revision on. */
  const learn = async (stream: string, known?: KnownStream, from = (known?.revision ?? -1) + 1) => {
    const facts = await factsFrom(stream, from);
    const learnt = facts.length === 0 ? known : knownFrom(facts, known);
    if (learnt !== undefined) streams.set(stream, learnt);
    return learnt;
  };

  /** Keeps the parts, then sends the events; false when the stream is at another revision. */
  const sendAll = async (append: Append, times: Parameters<typeof eventOf>[2]) => {
    const { tenant, stream, expected, facts } = append;
    const sealed = facts.flatMap((fact) => (fact.sealed === undefined ? [] : [fact.sealed]));
    // Before the append: a crash here leaves a part that nobody reads; the reverse would lose text.
    if (sealed.length > 0) await parts.put(tenant, sealed);
    const events = facts.map((fact) => eventOf(fact, append, times));
    const revision = expected === 'none' ? 'no_stream' : BigInt(expected);
    return sent(events, () => calls.append(namespace + stream, revision, events));
  };

  /** Adds a command that is restored, unless it is there; `newest`: when the newest fact was. */
  const restoreInTurn = async (command: RecordedCommand, newest: EpochMs): Promise<boolean> => {
    const { stream, commandId, recordedAt } = command;
    const first = firstRevision(command);
    const look = async () => {
      const known = await learn(stream, streams.get(stream));
      const head = known?.revision ?? -1;
      const read = head < first ? [] : await factsFrom(stream, first, command.facts.length);
      const facts = read.map(({ fact }) => fact);
      return { tenant: known?.tenant, head, facts, recorded: known?.commands.get(commandId) };
    };
    if (isThere(command, await look(), newest)) return false;
    await sendAll(command, { attempt: randomUUID(), notBefore: recordedAt, recordedAt });
    // Accepted or not, what is there now tells: an earlier sending may have been written after all.
    if (isThere(command, await look(), newest)) return true;
    throw new LogUnavailable(`Stream ${stream} cannot be read as it was written.`);
  };

  const appendInTurn = async (append: Append): Promise<Receipt> => {
    const { stream, expected, facts } = append;
    const attempt = randomUUID();
    let known = streams.get(stream);
    if (!isAt(known, expected)) known = await learn(stream, known);
    const answer = judge(append, known, attempt);
    if (answer !== undefined) return answer;
    const isAccepted = await sendAll(append, { attempt, notBefore: await newestTime() });
    const last = revisionOf(expected) + facts.length;
    const now = await learn(stream, known, isAccepted ? last : undefined);
    const receipt = judge(append, now, attempt);
    if (receipt !== undefined) return receipt;
    throw new LogUnavailable(`Stream ${stream} cannot be read as it was written.`);
  };

  return {
    append: (append: Append) => inTurn(turns, append.stream, () => appendInTurn(append)),
    restore: (command: RecordedCommand, newest: EpochMs) =>
      inTurn(turns, command.stream, () => restoreInTurn(command, newest)),
    recall: async (stream: string, commandId: string): Promise<RecalledCommand | undefined> => {
      const known = await learn(stream, streams.get(stream));
      const command = known?.commands.get(commandId);
      return command && { fingerprint: command.fingerprint, receipt: receiptOf(stream, command) };
    },
  };
}

/**
 * Sends an append until it is known what became of it: true when it is accepted, false when the
 * stream is at another revision. The events are the same each time, so that it matters not which of
 * the sendings was written.
 */
async function sent(
  events: readonly BinaryEventData[],
  send: () => Promise<void>,
): Promise<boolean> {
  for (let attempts = 1; ; attempts += 1) {
    try {
      await send();
      return true;
    } catch (cause) {
      const failure = failureOf(cause);
      if (failure === 'conflict') return false;
      if (failure === 'too-large') throw tooLarge(events, cause);
      if (failure !== 'unavailable' || attempts >= appendAttemptsMax) throw cause;
      await pause(Math.random() * appendRetryMsMax);
    }
  }
}

/** The server has a limit for all the events of an append together. */
function tooLarge(events: readonly BinaryEventData[], cause: unknown): LimitExceeded {
  const { maxAppendSize } = cause as { readonly maxAppendSize?: number };
  const bytes = events.reduce((sum, { data }) => sum + data.length, 0);
  return new LimitExceeded('MaxAppendSize of the event store', maxAppendSize ?? 0, bytes);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** The receipt of a command that is recorded; undefined when it may be appended. */
function judge(append: Append, known: KnownStream | undefined, attempt: string) {
  const { tenant, stream, expected, commandId, fingerprint } = append;
  if (known !== undefined && known.tenant !== tenant) throw new ForeignStream(stream, tenant);
  const recorded = known?.commands.get(commandId);
  if (recorded !== undefined) {
    if (recorded.fingerprint !== fingerprint) throw new CommandReused(stream, commandId);
    return { ...receiptOf(stream, recorded), replayed: recorded.attempt !== attempt };
  }
  if (isAt(known, expected)) return undefined;
  throw new RevisionConflict(stream, expected, known?.revision ?? null);
}

function isAt(known: KnownStream | undefined, expected: Append['expected']): boolean {
  return (known?.revision ?? -1) === revisionOf(expected);
}

function revisionOf(expected: Append['expected']): number {
  return expected === 'none' ? -1 : expected;
}

function knownFrom(facts: readonly ReadFact[], known: KnownStream | undefined): KnownStream {
  const commands = new Map(known?.commands);
  const tenant = known?.tenant ?? facts[0]?.fact.tenant ?? '';
  let revision = known?.revision ?? -1;
  for (const { fact, metadata } of facts) {
    const { commandId, fingerprint, attempt } = metadata;
    ({ revision } = fact);
    commands.set(commandId, { fingerprint, attempt, revision, position: fact.position });
  }
  return { tenant, revision, commands };
}

function receiptOf(stream: string, { revision, position }: KnownCommand): Receipt {
  return { stream, revision, position, replayed: false };
}
