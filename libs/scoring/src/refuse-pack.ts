import { reject, type Rejection } from '@plumbline/kernel';
import { micro, partsOf, type Part, type RulePack, type Scale } from './rule-pack.ts';

export const packPartsMax = 200;
export const packRulesMax = 50;
/** So many parts are one within the other at most. */
export const packDepthMax = 20;
export const partOfMax = 100;
export const weightMax = 1_000_000;
export const decimalsMax = 4;
export const packDaysMax = 366;
export const ratingsMinMax = 20;
/** A thousand either way, in millionths. */
export const scaleEndMax = 1_000 * micro;

const namePattern = /^[a-z0-9][a-z0-9._:-]{0,63}$/;

/**
 * Why a rule pack is not published; undefined when it may be. A pack that is not refused gives a
 * score, or none, for all ratings on its scales: it ends, and divides by nothing.
 */
export function refusePack(pack: RulePack): Rejection | undefined {
  const { name, version, parts, total, rules, result, daysMin } = pack;
  const names = Object.keys(parts);
  if (![name, ...names, ...rules.map((rule) => rule.name)].every((one) => namePattern.test(one))) {
    const detail = 'Names are of at most 64 small letters, digits and signs (. _ : -).';
    return reject('rule-pack/name-not-a-code', detail);
  }
  if (!isWithin(version, 1, Number.MAX_SAFE_INTEGER)) {
    return reject(
      'rule-pack/version-not-a-count',
      'Versions are whole numbers from 1 on.',
      '/version',
    );
  }
  if (names.length > packPartsMax || rules.length > packRulesMax) {
    const detail = `At most ${packPartsMax} parts and ${packRulesMax} rules.`;
    return reject('rule-pack/too-large', detail, '/parts');
  }
  if (!isScale(result.scale)) return refuseScale('/result/scale');
  if (!isWithin(result.decimals, 0, decimalsMax)) {
    const detail = `Give a whole number from 0 to ${decimalsMax}.`;
    return reject('rule-pack/decimals-out-of-range', detail, '/result/decimals');
  }
  if (!isWithin(daysMin, 0, packDaysMax)) {
    const detail = `Give a whole number from 0 to ${packDaysMax}.`;
    return reject('rule-pack/days-out-of-range', detail, '/daysMin');
  }
  for (const [of, part] of Object.entries(parts)) {
    const refused = refusePart(pack, of, part);
    if (refused !== undefined) return refused;
  }
  if (!Object.hasOwn(parts, total)) return notThere(total, '/total');
  return refuseOrder(pack) ?? refuseRules(pack);
}

function refusePart({ parts }: RulePack, name: string, part: Part): Rejection | undefined {
  const field = `/parts/${name}`;
  if (part.kind === 'rated') {
    if (!isScale(part.scale)) return refuseScale(`${field}/scale`);
    if (isWithin(part.ratingsMin, 1, ratingsMinMax)) return undefined;
    const detail = `Give a whole number from 1 to ${ratingsMinMax}.`;
    return reject('rule-pack/ratings-out-of-range', detail, `${field}/ratingsMin`);
  }
  const of = partsOf(part);
  if (of.length === 0 || of.length > partOfMax || new Set(of).size < of.length) {
    const detail = `It is of 1 to ${partOfMax} other parts, each once.`;
    return reject('rule-pack/part-of-nothing', detail, `${field}/of`);
  }
  const missing = of.find((one) => !Object.hasOwn(parts, one));
  if (missing !== undefined) return notThere(missing, `${field}/of`);
  if (part.kind !== 'weighed' || part.of.every(({ weight }) => isWithin(weight, 1, weightMax))) {
    return undefined;
  }
  // A weight of nothing would divide by nothing once all others are missing.
  const detail = `Weights are whole numbers from 1 to ${weightMax}. Leave out what does not count.`;
  return reject('rule-pack/weight-out-of-range', detail, `${field}/of`);
}

/**
 * The parts are trees: none is in two others, so that what each rating counts for can be told in
 * one line, none is within itself, and each is of the score or asked by a rule.
 */
function refuseOrder({ parts, total, rules }: RulePack): Rejection | undefined {
  const within = new Map<string, string>();
  for (const [name, part] of Object.entries(parts)) {
    for (const one of partsOf(part)) {
      if (within.has(one)) {
        const detail = `"${one}" is in "${within.get(one)}" already. Give the weights to one place.`;
        return reject('rule-pack/part-twice', detail, `/parts/${name}/of`);
      }
      within.set(one, name);
    }
  }
  const asked = new Set([total, ...rules.map(({ when }) => when.part)]);
  for (const name of Object.keys(parts)) {
    let [top, depth] = [name, 1];
    for (let next = within.get(top); next !== undefined; next = within.get(top)) {
      [top, depth] = [next, depth + 1];
      if (depth > packDepthMax) {
        const detail = `It is within itself, or in more than ${packDepthMax} parts around it.`;
        return reject('rule-pack/part-within-itself', detail, `/parts/${name}`);
      }
    }
    if (!asked.has(top)) {
      const detail = `Nothing hangs on "${top}". Weigh it, or leave it out.`;
      return reject('rule-pack/part-unused', detail, `/parts/${top}`);
    }
  }
  return undefined;
}

function refuseRules({ parts, rules }: RulePack): Rejection | undefined {
  for (const [at, { name, when, atMost }] of rules.entries()) {
    const field = `/rules/${at}`;
    const part = Object.hasOwn(parts, when.part) ? parts[when.part] : undefined;
    if (part === undefined) return notThere(when.part, `${field}/when/part`);
    if (rules.findIndex((one) => one.name === name) < at) {
      return reject('rule-pack/rule-twice', 'There is a rule of this name.', `${field}/name`);
    }
    if (isWithin(when.below, 0, micro) && isWithin(atMost, 0, micro)) continue;
    const detail = `Shares are whole numbers of millionths, from 0 to ${micro}.`;
    return reject('rule-pack/share-out-of-range', detail, field);
  }
  return undefined;
}

function refuseScale(field: string): Rejection {
  const detail =
    'A scale begins below its end, in whole numbers of millionths, within a thousand either way.';
  return reject('rule-pack/scale-without-width', detail, field);
}

function notThere(name: string, field: string): Rejection {
  return reject('rule-pack/part-not-found', `There is no part "${name}".`, field);
}

function isScale({ min, max }: Scale): boolean {
  return isWithin(min, -scaleEndMax, scaleEndMax) && isWithin(max, min + 1, scaleEndMax);
}

function isWithin(value: number, from: number, to: number): boolean {
  return Number.isSafeInteger(value) && value >= from && value <= to;
}
