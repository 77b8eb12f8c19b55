import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { fold, isRejection, toInstant } from '@plumbline/kernel';
import { repeatDecidesNothing } from '@plumbline/kernel/spec';
import type { RunRule } from '@plumbline/statistics';
import type { ControlChartCommand } from './control-chart.commands.ts';
import { controlChartDecider, newestOf } from './control-chart.decide.ts';
import * as the from './control-chart.histories.ts';
import { initialChart, type ControlChart } from './control-chart.ts';
import type { ControlChartFact, DrawnChart, Measured, Point } from './control-chart.ts';
import { brokenSince } from './judging.ts';
import { periodsBetween, plottedFrom } from './period.ts';
import { answersApart } from './plotting.ts';

/** A year and a half of weeks, of which the baseline are the first thirty. */
const weeks = periodsBetween('week', '2025-W01', '2026-W26');

const anyMeasured: fc.Arbitrary<Measured | null> = fc.oneof(
  { arbitrary: fc.constant(null), weight: 1 },
  {
    arbitrary: fc
      .record({ n: fc.integer({ min: 5, max: 60 }), part: fc.nat({ max: 100 }) })
      .map(({ n, part }) => the.bottomOf(Math.floor((n * part) / 100), n)),
    weight: 12,
  },
);

/** What a turn counts: some weeks more, and a few that were counted otherwise before. */
const anyTurn = fc.record({
  more: fc.nat({ max: 6 }),
  changes: fc.array(fc.tuple(fc.nat({ max: 77 }), anyMeasured), { maxLength: 5 }),
  /** A turn of a process that is behind. */
  isStale: fc.boolean(),
  afterwards: fc.constantFrom('explain', 'rebaseline', 'nothing'),
});

const anyPlay = fc.record({
  chart: fc.constantFrom('xmr' as const, 'p' as const, 'p-prime' as const),
  rules: fc.subarray<RunRule>(
    ['beyond-limit', 'run-of-8', 'two-of-three', 'four-of-five', 'six-in-a-row'],
    { minLength: 1 },
  ),
  first: fc.array(anyMeasured, { minLength: weeks.length, maxLength: weeks.length }),
  turns: fc.array(anyTurn, { minLength: 3, maxLength: 12 }),
});
type Play = typeof anyPlay extends fc.Arbitrary<infer Of> ? Of : never;

interface Step {
  readonly before: ControlChart;
  readonly command: ControlChartCommand;
  readonly facts: readonly ControlChartFact[];
}

function play({ chart: kind, rules, first, turns }: Play): {
  readonly steps: readonly Step[];
  readonly chart: DrawnChart;
} {
  const steps: Step[] = [];
  let chart: ControlChart = initialChart;
  const send = (command: ControlChartCommand) => {
    const decision = controlChartDecider.decide(command, chart);
    if (isRejection(decision)) return;
    repeatDecidesNothing(controlChartDecider, command, chart, decision);
    steps.push({ before: chart, command, facts: decision });
    chart = fold(controlChartDecider, chart, decision);
  };
  const measured = [...first];
  const counted = (until: number): readonly Point[] =>
    weeks.slice(0, until).map((period, index) => ({ period, measured: measured[index] ?? null }));
  let until = 30;
  const stampAt = (act: string) => {
    const now = plottedFrom('week', weeks[until - 1] ?? '', 3);
    return { act, chartId: the.chartId, at: now, now };
  };
  send({ ...the.baseline, ...stampAt('draw'), chart: kind, rules, counted: counted(until) });
  turns.forEach(({ more, changes, isStale, afterwards }, turn) => {
    until = Math.min(until + more, weeks.length);
    for (const [place, one] of changes) measured[place] = one;
    const takenAt = the.position(isStale ? turn : turn + 10);
    send({ type: 'PlotPoints', ...stampAt(`plot-${turn}`), counted: counted(until), takenAt });
    if (chart.stage === 'none') return;
    if (afterwards === 'explain') {
      const signalId = chart.signals.find((one) => !one.isExplained)?.signalId ?? 'none';
      send({ ...the.explain, ...stampAt(`explain-${turn}`), signalId });
    }
    if (afterwards === 'rebaseline') {
      const from = weeks[weeks.indexOf(newestOf(chart).baseline.from) + 7] ?? '';
      const baseline = { from, until: chart.points.at(-1)?.period ?? '' };
      send({ ...the.rebaseline, ...stampAt(`re-${turn}`), chart: kind, baseline });
    }
  });
  return { steps, chart: chart as DrawnChart };
}

