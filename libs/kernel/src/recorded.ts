import type { EpochMs } from './clock.ts';
import type { Instant } from './time.ts';

/** Who acts. `via` names the door: `http`, `import`, `policy:<name>`, `cli`. */
export interface Actor {
  /** Subject as the token names it; opaque, never a mail address. */
  readonly sub: string;
  /** The person for whom a delegate acts. */
  readonly onBehalfOf?: string;
  readonly via: string;
}

/**
 * A place in the order of everything recorded. Opaque text that sorts as text; never do
 * arithmetic on it, and never count with it.
 */
export type Position = string & { readonly __position: unique symbol };

/** A fact with all that is known of its recording: what folds of views and policies receive. */
export interface Recorded<Fact> {
  readonly fact: Fact;
  readonly id: string;
  readonly tenant: string;
  readonly stream: string;
  /** From 0, without a gap, within the stream. */
  readonly revision: number;
  readonly position: Position;
  /** The log's own clock, which never runs backwards. */
  readonly recordedAt: EpochMs;
  /** When it holds in the world, as the actor says; `asOf` and `effectiveAt` are two questions. */
  readonly effectiveAt: Instant;
  readonly actor: Actor;
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
}
