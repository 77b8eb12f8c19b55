import type { MeasureIdea } from './company.ts';
import { narratives } from './company.ts';
import type { Random } from './random.ts';

export function keyResultOf(measure: MeasureIdea, at: number, random: Random): object {
  const { name, ...rest } = measure;
  const weight = random.pick([1, 1, 2]);
  const shape =
    rest.kind === 'milestones'
      ? { ...rest, milestones: rest.milestones.map((step, n) => ({ id: `m${n + 1}`, name: step })) }
      : rest;
  return { id: `kr${at + 1}`, name, weight, measure: shape };
}

export function checkInOf(
  measure: MeasureIdea,
  index: number,
  share: number,
  gone: number,
  random: Random,
): Record<string, unknown> {
  const hope = 0.55 + (share - gone) * 1.2 + random.between(-0.15, 0.15);
  const confidence = Math.round(Math.min(0.95, Math.max(0.05, hope)) * 20) / 20;
  const narrative = random.chance(0.6) ? { narrative: random.pick(narratives) } : {};
  const progress = progressOf(measure, share, random);
  return { keyResultId: `kr${index + 1}`, ...progress, confidence, ...narrative };
}

export function progressOf(measure: MeasureIdea, share: number, random: Random): object {
  if (measure.kind === 'milestones') {
    const done = Math.min(measure.milestones.length, Math.floor(share * measure.milestones.length));
    return { milestonesDone: measure.milestones.slice(0, done).map((_, n) => `m${n + 1}`) };
  }
  if (measure.kind !== 'within') {
    return { value: rounded(measure.start + (measure.target - measure.start) * share) };
  }
  const bound = measure.high ?? measure.low ?? 0;
  const side = measure.high === undefined ? 1 : -1;
  const inside = random.chance(0.75) ? 1 : -1;
  return { value: rounded(Math.max(0, bound + side * inside * random.between(0, 0.1) * bound)) };
}

export function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}
