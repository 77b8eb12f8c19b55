import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { streamName, type CommandContext } from '@plumbline/event-log';
import type { TransactReceipt, Transactor } from '@plumbline/event-log';
import { reject, type Clock, type Rejection } from '@plumbline/kernel';
import { permit, relationTo, type Action, type Asking } from '@plumbline/organization';
import type { Sealer } from '@plumbline/privacy';
import type { Views } from '@plumbline/views';
import { goalAggregate, kpiAggregate } from './facts.ts';
import type { GoalCommand } from './goal/goal.commands.ts';
import type { DefineKpi, KpiCommand } from './kpi/kpi.decide.ts';

/** What this context needs of the outside. */
export interface GoalsPorts {
  readonly transactor: Transactor;
  readonly views: Views;
  readonly sealer: Sealer;
  readonly clock: Clock;
}

export const goalsPorts = Symbol('GoalsPorts');

/** Every command of this context goes over the bus in this one envelope. */
export class GoalsRequest extends Command<TransactReceipt | Rejection> {
  constructor(
    readonly command: GoalCommand | KpiCommand,
    readonly context: CommandContext,
    /** Who asks; absent when the door has permitted it already (import, policy). */
    readonly asking?: Asking,
    readonly ifMatch?: number,
  ) {
    super();
  }
}

export const goalStream = (tenant: string, id: string): string =>
  streamName('goals', 'goal', tenant, id);

export const kpiStream = (tenant: string, id: string): string =>
  streamName('goals', 'kpi', tenant, id);

@CommandHandler(GoalsRequest)
export class GoalsHandler implements ICommandHandler<GoalsRequest> {
  constructor(@Inject(goalsPorts) private readonly ports: GoalsPorts) {}

  async execute(request: GoalsRequest): Promise<TransactReceipt | Rejection> {
    const { command } = request;
    return 'kpiId' in command
      ? this.#decideKpi(command, request)
      : this.#decideGoal(command, request);
  }

  #decideGoal(command: GoalCommand, { context, asking, ifMatch }: GoalsRequest) {
    return this.ports.transactor.transact(goalAggregate, {
      stream: goalStream(context.tenant, command.goalId),
      command,
      context,
      ...(ifMatch === undefined ? {} : { ifMatch }),
      permit: (goal) => {
        if (command.type === 'DraftGoal') return allowed(asking, 'goal/draft', command.owner);
        return goal.stage === 'none' ? undefined : allowed(asking, 'goal/change', goal.owner);
      },
    });
  }

  async #decideKpi(command: KpiCommand, { context, asking, ifMatch }: GoalsRequest) {
    if (command.type === 'DefineKpi') {
      const refused = await this.#refusePlacement(command, context.tenant, asking);
      if (refused !== undefined) return refused;
    }
    return this.ports.transactor.transact(kpiAggregate, {
      stream: kpiStream(context.tenant, command.kpiId),
      command,
      context,
      ...(ifMatch === undefined ? {} : { ifMatch }),
      permit: (kpi) => {
        if (command.type === 'DefineKpi') return allowed(asking, 'kpi/define', command.owner);
        if (kpi.stage === 'none') return undefined;
        const action = command.type === 'RecordMeasurement' ? 'kpi/measure' : 'kpi/define';
        return allowed(asking, action, kpi.owner);
      },
    });
  }

  /**
   * A KPI that tells of a goal changes the goal's progress: the goal must exist, and the caller
   * must be allowed to change it. Goals are never removed, so this holds after the check too.
   */
  async #refusePlacement(
    { goalId, keyResultId }: DefineKpi,
    tenant: string,
    asking: Asking | undefined,
  ): Promise<Rejection | undefined> {
    if (goalId === undefined) return undefined;
    const { state } = await this.ports.transactor.load(goalAggregate, goalStream(tenant, goalId));
    if (state.stage === 'none') {
      return reject('kpi/unknown-goal', 'There is no goal with this id.', '/goalId');
    }
    if (keyResultId !== undefined && !state.keyResults.some((one) => one.id === keyResultId)) {
      const detail = `The goal has no key result "${keyResultId}".`;
      return reject('kpi/unknown-key-result', detail, '/keyResultId');
    }
    return allowed(asking, 'goal/change', state.owner);
  }
}

function allowed(asking: Asking | undefined, action: Action, owner: string): Rejection | undefined {
  return asking === undefined ? undefined : permit(asking, action, relationTo(asking, owner));
}
