import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, selfOf, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import type { GoalCommand } from '../goal/goal.commands.ts';
import { goalsPorts, GoalsRequest, type GoalsPorts } from '../goals.ports.ts';
import { ActivateGoalDto, AmendGoalDto, CheckInDto, CloseGoalDto } from './goals.dto.ts';
import { CorrectCheckInDto, DraftGoalDto, RedraftGoalDto, TransferGoalDto } from './goals.dto.ts';
import { WithdrawGoalDto } from './goals.dto.ts';
import { keyResultsOf, periodOf, planOf, wordsOf } from './goals.map.ts';
import { GoalIdDto, CheckInIdDto } from './params.ts';

/** Commands on goals: shape in, command out; no rule is decided here. */
@Controller('goals')
export class GoalsController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(goalsPorts) ports: GoalsPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('goal/draft')
  async draft(@Body() body: DraftGoalDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const goalId = derivedId(call.by.tenant, 'goal', call.act);
    const { owner = selfOf(call.by), reference } = body;
    const result = await this.#send(call, {
      type: 'DraftGoal',
      ...{ goalId, owner, words: wordsOf(body), ...planOf(body), ...told(call) },
      ...present({ reference }),
    });
    return sendReceipt(exchange.reply, result, { id: goalId, location: `/goals/${goalId}` });
  }

  @Post(':goalId/redraft')
  @Asks('goal/change')
  async redraft(
    @Param() { goalId }: GoalIdDto,
    @Body() body: RedraftGoalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { period, cadenceDays, keyResults, visibility, weight } = body;
    const result = await this.#send(call, {
      type: 'RedraftGoal',
      ...{ goalId, words: wordsOf(body), ...told(call) },
      ...present({
        period: period && periodOf(period),
        ...{ cadenceDays, visibility, weight },
        keyResults: keyResults && keyResultsOf(keyResults),
      }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':goalId/activate')
  @Asks('goal/change')
  async activate(
    @Param() { goalId }: GoalIdDto,
    @Body() body: ActivateGoalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { kind } = body;
    const result = await this.#send(call, {
      type: 'ActivateGoal',
      ...{ goalId, kind, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':goalId/amend')
  @Asks('goal/change')
  async amend(
    @Param() { goalId }: GoalIdDto,
    @Body() body: AmendGoalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason, title, description, period, cadenceDays, visibility, signal } = body;
    const { targets = [], weights = [], add = [], drop = [] } = body;
    // Key results that come later get ids that no earlier one can have.
    const prefix = `${call.act.slice(0, 8)}-`;
    const words = wordsOf(present({ title, description, keyResults: add }), prefix);
    const result = await this.#send(call, {
      type: 'AmendGoal',
      ...{ goalId, reason, words, ...told(call), weights: weights.map((one) => ({ ...one })) },
      ...{ targets: targets.map((one) => ({ ...one })), drop, add: keyResultsOf(add, prefix) },
      ...present({ period: period && periodOf(period), cadenceDays, visibility, signal }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':goalId/check-ins')
  @Asks('goal/change')
  async checkIn(
    @Param() { goalId }: GoalIdDto,
    @Body() body: CheckInDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    // Spelled out, as the most frequent command: putting objects together costs more than it looks.
    const result = await this.#send(call, {
      type: 'CheckInProgress',
      act: call.act,
      at: call.at,
      now: call.now,
      goalId,
      keyResultId: body.keyResultId,
      value: body.value ?? null,
      done: body.milestonesDone ?? null,
      confidence: body.confidence ?? null,
      source: 'person',
      narrative: body.narrative,
    });
    return sendReceipt(exchange.reply, result, { id: call.act, location: `/goals/${goalId}` });
  }

  @Post(':goalId/check-ins/:checkInId/correct')
  @Asks('goal/change')
  async correct(
    @Param() { goalId, checkInId }: CheckInIdDto,
    @Body() body: CorrectCheckInDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { value, milestonesDone: done, confidence, reason } = body;
    const to = body.withdraw === true ? null : present({ value, done, confidence });
    const result = await this.#send(call, {
      type: 'CorrectCheckIn',
      ...{ goalId, checkInId, to, reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':goalId/transfer')
  @Asks('goal/change')
  async transfer(
    @Param() { goalId }: GoalIdDto,
    @Body() body: TransferGoalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { to, reason } = body;
    const result = await this.#send(call, {
      type: 'TransferGoal',
      ...{ goalId, to, reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':goalId/close')
  @Asks('goal/change')
  async close(
    @Param() { goalId }: GoalIdDto,
    @Body() body: CloseGoalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { score, lesson, postMortem } = body;
    const result = await this.#send(call, {
      type: 'CloseGoal',
      ...{ goalId, score, lesson, ...told(call), ...present({ postMortem }) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':goalId/withdraw')
  @Asks('goal/change')
  async withdraw(
    @Param() { goalId }: GoalIdDto,
    @Body() body: WithdrawGoalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'WithdrawGoal',
      ...{ goalId, reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  #send({ context, ifMatch, by }: Asked, command: GoalCommand) {
    return this.bus.execute(new GoalsRequest(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}
