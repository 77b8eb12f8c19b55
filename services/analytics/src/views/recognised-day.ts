import type { FactOf, FeedbackPublished } from '@plumbline/contracts';
import type { Day } from '@plumbline/kernel';
import type { View } from '@plumbline/views';

/** Who was recognised on one day, whoever gave it. */
export interface RecognisedDay {
  readonly day: Day;
  /** Each once, sorted. */
  readonly people: readonly string[];
}

type FeedbackFact = FactOf<FeedbackPublished>;

/** Coverage of any span and any people is counted from a document for each day. */
export const recognisedDay: View<RecognisedDay, FeedbackFact> = {
  name: 'recognised-day',
  version: 1,
  context: 'feedback',
  published: true,
  keys: ({ fact, effectiveAt }) =>
    fact.type === 'feedback.RecognitionGiven.v1' ? [effectiveAt.slice(0, 10)] : [],
  fold: (doc, { fact }, day) => {
    if (fact.type !== 'feedback.RecognitionGiven.v1') return doc;
    const { receiver } = fact.data;
    const people = doc?.people ?? [];
    if (people.includes(receiver)) return doc;
    return { day, people: [...people, receiver].sort() };
  },
  index: ({ day }) => ({ month: day.slice(0, 7) }),
};
