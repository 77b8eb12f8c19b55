import type { Instant } from '@plumbline/kernel';
import type { Received } from './points.ts';
import type { Terms } from './programme.ts';

/** Every command carries its own id, whose points they are, and its time in the world. */
export interface Asked {
  readonly act: string;
  readonly person: string;
  readonly at: Instant;
}

/** The subject who acts, and the one on whose behalf, where there is one. */
export interface Hands {
  readonly by: string;
  readonly onBehalfOf?: string;
}

export type PointsCommand =
  Recognise | ReceivePoints | RedeemReward | DecideReward | ExpireAllowance;

/** By the giver, whose account it is, to each of the receivers alike. */
export interface Recognise extends Asked, Hands {
  readonly type: 'Recognise';
  readonly recognitionId: string;
  readonly receivers: readonly string[];
  readonly value: string;
  /** For each receiver; 0 for a recognition without points. */
  readonly points: number;
  readonly note: string;
  /** As they hold now. */
  readonly terms: Pick<Terms, 'values' | 'monthlyAllowance' | 'pointsPerRecognitionMax'>;
  /** The server's time: it says whose month it is, as an allowance cannot be used in hindsight. */
  readonly now: Instant;
}

/** Sent for each recognition that was given to the person. */
export interface ReceivePoints extends Asked, Received {
  readonly type: 'ReceivePoints';
}

export interface RedeemReward extends Asked, Hands {
  readonly type: 'RedeemReward';
  readonly redemptionId: string;
  readonly reward: string;
  /** What it costs now; null when it is not in the catalogue. */
  readonly cost: number | null;
}

/** By another than who redeemed. A reward that is declined is refunded, and needs a reason. */
export interface DecideReward extends Asked, Hands {
  readonly type: 'DecideReward';
  readonly redemptionId: string;
  readonly decision:
    { readonly outcome: 'fulfil' } | { readonly outcome: 'decline'; readonly reason: string };
}

/** Takes back what is left of a month that is over, for one who does not give in the next. */
export interface ExpireAllowance extends Asked {
  readonly type: 'ExpireAllowance';
  readonly now: Instant;
}
