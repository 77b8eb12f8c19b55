import type { Day, Instant } from '@plumbline/kernel';
import type { Alignment, Mode, Parent } from './alignment.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
interface Asked {
  readonly act: string;
  readonly alignmentId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type AlignmentCommand = AlignGoal | UnalignGoal | RealignGoal;

export interface AlignGoal extends Asked, Alignment {
  readonly type: 'AlignGoal';
}

export interface UnalignGoal extends Asked {
  readonly type: 'UnalignGoal';
  /** The owner of the child, whose the reason is. */
  readonly owner: string;
  /** The first day on which the alignment is no more. */
  readonly on: Day;
  readonly reason: string;
}

/** Ends one alignment and begins another of the same goal; what is not given stays as it is. */
export interface RealignGoal extends Asked {
  readonly type: 'RealignGoal';
  readonly owner: string;
  /** The id of the alignment that begins. */
  readonly next: string;
  readonly parent: Parent;
  readonly mode?: Mode;
  readonly share?: number | null;
  readonly on: Day;
  readonly reason: string;
}
