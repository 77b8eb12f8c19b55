import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, selfOf, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { goalsPorts, GoalsRequest, type GoalsPorts } from '../goals.ports.ts';
import type { StrategyCommand } from '../strategy/strategy.commands.ts';
import type { Theme } from '../strategy/strategy.ts';
import { StrategyIdDto } from './params.ts';
import { PublishStrategyDto, RaiseSignalDto, RetireStrategyDto } from './strategies.dto.ts';
import { ReviseStrategyDto, type ThemeDto } from './strategies.dto.ts';

/** Commands on strategies: shape in, command out; no rule is decided here. */
@Controller('strategies')
export class StrategiesController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(goalsPorts) ports: GoalsPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('strategy/publish')
  async publish(@Body() body: PublishStrategyDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const strategyId = derivedId(call.by.tenant, 'strategy', call.act);
    const { owner = selfOf(call.by), title, from, until = null, themes } = body;
    const result = await this.#send(call, {
      type: 'PublishStrategy',
      ...{ strategyId, owner, from, until, themes: themesOf(themes), ...told(call) },
      words: { title, ...namesOf(themes) },
    });
    const location = `/strategies/${strategyId}`;
    return sendReceipt(exchange.reply, result, { id: strategyId, location });
  }

  @Post(':strategyId/revise')
  @Asks('strategy/publish')
  async revise(
    @Param() { strategyId }: StrategyIdDto,
    @Body() body: ReviseStrategyDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason, title, from, until, themes } = body;
    const result = await this.#send(call, {
      type: 'ReviseStrategy',
      ...{ strategyId, reason, ...told(call), words: { title, ...namesOf(themes ?? []) } },
      ...present({ from, until, themes: themes && themesOf(themes) }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':strategyId/retire')
  @Asks('strategy/publish')
  async retire(
    @Param() { strategyId }: StrategyIdDto,
    @Body() body: RetireStrategyDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { on = call.at.slice(0, 10), reason } = body;
    const result = await this.#send(call, {
      type: 'RetireStrategy',
      ...{ strategyId, on, reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':strategyId/signals')
  @Asks('signal/raise')
  async raise(
    @Param() { strategyId }: StrategyIdDto,
    @Body() body: RaiseSignalDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { kind, themeId = null, what } = body;
    const result = await this.#send(call, {
      type: 'RaiseSignal',
      ...{ strategyId, kind, themeId, what, ...told(call) },
    });
    const location = `/strategies/${strategyId}`;
    return sendReceipt(exchange.reply, result, { id: call.act, location });
  }

  #send({ context, ifMatch, by }: Asked, command: StrategyCommand) {
    return this.bus.execute(new GoalsRequest(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}

/** A theme without an id gets one by its place: `t1`, `t2`, … */
function themesOf(themes: readonly ThemeDto[]): Theme[] {
  return withIds(themes).map(({ id, perspective, weight = 1 }) => ({ id, perspective, weight }));
}

function namesOf(themes: readonly ThemeDto[]): Record<string, string | undefined> {
  return Object.fromEntries(withIds(themes).map(({ id, name }) => [`theme.${id}`, name]));
}

function withIds(themes: readonly ThemeDto[]) {
  return themes.map((one, index) => ({ ...one, id: one.id ?? `t${index + 1}` }));
}
