import { crossed, type Guarded, type GuardedCell } from '@plumbline/disclosure';
import { guardRelease, thresholdDefault } from '@plumbline/disclosure';
import { isRejection, type Day, type Position, type Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { everyOf, type AskedTimes } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import type { PerformancePart, PartInput } from './rating/performance.ts';
import { ratingAfter, type RatedReview } from './rating/rated-review.ts';
import { packOf } from './review-figures.reading.ts';
import { monthsOf } from './satisfaction.spans.ts';
import { givenNote } from './views/given-note.ts';
import { goalOutcome } from './views/goal-outcome.ts';
import { reviewCycleTerms } from './views/review-cycle-terms.ts';
import { reviewStanding } from './views/review-standing.ts';

/** What customers say is counted elsewhere, with its own guard. */
export type OwnPart = Exclude<PerformancePart, 'customers'>;

/** One thing that counts, or that is there and does not. */
export interface Contribution {
  readonly person: string;
  readonly id: string;
  /** Null: it is known that it is there, and not what it came to. */
  readonly share: number | null;
}

export interface Span {
  readonly from: Day;
  readonly until: Day;
}

export interface Contributions {
  readonly position: Position | null;
  readonly by: Readonly<Record<OwnPart, readonly Contribution[]>>;
}

/** All that counts in a span: goals and reviews by the end of their period, notes by their day. */
export async function contributions(
  ports: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  span: Span,
  times: AskedTimes,
): Promise<Contributions> {
  const [goals, notes, standings] = await Promise.all([
    ports.views.of(goalOutcome, tenant, times),
    ports.views.of(givenNote, tenant, times),
    ports.views.of(reviewStanding, tenant, times),
  ]);
  const by: Record<OwnPart, Contribution[]> = { goals: [], feedback: [], reviews: [] };
  for (const month of monthsOf(span.from, span.until)) {
    const value = month.slice(0, 7);
    for await (const { doc } of everyOf(goals, { index: 'month', value })) {
      if (!isWithin(doc.endsOn, span) || !doc.owner.startsWith('person:')) continue;
      const person = doc.owner.slice('person:'.length);
      const share = doc.isPrivate ? null : doc.attainment;
      by.goals.push({ person, id: doc.goalId, share });
    }
    for await (const { doc } of everyOf(notes, { index: 'month', value })) {
      if (!isWithin(doc.on, span) || !doc.isOpen || doc.kind === 'observation') continue;
      const share = doc.kind === 'praise' ? 1 : 0;
      by.feedback.push({ person: doc.subject, id: doc.noteId, share });
    }
  }
  for (const { cycleId, scale } of await endingCycles(ports, tenant, span, times)) {
    for await (const { doc } of everyOf(standings, { index: 'cycle', value: cycleId })) {
      if (doc.stage === 'withdrawn') continue;
      const share = shareOf(doc, scale);
      by.reviews.push({ person: doc.subject, id: doc.reviewId, share });
    }
  }
  const positions = [goals, notes, standings].map(({ position }) => position);
  const known = positions.filter((one) => one !== null).toSorted();
  return { position: known.length < positions.length ? null : (known[0] ?? null), by };
}

/** The subject reads it first: what is not shared yet counts for nobody. */
function shareOf(
  review: RatedReview,
  { min, max }: { readonly min: number; readonly max: number },
): number | null {
  const rating = review.isShared ? ratingAfter(review) : null;
  return rating === null ? null : (rating - min) / (max - min);
}

/** Cycles whose period ends within the span, with the scale that they are rated on. */
async function endingCycles(
  ports: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  span: Span,
  times: AskedTimes,
) {
  const cycles = await ports.views.of(reviewCycleTerms, tenant, times);
  const found: { readonly cycleId: string; readonly scale: { min: number; max: number } }[] = [];
  for (
    let year = Number(span.from.slice(0, 4));
    year <= Number(span.until.slice(0, 4));
    year += 1
  ) {
    for await (const { doc } of everyOf(cycles, { index: 'year', value: String(year) })) {
      if (!isWithin(doc.period.to, span) || doc.stage === 'cancelled') continue;
      const pack = await packOf(ports, tenant, doc.pack, times);
      if (pack !== undefined) found.push({ cycleId: doc.cycleId, scale: pack.result.scale });
    }
  }
  return found;
}

function isWithin(day: Day, { from, until }: Span): boolean {
  return day >= from && day <= until;
}

const factsOf: Readonly<Record<OwnPart, string>> = {
  goals: 'goals.GoalClosed.v1',
  feedback: 'feedback.FeedbackGiven.v1',
  reviews: 'reviews.ReviewFinalised.v1',
};

/** What some people's things come to, as a part of performance. */
export function inputOf(part: OwnPart, some: readonly Contribution[]): PartInput {
  const known = some.filter(({ share }) => share !== null);
  const shares = known.map(({ share }) => share ?? 0);
  const base = {
    ...{ from: factsOf[part], ids: known.map(({ id }) => id) },
    unknown: some.length - known.length,
  };
  if (part !== 'feedback') return { ...base, shares };
  const successes = shares.filter((share) => share === 1).length;
  return { ...base, successes, n: shares.length };
}

/**
 * What the people of a unit, with those below it, come to, where that is of enough people, and such
 * that it gives away nobody beside what the same says of any other unit. Only people with something
 * that counts are counted.
 */
export function unitInput(
  part: OwnPart,
  all: readonly Contribution[],
  unit: string,
  unitOf: UnitsOf,
  threshold = thresholdDefault,
): Guarded<PartInput> | Rejection {
  const people = new Map<string, Contribution[]>();
  for (const one of all) people.set(one.person, [...(people.get(one.person) ?? []), one]);
  const counted = [...people].filter(([, own]) => own.some(({ share }) => share !== null));
  const byUnit = new Map<string, number>();
  for (const [person] of counted) {
    const place = unitOf.of(person);
    byUnit.set(place, (byUnit.get(place) ?? 0) + 1);
  }
  const dimension = { name: 'unit', parents: unitOf.parents };
  const atoms = [...byUnit.keys()].map((id) => ({ id, segments: [id] }));
  const cells = crossed([dimension], atoms);
  const decided = guardRelease(
    {
      cells: cells.map(({ id, level, atoms: within }) => ({ id, level, atoms: within })),
      lots: [...byUnit].map(([place, n]) => ({ n, places: [place] })),
      earlier: [],
    },
    { figures: threshold, comments: threshold },
  );
  if (isRejection(decided)) return decided;
  const at = cells.findIndex(({ segments }) => segments[0] === unit);
  if (at === -1) return { shown: false, reason: 'below-threshold' };
  const { figures } = decided.cells[at] as GuardedCell;
  if (!figures.shown) return figures;
  const within = new Set(cells[at]?.atoms);
  const own = all.filter(({ person }) => within.has(unitOf.of(person)));
  return { shown: true, value: inputOf(part, own), n: figures.n };
}

/** Where people are on the last day; '' where they are nowhere. */
export interface UnitsOf {
  readonly parents: ReadonlyMap<string, string | null>;
  of(person: string): string;
}

export function unitsOn(
  organization: Pick<Organization, 'units' | 'unitOf'>,
  on: Day,
  known: Position | undefined,
): UnitsOf {
  const parents = new Map<string, string | null>([['', null]]);
  for (const { unit, parent } of organization.units(on, known)) parents.set(unit, parent);
  return {
    parents,
    of: (person) => {
      const unit = organization.unitOf(person, on, known);
      return unit !== null && parents.has(unit) ? unit : '';
    },
  };
}
