import { refusalOf } from '@plumbline/access';
import { reject, type Rejection } from '@plumbline/kernel';
import type { Action } from '@plumbline/organization';
import type { ExperimentCommand, ReuseLesson } from './experiment/experiment.commands.ts';
import { experimentAggregate, goalAggregate } from './facts.ts';
import { aboutLiveGoal, ownedBy } from './goals.permission.ts';
import { askedOf, type GoalsPorts, type GoalsRequest } from './goals.ports.ts';
import { goalStream, ideaStream } from './goals.streams.ts';

export async function transactIdea(
  ports: GoalsPorts,
  command: ExperimentCommand,
  request: GoalsRequest,
) {
  const { context, asking } = request;
  const stream = ideaStream(context.tenant, command.ideaId);
  if (command.type === 'ReuseLesson') {
    const { repeated } = await ports.transactor.load(experimentAggregate, stream, context);
    if (repeated !== undefined) return repeated;
    const refused = await refuseReuser(ports, command, request);
    if (refused !== undefined) return refused;
  }
  return ports.transactor.transact(experimentAggregate, {
    ...{ stream, command, ...askedOf(request) },
    permit: (idea) => {
      if (command.type === 'SubmitIdea') {
        return refusalOf(ports, asking, 'idea/submit', ownedBy(command));
      }
      const action = actionOf(command);
      if (idea.stage === 'none' || action === undefined) return undefined;
      return refusalOf(ports, asking, action, ownedBy(idea));
    },
  });
}

function actionOf(command: Exclude<ExperimentCommand, { type: 'SubmitIdea' }>): Action | undefined {
  switch (command.type) {
    case 'StartExperiment':
    case 'ConcludeExperiment':
      return 'idea/run';
    case 'SettleIdea':
      // Nobody adopts or declines an own idea; to take it back is up to its owner.
      return command.outcome === 'withdrawn' ? 'idea/run' : 'idea/settle';
    case 'AmendCredit':
      return 'idea/settle';
    case 'ReuseLesson':
      return undefined; // Asked about the one who reuses it.
  }
}

/**
 * Who takes up a lesson must exist, and the caller must be allowed to change it. Neither goals nor
 * ideas are ever removed, so this holds after the check too.
 */
async function refuseReuser(
  ports: GoalsPorts,
  { by }: ReuseLesson,
  { context: { tenant }, asking }: GoalsRequest,
): Promise<Rejection | undefined> {
  const { transactor } = ports;
  if ('goal' in by) {
    const { state } = await transactor.load(goalAggregate, goalStream(tenant, by.goal));
    return state.stage === 'none'
      ? reject('idea/unknown-goal', 'There is no goal with this id.', '/by/goal')
      : refusalOf(ports, asking, 'goal/change', aboutLiveGoal(state));
  }
  const { state } = await transactor.load(experimentAggregate, ideaStream(tenant, by.idea));
  return state.stage === 'none'
    ? reject('idea/unknown-idea', 'There is no idea with this id.', '/by/idea')
    : refusalOf(ports, asking, 'idea/run', ownedBy(state));
}
