import { queryOptions } from '@tanstack/react-query';
import { answered, api, apiInPerson } from './client.ts';
import { allPages, given, pageSize } from './queries.ts';
import type { SurveySummary } from './types.ts';

export type SurveyStage = SurveySummary['stage'];

/** The languages of the browser are tried; the survey has one of its own where it has none. */
export function surveysQuery(stage: SurveyStage | undefined, lang: string) {
  return queryOptions({
    queryKey: ['surveys', stage, lang],
    queryFn: ({ signal }) =>
      allPages<SurveySummary>(async (after) => {
        const query = given({ stage, lang, limit: pageSize, after });
        return answered(await api.GET('/surveys', { params: { query }, signal }));
      }),
  });
}

/** In person: whether one is asked oneself, whoever one stands in for. */
export function surveyQuery(surveyId: string, lang: string | undefined) {
  return queryOptions({
    queryKey: ['survey', surveyId, lang],
    queryFn: async ({ signal }) => {
      const params = { path: { surveyId }, query: given({ lang }) };
      return answered(await apiInPerson.GET('/surveys/{surveyId}', { params, signal })).survey;
    },
  });
}

export function surveyResultsQuery(surveyId: string) {
  return queryOptions({
    queryKey: ['survey-results', surveyId],
    queryFn: async ({ signal }) => {
      const params = { path: { surveyId } };
      return answered(await api.GET('/surveys/{surveyId}/results', { params, signal }));
    },
  });
}

export function surveyCommentsQuery(surveyId: string) {
  return queryOptions({
    queryKey: ['survey-comments', surveyId],
    queryFn: async ({ signal }) => {
      const params = { path: { surveyId } };
      return answered(await api.GET('/surveys/{surveyId}/comments', { params, signal })).items;
    },
  });
}

/** Under one's own name: that one takes part. Answers the signature of the blinded ticket. */
export async function takePart(surveyId: string, blindedTicket: string) {
  const params = { path: { surveyId } };
  const route = '/surveys/{surveyId}/participation';
  return answered(await apiInPerson.POST(route, { params, body: { blindedTicket } }));
}

/** Links are printed once: they are in this answer, and kept nowhere. */
export async function printLinks(surveyId: string, count: number) {
  const params = { path: { surveyId } };
  return answered(await api.POST('/surveys/{surveyId}/links', { params, body: { count } })).items;
}
