import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { NotFound, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, entityTag, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import { TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { programmeId } from '../recognition.facts.ts';
import type { ProgrammeCommand, Words } from '../recognition/programme.commands.ts';
import { RecognitionAsking } from './recognition.asking.ts';
import { DefineProgrammeDto, ReviseProgrammeDto } from './recognition.dto.ts';
import type { RewardDto, ValueDto } from './recognition.dto.ts';
import { programmeDetail } from './recognition.present.ts';

/** The reward programme: there is one of a company. */
@Controller('reward-programme')
export class ProgrammeController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(RecognitionAsking) private readonly recognition: RecognitionAsking,
    @Inject(feedbackPorts) ports: FeedbackPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('programme/define')
  async define(@Body() body: DefineProgrammeDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const { values, monthlyAllowance, pointsPerRecognitionMax, rewards = [] } = body;
    const result = await this.#send(call, {
      type: 'DefineProgramme',
      ...{ ...told(call), monthlyAllowance, pointsPerRecognitionMax },
      ...{ values: idsOf(values), rewards: costsOf(rewards), words: wordsOf(values, rewards) },
    });
    const made = { id: programmeId, location: '/reward-programme' };
    return sendReceipt(exchange.reply, result, made);
  }

  @Post('revise')
  @Asks('programme/define')
  async revise(@Body() body: ReviseProgrammeDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const { values, rewards, monthlyAllowance, pointsPerRecognitionMax, reason } = body;
    const result = await this.#send(call, {
      type: 'ReviseProgramme',
      ...{ ...told(call), reason, words: wordsOf(values, rewards) },
      ...present({ monthlyAllowance, pointsPerRecognitionMax }),
      ...(values === undefined ? {} : { values: idsOf(values) }),
      ...(rewards === undefined ? {} : { rewards: costsOf(rewards) }),
    });
    return sendReceipt(exchange.reply, result);
  }

  @Get()
  @Asks('programme/read')
  async read(@Query() query: TimesDto, @CurrentExchange() exchange: Exchange) {
    const answer = await this.recognition.ask(exchange, query, { ask: 'programme' });
    const { programme: sheet } = answer;
    if (sheet === undefined) throw new NotFound('There is no reward programme at this point.');
    exchange.reply.header('etag', entityTag(sheet.revision));
    const programme = await this.recognition.reveal(exchange, programmeDetail(sheet));
    return this.recognition.answer(exchange, answer, { programme });
  }

  #send({ context, ifMatch, by }: Asked, command: ProgrammeCommand) {
    return this.bus.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, programmeId, at, now };
}

function idsOf(values: readonly ValueDto[]): readonly string[] {
  return values.map(({ id }) => id);
}

function costsOf(rewards: readonly RewardDto[]) {
  return rewards.map(({ id, cost }) => ({ id, cost }));
}

function wordsOf(values: readonly ValueDto[] = [], rewards: readonly RewardDto[] = []): Words {
  return Object.fromEntries([
    ...values.map(({ id, name }) => [`value.${id}`, name] as const),
    ...rewards.map(({ id, name }) => [`reward.${id}`, name] as const),
  ]);
}
