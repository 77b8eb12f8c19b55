import { Fault, toInstant, type EpochMs, type Position } from '@plumbline/kernel';

/**
 * The event log: an append-only sequence of facts in streams, and the only home of truth.
 *
 * What a caller may rely on, of every adapter (`event-log.contract.ts` holds each one to it):
 * - An append is all or nothing, and is answered only when it would survive a power cut.
 * - Revisions of a stream run from 0 without a gap; an append at another revision than the
 *   expected one changes nothing and throws `RevisionConflict`.
 * - Position order is commit order: a reader that has passed a position never finds a new fact
 *   before it.
 * - The same `commandId` on the same stream is recorded once: the same again gives the first
 *   receipt with `replayed: true`; with another fingerprint it throws `CommandReused`.
 * - A stream belongs to the tenant that began it: an append for another changes nothing and throws
 *   `ForeignStream`.
 * - The bytes of a body are stored as given, and given back unchanged.
 * - `recordedAt` never decreases with position. Where the engine is shared by several writers, it
 *   is its clock's, kept from stepping back behind whatever the writer has seen.
 * - Facts are never changed or removed. A sealed part may be erased; its fact stays.
 */
export interface EventLog {
  append(append: Append): Promise<Receipt>;
  /** Facts of one stream, in order. A stream that does not exist is empty. */
  read(stream: string, range?: { from?: number; to?: number }): Promise<readonly StoredFact[]>;
  /** The next page after a position (`null`: from the start), in position order. */
  readAll(after: Position | null, options: ReadAllOptions): Promise<FactPage>;
  /** The receipt of a command that this stream has recorded, or undefined. */
  recall(stream: string, commandId: string): Promise<RecalledCommand | undefined>;
  /** The position of the newest fact, or null for an empty log. */
  head(): Promise<Position | null>;
  /** The last position recorded by an instant (inclusive), or null when there is none. */
  positionAt(instant: EpochMs): Promise<Position | null>;
  /** Called after commits, as a hint only: calls may be merged or lost; polling is the truth. */
  onCommit(listener: () => void): () => void;
  /** Finishes the waiting appends, then closes. Later calls throw `LogUnavailable`. */
  close(): Promise<void>;
}

/**
 * A log that takes what another one has recorded, for moving an installation from one engine to
 * another. Services are given an `EventLog`: what was recorded when is not theirs to say.
 */
export interface RestorableLog extends EventLog {
  /**
   * Records commands as another log has recorded them, in the order given; answers how many were
   * not there yet. What the log gives itself is kept as it comes, `recordedAt` above all; only
   * positions are this engine's own, in the same order.
   *
   * What a caller may rely on, beyond what holds for `append`:
   * - The same again changes nothing. A command that is there is compared by all but its sealed
   *   parts, which may have been erased since, and are not brought back.
   * - A stream that has something else where a command belongs, or that lacks what comes before it,
   *   changes nothing and throws `StreamDiffers`.
   * - A command that was recorded before the newest fact of the log is not put after it:
   *   `RecordedLater`.
   * - When one is refused, those before it in the same call may be recorded, and are found there.
   *
   * Nobody else may append meanwhile: an engine behind a network cannot keep others from it.
   */
  restore(commands: readonly RecordedCommand[]): Promise<number>;
}

/** A command as a log has recorded it: 1 to `restoreCommandsMax` of them are restored at once. */
export interface RecordedCommand extends Append {
  readonly recordedAt: EpochMs;
}

/** The reading side of a log. */
export type ReadableLog = Pick<
  EventLog,
  'read' | 'readAll' | 'recall' | 'head' | 'positionAt' | 'close'
>;

/** `none`: the stream must not exist yet. A number: its newest revision must be that. */
export type ExpectedRevision = 'none' | number;

export interface Append {
  readonly tenant: string;
  /** `<context>.<aggregate>-<tenant>.<id>` */
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /**
   * 1 to `appendFactsMax` facts. An engine may have a limit for all of them together, which is
   * refused by its name.
   */
  readonly facts: readonly NewFact[];
  readonly commandId: string;
  /** SHA-256, in hex, of what was asked; tells a retry from another request under the same id. */
  readonly fingerprint: string;
}

export interface NewFact {
  /** A UUID. The same command derives the same ids, whoever sends it. */
  readonly id: string;
  /** Wire name with context and version: `goals.GoalDrafted.v1`. */
  readonly type: string;
  /** Canonical JSON (RFC 8785), at most `bodyBytesMax` bytes in UTF-8. */
  readonly body: string;
  /** The sealed part: nonce, ciphertext and tag. The body holds its SHA-256. */
  readonly sealed?: Uint8Array;
}

