import type { View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import { isPointsFact } from '../recognition.facts.ts';
import { allowanceOf, changeOf } from '../recognition/ledger.ts';
import type { Month, PointsFact } from '../recognition/points.ts';

/** What a person has left of the allowance of a month; no document when that is nothing. */
export interface AllowanceLeft {
  readonly person: string;
  readonly month: Month;
  readonly points: number;
}

/** In the order of the months, so that those that are over come first. */
export const allowanceLeftView: View<AllowanceLeft, FeedbackFact> = {
  name: 'allowance-left',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (drawsOnAllowance(fact) ? [`${fact.month} ${fact.person}`] : []),
  fold: (left, { fact }) => {
    if (!drawsOnAllowance(fact)) return left;
    const { person, month, legs } = fact;
    const points = (left?.points ?? 0) + changeOf(legs, allowanceOf(person));
    return points === 0 ? undefined : { person, month, points };
  },
  index: () => ({}),
};

type OfAllowance = PointsFact & {
  type: 'AllowanceGranted' | 'AllowanceExpired' | 'RecognitionGiven';
};

/** A recognition without points draws on none. */
function drawsOnAllowance(fact: FeedbackFact): fact is OfAllowance {
  return isPointsFact(fact) && 'month' in fact && fact.legs.length > 0;
}
