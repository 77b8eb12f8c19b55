import type { Day } from '@plumbline/kernel';
import { countedDays, dayBefore, type Lines } from '../cycle/accountable.ts';
import type { ReassignReviewer } from '../review/review.commands.ts';
import { isFinal, type LiveReview } from '../review/review.state.ts';

export type Handover = Pick<ReassignReviewer, 'to' | 'on' | 'days'>;

/**
 * Whether another manager answers for a review by now, and since when: whoever the subject answers
 * to in the organisation. A change by which no day of the period goes over, as one after it,
 * leaves it with who answered in it, as long as they are here; once nobody is above the subject, or
 * the subject has left, it stays as it is.
 */
export function handoverOf(review: LiveReview, today: Day, lines: Lines): Handover | undefined {
  const { subject, period, segments, manager } = review;
  if (isFinal(review) || !lines.isPresent(subject, today)) return undefined;
  const to = lines.managerOf(subject, today);
  if (to === null || to === manager || to === subject) return undefined;
  const begun = segments.at(-1)?.from ?? period.from;
  const on = sinceWhen(subject, to, { from: begun, today }, lines);
  const incoming = countedDays(subject, { from: on, to: period.to }, lines);
  if (incoming === 0 && manager !== null && lines.isPresent(manager, today)) return undefined;
  const end = dayBefore(on) < period.to ? dayBefore(on) : period.to;
  const outgoing = manager === null ? 0 : countedDays(subject, { from: begun, to: end }, lines);
  return { to, on, days: { outgoing, incoming } };
}

/** The first day of the stretch up to today on which one has answered for the other. */
function sinceWhen(
  subject: string,
  to: string,
  { from, today }: { readonly from: Day; readonly today: Day },
  lines: Lines,
): Day {
  const days = lines.turningDays(from < today ? from : today, today);
  const last = days.findLastIndex((day) => lines.managerOf(subject, day) !== to);
  return days[last + 1] ?? today;
}
