import type { Instant, Text } from '@plumbline/kernel';
import type { Measure, Observed, Period } from '../measure.ts';

/**
 * What is recorded of a goal. This is a storage contract: a change of meaning is a new version.
 *
 * `act` is the id of the act that made the fact; the same act never decides twice. `at` is when
 * the fact holds in the world. All that people wrote is in `text`.
 */
export type GoalFact =
  | (Act & { type: 'GoalDrafted' } & Draft & { owner: string; reference?: string; text: Text })
  | (Act & { type: 'GoalRedrafted'; from: Draft } & Draft & { text: Text })
  | (Act & { type: 'GoalActivated'; owner: string; kind: GoalKind } & Activation)
  | (Amendment & { type: 'TargetAmended'; keyResultId: string; from: Measure; to: Measure })
  | (Amendment & { type: 'WeightAmended'; keyResultId: string; from: number; to: number })
  | (Amendment & { type: 'PeriodAmended'; from: Period; to: Period })
  | (Amendment & { type: 'CadenceAmended'; from: number; to: number })
  | (Amendment & { type: 'VisibilityChanged'; from: Visibility; to: Visibility })
  | (Amendment & { type: 'GoalReworded' })
  | (Amendment & { type: 'KeyResultAdded'; keyResult: KeyResult })
  | (Amendment & { type: 'KeyResultDropped'; keyResultId: string })
  | (Act & { type: 'ProgressCheckedIn'; keyResultId: string; late: boolean; text: Text } & Progress)
  | (Act & { type: 'CheckInCorrected'; checkInId: string; keyResultId: string } & Correction)
  | (Reasoned & { type: 'GoalTransferred'; from: string; to: string })
  | (Act & { type: 'GoalClosed'; text: Text } & Closing)
  | (Reasoned & { type: 'GoalWithdrawn' });

/** Everybody reads a public goal; the policy table says who reads a private one. */
export type Visibility = 'public' | 'private';
export type GoalKind = 'committed' | 'aspirational';
export type Grade = 'met' | 'missed' | 'green' | 'amber' | 'red';

interface Act {
  readonly act: string;
  readonly goalId: string;
  readonly at: Instant;
}

/** An act that must say why; the reason is in the text. */
interface Reasoned extends Act {
  readonly text: Text;
}

interface Amendment extends Reasoned {
  /** The signal of a strategy that the amendment answers, where it answers one. */
  readonly signal?: string;
}

export interface KeyResult {
  readonly id: string;
  readonly weight: number;
  readonly measure: Measure;
}

export interface Draft {
  readonly period: Period;
  readonly measuredBy: 'key-results' | 'indicators';
  readonly cadenceDays: number;
  readonly keyResults: readonly KeyResult[];
  /** A fact names it where it is not public, as facts did before there was a choice. */
  readonly visibility?: Visibility;
  /** Among the goals of its owner. A fact names it where it is not 1. */
  readonly weight?: number;
}

interface Activation {
  readonly period: Period;
  readonly keyResults: readonly KeyResult[];
  readonly visibility?: Visibility;
}

export interface Progress {
  readonly value: number | null;
  readonly done: readonly string[] | null;
  /** Probability, 0 to 1, that the key result will be met by the end of the period. */
  readonly confidence: number | null;
  /** Where the value comes from: `person`, `import`, or `kpi:<id>`. */
  readonly source: string;
}

interface Correction {
  readonly from: Omit<Progress, 'source'>;
  /** Null: the check-in is withdrawn and counts no more. */
  readonly to: Omit<Progress, 'source'> | null;
  readonly text: Text;
}

export interface Closing {
  readonly score: number;
  readonly grade: Grade;
  /** Computed at the closing, beside the score that a person gave; null when unknown. */
  readonly attainment: number | null;
  readonly outcomes: readonly Outcome[];
}

export interface Outcome {
  readonly keyResultId: string;
  readonly attainment: number | null;
  readonly met: boolean | null;
}

export type Goal = { readonly stage: 'none' } | LiveGoal;

export interface LiveGoal extends Draft {
  readonly stage: 'draft' | 'active' | 'closed' | 'withdrawn';
  readonly goalId: string;
  readonly owner: string;
  readonly kind: GoalKind | null;
  readonly visibility: Visibility;
  readonly weight: number;
  readonly draftedAt: Instant;
  /** Since when the newest change of the plan, the owner or the stage holds. */
  readonly alteredAt: Instant;
  /** Since when the newest fact of any kind holds. */
  readonly latestAt: Instant;
  readonly checkIns: readonly CheckIn[];
  /** Acts that were recorded, check-ins apart: what repeats one decides nothing. */
  readonly acts: Readonly<Record<string, true>>;
}

