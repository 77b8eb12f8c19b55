import type { Instant } from '@plumbline/kernel';
import type { Formula } from '../measure.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly name: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type MetricDefinitionCommand = DefineMetric | ReviseMetric;

export interface DefineMetric extends Asked {
  readonly type: 'DefineMetric';
  readonly formula: Formula;
  readonly question: string | null;
  /** What is usual where nobody says. */
  readonly minN?: number;
  readonly dimensions: readonly string[] | null;
}

/** What is left out stays as it is. Releases that were made keep the version they were made by. */
export interface ReviseMetric extends Asked {
  readonly type: 'ReviseMetric';
  readonly formula?: Formula;
  readonly question?: string | null;
  readonly minN?: number;
  readonly dimensions?: readonly string[] | null;
}