export interface Receipt {
  readonly stream: string;
  /** Revision of the last fact of the command. */
  readonly revision: number;
  /** Position of the last fact of the command. */
  readonly position: Position;
  readonly replayed: boolean;
}

export interface RecalledCommand {
  readonly fingerprint: string;
  readonly receipt: Receipt;
}

export interface StoredFact {
  readonly id: string;
  readonly type: string;
  readonly tenant: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: EpochMs;
  readonly body: string;
  /** SHA-256 of the body's UTF-8 bytes, in hex. */
  readonly bodyHash: string;
  /** Absent when the fact has none, or when it is erased. */
  readonly sealed?: Uint8Array;
}

export interface ReadAllOptions {
  /** 1 to `readAllFactsMax`. */
  readonly limit: number;
  readonly tenant?: string;
  /** Only streams of this context, as in `goals`. */
  readonly context?: string;
  /** Do not go past this position (inclusive). */
  readonly until?: Position;
  /** Facts of these types (wire names) are left out: who does not need them need not load them. */
  readonly without?: ReadonlySet<string>;
}

export interface FactPage {
  readonly facts: readonly StoredFact[];
  /**
   * Where to go on. It moves over what was filtered out too, so that a reader of a quiet context
   * still gets to the head; null only while the log is empty.
   */
  readonly next: Position | null;
  readonly atHead: boolean;
}

export const appendFactsMax = 256;
export const bodyBytesMax = 256 * 1024;
export const readAllFactsMax = 5_000;
export const restoreCommandsMax = 256;

/** Another writer appended first. `transact` retries it; callers see it when retries ran out. */
export class RevisionConflict extends Fault {
  readonly code = 'log/revision-conflict';
  readonly retriable = true;
  constructor(
    readonly stream: string,
    readonly expected: ExpectedRevision,
    /** The newest revision of the stream, or null when it does not exist. */
    readonly actual: number | null,
  ) {
    super(`Stream ${stream} is at revision ${actual ?? 'none'}, not at ${expected}.`);
  }
}

/** The same command id came with another request. */
export class CommandReused extends Fault {
  readonly code = 'log/command-reused';
  readonly retriable = false;
  constructor(
    readonly stream: string,
    readonly commandId: string,
  ) {
    super('This idempotency key was used before, for another request.');
  }
}

/** The stream belongs to another tenant. The edge never lets this happen; the log makes sure. */
export class ForeignStream extends Fault {
  readonly code = 'log/foreign-stream';
  readonly retriable = false;
  constructor(
    readonly stream: string,
    readonly tenant: string,
  ) {
    super(`Stream ${stream} does not belong to tenant ${tenant}.`);
  }
}

/** A stream has something else than what is restored; both are left as they are. */
export class StreamDiffers extends Fault {
  readonly code = 'log/stream-differs';
  readonly retriable = false;
  constructor(
    readonly stream: string,
    /** Where the command that was to be restored begins. */
    readonly revision: number,
  ) {
    super(`Stream ${stream} has something else at revision ${revision} than what is restored.`);
  }
}

/** The log holds facts that were recorded after what is restored: nothing can go before them. */
export class RecordedLater extends Fault {
  readonly code = 'log/recorded-later';
  readonly retriable = false;
  constructor(
    readonly stream: string,
    readonly recordedAt: EpochMs,
    readonly newest: EpochMs,
  ) {
    super(
      `The log has facts of ${toInstant(newest)}; what stream ${stream} recorded at ` +
        `${toInstant(recordedAt)} cannot come after them.`,
    );
  }
}

/** A limit of the log was passed, by name. */
export class LimitExceeded extends Fault {
  readonly code = 'log/limit-exceeded';
  readonly retriable = false;
  constructor(
    readonly limit: string,
    readonly max: number,
    readonly actual: number,
  ) {
    super(`${limit} allows ${max}; this has ${actual}.`);
  }
}

/**
 * The engine cannot write or read now: disk full, read-only, unreachable, closed. Nothing was
 * recorded; but where the engine is behind a network, an append whose answer did not come may have
 * been, or may still be: the same append again tells, and is recorded once in any case.
 */
export class LogUnavailable extends Fault {
  readonly code = 'log/unavailable';
  readonly retriable = true;
}

export function streamName(context: string, aggregate: string, tenant: string, id: string): string {
  return `${context}.${aggregate}-${tenant}.${id}`;
}
