import type { View } from '@plumbline/views';
import { countedOf, type Counted, type Shares } from '../customer-response/customer-response.ts';
import type { FeedbackFact } from '../facts.ts';
import { counting, dayKeys, indexOf, namesWith } from './satisfaction-cells.ts';
import type { Count, CountedDay } from './satisfaction-cells.ts';

/**
 * Answers to one question on one day, as in `satisfaction-day`, by whose work they tell of as
 * well. Every response is in it, with all whom it is attributed to at once.
 */
export const satisfactionAttribution: View<CountedDay, FeedbackFact> = {
  name: 'satisfaction-attribution',
  version: 1,
  context: 'feedback',
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
    case 'CustomerResponseRecorded':
      return [plus(countedOf(fact), [], 0)];
    case 'ResponseAttributed': {
      const { counted, before, shares, openDisputes } = fact;
      return [minus(counted, before, openDisputes), plus(counted, shares, openDisputes)];
    }
    case 'AttributionDisputed': {
      const { counted, shares, openDisputes } = fact;
      return [minus(counted, shares, openDisputes - 1), plus(counted, shares, openDisputes)];
    }
    case 'AttributionSettled': {
      const { counted, before, shares, openDisputes } = fact;
      return [minus(counted, before, openDisputes + 1), plus(counted, shares, openDisputes)];
    }
    case 'ResponseWithdrawn':
      return [minus(fact.counted, fact.shares, fact.openDisputes)];
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
