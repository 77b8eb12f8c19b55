import { Command } from '@nestjs/cqrs';
import type { Access } from '@plumbline/access';
import type { CommandContext, TransactReceipt, Transactor } from '@plumbline/event-log';
import type { Exporter } from '@plumbline/exports';
import { present, type Clock, type Rejection } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import type { Sealer } from '@plumbline/privacy';
import type { Views } from '@plumbline/views';
import type { AlignGoal, RealignGoal, UnalignGoal } from './alignment/alignment.commands.ts';
import type { ExperimentCommand } from './experiment/experiment.commands.ts';
import type { GoalCommand } from './goal/goal.commands.ts';
import type { KpiCommand } from './kpi/kpi.decide.ts';
import type { StrategyCommand } from './strategy/strategy.commands.ts';

/** What this context needs of the outside. */
export interface GoalsPorts {
  readonly transactor: Transactor;
  readonly views: Views;
  readonly sealer: Sealer;
  readonly clock: Clock;
  readonly access: Access;
  readonly exporter: Exporter;
}

export const goalsPorts = Symbol('GoalsPorts');

/** Whose the reason for an end is, the handler knows: the owner of the goal. */
export type AlignmentRequest = AlignGoal | Omit<UnalignGoal, 'owner'> | Omit<RealignGoal, 'owner'>;

export type AnyCommand =
  GoalCommand | KpiCommand | StrategyCommand | AlignmentRequest | ExperimentCommand;

/** Every command of this context goes over the bus in this one envelope. */
export class GoalsRequest extends Command<TransactReceipt | Rejection> {
  constructor(
    readonly command: AnyCommand,
    readonly context: CommandContext,
    /** Who asks; absent when the door has permitted it already (import, policy). */
    readonly asking?: Asking,
    readonly ifMatch?: number,
  ) {
    super();
  }
}

/** What every transaction of a request has, whatever it is about. */
export function askedOf({ context, ifMatch }: GoalsRequest) {
  return { context, ...present({ ifMatch }) };
}
