/**
 * What `goals` publishes: a contract with other services and other organisations. Within a
 * version it only grows; anything else is a new version. No free text and no names are in it;
 * people are their opaque subjects.
 */
export interface GoalsPublished {
  'goals.GoalActivated.v1': {
    readonly goalId: string;
    readonly owner: string;
    readonly kind: 'committed' | 'aspirational';
    readonly period: PublishedPeriod;
    readonly keyResults: readonly { readonly id: string; readonly weight: number }[];
  };
  'goals.TargetAmended.v1': {
    readonly goalId: string;
    readonly keyResultId: string;
    readonly from: PublishedMeasure;
    readonly to: PublishedMeasure;
  };
  'goals.ProgressCheckedIn.v1': {
    readonly goalId: string;
    readonly keyResultId: string;
    readonly checkInId: string;
    /** Null for milestones, whose ids are in `done`. */
    readonly value: number | null;
    readonly done: readonly string[] | null;
    readonly confidence: number | null;
    readonly late: boolean;
  };
  'goals.CheckInCorrected.v1': {
    readonly goalId: string;
    readonly keyResultId: string;
    readonly checkInId: string;
    /** Null: the check-in is withdrawn. */
    readonly to: {
      readonly value: number | null;
      readonly done: readonly string[] | null;
      readonly confidence: number | null;
    } | null;
  };
  'goals.GoalTransferred.v1': {
    readonly goalId: string;
    readonly from: string;
    readonly to: string;
  };
  'goals.GoalClosed.v1': {
    readonly goalId: string;
    readonly score: number;
    readonly grade: 'met' | 'missed' | 'green' | 'amber' | 'red';
    /** Computed at the closing; null when unknown. */
    readonly attainment: number | null;
  };
  'goals.KpiDefined.v1': {
    readonly kpiId: string;
    readonly version: number;
    readonly goalId?: string;
    readonly keyResultId?: string;
    readonly measure: PublishedMeasure;
  };
  'goals.KpiMeasured.v1': {
    readonly kpiId: string;
    readonly version: number;
    readonly goalId?: string;
    readonly keyResultId?: string;
    readonly measurementId: string;
    readonly period: PublishedPeriod;
    /** Null: reported without a value; never to be counted as zero. */
    readonly value: number | null;
    readonly late: boolean;
  };
}

export interface PublishedPeriod {
  readonly name: string;
  /** Calendar days, both within. */
  readonly start: string;
  readonly end: string;
}

export interface PublishedMeasure {
  readonly kind: 'increase' | 'decrease' | 'within' | 'milestones' | 'completion' | 'undefined';
  readonly start?: number;
  readonly target?: number;
  readonly low?: number;
  readonly high?: number;
  readonly unit?: string;
}
