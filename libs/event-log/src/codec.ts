import type { Recorded } from '@plumbline/kernel';
import type { Sealer } from '@plumbline/privacy';
import type { StoredFact, NewFact } from './event-log.ts';
import type { CommandContext } from './envelope.ts';

/**
 * Turns the facts of one context into stored bytes and back. A fact's `text` (see kernel
 * `Text`), when it has one, is sealed under its data subject and never enters the body.
 */
export interface FactCodec<Fact> {
  readonly context: string;
  encode(
    facts: readonly Fact[],
    about: CommandContext & { stream: string },
    sealer: Sealer,
  ): Promise<readonly NewFact[]>;
  /** Upcasts older versions. Throws `Malformed` for an unknown type or version: never skips. */
  decode(stored: StoredFact): Recorded<Fact>;
}
