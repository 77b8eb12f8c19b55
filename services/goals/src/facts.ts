import { factCodec, type Aggregate } from '@plumbline/event-log';
import type { GoalCommand } from './goal/goal.commands.ts';
import { goalDecider } from './goal/goal.decide.ts';
import type { Goal, GoalFact } from './goal/goal.ts';
import { kpiDecider, type KpiCommand } from './kpi/kpi.decide.ts';
import type { Kpi, KpiFact } from './kpi/kpi.ts';

/** Everything that this context stores. */
export type GoalsFact = GoalFact | KpiFact;

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

export const newestVersions = { ...goalVersions, ...kpiVersions };

export const goalsCodec = factCodec<GoalsFact>({ context, versions: newestVersions });

export const goalAggregate: Aggregate<GoalCommand, Goal, GoalFact> = {
  name: 'goal',
  foldVersion: 1,
  decider: goalDecider,
  codec: factCodec<GoalFact>({ context, versions: goalVersions }),
};

export const kpiAggregate: Aggregate<KpiCommand, Kpi, KpiFact> = {
  name: 'kpi',
  foldVersion: 1,
  decider: kpiDecider,
  codec: factCodec<KpiFact>({ context, versions: kpiVersions }),
};
