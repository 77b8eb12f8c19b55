import type { Instant } from '@plumbline/kernel';
import type { OpeningTimes, Targets } from './service-level.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly serviceLevelId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type ServiceLevelCommand = DefineServiceLevel | ReviseServiceLevel;

export interface DefineServiceLevel extends Asked {
  readonly type: 'DefineServiceLevel';
  readonly targets: Targets;
  readonly opening: OpeningTimes;
  readonly words: { readonly name: string };
}

/** What is left out stays as it is. Cases that are open keep what they were opened by. */
export interface ReviseServiceLevel extends Asked {
  readonly type: 'ReviseServiceLevel';
  readonly targets?: Targets;
  readonly opening?: OpeningTimes;
  readonly words: { readonly name?: string; readonly reason: string };
}
