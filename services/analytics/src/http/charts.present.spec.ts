import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { controlChartDecider } from '../control-chart/control-chart.decide.ts';
import * as the from '../control-chart/control-chart.histories.ts';
import type { ControlChartFact, DrawnChart } from '../control-chart/control-chart.ts';
import type { ControlChartSheet } from '../views/control-chart-sheet.ts';
import { chartDetail } from './charts.present.ts';

const actor = { sub: 'sam', via: 'http' };

function sheetOf(...facts: readonly ControlChartFact[]): ControlChartSheet {
  const { acts: _, ...standing } = fold(
    controlChartDecider,
    controlChartDecider.initial,
    facts,
  ) as DrawnChart;
  return {
    ...{ chartId: the.chartId, name: null, drawnAt: the.drawnAt, standing, revision: 1, texts: {} },
    ...{ freezings: [{ version: 1, at: the.drawnAt, by: actor, reason: null }], restatements: [] },
  };
}
type Limits = { readonly hints: readonly string[] };
const hintsOf = (...facts: readonly ControlChartFact[]) => {
  const { limits } = chartDetail(sheetOf(...facts)) as { limits: readonly Limits[] };
  return limits.flatMap(({ hints }) => hints);
};

describe('what is to be known of limits', () => {
  it('is that proportions vary more than by chance, and that the baseline breaks the rules', () => {
    expect(hintsOf(the.frozen, the.plotted)).toEqual(['overdispersed', 'baseline-breaks-rules']);
  });

  it('is for Laney’s chart that they are wide enough for it', () => {
    const limits = { ...the.limits, chart: 'p-prime' } as const;
    expect(hintsOf({ ...the.frozen, limits }, the.plotted)).toEqual([]);
  });

  it('is that they are of few points', () => {
    const few = { ...the.limits, n: 19 };
    expect(hintsOf({ ...the.frozen, limits: few }, the.plotted)).toContain('few-points');
  });
});
