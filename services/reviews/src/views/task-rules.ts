import { msPerDay, wallTime, type Day, type EpochMs } from '@plumbline/kernel';
import type {
  CalibrationFact,
  CalibrationSession,
} from '../calibration-session/calibration-session.ts';
import { isWrittenIn, type CycleStage } from '../cycle/cycle.ts';
import { isWriting, managersToWrite, sectionKey, type Review } from '../review/review.state.ts';
import type { ReviewFact } from '../review/review.ts';

export const taskKinds = [
  ...(['self', 'manager', 'peer', 'upward'] as const),
  ...(['finalise', 'acknowledge', 'resolve', 'correct', 'calibrate'] as const),
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** What somebody has to do; `who` is null where any HR partner in whose scope it is does it. */
export interface Wanted {
  readonly what: TaskKind;
  readonly who: string | null;
  /** The last day; null where none is set. */
  readonly due: Day | null;
}

export type TaskEnd = 'done' | 'lapsed' | 'withdrawn';
/** `waiting`: it comes, but the cycle is not there yet. */
export type TaskStanding = 'open' | 'waiting' | TaskEnd;

/** What is still to be done in a review, by whom and by when. */
export function wantedOf(review: Review): readonly Wanted[] {
  if (review.stage === 'none') return [];
  const { stage, subject, manager, due, sections, correctionDue } = review;
  if (stage === 'shared') return [{ what: 'acknowledge', who: subject, due: due.acknowledge }];
  if (stage === 'disputed') return [{ what: 'resolve', who: null, due: null }];
  // What a dispute was right about stands as it was, and nothing is paid by it.
  if (correctionDue) return [{ what: 'correct', who: null, due: null }];
  // Who may not read it, as they have not written their own part, finalises nothing.
  const isBlind = manager !== null && managersToWrite(review).includes(manager);
  const finalise: Wanted = { what: 'finalise', who: isBlind ? null : manager, due: null };
  if (stage === 'calibrated') return [finalise];
  if (!isWriting(review)) return [];
  const invited = Object.values(review.invitations).filter((one) => one.stage === 'open');
  const isSelfMissing = sections[sectionKey('self', subject)] === undefined;
  return [
    ...(isSelfMissing ? [{ what: 'self', who: subject, due: due.self } as const] : []),
    ...managersToWrite(review).map((who) => ({ what: 'manager', who, due: due.manager }) as const),
    ...invited.map(({ role, reviewer, due: by }) => ({ what: role, who: reviewer, due: by })),
    ...(stage === 'manager-submitted' ? [finalise] : []),
  ];
}

/** Whoever leads a session or is a member of it compares ratings until it is locked. */
export function wantedOfSession(session: CalibrationSession): readonly Wanted[] {
  if (session.stage !== 'running') return [];
  const people = [...new Set([session.moderator, ...session.members])];
  return people.map((who) => ({ what: 'calibrate', who, due: null }));
}

type Ending = ReviewFact['type'] | CalibrationFact['type'];

/** What became of a task that a fact has ended. */
export function endBy(type: Ending, what: TaskKind): TaskEnd {
  switch (type) {
    case 'SectionSubmitted':
      // By writing their part its manager takes over what HR partners had to finalise.
      return what === 'finalise' ? 'withdrawn' : 'done';
    case 'ReviewAcknowledged':
    case 'ReviewDisputed':
    case 'DisputeResolved':
    case 'SessionLocked':
      return 'done';
    case 'ReviewReopened':
      return what === 'correct' ? 'done' : 'withdrawn';
    case 'ReviewFinalised':
    case 'NotRatedDeclared':
      return what === 'finalise' ? 'done' : 'lapsed';
    case 'InvitationLapsed':
    case 'AcknowledgementLapsed':
      return 'lapsed';
    case 'CalibrationEntered':
      return what === 'finalise' ? 'withdrawn' : 'lapsed';
    default:
      // Declined, handed over, excused, withdrawn: nobody expects it of them any more.
      return 'withdrawn';
  }
}

/** What a review asks for wherever its cycle is. */
const ofItsOwn: readonly TaskKind[] = ['acknowledge', 'resolve', 'correct'];

const beforeCalibrating: readonly CycleStage[] = ['planned', 'launched', 'collecting'];

/**
 * How an open task stands by the stage of its cycle: what is written is written before ratings are
 * compared, and they are final after that. A review that was reopened goes on by itself, where its
 * cycle has begun to compare them.
 */
export function standingIn(
  what: TaskKind,
  revision: number,
  stage: CycleStage | undefined,
): TaskStanding {
  if (stage === undefined || ofItsOwn.includes(what)) return 'open';
  if (stage === 'cancelled') return 'withdrawn';
  const isBefore = beforeCalibrating.includes(stage);
  if (what === 'finalise' && isBefore) return 'waiting';
  if (what === 'finalise' || what === 'calibrate') {
    return isBefore || stage === 'calibrating' || revision > 1 ? 'open' : 'lapsed';
  }
  if (isWrittenIn(stage, revision)) return 'open';
  return stage === 'planned' ? 'waiting' : 'lapsed';
}

/** Whole days until the end of a day, by the calendar of a zone: 0 today, below it when overdue. */
export function daysLeft(due: Day, zone: string, now: EpochMs): number {
  return Math.round((Date.parse(due) - Date.parse(wallTime(zone, now).day)) / msPerDay);
}
