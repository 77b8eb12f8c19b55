import { appendFactsMax, bodyBytesMax, LimitExceeded, readAllFactsMax } from './event-log.ts';
import { ForeignStream, RecordedLater, restoreCommandsMax, StreamDiffers } from './event-log.ts';
import type { Append, RecordedCommand, StoredFact } from './event-log.ts';

/** The limits that every adapter keeps, checked before anything is queued. */
export function checkAppend({ facts }: Append): void {
  if (facts.length < 1 || facts.length > appendFactsMax) {
    throw new LimitExceeded('appendFactsMax', appendFactsMax, facts.length);
  }
  for (const { body } of facts) {
    // A UTF-16 unit is three bytes of UTF-8 at most, so that short bodies need not be counted.
    if (body.length * 3 <= bodyBytesMax) continue;
    const bytes = Buffer.byteLength(body);
    if (bytes > bodyBytesMax) throw new LimitExceeded('bodyBytesMax', bodyBytesMax, bytes);
  }
}

export function checkReadAll(limit: number): void {
  if (!Number.isInteger(limit) || limit < 1 || limit > readAllFactsMax) {
    throw new LimitExceeded('readAllFactsMax', readAllFactsMax, limit);
  }
}

export function checkRestore(commands: readonly RecordedCommand[]): void {
  if (commands.length < 1 || commands.length > restoreCommandsMax) {
    throw new LimitExceeded('restoreCommandsMax', restoreCommandsMax, commands.length);
  }
  for (const command of commands) checkAppend(command);
}

/** What a stream has of a command that is restored: its tenant, and the facts from there on. */
export interface Found {
  readonly tenant: string | undefined;
  /** The newest revision; -1 when there is no such stream. */
  readonly head: number;
  /** Of the revisions that the command takes, as far as they are there. */
  readonly facts: readonly FoundFact[];
  /** Where the stream has recorded the command's id, and for what. */
  readonly recorded: { readonly revision: number; readonly fingerprint: string } | undefined;
}

export type FoundFact = Pick<StoredFact, 'id' | 'type' | 'body' | 'recordedAt'>;

/** True when the command is there already, false when it may be added; throws what refuses it. */
export function isThere(command: RecordedCommand, found: Found, newest: number): boolean {
  const { tenant, stream, fingerprint, facts, recordedAt } = command;
  if (found.tenant !== undefined && found.tenant !== tenant) {
    throw new ForeignStream(stream, tenant);
  }
  const first = firstRevision(command);
  const { recorded } = found;
  if (recorded === undefined && found.head === first - 1) {
    if (recordedAt < newest) throw new RecordedLater(stream, recordedAt, newest);
    return false;
  }
  const last = first + facts.length - 1;
  const isSame =
    recorded?.revision === last &&
    recorded.fingerprint === fingerprint &&
    found.facts.length === facts.length &&
    facts.every(({ id, type, body }, index) => {
      const there = found.facts[index];
      const isFact = there?.id === id && there.type === type && there.body === body;
      return isFact && there.recordedAt === recordedAt;
    });
  if (!isSame) throw new StreamDiffers(stream, first);
  return true;
}

/** The revision of a command's first fact. */
export function firstRevision({ expected }: Append): number {
  return expected === 'none' ? 0 : expected + 1;
}

/** The context of a stream: the text before the first dot of its name. */
export function contextOf(name: string): string {
  return name.slice(0, name.indexOf('.'));
}
