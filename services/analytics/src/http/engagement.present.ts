import { displayTier, splitCountMin } from '@plumbline/statistics';
import { indexOf, participationIn, questionsOf, type IndexFigure } from '../engagement.figures.ts';
import type { ReleasedSurvey } from '../engagement.queries.ts';
import { isShown } from '../metric-release/metric-release.ts';
import { definitionName, type Segments } from '../metric-release/source.ts';
import { namedOf } from '../releases.sources.ts';
import type { ReleaseSheet } from '../views/release-sheet.ts';
import type { SurveyQuestion } from '../views/survey-terms.ts';
import { figureOf, ranksOf } from './releases.present.ts';

/** What is asked for of it all. */
export interface Shown {
  readonly unit?: string;
  readonly question?: string;
}

/** What a survey came to, each figure by a release that says why it is that number. */
export function surveyFigures(survey: ReleasedSurvey, shown: Shown = {}) {
  const { terms, threshold } = survey;
  const { surveyId, kind, opens, closes, closedOn } = terms;
  const questions = questionsOf(survey);
  const participation = participationIn(survey);
  const names = terms.dimensions.map(({ name }) => name);
  const isAsked = ({ id }: SurveyQuestion) => shown.question === undefined || shown.question === id;
  return {
    ...{ survey: surveyId, kind, opens, closes, closedOn, threshold },
    index: indexOf(questions)
      .filter(({ of }) => isOf(names, of, shown.unit))
      .map((one) => indexDetail(names, one, countedIn(questions[0]?.sheet))),
    participation: participation === undefined ? null : figuresOf(participation, shown.unit),
    questions: questions
      .filter(({ question }) => isAsked(question))
      .map(({ question, sheet }) => ({
        ...{ question: question.id, kind: question.kind },
        ...(sheet === undefined ? nothing : figuresOf(sheet, shown.unit, question)),
      })),
  };
}

const nothing = { release: null, definition: null, countedAt: null, figures: [] };

function countedIn(sheet: ReleaseSheet | undefined): string | null {
  return sheet?.position ?? null;
}

function figuresOf(sheet: ReleaseSheet, unit: string | undefined, question?: SurveyQuestion) {
  const ranks = ranksOf(sheet);
  const figures = sheet.figures.flatMap((figure, at) => {
    if (!isOf(sheet.dimensions, figure.of, unit)) return [];
    const detail = figureOf(sheet, figure, at, ranks.get(at) ?? null);
    return [{ ...detail, ...splitOf(figure, question) }];
  });
  return {
    release: sheet.releaseId,
    definition: definitionName(sheet.definition),
    countedAt: sheet.position,
    figures,
  };
}

/**
 * How answers are spread over a scale is for many answers only. Options have no scale: how often
 * each was chosen is the figure. Of who took part there is nothing else to be said.
 */
function splitOf(
  figure: ReleaseSheet['figures'][number],
  question: SurveyQuestion | undefined,
): { readonly counts: readonly object[] | null } {
  if (!isShown(figure) || question === undefined) return { counts: null };
  if (question.kind === 'choice') {
    return {
      counts: figure.counts.map(([place, count]) => {
        return { option: question.options[place] ?? '', count };
      }),
    };
  }
  if (figure.n < splitCountMin) return { counts: null };
  return { counts: figure.counts.map(([score, count]) => ({ score, count })) };
}

function indexDetail(names: readonly string[], figure: IndexFigure, countedAt: string | null) {
  const of = Object.fromEntries(namedOf(names, figure.of));
  if ('suppressed' in figure) {
    const none = { n: null, value: null, low: null, high: null, answers: null, items: null };
    const definition = 'engagement-index@1';
    return { of, tier: 'hidden', suppressed: figure.suppressed, ...none, definition, countedAt };
  }
  const { n, value, low, high, answers, items, definition } = figure.index;
  return {
    ...{ of, tier: displayTier(n), suppressed: null, n, value, low, high, answers, items },
    ...{ definition, countedAt },
  };
}

/** All of it, where no unit is asked for. */
function isOf(dimensions: readonly string[], of: Segments, unit: string | undefined): boolean {
  return unit === undefined || (namedOf(dimensions, of).get('unit') ?? '') === unit;
}

/** One figure from survey to survey, of all or of a unit; those that do not ask it are left out. */
export function trendOf(surveys: readonly ReleasedSurvey[], question: string, unit?: string) {
  return surveys.flatMap((survey) => {
    const figures = surveyFigures(survey, unit === undefined ? {} : { unit });
    const { survey: id, kind, opens, closes, closedOn, threshold } = figures;
    const found = foundIn(figures, question).find(({ of }) => {
      return unit === undefined ? Object.keys(of).length === 0 : Object.keys(of).length === 1;
    });
    if (found === undefined) return [];
    return [{ survey: id, kind, opens, closes, closedOn, threshold, figure: found }];
  });
}

function foundIn(
  { index, participation, questions }: ReturnType<typeof surveyFigures>,
  question: string,
): readonly { readonly of: Readonly<Record<string, string>> }[] {
  if (question === 'index') return index;
  if (question === 'participation') return participation?.figures ?? [];
  return questions.find((one) => one.question === question)?.figures ?? [];
}
