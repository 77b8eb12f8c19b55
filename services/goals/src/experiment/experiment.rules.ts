import { reject, type Rejection } from '@plumbline/kernel';
import type { Credit, Hypothesis, LiveIdea, Result } from './experiment.ts';

export const creditedMax = 32;

/** Shares are compared as whole parts per million, so that tenths add up to one. */
const ppmOfOne = 1_000_000;

export function refuseCredit(credit: Credit): Rejection | undefined {
  if (credit.length > creditedMax) {
    return reject('idea/too-many-credited', `At most ${creditedMax} people.`, '/credit');
  }
  if (new Set(credit.map((one) => one.person)).size < credit.length) {
    return reject('idea/credited-twice', 'Name each person once.', '/credit');
  }
  const parts = credit.map((one) => Math.round(one.share * ppmOfOne));
  const without = parts.findIndex((part) => !(part > 0));
  if (without >= 0) {
    const field = `/credit/${without}/share`;
    return reject('idea/share-not-positive', 'Give a share above 0.', field);
  }
  if (parts.reduce((sum, part) => sum + part, 0) === ppmOfOne) return undefined;
  const detail = 'The shares must be 1 in all. Of thirds, give one as 0.333334.';
  return reject('idea/shares-not-one', detail, '/credit');
}

/** A value that is given speaks for itself; that it does not settle the matter can be said too. */
export function refuseResult(
  { outcome, value }: Result,
  { direction, threshold }: Hypothesis,
): Rejection | undefined {
  if (value === null || outcome === 'inconclusive') return undefined;
  const isReached = direction === 'increase' ? value >= threshold : value <= threshold;
  if (isReached === (outcome === 'supported')) return undefined;
  const side = isReached ? 'reaches' : 'does not reach';
  const detail = `The value ${value} ${side} the threshold ${threshold} that was fixed before.`;
  return reject('idea/outcome-against-value', detail, '/outcome');
}

export function refuseEarlierThan(since: string, at: string): Rejection | undefined {
  if (at >= since) return undefined;
  return reject(
    'idea/before-its-latest-change',
    `A change that holds since ${since} is recorded already. Give that time or a later one.`,
    '/effectiveAt',
  );
}

export function settled({ outcome }: LiveIdea): Rejection {
  return reject('idea/settled', `The idea is ${outcome}; it goes no further.`);
}
