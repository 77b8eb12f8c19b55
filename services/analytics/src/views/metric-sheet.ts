import type { Actor } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import type { AnalyticsFact } from '../facts.ts';
import { termsOf, type MetricVersion, type Terms } from '../metric-definition/metric-definition.ts';

/** A metric as it is counted, with how it was counted before. */
export interface MetricSheet extends Terms {
  readonly name: string;
  readonly versions: readonly VersionLine[];
  readonly revision: number;
}

export interface VersionLine extends MetricVersion {
  readonly by: Actor;
}

export const metricSheet: View<MetricSheet, AnalyticsFact> = {
  name: 'metric-sheet',
  version: 1,
  context: 'analytics',
  keys: ({ fact }) => (fact.type === 'MetricDefined' ? [fact.name] : []),
  fold: (sheet, { fact, actor: by, revision }) => {
    if (fact.type !== 'MetricDefined') return sheet;
    const terms = termsOf(fact);
    const newest = { since: fact.at, ...terms, by };
    return { name: fact.name, ...terms, versions: [...(sheet?.versions ?? []), newest], revision };
  },
  index: ({ question }) => (question === null ? {} : { question }),
};
