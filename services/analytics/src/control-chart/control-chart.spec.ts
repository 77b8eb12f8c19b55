import { describe, expect, it } from '@jest/globals';
import { fold } from '@plumbline/kernel';
import { specification } from '@plumbline/kernel/spec';
import type * as Command from './control-chart.commands.ts';
import { controlChartDecider } from './control-chart.decide.ts';
import * as the from './control-chart.histories.ts';
import { codeLengthMax, latenessDaysMax, nameLengthMax } from './control-chart.rules.ts';
import { noteLengthMax, reasonLengthMax, refLengthMax } from './control-chart.rules.ts';
import type { ControlChartFact, Measured } from './control-chart.ts';
import { pointsOfChart } from './judging.ts';
import { periodsBetween } from './period.ts';

const { given } = specification(controlChartDecider);
const { baseline, frozen, plotted, plot, plottedAfter, raised, explain, explained } = the;
const { replot, restated, restatedSignal, rebaseline, bottomOf, position } = the;

const accepted = (facts: readonly unknown[]) => expect(facts.length).toBeGreaterThan(0);
const drawn = [frozen, plotted] as const;
const signalled = [...drawn, plottedAfter, raised] as const;
const later = { act: 'later', at: '2025-09-01T12:00:00.000Z', now: '2025-09-01T12:00:00.000Z' };
const drawnWith = (told: Partial<Command.BaselineChart>) => given().when({ ...baseline, ...told });
const chartOf = (...facts: readonly ControlChartFact[]) => {
  const chart = fold(controlChartDecider, controlChartDecider.initial, facts);
  if (chart.stage === 'none') throw new Error('It was drawn.');
  return chart;
};

