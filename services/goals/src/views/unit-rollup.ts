import { figure, share, type Figure } from '@plumbline/statistics';

/** Progress by unit, from plain documents of one day, in any order. */
export interface UnitRollUpInput {
  readonly goals: readonly UnitGoal[];
  /** Every unit of that day with the one above it; null for a unit at the top. */
  readonly units: ReadonlyMap<string, string | null>;
  /** The unit of a person (`person:ada`) on that day; null when it is not known. */
  readonly unitOf: (owner: string) => string | null;
}

export interface UnitGoal {
  readonly goalId: string;
  readonly owner: string;
  readonly stage: 'draft' | 'active' | 'closed' | 'withdrawn';
  readonly weight: number;
  readonly progress: Figure;
  /** Null while it is not known. */
  readonly met: boolean | null;
}

export interface UnitRollUp {
  /** By code, ascending; units without a goal included. */
  readonly units: readonly UnitLine[];
  /** Goals whose owner has no unit that is known on that day: in no line above. */
  readonly unknown: UnitPool;
  /** All goals, each once. */
  readonly all: UnitPool;
}

export interface UnitLine {
  readonly unit: string;
  readonly parent: string | null;
  /** Goals of the unit itself and of its people. */
  readonly own: UnitPool;
  /** The same with those of every unit below. */
  readonly total: UnitPool;
}

/**
 * Counts and weights of a number of goals, active and closed. Larger pools are made of the goals
 * of smaller ones and never of their means: `progress` is Σ weight × progress / Σ weight over the
 * goals that have some, and `metShare` is met / (met + not met).
 */
export interface UnitPool {
  readonly goals: number;
  readonly active: number;
  readonly closed: number;
  readonly met: number;
  readonly notMet: number;
  readonly weight: number;
  readonly progress: Figure;
  readonly metShare: Figure;
}

export function unitRollUp({ goals, units, unitOf }: UnitRollUpInput): UnitRollUp {
  const own = new Map<string, Sums>();
  const [unknown, all] = [noSums(), noSums()];
  for (const goal of countedOnce(goals)) {
    const unit = ownerUnit(goal.owner, unitOf);
    const sums = unit !== null && units.has(unit) ? sumsOf(own, unit) : unknown;
    for (const one of [sums, all]) count(one, goal);
  }
  const total = new Map<string, Sums>();
  const codes = [...units.keys()].sort();
  for (const code of codes) {
    const sums = own.get(code);
    if (sums === undefined) continue;
    for (const above of unitAndAbove(code, units)) add(sumsOf(total, above), sums);
  }
  return {
    units: codes.map((unit) => ({
      unit,
      parent: units.get(unit) ?? null,
      own: poolOf(own.get(unit) ?? noSums()),
      total: poolOf(total.get(unit) ?? noSums()),
    })),
    unknown: poolOf(unknown),
    all: poolOf(all),
  };
}

/** A draft is not set yet, and what was withdrawn is not pursued. Sums are taken by id. */
function countedOnce(goals: readonly UnitGoal[]): UnitGoal[] {
  const counted = goals.filter(({ stage }) => stage === 'active' || stage === 'closed');
  const byId = new Map(counted.map((one) => [one.goalId, one]));
  return [...byId.values()].sort((one, other) => (one.goalId < other.goalId ? -1 : 1));
}

function ownerUnit(owner: string, unitOf: UnitRollUpInput['unitOf']): string | null {
  return owner.startsWith('unit:') ? owner.slice('unit:'.length) : unitOf(owner);
}

/** Ends at a unit that was seen before, so that a goal counts once whatever the units say. */
function unitAndAbove(unit: string, units: UnitRollUpInput['units']): ReadonlySet<string> {
  const seen = new Set<string>();
  let code: string | null | undefined = unit;
  while (typeof code === 'string' && units.has(code) && !seen.has(code)) {
    seen.add(code);
    code = units.get(code);
  }
  return seen;
}

type Sums = {
  -readonly [K in 'active' | 'closed' | 'met' | 'notMet' | 'weight']: UnitPool[K];
} & { withProgress: number; progressWeight: number; weighted: number };

function noSums(): Sums {
  const counts = { active: 0, closed: 0, met: 0, notMet: 0, weight: 0 };
  return { ...counts, withProgress: 0, progressWeight: 0, weighted: 0 };
}

function sumsOf(all: Map<string, Sums>, unit: string): Sums {
  const sums = all.get(unit) ?? noSums();
  all.set(unit, sums);
  return sums;
}

function count(sums: Sums, { stage, weight, progress, met }: UnitGoal): void {
  sums.active += Number(stage === 'active');
  sums.closed += Number(stage === 'closed');
  sums.met += Number(met === true);
  sums.notMet += Number(met === false);
  sums.weight += weight;
  if (progress.value === null) return;
  sums.withProgress += 1;
  sums.progressWeight += weight;
  sums.weighted += weight * progress.value;
}

function add(sums: Sums, more: Sums): void {
  for (const key of Object.keys(more) as (keyof Sums)[]) sums[key] += more[key];
}

function poolOf(sums: Sums): UnitPool {
  const { active, closed, met, notMet, weight, withProgress, progressWeight, weighted } = sums;
  const value = progressWeight > 0 ? weighted / progressWeight : null;
  return {
    ...{ goals: active + closed, active, closed, met, notMet, weight },
    progress: figure('unit-progress@1', value, withProgress),
    metShare: share('unit-met@1', met, met + notMet),
  };
}
