import type { View } from '@plumbline/views';
import { counting, dayKeys, indexOf, namesOf } from './satisfaction-cells.ts';
import type { Count, CountedDay, FeedbackFact } from './satisfaction-cells.ts';

/**
 * Answers to one question on one day, by location, touchpoint, channel and source. Whose work they
 * tell of is not in it, so that its cells are few.
 */
export const satisfactionDay: View<CountedDay, FeedbackFact> = {
  name: 'satisfaction-day',
  version: 3,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => countsOf(fact).flatMap(({ counted }) => dayKeys(counted)),
  fold: (day, { fact }, key) => counting(day, countsOf(fact), key),
  index: indexOf,
};

/** How a fact changes what is counted, but for whose work it is. */
export function countsOf(fact: FeedbackFact): readonly Count[] {
  if (fact.type === 'feedback.CustomerResponseRecorded.v1') {
    return [{ counted: fact.data, by: 1, names: namesOf(fact.data) }];
  }
  if (fact.type !== 'feedback.ResponseWithdrawn.v1') return [];
  const { counted } = fact.data;
  return [{ counted, by: -1, names: namesOf(counted) }];
}
