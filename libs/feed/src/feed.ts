import type { Instant, Position } from '@plumbline/kernel';

/**
 * A fact as other contexts and other organisations may see it: what the gate of its context
 * (`<service>.publish.ts`) lets out. No personal text. The published types are a contract of
 * their own (`libs/contracts`).
 */
export interface PublishedFact<Data = unknown> {
  /** The stored fact's id: the key to drop a redelivery by. */
  readonly id: string;
  /** `goals.GoalActivated.v1` */
  readonly type: string;
  readonly tenant: string;
  readonly stream: string;
  readonly revision: number;
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  readonly actor: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly data: Data;
}

/**
 * The stream of published facts. Delivery is at least once, in position order within a tenant and
 * context; a page that a handler throws on is delivered again. `group` names who reads: it keeps
 * the place.
 */
export interface Feed {
  subscribe(
    group: string,
    handle: (page: FeedPage) => Promise<void>,
    /** Only facts of these published types; all when it is left out. */
    types?: ReadonlySet<string>,
  ): Subscription;
  /**
   * Every fact of these published types from the very beginning, and what comes after: for what is
   * kept in memory and built anew at each start. Nobody else shares it, and no place is kept.
   */
  follow(types: ReadonlySet<string>, handle: (page: FeedPage) => Promise<void>): Following;
}

export interface FeedPage {
  readonly facts: readonly PublishedFact[];
  readonly to: Position;
}

export interface Subscription {
  /** The last position handled, and when it was. */
  readonly progress: () => { position: Position | null; at: number };
  /** Stops after the page in hand. */
  close(): Promise<void>;
}

export interface Following extends Subscription {
  /**
   * Whether all that had been published when it was first asked has been handled. It never throws:
   * for as long as that cannot be told, as where the facts come from is away or has only just come,
   * the answer is no, and the adapter tells its `onError` why.
   */
  isCaughtUp(): Promise<boolean>;
}
