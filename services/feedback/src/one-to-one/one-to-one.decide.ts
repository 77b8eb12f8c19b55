import { clearText, never, reject } from '@plumbline/kernel';
import type { Decider, Decision } from '@plumbline/kernel';
import type * as Command from './one-to-one.commands.ts';
import type { OneToOneCommand } from './one-to-one.commands.ts';
import { placed, refuseAction, refuseBeforeAgreed } from './one-to-one.rules.ts';
import { refuseBeforeDay, refuseFuture, refuseMeeting } from './one-to-one.rules.ts';
import { evolveOneToOne, initialOneToOne, pointField } from './one-to-one.ts';
import type { Action, HeldOneToOne, OneToOne, OneToOneFact } from './one-to-one.ts';

/** Whether the people exist is asked in the handler, and which of them the meeting is about. */
export const oneToOneDecider: Decider<OneToOneCommand, OneToOne, OneToOneFact> = {
  initial: initialOneToOne,
  evolve: evolveOneToOne,
  decide: decideOneToOne,
};

function decideOneToOne(command: OneToOneCommand, meeting: OneToOne): Decision<OneToOneFact> {
  if (meeting.stage === 'held' && meeting.acts[command.act] === true) return []; // A retry.
  if (command.type === 'HoldOneToOne') return hold(command, meeting);
  if (meeting.stage === 'none') {
    return reject('one-to-one/not-found', 'There is no one-to-one with this id.');
  }
  if (!meeting.people.includes(command.by)) {
    return reject('one-to-one/not-of-the-two', 'Only the two who met act on it.');
  }
  switch (command.type) {
    case 'CorrectOneToOne':
      return correct(command, meeting);
    case 'AgreeAction':
      return agree(command, meeting);
    case 'CompleteAction':
      return complete(command, meeting);
    case 'DropAction':
      return drop(command, meeting);
    default:
      return never(command);
  }
}

function hold(command: Command.HoldOneToOne, meeting: OneToOne): Decision<OneToOneFact> {
  if (meeting.stage === 'held') {
    return reject('one-to-one/already-held', 'There is a one-to-one with this id.');
  }
  const refused = refuseMeeting(command);
  if (refused !== undefined) return refused;
  const { with: other, about, on, agenda } = command;
  const points = Object.fromEntries(agenda.map((point, index) => [pointField(index), point]));
  const told = { with: other, about, on, points: agenda.length };
  const text = clearText(`person:${about}`, points);
  return [{ type: 'OneToOneHeld', ...placed(command), ...told, text }];
}

function correct(command: Command.CorrectOneToOne, meeting: HeldOneToOne): Decision<OneToOneFact> {
  const { on: from, about, actions } = meeting;
  const { on: to, at, reason } = command;
  if (from === to) return []; // Already so.
  const refused = refuseFuture(command) ?? refuseBeforeDay(meeting, at);
  if (refused !== undefined) return refused;
  const early = actions.find(({ stage, due }) => stage === 'open' && due < to);
  if (early !== undefined) {
    const detail = `An action is due on ${early.due}. Give that day or an earlier one, or drop it.`;
    return reject('one-to-one/after-an-action-is-due', detail, '/on');
  }
  const text = clearText(`person:${about}`, { reason });
  return [{ type: 'OneToOneCorrected', ...placed(command), from, to, text }];
}

function agree(command: Command.AgreeAction, meeting: HeldOneToOne): Decision<OneToOneFact> {
  const { act, owner, due, action } = command;
  const refused = refuseAction(command, meeting);
  if (refused !== undefined) return refused;
  const text = clearText(`person:${owner}`, { action });
  return [{ type: 'ActionAgreed', ...placed(command), actionId: act, owner, due, text }];
}

/** Either of the two may say that it is done; where both do at once, it is done. */
function complete(command: Command.CompleteAction, meeting: HeldOneToOne): Decision<OneToOneFact> {
  const { actionId, at } = command;
  const action = actionOf(meeting, actionId);
  if (action === undefined) return unknownAction();
  if (action.stage === 'completed') return []; // Already so.
  if (action.stage === 'dropped') {
    const detail = 'The action was dropped. Agree it anew if it is to be done after all.';
    return reject('one-to-one/action-dropped', detail);
  }
  const early = refuseBeforeAgreed(action, at);
  return early ?? [{ type: 'ActionCompleted', ...placed(command), actionId }];
}

function drop(command: Command.DropAction, meeting: HeldOneToOne): Decision<OneToOneFact> {
  const { actionId, at, reason } = command;
  const action = actionOf(meeting, actionId);
  if (action === undefined) return unknownAction();
  if (action.stage === 'dropped') return []; // Already so.
  if (action.stage === 'completed') {
    return reject('one-to-one/action-completed', 'The action is done: there is nothing to drop.');
  }
  const early = refuseBeforeAgreed(action, at);
  if (early !== undefined) return early;
  const text = clearText(`person:${action.owner}`, { reason });
  return [{ type: 'ActionDropped', ...placed(command), actionId, text }];
}

function actionOf({ actions }: HeldOneToOne, actionId: string): Action | undefined {
  return actions.find((one) => one.actionId === actionId);
}

function unknownAction() {
  return reject('one-to-one/unknown-action', 'This meeting has no such action.', '/actionId');
}
