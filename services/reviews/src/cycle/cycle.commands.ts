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
  PlanCycle | LaunchCycle | AddLateJoiner | LockCycle | CancelCycle | StepCycle;

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

/** How many reviews are neither finalised nor ended was counted by the handler, up to a page. */
export interface LockCycle extends Asked {
  readonly type: 'LockCycle';
  readonly unsettled: number;
}

/** How many reviews are finalised was counted by the handler, up to a page. */
export interface CancelCycle extends Asked {
  readonly type: 'CancelCycle';
  readonly reason: string;
  readonly finalised: number;
}

export interface StepCycle extends Asked {
  readonly type: 'BeginCollecting' | 'BeginCalibrating' | 'ReleaseCycle' | 'CloseCycle';
}
