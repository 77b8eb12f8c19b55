import { thresholdDefault } from '@plumbline/disclosure';
import { isRejection, reject, type Day, type Position, type Rejection } from '@plumbline/kernel';
import { everyOf, findDocsMax, type ViewReader } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import type { Scale } from './measure.ts';
import type { Scope, RatingsRef } from './metric-release/source.ts';
import { nearestPoint, pointsMax, type RatingScale } from './rating/spread.ts';
import type { KeyedAnswer, MetricSource, SourceKind } from './releases.sources.ts';
import { packOf } from './review-figures.reading.ts';
import { unitsThen } from './satisfaction.units.ts';
import { isHeld, ratedAnswers, type RatedAnswers } from './views/rated-answers.ts';
import { reviewCycleTerms, type ReviewCycleTerms } from './views/review-cycle-terms.ts';

const micro = 1_000_000;

/** By what the ratings of a cycle are broken down, as `/review-figures` does. */
export const ratingDimensions = ['unit'] as const;

/**
 * What people were rated in a cycle, from its lock on. Ratings before and after calibration are of
 * the same people, so that all releases of a cycle are decided beside each other.
 */
export function ratings(ports: AnalyticsPorts, ref: RatingsRef): SourceKind {
  const { views, access } = ports;
  return {
    open: async (tenant, _, until) => {
      const cycle = await lockedCycle(ports, tenant, ref.cycle, until);
      if (isRejection(cycle)) return cycle;
      const reader = await views.of(ratedAnswers, tenant, { readAfter: until });
      await access.after(until);
      return sourceOf(reader, ref, (position) => {
        const { period } = cycle;
        const units = unitsThen(access.organizationOf(tenant), position, period.to);
        return (subject) => units.of([`person:${subject}`], period.to);
      });
    },
    publish: () => ['release/publish-ratings'],
    see: () => undefined,
    trace: () => ({ action: 'stream/read', about: {} }),
  };
}

/** The units of a subject on the last day of the period, with all above them. */
type UnitsAt = (position: Position) => (subject: string) => readonly string[];

function sourceOf(
  reader: ViewReader<RatedAnswers>,
  ref: RatingsRef,
  unitsAt: UnitsAt,
): MetricSource {
  return {
    dimensions: ratingDimensions,
    promised: thresholdDefault,
    answers: async function* (scopes, after) {
      const units = scopes.map(({ position }) => unitsAt(position));
      const by = { index: 'cycle', value: ref.cycle };
      const page = { limit: findDocsMax, ...(after === undefined ? {} : { after }) };
      for await (const { key, doc } of everyOf(reader, by, page)) {
        yield* ratingsIn(ref, scopes, units, { key, doc });
      }
    },
  };
}

/** What of a review counts in these scopes: each rating that was ever finalised is an answer. */
export function* ratingsIn(
  { question, scale }: RatingsRef,
  scopes: readonly Scope[],
  units: readonly ((subject: string) => readonly string[])[],
  { key, doc }: { readonly key: string; readonly doc: RatedAnswers },
): Generator<KeyedAnswer> {
  const last = scopes.at(-1)?.position ?? ('' as Position);
  for (const rating of doc.ratings) {
    const places = scopes.map(({ position, dimensions }, at) => {
      if (!isHeld(rating, position)) return null;
      return dimensions.map(() => units[at]?.(doc.subject) ?? []);
    });
    if (places.every((place) => place === null)) continue;
    const given = question === 'rating' ? rating.after : rating.before;
    const facts = rating.facts
      .filter(({ position }) => position <= last)
      .map((fact) => ({ ...fact, stream: doc.stream }));
    yield { key, score: pointOf(given, scale), places, facts };
  }
}

/** A rating with decimals is nearly a person: it counts at the whole point nearest to it. */
function pointOf(rating: number, { min, max }: Scale): number {
  return nearestPoint(rating, { min: min * micro, max: max * micro }) / micro;
}

export interface RatingsAsked {
  readonly cycle: string;
  readonly calibration: 'before' | 'after';
}

/** The source of a release, and its span: the period of the cycle. */
export async function ratingsAsked(
  ports: AnalyticsPorts,
  { cycle: cycleId, calibration }: RatingsAsked,
  tenant: string,
  position: Position,
): Promise<{ readonly ref: RatingsRef; readonly from: Day; readonly until: Day } | Rejection> {
  const cycle = await lockedCycle(ports, tenant, cycleId, position);
  if (isRejection(cycle)) return cycle;
  const pack = await packOf(ports, tenant, cycle.pack, { readAfter: position });
  const scale = pack === undefined ? undefined : wholePoints(pack.result.scale);
  if (scale === undefined) {
    const detail =
      'Its ratings are on a scale whose points are no whole numbers, and are not released. ' +
      'Their live figures are at /review-figures.';
    return reject('release/no-whole-points', detail, '/cycle');
  }
  const question = calibration === 'after' ? 'rating' : 'rating-before-calibration';
  const { from, to: until } = cycle.period;
  return { ref: { kind: 'ratings', cycle: cycleId, question, scale }, from, until };
}

/** The scale in units, where each point that ratings are counted at is a whole number of them. */
export function wholePoints(scale: RatingScale): Scale | undefined {
  const [min, max] = [scale.min / micro, scale.max / micro];
  const steps = max - min < pointsMax ? max - min : pointsMax - 1;
  const isWhole = [min, max, (max - min) / steps].every(Number.isInteger);
  return isWhole && max > min ? { min, max } : undefined;
}

/** What was not final yet by the position would be known by what a later release adds. */
async function lockedCycle(
  { views }: AnalyticsPorts,
  tenant: string,
  cycleId: string,
  position: Position,
): Promise<ReviewCycleTerms | Rejection> {
  const reader = await views.of(reviewCycleTerms, tenant, { readAfter: position });
  const cycle = await reader.get(cycleId);
  if (cycle === undefined) {
    return reject('release/unknown-cycle', 'There is no such review cycle.', '/cycle');
  }
  if (cycle.lockedAt !== null && cycle.lockedAt <= position) return cycle;
  const detail =
    'Ratings are released once their cycle is locked: until then they change one by one.';
  return reject('release/cycle-not-locked', detail, '/cycle');
}
