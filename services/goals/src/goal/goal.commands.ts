import type { Instant } from '@plumbline/kernel';
import type { Period } from '../measure.ts';
import type { Draft, GoalKind, KeyResult, Progress, Visibility } from './goal.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly goalId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type GoalCommand =
  | DraftGoal
  | RedraftGoal
  | ActivateGoal
  | AmendGoal
  | CheckInProgress
  | CorrectCheckIn
  | TransferGoal
  | CloseGoal
  | WithdrawGoal;

export interface DraftGoal extends Asked, Draft {
  readonly type: 'DraftGoal';
  readonly owner: string;
  readonly reference?: string;
  readonly words: Words;
}

export interface RedraftGoal extends Asked, Partial<Draft> {
  readonly type: 'RedraftGoal';
  readonly words: Words;
}

export interface ActivateGoal extends Asked {
  readonly type: 'ActivateGoal';
  readonly kind: GoalKind;
}

export interface AmendGoal extends Asked {
  readonly type: 'AmendGoal';
  readonly reason: string;
  readonly words: Words;
  readonly period?: Period;
  readonly cadenceDays?: number;
  readonly visibility?: Visibility;
  /** The signal of a strategy that this answers. */
  readonly signal?: string;
  readonly targets: readonly TargetChange[];
  readonly weights: readonly { readonly keyResultId: string; readonly weight: number }[];
  readonly add: readonly KeyResult[];
  readonly drop: readonly string[];
}

export interface TargetChange {
  readonly keyResultId: string;
  readonly target?: number;
  readonly low?: number;
  readonly high?: number;
}

export interface CheckInProgress extends Asked, Omit<Progress, 'source'> {
  readonly type: 'CheckInProgress';
  readonly keyResultId: string;
  readonly source: string;
  readonly narrative?: string | undefined;
}

export interface CorrectCheckIn extends Asked {
  readonly type: 'CorrectCheckIn';
  readonly checkInId: string;
  readonly to: Partial<Omit<Progress, 'source'>> | null;
  readonly reason: string;
}

export interface TransferGoal extends Asked {
  readonly type: 'TransferGoal';
  readonly to: string;
  readonly reason: string;
}

export interface CloseGoal extends Asked {
  readonly type: 'CloseGoal';
  readonly score: number;
  readonly lesson: string;
  readonly postMortem?: string;
}

export interface WithdrawGoal extends Asked {
  readonly type: 'WithdrawGoal';
  readonly reason: string;
}

/** What people wrote, by field: `title`, `description`, `keyResult.<id>`, `milestone.<kr>.<id>`. */
export type Words = Readonly<Record<string, string | undefined>>;
