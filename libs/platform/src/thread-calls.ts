import type { Append, NewFact, Receipt } from '@plumbline/event-log';
import type { CommitSample, LogCheck } from '@plumbline/event-log/sqlite';
import type { Position } from '@plumbline/kernel';
import type { Discarded, Parked, RebuildProgress, Rebuilt, ViewStatus } from '@plumbline/views';
import { createBirpc, type BirpcReturn } from 'birpc';
import { receivedFault, sentFault, type SentFault } from './thread-faults.ts';

/** The files that the engine's thread writes. */
export interface ThreadFiles {
  readonly log: string;
  readonly views: string;
}

/** What came of an append: a receipt without the stream, which its sender knows, or a fault. */
export type AppendOutcome = Omit<Receipt, 'stream'> | { readonly fault: SentFault };

/** What the engine's thread is asked for. */
export interface ThreadCalls {
  open(files: ThreadFiles): Promise<void>;
  /** Outcomes in the order of the appends. */
  append(batch: PackedAppends): Promise<readonly AppendOutcome[]>;
  check(): Promise<LogCheck>;
  startProjector(): Promise<void>;
  stopProjector(): Promise<void>;
  catchUp(): Promise<void>;
  status(): Promise<readonly ViewStatus[]>;
  /** `no` names the rebuild in `rebuilding` and `stopRebuild`. */
  rebuild(no: number, view: string): Promise<Rebuilt>;
  stopRebuild(no: number): void;
  listParked(): Promise<readonly Parked[]>;
  showParked(id: string): Promise<Parked>;
  retryParked(id: string): Promise<{ readonly settled: boolean; readonly reason?: string }>;
  discardParked(id: string, by: string, reason: string): Promise<void>;
  close(): Promise<void>;
}

/** What the engine's thread tells, and the one thing that it asks for in turn. */
export interface ThreadNews {
  committed(sample: CommitSample): void;
  applied(position: Position): void;
  rebuilding(no: number, progress: RebuildProgress): void;
  failed(fault: SentFault): void;
  /** Records a discard, before it happens. */
  recordDiscard(discarded: Discarded): Promise<void>;
}

/** Appends one after the other, member by member: names would cost as much as what they name. */
export type PackedAppends = readonly (string | number | Uint8Array | null)[];

export function packed(batch: readonly Append[]): PackedAppends {
  const flat: (string | number | Uint8Array | null)[] = [];
  for (const { tenant, stream, expected, commandId, fingerprint, facts } of batch) {
    flat.push(tenant, stream, expected, commandId, fingerprint, facts.length);
    for (const { id, type, body, sealed } of facts) {
      // A buffer cut from a pool would take the whole pool along.
      flat.push(id, type, body, sealed === undefined ? null : Uint8Array.from(sealed));
    }
  }
  return flat;
}

export function unpacked(flat: PackedAppends): Append[] {
  const batch: Append[] = [];
  for (let at = 0; at < flat.length;) {
    const [tenant, stream, expected, commandId, fingerprint, count] = flat.slice(at, (at += 6));
    const facts: NewFact[] = [];
    for (let no = 0; no < Number(count); no += 1) {
      const [id, type, body, sealed] = flat.slice(at, (at += 4)) as [
        string,
        string,
        string,
        unknown,
      ];
      facts.push(
        sealed === null ? { id, type, body } : { id, type, body, sealed: sealed as never },
      );
    }
    const about = { tenant, stream, expected, commandId, fingerprint } as Omit<Append, 'facts'>;
    batch.push({ ...about, facts });
  }
  return batch;
}

interface Answer {
  readonly e?: unknown;
}

/** A worker as its owner sees it, or the port on its other side. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (message: unknown) => void): unknown;
}

/** Calls over a port, both ways. They have no time limit: a rebuild takes as long as it takes. */
export function callsOver<Theirs extends object, Ours extends object>(
  port: Port,
  ours: Ours,
): BirpcReturn<Theirs, Ours> {
  return createBirpc<Theirs, Ours>(ours, {
    post: (message) => port.postMessage(message),
    on: (receive) => {
      port.on('message', receive);
    },
    serialize: (message: Answer): Answer => {
      return message.e === undefined ? message : { ...message, e: sentFault(message.e) };
    },
    deserialize: (message: Answer): Answer => {
      return message.e === undefined
        ? message
        : { ...message, e: receivedFault(message.e as SentFault) };
    },
    bind: 'functions',
    timeout: -1,
  });
}
