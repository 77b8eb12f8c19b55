import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { reject, type Day, type Rejection } from '@plumbline/kernel';
import type { AlignmentCommand } from './alignment/alignment.commands.ts';
import { edgeWith, type Parent } from './alignment/alignment.ts';
import { alignmentAggregate, goalAggregate, strategyAggregate } from './facts.ts';
import type { LiveGoal } from './goal/goal.ts';
import { isOver } from './goal/goal.rules.ts';
import { aboutLiveGoal } from './goals.permission.ts';
import { askedOf } from './goals.ports.ts';
import type { AlignmentRequest, GoalsPorts, GoalsRequest } from './goals.ports.ts';
import { alignmentStream, goalStream, strategyStream } from './goals.streams.ts';

/**
 * Who may change a goal says what it pulls on. Whether goals and themes exist is a rule over
 * several streams, asked here: goals, strategies and alignments are never removed, and what is
 * over stays so.
 */
export async function transactAlignment(
  ports: GoalsPorts,
  asked: AlignmentRequest,
  request: GoalsRequest,
): Promise<TransactReceipt | Rejection> {
  const stream = alignmentStream(request.context.tenant);
  const { transactor } = ports;
  const { state, repeated } = await transactor.load(alignmentAggregate, stream, request.context);
  // A retry is answered as the first was, whatever has become of the goals and of who asks since.
  if (repeated !== undefined) return repeated;
  const edge = edgeWith(state, asked.alignmentId);
  const childId = asked.type === 'AlignGoal' ? asked.child : edge?.child;
  if (childId === undefined) {
    return reject('alignment/not-found', 'There is no alignment with this id.');
  }
  const child = await goalWith(ports, request, childId);
  if (child === undefined) return unknownGoal('/child');
  const command: AlignmentCommand =
    asked.type === 'AlignGoal' ? asked : { ...asked, owner: child.owner };
  const refused = refusalOf(ports, request.asking, 'goal/change', aboutLiveGoal(child));
  if (refused !== undefined) return refused;
  if (command.type !== 'UnalignGoal') {
    const wrong = await refuseEnds(ports, command, child, request);
    if (wrong !== undefined) return wrong;
  }
  return transactor.transact(alignmentAggregate, { stream, command, ...askedOf(request) });
}

type Linking = Exclude<AlignmentCommand, { type: 'UnalignGoal' }>;

async function refuseEnds(
  ports: GoalsPorts,
  command: Linking,
  child: LiveGoal,
  request: GoalsRequest,
): Promise<Rejection | undefined> {
  if (isOver(child)) return goalOver(child, '/child');
  const from = command.type === 'AlignGoal' ? command.from : command.on;
  const { parent } = command;
  return 'goal' in parent
    ? refuseGoal(ports, parent.goal, request)
    : refuseTheme(ports, parent, from, request);
}

/** A parent that the caller may not see is as if there were none. */
async function refuseGoal(
  ports: GoalsPorts,
  goalId: string,
  request: GoalsRequest,
): Promise<Rejection | undefined> {
  const parent = await goalWith(ports, request, goalId);
  const field = '/parent/goal';
  if (parent === undefined) return unknownGoal(field);
  const hidden = refusalOf(ports, request.asking, 'goal/read', aboutLiveGoal(parent));
  if (hidden !== undefined) return unknownGoal(field);
  return isOver(parent) ? goalOver(parent, field) : undefined;
}

async function refuseTheme(
  { transactor }: GoalsPorts,
  { strategy, theme }: Exclude<Parent, { goal: string }>,
  from: Day,
  { context: { tenant } }: GoalsRequest,
): Promise<Rejection | undefined> {
  const { state } = await transactor.load(strategyAggregate, strategyStream(tenant, strategy));
  if (state.stage === 'none') {
    const detail = 'There is no strategy with this id.';
    return reject('alignment/unknown-strategy', detail, '/parent/strategy');
  }
  const { themes, retiredOn } = state;
  if (!themes.some((one) => one.id === theme)) {
    const known = themes.map((one) => one.id).join(', ');
    const detail = `The strategy has no theme "${theme}", but these: ${known}.`;
    return reject('alignment/unknown-theme', detail, '/parent/theme');
  }
  if (retiredOn === null || from < retiredOn) return undefined;
  const detail = `The strategy is retired from ${retiredOn}.`;
  return reject('alignment/strategy-retired', detail, '/parent/strategy');
}

async function goalWith(
  { transactor }: GoalsPorts,
  { context: { tenant } }: GoalsRequest,
  goalId: string,
): Promise<LiveGoal | undefined> {
  const { state } = await transactor.load(goalAggregate, goalStream(tenant, goalId));
  return state.stage === 'none' ? undefined : state;
}

function unknownGoal(field: string): Rejection {
  return reject('alignment/unknown-goal', 'There is no goal with this id.', field);
}

function goalOver({ stage }: LiveGoal, field: string): Rejection {
  const detail = `The goal is ${stage}: nothing pulls on it any more, nor it on anything.`;
  return reject('alignment/goal-over', detail, field);
}
