import type { GoalsPublished } from '@plumbline/contracts';
import type { PublishedFact } from '@plumbline/feed';
import type { Instant } from '@plumbline/kernel';

/** What the policy asks for: a check-in on the key result that a KPI feeds. */
export interface FedCheckIn {
  readonly goalId: string;
  readonly keyResultId: string;
  readonly value: number;
  readonly source: string;
  readonly at: Instant;
}

/**
 * A KPI that feeds a key result checks in for it: whoever records the measurement need not enter
 * it twice. A reading without a value says nothing of progress, so it gives no check-in.
 */
export function checkInOnKpiMeasured({
  data,
  effectiveAt: at,
}: Pick<
  PublishedFact<GoalsPublished['goals.KpiMeasured.v1']>,
  'data' | 'effectiveAt'
>): readonly FedCheckIn[] {
  const { goalId, keyResultId, kpiId, value } = data;
  if (goalId === undefined || keyResultId === undefined || value === null) return [];
  return [{ goalId, keyResultId, value, source: `kpi:${kpiId}`, at }];
}
