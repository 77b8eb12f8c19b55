import type { Day, Instant, Position } from '@plumbline/kernel';
import type { Scale } from '../measure.ts';

/**
 * Which answers figures are of: those of customers to one question, those of a survey, or the
 * ratings of a review cycle. All releases of one source are decided beside each other, as they are
 * of the same answers.
 */
export type SourceRef = CustomersRef | SurveyRef | RatingsRef;

interface CustomersRef extends Asked {
  readonly kind: 'customer-responses';
}

/**
 * The answers to one question of a survey, a choice by the place of its option from 0; or of those
 * who were asked whether they took part, 1 or 0.
 */
export interface SurveyRef extends Asked {
  readonly kind: 'survey' | 'survey-participation';
  readonly survey: string;
}

/**
 * What people were rated in a review cycle, at whole points of its scale, as it was finalised or as
 * it was before the first session. Both are of the same people, and so one source.
 */
export interface RatingsRef extends Asked {
  readonly kind: 'ratings';
  readonly cycle: string;
  readonly question: 'rating' | 'rating-before-calibration';
}

interface Asked {
  readonly question: string;
  readonly scale: Scale;
}

/** What one release counts of its source. */
export interface Scope {
  /** First and last day of what the answers are about, and not of when they came. */
  readonly from: Day;
  readonly until: Day;
  /** By what it is broken down; the figure of all is always there. */
  readonly dimensions: readonly string[];
  /** What was recorded by then is counted, and nothing after it. */
  readonly position: Position;
}

/**
 * Where an answer counts: for each dimension of a scope the segments that it is in. Several for
 * what rolls up (a unit and all above it) or is shared; none where it names none.
 */
export type Place = readonly (readonly string[])[];

/** One answer, as it stood at the position of each scope that was asked about. */
export interface PlacedAnswer {
  readonly score: number;
  /** In the order of the scopes. Null: not counted, as it was not there, or of another span. */
  readonly places: readonly (Place | null)[];
}

/** One segment of each dimension, or null for all. */
export type Segments = readonly (string | null)[];

/** A definition as a release keeps it. */
export interface Pinned {
  readonly name: string;
  readonly version: number;
}

export function definitionName({ name, version }: Pinned): string {
  return `${name}@${version}`;
}

/** When something happened, and by whose act. */
export interface Act {
  readonly act: string;
  readonly at: Instant;
}
