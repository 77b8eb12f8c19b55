import { reject, type Rejection } from '@plumbline/kernel';
import { refuseMeasure, refusePeriod, type Measure } from '../measure.ts';
import type { Asked } from './goal.commands.ts';
import type { Draft, KeyResult, LiveGoal, Progress } from './goal.ts';

export const keyResultsMax = 32;

export function refuseDraft(plan: Draft): Rejection | undefined {
  if (plan.keyResults.length > keyResultsMax) {
    return reject(
      'goal/too-many-key-results',
      `At most ${keyResultsMax} key results; split the goal.`,
      '/keyResults',
    );
  }
  if (!((plan.weight ?? 1) > 0)) {
    const detail = 'Give a weight above 0: what counts nothing is no goal of its owner.';
    return reject('goal/weight-not-positive', detail, '/weight');
  }
  if (new Set(plan.keyResults.map((one) => one.id)).size < plan.keyResults.length) {
    return reject('goal/key-result-twice', 'Key result ids must differ.', '/keyResults');
  }
  const bad = plan.keyResults.map((one, index) => refuseKeyResult(one, `/keyResults/${index}`));
  return refusePeriod(plan.period) ?? bad.find((one) => one !== undefined);
}

export function refuseKeyResult(keyResult: KeyResult, field: string): Rejection | undefined {
  const { measure, weight } = keyResult;
  if (!(weight > 0)) {
    return reject(
      'goal/weight-not-positive',
      'A key result without weight would never count. Give a weight above 0.',
      `${field}/weight`,
    );
  }
  if (measure.kind === 'completion' || measure.kind === 'undefined') {
    return reject('goal/measure-of-kpi', 'This kind is for KPIs only.', `${field}/measure/kind`);
  }
  return refuseMeasure(measure, `${field}/measure`);
}

export function refuseProgress(
  measure: Measure,
  progress: Omit<Progress, 'source'>,
): Rejection | undefined {
  if (measure.kind !== 'milestones') {
    if (progress.value !== null && progress.done === null) return undefined;
    return reject('goal/value-missing', 'Give the value of this key result.', '/value');
  }
  if (progress.done === null || progress.value !== null) {
    return reject(
      'goal/milestones-missing',
      'Give all the milestones that are done.',
      '/milestonesDone',
    );
  }
  const known = new Set(measure.milestones.map((one) => one.id));
  const stranger = progress.done.find((id) => !known.has(id));
  if (stranger === undefined) return undefined;
  return reject('goal/unknown-milestone', `No milestone "${stranger}".`, '/milestonesDone');
}

/**
 * What changes one thing holds from its own time on, so that changes of it come in the order of
 * their times: otherwise an older one, told later, would hide a newer.
 */
export function refuseEarlierThan(since: string, at: string): Rejection | undefined {
  if (at >= since) return undefined;
  return reject(
    'goal/before-its-latest-change',
    `A change that holds since ${since} is recorded already. Give that time or a later one.`,
    '/effectiveAt',
  );
}

/** What every fact of a goal carries. */
export function placed(command: Asked, goal: LiveGoal) {
  return { act: command.act, goalId: goal.goalId, at: command.at };
}

export function unknownKeyResult(id: string): Rejection {
  return reject('goal/unknown-key-result', `No key result "${id}".`, '/keyResultId');
}

export function isOver(goal: LiveGoal): boolean {
  return goal.stage === 'closed' || goal.stage === 'withdrawn';
}

export function over(goal: LiveGoal): Rejection {
  return reject(`goal/${goal.stage}`, `The goal is ${goal.stage}; it is not changed any more.`);
}

export function notDraft(goal: LiveGoal, remedy: string): Rejection {
  return isOver(goal) ? over(goal) : reject('goal/not-draft', `The goal is active. ${remedy}`);
}

export function notActive(goal: LiveGoal): Rejection {
  return isOver(goal)
    ? over(goal)
    : reject('goal/not-active', 'The goal is a draft. Activate it first.');
}
