import type { AnalyticsPublished, FactOf } from '@plumbline/contracts';
import { never } from '@plumbline/kernel';
import { isShown, type MetricReleased } from './metric-release/metric-release.ts';
import type { MetricRestated, ReleasedFigure } from './metric-release/metric-release.ts';
import { definitionName, type Segments } from './metric-release/source.ts';
import type { ReleasesFact } from './releases.facts.ts';

type Published = FactOf<AnalyticsPublished>;

/** What others may see of metrics and releases: all of it, as nothing hidden is in a release. */
export function publishOfReleases(fact: ReleasesFact): Published {
  switch (fact.type) {
    case 'MetricDefined': {
      const { name, version, formula, question, minN, dimensions } = fact;
      const by = dimensions === null ? null : [...dimensions];
      const data = { name, version, formula, question, minN, dimensions: by };
      return { type: 'analytics.MetricDefined.v1', data };
    }
    case 'MetricReleased':
      return { type: 'analytics.MetricReleased.v1', data: releasedOf(fact) };
    case 'MetricRestated':
      return { type: 'analytics.MetricRestated.v1', data: restatedOf(fact) };
    default:
      return never(fact);
  }
}

function releasedOf(fact: MetricReleased): AnalyticsPublished['analytics.MetricReleased.v1'] {
  const { releaseId, part, parts, definition, formula, source, from, until, position } = fact;
  const { dimensions, threshold, restates } = fact;
  return {
    ...{ releaseId, part, parts, definition: definitionName(definition), formula, source },
    ...{ from, until, dimensions: [...dimensions], position, threshold, restates },
    figures: fact.figures.map((figure) => figureOf(figure, dimensions)),
  };
}

function figureOf(figure: ReleasedFigure, dimensions: readonly string[]) {
  const of = segmentsOf(dimensions, figure.of);
  if (!isShown(figure)) return { of, suppressed: figure.suppressed };
  const { n, value, low, high, standardError, mean } = figure;
  return {
    ...{ of, n, value, low, high },
    counts: figure.counts.map(([score, count]) => ({ score, count })),
    ...(standardError === undefined ? {} : { standardError }),
    ...(mean === undefined ? {} : { mean }),
  };
}

function restatedOf(fact: MetricRestated): AnalyticsPublished['analytics.MetricRestated.v1'] {
  const { releaseId, part, parts, ref, dimensions } = fact;
  const diff = fact.diff.map(({ of, before, after, difference }) => {
    return { of: segmentsOf(dimensions, of), before, after, difference };
  });
  return { releaseId, part, parts, ref, diff };
}

/** Units and people as other facts name them. */
function segmentsOf(dimensions: readonly string[], of: Segments) {
  return dimensions.flatMap((dimension, at) => {
    const segment = of[at] ?? null;
    if (segment === null) return [];
    const isHolder = dimension === 'unit' || dimension === 'person';
    return [{ dimension, segment: isHolder ? `${dimension}:${segment}` : segment }];
  });
}
