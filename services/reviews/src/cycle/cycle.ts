import type { Day, Instant, Text } from '@plumbline/kernel';

/**
 * What is recorded of a review cycle: what was planned, who is in it since the launch, and its
 * stages, one after the other. This is a storage contract: a change of meaning is a new version.
 *
 * `act` is the id of the act that made the fact; the same act never decides twice. `position` is
 * the place in the log up to which facts count for every review of the cycle, late joiners'
 * included: what is recorded later is late evidence. Title and reasons are in `text`.
 */
export type CycleFact =
  | (Act & { type: 'CyclePlanned'; by: string; text: Text } & Plan)
  | (Act & { type: 'CycleLaunched'; by: string } & Pin)
  | (Act & { type: 'PopulationPinned'; page: number; members: readonly Member[] })
  | (Act & { type: 'LateJoinerAdded'; by: string; member: Member })
  | (Act & { type: Exclude<Step, 'CycleCancelled'>; by: string })
  | (Act & { type: 'FinalisingBegun'; by: string })
  | (Act & { type: 'CycleCancelled'; by: string; text: Text });

/** Steps that say no more than that they were taken. */
export type Step =
  | 'CollectingBegun'
  | 'CalibratingBegun'
  | 'CycleLocked'
  | 'CycleReleased'
  | 'CycleClosed'
  | 'CycleCancelled';

interface Act {
  readonly act: string;
  readonly cycleId: string;
  readonly at: Instant;
}

export interface Plan {
  readonly period: Period;
  readonly template: Pinned;
  readonly pack: Pinned;
  readonly population: Population;
  readonly peers: Peers;
  readonly due: Due;
}

export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** A template or a rule pack as it was published: whatever comes later, this version holds. */
export interface Pinned {
  readonly id: string;
  readonly version: number;
  readonly hash: string;
}

/** Who works in these units, and in all below them; null is everybody. */
export interface Population {
  readonly units: readonly string[] | null;
}

/** Fixed with the plan: what was promised to those who answer is never weakened. */
export interface Peers {
  readonly mode: 'named' | 'anonymous';
  /** Of anonymous ones fewer than these are shown to nobody. */
  readonly min: number;
}

/** The last days, wherever on earth people are. */
export interface Due {
  readonly self: Day;
  readonly peer: Day;
  readonly manager: Day;
  readonly acknowledge: Day;
}

export interface Pin {
  /** The moment of the launch. */
  readonly asOf: Instant;
  /** The same as a place in the log. */
  readonly position: string;
  readonly n: number;
  /** SHA-256 of the canonical JSON of all members, in the order of the pages. */
  readonly frameHash: string;
}

export interface Member {
  readonly person: string;
  readonly reviewId: string;
  /** The post that the person held at the launch. */
  readonly post?: string;
  readonly accountable: readonly Accountable[];
}

/** Who answers for which part of the period; both days are within, and leave is not counted. */
export interface Accountable {
  readonly manager: string;
  readonly from: Day;
  readonly to: Day;
  readonly days: number;
}

export const cycleStages = [
  'planned',
  'launched',
  'collecting',
  'calibrating',
  'locked',
  'released',
  'closed',
  'cancelled',
] as const;
export type CycleStage = (typeof cycleStages)[number];

/**
 * Whether sections of a review are written where its cycle is. A review that was reopened, of a
 * revision above 1, goes on by itself, but in a cycle that was cancelled.
 */
export function isWrittenIn(stage: CycleStage | 'none', revision: number): boolean {
  const isReopened = revision > 1 && stage !== 'cancelled';
  return isReopened || stage === 'launched' || stage === 'collecting';
}

export type Cycle = { readonly stage: 'none' } | LiveCycle;

export interface LiveCycle extends Plan {
  readonly stage: CycleStage;
  readonly plannedAt: Instant;
  readonly cycleId: string;
  readonly pin: Pin | null;
  /** In the pages in which they were pinned: one more copies none of those before. */
  readonly pages: readonly (readonly Member[])[];
  /** A review is finalised, or is about to be: the cycle goes on to its end. */
  readonly isFinalising: boolean;
  /** Acts that were recorded: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export const initialCycle: Cycle = { stage: 'none' };

export function evolveCycle(cycle: Cycle, fact: CycleFact): Cycle {
  if (fact.type === 'CyclePlanned') return planned(fact);
  if (cycle.stage === 'none') return cycle;
  return { ...cycle, ...change(cycle, fact), acts: { ...cycle.acts, [fact.act]: true } };
}

function planned(fact: CycleFact & { type: 'CyclePlanned' }): LiveCycle {
  const { act, at, cycleId, period, template, pack, population, peers, due } = fact;
  return {
    ...{ stage: 'planned', cycleId, period, template, pack, population, peers, due },
    ...{ plannedAt: at, pin: null, pages: [], isFinalising: false, acts: { [act]: true } },
  };
}

function change(
  { pages }: LiveCycle,
  fact: Exclude<CycleFact, { type: 'CyclePlanned' }>,
): Partial<LiveCycle> {
  switch (fact.type) {
    case 'CycleLaunched': {
      const { asOf, position, n, frameHash } = fact;
      return { stage: 'launched', pin: { asOf, position, n, frameHash } };
    }
    case 'PopulationPinned':
      return { pages: [...pages, fact.members] };
    case 'LateJoinerAdded':
      return { pages: [...pages, [fact.member]] };
    case 'FinalisingBegun':
      return { isFinalising: true };
    default:
      return { stage: stageAfter[fact.type] };
  }
}

export const stageAfter: Readonly<Record<Step, CycleStage>> = {
  CollectingBegun: 'collecting',
  CalibratingBegun: 'calibrating',
  CycleLocked: 'locked',
  CycleReleased: 'released',
  CycleClosed: 'closed',
  CycleCancelled: 'cancelled',
};

/** As a member of the cycle, if they are one. */
export function memberIn({ pages }: LiveCycle, person: string): Member | undefined {
  for (const page of pages) {
    const found = page.find((one) => one.person === person);
    if (found !== undefined) return found;
  }
  return undefined;
}
