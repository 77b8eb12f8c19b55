import type { Figure, Grade, Measure } from '../api/types.ts';

/** What is not known is said in words; it is never drawn as zero. */
export const unknownText = 'no progress yet';

const fractionDigitsMax = 4;

export function numberText(value: number, locale?: string): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: fractionDigitsMax }).format(value);
}

/** A value with its unit; the percent sign stands close, other units after a narrow space. */
export function valueText(value: number | null, unit?: string, locale?: string): string {
  if (value === null) return 'no value';
  const number = numberText(value, locale);
  if (unit === undefined || unit === '') return number;
  return unit === '%' ? `${number}%` : `${number}\u202f${unit}`;
}

/** A share as a percentage with one digit: 0.9996 is 99.9%, as it has not arrived. */
export function shareText(share: number, locale?: string): string {
  const digits = { style: 'percent', maximumFractionDigits: 1, roundingMode: 'trunc' } as const;
  return new Intl.NumberFormat(locale, digits as Intl.NumberFormatOptions).format(nearest(share));
}

/** Takes away what binary fractions add: 0.29 is stored a little below, and must not show 28.9%. */
function nearest(share: number): number {
  return Number(share.toPrecision(12));
}

export function figureText(figure: Pick<Figure, 'value'>, locale?: string): string {
  return figure.value === null ? unknownText : shareText(figure.value, locale);
}

/** The counted parts in words, as a figure without its n can mislead. */
export function countText(n: number, total: number, one: string, many = `${one}s`): string {
  return n === total ? `${n} ${n === 1 ? one : many}` : `${n} of ${total} ${many}`;
}

/** Pace is attainment minus the elapsed share of the period, in percentage points. */
export function paceText(pace: Figure, locale?: string): string {
  if (pace.value === null) return 'no pace';
  const points = Math.round(Math.abs(pace.value) * 100);
  if (points === 0) return 'on pace';
  const count = new Intl.NumberFormat(locale).format(points);
  return `${count} ${points === 1 ? 'point' : 'points'} ${pace.value > 0 ? 'ahead' : 'behind'}`;
}

export const gradeTexts: Readonly<Record<Grade, string>> = {
  met: 'Met',
  missed: 'Missed',
  green: 'Green',
  amber: 'Amber',
  red: 'Red',
};

/** How a measure is meant, in one line: from where to where, or within what. */
export function measureText(measure: Measure, locale?: string): string {
  const { kind, start, target, low, high, unit, milestones = [] } = measure;
  const value = (one: number) => valueText(one, unit, locale);
  switch (kind) {
    case 'increase':
    case 'decrease':
    case 'completion':
      if (start === undefined || target === undefined) return kind;
      return `${kind === 'completion' ? 'complete' : kind} from ${value(start)} to ${value(target)}`;
    case 'within':
      return bandText(low, high, value);
    case 'milestones':
      return `${milestones.length} ${milestones.length === 1 ? 'milestone' : 'milestones'}`;
    case 'undefined':
      return unit === undefined ? 'no target' : `no target, in ${unit}`;
  }
}

function bandText(
  low: number | undefined,
  high: number | undefined,
  value: (one: number) => string,
): string {
  if (low !== undefined && high !== undefined) return `stay from ${value(low)} to ${value(high)}`;
  if (low !== undefined) return `stay at ${value(low)} or above`;
  return high === undefined ? 'stay within a band' : `stay at ${value(high)} or below`;
}

/** The share of a bar that is filled, or undefined where there is nothing to draw. */
export function barShare(figure: Pick<Figure, 'value'>): number | undefined {
  if (figure.value === null) return undefined;
  return Math.min(Math.max(figure.value, 0), 1);
}

/**
 * Brier: 0 is a perfect forecaster, 0.25 is what saying "half" each time gets, 1 is always wrong.
 */
export function brierText(brier: Figure, locale?: string): string {
  if (brier.value === null) return 'no forecast has been judged yet';
  const score = new Intl.NumberFormat(locale, {
    minimumFractionDigits: 3,
    maximumFractionDigits: 3,
  }).format(brier.value);
  return score;
}

export function brierWords({ value }: Figure): string {
  if (value === null) return 'unknown';
  if (value <= 0.1) return 'close to what happened';
  if (value < 0.25) return 'better than a coin';
  return value === 0.25 ? 'as good as a coin' : 'worse than a coin';
}
