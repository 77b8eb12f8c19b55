import { clearText, isRejection, never, present, reject, same } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import { weightedMean } from '@plumbline/statistics';
import { standing } from '../measure.ts';
import { amend } from './goal.amend.ts';
import type * as Command from './goal.commands.ts';
import type { GoalCommand } from './goal.commands.ts';
import { evolveGoal, hasAct, initialGoal, observedOf } from './goal.ts';
import type { CheckIn, Draft, Goal, GoalFact, GoalKind, Grade } from './goal.ts';
import type { KeyResult, LiveGoal, Outcome, Progress } from './goal.ts';
import { isOver, notActive, notDraft, over, placed } from './goal.rules.ts';
import { refuseDraft, refuseEarlierThan, refuseProgress, unknownKeyResult } from './goal.rules.ts';

export const goalDecider: Decider<GoalCommand, Goal, GoalFact> = {
  initial: initialGoal,
  evolve: evolveGoal,
  decide: decideGoal,
};

function decideGoal(command: GoalCommand, goal: Goal): Decision<GoalFact> {
  if (command.type === 'DraftGoal') return draft(command, goal);
  if (goal.stage === 'none') return reject('goal/not-found', 'There is no goal with this id.');
  if (hasAct(goal, command.act)) return []; // Already so: a retry is not an error.
  if (command.at < goal.draftedAt) {
    return reject(
      'goal/before-its-draft',
      `The goal holds since ${goal.draftedAt}; this would hold before it. Give a later time.`,
      '/effectiveAt',
    );
  }
  const decision = decideLive(command, goal);
  if (isRejection(decision) || decision.length === 0) return decision;
  return refuseBackDated(command, goal) ?? decision;
}

function decideLive(
  command: Exclude<GoalCommand, Command.DraftGoal>,
  goal: LiveGoal,
): Decision<GoalFact> {
  switch (command.type) {
    case 'RedraftGoal':
      return redraft(command, goal);
    case 'ActivateGoal':
      return activate(command, goal);
    case 'AmendGoal':
      return amend(command, goal);
    case 'CheckInProgress':
      return checkIn(command, goal);
    case 'CorrectCheckIn':
      return correct(command, goal);
    case 'TransferGoal':
      return transfer(command, goal);
    case 'CloseGoal':
      return close(command, goal);
    case 'WithdrawGoal':
      return withdraw(command, goal);
    default:
      return never(command);
  }
}

/** A check-in may come late; what alters the goal, or ends it, may not come before what it ends. */
function refuseBackDated(
  command: Exclude<GoalCommand, Command.DraftGoal>,
  goal: LiveGoal,
): Rejection | undefined {
  switch (command.type) {
    case 'CheckInProgress':
    case 'CorrectCheckIn':
      return undefined;
    case 'CloseGoal':
      return refuseEarlierThan(goal.latestAt, command.at);
    default:
      return refuseEarlierThan(goal.alteredAt, command.at);
  }
}

function draft(command: Command.DraftGoal, goal: Goal): Decision<GoalFact> {
  if (goal.stage !== 'none') {
    if (hasAct(goal, command.act)) return [];
    return reject('goal/already-drafted', 'This goal exists. Change it with redraft or amend.');
  }
  const refused = refuseDraft(command);
  if (refused !== undefined) return refused;
  const { goalId, act, at, owner, reference } = command;
  const plan = recordedPlan(command);
  const text = clearText(owner, command.words);
  const named = reference === undefined ? {} : { reference };
  return [{ type: 'GoalDrafted', act, goalId, at, owner, ...named, ...plan, text }];
}

function redraft(command: Command.RedraftGoal, goal: LiveGoal): Decision<GoalFact> {
  if (goal.stage !== 'draft') return notDraft(goal, 'Amend it, with a reason.');
  const from = recordedPlan(goal);
  const given = recordedPlan({ ...goal, ...planOf(command) });
  const refused = refuseDraft(given);
  if (refused !== undefined) return refused;
  const text = clearText(goal.owner, command.words);
  return [{ type: 'GoalRedrafted', ...placed(command, goal), from, ...given, text }];
}

function planOf(plan: Partial<Draft>) {
  const { period, measuredBy, cadenceDays, keyResults, visibility, weight } = plan;
  return present({ period, measuredBy, cadenceDays, keyResults, visibility, weight });
}

/** A plan as facts have it: who may see it and its weight are named where they are not usual. */
function recordedPlan(plan: Draft): Draft {
  const { period, measuredBy, cadenceDays, keyResults, visibility, weight } = plan;
  return {
    ...{ period, measuredBy, cadenceDays, keyResults },
    ...(visibility === 'private' ? { visibility } : {}),
    ...(weight === undefined || weight === 1 ? {} : { weight }),
  };
}

function activate(command: Command.ActivateGoal, goal: LiveGoal): Decision<GoalFact> {
  if (goal.stage === 'active' && goal.kind === command.kind) return [];
  if (goal.stage !== 'draft') return notDraft(goal, 'The kind is chosen once, at activation.');
  if (goal.measuredBy === 'key-results' && goal.keyResults.length === 0) {
    return reject('goal/no-key-results', 'Add a key result, so that progress can be seen.');
  }
  const { owner, period, keyResults, visibility } = goal;
  const kept = { owner, kind: command.kind, period, keyResults };
  const hidden = visibility === 'private' ? { visibility } : {};
  return [{ type: 'GoalActivated', ...placed(command, goal), ...kept, ...hidden }];
}

