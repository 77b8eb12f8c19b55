import type { ChartPoint, ControlChart } from '../api/types.ts';
import { brokenText, chartAmount, ruleMarks } from '../text/charts.ts';

/** A point as it is drawn. What is null is not drawn: a gap is no zero. */
export interface DrawnPoint extends Pick<ChartPoint, 'period' | 'centre' | 'lower' | 'upper'> {
  /** Its place on the axis, from 0. */
  readonly at: number;
  readonly value: number | null;
  readonly n: number | null;
  readonly tier: ChartPoint['tier'];
  readonly isBaseline: boolean;
  readonly version: number;
  /** The rules that it breaks, in full. */
  readonly broken: readonly string[];
  /** The same as it stands at the point; undefined where it breaks none. */
  readonly mark: string | undefined;
  /** Marks of neighbours do not stand in one line, where they would be written over each other. */
  readonly isRaised: boolean;
}

/** The stretch of points that limits were computed from. */
export interface Baseline {
  readonly version: number;
  readonly from: number;
  readonly until: number;
}

export interface ChartLines {
  readonly points: readonly DrawnPoint[];
  readonly baselines: readonly Baseline[];
  /** The values between which everything lies, with room around. */
  readonly domain: readonly [number, number];
}

export function linesOf({ points: given, limits }: Pick<ControlChart, 'points' | 'limits'>) {
  const points: DrawnPoint[] = [];
  for (const [at, point] of given.entries()) {
    const { period, centre, lower, upper, tier, isBaseline, figure, broken } = point;
    const before = points.at(-1);
    points.push({
      ...{ at, period, centre, lower, upper, tier, isBaseline, version: point.limits },
      ...{ value: figure?.value ?? null, n: figure?.n ?? null, broken: broken.map(brokenText) },
      mark: broken.length === 0 ? undefined : broken.map(({ rule }) => ruleMarks[rule]).join(', '),
      isRaised: broken.length > 0 && before?.mark !== undefined && !before.isRaised,
    });
  }
  const placeOf = new Map(points.map(({ period, at }) => [period, at]));
  const baselines = limits.flatMap(({ version, baseline }) => {
    const [from, until] = [placeOf.get(baseline.from), placeOf.get(baseline.until)];
    return from === undefined || until === undefined ? [] : [{ version, from, until }];
  });
  return { points, baselines, domain: domainOf(points) } satisfies ChartLines as ChartLines;
}

/** Room above and below, so that neither a point nor its mark lies on the frame. */
function domainOf(points: readonly DrawnPoint[]): readonly [number, number] {
  const values = points
    .flatMap(({ value, centre, lower, upper }) => [value, centre, lower, upper])
    .filter((one) => one !== null);
  if (values.length === 0) return [0, 1];
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = (high - low || Math.abs(high) || 1) * 0.15;
  return [low >= 0 && low - room < 0 ? 0 : low - room, high + room];
}

/** Round values within a domain, up to six of them. */
export function levelsOf([low, high]: ChartLines['domain']): readonly number[] {
  const rough = (high - low) / 6;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((one) => one * power >= rough) ?? 10) * power;
  const first = Math.ceil(low / step);
  const count = Math.floor(high / step) - first + 1;
  // Binary fractions add up to 0.30000000000000004, which would be written out.
  return Array.from({ length: count }, (_, at) => Number(((first + at) * step).toPrecision(12)));
}

/** Places that are named on the axis: as many as there is room for, each as far from the next. */
export function ticksOf(count: number, countMax: number): readonly number[] {
  const step = Math.max(1, Math.ceil(count / Math.max(1, countMax)));
  return Array.from({ length: Math.ceil(count / step) }, (_, index) => index * step);
}

/** In words, for those who do not see the chart; the table has every point. */
export function linesText(
  { points, baselines }: ChartLines,
  chart: Pick<ControlChart, 'definition'>,
  locale?: string,
): string {
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) return 'No points.';
  const gaps = points.filter(({ value }) => value === null).length;
  const said = [
    `${points.length} points from ${first.period} to ${last.period}`,
    ...(gaps === 0 ? [] : [`${gaps} of them gaps`]),
    ...baselines.map(({ version, from, until }) => {
      const [one, other] = [points[from]?.period ?? '', points[until]?.period ?? ''];
      return `baseline ${version} from ${one} to ${other}`;
    }),
    `centre ${chartAmount(last.centre, chart, locale)}`,
  ];
  const broken = points
    .filter(({ mark }) => mark !== undefined)
    .map(({ period, broken: rules }) => `${period} ${rules.join(' and ')}`);
  const rest = broken.length === 0 ? 'No point breaks a rule' : `Marked: ${broken.join('; ')}`;
  return `${said.join(', ')}. ${rest}.`;
}
