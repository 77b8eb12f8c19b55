import { clearText, never, reject } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import type { OrderReorganisation, RecordStep } from './reorganisation.commands.ts';
import type { ReorganisationCommand, StopReorganisation } from './reorganisation.commands.ts';
import { isLastStep, movesOfStep } from './reorganisation.steps.ts';
import { evolveReorganisation, initialReorganisation } from './reorganisation.ts';
import type { LiveReorganisation, Order, Reorganisation } from './reorganisation.ts';
import type { ReorganisationFact } from './reorganisation.ts';

/** How many posts one reorganisation may move. */
export const movesMax = 2_000;

export const reorganisationDecider: Decider<
  ReorganisationCommand,
  Reorganisation,
  ReorganisationFact
> = {
  initial: initialReorganisation,
  evolve: evolveReorganisation,
  decide: decideReorganisation,
};

function decideReorganisation(
  command: ReorganisationCommand,
  state: Reorganisation,
): Decision<ReorganisationFact> {
  if (state.stage !== 'none' && state.acts[command.act]) return []; // A retry is not an error.
  if (command.type === 'OrderReorganisation') return order(command, state);
  if (state.stage === 'none') {
    return reject('reorganisation/not-found', 'There is no reorganisation with this id.');
  }
  switch (command.type) {
    case 'RecordStep':
      return recordStep(command, state);
    case 'StopReorganisation':
      return stop(command, state);
    default:
      return never(command);
  }
}

function order(command: OrderReorganisation, state: Reorganisation): Decision<ReorganisationFact> {
  if (state.stage !== 'none') {
    return reject('reorganisation/already-ordered', 'There is a reorganisation with this id.');
  }
  const refused = refuseOrder(command);
  if (refused !== undefined) return refused;
  const { act, at, reorganisation, unit, from, moves, reason } = command;
  const text = clearText(`unit:${unit}`, { reason });
  return [{ type: 'ReorganisationOrdered', act, at, reorganisation, unit, from, moves, text }];
}

function refuseOrder({ moves }: Order): Rejection | undefined {
  if (moves.length === 0) {
    return reject('reorganisation/no-moves', 'There is nothing to move.', '/moves');
  }
  if (moves.length > movesMax) {
    const detail = `At most ${movesMax} posts at a time; order the others apart.`;
    return reject('reorganisation/too-many-moves', detail, '/moves');
  }
  const posts = new Set<string>();
  for (const [index, { post, unit, manager }] of moves.entries()) {
    if (posts.has(post)) {
      const detail = `The post "${post}" moves twice. Say in one move where it goes.`;
      return reject('reorganisation/post-twice', detail, `/moves/${index}/post`);
    }
    if (unit === undefined && manager === undefined) {
      const detail = `Say into which unit, or under which manager, "${post}" goes.`;
      return reject('reorganisation/move-nowhere', detail, `/moves/${index}`);
    }
    posts.add(post);
  }
  return undefined;
}

function recordStep(command: RecordStep, state: LiveReorganisation): Decision<ReorganisationFact> {
  const { act, at, step, done, refused } = command;
  const { reorganisation, stage, steps } = state;
  if (step <= steps) return []; // Already so: the same step may be told again after a crash.
  if (stage === 'stopped') {
    return reject('reorganisation/stopped', 'The reorganisation is stopped; no step follows.');
  }
  if (step > steps + 1 || stage === 'completed') {
    const detail = `Steps come in turn; ${steps} are through.`;
    return reject('reorganisation/step-out-of-turn', detail, '/step');
  }
  const moves = movesOfStep(state, step).length;
  if (done + refused.length !== moves) {
    const detail = `The step has ${moves} moves; each is either done or refused.`;
    return reject('reorganisation/moves-not-accounted-for', detail, '/done');
  }
  const told = { act, at, reorganisation };
  const stepped = { type: 'ReorganisationStepped', ...told, step, done, refused } as const;
  if (!isLastStep(state, step)) return [stepped];
  const total = { done: state.done + done, refused: state.refused + refused.length };
  return [stepped, { type: 'ReorganisationCompleted', ...told, ...total }];
}

function stop(
  { act, at, reason }: StopReorganisation,
  { stage, reorganisation, unit }: LiveReorganisation,
): Decision<ReorganisationFact> {
  if (stage === 'stopped') return []; // Already so.
  if (stage === 'completed') {
    return reject('reorganisation/completed', 'The reorganisation is through. Order another.');
  }
  const text = clearText(`unit:${unit}`, { reason });
  return [{ type: 'ReorganisationStopped', act, at, reorganisation, text }];
}
