import type { Instant } from '@plumbline/kernel';
import type { Formula } from '../measure.ts';
import type { Counted } from './counting.ts';
import type { Pinned, Scope, SourceRef } from './source.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type MetricReleaseCommand = PublishRelease | RestateRelease;

/** How a release is counted, as its definition has it. */
export interface Terms {
  readonly definition: Pinned;
  readonly formula: Formula;
  /** Null: a release names it. */
  readonly question: string | null;
  readonly minN: number;
  readonly dimensions: readonly string[] | null;
}

export interface PublishRelease extends Asked, Counting {
  readonly type: 'PublishRelease';
  readonly releaseId: string;
  readonly source: SourceRef;
  readonly terms: Terms;
  readonly scope: Scope;
}

/** Counts the answers of an earlier release again, by the same version and over the same span. */
export interface RestateRelease extends Asked, Counting {
  readonly type: 'RestateRelease';
  readonly releaseId: string;
  readonly ref: string;
  readonly position: Scope['position'];
}

export interface Counting {
  /** What was promised to those who answered; a release may ask for more. */
  readonly promised: number;
  readonly counted: Counted;
  /**
   * The earlier releases that it was counted beside, by their ids: those of spans that touch its
   * own. Another one since then, and it has to be counted again.
   */
  readonly beside: readonly string[];
}
