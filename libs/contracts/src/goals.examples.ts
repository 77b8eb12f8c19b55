import type { GoalsPublished } from './goals.ts';

const goalId = '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';
const kpiId = '7a2d9b63-8e4f-5c7b-8d2e-3f5a7b9c1d2e';
const checkInId = 'fbcb6fd4-f7dd-5cfd-b5ba-89b280583c91';
const keyResultId = 'kr1';
const owner = 'person:5b1f0e7c';
const quarter = { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' };
const milestones = [
  { id: 'pilot', weight: 1 },
  { id: 'rollout', weight: 3 },
] as const;
const clients = { kind: 'increase', start: 0, target: 76_000 } as const;

const strategyId = '5d2f1b74-9a3c-5e6d-8b1f-4c5a6d7e8f90';
/** All alignments of a tenant are in one stream. */
const alignmentsId = '4f9b1d36-7c2e-5a48-8d0f-3e5a7b9c1d6f';
const alignmentId = '2c8e6f15-4d7a-5b39-9f0e-1a3b5c7d9e2f';
const ideaId = '9e4a6c32-1b7d-5f80-a2e3-5c8d7f6b4a19';
const signalId = '6b3d9a28-5e1c-5f74-8a0b-2d4f6e8c1a37';
const parentId = '8b7e4c11-2f6d-5a90-b3c2-7d1e9f0a4b5c';
const themes = [
  { id: 'near', perspective: 'customer', weight: 3 },
  { id: 'lean', perspective: 'process', weight: 1 },
] as const;
const published = { strategyId, owner: 'unit:service-desk', from: '2026-01-01', themes };

/** Examples of every fact that `goals` publishes, by what they show. */
export const goalsExamples: {
  readonly [Type in keyof GoalsPublished]: Readonly<Record<string, GoalsPublished[Type]>>;
} = {
  'goals.GoalActivated.v1': {
    ofTwoKeyResults: {
      goalId,
      owner,
      kind: 'committed',
      period: quarter,
      keyResults: [
        { id: 'kr1', weight: 3, measure: { kind: 'decrease', start: 48, target: 12, unit: 'h' } },
        { id: 'kr2', weight: 1, measure: { kind: 'milestones', milestones } },
      ],
    },
    ofAPrivateGoal: {
      ...{ goalId, owner, kind: 'aspirational', period: quarter },
      ...{ keyResults: [{ id: 'kr1', weight: 1 }], visibility: 'private' },
    },
  },
  'goals.TargetAmended.v1': {
    ofALine: {
      goalId,
      keyResultId,
      from: { kind: 'decrease', start: 48, target: 12, unit: 'h' },
      to: { kind: 'decrease', start: 48, target: 24, unit: 'h' },
    },
    ofABand: {
      goalId,
      keyResultId: 'kr2',
      from: { kind: 'within', low: 0, high: 20 },
      to: { kind: 'within', low: 0, high: 30 },
    },
  },
  'goals.WeightAmended.v1': {
    toMore: { goalId, keyResultId, from: 1, to: 2 },
  },
  'goals.PeriodAmended.v1': {
    toAMonthMore: { goalId, from: quarter, to: { ...quarter, end: '2026-07-31' } },
  },
  'goals.KeyResultAdded.v1': {
    ofALine: { goalId, keyResult: { id: 'kr3', weight: 1, measure: clients } },
  },
  'goals.KeyResultDropped.v1': {
    byItsId: { goalId, keyResultId: 'kr3' },
  },
  'goals.ProgressCheckedIn.v1': {
    ofANumber: {
      ...{ goalId, keyResultId, checkInId },
      ...{ value: 30, done: null, confidence: 0.7, late: false },
    },
    ofMilestones: {
      ...{ goalId, keyResultId: 'kr3', checkInId },
      ...{ value: null, done: ['pilot'], confidence: null, late: false },
    },
  },
  'goals.CheckInCorrected.v1': {
    toANumber: {
      ...{ goalId, keyResultId, checkInId },
      to: { value: 33, done: null, confidence: 0.7 },
    },
    withdrawn: { goalId, keyResultId, checkInId, to: null },
  },
  'goals.GoalTransferred.v1': {
    toAUnit: { goalId, from: owner, to: 'unit:service-desk' },
  },
  'goals.GoalClosed.v1': {
    missed: { goalId, score: 0.5, grade: 'missed', attainment: 0.5 },
    withoutACheckIn: { goalId, score: 0.2, grade: 'red', attainment: null },
  },
  'goals.KpiDefined.v1': {
    ofAGoal: { kpiId, version: 1, goalId, measure: clients },
    onItsOwn: { kpiId, version: 2, measure: { kind: 'undefined', unit: '%' } },
  },
  'goals.KpiMeasured.v1': {
    feedsAKeyResult: {
      ...{ kpiId, version: 1, goalId, keyResultId, measurementId: checkInId },
      ...{ period: quarter, value: 12_905, late: false },
    },
    withoutAValue: {
      ...{ kpiId, version: 1, measurementId: checkInId },
      ...{ period: quarter, value: null, late: true },
    },
  },
  'goals.VisibilityChanged.v1': {
    toPrivate: { goalId, from: 'public', to: 'private' },
  },
  'goals.StrategyPublished.v1': {
    withAnEnd: { ...published, until: '2028-01-01' },
    untilRetired: { ...published, until: null },
  },
  'goals.StrategyRevised.v1': {
    withFewerThemes: { ...published, until: '2028-01-01', themes: themes.slice(0, 1) },
  },
  'goals.StrategyRetired.v1': {
    afterAYear: { strategyId, on: '2027-01-01' },
  },
  'goals.StrategySignalRaised.v1': {
    ofATheme: { strategyId, signalId, kind: 'regulation', themeId: 'near' },
    ofTheWhole: { strategyId, signalId, kind: 'market', themeId: null },
  },
  'goals.GoalAligned.v1': {
    toAGoal: {
      ...{ alignmentId, child: goalId, parent: { goal: parentId } },
      ...{ mode: 'contributes', share: 0.6, from: '2026-04-01' },
    },
    inSupportOfATheme: {
      ...{ alignmentId, child: goalId, parent: { strategy: strategyId, theme: 'near' } },
      ...{ mode: 'supports', share: null, from: '2026-04-01' },
    },
  },
  'goals.GoalUnaligned.v1': {
    fromAGoal: { alignmentId, child: goalId, parent: { goal: parentId }, on: '2026-09-01' },
  },
  'goals.IdeaSubmitted.v1': {
    byTwo: {
      ...{ ideaId, owner, signalId },
      credit: [
        { person: '5b1f0e7c', share: 0.7 },
        { person: '8d2c4a9e', share: 0.3 },
      ],
    },
    ofOnesOwn: { ideaId, owner, credit: [{ person: '5b1f0e7c', share: 1 }] },
  },
  'goals.CreditAmended.v1': {
    inHalves: {
      ideaId,
      credit: [
        { person: '5b1f0e7c', share: 0.5 },
        { person: '8d2c4a9e', share: 0.5 },
      ],
    },
  },
  'goals.ExperimentStarted.v1': {
    ofAMetric: {
      ideaId,
      hypothesis: {
        ...{ metric: 'first-answer-hours', direction: 'decrease', threshold: 12, unit: 'h' },
      },
      until: '2026-05-31',
    },
  },
  'goals.ExperimentConcluded.v1': {
    failedWithALesson: { ideaId, outcome: 'refuted', value: 16, completed: true },
    withoutAValue: { ideaId, outcome: 'inconclusive', value: null, completed: true },
  },
  'goals.IdeaSettled.v1': {
    adopted: { ideaId, outcome: 'adopted' },
  },
  'goals.LessonReused.v1': {
    byAGoal: { ideaId, by: { goal: goalId } },
    byAnIdea: { ideaId, by: { idea: signalId } },
  },
};

/** The stream that an example is of. */
export function goalsStreamOf(type: string): string {
  const fact = type.slice('goals.'.length);
  if (fact.startsWith('Kpi')) return `goals.kpi-acme.${kpiId}`;
  if (fact.startsWith('Strategy')) return `goals.strategy-acme.${strategyId}`;
  if (/^Goal(Aligned|Unaligned)/.test(fact)) return `goals.alignment-acme.${alignmentsId}`;
  const isOfIdea = /^(Idea|Experiment|Credit|Lesson)/.test(fact);
  return isOfIdea ? `goals.experiment-acme.${ideaId}` : `goals.goal-acme.${goalId}`;
}
