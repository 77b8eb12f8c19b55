import { reject, type Rejection } from '@plumbline/kernel';
import { shownCountMin } from '@plumbline/statistics';
import { builtInMetrics } from './built-in.ts';
import type { Terms } from './metric-definition.ts';

export const versionsMax = 100;
export const nameLengthMax = 64;
/** No figure of fewer answers is shown, whatever somebody defines. */
export const minNFloor = shownCountMin;
/** Above this, next to nothing would ever be shown; it is taken for a slip of the pen. */
export const minNMax = 100;
/** Every further one multiplies the segments of a release. */
export const dimensionsMax = 8;

/** As the codes of questions are. */
const codePattern = /^[a-z0-9][a-z0-9._:-]*$/;

export function refuseName(name: string): Rejection | undefined {
  if (!isCode(name)) {
    const detail = `At most ${nameLengthMax} small letters, digits and signs (. _ : -).`;
    return reject('metric/name-not-a-code', detail, '/name');
  }
  if (!builtInMetrics.has(name)) return undefined;
  const detail = `"${name}" is there already, and always the same. Give another name.`;
  return reject('metric/built-in', detail, '/name');
}

export function refuseTerms({ question, minN, dimensions }: Terms): Rejection | undefined {
  if (question !== null && !isCode(question)) {
    const detail = `At most ${nameLengthMax} small letters, digits and signs (. _ : -).`;
    return reject('metric/question-not-a-code', detail, '/question');
  }
  if (!Number.isInteger(minN) || minN < minNFloor || minN > minNMax) {
    const detail = `Give a whole number from ${minNFloor} to ${minNMax}.`;
    return reject('metric/min-n-out-of-range', detail, '/minN');
  }
  return dimensions === null ? undefined : refuseDimensions(dimensions);
}

function refuseDimensions(dimensions: readonly string[]): Rejection | undefined {
  const isListed = dimensions.length <= dimensionsMax && dimensions.every(isCode);
  if (isListed && new Set(dimensions).size === dimensions.length) return undefined;
  const detail = `Give at most ${dimensionsMax} names of dimensions, each once.`;
  return reject('metric/dimensions-not-possible', detail, '/dimensions');
}

/** Who was told that no group under so many is shown must not be told less later. */
export function refuseFall({ minN }: Terms, before: Terms): Rejection | undefined {
  if (minN >= before.minN) return undefined;
  const detail = `It was ${before.minN}, and only rises. Define another metric for less.`;
  return reject('metric/min-n-lowered', detail, '/minN');
}

function isCode(text: string): boolean {
  return text.length <= nameLengthMax && codePattern.test(text);
}
