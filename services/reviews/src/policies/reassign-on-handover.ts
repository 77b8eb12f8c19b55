import type { Day, Position } from '@plumbline/kernel';
import { countedDays, dayBefore, type Lines } from '../cycle/accountable.ts';
import type { ReassignReviewer } from '../review/review.commands.ts';
import { isFinal, type LiveReview } from '../review/review.state.ts';

export type Handover = Pick<ReassignReviewer, 'to' | 'on' | 'days'>;

/**
 * Whether another manager answers for a review by now, and since when: whoever the subject answers
 * to in the organisation. A change by which no day of the period goes over, as one after it,
 * leaves it with who answered in it, as long as they are here; once nobody is above the subject, or
 * the subject has left, it stays as it is.
 *
 * Who answers, and since when, is as it is known now; which days count is as it is pinned: a leave
 * that was entered after that counts once the review is pinned anew, and not by a handover.
 */
export function handoverOf(
  review: LiveReview,
  today: Day,
  lines: Lines,
  pinned: Lines,
): Handover | undefined {
  const { subject, period, segments, manager } = review;
  if (isFinal(review) || !lines.isPresent(subject, today)) return undefined;
  const to = lines.managerOf(subject, today);
  if (to === null || to === manager || to === subject) return undefined;
  const begun = segments.at(-1)?.from ?? period.from;
  const on = sinceWhen(subject, to, { from: begun, today }, lines);
  const incoming = countedDays(subject, { from: on, to: period.to }, pinned);
  if (incoming === 0 && manager !== null && lines.isPresent(manager, today)) return undefined;
  const end = dayBefore(on) < period.to ? dayBefore(on) : period.to;
  const outgoing = manager === null ? 0 : countedDays(subject, { from: begun, to: end }, pinned);
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

/** Where its review was opened stands in the log. */
type Opened = { readonly review: LiveReview; readonly openedAt: Position };

/**
 * The organisation as it was known when the days of a review were counted last: where it is pinned.
 * Of who joined late that may be before anybody knew of them: then where their review was opened.
 */
export function pinnedLines(
  { review, openedAt }: Opened,
  linesAt: (known: Position) => Lines,
): Lines {
  const { subject, period, segments, pin, position } = review;
  const at = (pin.position ?? position) as Position;
  const last = segments.at(-1);
  if (at !== position || last === undefined) return linesAt(at);
  const to = last.to < period.to ? last.to : period.to;
  const atLaunch = linesAt(at);
  const isOfLaunch = countedDays(subject, { from: last.from, to }, atLaunch) === last.days;
  return isOfLaunch ? atLaunch : linesAt(openedAt);
}
