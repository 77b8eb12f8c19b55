import type { View } from '@plumbline/views';
import type { GoalsFact } from '../facts.ts';
import type { Period } from '../measure.ts';

/** A period that goals are set for, and how many are. */
export interface GoalPeriod extends Period {
  readonly goals: number;
}

/** Keyed by the name of the period. A goal that moves to another period counts there from then. */
export const goalPeriod: View<GoalPeriod, GoalsFact> = {
  name: 'goal-period',
  version: 1,
  context: 'goals',
  keys: ({ fact }) => {
    if (fact.type === 'GoalDrafted') return [fact.period.name];
    const move = moveOf(fact);
    return move === undefined ? [] : [...new Set([move.from.name, move.to.name])];
  },
  fold: (period, { fact }, key) => {
    const goals = period?.goals ?? 0;
    if (fact.type === 'GoalDrafted') return { ...fact.period, goals: goals + 1 };
    const move = moveOf(fact);
    if (move === undefined) return period;
    const joins = Number(move.to.name === key) - Number(move.from.name === key);
    const span = move.to.name === key ? move.to : period;
    return span === undefined || goals + joins <= 0 ? undefined : { ...span, goals: goals + joins };
  },
  index: () => ({}),
};

function moveOf(fact: GoalsFact): { from: Period; to: Period } | undefined {
  if (fact.type === 'PeriodAmended') return fact;
  if (fact.type === 'GoalRedrafted') return { from: fact.from.period, to: fact.period };
  return undefined;
}
