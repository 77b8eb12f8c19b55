import type { Instant, Recorded } from '@plumbline/kernel';
import type { View } from '@plumbline/views';
import { isCalibrationFact } from '../calibration.facts.ts';
import {
  evolveSession,
  initialSession,
  type CalibrationFact,
  type CalibrationSession,
} from '../calibration-session/calibration-session.ts';
import { isReviewFact } from '../cycles.facts.ts';
import type { ReviewsFact } from '../facts.ts';
import { evolveWithoutActs, initialReview } from '../review/review.state.ts';
import type { LiveReview, Review } from '../review/review.state.ts';
import type { ReviewFact } from '../review/review.ts';
import { endBy, wantedOf, wantedOfSession, type TaskEnd, type Wanted } from './task-rules.ts';

/** What is to be done in one review or one session, and what was. */
export interface TaskSheet {
  /** Of the review or of the session. */
  readonly id: string;
  readonly of: 'review' | 'session';
  readonly cycleId: string;
  /** Whom it is about; null of a session. */
  readonly subject: string | null;
  /** Of a review: how often it was opened. */
  readonly revision: number;
  readonly tasks: readonly Task[];
  /** As far as what is to be done hangs on it. */
  readonly state: Review | CalibrationSession;
}

export interface Task extends Wanted {
  readonly since: Instant;
  readonly ended: { readonly how: TaskEnd; readonly at: Instant } | null;
}

type TaskFact = ReviewFact | CalibrationFact;

export const taskSheet: View<TaskSheet, ReviewsFact> = {
  name: 'task-sheet',
  version: 8,
  context: 'reviews',
  keys: ({ fact }) => {
    if (isReviewFact(fact)) return [fact.reviewId];
    return isCalibrationFact(fact) ? [fact.sessionId] : [];
  },
  fold: (sheet, { fact }: Recorded<ReviewsFact>) => {
    const next = isReviewFact(fact) ? afterReview(sheet, fact) : undefined;
    if (next !== undefined) return next;
    return isCalibrationFact(fact) ? afterSession(sheet, fact) : sheet;
  },
  index: ({ tasks }) => ({
    open: [...new Set(tasks.filter(({ ended }) => ended === null).map(doerOf))],
    doer: [...new Set(tasks.map(doerOf))],
    pending: tasks.some(({ ended }) => ended === null) ? 'yes' : [],
  }),
};

export const hrPartners = 'role:hr-partner';

/** Who does it, as it is looked for. */
export function doerOf({ who }: Pick<Wanted, 'who'>): string {
  return who === null ? hrPartners : `person:${who}`;
}

function afterReview(sheet: TaskSheet | undefined, fact: ReviewFact): TaskSheet | undefined {
  const review = evolveWithoutActs((sheet?.state as Review | undefined) ?? initialReview, fact);
  if (review.stage === 'none') return sheet;
  // Each field by its name: there is a sheet for each fact of each review.
  return {
    id: review.reviewId,
    of: 'review',
    cycleId: review.cycleId,
    subject: review.subject,
    revision: review.revision,
    tasks: carried(sheet?.tasks ?? [], wantedOf(review), fact),
    state: withoutScore(review),
  };
}

/** Of what it was scored by nothing is to be done. */
function withoutScore(review: LiveReview): LiveReview {
  const { manifest, score } = review;
  if (manifest.entries.length === 0 && score === null) return review;
  return { ...review, manifest: { ...manifest, entries: [] }, score: null };
}

function afterSession(sheet: TaskSheet | undefined, fact: CalibrationFact): TaskSheet | undefined {
  const before = (sheet?.state as CalibrationSession | undefined) ?? initialSession;
  const session = evolveSession(before, fact);
  if (session.stage === 'none') return sheet;
  const { sessionId: id, cycleId } = session;
  return {
    ...{ id, of: 'session', cycleId, subject: null, revision: 1 },
    tasks: carried(sheet?.tasks ?? [], wantedOfSession(session), fact),
    state: { ...session, reviews: {}, adjustments: {}, acts: {} },
  };
}

/** What was open and is wanted no more ends with the fact; what is wanted anew begins with it. */
function carried(
  tasks: readonly Task[],
  wanted: readonly Wanted[],
  { type, at }: TaskFact,
): readonly Task[] {
  const after: Task[] = [];
  for (const task of tasks) {
    const still = wanted.find((one) => isSame(one, task));
    if (still === undefined) {
      after.push(
        task.ended === null ? { ...task, ended: { how: endBy(type, task.what), at } } : task,
      );
    } else if (task.ended === null) {
      after.push(still.due === task.due ? task : { ...task, due: still.due });
    }
  }
  const going = after.length;
  for (const one of wanted) {
    const isGoing = after.slice(0, going).some((task) => isSame(one, task));
    if (!isGoing)
      after.push({ what: one.what, who: one.who, due: one.due, since: at, ended: null });
  }
  return after;
}

function isSame(one: Wanted, other: Wanted): boolean {
  return one.what === other.what && one.who === other.who;
}
