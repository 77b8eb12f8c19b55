import type { Instant } from '@plumbline/kernel';
import type { Terms } from './programme.ts';

/** Every command carries its own id, its time in the world, and the server's time. */
export interface Asked {
  readonly act: string;
  readonly programmeId: string;
  readonly at: Instant;
  readonly now: Instant;
}

export type ProgrammeCommand = DefineProgramme | ReviseProgramme;

export interface DefineProgramme extends Asked, Terms {
  readonly type: 'DefineProgramme';
  readonly words: Words;
}

/** What is not given stays. A value or reward that a given list leaves out is withdrawn. */
export interface ReviseProgramme extends Asked, Partial<Terms> {
  readonly type: 'ReviseProgramme';
  readonly words: Words;
  readonly reason: string;
}

/** The names that people gave, by field: `value.<id>`, `reward.<id>`. */
export type Words = Readonly<Record<string, string | undefined>>;
