import type { Actor, Instant } from '@plumbline/kernel';

/** The body of a stored fact, once decoded. `docs/format/fact.md` has it byte by byte. */
export interface Envelope {
  /** UUIDv5 of tenant, stream, command id and index. */
  readonly id: string;
  readonly type: string;
  readonly tenant: string;
  readonly stream: string;
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent?: string;
  readonly data: Readonly<Record<string, unknown>>;
  /**
   * Whose text it is, the names of its fields, and the SHA-256 (hex) of the sealed part that lies
   * beside the log (no hash when there are no fields, and so no part).
   */
  readonly sealed?: {
    readonly subject: string;
    readonly fields: readonly string[];
    readonly hash?: string;
  };
  /** 16 random bytes in hex: the hash of a body must not give a rating of 1 to 5 away. */
  readonly salt: string;
}

/** What the edge knows of a command besides its content. */
export interface CommandContext {
  readonly tenant: string;
  readonly actor: Actor;
  readonly commandId: string;
  readonly fingerprint: string;
  readonly effectiveAt: Instant;
  readonly correlationId: string;
  readonly causationId: string;
  readonly traceparent?: string;
}
