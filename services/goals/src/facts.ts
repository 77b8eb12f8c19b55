import { factCodec, type Aggregate } from '@plumbline/event-log';
import type { AlignmentCommand } from './alignment/alignment.commands.ts';
import { alignmentDecider } from './alignment/alignment.decide.ts';
import type { AlignmentFact, Alignments } from './alignment/alignment.ts';
import type { ExperimentCommand } from './experiment/experiment.commands.ts';
import { experimentDecider } from './experiment/experiment.decide.ts';
import type { ExperimentFact, Idea } from './experiment/experiment.ts';
import type { GoalCommand } from './goal/goal.commands.ts';
import { goalDecider } from './goal/goal.decide.ts';
import type { Goal, GoalFact } from './goal/goal.ts';
import { kpiDecider, type KpiCommand } from './kpi/kpi.decide.ts';
import type { Kpi, KpiFact } from './kpi/kpi.ts';
import type { StrategyCommand } from './strategy/strategy.commands.ts';
import { strategyDecider } from './strategy/strategy.decide.ts';
import type { Strategy, StrategyFact } from './strategy/strategy.ts';

/** Everything that this context stores. */
export type GoalsFact = GoalFact | KpiFact | StrategyFact | AlignmentFact | ExperimentFact;

export const context = 'goals';

/** The newest version of every fact; an older one is brought up by an upcaster. */
const goalVersions: Readonly<Record<GoalFact['type'], number>> = {
  GoalDrafted: 1,
  GoalRedrafted: 1,
  GoalActivated: 1,
  TargetAmended: 1,
  WeightAmended: 1,
  PeriodAmended: 1,
  CadenceAmended: 1,
  VisibilityChanged: 1,
  GoalReworded: 1,
  KeyResultAdded: 1,
  KeyResultDropped: 1,
  ProgressCheckedIn: 1,
  CheckInCorrected: 1,
  GoalTransferred: 1,
  GoalClosed: 1,
  GoalWithdrawn: 1,
};

const kpiVersions: Readonly<Record<KpiFact['type'], number>> = {
  KpiDefined: 1,
  KpiRedefined: 1,
  KpiMeasured: 1,
};

const strategyVersions: Readonly<Record<StrategyFact['type'], number>> = {
  StrategyPublished: 1,
  StrategyRevised: 1,
  StrategyRetired: 1,
  StrategySignalRaised: 1,
};

const alignmentVersions: Readonly<Record<AlignmentFact['type'], number>> = {
  GoalAligned: 1,
  GoalUnaligned: 1,
};

const experimentVersions: Readonly<Record<ExperimentFact['type'], number>> = {
  IdeaSubmitted: 1,
  CreditAmended: 1,
  ExperimentStarted: 1,
  ExperimentConcluded: 1,
  IdeaSettled: 1,
  LessonReused: 1,
};

export const newestVersions = {
  ...goalVersions,
  ...kpiVersions,
  ...strategyVersions,
  ...alignmentVersions,
  ...experimentVersions,
};

export const goalsCodec = factCodec<GoalsFact>({ context, versions: newestVersions });

export const goalAggregate: Aggregate<GoalCommand, Goal, GoalFact> = {
  name: 'goal',
  foldVersion: 2,
  decider: goalDecider,
  codec: factCodec<GoalFact>({ context, versions: goalVersions }),
};

export const kpiAggregate: Aggregate<KpiCommand, Kpi, KpiFact> = {
  name: 'kpi',
  foldVersion: 1,
  decider: kpiDecider,
  codec: factCodec<KpiFact>({ context, versions: kpiVersions }),
};

export const strategyAggregate: Aggregate<StrategyCommand, Strategy, StrategyFact> = {
  name: 'strategy',
  foldVersion: 1,
  decider: strategyDecider,
  codec: factCodec<StrategyFact>({ context, versions: strategyVersions }),
};

/** One stream a tenant. */
export const alignmentAggregate: Aggregate<AlignmentCommand, Alignments, AlignmentFact> = {
  name: 'alignment',
  foldVersion: 1,
  decider: alignmentDecider,
  codec: factCodec<AlignmentFact>({ context, versions: alignmentVersions }),
};

export const experimentAggregate: Aggregate<ExperimentCommand, Idea, ExperimentFact> = {
  name: 'experiment',
  foldVersion: 1,
  decider: experimentDecider,
  codec: factCodec<ExperimentFact>({ context, versions: experimentVersions }),
};
