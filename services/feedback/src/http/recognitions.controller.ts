import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import type { RecognitionLine } from '../views/recognition-wall.ts';
import { personOf, RecognitionAsking } from './recognition.asking.ts';
import { RecogniseDto, RecognitionFiguresQueryDto } from './recognition.dto.ts';
import { RecognitionIdDto, RecognitionsQueryDto } from './recognition.dto.ts';
import { recognitionDetail, withNote } from './recognition.present.ts';

/** Recognitions: given by everybody, read by everybody. */
@Controller('recognitions')
export class RecognitionsController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(RecognitionAsking) private readonly recognition: RecognitionAsking,
    @Inject(feedbackPorts) ports: FeedbackPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('recognition/give')
  async give(@Body() body: RecogniseDto, @CurrentExchange() exchange: Exchange) {
    const { act, at, now, by, context, ifMatch } = asked(exchange, this.#clock, body);
    const recognitionId = derivedId(by.tenant, 'recognition', act);
    const { receivers, value, points = 0, note } = body;
    const { sub, onBehalfOf } = by;
    const given = { recognitionId, receivers, value, points, note };
    const command = {
      type: 'Recognise' as const,
      ...{ act, at, now, person: onBehalfOf ?? sub, by: sub, ...given },
      ...present({ onBehalfOf }),
    };
    const result = await this.bus.execute(new FeedbackEnvelope(command, context, by, ifMatch));
    const made = { id: recognitionId, location: `/recognitions/${recognitionId}` };
    return sendReceipt(exchange.reply, result, made);
  }

  @Get()
  @Asks('recognition/read')
  async wall(@Query() query: RecognitionsQueryDto, @CurrentExchange() exchange: Exchange) {
    const { to, by, value } = query;
    const filter = present({ to: named(to, exchange), by: named(by, exchange), value });
    const question = { ask: 'wall', filter, page: pageOf(query) } as const;
    const answer = await this.recognition.ask(exchange, query, question);
    const items = await this.#revealed(exchange, answer.recognitions ?? []);
    const { next } = answer;
    return this.recognition.answer(exchange, answer, { items, ...present({ next }) });
  }

  /** Before what is of one: it would be taken for an id. */
  @Get('figures')
  @Asks('recognition/read')
  async figures(@Query() query: RecognitionFiguresQueryDto, @CurrentExchange() exchange: Exchange) {
    const { unit, from, until } = query;
    const question = { ask: 'figures', of: present({ unit, from, until }) } as const;
    const answer = await this.recognition.ask(exchange, query, question);
    return this.recognition.answer(exchange, answer, { ...answer.figures });
  }

  @Get(':recognitionId')
  @Asks('recognition/read')
  async one(
    @Param() { recognitionId }: RecognitionIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const question = { ask: 'recognition', recognitionId } as const;
    const answer = await this.recognition.ask(exchange, query, question);
    const [line] = answer.recognitions ?? [];
    if (line === undefined) throw new NotFound('There is no such recognition at this point.');
    exchange.reply.header('etag', entityTag(line.revision));
    const [recognition] = await this.#revealed(exchange, [line]);
    return this.recognition.answer(exchange, answer, { recognition });
  }

  async #revealed(exchange: Exchange, lines: readonly RecognitionLine[]) {
    const details = lines.map(recognitionDetail);
    return (await this.recognition.reveal(exchange, details)).map(withNote);
  }
}

function named(person: string | undefined, exchange: Exchange): string | undefined {
  return person === 'me' ? personOf(exchange) : person;
}