describe('drawing a chart', () => {
  it('freezes its limits, and plots what is over', () => {
    given()
      .when(baseline)
      .then(...drawn);
  });

  it('has the limits that are published of these samples, with the two points beyond them', () => {
    const points = pointsOfChart(chartOf(...drawn));
    const [{ judged } = { judged: undefined }] = points;
    expect(judged?.centre).toBeCloseTo(0.2313, 4);
    expect(judged?.lower).toBeCloseTo(0.0524, 4);
    expect(judged?.upper).toBeCloseTo(0.4102, 4);
    const beyond = points.filter(({ broken }) =>
      broken.some(({ rule }) => rule === 'beyond-limit'),
    );
    expect(beyond.map(({ point }) => point.period)).toEqual(['2025-W15', '2025-W23']);
    expect(points.every(({ isBaseline }) => isBaseline)).toBe(true);
  });

  it('raises signals of what came after the baseline, and none of the baseline', () => {
    const counted = [...the.baselinePoints, { period: the.weekAfter, measured: bottomOf(21) }];
    const now = '2025-08-07T12:00:00.000Z';
    drawnWith({ counted, now, at: now }).thenSatisfies((facts) => {
      const signals = facts.filter(({ type }) => type === 'SignalRaised');
      expect(signals).toMatchObject([{ rule: 'beyond-limit', period: '2025-W31' }]);
    });
  });

  it('happens once, and first', () => {
    given(...drawn)
      .when({ ...baseline, act: 'again' })
      .rejects('control-chart/already-drawn');
    for (const command of [plot, explain, rebaseline]) {
      given().when(command).rejects('control-chart/not-found');
    }
  });

  it('has a name and an owner, and waits for not too long', () => {
    const missing = 'control-chart/text-missing';
    const long = 'control-chart/text-too-long';
    drawnWith({ words: { name: 'x'.repeat(nameLengthMax) } }).thenSatisfies(accepted);
    drawnWith({ words: { name: 'x'.repeat(nameLengthMax + 1) } }).rejects(long, '/name');
    drawnWith({ words: { name: ' ' } }).rejects(missing, '/name');
    drawnWith({ owner: 'x'.repeat(refLengthMax) }).thenSatisfies(accepted);
    drawnWith({ owner: 'x'.repeat(refLengthMax + 1) }).rejects(long, '/owner');
    drawnWith({ owner: '' }).rejects(missing, '/owner');
    const placed = (is: string) => drawnWith({ place: { by: 'unit', is } });
    placed('x'.repeat(refLengthMax)).thenSatisfies(accepted);
    placed('x'.repeat(refLengthMax + 1)).rejects(long, '/place/is');
    placed('').rejects(missing, '/place/is');
    const late = '2026-01-01T12:00:00.000Z';
    const counted = the.baselinePoints;
    const waiting = (latenessDays: number) =>
      drawnWith({ latenessDays, counted, now: '2025-07-29T12:00:00.000Z' });
    for (const days of [-1, 0.5, latenessDaysMax + 1]) {
      drawnWith({ latenessDays: days, now: late }).rejects(
        'control-chart/not-possible',
        '/latenessDays',
      );
    }
    waiting(0).thenSatisfies(accepted);
    waiting(latenessDaysMax).rejects('control-chart/baseline-not-over', '/baseline/until');
  });

  it('is of what there is: a share for proportions, an end of the scale, a place', () => {
    const score = { figure: 'score', metric: 'nps', scale: { min: 0, max: 10 } } as const;
    drawnWith({ charted: score }).rejects('control-chart/not-a-share', '/chart');
    drawnWith({ charted: score, chart: 'p-prime' }).rejects('control-chart/not-a-share', '/chart');
    drawnWith({ charted: score, chart: 'xmr' }).thenSatisfies(accepted);
    const speed = { figure: 'bottom-share', metric: 'speed', scale: { min: 0, max: 3 } } as const;
    drawnWith({ charted: speed }).rejects('control-chart/no-lower-end', '/figure');
    const sla = { figure: 'sla-attainment', clock: 'resolution', serviceLevel: null } as const;
    drawnWith({ charted: sla }).rejects('control-chart/place-not-counted', '/place/by');
    drawnWith({ charted: sla, place: null }).thenSatisfies(accepted);
  });

  it('pins the rules by which signals are raised', () => {
    drawnWith({ rules: [] }).rejects('control-chart/no-rules', '/rules');
    drawnWith({ rules: ['run-of-8', 'run-of-9'] }).rejects('control-chart/two-run-rules', '/rules');
    drawnWith({ rules: ['run-of-9', 'run-of-9'] }).rejects('control-chart/rule-twice', '/rules/1');
    const ranges = ['beyond-limit', 'beyond-range-limit'] as const;
    drawnWith({ rules: ranges }).rejects('control-chart/rule-without-ranges', '/rules');
    drawnWith({ rules: ranges, chart: 'xmr' }).thenSatisfies(accepted);
  });
});

