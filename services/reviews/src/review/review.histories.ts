import { clearText } from '@plumbline/kernel';
import type * as Command from './review.commands.ts';
import type { Accountable, Opening, ReviewFact, Scored } from './review.ts';

/**
 * The example histories of a review: Ada's year, by Mia, with three peers who are promised that
 * they stay unnamed; and Mo, who takes over from Mia in the autumn.
 */
export const reviewId = '1d3b5f70-2c4e-5a68-8b9d-0e1f2a3b4c5d';
export const sessionId = '6a7b8c9d-0e1f-5a2b-8c3d-4e5f6a7b8c9d';
export const [ada, mia, mo, hana, eve] = ['ada', 'mia', 'mo', 'hana', 'eve'] as const;
export const million = 1_000_000;

const asked = (act: string, at: string) => ({ act, reviewId, at, now: at });
const told = (act: string, at: string) => ({ act, reviewId, at });
const hash = (digit: string) => digit.repeat(64);
const of = (fields: Record<string, string | undefined>) => clearText('person:ada', fields);

export const goalStream = 'goals.goal-acme.0d0f8f5e-6b1e-5c6b-9d57-2f6a3c1f9a10';
export const whole: Accountable = {
  ...{ manager: mia, from: '2026-01-01', to: '2026-12-31', days: 351 },
};
export const opening: Opening = {
  ...{ cycleId: '5b0c2f4e-8d1a-5c37-9e46-1f2a3b4c5d6e', subject: ada },
  period: { from: '2026-01-01', to: '2026-12-31' },
  ...{ asOf: '2026-09-01T09:00:00.000Z', position: '000000000000512' },
  template: { id: 'yearly-form', version: 2, hash: hash('a') },
  pack: { id: 'yearly', version: 1, hash: hash('b') },
  peers: { mode: 'anonymous', min: 3 },
  due: { self: '2027-01-15', peer: '2027-01-15', manager: '2027-01-31', acknowledge: '2027-02-28' },
  accountable: [whole],
  manifest: {
    hash: hash('d'),
    entries: [{ source: 'goals', stream: goalStream, revision: 7, hash: hash('e') }],
  },
};

export const open: Command.OpenReview = {
  ...{ type: 'OpenReview', ...asked('act-open', '2026-09-01T09:00:01.000Z'), ...opening },
};
export const opened = {
  ...{ type: 'ReviewOpened', ...told('act-open', '2026-09-01T09:00:01.000Z'), ...opening },
} as const satisfies ReviewFact;

export const invite: Command.InviteReviewer = {
  ...{ type: 'InviteReviewer', ...asked('act-invite', '2026-09-02T09:00:00.000Z') },
  ...{ role: 'peer', reviewer: 'cy', due: '2027-01-15', by: mia },
};
export const invited = {
  ...{ type: 'ReviewerInvited', ...told('act-invite', '2026-09-02T09:00:00.000Z') },
  ...{ role: 'peer', reviewer: 'cy', due: '2027-01-15', by: mia },
} as const satisfies ReviewFact;

export const decline: Command.DeclineInvitation = {
  ...{ type: 'DeclineInvitation', ...asked('act-decline', '2026-09-03T09:00:00.000Z') },
  ...{ role: 'peer', reviewer: 'cy', reason: 'I was away all summer.' },
};
export const declined = {
  ...{ type: 'InvitationDeclined', ...told('act-decline', '2026-09-03T09:00:00.000Z') },
  ...{ role: 'peer', reviewer: 'cy' },
  text: clearText('person:cy', { reason: 'I was away all summer.' }),
} as const satisfies ReviewFact;

/** The first instant at which the 15th is over everywhere. */
export const lapse: Command.LapseInvitation = {
  ...{ type: 'LapseInvitation', ...asked('act-lapse', '2027-01-16T12:00:00.000Z') },
  ...{ role: 'peer', reviewer: 'cy', cause: 'due' },
};
export const lapsed = {
  ...{ type: 'InvitationLapsed', ...told('act-lapse', '2027-01-16T12:00:00.000Z') },
  ...{ role: 'peer', reviewer: 'cy', cause: 'due' },
} as const satisfies ReviewFact;

