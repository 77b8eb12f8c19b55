import { clearText } from '@plumbline/kernel';
import type * as Command from './calibration-session.commands.ts';
import type { CalibrationFact } from './calibration-session.ts';

/**
 * The example histories of a session: Hana of HR leads it, Cy and Mia manage, and the reviews of
 * Ada, of Bo and of Cy himself are looked at. Cy reports to Eve, who is reviewed elsewhere.
 */
export const sessionId = '3d9b7c21-5e84-5f0a-9c36-1a2b4d6e8f90';
export const cycleId = '8a1f6e53-2c7d-5b94-a0e8-6d3c9b5f7142';
export const adasReview = '0c4e8a26-7b1d-5d93-8f52-9e6a3c1b7d40';
export const bosReview = '1d5f9b37-8c2e-5ea4-9063-af7b4d2c8e51';
export const cysReview = '2e60ac48-9d3f-5fb5-a174-b08c5e3d9f62';
export const dansReview = '3f71bd59-ae40-50c6-b285-c19d6f4eab73';
export const hana = 'hana';
export const cy = 'cy';
export const mia = 'mia';

const asked = (act: string, at: string, by: string) => ({ act, sessionId, at, by });

/** A rating of so many, on a scale of 1 to 5 in halves. */
export const rating = (value: number): number => value * 1_000_000;
export const scale = { min: rating(1), max: rating(5), step: rating(0.5) };

const reviews = [
  { reviewId: adasReview, subject: 'ada' },
  { reviewId: bosReview, subject: 'bo' },
  { reviewId: cysReview, subject: cy },
];

export const convene: Command.ConveneSession = {
  type: 'ConveneSession',
  ...asked('act-convene', '2026-07-06T08:00:00.000Z', 'hr'),
  ...{ cycleId, title: 'Sales and desk', moderator: hana, members: [cy, mia], reviews },
};
export const convened = {
  type: 'SessionConvened',
  ...asked('act-convene', '2026-07-06T08:00:00.000Z', 'hr'),
  ...{ cycleId, moderator: hana, members: [cy, mia], reviews },
  text: clearText(`calibration-session:${sessionId}`, { title: 'Sales and desk' }),
} as const satisfies CalibrationFact;

export const addMembers: Command.AddMembers = {
  type: 'AddMembers',
  ...asked('act-members', '2026-07-06T08:10:00.000Z', 'hr'),
  members: ['noor'],
};
export const membersAdded = {
  type: 'SessionMembersAdded',
  ...asked('act-members', '2026-07-06T08:10:00.000Z', 'hr'),
  members: ['noor'],
} as const satisfies CalibrationFact;

export const excuse: Command.ExcuseMember = {
  type: 'ExcuseMember',
  ...asked('act-excuse', '2026-07-06T08:12:00.000Z', 'hr'),
  ...{ member: mia, reason: 'She is on leave.' },
};
export const excused = {
  type: 'SessionMemberExcused',
  ...asked('act-excuse', '2026-07-06T08:12:00.000Z', 'hr'),
  ...{ member: mia, text: clearText('person:mia', { reason: 'She is on leave.' }) },
} as const satisfies CalibrationFact;

export const replace: Command.ReplaceModerator = {
  type: 'ReplaceModerator',
  ...asked('act-replace', '2026-07-06T08:14:00.000Z', 'hr'),
  ...{ to: mia, reason: 'Hana has left.' },
};
export const replaced = {
  type: 'SessionModeratorReplaced',
  ...asked('act-replace', '2026-07-06T08:14:00.000Z', 'hr'),
  ...{ from: hana, to: mia, text: clearText('person:hana', { reason: 'Hana has left.' }) },
} as const satisfies CalibrationFact;

export const addReviews: Command.AddReviews = {
  type: 'AddReviews',
  ...asked('act-reviews', '2026-07-06T08:16:00.000Z', 'hr'),
  reviews: [{ reviewId: dansReview, subject: 'dan' }],
};
export const reviewsAdded = {
  type: 'SessionReviewsAdded',
  ...asked('act-reviews', '2026-07-06T08:16:00.000Z', 'hr'),
  reviews: [{ reviewId: dansReview, subject: 'dan' }],
} as const satisfies CalibrationFact;

/** Bo's review had come into another session. */
const carrying = 'carry-session-to-reviews';
export const leaveOut: Command.LeaveOutReview = {
  type: 'LeaveOutReview',
  ...asked('act-left-out', '2026-07-06T08:18:00.000Z', carrying),
  ...{ reviewId: bosReview, cause: 'in-another-session' },
};
export const leftOut = {
  type: 'SessionReviewLeftOut',
  ...asked('act-left-out', '2026-07-06T08:18:00.000Z', carrying),
  ...{ reviewId: bosReview, subject: 'bo', cause: 'in-another-session' },
} as const satisfies CalibrationFact;

export const propose: Command.ProposeAdjustment = {
  type: 'ProposeAdjustment',
  ...asked('act-propose', '2026-07-06T09:00:00.000Z', cy),
  ...{ answersToSubject: false, reviewId: adasReview, rating: rating(3), scale },
  ...{ to: rating(4), reasonCode: 'rater-severe', note: 'Her numbers are those of a four.' },
};
export const proposed = {
  type: 'AdjustmentProposed',
  ...asked('act-propose', '2026-07-06T09:00:00.000Z', cy),
  ...{ adjustmentId: 'act-propose', reviewId: adasReview, from: rating(3), to: rating(4) },
  reasonCode: 'rater-severe',
  text: clearText('person:ada', { note: 'Her numbers are those of a four.' }),
} as const satisfies CalibrationFact;

export const accept: Command.DecideAdjustment = {
  type: 'DecideAdjustment',
  ...asked('act-accept', '2026-07-06T09:05:00.000Z', hana),
  ...{ answersToSubject: false, moderatorAnswersToSubject: false },
  ...{ adjustmentId: 'act-propose', accepted: true },
};
export const accepted = {
  type: 'AdjustmentDecided',
  ...asked('act-accept', '2026-07-06T09:05:00.000Z', hana),
  ...{ adjustmentId: 'act-propose', reviewId: adasReview, accepted: true },
  text: clearText('person:ada', {}),
} as const satisfies CalibrationFact;

export const turnDown: Command.DecideAdjustment = {
  ...accept,
  ...asked('act-turn-down', '2026-07-06T09:05:00.000Z', hana),
  ...{ accepted: false, note: 'The others have as much.' },
};
export const turnedDown = {
  ...accepted,
  ...asked('act-turn-down', '2026-07-06T09:05:00.000Z', hana),
  ...{ accepted: false, text: clearText('person:ada', { note: 'The others have as much.' }) },
} as const satisfies CalibrationFact;

export const lock: Command.LockSession = {
  type: 'LockSession',
  ...asked('act-lock', '2026-07-06T11:00:00.000Z', hana),
  note: 'The desk was rated lower than sales.',
};
export const locked = {
  type: 'SessionLocked',
  ...asked('act-lock', '2026-07-06T11:00:00.000Z', hana),
  text: clearText(`calibration-session:${sessionId}`, {
    note: 'The desk was rated lower than sales.',
  }),
} as const satisfies CalibrationFact;
