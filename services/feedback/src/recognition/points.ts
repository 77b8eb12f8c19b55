import { emptyTable, tableGet, tableWith } from '@plumbline/kernel';
import type { Instant, Table, Text } from '@plumbline/kernel';
import { allowanceOf, changeOf, earnedBy, type Leg } from './ledger.ts';

/**
 * What is recorded of one person's points: all that they give, get and redeem, in one stream. This
 * is a storage contract: a change of meaning is a new version.
 *
 * `legs` is the posting in the ledger. What was written to a receiver is in `text`, which is the
 * receiver's own, so that there is a fact for each of them; they share the `recognitionId`.
 */
export type PointsFact =
  | (Posting & { type: 'AllowanceGranted'; month: Month; points: number })
  | (Posting & { type: 'AllowanceExpired'; month: Month; seen: Month; points: number })
  | RecognitionGiven
  | (Posting & { type: 'PointsReceived' } & Received)
  | (Posting & { type: 'RewardRedeemed'; by: string; reward: string; cost: number } & Redeemed)
  | (Act & { type: 'RewardFulfilled' } & Redeemed)
  | (Posting & { type: 'RewardDeclined'; points: number; text: Text } & Redeemed);

export interface RecognitionGiven extends Posting, Received {
  readonly type: 'RecognitionGiven';
  readonly receiver: string;
  /** Whose allowance it draws on, if it has points. */
  readonly month: Month;
  readonly text: Text;
}

/** A month of UTC, `2026-07`. */
export type Month = string;

interface Act {
  readonly act: string;
  /** Whose points they are. */
  readonly person: string;
  readonly at: Instant;
}

interface Posting extends Act {
  readonly legs: readonly Leg[];
}

/** What the account of a receiver is told of a recognition. */
export interface Received {
  readonly recognitionId: string;
  readonly giver: string;
  /** The value of the company that it is for. */
  readonly value: string;
  readonly points: number;
}

interface Redeemed {
  readonly redemptionId: string;
}

/** In tables, as the stream of one person goes on for years. */
export interface PointsAccount {
  /** The newest month that was given or expired in; null before the first. */
  readonly seen: Month | null;
  /** The month of the newest allowance, and what is left of it. */
  readonly granted: Month | null;
  readonly allowance: number;
  readonly earned: number;
  readonly given: Table<true>;
  readonly received: Table<true>;
  readonly redemptions: Table<Redemption>;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Table<true>;
}

export interface Redemption {
  readonly reward: string;
  readonly cost: number;
  /** Who redeemed: the person, or a delegate of theirs. */
  readonly by: string;
  readonly at: Instant;
  readonly outcome: 'fulfilled' | 'declined' | null;
}

export const initialPoints: PointsAccount = {
  seen: null,
  granted: null,
  allowance: 0,
  earned: 0,
  given: emptyTable,
  received: emptyTable,
  redemptions: emptyTable,
  acts: emptyTable,
};

export function evolvePoints(account: PointsAccount, fact: PointsFact): PointsAccount {
  const { act, person } = fact;
  const legs = 'legs' in fact ? fact.legs : [];
  return {
    ...account,
    // Balances follow the legs and nothing else, so that they are those of the ledger.
    allowance: account.allowance + changeOf(legs, allowanceOf(person)),
    earned: account.earned + changeOf(legs, earnedBy(person)),
    acts: tableWith(account.acts, act, true),
    ...change(account, fact),
  };
}

function change(account: PointsAccount, fact: PointsFact): Partial<PointsAccount> {
  switch (fact.type) {
    case 'AllowanceGranted':
      return { granted: fact.month, seen: newest(account.seen, fact.month) };
    case 'AllowanceExpired':
      return { seen: newest(account.seen, fact.seen) };
    case 'RecognitionGiven':
      return {
        seen: newest(account.seen, fact.month),
        given: tableWith(account.given, fact.recognitionId, true),
      };
    case 'PointsReceived':
      return { received: tableWith(account.received, receiptOf(fact), true) };
    case 'RewardRedeemed': {
      const { redemptionId, reward, cost, by, at } = fact;
      const redemption = { reward, cost, by, at, outcome: null };
      return { redemptions: tableWith(account.redemptions, redemptionId, redemption) };
    }
    case 'RewardFulfilled':
      return settled(account, fact.redemptionId, 'fulfilled');
    case 'RewardDeclined':
      return settled(account, fact.redemptionId, 'declined');
  }
}

function settled(
  { redemptions }: PointsAccount,
  redemptionId: string,
  outcome: 'fulfilled' | 'declined',
): Partial<PointsAccount> {
  const redemption = tableGet(redemptions, redemptionId);
  if (redemption === undefined) return {};
  return { redemptions: tableWith(redemptions, redemptionId, { ...redemption, outcome }) };
}

/** By giver too: an id that one giver chose must not shut out the recognition of another. */
export function receiptOf({ giver, recognitionId }: Received): string {
  return `${giver} ${recognitionId}`;
}

/**
 * The month that an account is in: that of the server's clock, unless a newer one was seen. A
 * clock that runs backwards so opens no month again.
 */
export function monthOf({ seen }: Pick<PointsAccount, 'seen'>, now: Instant): Month {
  return newest(seen, now.slice(0, 7));
}

function newest(seen: Month | null, month: Month): Month {
  return seen !== null && seen > month ? seen : month;
}

/** What a person may still give: what is left, or a whole allowance in a month not begun. */
export function allowanceLeft(
  account: Pick<PointsAccount, 'seen' | 'granted' | 'allowance'>,
  now: Instant,
  monthly: number,
): number {
  return account.granted === monthOf(account, now) ? account.allowance : monthly;
}