describe('a baseline', () => {
  const from = (first: string, until = '2025-W30') => ({ from: first, until });

  it('is of periods that there are, in order', () => {
    const no = 'control-chart/no-such-period';
    drawnWith({ baseline: from('2025-W00') }).rejects(no, '/baseline/from');
    drawnWith({ baseline: from('2025-01') }).rejects(no, '/baseline/from');
    drawnWith({ baseline: from('2025-W01', '2025-W53') }).rejects(no, '/baseline/until');
    drawnWith({ period: 'month' }).rejects(no, '/baseline/from');
    const disorder = from('2025-W30', '2025-W01');
    drawnWith({ baseline: disorder }).rejects('control-chart/baseline-out-of-order');
  });

  it('is over, with the days that are waited for', () => {
    const early = { now: '2025-07-31T11:59:59.999Z' };
    drawnWith(early).rejects('control-chart/baseline-not-over', '/baseline/until');
  });

  it('has every period counted, once and in order, from its first on', () => {
    const miscounted = 'control-chart/miscounted';
    const [first, ...others] = the.baselinePoints;
    drawnWith({ counted: others }).rejects(miscounted);
    drawnWith({ counted: the.baselinePoints.toReversed() }).rejects(miscounted);
    drawnWith({ counted: [...the.baselinePoints, ...(first ? [first] : [])] }).rejects(miscounted);
    // A week later one more is over.
    drawnWith({ now: '2025-08-07T12:00:00.000Z' }).rejects(miscounted);
  });

  it('has enough periods that are no gaps, and some variation', () => {
    const of = (measured: (index: number) => Measured | null) =>
      the.baselinePoints.map(({ period }, index) => ({ period, measured: measured(index) }));
    const withShown = (shown: number) =>
      drawnWith({ counted: of((index) => (index < shown ? bottomOf(index + 1) : null)) });
    withShown(6).thenSatisfies(accepted);
    withShown(5).rejects('control-chart/too-few-points', '/baseline');
    drawnWith({ counted: of(() => bottomOf(0)) }).rejects('control-chart/no-variation');
    const xmr = { chart: 'xmr', counted: of(() => bottomOf(9)) } as const;
    drawnWith(xmr).rejects('control-chart/no-variation', '/baseline');
    const apart = of((index) => (index % 2 === 0 ? bottomOf(index + 1) : null));
    drawnWith({ chart: 'xmr', counted: apart }).rejects('control-chart/no-variation');
  });

  it('begins no longer ago than a chart is long', () => {
    const weeks = periodsBetween('week', '2005-W31', '2025-W30');
    const counted = weeks.map((period, index) => ({ period, measured: bottomOf((index % 9) + 1) }));
    const beginning = (skipped: number) => {
      const some = counted.slice(skipped);
      return drawnWith({ counted: some, baseline: from(some[0]?.period ?? '') });
    };
    expect(weeks).toHaveLength(1_043);
    beginning(3).thenSatisfies((facts) => {
      expect(facts.filter(({ type }) => type === 'PointsPlotted')).toHaveLength(11);
    });
    beginning(2).rejects('control-chart/too-many-points', '/baseline/from');
  });
});

describe('plotting', () => {
  it('adds what is over by now, with the signals that it is', () => {
    given(...drawn)
      .when(plot)
      .then(plottedAfter, raised);
  });

  it('leaves the limits as they are', () => {
    expect(chartOf(...signalled).limits).toEqual(chartOf(...drawn).limits);
    expect(chartOf(...signalled, restated).limits).toEqual(chartOf(...drawn).limits);
  });

  it('of the same counts decides nothing, whoever asks', () => {
    given(...signalled)
      .when({ ...plot, ...later, takenAt: position(9) })
      .nothing();
  });

  it('of counts older than those that are plotted decides nothing', () => {
    given(...signalled)
      .when({ ...replot, takenAt: position(1) })
      .nothing();
    given(...signalled)
      .when({ ...replot, takenAt: null })
      .nothing();
  });

  it('is of the periods of the chart, when they are over', () => {
    const miscounted = 'control-chart/miscounted';
    given(...drawn)
      .when({ ...plot, now: '2025-08-07T11:59:59.999Z' })
      .rejects(miscounted);
    given(...drawn)
      .when({ ...plot, counted: plot.counted.slice(1) })
      .rejects(miscounted);
    given(...drawn)
      .when({ ...plot, counted: [] })
      .rejects(miscounted);
  });

  it('of late answers restates a point, and says of its signal that it stands no more', () => {
    given(...signalled)
      .when(replot)
      .then(restated, restatedSignal);
  });

  it('raises no signal twice, also when its point breaks the rule anew', () => {
    const back = { ...replot, ...later, counted: plot.counted, takenAt: position(4) };
    given(...signalled, restated, restatedSignal)
      .when(back)
      .thenSatisfies((facts) => {
        expect(facts).toMatchObject([
          { type: 'PointRestated', before: bottomOf(21, 55), after: bottomOf(21) },
          { type: 'SignalRestated', signalId: raised.signalId, stands: true },
        ]);
      });
  });

  it('restates points of the baseline, whose limits stay', () => {
    const [first, ...others] = the.baselinePoints;
    const period = first?.period ?? '';
    const counted = [{ period, measured: bottomOf(12, 60) }, ...others];
    given(...drawn)
      .when({ ...replot, counted })
      .then({ ...restated, period, before: bottomOf(12), after: bottomOf(12, 60) });
  });

  it('counts a run from the first of its points, also where these are of the baseline', () => {
    const weeks = periodsBetween('week', '2025-W31', '2025-W39');
    const high = weeks.map((period) => ({ period, measured: bottomOf(14) }));
    const now = '2025-10-09T12:00:00.000Z';
    given(...drawn)
      .when({ ...plot, now, at: now, counted: [...the.baselinePoints, ...high] })
      .thenSatisfies((facts) => {
        const signals = facts.filter(({ type }) => type === 'SignalRaised');
        expect(signals).toMatchObject([{ rule: 'run-of-8', period: '2025-W38', side: 'above' }]);
      });
  });
});

