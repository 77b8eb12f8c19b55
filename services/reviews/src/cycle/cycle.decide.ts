import { clearText, never, reject } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import type * as Command from './cycle.commands.ts';
import type { CycleCommand } from './cycle.commands.ts';
import {
  pagesOf,
  refuseAhead,
  refuseDue,
  refuseMembers,
  refuseOverdue,
  refusePast,
  refuseUnplanned,
  refusePeers,
  refusePeriod,
  refusePopulation,
} from './cycle.rules.ts';
import { evolveCycle, initialCycle, memberIn, stageAfter } from './cycle.ts';
import type { Cycle, CycleFact, CycleStage, LiveCycle, Step } from './cycle.ts';

/** Whether template and pack are published, and who the members are, is found in the handler. */
export const cycleDecider: Decider<CycleCommand, Cycle, CycleFact> = {
  initial: initialCycle,
  evolve: evolveCycle,
  decide: decideCycle,
};

function decideCycle(command: CycleCommand, cycle: Cycle): Decision<CycleFact> {
  if (cycle.stage !== 'none' && cycle.acts[command.act] === true) return []; // A retry.
  if (command.type === 'PlanCycle') return plan(command, cycle);
  if (cycle.stage === 'none') {
    return reject('review-cycle/not-found', 'There is no review cycle with this id.');
  }
  switch (command.type) {
    case 'LaunchCycle':
      return launch(command, cycle);
    case 'AddLateJoiner':
      return addLateJoiner(command, cycle);
    case 'BeginCollecting':
      return step(command, cycle, 'CollectingBegun');
    case 'BeginCalibrating':
      return calibrate(command, cycle);
    case 'BeginFinalising':
      return beginFinalising(command, cycle);
    case 'LockCycle':
      return lock(command, cycle);
    case 'ReleaseCycle':
      return step(command, cycle, 'CycleReleased');
    case 'CloseCycle':
      return step(command, cycle, 'CycleClosed');
    case 'CancelCycle':
      return cancel(command, cycle);
    default:
      return never(command);
  }
}

function plan(command: Command.PlanCycle, cycle: Cycle): Decision<CycleFact> {
  if (cycle.stage !== 'none') {
    return reject('review-cycle/already-planned', 'There is a review cycle with this id.');
  }
  const { period, template, pack, population, peers, due, title, by } = command;
  const refused =
    refusePeriod(period) ??
    refusePopulation(population) ??
    refusePeers(peers) ??
    refuseDue(due) ??
    refusePast(due, command.at);
  if (refused !== undefined) return refused;
  const text = clearText(`review-cycle:${command.cycleId}`, { title });
  const planned = { period, template, pack, population, peers, due };
  return [{ type: 'CyclePlanned', ...placed(command), by, ...planned, text }];
}

/** Who is in it stands in the same append: there is no launched cycle without them. */
function launch(command: Command.LaunchCycle, cycle: LiveCycle): Decision<CycleFact> {
  if (cycle.stage !== 'planned') return refuseStage('launch it', cycle.stage, 'planned');
  const { at, now, by, position, frameHash, members } = command;
  const refused =
    refuseUnplanned(cycle, at) ??
    refuseAhead(cycle.period, at < now ? at : now) ??
    refuseOverdue(cycle.due, at) ??
    refuseMembers(members);
  if (refused !== undefined) return refused;
  const pin = { asOf: at, position, n: members.length, frameHash };
  return [
    { type: 'CycleLaunched', ...placed(command), by, ...pin },
    ...pagesOf(members).map((page, index): CycleFact => {
      return { type: 'PopulationPinned', ...placed(command), page: index + 1, members: page };
    }),
  ];
}

/** Late for the launch, not for the writing: once ratings are compared nobody joins any more. */
function addLateJoiner(command: Command.AddLateJoiner, cycle: LiveCycle): Decision<CycleFact> {
  const { member, by } = command;
  if (cycle.stage !== 'launched' && cycle.stage !== 'collecting') {
    return refuseStage('add anybody', cycle.stage, 'collecting');
  }
  if (memberIn(cycle, member.person) !== undefined) {
    const detail = `${member.person} is in this cycle already.`;
    return reject('review-cycle/already-a-member', detail, '/person');
  }
  return [{ type: 'LateJoinerAdded', ...placed(command), by, member }];
}

