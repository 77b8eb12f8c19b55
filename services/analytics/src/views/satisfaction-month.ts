import type { View } from '@plumbline/views';
import { counting, monthKeys, ofMonth, yearOf } from './satisfaction-cells.ts';
import type { CountedDay, FeedbackFact } from './satisfaction-cells.ts';
import { countsOf } from './satisfaction-day.ts';

/**
 * The same as of a day, of a month: a year is twelve documents and not 365. Whose work a response
 * tells of is not in it, as units are those of the day.
 */
export const satisfactionMonth: View<CountedDay, FeedbackFact> = {
  name: 'satisfaction-month',
  version: 2,
  context: 'feedback',
  published: true,
  keys: ({ fact }) => countsOf(fact).flatMap(({ counted }) => monthKeys(counted)),
  fold: (month, { fact }, key) => counting(month, countsOf(fact), key, ofMonth),
  index: ({ metric, day }) => ({ year: yearOf(metric, day) }),
};
