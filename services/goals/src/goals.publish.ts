import type { FactOf, GoalsPublished } from '@plumbline/contracts';
import type { AlignmentFact } from './alignment/alignment.ts';
import type { ExperimentFact } from './experiment/experiment.ts';
import type { GoalFact, KeyResult } from './goal/goal.ts';
import type { KpiFact } from './kpi/kpi.ts';
import type { StrategyFact } from './strategy/strategy.ts';
import { never } from '@plumbline/kernel';
import type { GoalsFact } from './facts.ts';

/** A published fact by its name: what passes the gate. */
export type Published = FactOf<GoalsPublished>;

/**
 * The gate: what others may see of a stored fact, or null. Drafts stay private until they are
 * activated, plans and words never leave, and free text is in no published fact.
 */
export function publish(fact: GoalsFact): Published | null {
  if ('strategyId' in fact) return ofStrategy(fact);
  if ('alignmentId' in fact) return ofAlignment(fact);
  if ('ideaId' in fact) return ofIdea(fact);
  return 'kpiId' in fact ? ofKpi(fact) : ofGoal(fact);
}

function ofGoal(fact: GoalFact): Published | null {
  switch (fact.type) {
    case 'GoalActivated': {
      const { goalId, owner, kind, period, visibility } = fact;
      const keyResults = fact.keyResults.map(published);
      const hidden = visibility === undefined ? {} : { visibility };
      const data = { goalId, owner, kind, period, keyResults, ...hidden };
      return { type: 'goals.GoalActivated.v1', data };
    }
    case 'VisibilityChanged': {
      const { goalId, from, to } = fact;
      return { type: 'goals.VisibilityChanged.v1', data: { goalId, from, to } };
    }
    case 'TargetAmended': {
      const { goalId, keyResultId } = fact;
      const data = { goalId, keyResultId, from: fact.from, to: fact.to };
      return { type: 'goals.TargetAmended.v1', data };
    }
    case 'WeightAmended': {
      const { goalId, keyResultId, from, to } = fact;
      return { type: 'goals.WeightAmended.v1', data: { goalId, keyResultId, from, to } };
    }
    case 'PeriodAmended': {
      const { goalId, from, to } = fact;
      return { type: 'goals.PeriodAmended.v1', data: { goalId, from, to } };
    }
    case 'KeyResultAdded': {
      const { goalId, keyResult } = fact;
      const data = { goalId, keyResult: published(keyResult) };
      return { type: 'goals.KeyResultAdded.v1', data };
    }
    case 'KeyResultDropped': {
      const { goalId, keyResultId } = fact;
      return { type: 'goals.KeyResultDropped.v1', data: { goalId, keyResultId } };
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
    case 'GoalDrafted':
    case 'GoalRedrafted':
    case 'GoalReworded':
    case 'GoalWithdrawn':
    case 'CadenceAmended':
      return null;
    default:
      return never(fact);
  }
}

function ofKpi(fact: KpiFact): Published {
  switch (fact.type) {
    case 'KpiDefined':
    case 'KpiRedefined': {
      const { kpiId, version } = fact;
      const data = { kpiId, version, ...placed(fact), measure: fact.measure };
      return { type: 'goals.KpiDefined.v1', data };
    }
    case 'KpiMeasured': {
      const { kpiId, version, act: measurementId, period, value, late } = fact;
      const data = { kpiId, version, ...placed(fact), measurementId, period, value, late };
      return { type: 'goals.KpiMeasured.v1', data };
    }
    default:
      return never(fact);
  }
}

/** Themes by their ids and weights; what they are called is text and stays within. */
function ofStrategy(fact: StrategyFact): Published {
  const { strategyId } = fact;
  switch (fact.type) {
    case 'StrategyPublished': {
      const { owner, from, until, themes } = fact;
      const data = { strategyId, owner, from, until, themes };
      return { type: 'goals.StrategyPublished.v1', data };
    }
    case 'StrategyRevised': {
      const { owner, from, until, themes } = fact;
      const data = { strategyId, owner, from, until, themes };
      return { type: 'goals.StrategyRevised.v1', data };
    }
    case 'StrategyRetired':
      return { type: 'goals.StrategyRetired.v1', data: { strategyId, on: fact.on } };
    case 'StrategySignalRaised': {
      const { signalId, kind, themeId } = fact;
      const data = { strategyId, signalId, kind, themeId };
      return { type: 'goals.StrategySignalRaised.v1', data };
    }
    default:
      return never(fact);
  }
}

function ofAlignment(fact: AlignmentFact): Published {
  const { alignmentId, child, parent } = fact;
  switch (fact.type) {
    case 'GoalAligned': {
      const { mode, share, from } = fact;
      const data = { alignmentId, child, parent, mode, share, from };
      return { type: 'goals.GoalAligned.v1', data };
    }
    case 'GoalUnaligned': {
      const data = { alignmentId, child, parent, on: fact.on };
      return { type: 'goals.GoalUnaligned.v1', data };
    }
    default:
      return never(fact);
  }
}

function ofIdea(fact: ExperimentFact): Published {
  const { ideaId } = fact;
  switch (fact.type) {
    case 'IdeaSubmitted': {
      const { owner, credit, signalId } = fact;
      const answered = signalId === undefined ? {} : { signalId };
      return { type: 'goals.IdeaSubmitted.v1', data: { ideaId, owner, credit, ...answered } };
    }
    case 'CreditAmended':
      return { type: 'goals.CreditAmended.v1', data: { ideaId, credit: fact.credit } };
    case 'ExperimentStarted': {
      const { hypothesis, until } = fact;
      return { type: 'goals.ExperimentStarted.v1', data: { ideaId, hypothesis, until } };
    }
    case 'ExperimentConcluded': {
      const { outcome, value, completed } = fact;
      const data = { ideaId, outcome, value, completed };
      return { type: 'goals.ExperimentConcluded.v1', data };
    }
    case 'IdeaSettled':
      return { type: 'goals.IdeaSettled.v1', data: { ideaId, outcome: fact.outcome } };
    case 'LessonReused':
      return { type: 'goals.LessonReused.v1', data: { ideaId, by: fact.by } };
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

/** With how it is measured, so that others come to the same attainment. */
function published({ id, weight, measure }: KeyResult) {
  return { id, weight, measure };
}
