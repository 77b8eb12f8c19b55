import type { Instant } from '@plumbline/kernel';
import type { Order, StepOutcome } from './reorganisation.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
interface Asked {
  readonly act: string;
  readonly reorganisation: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type ReorganisationCommand = OrderReorganisation | RecordStep | StopReorganisation;

export interface OrderReorganisation extends Asked, Order {
  readonly type: 'OrderReorganisation';
  readonly reason: string;
}

/** Tells what became of the next step, after the structure was changed. The last completes it. */
export interface RecordStep extends Asked, StepOutcome {
  readonly type: 'RecordStep';
  readonly step: number;
}

/** No further step is taken. What was moved stays so. */
export interface StopReorganisation extends Asked {
  readonly type: 'StopReorganisation';
  readonly reason: string;
}
