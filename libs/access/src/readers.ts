import { present, type Day, type Instant } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { AccessFact } from './facts.ts';

/** Who has seen what of one person on one day, in the order in which it was recorded. */
export interface Readers {
  readonly subject: string;
  readonly day: Day;
  readonly views: readonly Viewing[];
}

export interface Viewing {
  readonly by: string;
  readonly onBehalfOf?: string;
  readonly action: string;
  readonly rule: string;
  readonly record: string;
  readonly at: Instant;
}

/** A subject has no blank in it, so that no two of them share a key; keys of one sort by day. */
export function readersKey(subject: string, day: Day): string {
  return `${subject} ${day}`;
}

/** As the index `month` has it. */
export function readersMonth(subject: string, month: string): string {
  return `${subject} ${month}`;
}

/** A review is looked at by this action in a calibration session alone. */
const comparing = 'calibration/read';

/** Whether a look says that the review of whom it is about is compared with others. */
export function tellsOfComparing({ action }: Pick<Viewing, 'action'>): boolean {
  return action === comparing;
}

export const readers: View<Readers, AccessFact> = {
  name: 'readers',
  version: 1,
  context: 'access',
  keys: ({ fact }) => {
    return fact.type === 'RecordViewed' ? [readersKey(fact.subject, fact.at.slice(0, 10))] : [];
  },
  fold: (before, { fact }) => {
    if (fact.type !== 'RecordViewed') return before;
    const { subject, by, onBehalfOf, action, rule, record, at } = fact;
    const viewing = { by, ...present({ onBehalfOf }), action, rule, record, at };
    const views = [...(before?.views ?? []), viewing];
    return { subject, day: at.slice(0, 10), views };
  },
  index: ({ subject, day }) => ({
    subject,
    month: readersMonth(subject, day.slice(0, 7)),
  }),
};
