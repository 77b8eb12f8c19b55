import { Inject } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { reject, type Rejection } from '@plumbline/kernel';
import { transactAlignment } from './alignments.handler.ts';
import { goalAggregate, kpiAggregate } from './facts.ts';
import type { GoalCommand } from './goal/goal.commands.ts';
import { aboutLiveGoal, ownedBy } from './goals.permission.ts';
import { askedOf, GoalsRequest, goalsPorts, type GoalsPorts } from './goals.ports.ts';
import { goalStream, kpiStream } from './goals.streams.ts';
import { transactIdea } from './ideas.handler.ts';
import type { DefineKpi, KpiCommand } from './kpi/kpi.decide.ts';
import { transactStrategy } from './strategies.handler.ts';

type Result = Promise<TransactReceipt | Rejection>;

@CommandHandler(GoalsRequest)
export class GoalsHandler implements ICommandHandler<GoalsRequest> {
  constructor(@Inject(goalsPorts) private readonly ports: GoalsPorts) {}

  async execute(request: GoalsRequest): Result {
    const { command } = request;
    if ('kpiId' in command) return this.#decideKpi(command, request);
    if ('strategyId' in command) return transactStrategy(this.ports, command, request);
    if ('alignmentId' in command) return transactAlignment(this.ports, command, request);
    if ('ideaId' in command) return transactIdea(this.ports, command, request);
    return this.#decideGoal(command, request);
  }

  #decideGoal(command: GoalCommand, request: GoalsRequest): Result {
    const { context, asking } = request;
    return this.ports.transactor.transact(goalAggregate, {
      stream: goalStream(context.tenant, command.goalId),
      command,
      ...askedOf(request),
      permit: (goal) => {
        if (command.type === 'DraftGoal') {
          return refusalOf(this.ports, asking, 'goal/draft', ownedBy(command));
        }
        if (goal.stage === 'none') return undefined;
        const refused = refusalOf(this.ports, asking, 'goal/change', aboutLiveGoal(goal));
        if (refused !== undefined || command.type !== 'TransferGoal') return refused;
        // Who may not draft a goal for somebody may not hand them one either.
        return refusalOf(this.ports, asking, 'goal/draft', { owner: command.to });
      },
    });
  }

  async #decideKpi(command: KpiCommand, request: GoalsRequest): Result {
    const { context, asking } = request;
    const stream = kpiStream(context.tenant, command.kpiId);
    if (command.type === 'DefineKpi') {
      const { repeated } = await this.ports.transactor.load(kpiAggregate, stream, context);
      if (repeated !== undefined) return repeated;
      const refused = await this.#refusePlacement(command, request);
      if (refused !== undefined) return refused;
    }
    return this.ports.transactor.transact(kpiAggregate, {
      ...{ stream, command },
      ...askedOf(request),
      permit: (kpi) => {
        if (command.type === 'DefineKpi') {
          return refusalOf(this.ports, asking, 'kpi/define', ownedBy(command));
        }
        if (kpi.stage === 'none') return undefined;
        const action = command.type === 'RecordMeasurement' ? 'kpi/measure' : 'kpi/define';
        return refusalOf(this.ports, asking, action, ownedBy(kpi));
      },
    });
  }

  /**
   * A KPI that tells of a goal changes the goal's progress: the goal must exist, and the caller
   * must be allowed to change it. Goals are never removed, so this holds after the check too.
   */
  async #refusePlacement(
    { goalId, keyResultId }: DefineKpi,
    { context: { tenant }, asking }: GoalsRequest,
  ): Promise<Rejection | undefined> {
    if (goalId === undefined) return undefined;
    const { state } = await this.ports.transactor.load(goalAggregate, goalStream(tenant, goalId));
    if (state.stage === 'none') return unknownGoal;
    const about = aboutLiveGoal(state);
    // A goal that the caller may not see is as if there were none.
    if (refusalOf(this.ports, asking, 'goal/read', about) !== undefined) return unknownGoal;
    const refused = refusalOf(this.ports, asking, 'goal/change', about);
    if (refused !== undefined) return refused;
    if (keyResultId === undefined || state.keyResults.some((one) => one.id === keyResultId)) {
      return undefined;
    }
    const detail = `The goal has no key result "${keyResultId}".`;
    return reject('kpi/unknown-key-result', detail, '/keyResultId');
  }
}

const unknownGoal = reject('kpi/unknown-goal', 'There is no goal with this id.', '/goalId');
