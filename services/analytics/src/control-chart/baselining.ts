import { reject, type Instant, type Rejection } from '@plumbline/kernel';
import { limitsOf, type Limits, type RunRule } from '@plumbline/statistics';
import { isShare } from './charted.ts';
import type {
  BaselineChart,
  Baselining,
  Counting,
  RebaselineChart,
} from './control-chart.commands.ts';
import { baselinePointsMin, nameLengthMax, pointsMax } from './control-chart.rules.ts';
import { reasonLengthMax, refLengthMax, refuseText, versionsMax } from './control-chart.rules.ts';
import type { Baseline, ChartDefinition, DrawnChart, Point } from './control-chart.ts';
import { subgroupOf } from './judging.ts';
import { countOfPeriods, isPeriod, lastPlotted, periodsBetween, plottedFrom } from './period.ts';
import type { Period, PeriodKind } from './period.ts';

/** Limits of the periods of a baseline that are no gaps. */
export function limitsFrom(
  chart: Limits['chart'],
  { from, until }: Baseline,
  points: readonly Point[],
): Limits | Rejection {
  const within = points.filter(({ period }) => period >= from && period <= until);
  const shown = within.filter(({ measured }) => measured !== null).length;
  if (shown < baselinePointsMin) {
    const detail =
      `It takes ${baselinePointsMin} periods with enough answers to be shown; ` +
      `there are ${shown}. Give a longer baseline.`;
    return reject('control-chart/too-few-points', detail, '/baseline');
  }
  const limits =
    chart === 'xmr'
      ? limitsOf({ chart, points: within.map(({ measured }) => measured?.value ?? null) })
      : limitsOf({ chart, points: within.map(({ measured }) => subgroupOf(measured)) });
  const detail = 'All its points are one, or none has a neighbour: no limits follow from that.';
  return limits ?? reject('control-chart/no-variation', detail, '/baseline');
}

/** How limits are computed, and by which rules points are held against them. */
export function refuseBaselining(
  { period, charted }: Pick<ChartDefinition, 'period' | 'charted'>,
  { chart, baseline, rules }: Baselining,
): Rejection | undefined {
  if (chart !== 'xmr' && !isShare(charted)) {
    const detail = 'Only a share has a chart of proportions. Take "xmr".';
    return reject('control-chart/not-a-share', detail, '/chart');
  }
  return refuseRules(rules, chart) ?? refuseSpan(period, baseline);
}

function refuseRules(rules: readonly RunRule[], chart: Limits['chart']): Rejection | undefined {
  const field = '/rules';
  if (rules.length === 0) {
    return reject('control-chart/no-rules', 'Give at least one rule.', field);
  }
  const bad = rules.findIndex((rule, index) => rules.indexOf(rule) < index);
  if (bad >= 0) {
    return reject('control-chart/rule-twice', 'Give each rule once.', `${field}/${bad}`);
  }
  if (rules.includes('run-of-8') && rules.includes('run-of-9')) {
    const detail = 'A run is a signal from its 8th or from its 9th point on. Give one of the two.';
    return reject('control-chart/two-run-rules', detail, field);
  }
  if (chart === 'xmr' || !rules.includes('beyond-range-limit')) return undefined;
  const detail = 'Only an "xmr" chart watches ranges. Leave "beyond-range-limit" out.';
  return reject('control-chart/rule-without-ranges', detail, field);
}

function refuseSpan(kind: PeriodKind, { from, until }: Baseline): Rejection | undefined {
  const example = kind === 'week' ? 'a week, as 2026-W14' : 'a month, as 2026-04';
  for (const [name, period] of Object.entries({ from, until })) {
    if (isPeriod(kind, period)) continue;
    return reject('control-chart/no-such-period', `Give ${example}.`, `/baseline/${name}`);
  }
  if (until >= from) return undefined;
  const detail = 'The last period is before the first.';
  return reject('control-chart/baseline-out-of-order', detail, '/baseline/until');
}

/** That it is not longer than a chart may be is known before anything is counted. */
export function refuseLength({
  period: kind,
  baseline: { from },
  latenessDays,
  now,
}: Omit<BaselineChart, keyof Counting>): Rejection | undefined {
  const last = lastPlotted(kind, from, latenessDays, now);
  if (last === null || countOfPeriods(kind, from, last) <= pointsMax) return undefined;
  const detail = `A chart has at most ${pointsMax} points. Begin later.`;
  return reject('control-chart/too-many-points', detail, '/baseline/from');
}

/** All that is counted is over, begins with the baseline, and has no hole. */
export function refuseCounting(command: BaselineChart): Rejection | undefined {
  const { period: kind, baseline, latenessDays, counted, now } = command;
  const last = lastPlotted(kind, baseline.from, latenessDays, now);
  if (last === null || last < baseline.until) {
    const when = plottedFrom(kind, baseline.until, latenessDays);
    const detail = `The last period is counted from ${when} on. Give one that is over.`;
    return reject('control-chart/baseline-not-over', detail, '/baseline/until');
  }
  return areOf(periodsBetween(kind, baseline.from, last), counted) ? undefined : miscounted();
}

/** What a timer has counted: the periods of the chart, from its first on. */
export function refuseRecount(
  kind: PeriodKind,
  first: Period,
  latenessDays: number,
  { counted, now }: { readonly counted: readonly Point[]; readonly now: Instant },
): Rejection | undefined {
  const last = lastPlotted(kind, first, latenessDays, now);
  const end = counted.at(-1)?.period;
  if (end === undefined || last === null || end > last) return miscounted();
  return areOf(periodsBetween(kind, first, end), counted) ? undefined : miscounted();
}

export function refuseReplacing(
  { at, baseline: { from }, words, owner }: RebaselineChart,
  newest: DrawnChart['limits'][number],
  { limits }: DrawnChart,
): Rejection | undefined {
  if (limits.length >= versionsMax) {
    const detail = `It has ${versionsMax} versions of its limits. Draw a new chart.`;
    return reject('control-chart/too-many-versions', detail);
  }
  if (at < newest.at) {
    const detail = `Its limits are those of ${newest.at}. Give that time or a later one.`;
    return reject('control-chart/before-its-limits', detail, '/effectiveAt');
  }
  if (from <= newest.baseline.from) {
    const detail = `The baseline that holds begins with ${newest.baseline.from}. Begin later.`;
    return reject('control-chart/baseline-not-later', detail, '/baseline/from');
  }
  return (
    refuseText(words.reason, reasonLengthMax, '/reason') ??
    (words.name === undefined ? undefined : refuseText(words.name, nameLengthMax, '/name')) ??
    (owner === undefined ? undefined : refuseText(owner, refLengthMax, '/owner'))
  );
}

export function refuseUnplotted(
  { until }: Baseline,
  { points }: DrawnChart,
): Rejection | undefined {
  const last = points.at(-1)?.period ?? '';
  if (until <= last) return undefined;
  const detail = `The last point that is plotted is ${last}. End with that or an earlier one.`;
  return reject('control-chart/baseline-not-over', detail, '/baseline/until');
}

function areOf(periods: readonly Period[], counted: readonly Point[]): boolean {
  return (
    periods.length === counted.length &&
    periods.every((period, index) => counted[index]?.period === period)
  );
}

function miscounted(): Rejection {
  const detail =
    'Periods are counted from the first of the chart on, in order, once they are over.';
  return reject('control-chart/miscounted', detail, '/counted');
}
