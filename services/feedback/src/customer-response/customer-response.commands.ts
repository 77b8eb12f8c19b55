import type { Instant } from '@plumbline/kernel';
import type { NoAnswer, Outcome, Recording, Scale, Shares } from './customer-response.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly responseId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type CustomerResponseCommand =
  | RecordResponse
  | AttributeResponse
  | DisputeAttribution
  | SettleAttribution
  | CloseLoop
  | WithdrawResponse;

export interface RecordResponse extends Asked, Omit<Recording, 'answers'> {
  readonly type: 'RecordResponse';
  readonly answers: readonly GivenAnswer[];
  readonly comment?: string;
  /** Whose work it tells of, where that is known at once. */
  readonly attribution?: Shares;
}

/** An answer as its source has it. */
export interface GivenAnswer {
  readonly metric: string;
  /** Of a question of one's own; those of `nps`, `csat` and `ces` are known. */
  readonly scale?: Scale;
  readonly score: number | null;
  readonly noAnswer?: NoAnswer;
  /** What stands for no answer in the source, as 99 may; none of it is on the scale. */
  readonly codes?: readonly { readonly code: number; readonly means: NoAnswer }[];
}

export interface AttributeResponse extends Asked {
  readonly type: 'AttributeResponse';
  readonly shares: Shares;
  /** Why it is changed; the first attribution needs none. */
  readonly reason?: string;
}

export interface DisputeAttribution extends Asked {
  readonly type: 'DisputeAttribution';
  readonly by: string;
  readonly reason: string;
}

export interface SettleAttribution extends Asked {
  readonly type: 'SettleAttribution';
  /** Whose dispute is settled, and by whom. */
  readonly person: string;
  readonly by: string;
  readonly outcome: Outcome;
  /** All shares as they are from now on; given where the dispute is upheld in part. */
  readonly shares?: Shares;
  readonly reason: string;
}

export interface CloseLoop extends Asked {
  readonly type: 'CloseLoop';
  /** A code of what had led to the response. */
  readonly cause: string;
  readonly by: string;
  readonly reason: string;
}

/** For what was recorded by mistake. */
export interface WithdrawResponse extends Asked {
  readonly type: 'WithdrawResponse';
  readonly reason: string;
}
