import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, sendReceipt, type Asked } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { goalsPorts, GoalsRequest } from '../goals.ports.ts';
import type { AlignmentRequest, GoalsPorts } from '../goals.ports.ts';
import { AlignGoalDto, EndAlignmentDto, MoveAlignmentDto } from './alignments.dto.ts';
import { parentOf } from './alignments.map.ts';
import { AlignmentIdDto } from './params.ts';

/** Commands on alignments: shape in, command out; no rule is decided here. */
@Controller('alignments')
export class AlignmentsController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(goalsPorts) ports: GoalsPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('goal/change')
  async align(@Body() body: AlignGoalDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const alignmentId = derivedId(call.by.tenant, 'alignment', call.act);
    const { child, mode, share = null, from = dayOf(call) } = body;
    const result = await this.#send(call, {
      type: 'AlignGoal',
      ...{ alignmentId, child, parent: parentOf(body.parent), mode, share, from, ...told(call) },
    });
    const location = `/goals/${child}/alignments`;
    return sendReceipt(exchange.reply, result, { id: alignmentId, location });
  }

  @Post(':alignmentId/end')
  @Asks('goal/change')
  async end(
    @Param() { alignmentId }: AlignmentIdDto,
    @Body() body: EndAlignmentDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { on = dayOf(call), reason } = body;
    const result = await this.#send(call, {
      type: 'UnalignGoal',
      ...{ alignmentId, on, reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  /** Ends an alignment, and begins another of the same goal on the same day. */
  @Post(':alignmentId/move')
  @Asks('goal/change')
  async move(
    @Param() { alignmentId }: AlignmentIdDto,
    @Body() body: MoveAlignmentDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { on = dayOf(call), reason, mode, share } = body;
    const next = derivedId(call.by.tenant, 'alignment', call.act);
    const result = await this.#send(call, {
      type: 'RealignGoal',
      ...{ alignmentId, next, parent: parentOf(body.parent), on, reason, ...told(call) },
      ...present({ mode, share }),
    });
    return sendReceipt(exchange.reply, result, { id: next, location: '/alignment-map' });
  }

  #send({ context, ifMatch, by }: Asked, command: AlignmentRequest) {
    return this.bus.execute(new GoalsRequest(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}

function dayOf({ at }: Asked): string {
  return at.slice(0, 10);
}
