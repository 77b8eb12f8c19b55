import { Body, Controller, Get, HttpCode, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { isBlank, isRejection, type Rejection } from '@plumbline/kernel';
import { reveal } from '@plumbline/privacy';
import { checkedQuery, documentHeaders, readForm, Unnamed } from '@plumbline/web';
import type { FastifyReply } from 'fastify';
import { feedbackPorts, type FeedbackPorts } from '../feedback.ports.ts';
import { commentLengthMax } from '../survey/validate-answer.ts';
import type { LaunchedSurvey } from '../survey/survey.ts';
import { findOpen, handIn, type Given, type OpenSurvey } from '../surveys.answers.ts';

import { surveyStream } from '../surveys.facts.ts';
import { SurveyReleases } from '../surveys.releases.ts';
import { readLinkTicket } from '../surveys.tickets.ts';
import { surveySheet } from '../views/survey-sheet.ts';
import { PageQueryDto, SurveyIdDto } from './surveys.dto.ts';
import { formPage, saidPage, surveyPagePolicy } from './surveys.page.ts';
import type { Filled, PageQuestion, SurveyPage } from './surveys.page.ts';
import { pageWordsIn, type PageWords } from './surveys.page.words.ts';
import { questionIn, surveySummary } from './surveys.present.ts';

/**
 * A page for who has a link and no account. It runs no script, so the ticket is in the address, as
 * a parameter: the server writes addresses into no log, `no-referrer` keeps it from other servers,
 * and a ticket that is spent is worth nothing to who finds it in the history of a browser.
 */
@Controller('surveys/:surveyId/page')
export class SurveyPageController {
  constructor(
    @Inject(feedbackPorts) private readonly ports: FeedbackPorts,
    @Inject(SurveyReleases) private readonly releases: SurveyReleases,
  ) {}

  @Get()
  @Unnamed('survey/hand-in')
  async show(
    @Param() { surveyId }: SurveyIdDto,
    @Query() { lang, ticket = '' }: PageQueryDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const open = await findOpen(this.ports, surveyId);
    if (isRejection(open)) return this.#say(reply, open, lang ?? 'en');
    const page = await this.#page(open, lang);
    return this.#send(reply, 200, formPage(page, { ticket, ...nothing }));
  }

  @Post()
  @HttpCode(200)
  @Unnamed('survey/hand-in')
  async take(
    @Param() { surveyId }: SurveyIdDto,
    @Body() body: unknown,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string> {
    const fields = await readForm(body);
    const { lang, ticket = '' } = checkedQuery(PageQueryDto, {
      ...(fields.has('lang') ? { lang: fields.get('lang') } : {}),
      ...(fields.has('ticket') ? { ticket: fields.get('ticket') } : {}),
    });
    const open = await findOpen(this.ports, surveyId);
    if (isRejection(open)) return this.#say(reply, open, lang ?? 'en');
    const page = await this.#page(open, lang);
    const values = valuesOf(fields, page.questions);
    const refused = await handIn(this.ports, open, {
      surveyId,
      ...readLinkTicket(surveyId, ticket),
      answer: givenOf(values, open.survey),
    });
    if (refused === undefined) {
      this.releases.ask({ tenant: open.tenant, survey: surveyId });
      const thanks = saidPage(page.language, (words) => [words.thanks, words.thanksMore]);
      return this.#send(reply, 200, thanks);
    }
    const mistakes = mistakesOf(refused, page);
    if (mistakes === undefined) return this.#say(reply, refused, page.language);
    return this.#send(reply, 422, formPage(page, { ticket, values, mistakes }));
  }

  /**
   * The questions, from the stream of the survey: it is found by its id alone, and so is its
   * tenant. A view that is behind would have none, and take an answer for one that says nothing.
   */
  async #page({ tenant, survey }: OpenSurvey, lang: string | undefined): Promise<SurveyPage> {
    const { surveyId, threshold } = survey;
    const streams = [surveyStream(tenant, surveyId)];
    const { doc: sheet } = await this.ports.views.fold(surveySheet, surveyId, streams, {});
    if (sheet === undefined) throw new Error('A survey that is open has been launched.');
    const { language, languages, title } = surveySummary(sheet, lang);
    const questions = sheet.launch.questions.map((one) => questionIn(sheet, one, language));
    const words = { surveyId, threshold, language, languages, title, questions };
    return (await reveal(this.ports.sealer, tenant, words)) as SurveyPage;
  }

  #say(reply: FastifyReply, { code }: Rejection, language: string): string {
    const status = code.endsWith('/not-found') ? 404 : code === 'ticket/spent' ? 200 : 409;
    const page = saidPage(language, (words) => {
      if (code === 'ticket/spent') return [words.thanks, words.spent];
      return code.startsWith('ticket/') ? [words.title, words.noTicket] : [words.notOpen];
    });
    return this.#send(reply, status, page);
  }

  #send(reply: FastifyReply, status: number, page: string): string {
    reply
      .code(status)
      .headers(documentHeaders)
      .header('content-security-policy', surveyPagePolicy)
      .header('content-type', 'text/html; charset=utf-8');
    return page;
  }
}

const nothing: Omit<Filled, 'ticket'> = { values: new Map(), mistakes: new Map() };

/** What was typed and chosen, by the id of the question; what was left empty is not there. */
function valuesOf(
  fields: ReadonlyMap<string, string>,
  questions: readonly PageQuestion[],
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const { id } of questions) {
    const value = fields.get(`q.${id}`)?.replaceAll('\r\n', '\n') ?? '';
    if (!isBlank(value)) values.set(id, value);
  }
  return values;
}

function givenOf(values: ReadonlyMap<string, string>, survey: LaunchedSurvey): Given {
  const of = (...kinds: readonly string[]) =>
    survey.questions.flatMap(({ id, kind }) => {
      const value = values.get(id);
      return value === undefined || !kinds.includes(kind) ? [] : [[id, value] as const];
    });
  const ratings = of('rating', 'enps').map(([id, value]) => [id, Number(value)] as const);
  return {
    ratings: Object.fromEntries(ratings),
    choices: Object.fromEntries(of('choice')),
    comments: Object.fromEntries(of('comment')),
  };
}

/** What is to be mended on the page; undefined where nothing on it could be. */
function mistakesOf({ code, field }: Rejection, page: SurveyPage) {
  if (!code.startsWith('answer/')) return undefined;
  const { words } = pageWordsIn(page.language);
  const id = field?.split('/').at(-1) ?? '';
  return new Map([[page.questions.some((one) => one.id === id) ? id : '', mistakeOf(code, words)]]);
}

function mistakeOf(code: string, words: PageWords): string {
  if (code === 'answer/required-missing') return words.pleaseAnswer;
  if (code === 'answer/empty') return words.answerOne;
  return code === 'answer/comment-length' ? words.tooLong(commentLengthMax) : words.outOfScale;
}