describe('a point that few answers have changed', () => {
  const countedAs = (measured: Measured | null, place = 3): Command.PlotPoints => ({
    ...replot,
    act: `act-${place}`,
    takenAt: position(place),
    counted: [...the.baselinePoints, { period: the.weekAfter, measured }],
  });

  it('waits until they are five, in all that they have changed', () => {
    const after = given(...signalled);
    after.when(countedAs(bottomOf(21, 54))).nothing();
    after.when(countedAs(bottomOf(23, 52))).nothing();
    after.when(countedAs(bottomOf(23, 55))).thenSatisfies(accepted);
    // One was taken for another three times, which is six.
    after.when(countedAs(bottomOf(18))).thenSatisfies(accepted);
    after.when(countedAs(bottomOf(19))).nothing();
  });

  it('waits as well for what was shown of it before the newest', () => {
    const shown = [...signalled, restated, restatedSignal];
    given(...shown)
      .when(countedAs(bottomOf(21, 51), 4))
      .nothing();
    given(...shown)
      .when(countedAs(bottomOf(21), 4))
      .thenSatisfies(accepted);
  });

  it('is a gap once too few are left, and is shown again when it differs from all before', () => {
    const gone: ControlChartFact = { ...restated, after: null };
    given(...signalled)
      .when({ ...countedAs(null), act: restated.act })
      .thenSatisfies(([fact]) => expect(fact).toEqual(gone));
    given(...signalled, gone, restatedSignal)
      .when(countedAs(bottomOf(22, 51), 4))
      .nothing();
    given(...signalled, gone, restatedSignal)
      .when(countedAs(bottomOf(2, 5), 4))
      .thenSatisfies(accepted);
  });
});

