import type { FactOf, GoalsPublished } from '@plumbline/contracts';
import type { Day } from '@plumbline/kernel';
import type { View } from '@plumbline/views';

type GoalsFact = FactOf<GoalsPublished>;

/** What a goal came to, as it was told when it was closed. */
export interface GoalOutcome {
  readonly goalId: string;
  /** `person:` or `unit:`, with whose it is. */
  readonly owner: string;
  readonly endsOn: Day;
  /** How far it is counts in no figure that others see. */
  readonly isPrivate: boolean;
  /** Null while it is open, and where nothing was measured. */
  readonly attainment: number | null;
}

export const goalOutcome: View<GoalOutcome, GoalsFact> = {
  name: 'goal-outcome',
  version: 1,
  context: 'goals',
  published: true,
  keys: ({ fact }) => (isTold(fact) ? [fact.data.goalId] : []),
  fold: (goal, { fact }) => {
    if (!isTold(fact)) return goal;
    if (fact.type === 'goals.GoalActivated.v1') return activated(fact.data);
    return goal === undefined ? undefined : { ...goal, ...change(fact) };
  },
  index: ({ owner, endsOn }) => ({ owner, month: endsOn.slice(0, 7) }),
};

const told = [
  ...(['goals.GoalActivated.v1', 'goals.PeriodAmended.v1', 'goals.GoalTransferred.v1'] as const),
  ...(['goals.VisibilityChanged.v1', 'goals.GoalClosed.v1'] as const),
];
type Told = Extract<GoalsFact, { readonly type: (typeof told)[number] }>;

function isTold(fact: GoalsFact): fact is Told {
  return told.some((type) => type === fact.type);
}

function activated(data: GoalsPublished['goals.GoalActivated.v1']): GoalOutcome {
  const { goalId, owner, period, visibility = 'public' } = data;
  const isPrivate = visibility === 'private';
  return { goalId, owner, endsOn: period.end, isPrivate, attainment: null };
}

function change(fact: Exclude<Told, { type: 'goals.GoalActivated.v1' }>): Partial<GoalOutcome> {
  switch (fact.type) {
    case 'goals.PeriodAmended.v1':
      return { endsOn: fact.data.to.end };
    case 'goals.GoalTransferred.v1':
      return { owner: fact.data.to };
    case 'goals.VisibilityChanged.v1':
      return { isPrivate: fact.data.to === 'private' };
    case 'goals.GoalClosed.v1':
      return { attainment: fact.data.attainment };
  }
}
