import type { Instant, Text } from '@plumbline/kernel';
import type { Measure, Period } from '../measure.ts';

/**
 * What is recorded of a KPI. Every measurement is kept: one for a period that has one already
 * stands beside it, and the later counts. Names, formulas and notes are in `text`.
 */
export type KpiFact =
  | (Act & { type: 'KpiDefined'; owner: string; reference?: string } & Placement & Definition)
  | (Act & { type: 'KpiRedefined' } & Placement & Definition)
  | (Act & { type: 'KpiMeasured' } & Placement & Measurement & { text: Text });

interface Act {
  readonly act: string;
  readonly kpiId: string;
  readonly at: Instant;
}

/** The goal that the KPI tells of, and the key result that it feeds, when there are. */
export interface Placement {
  readonly goalId?: string;
  readonly keyResultId?: string;
}

interface Definition {
  /** From 1; each redefinition adds one. */
  readonly version: number;
  readonly measure: Measure;
  readonly text: Text;
}

export interface Measurement {
  readonly version: number;
  /** The definition of that version: a reading is judged by it whatever is redefined later. */
  readonly measure: Measure;
  readonly period: Period;
  /** Null: reported, but without a value. It is kept as said, and never counted as zero. */
  readonly value: number | null;
  /** What this reading alone is judged against, where it differs from the definition. */
  readonly against?: Against;
  /** Recorded later than `lateAfterDays` after the end of its period. */
  readonly late: boolean;
  readonly source: string;
}

export interface Against {
  readonly start?: number;
  readonly target?: number;
  readonly low?: number;
  readonly high?: number;
}

export type Kpi = { readonly stage: 'none' } | DefinedKpi;

export interface DefinedKpi extends Placement {
  readonly stage: 'defined';
  readonly kpiId: string;
  readonly owner: string;
  readonly version: number;
  readonly measure: Measure;
  /** Since when its newest definition holds. */
  readonly definedSince: Instant;
  readonly acts: Readonly<Record<string, true>>;
}

export const initialKpi: Kpi = { stage: 'none' };

export function evolveKpi(kpi: Kpi, fact: KpiFact): Kpi {
  if (fact.type === 'KpiDefined') {
    const { kpiId, owner, version, measure, at } = fact;
    const base = { stage: 'defined' as const, kpiId, owner, version, measure, definedSince: at };
    return { ...base, ...placementOf(fact), acts: { [fact.act]: true } };
  }
  if (kpi.stage === 'none') return kpi;
  const acts = { ...kpi.acts, [fact.act]: true as const };
  if (fact.type === 'KpiMeasured') return { ...kpi, acts };
  return { ...kpi, version: fact.version, measure: fact.measure, definedSince: fact.at, acts };
}

export function placementOf({ goalId, keyResultId }: Placement): Placement {
  return {
    ...(goalId === undefined ? {} : { goalId }),
    ...(keyResultId === undefined ? {} : { keyResultId }),
  };
}

/** The measure that one reading is judged by: the definition, with what the reading overrides. */
export function measureOf(definition: Measure, against: Against | undefined): Measure {
  return against === undefined ? definition : ({ ...definition, ...against } as Measure);
}
