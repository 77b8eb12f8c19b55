import type { View } from '@plumbline/views';
import { counting, dayKeys, indexOf, namesWith } from './satisfaction-cells.ts';
import type { Count, Counted, CountedDay, FeedbackFact, Shares } from './satisfaction-cells.ts';

/**
 * Answers to one question on one day, as in `satisfaction-day`, by whose work they tell of as
 * well. Every response is in it, with all whom it is attributed to at once.
 */
export const satisfactionAttribution: View<CountedDay, FeedbackFact> = {
  name: 'satisfaction-attribution',
  version: 3,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => {
    const [count] = countsOf(fact);
    return count === undefined ? [] : dayKeys(count.counted);
  },
  fold: (day, { fact }, key) => counting(day, countsOf(fact), key),
  index: indexOf,
};

/** A change of the attribution moves the response from one cell to another. */
function countsOf(fact: FeedbackFact): readonly Count[] {
  switch (fact.type) {
    case 'feedback.CustomerResponseRecorded.v1':
      return [plus(fact.data, [], 0)];
    case 'feedback.ResponseAttributed.v1': {
      const { counted, before, shares, openDisputes } = fact.data;
      return [minus(counted, before, openDisputes), plus(counted, shares, openDisputes)];
    }
    case 'feedback.AttributionDisputed.v1': {
      const { counted, shares, openDisputes } = fact.data;
      return [minus(counted, shares, openDisputes - 1), plus(counted, shares, openDisputes)];
    }
    case 'feedback.AttributionSettled.v1': {
      const { counted, before, shares, openDisputes } = fact.data;
      return [minus(counted, before, openDisputes + 1), plus(counted, shares, openDisputes)];
    }
    case 'feedback.ResponseWithdrawn.v1': {
      const { counted, shares, openDisputes } = fact.data;
      return [minus(counted, shares, openDisputes)];
    }
    default:
      return [];
  }
}

function plus(counted: Counted, shares: Shares, openDisputes: number): Count {
  return { counted, by: 1, names: namesWith(counted, shares, openDisputes) };
}

function minus(counted: Counted, shares: Shares, openDisputes: number): Count {
  return { counted, by: -1, names: namesWith(counted, shares, openDisputes) };
}
