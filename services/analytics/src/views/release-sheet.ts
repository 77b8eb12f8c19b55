import type { Actor, Instant, Position, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { AnalyticsFact } from '../facts.ts';
import { releasedOf, type Difference } from '../metric-release/metric-release.ts';
import type { MetricReleased, Released, ReleasedFigure } from '../metric-release/metric-release.ts';

/** A release with all that it shows. Later facts add to it only that there is a later release. */
export interface ReleaseSheet extends Released {
  readonly figures: readonly ReleasedFigure[];
  readonly diff: readonly Difference[];
  readonly restatedBy: string | null;
  readonly at: Instant;
  readonly by: Actor;
  /** Where all of its figures are recorded, which is after what they count; null until then. */
  readonly releasedAt: Position | null;
  readonly revision: number;
}

export const releaseSheet: View<ReleaseSheet, AnalyticsFact> = {
  name: 'release-sheet',
  version: 2,
  context: 'analytics',
  keys: ({ fact }) => {
    if (fact.type === 'MetricRestated') return [fact.releaseId, fact.ref];
    return fact.type === 'MetricReleased' ? [fact.releaseId] : [];
  },
  fold: (sheet, recorded, key) => {
    const { fact, revision } = recorded;
    if (fact.type === 'MetricReleased') {
      return withFigures(sheet, fact, recorded);
    }
    if (fact.type !== 'MetricRestated' || sheet === undefined) return sheet;
    return key === fact.ref
      ? { ...sheet, restatedBy: fact.releaseId }
      : { ...sheet, diff: [...sheet.diff, ...fact.diff], revision };
  },
  index: ({ source, definition, restatedBy }) => ({
    question: `${source.kind} ${source.question}`,
    metric: definition.name,
    // The last of each question of a survey.
    survey: 'survey' in source && restatedBy === null ? [source.survey] : [],
  }),
};

function withFigures(
  sheet: ReleaseSheet | undefined,
  fact: MetricReleased,
  { actor: by, position, revision }: Recorded<AnalyticsFact>,
): ReleaseSheet {
  const releasedAt = fact.part === fact.parts ? position : null;
  if (sheet !== undefined) {
    return { ...sheet, figures: [...sheet.figures, ...fact.figures], releasedAt, revision };
  }
  return {
    ...{ ...releasedOf(fact), figures: fact.figures, diff: [], restatedBy: null },
    ...{ at: fact.at, by, releasedAt, revision },
  };
}
