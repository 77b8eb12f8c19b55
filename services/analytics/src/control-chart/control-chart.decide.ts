import { clearText, never, reject, type Decider, type Decision } from '@plumbline/kernel';
import { isRejection } from '@plumbline/kernel';
import { limitsFrom, refuseBaselining, refuseCounting, refuseLength } from './baselining.ts';
import { refuseRecount, refuseReplacing, refuseUnplotted } from './baselining.ts';
import { definitionOf } from './charted.ts';
import type * as Command from './control-chart.commands.ts';
import type { ControlChartCommand } from './control-chart.commands.ts';
import { codeLengthMax, noteLengthMax, pointsMax } from './control-chart.rules.ts';
import { refuseDefinition, refuseText } from './control-chart.rules.ts';
import { evolveChart, initialChart, signalOf } from './control-chart.ts';
import type { ControlChart, ControlChartFact, DrawnChart } from './control-chart.ts';
import type { FrozenLimits } from './control-chart.ts';
import { plotting, withSignals } from './plotting.ts';

type Decided = Decision<ControlChartFact>;

export const controlChartDecider: Decider<ControlChartCommand, ControlChart, ControlChartFact> = {
  initial: initialChart,
  evolve: evolveChart,
  decide: decideChart,
};

function decideChart(command: ControlChartCommand, chart: ControlChart): Decided {
  if (chart.stage === 'drawn' && chart.acts[command.act] === true) return []; // Already so.
  if (command.type === 'BaselineChart') return baseline(command, chart);
  if (chart.stage === 'none') {
    return reject('control-chart/not-found', 'There is no control chart with this id.');
  }
  switch (command.type) {
    case 'RebaselineChart':
      return rebaseline(command, chart);
    case 'PlotPoints':
      return plot(command, chart);
    case 'ExplainSignal':
      return explain(command, chart);
    default:
      return never(command);
  }
}

function baseline(command: Command.BaselineChart, chart: ControlChart): Decided {
  if (chart.stage !== 'none') {
    const detail = 'There is a control chart with this id. Re-baseline it.';
    return reject('control-chart/already-drawn', detail);
  }
  const refused =
    refuseDefinition(command) ??
    refuseBaselining(command, command) ??
    refuseLength(command) ??
    refuseCounting(command);
  if (refused !== undefined) return refused;
  const { charted, place, period, latenessDays, owner, counted, takenAt } = command;
  const limits = limitsFrom(command.chart, command.baseline, counted);
  if (isRejection(limits)) return limits;
  const frozen: FrozenLimits = {
    ...{ version: 1, baseline: command.baseline, limits, rules: command.rules },
    ...{ definition: definitionOf(charted), takenAt },
  };
  const definition = { charted, place, period, latenessDays, owner };
  const text = clearText(`control-chart:${command.chartId}`, { ...command.words });
  const stamp = stampOf(command);
  const drawn: ControlChartFact = {
    type: 'LimitsFrozen',
    ...stamp,
    ...definition,
    ...frozen,
    text,
  };
  const empty = evolveChart(initialChart, drawn);
  return empty.stage === 'none' ? [] : [drawn, ...plotting(empty, command, stamp)];
}

/** From what is plotted, and never from a new count: readers see what limits are made of. */
function rebaseline(command: Command.RebaselineChart, chart: DrawnChart): Decided {
  const newest = newestOf(chart);
  const { baseline: span, rules = newest.rules, words, owner = chart.owner } = command;
  const kind = command.chart ?? newest.limits.chart;
  const refused =
    refuseReplacing(command, newest, chart) ??
    refuseBaselining(chart, { chart: kind, baseline: span, rules }) ??
    refuseUnplotted(span, chart);
  if (refused !== undefined) return refused;
  const limits = limitsFrom(kind, span, chart.points);
  if (isRejection(limits)) return limits;
  const { charted, place, period, latenessDays, takenAt } = chart;
  const text = clearText(`control-chart:${chart.chartId}`, { ...words });
  const stamp = stampOf(command);
  const frozen: ControlChartFact = {
    ...{ type: 'LimitsFrozen', ...stamp, charted, place, period, latenessDays, owner },
    ...{ version: newest.version + 1, baseline: span, limits, rules },
    ...{ definition: definitionOf(charted), takenAt, text },
  };
  return withSignals(chart, [frozen], stamp);
}

/** A turn that was counted before the one that is plotted already has nothing to say. */
function plot(command: Command.PlotPoints, chart: DrawnChart): Decided {
  const { takenAt } = command;
  if (takenAt === null || (chart.takenAt !== null && takenAt < chart.takenAt)) return [];
  const first = chart.points[0]?.period ?? '';
  const refused = refuseRecount(chart.period, first, chart.latenessDays, command);
  if (refused !== undefined) return refused;
  const counted = command.counted.slice(0, pointsMax);
  return plotting(chart, { counted, takenAt }, stampOf(command));
}

function explain(command: Command.ExplainSignal, chart: DrawnChart): Decided {
  const { signalId, cause, by, words } = command;
  const signal = chart.signals.find((one) => one.signalId === signalId);
  if (signal === undefined) {
    return reject('control-chart/unknown-signal', 'This chart has no such signal.', '/signal');
  }
  if (signal.isExplained) {
    return reject('control-chart/already-explained', 'What it came from is recorded already.');
  }
  if (command.at < signal.raisedAt) {
    const detail = `It was raised at ${signal.raisedAt}. Give that time or a later one.`;
    return reject('control-chart/explained-before-raised', detail, '/effectiveAt');
  }
  const refused =
    refuseText(cause, codeLengthMax, '/cause') ?? refuseText(words.note, noteLengthMax, '/note');
  const text = clearText(`control-chart:${chart.chartId}`, { ...words });
  const explained = { ...stampOf(command), ...signalOf(signal), cause, by, text };
  return refused ?? [{ type: 'SignalExplained', ...explained }];
}

export function newestOf({ limits }: Pick<DrawnChart, 'limits'>): DrawnChart['limits'][number] {
  const newest = limits.at(-1);
  if (newest === undefined) throw new Error('A chart that is drawn has limits.');
  return newest;
}

function stampOf({ act, chartId, at }: Command.Asked) {
  return { act, chartId, at };
}
