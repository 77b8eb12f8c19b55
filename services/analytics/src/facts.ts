import { factCodec } from '@plumbline/event-log';
import { controlChartVersions } from './charts.facts.ts';
import type { ControlChartFact } from './control-chart/control-chart.ts';
import { releasesVersions, type ReleasesFact } from './releases.facts.ts';

/** Everything that this context stores; most of what it knows, others have published. */
export type AnalyticsFact = ReleasesFact | ControlChartFact;

export const context = 'analytics';

/** The newest version of every fact; an older one is brought up by an upcaster. */
export const newestVersions = { ...releasesVersions, ...controlChartVersions };

export const analyticsCodec = factCodec<AnalyticsFact>({ context, versions: newestVersions });