export const scale = { min: million, max: 5 * million };
const anchors = [1, 2, 3, 4, 5].map((one) => one * million);
export const asks: readonly Command.ItemAsked[] = [
  { item: 'results', kind: 'rating', required: true, anchors },
  { item: 'conduct', kind: 'rating', required: false, anchors },
  { item: 'why', kind: 'text', required: true },
];

const section = (act: string, at: string, by: string, rating: number, why: string) => ({
  command: {
    ...{
      type: 'SubmitSection' as const,
      ...asked(act, at),
      by,
      asks,
      evidence: [],
      words: { why },
    },
    ratings: [{ item: 'results', rating: rating * million }],
  } as const,
  fact: {
    ...{ type: 'SectionSubmitted' as const, ...told(act, at), by, evidence: [], text: of({ why }) },
    ratings: [{ item: 'results', rating: rating * million }],
  } as const,
});

const self = section('act-self', '2026-09-04T09:00:00.000Z', ada, 4, 'I opened the night desk.');
export const submitSelf: Command.SubmitSection = { ...self.command, role: 'self' };
export const selfSubmitted = { ...self.fact, role: 'self' } as const satisfies ReviewFact;

const peer = section('act-peer', '2026-09-05T09:00:00.000Z', 'cy', 5, 'She taught us all.');
export const submitPeer: Command.SubmitSection = { ...peer.command, role: 'peer' };
export const peerSubmitted = { ...peer.fact, role: 'peer' } as const satisfies ReviewFact;

const manager = section('act-manager', '2026-09-10T09:00:00.000Z', mia, 4, 'Nobody waits now.');
export const submitManager: Command.SubmitSection = {
  ...{ ...manager.command, role: 'manager', evidence: [goalStream] },
};
export const managerSubmitted = {
  ...{ ...manager.fact, role: 'manager', evidence: [goalStream] },
} as const satisfies ReviewFact;

/** Mo takes over on the first of October; Mia keeps her 260 days. */
export const reassign: Command.ReassignReviewer = {
  ...{ type: 'ReassignReviewer', ...asked('act-reassign', '2026-10-01T06:00:00.000Z') },
  ...{ to: mo, on: '2026-10-01', days: { outgoing: 260, incoming: 91 } },
};
export const sealed = {
  ...{ type: 'SegmentSealed', ...told('act-reassign', '2026-10-01T06:00:00.000Z') },
  ...{ manager: mia, from: '2026-01-01', to: '2026-09-30', days: 260 },
  ...{ was: 'submitted', source: 'act-manager', ratings: managerSubmitted.ratings, text: of({}) },
} as const satisfies ReviewFact;
export const reassigned = {
  ...{ type: 'ReviewerReassigned', ...told('act-reassign', '2026-10-01T06:00:00.000Z') },
  ...{ from: mia, to: mo, on: '2026-10-01' },
  segment: { manager: mo, from: '2026-10-01', to: '2026-12-31', days: 91 },
} as const satisfies ReviewFact;

const second = section('act-second', '2027-01-20T09:00:00.000Z', mo, 3, 'A quiet quarter.');
export const submitSecond: Command.SubmitSection = { ...second.command, role: 'manager' };
export const secondSubmitted = { ...second.fact, role: 'manager' } as const satisfies ReviewFact;

export const scored: Scored = {
  ...{ packHash: hash('b'), basis: 1, total: 4 * million, days: 351, scale },
  parts: [{ part: 'manager', share: 750_000, weight: null }],
  leaves: [
    { kind: 'scale-begins', points: million },
    ...[{ kind: 'rating', part: 'manager', fact: 'f', rating: 4_000_000, points: 3_000_000 }],
  ] as Scored['leaves'],
  segments: [{ days: 351, ratings: [{ part: 'manager', rating: 4 * million }] }],
};
export const score: Command.ScoreReview = {
  ...{ type: 'ScoreReview', ...asked('act-score', '2026-09-10T09:00:00.100Z'), ...scored },
};
export const reviewScored = {
  ...{ type: 'ReviewScored', ...told('act-score', '2026-09-10T09:00:00.100Z'), ...scored },
} as const satisfies ReviewFact;

export const enter: Command.EnterCalibration = {
  ...{ type: 'EnterCalibration', ...asked('act-enter', '2027-02-01T09:00:00.000Z'), sessionId },
};
export const entered = {
  ...{ type: 'CalibrationEntered', ...told('act-enter', '2027-02-01T09:00:00.000Z'), sessionId },
} as const satisfies ReviewFact;