describe('new limits', () => {
  it('are a new version, with a reason; the earlier ones stay', () => {
    given(...signalled)
      .when(rebaseline)
      .thenSatisfies((facts) => {
        expect(facts).toMatchObject([
          {
            ...{ type: 'LimitsFrozen', version: 2, definition: 'bottom-share@1', owner: 'eve' },
            limits: { chart: 'p-prime', n: 11 },
            rules: ['beyond-limit', 'run-of-8'],
            text: { fields: { reason: 'A second desk was opened in May.' } },
          },
        ]);
        const chart = chartOf(...signalled, ...facts);
        expect(chart.limits[0]).toEqual(chartOf(...drawn).limits[0]);
        const versions = pointsOfChart(chart).map(({ version }) => version);
        expect([versions[18], versions[19], versions.at(-1)]).toEqual([1, 2, 2]);
      });
  });

  it('raise what they make a signal, and leave what stands by those that raised it', () => {
    given(...signalled)
      .when({ ...rebaseline, chart: 'p', rules: ['beyond-limit', 'four-of-five'] })
      .thenSatisfies((facts) => {
        // By the new limits the point of week 31 is within: the signal is of the earlier ones.
        expect(facts.map(({ type }) => type)).toEqual(['LimitsFrozen']);
      });
    const [, , low] = periodsBetween('week', the.weekAfter, '2025-W33');
    const weeks = periodsBetween('week', the.weekAfter, '2025-W38');
    const points = weeks.map((period) => {
      return { period, measured: bottomOf(period === low ? 1 : 12) };
    });
    const more: ControlChartFact = { ...plottedAfter, points };
    given(...drawn, more)
      .when({ ...rebaseline, at: later.at, chart: 'p' })
      .thenSatisfies((facts) => {
        expect(facts).toMatchObject([
          { type: 'LimitsFrozen' },
          // The run began within the baseline.
          { type: 'SignalRaised', rule: 'run-of-8', period: '2025-W32', side: 'below', version: 2 },
          { type: 'SignalRaised', rule: 'beyond-limit', period: low, side: 'below', version: 2 },
        ]);
      });
  });

  it('are of points that are plotted, later than the baseline before, and say why', () => {
    const wanted = (told: Partial<Command.RebaselineChart>) =>
      given(...signalled).when({ ...rebaseline, ...told });
    const span = (from: string, until = '2025-W31') => ({ baseline: { from, until } });
    wanted(span('2025-W02')).thenSatisfies(accepted);
    wanted(span('2025-W01')).rejects('control-chart/baseline-not-later', '/baseline/from');
    wanted(span('2025-W10', '2025-W32')).rejects('control-chart/baseline-not-over');
    wanted(span('2025-W26')).thenSatisfies(accepted);
    wanted(span('2025-W27')).rejects('control-chart/too-few-points', '/baseline');
    wanted({ at: '2025-07-31T11:00:00.000Z' }).rejects('control-chart/before-its-limits');
    wanted({ words: { reason: '' } }).rejects('control-chart/text-missing', '/reason');
    const reason = 'x'.repeat(reasonLengthMax);
    wanted({ words: { reason } }).thenSatisfies(accepted);
    wanted({ words: { reason: `${reason}x` } }).rejects('control-chart/text-too-long', '/reason');
    wanted({ words: { reason, name: '' } }).rejects('control-chart/text-missing', '/name');
    wanted({ owner: '' }).rejects('control-chart/text-missing', '/owner');
    wanted({ rules: [] }).rejects('control-chart/no-rules', '/rules');
  });
});

describe('explaining a signal', () => {
  it('says what it came from, and who says so', () => {
    given(...signalled)
      .when(explain)
      .then(explained);
  });

  it('happens once, of a signal that was raised', () => {
    given(...signalled, explained)
      .when({ ...explain, ...later })
      .rejects('control-chart/already-explained');
    given(...drawn)
      .when(explain)
      .rejects('control-chart/unknown-signal', '/signal');
    given(...signalled)
      .when({ ...explain, at: '2025-08-07T11:59:59.999Z' })
      .rejects('control-chart/explained-before-raised', '/effectiveAt');
  });

  it('is possible also of one whose point was restated', () => {
    given(...signalled, restated, restatedSignal)
      .when(explain)
      .then(explained);
  });

  it('has a code and a note, not too long', () => {
    const saying = (told: object) => given(...signalled).when({ ...explain, ...told });
    const long = 'control-chart/text-too-long';
    saying({ cause: 'x'.repeat(codeLengthMax) }).thenSatisfies(accepted);
    saying({ cause: 'x'.repeat(codeLengthMax + 1) }).rejects(long, '/cause');
    saying({ cause: ' ' }).rejects('control-chart/text-missing', '/cause');
    saying({ words: { note: 'x'.repeat(noteLengthMax) } }).thenSatisfies(accepted);
    saying({ words: { note: 'x'.repeat(noteLengthMax + 1) } }).rejects(long, '/note');
    saying({ words: { note: '' } }).rejects('control-chart/text-missing', '/note');
  });
});
