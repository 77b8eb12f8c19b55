import { randomBytes } from 'node:crypto';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { refusalOf } from '@plumbline/access';
import { derivedId, isRejection, NotFound, present, reject, type Clock } from '@plumbline/kernel';
import type { Position } from '@plumbline/kernel';
import { reveal } from '@plumbline/privacy';
import { asked, Asks, callerOf, CurrentExchange, entityTag, rejected } from '@plumbline/web';
import { sendAt, sendReceipt, timesOf, Unnamed, type Asked, type Exchange } from '@plumbline/web';
import { pageOf, TimesDto } from '@plumbline/web/shapes';
import { FeedbackEnvelope, feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import type { Audience, OrganisationAsOf } from '../survey/survey.ts';
import { findOpen, handIn, surveyNotFound } from '../surveys.answers.ts';
import { surveyAggregate, surveyStream } from '../surveys.facts.ts';
import type { SurveyAsked } from '../surveys.handler.ts';
import { takePart } from '../surveys.participation.ts';

import { SurveysQuery, SurveysQueryHandler, type SurveysQuestion } from '../surveys.queries.ts';
import { SurveyReleases } from '../surveys.releases.ts';
import { surveyStaging } from '../surveys.staging.ts';
import { keyOfGroup, linkTicket, signTicket } from '../surveys.tickets.ts';
import { CloseSurveyDto, HandInDto, LaunchSurveyDto, PrintLinksDto } from './surveys.dto.ts';
import { RaiseThresholdDto, SurveyIdDto, SurveyQueryDto, SurveysQueryDto } from './surveys.dto.ts';
import { TakePartDto, type AudienceDto, type OrgAsOfDto, type QuestionDto } from './surveys.dto.ts';
import { surveyDetail, surveySummary } from './surveys.present.ts';

/** Surveys: shape in, command out; question in, view out. No rule is decided here. */
@Controller('surveys')
export class SurveysController {
  readonly #clock: Clock;

  constructor(
    @Inject(CommandBus) private readonly bus: CommandBus,
    @Inject(QueryBus) private readonly queries: QueryBus,
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
    @Inject(SurveysQueryHandler) private readonly surveys: SurveysQueryHandler,
    @Inject(SurveyReleases) private readonly releases: SurveyReleases,
  ) {
    this.#clock = ports.clock;
  }

  @Post()
  @Asks('survey/launch')
  async launch(@Body() body: LaunchSurveyDto, @CurrentExchange() exchange: Exchange) {
    const call = asked(exchange, this.#clock, body);
    const surveyId = derivedId(call.by.tenant, 'survey', call.act);
    const { owner, kind, languages, defaultLanguage, threshold, commentThreshold } = body;
    const { opens, closes, words, segments = [] } = body;
    const result = await this.#send(call, {
      type: 'LaunchSurvey',
      ...{ surveyId, owner, kind, mode: 'anonymous', languages, defaultLanguage, opens, closes },
      ...{ words: { ...words }, ...told(call), ...present({ threshold, commentThreshold }) },
      questions: body.questions.map(questionOf),
      segments: segments.map(({ id, values }) => ({ id, ...present({ values }) })),
      audience: audienceOf(body.audience),
      orgAsOf: await this.#orgAsOf(body.orgAsOf),
    });
    const location = `/surveys/${surveyId}`;
    return sendReceipt(exchange.reply, result, { id: surveyId, location });
  }

  @Post(':surveyId/raise-threshold')
  @Asks('survey/launch')
  async raise(
    @Param() { surveyId }: SurveyIdDto,
    @Body() body: RaiseThresholdDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { threshold, commentThreshold, reason } = body;
    const result = await this.#send(call, {
      type: 'RaiseThreshold',
      ...{ surveyId, reason, ...told(call), ...present({ threshold, commentThreshold }) },
    });
    return sendReceipt(exchange.reply, result);
  }

  @Post(':surveyId/close')
  @Asks('survey/launch')
  async close(
    @Param() { surveyId }: SurveyIdDto,
    @Body() body: CloseSurveyDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const call = asked(exchange, this.#clock, body);
    const { reason } = body;
    const result = await this.#send(call, {
      type: 'CloseSurvey',
      ...{ surveyId, on: call.at.slice(0, 10), ...told(call), ...present({ reason }) },
    });
    if (!isRejection(result)) this.releases.ask({ tenant: call.by.tenant, survey: surveyId });
    return sendReceipt(exchange.reply, result);
  }

  /**
   * Tickets for people who are not known here. They are in this answer and nowhere else: who loses
   * it prints others, and nobody can tell which of them was used.
   */
  @Post(':surveyId/links')
  @Asks('survey/launch')
  @HttpCode(200)
  async links(
    @Param() { surveyId }: SurveyIdDto,
    @Body() { count }: PrintLinksDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { tenant } = exchange.by;
    const stream = surveyStream(tenant, surveyId);
    const { state } = await this.ports.transactor.load(surveyAggregate, stream);
    const owner = state.stage === 'none' ? {} : { owner: state.owner };
    const refused = refusalOf(this.ports, callerOf(exchange), 'survey/launch', owner);
    if (refused !== undefined) throw rejected(refused);
    if (state.stage === 'none') throw rejected(surveyNotFound);
    if (state.audience.kind !== 'link') throw rejected(notByLink);
    const keys = (await surveyStaging(this.ports).keysOf(surveyId))?.keys?.keys ?? [];
    const key = keyOfGroup(keys, {});
    if (key === undefined) throw rejected(reject('survey/closed', 'The survey has ended.'));
    const tickets = Array.from({ length: count }, () => {
      const ticket = { surveyId, segments: {}, nonce: randomBytes(32).toString('hex') };
      return linkTicket(ticket, signTicket(key, ticket));
    });
    return {
      items: tickets.map((ticket) => ({
        ticket,
        path: `/surveys/${surveyId}/page?ticket=${ticket}`,
      })),
    };
  }

  /** Under the caller's own name: that they take part, and not what they answer. */
  @Post(':surveyId/participation')
  @Asks('survey/answer')
  @HttpCode(200)
  async participate(
    @Param() { surveyId }: SurveyIdDto,
    @Body() { blindedTicket }: TakePartDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const asking = callerOf(exchange);
    const stream = surveyStream(asking.tenant, surveyId);
    const { state: survey } = await this.ports.transactor.load(surveyAggregate, stream);
    if (survey.stage === 'none') throw rejected(surveyNotFound);
    const audience = await this.surveys.audience(asking.tenant, survey);
    if (audience === undefined) throw rejected(byLink);
    const blinded = Buffer.from(blindedTicket, 'base64');
    const signed = await takePart(this.ports, { asking, survey, audience, blinded });
    if (isRejection(signed)) throw rejected(signed);
    const { segments, signature } = signed;
    return { segments, signature: signature.toString('base64') };
  }

  /** From nobody: a ticket, and what was answered. */
  @Post(':surveyId/answers')
  @Unnamed('survey/hand-in')
  @HttpCode(202)
  async handIn(@Param() { surveyId }: SurveyIdDto, @Body() body: HandInDto) {
    const open = await findOpen(this.ports, surveyId);
    if (isRejection(open)) throw rejected(open);
    const { surveyId: of, segments, nonce, signature } = body.ticket;
    const { ratings = {}, choices = {}, comments = {} } = body.answer;
    const refused = await handIn(this.ports, open, {
      surveyId,
      ticket: { surveyId: of, segments: { ...segments }, nonce },
      signature: Buffer.from(signature, 'base64'),
      answer: { ratings: { ...ratings }, choices: { ...choices }, comments: { ...comments } },
    });
    if (refused !== undefined) throw rejected(refused);
    this.releases.ask({ tenant: open.tenant, survey: surveyId });
    return { accepted: true };
  }

  @Get()
  @Asks('survey/read')
  async list(@Query() query: SurveysQueryDto, @CurrentExchange() exchange: Exchange) {
    const { stage, kind, lang } = query;
    const filter = present({ stage, kind });
    const question = { ask: 'surveys', filter, page: pageOf(query) } as const;
    const { surveys = [], position, next } = await this.#ask(exchange, query, question);
    const items = surveys.map((one) => surveySummary(one, lang));
    return this.#answer(exchange, position, { items, ...present({ next }) });
  }

  @Get(':surveyId')
  @Asks('survey/read')
  async one(
    @Param() { surveyId }: SurveyIdDto,
    @Query() query: SurveyQueryDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const answer = await this.#ask(exchange, query, { ask: 'survey', surveyId });
    const [sheet] = answer.surveys ?? [];
    if (sheet === undefined) throw noSuchSurvey();
    const { tenant, sub } = exchange.by;
    const audience = await this.surveys.audience(tenant, { ...sheet, ...sheet.launch });
    const keys = await this.surveys.ticketKeys(surveyId);
    exchange.reply.header('etag', entityTag(sheet.revision));
    const survey = surveyDetail(sheet, query.lang, {
      ...{ keys, segments: audience?.groupOf(sub) ?? null, invited: audience?.invited ?? null },
      seesAsked: this.#mayLaunch(exchange, sheet.owner),
    });
    return this.#answer(exchange, answer.position, { survey });
  }

  @Get(':surveyId/comments')
  @Asks('survey/read-comments')
  async comments(
    @Param() { surveyId }: SurveyIdDto,
    @Query() query: TimesDto,
    @CurrentExchange() exchange: Exchange,
  ) {
    const { tenant } = exchange.by;
    const stream = surveyStream(tenant, surveyId);
    const { state } = await this.ports.transactor.load(surveyAggregate, stream);
    const owner = state.stage === 'none' ? {} : { owner: state.owner };
    const refused = refusalOf(this.ports, callerOf(exchange), 'survey/read-comments', owner);
    if (refused !== undefined) throw rejected(refused);
    const { position, comments } = await this.#ask(exchange, query, { ask: 'comments', surveyId });
    if (comments === undefined) throw noSuchSurvey();
    return this.#answer(exchange, position, { items: comments });
  }

  /** A position, where there is one: an instant of now may see more a moment later. */
  async #orgAsOf(given: OrgAsOfDto | undefined): Promise<OrganisationAsOf> {
    if (given?.position !== undefined) return { position: given.position };
    const now = new Date(this.#clock.now()).toISOString();
    if (given?.instant !== undefined) return { instant: instantOf(given.instant, now) };
    const head = await this.ports.views.positionOf(undefined);
    return head === null ? { instant: now } : { position: head };
  }

  #mayLaunch(exchange: Exchange, owner: string): boolean {
    return refusalOf(this.ports, callerOf(exchange), 'survey/launch', { owner }) === undefined;
  }

  async #ask(exchange: Exchange, query: TimesDto, question: SurveysQuestion) {
    const asking = callerOf(exchange);
    const refused =
      question.ask === 'comments' ? undefined : refusalOf(this.ports, asking, 'survey/read', {});
    if (refused !== undefined) throw rejected(refused);
    const times = timesOf(exchange.request, query);
    return this.queries.execute(new SurveysQuery(asking.tenant, question, times));
  }

  /** What people wrote is opened here, after the permission check. */
  async #answer({ by, reply }: Exchange, position: Position | null, body: object) {
    const revealed = (await reveal(this.ports.sealer, by.tenant, body)) as object;
    return sendAt(reply, { position, ...revealed });
  }

  #send({ context, ifMatch, by }: Asked, command: SurveyAsked) {
    return this.bus.execute(new FeedbackEnvelope(command, context, by, ifMatch));
  }
}

const byLink = reject(
  'survey/by-link',
  'This survey is answered by links; nobody takes part by name.',
);
const notByLink = reject(
  'survey/not-by-link',
  'This survey asks people who are known. They take part by name.',
);
const noSuchSurvey = () => new NotFound('There is no such survey at this point.');

function told({ act, at, now }: Asked) {
  return { act, at, now };
}

function questionOf({ id, kind, required, options = [] }: QuestionDto) {
  return kind === 'choice' ? { id, kind, required, options } : { id, kind, required };
}

function audienceOf({ kind, people = [], units = [] }: AudienceDto): Audience {
  return kind === 'link' ? { kind } : { kind, people, units };
}

function instantOf(text: string, now: string): string {
  return text.length > 10
    ? new Date(text).toISOString()
    : now.startsWith(text)
      ? now
      : `${text}T23:59:59.999Z`;
}
