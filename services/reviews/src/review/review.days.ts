import { msPerDay, same, toInstant, type Day } from '@plumbline/kernel';
import type { Answered } from './review.commands.ts';
import { input, wereRead } from './review.counting.ts';
import type { LiveReview, Segment } from './review.state.ts';
import type { PartAnew, PinnedAnew, ReviewFact } from './review.ts';

/**
 * The parts of a period as they are counted anew, by who answered on each day as far as that is
 * known by now. A day goes to a part of that manager: to one in which something was given, or is to
 * be, rather than to one that was sealed with nothing, and of these to the nearest in time. A day
 * of a manager who has no part is of nobody, as one that nobody rated.
 *
 * What anybody gave stays where it was. A part without a day is kept, and counts for nothing.
 */
export function partsAnew(
  segments: readonly Segment[],
  answered: readonly Answered[],
): readonly PartAnew[] {
  const parts = stretchesIn(segments, answered);
  const without = segments.flatMap(({ from }, of): PartAnew[] => {
    return parts.some((one) => one.of === of) ? [] : [{ of, from, to: from, days: 0 }];
  });
  // Who is to write the last part answers from the end of the others on, for whatever comes.
  const last = segments.at(-1)?.sealed === undefined ? segments.length - 1 : null;
  const ended = parts.at(-1)?.to;
  const open = without
    .filter(({ of }) => of === last)
    .map((one) => (ended === undefined || one.from > ended ? one : movedTo(dayAfter(ended), one)));
  return [...without.filter(({ of }) => of !== last), ...parts, ...open];
}

/** Whether all stays as it is. */
export function areAsBefore(segments: readonly Segment[], parts: readonly PartAnew[]): boolean {
  return same(
    parts,
    segments.map(({ from, to, days }, of) => ({ of, from, to, days })),
  );
}

/**
 * What a review is after it was pinned anew, but for its stage. That is as finished as it was: who
 * has days from now on is asked to write, and holds nothing up.
 */
export function pinnedAnew(
  review: LiveReview,
  fact: ReviewFact & { type: 'ReviewRepinned' },
): Partial<LiveReview> {
  const { act, at: asOf, position = null, manifest, parts } = fact;
  const segments = segmentsAnew(review.segments, fact);
  const read = parts !== undefined && wereRead(review) ? { wasRead: true as const } : {};
  return { manifest, segments, pin: { act, asOf, position }, ...input(review), ...read };
}

/** Each part with what was given in it. */
function segmentsAnew(
  segments: readonly Segment[],
  { days = [], parts }: PinnedAnew,
): readonly Segment[] {
  if (parts === undefined) {
    return segments.map((one, at) => ({ ...one, days: days[at] ?? one.days }));
  }
  return parts.flatMap(({ of, ...now }) => {
    const one = segments[of];
    return one === undefined ? [] : [{ ...one, ...now }];
  });
}

/** Days in a row that go to one part, in the order of time. */
function stretchesIn(
  segments: readonly Segment[],
  answered: readonly Answered[],
): readonly PartAnew[] {
  const stretches: (Omit<PartAnew, 'of'> & { readonly of: number | null })[] = [];
  for (const { manager, from, to, counts } of answered) {
    for (let day = from; day <= to; day = dayAfter(day)) {
      const of = partOn(day, manager, segments);
      const last = stretches.at(-1);
      const days = counts ? 1 : 0;
      if (last?.of === of) stretches.splice(-1, 1, { ...last, to: day, days: last.days + days });
      else stretches.push({ of, from: day, to: day, days });
    }
  }
  return stretches.flatMap(({ of, ...days }) => (of === null ? [] : [{ of, ...days }]));
}

function partOn(day: Day, manager: string, segments: readonly Segment[]): number | null {
  const own = segments.flatMap((one, at) => (one.manager === manager ? [{ ...one, at }] : []));
  const given = own.filter(({ sealed }) => sealed?.was !== 'nothing');
  let nearest: { readonly at: number; readonly gap: number } | null = null;
  for (const one of given.length > 0 ? given : own) {
    const gap = gapTo(day, one);
    // Of a day on which two parts meet, the one that came last.
    if (nearest === null || gap <= nearest.gap) nearest = { at: one.at, gap };
  }
  return nearest?.at ?? null;
}

/** Days between a day and a part; 0 within it. */
function gapTo(day: Day, { from, to }: Pick<Segment, 'from' | 'to'>): number {
  if (day < from) return Math.round((Date.parse(from) - Date.parse(day)) / msPerDay);
  return day > to ? Math.round((Date.parse(day) - Date.parse(to)) / msPerDay) : 0;
}

function movedTo(day: Day, part: PartAnew): PartAnew {
  return { ...part, from: day, to: day };
}

function dayAfter(day: Day): Day {
  return toInstant(Date.parse(day) + msPerDay).slice(0, 10);
}
