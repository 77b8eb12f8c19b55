import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, endOfDay, type Clock, present } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, selfOf, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { goalsPorts, GoalsRequest, type GoalsPorts } from '../goals.ports.ts';
import type { KpiCommand } from '../kpi/kpi.decide.ts';
import { measureOf, periodOf } from './goals.map.ts';
import { DefineKpiDto, RecordMeasurementDto, RedefineKpiDto } from './kpis.dto.ts';
import { KpiIdDto } from './params.ts';

/** Commands on KPIs: shape in, command out; no rule is decided here. */
@Controller('kpis')
export class KpisController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(goalsPorts) ports: GoalsPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('kpi/define')
  async define(@Body() body: DefineKpiDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const kpiId = derivedId(call.by.tenant, 'kpi', call.act);
    const { name, formula, goalId, keyResultId, reference } = body;
    const { owner = selfOf(call.by) } = body;
    const result = await this.#send(call, {
      type: 'DefineKpi',
      ...{ kpiId, owner, measure: measureOf(body.measure), ...told(call) },
      ...{ words: { name, ...present({ formula }) } },
      ...present({ goalId, keyResultId, reference }),
    });
    return sendReceipt(exchange.reply, result, { id: kpiId, location: `/kpis/${kpiId}` });
  }

  @Post(':kpiId/redefine')
  @Asks('kpi/define')
  async redefine(
    @Param() { kpiId }: KpiIdDto,
    @Body() body: RedefineKpiDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { name, formula, measure, reason } = body;
    const result = await this.#send(call, {
      type: 'RedefineKpi',
      ...{ kpiId, words: { reason, ...present({ name, formula }) }, ...told(call) },
      ...present({ measure: measure && measureOf(measure) }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':kpiId/measurements')
  @Asks('kpi/measure')
  async record(
    @Param() { kpiId }: KpiIdDto,
    @Body() body: RecordMeasurementDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, present({ effectiveAt: this.#heldAt(body) }));
    const { period, value, against, source = 'person', note } = body;
    const result = await this.#send(call, {
      type: 'RecordMeasurement',
      ...{ kpiId, period: periodOf(period), value, source, ...told(call) },
      ...present({ against: against && { ...against }, note }),
    });
    return sendReceipt(exchange.reply, result, { id: call.act, location: `/kpis/${kpiId}` });
  }

  /** A reading holds at the end of its period, unless that is to come or another time is given. */
  #heldAt({ effectiveAt, period }: RecordMeasurementDto): string | undefined {
    if (effectiveAt !== undefined) return effectiveAt;
    return Date.parse(endOfDay(period.end)) < this.#clock.now() ? period.end : undefined;
  }

  #send({ context, ifMatch, by }: Asked, command: KpiCommand) {
    return this.bus.execute(new GoalsRequest(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}
