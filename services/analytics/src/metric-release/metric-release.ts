import type { WithheldReason } from '@plumbline/disclosure';
import type { Formula, Measured } from '../measure.ts';
import type { Act, Pinned, Scope, Segments, SourceRef } from './source.ts';

/**
 * What is recorded of the releases of one source. A stream has all that was ever shown of the same
 * answers, as each further release is decided beside it. Nothing shown is ever changed.
 */
export type MetricReleaseFact = MetricReleased | MetricRestated;

/** A release; of one that is large, a part of its figures, with all else repeated. */
export interface MetricReleased extends Released, Act, Part {
  readonly type: 'MetricReleased';
  /** That of all answers first, when it is the first part. */
  readonly figures: readonly ReleasedFigure[];
}

/** What late answers have changed, in what both releases show or one of them does. */
export interface MetricRestated extends Act, Part {
  readonly type: 'MetricRestated';
  readonly releaseId: string;
  /** The earlier release. It stays readable, and as it was. */
  readonly ref: string;
  readonly dimensions: readonly string[];
  readonly diff: readonly Difference[];
}

interface Part {
  /** From 1. */
  readonly part: number;
  readonly parts: number;
}

export interface Released extends Scope {
  readonly releaseId: string;
  readonly source: SourceRef;
  readonly definition: Pinned;
  readonly formula: Formula;
  /** A group of fewer answers is neither shown nor to be computed from what is. */
  readonly threshold: number;
  /** The earlier release of the same question that it takes the place of. */
  readonly restates: string | null;
}

export type ReleasedFigure = { readonly of: Segments } & (Measured | Suppressed);

/** What is withheld has neither a value nor a count. */
export interface Suppressed {
  readonly suppressed: WithheldReason;
}

export interface Difference {
  readonly of: Segments;
  /** Null where that release does not show it. */
  readonly before: Stated | null;
  readonly after: Stated | null;
  /** After less before; null where one of them is not shown. */
  readonly difference: Stated | null;
}

export interface Stated {
  readonly n: number;
  readonly value: number | null;
}

export type MetricReleases = { readonly stage: 'none' } | KnownReleases;

export interface KnownReleases {
  readonly stage: 'released';
  /** Oldest first. */
  readonly releases: readonly HeldRelease[];
  /** Only ever rises. */
  readonly threshold: number;
  readonly acts: Readonly<Record<string, true>>;
}

/** What later releases must keep in mind for ever. */
export interface HeldRelease extends Released {
  readonly shown: readonly ShownFigure[];
}

export interface ShownFigure extends Stated {
  readonly of: Segments;
}

export const initialReleases: MetricReleases = { stage: 'none' };

export function evolveReleases(before: MetricReleases, fact: MetricReleaseFact): MetricReleases {
  if (fact.type === 'MetricRestated') return before;
  const { releases, acts, threshold } = before.stage === 'none' ? nothing : before;
  const shown = fact.figures.flatMap(shownOf);
  const known = releases.findIndex(({ releaseId }) => releaseId === fact.releaseId);
  const held = releases[known];
  const next =
    held === undefined
      ? [...releases, { ...releasedOf(fact), shown }]
      : releases.with(known, { ...held, shown: [...held.shown, ...shown] });
  return {
    ...{ stage: 'released', releases: next, threshold: Math.max(threshold, fact.threshold) },
    acts: { ...acts, [fact.act]: true },
  };
}

const nothing: Omit<KnownReleases, 'stage'> = { releases: [], acts: {}, threshold: 0 };

export function isShown(figure: ReleasedFigure): figure is ReleasedFigure & Measured {
  return !('suppressed' in figure);
}

function shownOf(figure: ReleasedFigure): readonly ShownFigure[] {
  if (!isShown(figure)) return [];
  const { of, n, value } = figure;
  return [{ of, n, value }];
}

export function releasedOf(one: Released): Released {
  const { releaseId, source, definition, formula, from, until, dimensions, position } = one;
  const { threshold, restates } = one;
  return {
    ...{ releaseId, source, definition, formula, from, until, dimensions, position },
    ...{ threshold, restates },
  };
}
