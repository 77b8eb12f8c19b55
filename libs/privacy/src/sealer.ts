import type { ClearText, SealedText } from '@plumbline/kernel';

/** Seals and opens personal text under the key of its data subject. */
export interface Sealer {
  /** Creates the subject's key, durably, when it has none yet. */
  seal(where: SealedPlace, text: ClearText): Promise<Uint8Array>;
  /** The clear fields, or undefined when the key or the part is gone (erased). */
  open(tenant: string, text: SealedText): Promise<Readonly<Record<string, string>> | undefined>;
}

/** A sealer that can be told of a key which was destroyed through another door. */
export interface ForgettingSealer extends Sealer {
  forget(tenant: string, subject: string): void;
}

/** What the cipher is bound to: a part that is moved to another place does not open. */
export interface SealedPlace {
  readonly tenant: string;
  readonly stream: string;
  readonly fact: string;
}
