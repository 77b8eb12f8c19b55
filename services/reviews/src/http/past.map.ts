import { micro } from '@plumbline/scoring';
import { ProblemError } from '@plumbline/web';
import type { PastLine } from '../past.import.ts';
import { pastReviewIdOf } from '../past.facts.ts';
import type { ImportPastReviewDto } from './past.dto.ts';

/** A line of another system as a past review: its ratings become whole millionths. */
export function pastLineIn(line: ImportPastReviewDto, tenant: string): PastLine {
  const { cycle, person: subject, from, to, scale, rating } = line;
  return {
    ...{ pastReviewId: pastReviewIdOf(tenant, cycle, subject), cycle, subject },
    period: { from, to },
    scale: { min: microIn(scale.min, '/scale/min'), max: microIn(scale.max, '/scale/max') },
    rating: rating === undefined ? null : microIn(rating, '/rating'),
  };
}

const digitsMax = 6;

/** Exactly, as the number is written: nothing of it is rounded away. */
export function microIn(value: number, field: string): number {
  const whole = Math.round(value * micro);
  if (Number.isSafeInteger(whole) && whole / micro === value) return whole;
  const remedy = `Give a number within a thousand, of ${digitsMax} digits after the point at most.`;
  throw new ProblemError('request/invalid-body', `${field}: ${remedy}`, [
    { field, rule: 'isMillionths', remedy },
  ]);
}
