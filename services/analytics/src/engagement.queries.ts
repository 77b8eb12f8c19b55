import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Day, Position } from '@plumbline/kernel';
import { shownCountMin } from '@plumbline/statistics';
import { everyOf, type AskedTimes, type PageRequest, type ViewReader } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { monthsOf } from './satisfaction.spans.ts';
import { releaseSheet, type ReleaseSheet } from './views/release-sheet.ts';
import { surveyTerms, type SurveyTerms } from './views/survey-terms.ts';

/** What can be asked of surveys: what one came to, or all whose last day is in a span. */
export type EngagementQuestion =
  | { readonly ask: 'survey'; readonly surveyId: string }
  | {
      readonly ask: 'surveys';
      readonly from: Day;
      readonly until: Day;
      readonly page: PageRequest;
    };

export interface EngagementAnswer {
  readonly position: Position | null;
  /** In the order of their last days. */
  readonly surveys: readonly ReleasedSurvey[];
  readonly next?: string;
}

/** A survey with the release that is the last of each question, and of participation. */
export interface ReleasedSurvey {
  readonly terms: SurveyTerms;
  readonly releases: readonly ReleaseSheet[];
  /** Nothing is shown of fewer, by what is promised now, whatever point is asked of. */
  readonly threshold: number;
}

/** Surveys on one page: each has a release for every question. */
export const engagementSurveysMax = 50;
/** Ten years. */
export const engagementDaysMax = 3_660;

/** Every question on engagement goes over the bus in this one envelope. */
export class EngagementQuery extends Query<EngagementAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: EngagementQuestion,
    readonly times: AskedTimes,
  ) {
    super();
  }
}

@QueryHandler(EngagementQuery)
export class EngagementQueryHandler implements IQueryHandler<EngagementQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  execute({ tenant, question, times }: EngagementQuery): Promise<EngagementAnswer> {
    return releasedSurveys(this.ports, tenant, question, times);
  }
}

/** What surveys came to, as it was released. */
export async function releasedSurveys(
  { views }: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  question: EngagementQuestion,
  times: AskedTimes,
): Promise<EngagementAnswer> {
  const surveys = await views.of(surveyTerms, tenant, times);
  const releases = await views.of(releaseSheet, tenant, times);
  const now = await views.of(surveyTerms, tenant, {});
  const { found, next } = await termsOf(surveys, question);
  const released = found.map(async (terms): Promise<ReleasedSurvey> => {
    const latest = (await now.get(terms.surveyId)) ?? terms;
    const promised = latest.thresholds.at(-1)?.threshold ?? 0;
    const threshold = Math.max(shownCountMin, promised);
    return { terms, releases: await lastOf(releases, terms.surveyId), threshold };
  });
  return {
    position: earlier(surveys.position, releases.position),
    surveys: await Promise.all(released),
    ...(next === undefined ? {} : { next }),
  };
}

interface Found {
  readonly found: readonly SurveyTerms[];
  readonly next?: string;
}

async function termsOf(
  reader: ViewReader<SurveyTerms>,
  question: EngagementQuestion,
): Promise<Found> {
  if (question.ask === 'survey') {
    const terms = await reader.get(question.surveyId);
    return { found: terms === undefined ? [] : [terms] };
  }
  const { from, until, page } = question;
  const { limit, after = '' } = page;
  const all: SurveyTerms[] = [];
  for (const month of monthsOf(after > from ? after.slice(0, 10) : from, until)) {
    const found = await inMonth(reader, month.slice(0, 7));
    all.push(...found.filter((one) => isWithin(one, from, until, after)));
    if (all.length > limit) break;
  }
  const found = all.slice(0, limit);
  const last = found.at(-1);
  return all.length > limit && last !== undefined ? { found, next: placeOf(last) } : { found };
}

async function inMonth(reader: ViewReader<SurveyTerms>, month: string) {
  const surveys: SurveyTerms[] = [];
  for await (const { doc } of everyOf(reader, { index: 'month', value: month })) surveys.push(doc);
  return surveys.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

function isWithin(terms: SurveyTerms, from: Day, until: Day, after: string): boolean {
  return terms.closes >= from && terms.closes <= until && placeOf(terms) > after;
}

/** Where a survey stands in the order of all: by its last day, then by its id. */
function placeOf({ closes, surveyId }: SurveyTerms): string {
  return `${closes} ${surveyId}`;
}

/** Of each question the release that no later one takes the place of. */
async function lastOf(reader: ViewReader<ReleaseSheet>, surveyId: string) {
  const sheets: ReleaseSheet[] = [];
  for await (const { doc } of everyOf(reader, { index: 'survey', value: surveyId })) {
    sheets.push(doc);
  }
  return sheets;
}

function earlier(one: Position | null, other: Position | null): Position | null {
  if (one === null || other === null) return null;
  return one < other ? one : other;
}