const calibration = {
  ...{ sessionId, adjustmentId: 'adjustment-1', from: 4 * million, to: 3_500_000 },
  reasonCode: 'rater-lenient',
};
export const calibrate: Command.CalibrateRating = {
  ...{ type: 'CalibrateRating', ...asked('act-calibrate', '2027-02-05T09:00:00.000Z') },
  ...calibration,
};
export const calibrated = {
  ...{ type: 'RatingCalibrated', ...told('act-calibrate', '2027-02-05T09:00:00.000Z') },
  ...calibration,
} as const satisfies ReviewFact;

const words = { reason: 'The merger in May is not in the goals.' };
export const override: Command.OverrideRating = {
  ...{ type: 'OverrideRating', ...asked('act-override', '2027-02-06T09:00:00.000Z'), by: mia },
  ...{ from: 4 * million, to: 4_500_000, step: 10_000, reasonCode: 'circumstances', ...words },
};
export const overridden = {
  ...{ type: 'RatingOverridden', ...told('act-override', '2027-02-06T09:00:00.000Z'), by: mia },
  ...{ computed: 4 * million, from: 4 * million, to: 4_500_000, reasonCode: 'circumstances' },
  text: of(words),
} as const satisfies ReviewFact;

export const finalise: Command.FinaliseReview = {
  ...{ type: 'FinaliseReview', ...asked('act-finalise', '2027-02-08T09:00:00.000Z'), by: mia },
  rating: 4 * million,
};
export const finalised = {
  ...{ type: 'ReviewFinalised', ...told('act-finalise', '2027-02-08T09:00:00.000Z'), by: mia },
  ...{ rating: 4 * million, revision: 1 },
} as const satisfies ReviewFact;

export const notRate: Command.DeclareNotRated = {
  ...{ type: 'DeclareNotRated', ...asked('act-not-rated', '2027-02-08T09:00:00.000Z') },
  ...{ by: hana, cause: 'too-few-days' },
};
export const notRated = {
  ...{ type: 'NotRatedDeclared', ...told('act-not-rated', '2027-02-08T09:00:00.000Z') },
  ...{ by: hana, cause: 'too-few-days', revision: 1 },
} as const satisfies ReviewFact;

export const share: Command.EndReview = {
  ...{ type: 'ShareReview', ...asked('act-share', '2027-02-12T09:00:00.000Z'), by: mia },
};
export const shared = {
  ...{ type: 'ReviewShared', ...told('act-share', '2027-02-12T09:00:00.000Z'), by: mia },
} as const satisfies ReviewFact;

const say = (type: 'Acknowledge' | 'Dispute' | 'Withdraw', at: string, by: string, why: string) => {
  const act = `act-${type.toLowerCase()}`;
  return { ...asked(act, at), type: `${type}Review` as const, by, reason: why };
};
const saidSo = (act: string, at: string, by: string, why: string) => ({
  ...{ ...told(act, at), by, text: of({ reason: why }) },
});

export const acknowledge: Command.SayReview = {
  ...say('Acknowledge', '2027-02-14T09:00:00.000Z', ada, 'Seen.'),
};
export const acknowledged = {
  type: 'ReviewAcknowledged',
  ...saidSo('act-acknowledge', '2027-02-14T09:00:00.000Z', ada, 'Seen.'),
} as const satisfies ReviewFact;

/** The first instant at which the 28th is over everywhere. */
export const lapseAcknowledgement: Command.LapseAcknowledgement = {
  ...{ type: 'LapseAcknowledgement', ...asked('act-silent', '2027-03-01T12:00:00.000Z') },
};
export const silent = {
  ...{ type: 'AcknowledgementLapsed', ...told('act-silent', '2027-03-01T12:00:00.000Z') },
} as const satisfies ReviewFact;

export const dispute: Command.SayReview = {
  ...say('Dispute', '2027-02-15T09:00:00.000Z', ada, 'The merger is not in it.'),
};
export const disputed = {
  type: 'ReviewDisputed',
  ...saidSo('act-dispute', '2027-02-15T09:00:00.000Z', ada, 'The merger is not in it.'),
} as const satisfies ReviewFact;

