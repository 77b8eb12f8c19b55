import type { View } from '@plumbline/views';
import { countedOf } from '../customer-response/customer-response.ts';
import type { FeedbackFact } from '../facts.ts';
import { counting, dayKeys, indexOf, namesOf } from './satisfaction-cells.ts';
import type { Count, CountedDay } from './satisfaction-cells.ts';

/**
 * Answers to one question on one day, by location, touchpoint, channel and source. Whose work they
 * tell of is not in it, so that its cells are few.
 */
export const satisfactionDay: View<CountedDay, FeedbackFact> = {
  name: 'satisfaction-day',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => countsOf(fact).flatMap(({ counted }) => dayKeys(counted)),
  fold: (day, { fact }, key) => counting(day, countsOf(fact), key),
  index: indexOf,
};

function countsOf(fact: FeedbackFact): readonly Count[] {
  if (fact.type === 'CustomerResponseRecorded') {
    const counted = countedOf(fact);
    return [{ counted, by: 1, names: namesOf(counted) }];
  }
  if (fact.type !== 'ResponseWithdrawn') return [];
  return [{ counted: fact.counted, by: -1, names: namesOf(fact.counted) }];
}
