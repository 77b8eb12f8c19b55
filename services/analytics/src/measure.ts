import { customerEffort, customerSatisfaction, favourableShare } from '@plumbline/statistics';
import { fivePointPlaces, meanScore, netPromoterPlaces } from '@plumbline/statistics';
import { figure, netPromoterScore, proportion, sevenPointPlaces } from '@plumbline/statistics';
import { totalOf, type Figure } from '@plumbline/statistics';

/** Whole numbers, both within. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** How often each score was given, the lowest first. No count is 0. */
export type ScoreCounts = readonly (readonly [score: number, count: number])[];

/** A formula of the library by which scores become one figure, with the version of the formula. */
export const formulas = [
  ...(['nps@1', 'csat@1', 'ces-2.0@1', 'favourable@1', 'mean-score@1'] as const),
  ...(['participation@1', 'distribution@1'] as const),
] as const;
export type Formula = (typeof formulas)[number];

/** What scores come to: a value with its 0.95 interval, and what stands beside it. */
export interface Measured {
  readonly n: number;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** What the value is counted from. */
  readonly counts: ScoreCounts;
  /** In the unit of the value. */
  readonly standardError?: number | null;
  /** In points of the scale, where the value is a share. */
  readonly mean?: number | null;
}

/** The one scale that a formula is for; null: any. */
export function scaleOf(formula: Formula): Scale | null {
  switch (formula) {
    case 'nps@1':
      return { min: 0, max: netPromoterPlaces - 1 };
    case 'csat@1':
    case 'favourable@1':
      return { min: 1, max: fivePointPlaces };
    case 'ces-2.0@1':
      return { min: 1, max: sevenPointPlaces };
    case 'participation@1':
      return { min: 0, max: 1 };
    case 'mean-score@1':
    case 'distribution@1':
      return null;
  }
}

export function isSameScale(one: Scale, other: Scale): boolean {
  return one.min === other.min && one.max === other.max;
}

/** Throws RangeError for a formula that is for another scale. */
export function measured(formula: Formula, scale: Scale, counts: ScoreCounts): Measured {
  const { n, value, low, high, standardError, mean } = figureOf(formula, scale, counts);
  return {
    ...{ n, value, low, high, counts },
    ...(standardError === undefined ? {} : { standardError }),
    ...(mean === undefined ? {} : { mean }),
  };
}

interface Computed extends Figure, Pick<Measured, 'low' | 'high' | 'standardError' | 'mean'> {}

function figureOf(formula: Formula, scale: Scale, counts: ScoreCounts): Computed {
  const places = placesOf(scale, counts);
  switch (formula) {
    case 'nps@1':
      return netPromoterScore(formula, places);
    case 'csat@1':
      return customerSatisfaction(places);
    case 'ces-2.0@1':
      return customerEffort(places);
    case 'favourable@1':
      return favourableShare(places);
    case 'mean-score@1':
      return meanScore(formula, scale.min, places);
    case 'participation@1':
      return proportion(formula, places[1] ?? 0, totalOf(places));
    case 'distribution@1':
      // Options have no order: how often each was chosen is all that can be said.
      return { ...figure(formula, null, totalOf(places)), low: null, high: null };
  }
}

function placesOf({ min, max }: Scale, counts: ScoreCounts): number[] {
  const places = Array.from({ length: max - min + 1 }, () => 0);
  for (const [score, count] of counts) {
    if (score < min || score > max) throw new RangeError(`${score} is not on the scale`);
    places[score - min] = count;
  }
  return places;
}

/** The formula in words, and with the counts of a figure put in, so that anybody can redo it. */
export interface Explained {
  readonly formula: string;
  readonly filled: string;
}

export function explained(formula: Formula, figure: Measured): Explained {
  const { counts, n } = figure;
  const from = (least: number) => sumOf(counts.filter(([score]) => score >= least));
  const share = (formula: string, least: number) => ({
    formula: `${formula}; 0.95 interval after Wilson`,
    filled: `${from(least)} / ${n}${equals(figure)}`,
  });
  switch (formula) {
    case 'nps@1':
      return {
        formula:
          'NPS = 100 (promoters − detractors) / n, with 9 and 10 promoters, 0 to 6 detractors',
        filled: `100 (${from(9)} − ${n - from(7)}) / ${n}${equals(figure)}`,
      };
    case 'csat@1':
      return share('CSAT = answers of 4 or more / n', 4);
    case 'ces-2.0@1':
      return share('CES 2.0 = answers of 5 or more / n', 5);
    case 'favourable@1':
      return share('favourable share = answers of 4 or more / n', 4);
    case 'mean-score@1': {
      const sum = counts.reduce((total, [score, count]) => total + score * count, 0);
      return { formula: 'mean = sum of scores / n', filled: `${sum} / ${n}${equals(figure)}` };
    }
    case 'participation@1':
      return share('participation = who took part / who were asked', 1);
    case 'distribution@1':
      return { formula: 'how often each option was chosen', filled: '' };
  }
}

function sumOf(counts: ScoreCounts): number {
  return counts.reduce((total, [, count]) => total + count, 0);
}

function equals({ value, low, high }: Measured): string {
  if (value === null) return '';
  const interval = low === null || high === null ? '' : `, ${rounded(low)} to ${rounded(high)}`;
  return ` = ${rounded(value)}${interval}`;
}

/** Four digits after the point are for reading; the figure beside has them all. */
function rounded(value: number): string {
  return String(Math.round(value * 10_000) / 10_000).replace('-', '−');
}
