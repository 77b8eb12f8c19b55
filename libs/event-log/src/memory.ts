import { createHash } from 'node:crypto';
import type { Clock, Position } from '@plumbline/kernel';
import { checkAppend, checkReadAll, checkRestore, contextOf } from './checks.ts';
import { firstRevision, isThere } from './checks.ts';
import { CommandReused, ForeignStream, LogUnavailable, RevisionConflict } from './event-log.ts';
import type { Append, ReadAllOptions, RecalledCommand, RecordedCommand } from './event-log.ts';
import type { Receipt, RestorableLog, StoredFact } from './event-log.ts';

/** An event log that lasts as long as the process: real in every promise but that one. */
export function openMemoryLog({ clock }: { clock: Clock }): RestorableLog {
  const facts: StoredFact[] = [];
  const streams = new Map<string, StoredFact[]>();
  const commands = new Map<string, RecalledCommand>();
  const listeners = new Set<() => void>();
  let closed = false;

  const open = () => {
    if (closed) throw new LogUnavailable('The log is closed.');
  };
  const commandName = (stream: string, commandId: string) => `${stream}\u001f${commandId}`;

  const appendNow = (append: Append): Receipt => {
    const { stream, expected, commandId, fingerprint } = append;
    const before = streams.get(stream) ?? [];
    if (before.length > 0 && before[0]?.tenant !== append.tenant) {
      throw new ForeignStream(stream, append.tenant);
    }
    const known = commands.get(commandName(stream, commandId));
    if (known !== undefined) {
      if (known.fingerprint !== fingerprint) throw new CommandReused(stream, commandId);
      return { ...known.receipt, replayed: true };
    }
    const head = before.length - 1;
    if ((expected === 'none' ? -1 : expected) !== head) {
      throw new RevisionConflict(stream, expected, head < 0 ? null : head);
    }
    const newest = facts.at(-1)?.recordedAt ?? 0;
    return record(append, Math.max(clock.now(), newest));
  };

  const record = (append: Append, recordedAt: number): Receipt => {
    const { stream, commandId, fingerprint } = append;
    const before = streams.get(stream) ?? [];
    const head = before.length - 1;
    const added = append.facts.map((fact, index): StoredFact => {
      const place = { tenant: append.tenant, stream, revision: head + 1 + index, recordedAt };
      const position = positionOf(facts.length + 1 + index);
      const bodyHash = createHash('sha256').update(fact.body).digest('hex');
      return { ...fact, ...place, position, bodyHash };
    });
    facts.push(...added);
    before.push(...added);
    streams.set(stream, before);
    const revision = head + added.length;
    const receipt = { stream, revision, position: positionOf(facts.length), replayed: false };
    commands.set(commandName(stream, commandId), { fingerprint, receipt });
    for (const listener of listeners) setImmediate(listener);
    return receipt;
  };

  const restoreNow = (command: RecordedCommand): number => {
    const { stream, commandId } = command;
    const before = streams.get(stream) ?? [];
    const known = commands.get(commandName(stream, commandId));
    const first = firstRevision(command);
    const found = {
      tenant: before[0]?.tenant,
      head: before.length - 1,
      facts: before.slice(first, first + command.facts.length),
      recorded: known && { fingerprint: known.fingerprint, revision: known.receipt.revision },
    };
    if (isThere(command, found, facts.at(-1)?.recordedAt ?? 0)) return 0;
    record(command, command.recordedAt);
    return 1;
  };

  return {
    append: async (append) => {
      open();
      checkAppend(append);
      return appendNow(append);
    },
    restore: async (recorded) => {
      open();
      checkRestore(recorded);
      return recorded.reduce((sum, command) => sum + restoreNow(command), 0);
    },
    read: async (stream, { from = 0, to } = {}) => {
      open();
      return (streams.get(stream) ?? []).slice(from, to === undefined ? undefined : to + 1);
    },
    readAll: async (after, options) => {
      open();
      checkReadAll(options.limit);
      return pageOf(facts, after, options);
    },
    recall: async (stream, commandId) => {
      open();
      return commands.get(commandName(stream, commandId));
    },
    head: async () => {
      open();
      return facts.at(-1)?.position ?? null;
    },
    positionAt: async (instant) => {
      open();
      return facts.findLast((fact) => fact.recordedAt <= instant)?.position ?? null;
    },
    onCommit: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: async () => {
      closed = true;
    },
  };
}

function pageOf(facts: readonly StoredFact[], after: Position | null, options: ReadAllOptions) {
  const { limit, tenant, context, until, without } = options;
  const start = after === null ? 0 : Number(after);
  const end = until === undefined ? facts.length : Math.min(Number(until), facts.length);
  const found: StoredFact[] = [];
  let next = start;
  while (next < end && found.length < limit) {
    const fact = facts[next];
    next += 1;
    if (fact === undefined) break;
    if (tenant !== undefined && fact.tenant !== tenant) continue;
    if (context !== undefined && contextOf(fact.stream) !== context) continue;
    if (without?.has(fact.type) === true) continue;
    found.push(fact);
  }
  return { facts: found, next: next === 0 ? null : positionOf(next), atHead: next >= end };
}

/** 20 digits, so that positions sort as text. */
function positionOf(number: number): Position {
  return String(number).padStart(20, '0') as Position;
}

export { openMemorySealedParts } from './memory-sealed-parts.ts';
