import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { refusalOf } from '@plumbline/access';
import type { CommandContext, TransactReceipt } from '@plumbline/event-log';
import { isRejection, present, type Rejection } from '@plumbline/kernel';
import type { Action, Asking } from '@plumbline/organization';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { chartReader } from './charts.counting.ts';
import { controlChartAggregate, controlChartStream } from './charts.facts.ts';
import { aboutChart } from './charts.permission.ts';
import { refuseBaselining, refuseLength } from './control-chart/baselining.ts';
import type { BaselineChart, BaselineChartAsked } from './control-chart/control-chart.commands.ts';
import type { ControlChartCommand } from './control-chart/control-chart.commands.ts';
import type { ControlChart } from './control-chart/control-chart.ts';
import { lastPlotted } from './control-chart/period.ts';

/** What there is to be counted for a new chart, the handler knows. */
export type ChartAsked = BaselineChartAsked | Exclude<ControlChartCommand, BaselineChart>;

/** Every command on control charts goes over the bus in this one envelope. */
export class ChartEnvelope extends Command<TransactReceipt | Rejection> {
  constructor(
    readonly command: ChartAsked,
    readonly context: CommandContext,
    /** Who asks; absent for the policy by time. */
    readonly asking?: Asking,
    readonly ifMatch?: number,
  ) {
    super();
  }
}

@CommandHandler(ChartEnvelope)
export class ChartHandler implements ICommandHandler<ChartEnvelope> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(envelope: ChartEnvelope): Promise<TransactReceipt | Rejection> {
    const { command: asked, context, asking, ifMatch } = envelope;
    const { transactor } = this.ports;
    const stream = controlChartStream(context.tenant, asked.chartId);
    const { repeated } = await transactor.load(controlChartAggregate, stream, context);
    if (repeated !== undefined) return repeated;
    const command = asked.type === 'BaselineChart' ? await this.#counted(asked, envelope) : asked;
    if (isRejection(command)) return command;
    return transactor.transact(controlChartAggregate, {
      ...{ stream, command, context, ...present({ ifMatch }) },
      permit: (chart) => this.#refusal(asking, command, chart),
    });
  }

  /** The command with all periods that are over. Who may not draw it has nothing counted. */
  async #counted(
    asked: BaselineChartAsked,
    { context: { tenant }, asking }: ChartEnvelope,
  ): Promise<BaselineChart | Rejection> {
    const { period, baseline, latenessDays, now } = asked;
    const refused =
      refusalOf(this.ports, asking, 'control-chart/draw', aboutChart(asked)) ??
      refuseBaselining(asked, asked) ??
      refuseLength(asked);
    if (refused !== undefined) return refused;
    const last = lastPlotted(period, baseline.from, latenessDays, now);
    if (last === null) return { ...asked, counted: [], takenAt: null };
    const reader = await chartReader(this.ports, tenant, asked);
    return { ...asked, ...(await reader.count(baseline.from, last)) };
  }

  #refusal(
    asking: Asking | undefined,
    command: ControlChartCommand,
    chart: ControlChart,
  ): Rejection | undefined {
    if (command.type === 'BaselineChart') {
      return refusalOf(this.ports, asking, 'control-chart/draw', aboutChart(command));
    }
    // What is not there is told to everybody who may read charts.
    if (chart.stage === 'none') return undefined;
    const action: Action =
      command.type === 'ExplainSignal' ? 'control-chart/explain' : 'control-chart/draw';
    const refused = refusalOf(this.ports, asking, action, aboutChart(chart));
    if (refused === undefined || command.type !== 'ExplainSignal') return refused;
    const own = refusalOf(this.ports, asking, action, { owner: `person:${chart.owner}` });
    return own === undefined ? undefined : refused;
  }
}
