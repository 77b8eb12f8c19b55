import type { Day, Instant } from '@plumbline/kernel';
import type { Agreed, Meeting } from './one-to-one.ts';

/** Every command carries its own id, who of the two acts, its time, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly oneToOneId: string;
  readonly at: Instant;
  readonly now: Instant;
  readonly by: string;
}

export type OneToOneCommand =
  HoldOneToOne | CorrectOneToOne | AgreeAction | CompleteAction | DropAction;

export interface HoldOneToOne extends Asked, Meeting {
  readonly type: 'HoldOneToOne';
  readonly agenda: readonly string[];
}

/** Mends the day of a meeting: how often two people meet is told from it. */
export interface CorrectOneToOne extends Asked {
  readonly type: 'CorrectOneToOne';
  readonly on: Day;
  readonly reason: string;
}

/** The action has the id of the act that agrees it. */
export interface AgreeAction extends Asked, Agreed {
  readonly type: 'AgreeAction';
  readonly action: string;
}

export interface CompleteAction extends Asked {
  readonly type: 'CompleteAction';
  readonly actionId: string;
}

export interface DropAction extends Asked {
  readonly type: 'DropAction';
  readonly actionId: string;
  readonly reason: string;
}
