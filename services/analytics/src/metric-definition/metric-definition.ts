import type { Instant } from '@plumbline/kernel';
import type { Formula } from '../measure.ts';

/**
 * What is recorded of a metric: how it is counted, and each later version of that. A release keeps
 * the version that it was made by, and figures of two versions are never compared.
 */
export type MetricDefinitionFact = MetricDefined;

export interface MetricDefined extends Terms {
  readonly type: 'MetricDefined';
  readonly act: string;
  readonly name: string;
  readonly at: Instant;
}

export interface Terms {
  /** From 1; each revision adds one. */
  readonly version: number;
  readonly formula: Formula;
  /** The question whose answers are counted; null: a release names it. */
  readonly question: string | null;
  /** A group of fewer answers is shown nothing of. */
  readonly minN: number;
  /** By which its releases may be broken down; null: by all that there is. */
  readonly dimensions: readonly string[] | null;
}

export type MetricDefinition = { readonly stage: 'none' } | DefinedMetric;

export interface DefinedMetric {
  readonly stage: 'defined';
  readonly name: string;
  /** Oldest first, one at least. */
  readonly versions: readonly MetricVersion[];
  readonly acts: Readonly<Record<string, true>>;
}

export interface MetricVersion extends Terms {
  readonly since: Instant;
}

export const initialDefinition: MetricDefinition = { stage: 'none' };

export function evolveDefinition(
  definition: MetricDefinition,
  fact: MetricDefinitionFact,
): MetricDefinition {
  const { name, act, at } = fact;
  const newest: MetricVersion = { since: at, ...termsOf(fact) };
  const before = definition.stage === 'none' ? { versions: [], acts: {} } : definition;
  const acts = { ...before.acts, [act]: true as const };
  return { stage: 'defined', name, versions: [...before.versions, newest], acts };
}

export function termsOf({ version, formula, question, minN, dimensions }: Terms): Terms {
  return { version, formula, question, minN, dimensions };
}
