import type { Instant, Day } from '@plumbline/kernel';
import { standing, weightedMean, type Figure, type Measuring } from '@plumbline/statistics';
import type { PublishedMeasure } from '@plumbline/contracts';
import type { Line, Placed } from './evidence.lines.ts';
import type { GoalEvidence } from './views/evidence-goals.ts';

/** A goal as the facts of one line tell of it. */
export interface KnownGoal {
  readonly goalId: string;
  readonly owner: string;
  /** Everybody who has answered for it, in their order. */
  readonly owners: readonly string[];
  readonly kind: 'committed' | 'aspirational';
  readonly period: { readonly name: string; readonly start: Day; readonly end: Day };
  readonly isPrivate: boolean;
  readonly keyResults: readonly KnownKeyResult[];
  readonly closed: Closed | null;
}

export interface KnownKeyResult {
  readonly id: string;
  readonly weight: number;
  readonly measuring: Measuring;
  readonly checkIns: readonly KnownCheckIn[];
}

interface KnownCheckIn {
  readonly checkInId: string;
  /** The fact by which it reads as it does. */
  readonly fact: string;
  readonly at: Instant;
  readonly value: number | null;
  readonly done: readonly string[] | null;
}

interface Closed {
  readonly fact: string;
  readonly at: Instant;
  readonly score: number;
  readonly grade: string;
  readonly attainment: number | null;
}

/** The goals of some lines; what is of no goal, or was never activated, is left out. */
export function goalsOf(lines: readonly Line[]): readonly KnownGoal[] {
  return lines.flatMap((line) => {
    if (line.source !== 'goals') return [];
    let goal: KnownGoal | undefined;
    for (const fact of line.facts) goal = after(goal, fact as Placed<GoalEvidence>);
    return goal === undefined ? [] : [goal];
  });
}

export function wasOwnedBy({ owners }: KnownGoal, person: string): boolean {
  return owners.includes(`person:${person}`);
}

/** Whether its days and those of a review meet. */
export function isForPeriod(
  { period }: KnownGoal,
  { from, to }: { readonly from: Day; readonly to: Day },
): boolean {
  return period.start <= to && period.end >= from;
}

/** How far a goal is, each key result with the facts by which it is so. */
export interface GoalStanding {
  /** 0 to 1; null: nothing is known, which is not 0. */
  readonly attainment: Figure;
  readonly keyResults: readonly KeyResultStanding[];
  /** The fact that had the last word. */
  readonly fact: string | null;
}

export interface KeyResultStanding {
  readonly id: string;
  readonly weight: number;
  readonly attainment: Figure;
  readonly met: boolean | null;
  readonly fact: string | null;
}

/**
 * Where a goal stood at an instant, by the rules of goals. One that was closed by then stands as it
 * was closed. One that is measured by indicators alone is known by its closing only.
 */
export function goalStanding(goal: KnownGoal, asOf: Instant): GoalStanding {
  const closed = goal.closed !== null && goal.closed.at <= asOf ? goal.closed : null;
  const until = closed === null ? asOf : closed.at;
  const keyResults = goal.keyResults.map((one) => keyResultStanding(one, until));
  const mean = weightedMean(
    keyResults.map(({ weight, attainment }) => ({ weight, value: attainment.value })),
  );
  if (closed === null) return { attainment: mean, keyResults, fact: latestOf(goal, until) };
  return { attainment: { ...mean, value: closed.attainment }, keyResults, fact: closed.fact };
}

function keyResultStanding(one: KnownKeyResult, until: Instant): KeyResultStanding {
  const seen = one.checkIns.filter(({ at }) => at <= until);
  const observed = seen.map(({ at, value, done }) => ({ at: Date.parse(at), value, done }));
  const { attainment, met } = standing(one.measuring, observed, Date.parse(until));
  const { id, weight } = one;
  return { id, weight, attainment, met, fact: newest(seen)?.fact ?? null };
}

function latestOf({ keyResults }: KnownGoal, until: Instant): string | null {
  const seen = keyResults.flatMap(({ checkIns }) => checkIns.filter(({ at }) => at <= until));
  return newest(seen)?.fact ?? null;
}

