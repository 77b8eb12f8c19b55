import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import { derivedId } from '@plumbline/kernel';
import type { MetricDefinitionCommand } from './metric-definition/metric-definition.commands.ts';
import { metricDefinitionDecider } from './metric-definition/metric-definition.decide.ts';
import type {
  MetricDefinition,
  MetricDefinitionFact,
} from './metric-definition/metric-definition.ts';
import type { MetricReleaseCommand } from './metric-release/metric-release.commands.ts';
import { metricReleaseDecider } from './metric-release/metric-release.decide.ts';
import type { MetricReleaseFact, MetricReleases } from './metric-release/metric-release.ts';
import type { SourceRef } from './metric-release/source.ts';

/** What this context stores of metrics: how they are counted, and what was released of them. */
export type ReleasesFact = MetricDefinitionFact | MetricReleaseFact;

const context = 'analytics';

const metricDefinitionVersions: Readonly<Record<MetricDefinitionFact['type'], number>> = {
  MetricDefined: 1,
};

const metricReleaseVersions: Readonly<Record<MetricReleaseFact['type'], number>> = {
  MetricReleased: 1,
  MetricRestated: 1,
};

export const releasesVersions = { ...metricDefinitionVersions, ...metricReleaseVersions };

export const metricDefinitionAggregate: Aggregate<
  MetricDefinitionCommand,
  MetricDefinition,
  MetricDefinitionFact
> = {
  name: 'metric-definition',
  foldVersion: 1,
  decider: metricDefinitionDecider,
  codec: factCodec<MetricDefinitionFact>({ context, versions: metricDefinitionVersions }),
};

export const metricReleaseAggregate: Aggregate<
  MetricReleaseCommand,
  MetricReleases,
  MetricReleaseFact
> = {
  name: 'metric-release',
  foldVersion: 1,
  decider: metricReleaseDecider,
  codec: factCodec<MetricReleaseFact>({ context, versions: metricReleaseVersions }),
};

export function isReleasesFact(fact: { readonly type: string }): fact is ReleasesFact {
  return Object.hasOwn(releasesVersions, fact.type);
}

/** One a metric: its name is looked up, and taken once. */
export const metricDefinitionStream = (tenant: string, name: string): string =>
  streamName(context, 'metric-definition', tenant, derivedId(tenant, 'metric-definition', name));

/** One a source: whoever releases more of the same answers must see all that was shown of them. */
export const metricReleaseStream = (tenant: string, source: SourceRef): string =>
  streamName(
    context,
    'metric-release',
    tenant,
    derivedId(tenant, 'metric-release', ...namesOf(source)),
  );

/** Of ratings it is the cycle alone: before and after calibration they are of the same people. */
function namesOf(source: SourceRef): readonly (string | number)[] {
  if (source.kind === 'ratings') return [source.kind, source.cycle];
  const { kind, question, scale } = source;
  const survey = kind === 'customer-responses' ? [] : [source.survey];
  return [kind, ...survey, question, scale.min, scale.max];
}