export const resolve: Command.ResolveDispute = {
  ...{ type: 'ResolveDispute', ...asked('act-resolve', '2027-02-20T09:00:00.000Z'), by: hana },
  ...{ outcome: 'partly', reason: 'One of two points.', calibrators: [] },
};
export const resolved = {
  ...{ type: 'DisputeResolved', outcome: 'partly' },
  ...saidSo('act-resolve', '2027-02-20T09:00:00.000Z', hana, 'One of two points.'),
} as const satisfies ReviewFact;

export const close: Command.EndReview = {
  ...{ type: 'CloseReview', ...asked('act-close', '2027-03-10T09:00:00.000Z'), by: mia },
};
export const closed = {
  ...{ type: 'ReviewClosed', ...told('act-close', '2027-03-10T09:00:00.000Z'), by: mia },
} as const satisfies ReviewFact;

/** The dispute was not right: nothing is corrected. */
export const turnDown: Command.ResolveDispute = { ...resolve, outcome: 'rejected' };
export const turnedDown = { ...resolved, outcome: 'rejected' } as const satisfies ReviewFact;

const approval = { approver: hana, askedBy: mia };
export const reopen: Command.ReopenReview = {
  ...{ type: 'ReopenReview', ...asked('act-reopen', '2027-03-12T09:00:00.000Z'), ...approval },
  ...{ reason: 'The dispute was right.', calibrators: [] },
};
export const reopened = {
  ...{ type: 'ReviewReopened', ...told('act-reopen', '2027-03-12T09:00:00.000Z'), ...approval },
  ...{ revision: 2, text: of({ reason: 'The dispute was right.' }) },
} as const satisfies ReviewFact;

const late = {
  hash: hash('f'),
  entries: [{ source: 'goals', stream: goalStream, revision: 9, hash: hash('9') }],
};
const byMia = (from: string, to: string, counts = true) => ({ manager: mia, from, to, counts });
/** Mia all year, with the fourteen days of leave that were known at the opening. */
const asOpened = [
  ...[byMia('2026-01-01', '2026-01-31'), byMia('2026-02-01', '2026-02-14', false)],
  byMia('2026-02-15', '2026-12-31'),
];
export const repin: Command.RepinReview = {
  ...{ type: 'RepinReview', ...asked('act-repin', '2026-09-20T09:00:00.000Z'), ...approval },
  ...{ reason: 'The figures of June came late.', manifest: late, calibrators: [] },
  ...{ position: '00000000000000000042', answered: asOpened },
};
/** As an earlier version recorded it, which counted no days and did not say its place. */
export const repinnedBefore = {
  ...{ type: 'ReviewRepinned', ...told('act-repin', '2026-09-20T09:00:00.000Z'), ...approval },
  ...{ manifest: late, text: of({ reason: 'The figures of June came late.' }) },
} as const satisfies ReviewFact;
export const repinned = {
  ...repinnedBefore,
  position: '00000000000000000042',
} as const satisfies ReviewFact;

const person = { source: 'directory', stream: 'directory.person-acme.ada', revision: 1 };
const withLeave = { hash: hash('e'), entries: [...late.entries, { ...person, hash: hash('8') }] };
/** She was on leave until the end of June, which was entered after the pin. */
export const repinLeave: Command.RepinReview = {
  ...{ ...repin, manifest: withLeave },
  answered: [byMia('2026-01-01', '2026-06-30', false), byMia('2026-07-01', '2026-12-31')],
};
export const repinnedLeave = {
  ...{ ...repinned, manifest: withLeave },
  parts: [{ of: 0, from: '2026-01-01', to: '2026-12-31', days: 184 }],
} as const satisfies ReviewFact;
/** As an earlier version counted the days, of parts that stayed where they were. */
export const repinnedDays = {
  ...{ ...repinned, manifest: withLeave, days: [184] },
} as const satisfies ReviewFact;

export const withdraw: Command.SayReview = {
  ...say('Withdraw', '2026-09-21T09:00:00.000Z', hana, 'She has left.'),
};
export const withdrawn = {
  type: 'ReviewWithdrawn',
  ...saidSo('act-withdraw', '2026-09-21T09:00:00.000Z', hana, 'She has left.'),
} as const satisfies ReviewFact;

/** Until there is a score of all that was written. */
export const rated = [opened, managerSubmitted, reviewScored] as const;
/** Until its subject may read it. */
export const toldSubject = [...rated, finalised, shared] as const;
