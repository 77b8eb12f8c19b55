import { isDay, msPerDay, reject, type Rejection } from '@plumbline/kernel';
import { isSameScale, scaleOf } from '../measure.ts';
import type { PublishRelease, Terms } from './metric-release.commands.ts';
import type { HeldRelease, KnownReleases } from './metric-release.ts';
import { definitionName, type Scope, type SourceRef } from './source.ts';

/** Ten years. */
export const spanDaysMax = 3_660;
/** Each one multiplies the segments. */
export const releaseDimensionsMax = 3;
/** A release every working day for thirty years. */
export const releasesMax = 10_000;

export function refuseScope(
  { from, until, dimensions }: Scope,
  { dimensions: allowed }: Terms,
): Rejection | undefined {
  return refuseSpan(from, until) ?? refuseDimensions(dimensions, allowed);
}

function refuseSpan(from: string, until: string): Rejection | undefined {
  if (!isDay(from)) return reject('release/not-a-day', 'Give a day that exists.', '/from');
  if (!isDay(until)) return reject('release/not-a-day', 'Give a day that exists.', '/until');
  if (until < from) {
    return reject('release/ends-before-it-begins', 'The last day is before the first.', '/until');
  }
  if ((Date.parse(until) - Date.parse(from)) / msPerDay < spanDaysMax) return undefined;
  return reject('release/span-too-long', `At most ${spanDaysMax} days.`, '/until');
}

function refuseDimensions(dimensions: readonly string[], allowed: Terms['dimensions']) {
  const field = '/dimensions';
  if (dimensions.length > releaseDimensionsMax) {
    const detail = `At most ${releaseDimensionsMax}. Make a release for each breakdown.`;
    return reject('release/too-many-dimensions', detail, field);
  }
  if (new Set(dimensions).size < dimensions.length) {
    return reject('release/dimension-twice', 'Give each dimension once.', field);
  }
  const other = dimensions.find((one) => allowed?.includes(one) === false);
  if (other === undefined) return undefined;
  const detail = `The metric is broken down by ${allowed?.join(', ') ?? ''}, and not by ${other}.`;
  return reject('release/dimension-not-defined', detail, field);
}

/** A formula is for its scale, and a metric for its question. */
export function refuseSource(source: SourceRef, { formula, definition, question }: Terms) {
  const scale = scaleOf(formula);
  if (scale !== null && !isSameScale(scale, source.scale)) {
    const detail = `${formula} is for answers from ${scale.min} to ${scale.max}.`;
    return reject('release/formula-of-another-scale', detail, '/metric');
  }
  if (question === null || question === source.question) return undefined;
  const detail = `${definitionName(definition)} is counted from "${question}".`;
  return reject('release/question-of-another-metric', detail, '/question');
}

/** The same question is answered once; after that it is restated, so that both can be compared. */
export function refuseTwin(
  releases: readonly HeldRelease[],
  { scope, terms, source }: PublishRelease,
): Rejection | undefined {
  const twin = releases.findLast(({ definition, from, until, dimensions, source: of }) => {
    return (
      of.question === source.question &&
      definitionName(definition) === definitionName(terms.definition) &&
      from === scope.from &&
      until === scope.until &&
      same(dimensions, scope.dimensions)
    );
  });
  if (twin === undefined) return undefined;
  const detail = `It was released as ${twin.releaseId}. Restate that one.`;
  return reject('release/already-released', detail);
}

function same(one: readonly string[], other: readonly string[]): boolean {
  return one.toSorted().join() === other.toSorted().join();
}

export function refuseRestatement(
  { releases }: KnownReleases,
  ref: HeldRelease,
  position: Scope['position'],
): Rejection | undefined {
  const later = releases.find(({ restates }) => restates === ref.releaseId);
  if (later !== undefined) {
    const detail = `It was restated as ${later.releaseId}. Restate the newest one.`;
    return reject('release/restated-already', detail);
  }
  if (position > ref.position) return undefined;
  const detail = 'Nothing was recorded since. Restate it at a later position.';
  return reject('release/not-later', detail, '/asOf');
}

/**
 * The earlier releases beside which one is decided: those whose spans touch its own, those that
 * touch these, and so on. What is shown of other days is of other answers, and no sum or difference
 * with it tells more of these.
 */
export function besideSpan(
  releases: readonly HeldRelease[],
  span: Pick<Scope, 'from' | 'until'>,
): readonly HeldRelease[] {
  const beside = new Set<HeldRelease>();
  const spans = [span];
  for (let next = spans.pop(); next !== undefined; next = spans.pop()) {
    for (const one of releases) {
      if (beside.has(one) || one.until < next.from || one.from > next.until) continue;
      beside.add(one);
      spans.push(one);
    }
  }
  return releases.filter((one) => beside.has(one));
}
