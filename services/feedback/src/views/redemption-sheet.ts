import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import type { PointsFact } from '../recognition/points.ts';

/** One redemption of a reward, and what became of it. */
export interface RedemptionSheet extends Quoting {
  readonly redemptionId: string;
  readonly person: string;
  /** Who redeemed: the person, or a delegate of theirs. */
  readonly by: string;
  readonly reward: string;
  readonly cost: number;
  readonly at: Instant;
  readonly state: RedemptionState;
  readonly decided: DecidedLine | null;
  readonly revision: number;
}

export type RedemptionState = 'open' | 'fulfilled' | 'declined';

export interface DecidedLine {
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

type RedemptionFact = PointsFact & {
  type: 'RewardRedeemed' | 'RewardFulfilled' | 'RewardDeclined';
};

export const redemptionSheet: View<RedemptionSheet, FeedbackFact> = {
  name: 'redemption-sheet',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isOfRedemption(fact) ? [fact.redemptionId] : []),
  fold: (sheet, recorded) => {
    return isOfRedemption(recorded.fact)
      ? foldRedemption(sheet, recorded as Recorded<RedemptionFact>)
      : sheet;
  },
  index: ({ person, state }) => ({ person, state }),
};

function isOfRedemption(fact: FeedbackFact): fact is RedemptionFact {
  return 'redemptionId' in fact;
}

function foldRedemption(
  sheet: RedemptionSheet | undefined,
  { fact, id, revision, actor }: Recorded<RedemptionFact>,
): RedemptionSheet | undefined {
  const { at } = fact;
  if (fact.type === 'RewardRedeemed') {
    const { redemptionId, person, by, reward, cost } = fact;
    const redeemed = { redemptionId, person, by, reward, cost, at };
    return { ...redeemed, state: 'open', decided: null, revision, texts: {} };
  }
  if (sheet === undefined) return undefined;
  if (fact.type === 'RewardFulfilled') {
    return { ...sheet, state: 'fulfilled', decided: { at, by: actor, reason: null }, revision };
  }
  const decided = { at, by: actor, reason: quote(id, fact.text, 'reason') };
  const texts = withText(sheet.texts, id, fact.text);
  return { ...sheet, state: 'declined', decided, texts, revision };
}
