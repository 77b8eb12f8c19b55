import { clearText, isRejection, reject, same } from '@plumbline/kernel';
import type { Decision, Rejection } from '@plumbline/kernel';
import { refuseMeasure, refusePeriod, type Measure } from '../measure.ts';
import type { AmendGoal, TargetChange, Words } from './goal.commands.ts';
import type { GoalFact, LiveGoal } from './goal.ts';
import { keyResultsMax, notActive, placed } from './goal.rules.ts';
import { refuseKeyResult, unknownKeyResult } from './goal.rules.ts';

/**
 * After activation a goal changes only by amendment, with a reason: one command, a fact for each
 * thing that changes, the old value beside the new. What is already so gives no fact.
 */
export function amend(command: AmendGoal, goal: LiveGoal): Decision<GoalFact> {
  if (goal.stage !== 'active') return notActive(goal);
  const refused = refuse(command, goal);
  if (refused !== undefined) return refused;
  const targets = amendTargets(command, goal);
  if (isRejection(targets)) return targets;
  return [
    ...reword(command, goal),
    ...targets,
    ...amendWeights(command, goal),
    ...amendPlan(command, goal),
    ...addAndDrop(command, goal),
  ];
}

function refuse(command: AmendGoal, goal: LiveGoal): Rejection | undefined {
  const { add, drop, weights, targets } = command;
  const known = new Set(goal.keyResults.map((one) => one.id));
  const changed = [...weights, ...targets].map((one) => one.keyResultId);
  const stranger = [...drop, ...changed].find((id) => !known.has(id));
  if (stranger !== undefined) return unknownKeyResult(stranger);
  const weightless = weights.findIndex((one) => !(one.weight > 0));
  if (weightless >= 0) {
    const field = `/weights/${weightless}/weight`;
    return reject('goal/weight-not-positive', 'Give a weight above 0.', field);
  }
  if (new Set([...known, ...add.map((one) => one.id)]).size < known.size + add.length) {
    return reject('goal/key-result-twice', 'Key result ids must differ.', '/add');
  }
  const left = known.size + add.length - new Set(drop).size;
  if (left > keyResultsMax) {
    return reject('goal/too-many-key-results', `At most ${keyResultsMax} key results.`, '/add');
  }
  if (left === 0 && goal.measuredBy === 'key-results') {
    return reject('goal/no-key-results', 'One key result must stay.', '/drop');
  }
  const bad = add.map((one, index) => refuseKeyResult(one, `/add/${index}`));
  const period = command.period === undefined ? undefined : refusePeriod(command.period);
  return period ?? bad.find((one) => one !== undefined);
}

function reword(command: AmendGoal, goal: LiveGoal): GoalFact[] {
  const { title, description } = command.words;
  if (title === undefined && description === undefined) return [];
  return [{ type: 'GoalReworded', ...signed(command, goal, { title, description }) }];
}

function amendTargets(command: AmendGoal, goal: LiveGoal): GoalFact[] | Rejection {
  const facts: GoalFact[] = [];
  for (const [index, change] of command.targets.entries()) {
    const from = goal.keyResults.find((one) => one.id === change.keyResultId)?.measure;
    if (from === undefined) return unknownKeyResult(change.keyResultId);
    const field = `/targets/${index}`;
    const to = retarget(from, change);
    if (to === undefined) {
      const detail = `A measure of the kind "${from.kind}" has no such target.`;
      return reject('goal/target-of-another-kind', detail, field);
    }
    const refused = refuseMeasure(to, field);
    if (refused !== undefined) return refused;
    if (same(from, to)) continue;
    const { keyResultId } = change;
    facts.push({ type: 'TargetAmended', ...signed(command, goal), keyResultId, from, to });
  }
  return facts;
}

function retarget(from: Measure, { target, low, high }: TargetChange): Measure | undefined {
  const isBand = target === undefined && (low !== undefined || high !== undefined);
  if (from.kind === 'within' && isBand) {
    return {
      ...from,
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
    };
  }
  const isLine = target !== undefined && low === undefined && high === undefined;
  return (from.kind === 'increase' || from.kind === 'decrease') && isLine
    ? { ...from, target }
    : undefined;
}

function amendWeights(command: AmendGoal, goal: LiveGoal): GoalFact[] {
  return command.weights.flatMap(({ keyResultId, weight: to }): GoalFact[] => {
    const from = goal.keyResults.find((one) => one.id === keyResultId)?.weight ?? to;
    if (from === to) return [];
    return [{ type: 'WeightAmended', ...signed(command, goal), keyResultId, from, to }];
  });
}

function amendPlan(command: AmendGoal, goal: LiveGoal): GoalFact[] {
  const facts: GoalFact[] = [];
  const { period = goal.period, cadenceDays = goal.cadenceDays } = command;
  const { visibility = goal.visibility } = command;
  if (!same(period, goal.period)) {
    const changed = { from: goal.period, to: period };
    facts.push({ type: 'PeriodAmended', ...signed(command, goal), ...changed });
  }
  if (cadenceDays !== goal.cadenceDays) {
    const changed = { from: goal.cadenceDays, to: cadenceDays };
    facts.push({ type: 'CadenceAmended', ...signed(command, goal), ...changed });
  }
  if (visibility !== goal.visibility) {
    const changed = { from: goal.visibility, to: visibility };
    facts.push({ type: 'VisibilityChanged', ...signed(command, goal), ...changed });
  }
  return facts;
}

function addAndDrop(command: AmendGoal, goal: LiveGoal): GoalFact[] {
  const added = command.add.map((keyResult): GoalFact => {
    const names = namesOf(keyResult.id, command.words);
    return { type: 'KeyResultAdded', ...signed(command, goal, names), keyResult };
  });
  const dropped = [...new Set(command.drop)].map((keyResultId): GoalFact => {
    return { type: 'KeyResultDropped', ...signed(command, goal), keyResultId };
  });
  return [...added, ...dropped];
}

/** The names of one key result and its milestones, among the words of a command. */
function namesOf(keyResultId: string, words: Words): Words {
  const own = Object.entries(words).filter(([field]) => {
    return field === `keyResult.${keyResultId}` || field.startsWith(`milestone.${keyResultId}.`);
  });
  return Object.fromEntries(own);
}

function signed(command: AmendGoal, goal: LiveGoal, words: Words = {}) {
  const text = clearText(goal.owner, { ...words, reason: command.reason });
  const { signal } = command;
  return { ...placed(command, goal), ...(signal === undefined ? {} : { signal }), text };
}