export interface CheckIn extends Observed {
  readonly id: string;
  readonly keyResultId: string;
  readonly confidence: number | null;
  readonly withdrawn: boolean;
  /** Since when it reads as it does: its own time, or that of its last correction. */
  readonly readsSince: Instant;
}

export const initialGoal: Goal = { stage: 'none' };

export function evolveGoal(goal: Goal, fact: GoalFact): Goal {
  if (fact.type === 'GoalDrafted') return drafted(fact);
  if (goal.stage === 'none') return goal;
  const { type, at, act } = fact;
  const latestAt = at < goal.latestAt ? goal.latestAt : at;
  // Most facts of a goal are check-ins: they take the short way.
  if (type === 'ProgressCheckedIn') {
    return { ...goal, latestAt, checkIns: [...goal.checkIns, checkInOf(fact)] };
  }
  const altered = type === 'CheckInCorrected' || at < goal.alteredAt ? goal.alteredAt : at;
  const acts: LiveGoal['acts'] = { ...goal.acts, [act]: true };
  return { ...goal, ...change(goal, fact), alteredAt: altered, latestAt, acts };
}

/** Whether an act was recorded before. */
export function hasAct({ acts, checkIns }: LiveGoal, act: string): boolean {
  return acts[act] === true || checkIns.some((one) => one.id === act);
}

function drafted(fact: GoalFact & { type: 'GoalDrafted' }): Goal {
  return {
    stage: 'draft',
    goalId: fact.goalId,
    owner: fact.owner,
    kind: null,
    period: fact.period,
    measuredBy: fact.measuredBy,
    cadenceDays: fact.cadenceDays,
    keyResults: fact.keyResults,
    visibility: fact.visibility ?? 'public',
    weight: fact.weight ?? 1,
    draftedAt: fact.at,
    alteredAt: fact.at,
    latestAt: fact.at,
    checkIns: [],
    acts: { [fact.act]: true },
  };
}

function change(
  goal: LiveGoal,
  fact: Exclude<GoalFact, { type: 'ProgressCheckedIn' }>,
): Partial<LiveGoal> {
  switch (fact.type) {
    case 'GoalDrafted':
    case 'GoalReworded':
      return {};
    case 'GoalRedrafted':
      return {
        period: fact.period,
        measuredBy: fact.measuredBy,
        cadenceDays: fact.cadenceDays,
        keyResults: fact.keyResults,
        visibility: fact.visibility ?? 'public',
        weight: fact.weight ?? 1,
      };
    case 'GoalActivated':
      return { stage: 'active', kind: fact.kind };
    case 'TargetAmended':
      return alterKeyResult(goal, fact.keyResultId, { measure: fact.to });
    case 'WeightAmended':
      return alterKeyResult(goal, fact.keyResultId, { weight: fact.to });
    case 'PeriodAmended':
      return { period: fact.to };
    case 'CadenceAmended':
      return { cadenceDays: fact.to };
    case 'VisibilityChanged':
      return { visibility: fact.to };
    case 'KeyResultAdded':
      return { keyResults: [...goal.keyResults, fact.keyResult] };
    case 'KeyResultDropped':
      return { keyResults: goal.keyResults.filter((one) => one.id !== fact.keyResultId) };
    case 'CheckInCorrected':
      return { checkIns: goal.checkIns.map((one) => corrected(one, fact)) };
    case 'GoalTransferred':
      return { owner: fact.to };
    case 'GoalClosed':
      return { stage: 'closed' };
    case 'GoalWithdrawn':
      return { stage: 'withdrawn' };
  }
}

function alterKeyResult(goal: LiveGoal, id: string, altered: Partial<KeyResult>) {
  return {
    keyResults: goal.keyResults.map((one) => (one.id === id ? { ...one, ...altered } : one)),
  };
}

function checkInOf(fact: GoalFact & { type: 'ProgressCheckedIn' }): CheckIn {
  return {
    id: fact.act,
    keyResultId: fact.keyResultId,
    at: Date.parse(fact.at),
    value: fact.value,
    done: fact.done,
    confidence: fact.confidence,
    withdrawn: false,
    readsSince: fact.at,
  };
}

function corrected(checkIn: CheckIn, fact: GoalFact & { type: 'CheckInCorrected' }): CheckIn {
  if (checkIn.id !== fact.checkInId) return checkIn;
  return fact.to === null
    ? { ...checkIn, withdrawn: true, readsSince: fact.at }
    : { ...checkIn, ...fact.to, withdrawn: false, readsSince: fact.at };
}

/** The check-ins that count for a key result. */
export function observedOf(goal: LiveGoal, keyResultId: string): readonly CheckIn[] {
  return goal.checkIns.filter((one) => one.keyResultId === keyResultId && !one.withdrawn);
}
