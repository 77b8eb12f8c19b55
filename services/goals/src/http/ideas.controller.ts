import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { derivedId, present, type Clock } from '@plumbline/kernel';
import { asked, Asks, CurrentExchange, selfOf, sendReceipt } from '@plumbline/web';
import type { Asked, Exchange } from '@plumbline/web';
import type { ExperimentCommand } from '../experiment/experiment.commands.ts';
import type { Credit, Hypothesis } from '../experiment/experiment.ts';
import { goalsPorts, GoalsRequest, type GoalsPorts } from '../goals.ports.ts';
import { AmendCreditDto, ConcludeExperimentDto, ReuseLessonDto } from './ideas.dto.ts';
import { SettleIdeaDto, StartExperimentDto, SubmitIdeaDto } from './ideas.dto.ts';
import type { CreditDto, HypothesisDto } from './ideas.dto.ts';
import { IdeaIdDto } from './params.ts';

/** Commands on ideas and experiments: shape in, command out; no rule is decided here. */
@Controller('ideas')
export class IdeasController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(goalsPorts) ports: GoalsPorts,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('idea/submit')
  async submit(@Body() body: SubmitIdeaDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const ideaId = derivedId(call.by.tenant, 'idea', call.act);
    const { owner = selfOf(call.by), title, description, signal: signalId } = body;
    const credit = body.credit === undefined ? ownersOwn(owner) : creditOf(body.credit);
    const result = await this.#send(call, {
      type: 'SubmitIdea',
      ...{ ideaId, owner, credit, words: { title, ...present({ description }) }, ...told(call) },
      ...present({ signalId }),
    });
    return sendReceipt(exchange.reply, result, { id: ideaId, location: `/ideas/${ideaId}` });
  }

  @Post(':ideaId/credit')
  @Asks('idea/settle')
  async credit(
    @Param() { ideaId }: IdeaIdDto,
    @Body() body: AmendCreditDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'AmendCredit',
      ...{ ideaId, credit: creditOf(body.credit), reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':ideaId/experiment')
  @Asks('idea/run')
  async start(
    @Param() { ideaId }: IdeaIdDto,
    @Body() body: StartExperimentDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { hypothesis, statement, until } = body;
    const result = await this.#send(call, {
      type: 'StartExperiment',
      ...{ ideaId, hypothesis: hypothesisOf(hypothesis), until, ...told(call) },
      words: { hypothesis: statement },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':ideaId/conclude')
  @Asks('idea/run')
  async conclude(
    @Param() { ideaId }: IdeaIdDto,
    @Body() body: ConcludeExperimentDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { outcome, value = null, lesson } = body;
    const result = await this.#send(call, {
      type: 'ConcludeExperiment',
      ...{ ideaId, outcome, value, lesson, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':ideaId/settle')
  @Asks('idea/settle')
  async settle(
    @Param() { ideaId }: IdeaIdDto,
    @Body() body: SettleIdeaDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { outcome, reason } = body;
    const result = await this.#send(call, {
      type: 'SettleIdea',
      ...{ ideaId, outcome, reason, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':ideaId/reuse')
  @Asks('idea/run')
  async reuse(
    @Param() { ideaId }: IdeaIdDto,
    @Body() body: ReuseLessonDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { goal, idea = '' } = body.by;
    const by = goal === undefined ? { idea } : { goal };
    const result = await this.#send(call, {
      type: 'ReuseLesson',
      ...{ ideaId, by, ...told(call) },
    });
    return sendReceipt(exchange.reply, result);
  }

  #send({ context, ifMatch, by }: Asked, command: ExperimentCommand) {
    return this.bus.execute(new GoalsRequest(command, context, by, ifMatch));
  }
}

function told({ act, at, now }: Asked) {
  return { act, at, now };
}

function hypothesisOf({ metric, direction, threshold, unit }: HypothesisDto): Hypothesis {
  return { metric, direction, threshold, ...present({ unit }) };
}

function creditOf(credit: readonly CreditDto[]): Credit {
  return credit.map(({ person, share }) => ({ person, share }));
}

/** Without a word on credit, an idea is all its owner's; one of a unit must say whose it is. */
function ownersOwn(owner: string): Credit {
  const [kind, person] = [owner.slice(0, owner.indexOf(':')), owner.slice(owner.indexOf(':') + 1)];
  return kind === 'person' ? [{ person, share: 1 }] : [];
}
