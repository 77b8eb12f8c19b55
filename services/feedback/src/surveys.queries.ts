import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { present, type Position } from '@plumbline/kernel';
import { everyOf, findDocsMax, findWhere } from '@plumbline/views';
import type { AskedTimes, PageRequest } from '@plumbline/views';
import { feedbackPorts, type FeedbackPorts } from './feedback.ports.ts';
import { keptAudiences, type AskingSurvey, type Audience } from './surveys.audience.ts';
import { surveyAggregate, surveyStream } from './surveys.facts.ts';
import { surveyStaging } from './surveys.staging.ts';
import type { PublicTicketKey } from './surveys.tickets.ts';
import { commentsOf, surveyComments, type CommentRef } from './views/survey-comments.ts';
import { readableGroups, surveyReadable } from './views/survey-readable.ts';
import { surveySheet, type SurveySheet } from './views/survey-sheet.ts';

export type SurveysQuestion =
  | {
      readonly ask: 'surveys';
      readonly filter: { readonly stage?: string; readonly kind?: string };
      readonly page: PageRequest;
    }
  | { readonly ask: 'survey'; readonly surveyId: string }
  | { readonly ask: 'comments'; readonly surveyId: string };

export interface SurveysAnswer {
  readonly position: Position | null;
  readonly surveys?: readonly SurveySheet[];
  readonly comments?: readonly CommentRef[];
  readonly next?: string;
}

/** Every question on surveys goes over the bus in this one envelope. */
export class SurveysQuery extends Query<SurveysAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: SurveysQuestion,
    readonly times: AskedTimes,
  ) {
    super();
  }
}

@QueryHandler(SurveysQuery)
export class SurveysQueryHandler implements IQueryHandler<SurveysQuery> {
  readonly #audiences: ReturnType<typeof keptAudiences>;

  constructor(@Inject(feedbackPorts) private readonly ports: FeedbackPorts) {
    this.#audiences = keptAudiences(ports);
  }

  async execute(query: SurveysQuery): Promise<SurveysAnswer> {
    const { question } = query;
    switch (question.ask) {
      case 'surveys':
        return this.#list(query, question.filter, question.page);
      case 'survey': {
        const { position, sheet } = await this.#sheet(query, question.surveyId);
        return { position, surveys: sheet === undefined ? [] : [sheet] };
      }
      case 'comments':
        return this.#comments(query, question.surveyId);
    }
  }

  /** Those who are asked; undefined where nobody is known. */
  async audience(tenant: string, survey: AskingSurvey): Promise<Audience | undefined> {
    return this.#audiences(tenant, survey);
  }

  /** The public keys of a survey's tickets; none when it has ended. */
  async ticketKeys(surveyId: string): Promise<readonly PublicTicketKey[]> {
    const keys = (await this.#tickets(surveyId))?.keys ?? [];
    return keys.map(({ segments, publicKey }) => ({ segments, publicKey }));
  }

  async #tickets(surveyId: string) {
    return (await surveyStaging(this.ports).keysOf(surveyId))?.keys ?? undefined;
  }

  async #list(
    { tenant, times }: SurveysQuery,
    { stage, kind }: { readonly stage?: string; readonly kind?: string },
    page: PageRequest,
  ): Promise<SurveysAnswer> {
    const reader = await this.ports.views.of(surveySheet, tenant, times);
    const by = stage === undefined ? 'all' : ({ index: 'stage', value: stage } as const);
    const { docs, next } = await findWhere(reader, by, page, async ({ launch }) => {
      return kind === undefined || launch.kind === kind;
    });
    return { position: reader.position, surveys: docs, ...present({ next }) };
  }

  async #sheet({ tenant, times }: SurveysQuery, surveyId: string) {
    const reader = await this.ports.views.of(surveySheet, tenant, times);
    return { position: reader.position, sheet: await reader.get(surveyId) };
  }

  async #comments(query: SurveysQuery, surveyId: string): Promise<SurveysAnswer> {
    const { tenant, times } = query;
    const { position, sheet } = await this.#sheet(query, surveyId);
    if (sheet === undefined) return { position };
    const { commentThreshold } = await this.#thresholds(tenant, sheet);
    const readable = await (await this.ports.views.of(surveyReadable, tenant, times)).get(surveyId);
    const groupToRead = readableGroups(readable, commentThreshold);
    const reader = await this.ports.views.of(surveyComments, tenant, times);
    const comments: CommentRef[] = [];
    const by = { index: 'survey', value: surveyId };
    for await (const { doc } of everyOf(reader, by, { limit: findDocsMax })) {
      for (const one of commentsOf(doc)) {
        const segments = groupToRead(doc.batch, one.segments);
        if (segments !== null) comments.push({ ...one, segments });
      }
    }
    return { position, comments };
  }

  /** Those that hold now, whatever point is asked of: a promise only becomes stronger. */
  async #thresholds(tenant: string, { surveyId, launch }: SurveySheet) {
    const stream = surveyStream(tenant, surveyId);
    const { state } = await this.ports.transactor.load(surveyAggregate, stream);
    return state.stage === 'none' ? launch : state;
  }
}
