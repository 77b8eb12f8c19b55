import type { FactOf, GoalsPublished } from '@plumbline/contracts';
import type { View } from '@plumbline/views';
import { indexOfPart, partKey, withFact, type CopiedPart } from './evidence-copy.ts';

type GoalsFact = FactOf<GoalsPublished>;

const goalTypes = [
  ...(['goals.GoalActivated.v1', 'goals.GoalTransferred.v1', 'goals.GoalClosed.v1'] as const),
  ...(['goals.TargetAmended.v1', 'goals.WeightAmended.v1', 'goals.PeriodAmended.v1'] as const),
  ...(['goals.KeyResultAdded.v1', 'goals.KeyResultDropped.v1'] as const),
  ...(['goals.ProgressCheckedIn.v1', 'goals.CheckInCorrected.v1'] as const),
  ...(['goals.VisibilityChanged.v1'] as const),
] as const;

/** Facts of which one sees how far a goal is, and whose it was when. */
export type GoalEvidence = Extract<GoalsFact, { readonly type: (typeof goalTypes)[number] }>;

/** Reviews' own copy of what was published of goals; found by who ever answered for them. */
export const evidenceGoals: View<CopiedPart<GoalEvidence>, GoalsFact> = {
  name: 'evidence-goals',
  version: 2,
  context: 'goals',
  published: true,
  keys: ({ fact, revision }) => {
    return isEvidence(fact) ? [partKey(fact.data.goalId, revision)] : [];
  },
  fold: (part, recorded) => {
    const { fact } = recorded;
    if (!isEvidence(fact)) return part;
    const named = { of: fact.data.goalId, about: ownersIn(fact) };
    return withFact(part, { ...recorded, fact }, named);
  },
  index: indexOfPart,
};

function isEvidence(fact: GoalsFact): fact is GoalEvidence {
  return goalTypes.some((type) => type === fact.type);
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
