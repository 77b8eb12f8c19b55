import { clearText } from '@plumbline/kernel';
import type * as Command from './goal.commands.ts';
import type { GoalFact, KeyResult } from './goal.ts';

/**
 * The example histories of a goal, by name: the second quarter of Ada, who wants faster answers
 * for customers. Decisions, views and HTTP tests tell their cases with these.
 */
export const goalId = '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';
export const owner = 'person:ada';
export const quarter = { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' };

export const answerTime: KeyResult = {
  id: 'kr1',
  weight: 3,
  measure: { kind: 'decrease', start: 48, target: 12, unit: 'h' },
};
export const backlog: KeyResult = {
  id: 'kr2',
  weight: 1,
  measure: { kind: 'within', low: 0, high: 20 },
};
export const launch: KeyResult = {
  id: 'kr3',
  weight: 1,
  measure: {
    kind: 'milestones',
    milestones: [
      { id: 'pilot', weight: 1 },
      { id: 'rollout', weight: 3 },
    ],
  },
};

const words = {
  title: 'Customers get an answer the same day',
  'keyResult.kr1': 'Hours to the first answer',
  'keyResult.kr2': 'Open cases',
  'keyResult.kr3': 'New desk',
  'milestone.kr3.pilot': 'Pilot',
  'milestone.kr3.rollout': 'Roll-out',
};

const asked = (act: string, at: string, now = at) => ({ act, goalId, at, now });
const told = (act: string, at: string) => ({ act, goalId, at });
const plan = {
  period: quarter,
  measuredBy: 'key-results' as const,
  cadenceDays: 14,
  keyResults: [answerTime, backlog, launch],
};

export const draft: Command.DraftGoal = {
  type: 'DraftGoal',
  ...asked('act-draft', '2026-03-20T09:00:00.000Z'),
  owner,
  ...plan,
  words,
};
export const drafted: GoalFact = {
  type: 'GoalDrafted',
  ...told('act-draft', '2026-03-20T09:00:00.000Z'),
  owner,
  ...plan,
  text: clearText(owner, words),
};

export const activate: Command.ActivateGoal = {
  type: 'ActivateGoal',
  ...asked('act-activate', '2026-04-01T08:00:00.000Z'),
  kind: 'committed',
};
export const activated: GoalFact = {
  type: 'GoalActivated',
  ...told('act-activate', '2026-04-01T08:00:00.000Z'),
  owner,
  kind: 'committed',
  period: quarter,
  keyResults: plan.keyResults,
};

export const checkIn: Command.CheckInProgress = {
  type: 'CheckInProgress',
  ...asked('act-check-in', '2026-05-01T10:00:00.000Z'),
  keyResultId: 'kr1',
  value: 30,
  done: null,
  confidence: 0.7,
  source: 'person',
  narrative: 'The night shift helps.',
};
export const checkedIn: GoalFact = {
  type: 'ProgressCheckedIn',
  ...told('act-check-in', '2026-05-01T10:00:00.000Z'),
  keyResultId: 'kr1',
  value: 30,
  done: null,
  confidence: 0.7,
  source: 'person',
  late: false,
  text: clearText(owner, { narrative: 'The night shift helps.' }),
};

export const amendTarget: Command.AmendGoal = {
  type: 'AmendGoal',
  ...asked('act-amend', '2026-05-10T10:00:00.000Z'),
  reason: 'Half of the team moved.',
  words: {},
  targets: [{ keyResultId: 'kr1', target: 24 }],
  weights: [],
  add: [],
  drop: [],
};
export const targetAmended = {
  type: 'TargetAmended',
  ...told('act-amend', '2026-05-10T10:00:00.000Z'),
  text: clearText(owner, { reason: 'Half of the team moved.' }),
  keyResultId: 'kr1',
  from: { kind: 'decrease', start: 48, target: 12, unit: 'h' },
  to: { kind: 'decrease', start: 48, target: 24, unit: 'h' },
} as const satisfies GoalFact;

export const correct: Command.CorrectCheckIn = {
  type: 'CorrectCheckIn',
  ...asked('act-correct', '2026-05-02T10:00:00.000Z'),
  checkInId: 'act-check-in',
  to: { value: 33 },
  reason: 'A typing error.',
};
export const corrected: GoalFact = {
  type: 'CheckInCorrected',
  ...told('act-correct', '2026-05-02T10:00:00.000Z'),
  checkInId: 'act-check-in',
  keyResultId: 'kr1',
  from: { value: 30, done: null, confidence: 0.7 },
  to: { value: 33, done: null, confidence: 0.7 },
  text: clearText(owner, { reason: 'A typing error.' }),
};

export const transfer: Command.TransferGoal = {
  type: 'TransferGoal',
  ...asked('act-transfer', '2026-06-01T10:00:00.000Z'),
  to: 'person:bo',
  reason: 'Ada is away.',
};
export const transferred: GoalFact = {
  type: 'GoalTransferred',
  ...told('act-transfer', '2026-06-01T10:00:00.000Z'),
  from: owner,
  to: 'person:bo',
  text: clearText(owner, { reason: 'Ada is away.' }),
};

export const close: Command.CloseGoal = {
  type: 'CloseGoal',
  ...asked('act-close', '2026-06-30T16:00:00.000Z'),
  score: 0.5,
  lesson: 'Ask customers first.',
  postMortem: 'We hired too late.',
};
export const closed: GoalFact = {
  type: 'GoalClosed',
  ...told('act-close', '2026-06-30T16:00:00.000Z'),
  score: 0.5,
  grade: 'missed',
  attainment: 0.5,
  outcomes: [
    { keyResultId: 'kr1', attainment: 0.5, met: false },
    { keyResultId: 'kr2', attainment: null, met: null },
    { keyResultId: 'kr3', attainment: null, met: null },
  ],
  text: clearText(owner, { lesson: 'Ask customers first.', postMortem: 'We hired too late.' }),
};

export const withdraw: Command.WithdrawGoal = {
  type: 'WithdrawGoal',
  ...asked('act-withdraw', '2026-03-25T10:00:00.000Z'),
  reason: 'It doubles another goal.',
};
export const withdrawn: GoalFact = {
  type: 'GoalWithdrawn',
  ...told('act-withdraw', '2026-03-25T10:00:00.000Z'),
  text: clearText(owner, { reason: 'It doubles another goal.' }),
};

/** The kinds of facts that the stories above do not come to, one of each. */
const reason = { text: clearText(owner, { reason: 'The plan changed.' }) };
const later = told('act-later', '2026-05-20T10:00:00.000Z');

export const redrafted: GoalFact = {
  type: 'GoalRedrafted',
  ...later,
  from: plan,
  ...plan,
  cadenceDays: 7,
  text: clearText(owner, { title: 'Same-day answers' }),
};
export const weightAmended: GoalFact = {
  type: 'WeightAmended',
  ...later,
  ...reason,
  ...{ keyResultId: 'kr1', from: 3, to: 5 },
};
export const periodAmended: GoalFact = {
  type: 'PeriodAmended',
  ...later,
  ...reason,
  from: quarter,
  to: { ...quarter, end: '2026-07-31' },
};
export const cadenceAmended: GoalFact = {
  type: 'CadenceAmended',
  ...later,
  ...reason,
  ...{ from: 14, to: 7 },
};
export const visibilityChanged = {
  type: 'VisibilityChanged',
  ...later,
  ...reason,
  from: 'public',
  to: 'private',
} as const satisfies GoalFact;
export const reworded: GoalFact = {
  type: 'GoalReworded',
  ...later,
  text: clearText(owner, { title: 'Same-day answers', reason: 'Shorter.' }),
};
export const keyResultAdded: GoalFact = {
  type: 'KeyResultAdded',
  ...later,
  keyResult: { ...answerTime, id: 'kr4' },
  text: clearText(owner, { 'keyResult.kr4': 'Hours at night', reason: 'Nights count too.' }),
};
export const keyResultDropped: GoalFact = {
  type: 'KeyResultDropped',
  ...later,
  ...reason,
  keyResultId: 'kr2',
};