/** The newest by its own time; of two with one time the later one recorded. */
function newest(checkIns: readonly KnownCheckIn[]): KnownCheckIn | undefined {
  return checkIns.reduce<KnownCheckIn | undefined>((best, one) => {
    return best === undefined || one.at >= best.at ? one : best;
  }, undefined);
}

function after(goal: KnownGoal | undefined, fact: Placed<GoalEvidence>): KnownGoal | undefined {
  if (fact.type === 'goals.GoalActivated.v1') {
    const { goalId, owner, kind, period, keyResults, visibility } = fact.data;
    return {
      ...{ goalId, owner, owners: [owner], kind, period, isPrivate: visibility === 'private' },
      ...{ keyResults: keyResults.map(begun), closed: null },
    };
  }
  return goal === undefined ? undefined : { ...goal, ...change(goal, fact) };
}

function change(
  goal: KnownGoal,
  { type, id, effectiveAt: at, data }: Exclude<Placed<GoalEvidence>, { type: never }>,
): Partial<KnownGoal> {
  const fact = { type, data } as GoalEvidence;
  switch (fact.type) {
    case 'goals.GoalTransferred.v1':
      return { owner: fact.data.to, owners: [...goal.owners, fact.data.to] };
    case 'goals.VisibilityChanged.v1':
      return { isPrivate: fact.data.to === 'private' };
    case 'goals.PeriodAmended.v1':
      return { period: fact.data.to };
    case 'goals.GoalClosed.v1': {
      const { score, grade, attainment } = fact.data;
      return { closed: { fact: id, at, score, grade, attainment } };
    }
    case 'goals.KeyResultAdded.v1':
      return { keyResults: [...goal.keyResults, begun(fact.data.keyResult)] };
    case 'goals.KeyResultDropped.v1': {
      const { keyResultId } = fact.data;
      return { keyResults: goal.keyResults.filter((one) => one.id !== keyResultId) };
    }
    case 'goals.TargetAmended.v1':
      return altered(goal, fact.data.keyResultId, () => ({ measuring: measuring(fact.data.to) }));
    case 'goals.WeightAmended.v1':
      return altered(goal, fact.data.keyResultId, () => ({ weight: fact.data.to }));
    case 'goals.ProgressCheckedIn.v1': {
      const { keyResultId, checkInId, value, done } = fact.data;
      const checkIn: KnownCheckIn = { checkInId, fact: id, at, value, done };
      return altered(goal, keyResultId, ({ checkIns }) => ({ checkIns: [...checkIns, checkIn] }));
    }
    case 'goals.CheckInCorrected.v1': {
      const { keyResultId, checkInId, to } = fact.data;
      return altered(goal, keyResultId, ({ checkIns }) => ({
        checkIns: checkIns.flatMap((one) => {
          if (one.checkInId !== checkInId) return [one];
          return to === null ? [] : [{ ...one, fact: id, value: to.value, done: to.done }];
        }),
      }));
    }
    default:
      return {};
  }
}

function altered(
  { keyResults }: KnownGoal,
  keyResultId: string,
  into: (one: KnownKeyResult) => Partial<KnownKeyResult>,
): Pick<KnownGoal, 'keyResults'> {
  return {
    keyResults: keyResults.map((one) => (one.id === keyResultId ? { ...one, ...into(one) } : one)),
  };
}

type PublishedKeyResult = { readonly id: string; readonly weight: number } & {
  readonly measure?: PublishedMeasure;
};

function begun({ id, weight, measure }: PublishedKeyResult): KnownKeyResult {
  return { id, weight, measuring: measuring(measure), checkIns: [] };
}

/** How it is measured; what lacks a part of that is measured by nothing. */
function measuring(measure: PublishedMeasure | undefined): Measuring {
  const { kind, start, target, low, high, milestones } = measure ?? { kind: 'undefined' };
  switch (kind) {
    case 'increase':
    case 'decrease':
    case 'completion': {
      const isLine = start !== undefined && target !== undefined && start !== target;
      return isLine ? { kind, start, target } : { kind: 'undefined' };
    }
    case 'within': {
      const bounds = {
        ...(low === undefined ? {} : { low }),
        ...(high === undefined ? {} : { high }),
      };
      return { kind, ...bounds };
    }
    case 'milestones':
      return milestones === undefined ? { kind: 'undefined' } : { kind, milestones };
    case 'undefined':
      return { kind };
  }
}
