import type { Day, Instant } from '@plumbline/kernel';
import type { SignalKind, StrategyPlan, Theme } from './strategy.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly strategyId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type StrategyCommand = PublishStrategy | ReviseStrategy | RetireStrategy | RaiseSignal;

export interface PublishStrategy extends Asked, StrategyPlan {
  readonly type: 'PublishStrategy';
  readonly owner: string;
  readonly words: Words;
}

/** What is not given stays as it is. */
export interface ReviseStrategy extends Asked {
  readonly type: 'ReviseStrategy';
  readonly from?: Day;
  readonly until?: Day | null;
  readonly themes?: readonly Theme[];
  readonly words: Words;
  readonly reason: string;
}

export interface RetireStrategy extends Asked {
  readonly type: 'RetireStrategy';
  /** The first day on which the strategy is no more. */
  readonly on: Day;
  readonly reason: string;
}

/** The signal has the id of the act that raises it; amendments of goals cite it by that. */
export interface RaiseSignal extends Asked {
  readonly type: 'RaiseSignal';
  readonly kind: SignalKind;
  readonly themeId: string | null;
  readonly what: string;
}

/** What people wrote, by field: `title`, `theme.<id>`. */
export type Words = Readonly<Record<string, string | undefined>>;
