import type { Instant, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import { isPointsFact } from '../recognition.facts.ts';
import { allowanceOf, changeOf, earnedBy, type Leg } from '../recognition/ledger.ts';
import type { Month, PointsFact } from '../recognition/points.ts';

/** The points of one person: what is there to give and to redeem, and how it came to that. */
export interface PointsSheet {
  readonly person: string;
  /** As in the account that is decided upon: the newest month seen, and that of the allowance. */
  readonly seen: Month | null;
  readonly granted: Month | null;
  readonly allowance: number;
  readonly earned: number;
  /** Redeemed, and not decided yet. */
  readonly pending: readonly PendingLine[];
  /** All that there were, and the newest of them, the newest first. */
  readonly postings: { readonly n: number; readonly newest: readonly PostingLine[] };
  readonly revision: number;
}

export interface PendingLine {
  readonly redemptionId: string;
  readonly reward: string;
  readonly cost: number;
  readonly at: Instant;
}

export interface PostingLine {
  readonly id: string;
  readonly type: PointsFact['type'];
  readonly at: Instant;
  readonly legs: readonly Leg[];
  /** What is there after it. */
  readonly allowance: number;
  readonly earned: number;
  readonly recognitionId: string | null;
  readonly redemptionId: string | null;
}

/** A document that grew with every posting would be too large after some years. */
export const postingsKeptMax = 200;

export const pointsAccount: View<PointsSheet, FeedbackFact> = {
  name: 'points-account',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isPointsFact(fact) ? [fact.person] : []),
  fold: (sheet, recorded, person) => {
    return isPointsFact(recorded.fact)
      ? foldPoints(sheet ?? emptyPoints(person), recorded as Recorded<PointsFact>)
      : sheet;
  },
  index: () => ({}),
};

/** Of one who neither gave nor got anything yet. */
export function emptyPoints(person: string): PointsSheet {
  const balances = { seen: null, granted: null, allowance: 0, earned: 0 };
  return { person, ...balances, pending: [], postings: { n: 0, newest: [] }, revision: -1 };
}

function foldPoints(sheet: PointsSheet, recorded: Recorded<PointsFact>): PointsSheet {
  const { fact, id, revision } = recorded;
  const { person, postings } = sheet;
  const legs = 'legs' in fact ? fact.legs : [];
  const allowance = sheet.allowance + changeOf(legs, allowanceOf(person));
  const earned = sheet.earned + changeOf(legs, earnedBy(person));
  const posted = { id, type: fact.type, at: fact.at, legs, allowance, earned, ...ofWhat(fact) };
  return {
    ...{ ...sheet, allowance, earned, revision },
    ...changeOfMonth(sheet, fact),
    pending: pendingAfter(sheet.pending, fact),
    postings:
      legs.length === 0
        ? postings
        : {
            n: postings.n + 1,
            newest: [posted, ...postings.newest].slice(0, postingsKeptMax),
          },
  };
}

function changeOfMonth({ seen }: PointsSheet, fact: PointsFact): Partial<PointsSheet> {
  switch (fact.type) {
    case 'AllowanceGranted':
      return { granted: fact.month, seen: newest(seen, fact.month) };
    case 'AllowanceExpired':
      return { seen: newest(seen, fact.seen) };
    case 'RecognitionGiven':
      return { seen: newest(seen, fact.month) };
    default:
      return {};
  }
}

function newest(seen: Month | null, month: Month): Month {
  return seen !== null && seen > month ? seen : month;
}

function pendingAfter(pending: readonly PendingLine[], fact: PointsFact): readonly PendingLine[] {
  switch (fact.type) {
    case 'RewardRedeemed': {
      const { redemptionId, reward, cost, at } = fact;
      return [...pending, { redemptionId, reward, cost, at }];
    }
    case 'RewardFulfilled':
    case 'RewardDeclined':
      return pending.filter(({ redemptionId }) => redemptionId !== fact.redemptionId);
    default:
      return pending;
  }
}

function ofWhat(fact: PointsFact): Pick<PostingLine, 'recognitionId' | 'redemptionId'> {
  return {
    recognitionId: 'recognitionId' in fact ? fact.recognitionId : null,
    redemptionId: 'redemptionId' in fact ? fact.redemptionId : null,
  };
}
