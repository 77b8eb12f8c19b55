import type { Day, Instant } from '@plumbline/kernel';
import type { Credit, Hypothesis, Result, Reuser, Settlement } from './experiment.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly ideaId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type ExperimentCommand =
  SubmitIdea | AmendCredit | StartExperiment | ConcludeExperiment | SettleIdea | ReuseLesson;

export interface SubmitIdea extends Asked {
  readonly type: 'SubmitIdea';
  readonly owner: string;
  readonly credit: Credit;
  /** The signal of a strategy that the idea answers. */
  readonly signalId?: string;
  readonly words: { readonly title: string; readonly description?: string };
}

export interface AmendCredit extends Asked {
  readonly type: 'AmendCredit';
  readonly credit: Credit;
  readonly reason: string;
}

export interface StartExperiment extends Asked {
  readonly type: 'StartExperiment';
  readonly hypothesis: Hypothesis;
  /** The last day of the experiment, as planned. */
  readonly until: Day;
  readonly words: { readonly hypothesis: string };
}

export interface ConcludeExperiment extends Asked, Result {
  readonly type: 'ConcludeExperiment';
  readonly lesson: string;
}

export interface SettleIdea extends Asked {
  readonly type: 'SettleIdea';
  readonly outcome: Settlement;
  readonly reason: string;
}

export interface ReuseLesson extends Asked {
  readonly type: 'ReuseLesson';
  readonly by: Reuser;
}
