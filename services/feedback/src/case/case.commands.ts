import type { Instant } from '@plumbline/kernel';
import type { Agreement, Clock, Origin } from './case.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly caseId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type ServiceCaseCommand =
  OpenCase | RespondToCase | PauseClock | ResumeClock | ResolveCase | ReopenCase | MarkSlaBreached;

export interface OpenCase extends Asked, Agreement, Origin {
  readonly type: 'OpenCase';
  readonly words: { readonly customer: string; readonly summary?: string };
}

/** As it is asked for: what is promised, the service level says. */
export type OpenCaseAsked = Omit<OpenCase, 'slaVersion' | 'targets' | 'calendar'>;

/** Only the first response counts; others are no facts. */
export interface RespondToCase extends Asked {
  readonly type: 'RespondToCase';
}

export interface PauseClock extends Asked {
  readonly type: 'PauseClock';
  /** A code of what is waited for, as `customer` or `supplier`. */
  readonly cause: string;
}

export interface ResumeClock extends Asked {
  readonly type: 'ResumeClock';
}

export interface ResolveCase extends Asked {
  readonly type: 'ResolveCase';
}

export interface ReopenCase extends Asked {
  readonly type: 'ReopenCase';
  readonly reason: string;
}

/** Asked by a timer; decided by what the clock says. */
export interface MarkSlaBreached extends Asked {
  readonly type: 'MarkSlaBreached';
  readonly clock: Clock;
}
