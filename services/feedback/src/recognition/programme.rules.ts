import { isBlank, reject, type Rejection } from '@plumbline/kernel';
import type { Words } from './programme.commands.ts';
import type { Reward, Terms } from './programme.ts';

export const valuesMax = 32;
export const rewardsMax = 256;
export const monthlyAllowanceMax = 1_000_000;
export const rewardCostMax = 100_000_000;
export const nameLengthMax = 500;
export const reasonLengthMax = 5_000;

export function refuseTerms(terms: Terms): Rejection | undefined {
  const { values, monthlyAllowance, pointsPerRecognitionMax, rewards } = terms;
  return (
    refuseValues(values) ??
    refusePoints(monthlyAllowance, '/monthlyAllowance') ??
    refusePoints(pointsPerRecognitionMax, '/pointsPerRecognitionMax') ??
    refuseRewards(rewards)
  );
}

function refuseValues(values: readonly string[]): Rejection | undefined {
  if (values.length === 0) {
    return reject('programme/no-values', 'A recognition is for a value: give one.', '/values');
  }
  if (values.length > valuesMax) {
    return reject('programme/too-many-values', `At most ${valuesMax} values.`, '/values');
  }
  if (new Set(values).size === values.length) return undefined;
  return reject('programme/value-twice', 'Value ids must differ.', '/values');
}

function refusePoints(points: number, field: string): Rejection | undefined {
  if (Number.isInteger(points) && points >= 0 && points <= monthlyAllowanceMax) return undefined;
  const detail = `Give a whole number of points from 0 to ${monthlyAllowanceMax}.`;
  return reject('programme/points-out-of-range', detail, field);
}

function refuseRewards(rewards: readonly Reward[]): Rejection | undefined {
  if (rewards.length > rewardsMax) {
    return reject('programme/too-many-rewards', `At most ${rewardsMax} rewards.`, '/rewards');
  }
  if (new Set(rewards.map(({ id }) => id)).size < rewards.length) {
    return reject('programme/reward-twice', 'Reward ids must differ.', '/rewards');
  }
  const bad = rewards.findIndex(({ cost }) => {
    return !Number.isInteger(cost) || cost < 1 || cost > rewardCostMax;
  });
  if (bad < 0) return undefined;
  const detail = `Give a cost of whole points from 1 to ${rewardCostMax}.`;
  return reject('programme/cost-out-of-range', detail, `/rewards/${bad}/cost`);
}

/**
 * What is new must be named, once: by its id alone nobody could read it. `known` and `offered` are
 * fields of names, and no other may be given.
 */
export function refuseWords(
  words: Words,
  known: readonly string[],
  offered: readonly string[],
): Rejection | undefined {
  const named = new Set(known);
  const nameless = offered.find((field) => !named.has(field) && words[field] === undefined);
  if (nameless !== undefined) {
    return reject('programme/name-missing', `Give "${nameless}" a name.`, `/words/${nameless}`);
  }
  for (const field of offered) named.add(field);
  for (const [field, name] of Object.entries(words)) {
    const refused = name === undefined ? undefined : refuseName(field, name, named);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

function refuseName(
  field: string,
  name: string,
  named: ReadonlySet<string>,
): Rejection | undefined {
  if (!named.has(field)) {
    const detail = `The programme has nothing that "${field}" would name.`;
    return reject('programme/name-of-unknown', detail, `/words/${field}`);
  }
  if (!isBlank(name) && name.length <= nameLengthMax) return undefined;
  const detail = `Give a name of 1 to ${nameLengthMax} characters.`;
  return reject('programme/name-length', detail, `/words/${field}`);
}

export function refuseReason(reason: string): Rejection | undefined {
  if (!isBlank(reason) && reason.length <= reasonLengthMax) return undefined;
  const detail = `Say why, in 1 to ${reasonLengthMax} characters.`;
  return reject('programme/reason-length', detail, '/reason');
}
