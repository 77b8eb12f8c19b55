import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { isRejection, present, reject, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, rejected, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { directoryPorts, DirectoryRequest, reorganisationStream } from '../directory.handler.ts';
import { structureStream } from '../directory.handler.ts';
import type { DirectoryCommand, DirectoryPorts } from '../directory.handler.ts';
import { reorganisationAggregate, structureAggregate } from '../facts.ts';
import { movesOfUnit } from '../reorganisation/reorganisation.steps.ts';
import type { Move } from '../reorganisation/reorganisation.ts';
import { ChangeStructureDto, OrderReorganisationDto } from './directory.dto.ts';
import { StopReorganisationDto } from './directory.dto.ts';
import { ReorganisationDto } from './params.ts';
import { changeOf } from './shapes.ts';

/** Commands on units, posts and lines, and the reorganisation of a whole unit. */
@Controller()
export class StructureController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(directoryPorts) private readonly ports: DirectoryPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post('structure')
  @Asks('structure/change')
  async change(@Body() body: ChangeStructureDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const changes = body.changes.map(changeOf);
    const { act, at, now } = call;
    const result = await this.#send(call, { type: 'ChangeStructure', act, at, now, changes });
    return sendReceipt(exchange.reply, result);
  }

  @Post('reorganisations')
  @Asks('structure/change')
  async order(@Body() body: OrderReorganisationDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const { act, at, now } = call;
    const { unit, from, reason } = body;
    const moves = await this.#movesOf(call, body);
    const result = await this.#send(call, {
      type: 'OrderReorganisation',
      ...{ act, at, now, reorganisation: act, unit, from, moves, reason },
    });
    const location = `/reorganisations/${act}`;
    return sendReceipt(exchange.reply, result, { id: act, location });
  }

  @Post('reorganisations/:reorganisation/stop')
  @Asks('structure/change')
  async stop(
    @Param() { reorganisation }: ReorganisationDto,
    @Body() body: StopReorganisationDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { act, at, now } = call;
    const { reason } = body;
    const stop = { type: 'StopReorganisation', act, at, now, reorganisation, reason } as const;
    return sendReceipt(exchange.reply, await this.#send(call, stop));
  }

  /** The moves as they are given; or of every post that is open in the unit on that day. */
  async #movesOf({ by, act }: Asked, body: OrderReorganisationDto): Promise<readonly Move[]> {
    const { tenant } = by;
    const { transactor } = this.ports;
    const { unit, from, into, manager, moves } = body;
    const isWhole = into !== undefined || manager !== undefined;
    if ((moves === undefined) === !isWhole) {
      const detail = 'Give either moves, or where the whole unit goes: into, manager, or both.';
      throw rejected(reject('reorganisation/moves-unclear', detail, '/moves'));
    }
    // What is left out of a move is no member of it: it would not pass as data that is kept.
    if (moves !== undefined) {
      return moves.map(({ post, unit: to, manager: under }) => {
        return { post, ...present({ unit: to, manager: under }) };
      });
    }
    const stream = reorganisationStream(tenant, act);
    const { state: ordered } = await transactor.load(reorganisationAggregate, stream);
    // Asked again, when the unit has moved already: these were its posts.
    if (ordered.stage !== 'none') return ordered.moves;
    const { state } = await transactor.load(structureAggregate, structureStream(tenant));
    const whole = movesOfUnit(state, { unit, from, ...present({ into, manager }) });
    if (isRejection(whole)) throw rejected(whole);
    return whole;
  }

  #send({ context, ifMatch, by }: Asked, command: DirectoryCommand) {
    return this.bus.execute(new DirectoryRequest(command, context, by, ifMatch));
  }
}
