import { refusalOf } from '@plumbline/access';
import { strategyAggregate } from './facts.ts';
import { ownedBy } from './goals.permission.ts';
import { askedOf, type GoalsPorts, type GoalsRequest } from './goals.ports.ts';
import { strategyStream } from './goals.streams.ts';
import type { StrategyCommand } from './strategy/strategy.commands.ts';

export function transactStrategy(
  ports: GoalsPorts,
  command: StrategyCommand,
  request: GoalsRequest,
) {
  const { context, asking } = request;
  return ports.transactor.transact(strategyAggregate, {
    stream: strategyStream(context.tenant, command.strategyId),
    command,
    ...askedOf(request),
    permit: (strategy) => {
      if (command.type === 'PublishStrategy') {
        return refusalOf(ports, asking, 'strategy/publish', ownedBy(command));
      }
      if (strategy.stage === 'none') return undefined;
      const action = command.type === 'RaiseSignal' ? 'signal/raise' : 'strategy/publish';
      return refusalOf(ports, asking, action, ownedBy(strategy));
    },
  });
}