/** Once it calibrates nobody joins: whoever is in it by then has a review that could be written. */
function calibrate(command: Command.BeginCalibrating, cycle: LiveCycle): Decision<CycleFact> {
  const refused = cycle.stage === 'collecting' ? refuseUnopened(command, cycle) : undefined;
  return refused ?? step(command, cycle, 'CalibratingBegun');
}

/**
 * Recorded here before the first review is finalised there. A cancellation is decided on this same
 * stream: of the two, one is first, and the other is refused.
 */
function beginFinalising(command: Command.BeginFinalising, cycle: LiveCycle): Decision<CycleFact> {
  if (cycle.isFinalising || isPastCancelling(cycle)) return []; // Already so, or never in danger.
  if (cycle.stage !== 'calibrating') {
    return refuseStage('finalise a review', cycle.stage, 'calibrating');
  }
  return [{ type: 'FinalisingBegun', ...placed(command), by: command.by }];
}

/** Locked, or later: nothing ends it before its end. */
export function isPastCancelling({ stage }: LiveCycle): boolean {
  return stage === 'locked' || stage === 'released' || stage === 'closed';
}

function refuseUnopened(
  { opened }: Command.BeginCalibrating | Command.LockCycle,
  { pages }: LiveCycle,
): Rejection | undefined {
  const all = pages.reduce((sum, page) => sum + page.length, 0);
  if (opened >= all) return undefined;
  const detail = `Of ${all} reviews, ${opened} are open yet. Ask again in a moment.`;
  return reject('review-cycle/reviews-opening', detail);
}

function lock(command: Command.LockCycle, cycle: LiveCycle): Decision<CycleFact> {
  const { unsettled } = command;
  const unopened = cycle.stage === 'calibrating' ? refuseUnopened(command, cycle) : undefined;
  if (unopened !== undefined) return unopened;
  if (cycle.stage === 'calibrating' && unsettled > 0) {
    const detail =
      `Reviews are neither finalised nor ended: ${unsettled} at least. Finalise them, declare ` +
      'them not rated, or withdraw them: a lock has no exceptions. ' +
      `GET /reviews?cycle=${command.cycleId} lists those that you may see, with their stage. Those ` +
      'of people who have moved to other units are for an HR partner of these.';
    return reject('review-cycle/reviews-not-final', detail);
  }
  return step(command, cycle, 'CycleLocked');
}

/** What was finalised is changed by nobody: a cycle that has such reviews goes on to its end. */
function cancel(command: Command.CancelCycle, cycle: LiveCycle): Decision<CycleFact> {
  const { by, reason, finalised } = command;
  if (cycle.stage === 'cancelled') return []; // Already so.
  if (!stagesBefore.CycleCancelled.includes(cycle.stage)) {
    return refuseStage('cancel it', cycle.stage, 'calibrating');
  }
  // Counted where an earlier version has finalised them, and said nothing of it here.
  if (cycle.isFinalising || finalised > 0) {
    const detail = 'Reviews are finalised, or are being so, and stay. Lock it instead.';
    return reject('review-cycle/reviews-finalised', detail);
  }
  const text = clearText(`review-cycle:${command.cycleId}`, { reason });
  return [{ type: 'CycleCancelled', ...placed(command), by, text }];
}

/** The stages from which each step is taken. */
export const stagesBefore: Readonly<Record<Step, readonly CycleStage[]>> = {
  CollectingBegun: ['launched'],
  CalibratingBegun: ['collecting'],
  CycleLocked: ['calibrating'],
  CycleReleased: ['locked'],
  CycleClosed: ['released'],
  CycleCancelled: ['planned', 'launched', 'collecting', 'calibrating'],
};

function step(
  command: Command.StepCycle | Command.BeginCalibrating | Command.LockCycle,
  cycle: LiveCycle,
  type: Exclude<Step, 'CycleCancelled'>,
): Decision<CycleFact> {
  if (cycle.stage === stageAfter[type]) return []; // Already so.
  const [before = cycle.stage] = stagesBefore[type];
  if (cycle.stage !== before) return refuseStage('do that', cycle.stage, before);
  return [{ type, ...placed(command), by: command.by }];
}

function refuseStage(what: string, stage: CycleStage, wanted: CycleStage): Rejection {
  const detail = `The cycle is ${stage}: nobody can ${what} unless it is ${wanted}.`;
  return reject('review-cycle/not-in-this-stage', detail);
}

function placed({ act, cycleId, at }: Command.Asked) {
  return { act, cycleId, at };
}
