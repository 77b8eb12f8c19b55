import type { View } from '@plumbline/views';
import type { ReviewsFact } from '../facts.ts';
import type { PastReviewFact, Rating } from '../past-review/past-review.ts';
import { isPast } from './past-review-sheet.ts';

/** A cycle that was finished elsewhere: how many were rated how. Of nobody it says who. */
export interface PastCycle {
  readonly cycle: string;
  /** First and last day of any of its reviews. */
  readonly from: string;
  readonly to: string;
  readonly notRated: number;
  /** By the ends of a scale, as in `1000000..4000000`, and then by rating. */
  readonly rated: Readonly<Record<string, Readonly<Record<string, number>>>>;
}

export const pastCycle: View<PastCycle, ReviewsFact> = {
  name: 'past-cycle',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) => (isPast(fact) ? [fact.cycle] : []),
  fold: (doc, { fact }) => (isPast(fact) ? foldCycle(doc, fact) : doc),
  index: () => ({}),
};

function foldCycle(doc: PastCycle | undefined, fact: PastReviewFact): PastCycle | undefined {
  if (fact.type === 'PastReviewImported') {
    const { cycle, period, scale, rating } = fact;
    const { from = period.from, to = period.to } = doc ?? {};
    const before = doc ?? { notRated: 0, rated: {} };
    return {
      ...{ cycle, from: from < period.from ? from : period.from },
      to: to > period.to ? to : period.to,
      ...counted(before, scaleName(scale), rating, 1),
    };
  }
  if (doc === undefined) return undefined;
  const name = scaleName(fact.scale);
  return { ...doc, ...counted(counted(doc, name, fact.from, -1), name, fact.to, 1) };
}

type Counts = Pick<PastCycle, 'notRated' | 'rated'>;

function counted({ notRated, rated }: Counts, scale: string, rating: Rating, by: number): Counts {
  if (rating === null) return { notRated: notRated + by, rated };
  const before = rated[scale] ?? {};
  const { [rating]: n = 0, ...others } = before;
  const after = n + by === 0 ? others : { ...others, [rating]: n + by };
  return { notRated, rated: { ...rated, [scale]: after } };
}

function scaleName({ min, max }: { readonly min: number; readonly max: number }): string {
  return `${min}..${max}`;
}
