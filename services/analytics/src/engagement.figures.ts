import type { WithheldReason } from '@plumbline/disclosure';
import { engagementIndex, indexCountMin } from '@plumbline/statistics';
import type { EngagementIndex, EngagementItem } from '@plumbline/statistics';
import type { ReleasedSurvey } from './engagement.queries.ts';
import type { ScoreCounts } from './measure.ts';
import { cellId } from './metric-release/counting.ts';
import { isShown, type ReleasedFigure } from './metric-release/metric-release.ts';
import type { Segments } from './metric-release/source.ts';
import type { ReleaseSheet } from './views/release-sheet.ts';
import type { SurveyQuestion } from './views/survey-terms.ts';

/** Why an index is not shown: one of its items is not, or too few answered. */
export type NoIndex = WithheldReason | 'too-few-for-an-index';

/** The index of a survey for one segment, or why there is none. */
export type IndexFigure = { readonly of: Segments } & (
  { readonly index: EngagementIndex } | { readonly suppressed: NoIndex }
);

/** A question with its last release; none when nothing was released of it yet. */
export interface ReleasedQuestion {
  readonly question: SurveyQuestion;
  readonly sheet: ReleaseSheet | undefined;
}

/**
 * What a survey came to, by question; people's words are in no figure. What was released under a
 * lower threshold than is promised now is not shown any more, though nobody can take it back.
 */
export function questionsOf(survey: ReleasedSurvey): readonly ReleasedQuestion[] {
  const { terms, threshold } = survey;
  const questions = terms.questions.filter(({ kind }) => kind !== 'comment');
  return questions.map((question) => {
    const sheet = survey.releases.find(({ source }) => {
      return source.kind === 'survey' && source.question === question.id;
    });
    return { question, sheet: sheet && held(sheet, threshold) };
  });
}

export function participationIn({ releases, threshold }: ReleasedSurvey): ReleaseSheet | undefined {
  const sheet = releases.find(({ source }) => source.kind === 'survey-participation');
  return sheet && held(sheet, threshold);
}

function held(sheet: ReleaseSheet, threshold: number): ReleaseSheet {
  const figures = sheet.figures.map((figure): ReleasedFigure => {
    if (!isShown(figure) || figure.n >= threshold) return figure;
    return { of: figure.of, suppressed: 'below-threshold' };
  });
  return { ...sheet, figures };
}

/**
 * The index over all rating questions of a survey, for each segment. It is computed of figures that
 * are shown, and of nothing else, so that it gives away nothing that they do not: where one of them
 * is withheld, there is none.
 */
export function indexOf(questions: readonly ReleasedQuestion[]): readonly IndexFigure[] {
  const rated = questions.filter(({ question }) => question.kind === 'rating');
  const sheets = rated.flatMap(({ sheet }) => (sheet === undefined ? [] : [sheet]));
  if (rated.length === 0 || sheets.length < rated.length) return [];
  const segments = new Map(
    sheets.flatMap(({ figures }) => figures.map(({ of }) => [cellId(of), of])),
  );
  return [...segments].map(([id, of]) => {
    return { of, ...indexFrom(sheets.map((one) => figureIn(one, id))) };
  });
}

/** A question that nobody of a segment answered has no figure of it. */
function figureIn({ figures }: ReleaseSheet, id: string): ReleasedFigure {
  const found = figures.find(({ of }) => cellId(of) === id);
  return found ?? { of: [], suppressed: 'below-threshold' };
}

function indexFrom(figures: readonly ReleasedFigure[]) {
  const items: EngagementItem[] = [];
  for (const figure of figures) {
    if (!isShown(figure)) return { suppressed: figure.suppressed };
    const favourable = figure.counts.filter(([score]) => score >= favourableFrom);
    items.push({ favourable: sumOf(favourable), n: figure.n });
  }
  const index = engagementIndex(items);
  return index.n < indexCountMin ? { suppressed: 'too-few-for-an-index' as const } : { index };
}

function sumOf(counts: ScoreCounts): number {
  return counts.reduce((sum, [, count]) => sum + count, 0);
}

/** Of the scale of agreement, 1 to 5. */
const favourableFrom = 4;
