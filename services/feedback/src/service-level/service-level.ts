import type { Day, Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a service level: what customers are promised, and each later version of it.
 * A case keeps the version that it was opened by. Names and reasons are in `text`.
 */
export type ServiceLevelFact =
  | (Act & { type: 'ServiceLevelDefined'; text: Text } & Terms)
  | (Act & { type: 'ServiceLevelRevised'; text: Text } & Terms);

interface Act {
  readonly act: string;
  readonly serviceLevelId: string;
  readonly at: Instant;
}

export interface Terms {
  /** From 1; each revision adds one. */
  readonly version: number;
  readonly targets: Targets;
  readonly opening: OpeningTimes;
}

/** In minutes of opening hours; null: nothing is promised. */
export interface Targets {
  readonly firstResponse: number | null;
  readonly resolution: number | null;
}

/** When the service is open, by the clock on the wall of a zone. */
export interface OpeningTimes {
  /** As the IANA names it: `Europe/Berlin`. */
  readonly zone: string;
  /** Opening hours of a week in minutes since its Monday began, in order and apart. */
  readonly week: readonly Hours[];
  /** Days of the zone on which it stays closed, in order. */
  readonly holidays: readonly Day[];
}

/** Open from a minute to the one before `until`. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}

export type ServiceLevel = { readonly stage: 'none' } | DefinedLevel;

export interface DefinedLevel {
  readonly stage: 'defined';
  readonly serviceLevelId: string;
  /** Oldest first, one at least. */
  readonly versions: readonly LevelVersion[];
  readonly acts: Readonly<Record<string, true>>;
}

export interface LevelVersion extends Terms {
  /** It holds from then on, until the next one. */
  readonly since: Instant;
}

export const initialLevel: ServiceLevel = { stage: 'none' };

export function evolveLevel(level: ServiceLevel, fact: ServiceLevelFact): ServiceLevel {
  const { serviceLevelId, act, at, version, targets, opening } = fact;
  const newest: LevelVersion = { since: at, version, targets, opening };
  if (fact.type === 'ServiceLevelDefined') {
    return { stage: 'defined', serviceLevelId, versions: [newest], acts: { [act]: true } };
  }
  if (level.stage === 'none') return level;
  const acts = { ...level.acts, [act]: true as const };
  return { ...level, versions: [...level.versions, newest], acts };
}

/** The version that held at an instant; undefined before the first. */
export function versionAt(level: DefinedLevel, at: Instant): LevelVersion | undefined {
  return level.versions.findLast(({ since }) => since <= at);
}