function checkIn(command: Command.CheckInProgress, goal: LiveGoal): Decision<GoalFact> {
  if (goal.stage !== 'active') return notActive(goal);
  const keyResult = goal.keyResults.find((one) => one.id === command.keyResultId);
  if (keyResult === undefined) return unknownKeyResult(command.keyResultId);
  const refused = refuseProgress(keyResult.measure, command);
  if (refused !== undefined) return refused;
  const { act, at, keyResultId, value, confidence, source, narrative } = command;
  const done = command.done === null ? null : [...new Set(command.done)];
  const late = command.now.slice(0, 10) > goal.period.end;
  const text = { of: goal.owner, fields: narrative === undefined ? {} : { narrative } };
  const { goalId } = goal;
  // Spelled out, as the most frequent fact: putting objects together costs more than it looks.
  return [
    {
      type: 'ProgressCheckedIn',
      act,
      goalId,
      at,
      keyResultId,
      value,
      done,
      confidence,
      source,
      late,
      text,
    },
  ];
}

function correct(command: Command.CorrectCheckIn, goal: LiveGoal): Decision<GoalFact> {
  if (goal.stage !== 'active') return notActive(goal);
  const checkIn = goal.checkIns.find((one) => one.id === command.checkInId);
  if (checkIn === undefined) {
    return reject('goal/unknown-check-in', 'This goal has no such check-in.');
  }
  const early = refuseEarlierThan(checkIn.readsSince, command.at);
  if (early !== undefined) return early;
  const from = { value: checkIn.value, done: checkIn.done, confidence: checkIn.confidence };
  const to = command.to === null ? null : { ...from, ...command.to };
  if (isAlready(checkIn, to)) return [];
  const measure = goal.keyResults.find((one) => one.id === checkIn.keyResultId)?.measure;
  if (measure === undefined) return unknownKeyResult(checkIn.keyResultId);
  const refused = to === null ? undefined : refuseProgress(measure, to);
  if (refused !== undefined) return refused;
  const text = clearText(goal.owner, { reason: command.reason });
  const { checkInId } = command;
  const { keyResultId } = checkIn;
  const ids = { checkInId, keyResultId };
  return [{ type: 'CheckInCorrected', ...placed(command, goal), ...ids, from, to, text }];
}

function isAlready(checkIn: CheckIn, to: Omit<Progress, 'source'> | null): boolean {
  if (to === null || checkIn.withdrawn) return to === null && checkIn.withdrawn;
  return (
    checkIn.value === to.value &&
    checkIn.confidence === to.confidence &&
    same(checkIn.done, to.done)
  );
}

function transfer(command: Command.TransferGoal, goal: LiveGoal): Decision<GoalFact> {
  if (goal.owner === command.to) return [];
  if (isOver(goal)) return over(goal);
  const text = clearText(goal.owner, { reason: command.reason });
  const owners = { from: goal.owner, to: command.to };
  return [{ type: 'GoalTransferred', ...placed(command, goal), ...owners, text }];
}

function close(command: Command.CloseGoal, goal: LiveGoal): Decision<GoalFact> {
  if (goal.stage !== 'active') return notActive(goal);
  const grade = gradeOf(goal.kind ?? 'aspirational', command.score);
  if (grade === 'missed' && command.postMortem === undefined) {
    return reject(
      'goal/post-mortem-missing',
      'A committed goal that is missed needs a post-mortem: say what led to it.',
      '/postMortem',
    );
  }
  const outcomes = goal.keyResults.map((one) => outcomeOf(goal, one, Date.parse(command.at)));
  const parts = goal.keyResults.map((one, index) => {
    return { weight: one.weight, value: outcomes[index]?.attainment ?? null };
  });
  const closing = { score: command.score, grade, attainment: weightedMean(parts).value, outcomes };
  const { lesson, postMortem } = command;
  const text = clearText(goal.owner, { lesson, postMortem });
  return [{ type: 'GoalClosed', ...placed(command, goal), ...closing, text }];
}

function withdraw(command: Command.WithdrawGoal, goal: LiveGoal): Decision<GoalFact> {
  if (goal.stage === 'withdrawn') return [];
  if (goal.stage !== 'draft') return notDraft(goal, 'Close it, with a score and a lesson.');
  const text = clearText(goal.owner, { reason: command.reason });
  return [{ type: 'GoalWithdrawn', ...placed(command, goal), text }];
}

/** Committed goals pass at 1 only; aspirational ones are green from 0.7, amber from 0.4. */
export function gradeOf(kind: GoalKind, score: number): Grade {
  if (kind === 'committed') return score >= 1 ? 'met' : 'missed';
  if (score >= 0.7) return 'green';
  return score >= 0.4 ? 'amber' : 'red';
}

function outcomeOf(goal: LiveGoal, keyResult: KeyResult, until: number): Outcome {
  const { attainment, met } = standing(keyResult.measure, observedOf(goal, keyResult.id), until);
  return { keyResultId: keyResult.id, attainment: attainment.value, met };
}
