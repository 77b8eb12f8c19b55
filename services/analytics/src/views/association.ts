import { pearsonCorrelation, spearmanCorrelation } from '@plumbline/statistics';
import type { Correlation, Figure } from '@plumbline/statistics';

/** A figure of a unit with its interval of 0.95, where it has one. */
export interface UnitFigure extends Figure {
  readonly low: number | null;
  readonly high: number | null;
}

/** One unit with both of its figures. */
export interface UnitPair {
  readonly unit: string;
  readonly x: UnitFigure & { readonly value: number };
  readonly y: UnitFigure & { readonly value: number };
}

/** What is to be known of an association before it is told to anybody else. */
export type Warning =
  'not-a-cause' | 'units-are-not-people' | 'confounded' | 'few-units' | 'may-be-none';

/** Fewer units than these are called few: a single one moves the coefficient much. */
export const firmUnitsMin = 20;

export interface Association {
  /** In the order of their names: each is a point. */
  readonly units: readonly UnitPair[];
  readonly pearson: Correlation;
  readonly spearman: Correlation;
  readonly warnings: readonly Warning[];
}

/**
 * How two figures go together over units. Every unit counts once, whatever its size.
 *
 * That figures of groups go together says nothing of the people in them (Robinson, W. S. (1950),
 * Ecological correlations and the behavior of individuals, American Sociological Review 15(3),
 * 351–357), nothing of which makes which, and nothing of what makes both.
 */
export function association(pairs: readonly UnitPair[]): Association {
  const units = pairs.toSorted((one, other) => (one.unit < other.unit ? -1 : 1));
  const points = units.map(({ x, y }) => ({ x: x.value, y: y.value }));
  const pearson = pearsonCorrelation(points);
  const spearman = spearmanCorrelation(points);
  return { units, pearson, spearman, warnings: warningsOf(pearson) };
}

function warningsOf({ n, low, high }: Correlation): readonly Warning[] {
  const warnings: Warning[] = ['not-a-cause', 'units-are-not-people', 'confounded'];
  if (n < firmUnitsMin) warnings.push('few-units');
  const isKnown = low !== null && high !== null && (low > 0 || high < 0);
  return isKnown ? warnings : [...warnings, 'may-be-none'];
}

/**
 * Units of which both figures are shown, without those that have one of the others below them: a
 * unit and its parts are made of the same people and customers, and would count them twice.
 */
export function pairedUnits(
  xs: ReadonlyMap<string, UnitFigure>,
  ys: ReadonlyMap<string, UnitFigure>,
  aboveOf: (unit: string) => readonly string[],
): readonly UnitPair[] {
  const pairs = [...xs].flatMap(([unit, x]): UnitPair[] => {
    const y = ys.get(unit);
    if (y === undefined || x.value === null || y.value === null) return [];
    return [{ unit, x: { ...x, value: x.value }, y: { ...y, value: y.value } }];
  });
  const above = new Set(pairs.flatMap(({ unit }) => aboveOf(unit)));
  return pairs.filter(({ unit }) => !above.has(unit));
}
