import type { GoalsPublished, PublishedMeasure } from '@plumbline/contracts';
import { never } from '@plumbline/kernel';
import type { GoalsFact } from './facts.ts';
import type { Measure } from './measure.ts';

/** A published fact by its name: what passes the gate. */
export type Published = {
  [Type in keyof GoalsPublished]: { readonly type: Type; readonly data: GoalsPublished[Type] };
}[keyof GoalsPublished];

/**
 * The gate: what others may see of a stored fact, or null. Drafts stay private until they are
 * activated, plans and words never leave, and free text is in no published fact.
 */
export function publish(fact: GoalsFact): Published | null {
  switch (fact.type) {
    case 'GoalActivated': {
      const { goalId, kind, period } = fact;
      const keyResults = fact.keyResults.map(({ id, weight }) => ({ id, weight }));
      const owner = fact.owner;
      return { type: 'goals.GoalActivated.v1', data: { goalId, owner, kind, period, keyResults } };
    }
    case 'TargetAmended': {
      const { goalId, keyResultId } = fact;
      const data = { goalId, keyResultId, from: measure(fact.from), to: measure(fact.to) };
      return { type: 'goals.TargetAmended.v1', data };
    }
    case 'ProgressCheckedIn': {
      const { goalId, keyResultId, act: checkInId, value, done, confidence, late } = fact;
      const data = { goalId, keyResultId, checkInId, value, done, confidence, late };
      return { type: 'goals.ProgressCheckedIn.v1', data };
    }
    case 'CheckInCorrected': {
      const { goalId, keyResultId, checkInId, to } = fact;
      return { type: 'goals.CheckInCorrected.v1', data: { goalId, keyResultId, checkInId, to } };
    }
    case 'GoalTransferred': {
      const { goalId, from, to } = fact;
      return { type: 'goals.GoalTransferred.v1', data: { goalId, from, to } };
    }
    case 'GoalClosed': {
      const { goalId, score, grade, attainment } = fact;
      return { type: 'goals.GoalClosed.v1', data: { goalId, score, grade, attainment } };
    }
    case 'KpiDefined':
    case 'KpiRedefined': {
      const { kpiId, version } = fact;
      const data = { kpiId, version, ...placed(fact), measure: measure(fact.measure) };
      return { type: 'goals.KpiDefined.v1', data };
    }
    case 'KpiMeasured': {
      const { kpiId, version, act: measurementId, period, value, late } = fact;
      const data = { kpiId, version, ...placed(fact), measurementId, period, value, late };
      return { type: 'goals.KpiMeasured.v1', data };
    }
    case 'GoalDrafted':
    case 'GoalRedrafted':
    case 'GoalReworded':
    case 'GoalWithdrawn':
    case 'WeightAmended':
    case 'PeriodAmended':
    case 'CadenceAmended':
    case 'KeyResultAdded':
    case 'KeyResultDropped':
      return null;
    default:
      return never(fact);
  }
}

function placed({ goalId, keyResultId }: { goalId?: string; keyResultId?: string }) {
  return {
    ...(goalId === undefined ? {} : { goalId }),
    ...(keyResultId === undefined ? {} : { keyResultId }),
  };
}

/** Milestones have ids of the owner's making; only how many there are is nobody's business. */
function measure(of: Measure): PublishedMeasure {
  return of.kind === 'milestones' ? { kind: of.kind } : of;
}