const plays = anyPlay.map(play).filter(({ steps }) => steps.length > 0);

describe('the laws of a control chart, over any counts in any turns', () => {
  it('limits that are frozen move by nothing that comes later', () => {
    let seen = 0;
    fc.assert(
      fc.property(plays, ({ steps, chart }) => {
        const frozen = steps.flatMap(({ facts }) =>
          facts.flatMap((fact) => (fact.type === 'LimitsFrozen' ? [fact] : [])),
        );
        expect(chart.limits).toMatchObject(
          frozen.map(({ version, limits }) => ({ version, limits })),
        );
        expect(chart.limits.map(({ version }) => version)).toEqual(frozen.map((_, at) => at + 1));
        seen += frozen.length > 1 ? 1 : 0;
      }),
      { numRuns: 50 },
    );
    expect(seen).toBeGreaterThan(5);
  });

  it('a signal is raised once for a rule and a point, and says whether it stands', () => {
    const seen = { raised: 0, fallen: 0 };
    fc.assert(
      fc.property(plays, ({ steps, chart }) => {
        const raised = steps.flatMap(({ facts }) =>
          facts.flatMap((fact) => (fact.type === 'SignalRaised' ? [fact] : [])),
        );
        const names = raised.map(({ rule, period }) => `${rule} ${period}`);
        expect(new Set(names).size).toBe(raised.length);
        expect(new Set(raised.map(({ signalId }) => signalId)).size).toBe(raised.length);
        for (const signal of chart.signals) {
          const frozen = chart.limits.find(({ version }) => version === signal.version);
          const broken = frozen === undefined ? [] : brokenSince(chart, frozen);
          const stands = broken.some(({ rule, period }) => {
            return rule === signal.rule && period === signal.period;
          });
          expect(signal.stands).toBe(stands);
          expect(signal.period > (frozen?.baseline.until ?? '')).toBe(true);
          seen.raised += 1;
          seen.fallen += stands ? 0 : 1;
        }
      }),
      { numRuns: 200 },
    );
    expect(seen.raised).toBeGreaterThan(40);
    expect(seen.fallen).toBeGreaterThan(2);
  });

  it('any two showings of one period differ by nobody, or by five answers', () => {
    let seen = 0;
    fc.assert(
      fc.property(plays, ({ chart }) => {
        for (const { measured, earlier } of chart.points) {
          const shown = [...earlier, measured];
          shown.forEach((one, index) => {
            for (const other of shown.slice(0, index)) {
              const apart = answersApart(one, other);
              expect(apart === 0 || apart >= 5).toBe(true);
              seen += 1;
            }
          });
        }
      }),
      { numRuns: 50 },
    );
    expect(seen).toBeGreaterThan(50);
  });

  it('points have no hole, and are over when they are plotted', () => {
    fc.assert(
      fc.property(plays, ({ steps, chart }) => {
        const last = chart.points.at(-1)?.period ?? '';
        expect(chart.points.map(({ period }) => period)).toEqual(
          periodsBetween('week', '2025-W01', last),
        );
        for (const { command, facts } of steps) {
          const plotted = facts.flatMap((fact) =>
            fact.type === 'PointsPlotted' ? fact.points : [],
          );
          for (const { period } of plotted) {
            expect(plottedFrom('week', period, 3) <= command.now).toBe(true);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('two processes that count the same plot it once', () => {
    let plotted = 0;
    fc.assert(
      fc.property(plays, ({ steps }) => {
        for (const { before, command, facts } of steps) {
          if (command.type !== 'PlotPoints' || facts.length >= 50) continue;
          const after = fold(controlChartDecider, before, facts);
          const other = { ...command, act: `${command.act}-other`, at: toInstant(0) };
          expect(controlChartDecider.decide(other, after)).toEqual([]);
          plotted += facts.length;
        }
      }),
      { numRuns: 40 },
    );
    expect(plotted).toBeGreaterThan(40);
  });
});
