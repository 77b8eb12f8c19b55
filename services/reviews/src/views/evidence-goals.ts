import type { FactOf, GoalsPublished } from '@plumbline/contracts';
import type { View } from '@plumbline/views';
import { copyOfFact, factKey, indexOfCopy, type CopiedFact } from './evidence-copy.ts';

type GoalsFact = FactOf<GoalsPublished>;

const goalTypes = [
  ...(['goals.GoalActivated.v1', 'goals.GoalTransferred.v1', 'goals.GoalClosed.v1'] as const),
  ...(['goals.TargetAmended.v1', 'goals.WeightAmended.v1', 'goals.PeriodAmended.v1'] as const),
  ...(['goals.KeyResultAdded.v1', 'goals.KeyResultDropped.v1'] as const),
  ...(['goals.ProgressCheckedIn.v1', 'goals.CheckInCorrected.v1'] as const),
  ...(['goals.VisibilityChanged.v1'] as const),
] as const;

const evidence: ReadonlySet<string> = new Set(goalTypes);

/** Facts of which one sees how far a goal is, and whose it was when. */
export type GoalEvidence = Extract<GoalsFact, { readonly type: (typeof goalTypes)[number] }>;

/** Reviews' own copy of what was published of goals; found by who ever answered for them. */
export const evidenceGoals: View<CopiedFact<GoalEvidence>, GoalsFact> = {
  name: 'evidence-goals',
  version: 3,
  context: 'goals',
  published: true,
  once: true,
  keys: ({ fact, position }) => {
    return isEvidence(fact) ? [factKey(fact.data.goalId, position)] : [];
  },
  fold: (copied, recorded) => {
    const { fact } = recorded;
    if (!isEvidence(fact)) return copied;
    const named = { of: fact.data.goalId, about: ownersIn(fact) };
    return copyOfFact(fact, recorded, named);
  },
  index: indexOfCopy,
};

function isEvidence(fact: GoalsFact): fact is GoalEvidence {
  return evidence.has(fact.type);
}

function ownersIn(fact: GoalEvidence): readonly string[] {
  switch (fact.type) {
    case 'goals.GoalActivated.v1':
      return [fact.data.owner];
    case 'goals.GoalTransferred.v1':
      return [fact.data.from, fact.data.to];
    default:
      return [];
  }
}
