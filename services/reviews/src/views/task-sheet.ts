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
import { evolveReview, initialReview, type Review } from '../review/review.state.ts';
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
  version: 4,
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
  const review = evolveReview((sheet?.state as Review | undefined) ?? initialReview, fact);
  if (review.stage === 'none') return sheet;
  const { reviewId: id, cycleId, subject, revision } = review;
  return {
    ...{ id, of: 'review', cycleId, subject, revision },
    tasks: carried(sheet?.tasks ?? [], wantedOf(review), fact),
    // Of what it was scored by nothing is to be done.
    state: { ...review, manifest: { ...review.manifest, entries: [] }, score: null, acts: {} },
  };
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
  const isSame = (one: Wanted, other: Wanted) => one.what === other.what && one.who === other.who;
  const going = tasks.flatMap((task): readonly Task[] => {
    const still = wanted.find((one) => isSame(one, task));
    if (task.ended !== null) return still === undefined ? [task] : [];
    if (still !== undefined) return [{ ...task, due: still.due }];
    return [{ ...task, ended: { how: endBy(type, task.what), at } }];
  });
  const begun = wanted
    .filter((one) => !going.some((task) => isSame(one, task)))
    .map((one): Task => ({ ...one, since: at, ended: null }));
  return [...going, ...begun];
}
