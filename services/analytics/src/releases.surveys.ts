import { reject, type Position } from '@plumbline/kernel';
import { everyOf, findDocsMax, type PageRequest, type ViewReader } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import type { Scope, SurveyRef } from './metric-release/source.ts';
import type { KeyedAnswer, MetricSource, SourceKind } from './releases.sources.ts';
import { surveyBatches, type SaidCounts, type SurveyBatch } from './views/survey-batches.ts';
import { countedAt, placesBy, promisedAt, surveyTerms } from './views/survey-terms.ts';
import type { SurveyTerms } from './views/survey-terms.ts';

/**
 * The answers of a survey, as they left together, and of those who were asked whether they took
 * part. What is read here are the published facts: who reads them reads answers of nobody.
 */
export function surveys({ views }: AnalyticsPorts, ref: SurveyRef): SourceKind {
  return {
    open: async (tenant, _, until) => {
      const times = { readAfter: until };
      const terms = await (await views.of(surveyTerms, tenant, times)).get(ref.survey);
      if (terms === undefined) {
        return reject('release/unknown-survey', 'There is no such survey.', '/survey');
      }
      const known = {
        dimensions: terms.dimensions.map(({ name }) => name),
        promised: promisedAt(terms, until),
      };
      if (ref.kind === 'survey-participation') {
        return { ...known, answers: (scopes, after) => counted(terms, scopes, after) };
      }
      const reader = await views.of(surveyBatches, tenant, times);
      return { ...known, answers: (scopes, after) => answers(reader, terms, ref, scopes, after) };
    },
    publish: () => ['release/publish'],
    see: () => undefined,
    trace: () => ({ action: 'stream/read', about: {} }),
  };
}

/** One fact says it of all of them: behind it there is nothing. */
async function* counted(
  terms: SurveyTerms,
  scopes: readonly Scope[],
  after?: string,
): ReturnType<MetricSource['answers']> {
  if (after === undefined) yield* participants(terms, scopes);
}

async function* answers(
  reader: ViewReader<SurveyBatch>,
  terms: SurveyTerms,
  { question, survey }: SurveyRef,
  scopes: readonly Scope[],
  after?: string,
): ReturnType<MetricSource['answers']> {
  const by = { index: 'survey', value: survey };
  const page: PageRequest = { limit: findDocsMax, ...(after === undefined ? {} : { after }) };
  for await (const { key, doc } of everyOf(reader, by, page)) {
    yield* answersIn(terms, question, scopes, { key, doc });
  }
}

/** What a batch says to a question. */
export function* answersIn(
  terms: SurveyTerms,
  question: string,
  scopes: readonly Scope[],
  { key, doc }: { readonly key: string; readonly doc: SurveyBatch },
): Generator<KeyedAnswer> {
  const placings = scopes.map(({ dimensions }) => placesBy(terms, dimensions));
  const options = terms.questions.find(({ id }) => id === question)?.options ?? [];
  for (const { carried, said } of doc.groups) {
    const counts = said.find(([id]) => id === question)?.[1] ?? [];
    // All answers are of the whole span of the survey: of when one came, nothing is known.
    const places = scopes.map(({ position }, at) => {
      return doc.position > position ? null : (placings[at]?.(carried) ?? null);
    });
    if (places.every((place) => place === null)) continue;
    yield* repeated(key, scoresOf(counts, options), places, factsOf(doc, scopes));
  }
}

function scoresOf(counts: SaidCounts, options: readonly string[]) {
  return counts.map(([said, count]) => {
    return [typeof said === 'number' ? said : options.indexOf(said), count] as const;
  });
}

function* repeated(
  key: string,
  scores: readonly (readonly [score: number, count: number])[],
  places: KeyedAnswer['places'],
  facts: KeyedAnswer['facts'],
): Generator<KeyedAnswer> {
  for (const [score, count] of scores) {
    for (let no = 0; no < count; no += 1) yield { key, score, places, facts };
  }
}

function factsOf(
  { id, stream, revision, position }: SurveyBatch,
  scopes: readonly Scope[],
): KeyedAnswer['facts'] {
  if (position > (scopes.at(-1)?.position ?? '')) return [];
  return [{ id, type: 'feedback.AnswersReleased.v1', stream, revision, position }];
}

/**
 * Everybody who was asked, with 1 for who took part: as it was counted last by the position of the
 * last scope. The groups are the same in every count.
 */
export function* participants(
  terms: SurveyTerms,
  scopes: readonly Scope[],
): Generator<KeyedAnswer> {
  const { stream } = terms;
  const counted = countedAt(terms, scopes.at(-1)?.position ?? ('' as Position));
  if (counted === undefined) return;
  const { id, revision, position, until: key, groups } = counted;
  const type = 'feedback.ParticipationCounted.v1';
  const placings = scopes.map(({ dimensions }) => placesBy(terms, dimensions));
  for (const { carried, invited, participants: took } of groups) {
    const places = scopes.map((scope, at) => {
      const isKnown = countedAt(terms, scope.position) !== undefined;
      return isKnown ? (placings[at]?.(carried) ?? null) : null;
    });
    const scores = [
      [1, took],
      [0, invited - took],
    ] as const;
    yield* repeated(key, scores, places, [{ id, type, stream, revision, position }]);
  }
}
