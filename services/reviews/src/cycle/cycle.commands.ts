import type { Instant } from '@plumbline/kernel';
import type { Member, Plan } from './cycle.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly cycleId: string;
  readonly at: Instant;
  readonly now: Instant;
  /** Who acts; the name of a policy where nobody does. */
  readonly by: string;
}

export type CycleCommand =
  | PlanCycle
  | LaunchCycle
  | AddLateJoiner
  | BeginCalibrating
  | BeginFinalising
  | LockCycle
  | CancelCycle
  | StepCycle;

export interface PlanCycle extends Asked, Plan {
  readonly type: 'PlanCycle';
  readonly title: string;
}

/** Who is in it, and as of when, was found out by the handler. */
export interface LaunchCycle extends Asked {
  readonly type: 'LaunchCycle';
  readonly position: string;
  readonly frameHash: string;
  readonly members: readonly Member[];
}

export interface AddLateJoiner extends Asked {
  readonly type: 'AddLateJoiner';
  readonly member: Member;
}

/** How many reviews it has had opened was counted by the handler. */
export interface BeginCalibrating extends Asked {
  readonly type: 'BeginCalibrating';
  readonly opened: number;
}

/** Comes before the first review of the cycle is finalised. */
export interface BeginFinalising extends Asked {
  readonly type: 'BeginFinalising';
}

/** How many are neither finalised nor ended was counted as well, up to a page. */
export interface LockCycle extends Asked {
  readonly type: 'LockCycle';
  readonly opened: number;
  readonly unsettled: number;
}

/** How many reviews are finalised was counted by the handler, up to a page. */
export interface CancelCycle extends Asked {
  readonly type: 'CancelCycle';
  readonly reason: string;
  readonly finalised: number;
}

export interface StepCycle extends Asked {
  readonly type: 'BeginCollecting' | 'ReleaseCycle' | 'CloseCycle';
}
