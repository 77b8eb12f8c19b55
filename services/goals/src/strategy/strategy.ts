import type { Day, Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a strategy: its themes and how long it holds, what it became, and the
 * signals that plans are to answer. Titles, and the words of a signal, are in `text`.
 */
export type StrategyFact =
  | (Act & { type: 'StrategyPublished'; owner: string; text: Text } & StrategyPlan)
  | (Act & { type: 'StrategyRevised'; owner: string; text: Text } & StrategyPlan & Revision)
  | (Act & { type: 'StrategyRetired'; on: Day; text: Text })
  | (Act & { type: 'StrategySignalRaised'; text: Text } & Signal);

interface Act {
  readonly act: string;
  readonly strategyId: string;
  readonly at: Instant;
}

export interface StrategyPlan {
  readonly from: Day;
  /** The first day on which it holds no more; null: until it is retired. */
  readonly until: Day | null;
  readonly themes: readonly Theme[];
}

interface Revision {
  readonly before: StrategyPlan;
}

export interface Theme {
  readonly id: string;
  readonly perspective: Perspective;
  readonly weight: number;
}

export type Perspective = 'financial' | 'customer' | 'process' | 'growth';

interface Signal {
  readonly signalId: string;
  readonly kind: SignalKind;
  /** The theme that it touches; null: the strategy as a whole. */
  readonly themeId: string | null;
}

export type SignalKind = 'market' | 'customer' | 'regulation' | 'technology' | 'internal';

export type Strategy = { readonly stage: 'none' } | LiveStrategy;

export interface LiveStrategy extends StrategyPlan {
  readonly stage: 'published' | 'retired';
  readonly strategyId: string;
  readonly owner: string;
  /** The first day on which it is no more, when it is retired. */
  readonly retiredOn: Day | null;
  readonly publishedAt: Instant;
  /** Since when the newest change of the plan holds. Signals change no plan. */
  readonly alteredAt: Instant;
  readonly acts: Readonly<Record<string, true>>;
}

export const initialStrategy: Strategy = { stage: 'none' };

export function evolveStrategy(strategy: Strategy, fact: StrategyFact): Strategy {
  if (fact.type === 'StrategyPublished') return published(fact);
  if (strategy.stage === 'none') return strategy;
  const acts: LiveStrategy['acts'] = { ...strategy.acts, [fact.act]: true };
  switch (fact.type) {
    case 'StrategyRevised':
      return { ...strategy, ...planOf(fact), alteredAt: fact.at, acts };
    case 'StrategyRetired':
      return { ...strategy, stage: 'retired', retiredOn: fact.on, alteredAt: fact.at, acts };
    case 'StrategySignalRaised':
      return { ...strategy, acts };
  }
}

function published(fact: StrategyFact & { type: 'StrategyPublished' }): LiveStrategy {
  const { strategyId, owner, at, act } = fact;
  return {
    ...{ stage: 'published', strategyId, owner, ...planOf(fact), retiredOn: null },
    ...{ publishedAt: at, alteredAt: at, acts: { [act]: true } },
  };
}

export function planOf({ from, until, themes }: StrategyPlan): StrategyPlan {
  return { from, until, themes };
}
