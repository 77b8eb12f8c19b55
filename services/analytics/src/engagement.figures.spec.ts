import { describe, expect, it } from '@jest/globals';
import { indexCountMin } from '@plumbline/statistics';
import fc from 'fast-check';
import { indexOf, participationIn, questionsOf } from './engagement.figures.ts';
import type { ReleasedSurvey } from './engagement.queries.ts';
import { measured, type ScoreCounts } from './measure.ts';
import type { ReleasedFigure } from './metric-release/metric-release.ts';
import type { SurveyRef } from './metric-release/source.ts';
import type { ReleaseSheet } from './views/release-sheet.ts';
import { surveyTerms } from './views/survey-terms.ts';
import { documentsOf, launched, positionOf, surveyId } from './views/surveys.testing.ts';

const terms = documentsOf(surveyTerms, [launched()]).get(surveyId);
if (terms === undefined) throw new Error('There is no such survey.');

const shown = (segment: string | null, counts: ScoreCounts): ReleasedFigure => {
  return { of: [segment], ...measured('favourable@1', { min: 1, max: 5 }, counts) };
};
const withheld = (segment: string): ReleasedFigure => {
  return { of: [segment], suppressed: 'complementary' };
};

function sheet(question: string, ...figures: readonly ReleasedFigure[]): ReleaseSheet {
  const kind = question === 'participation' ? 'survey-participation' : 'survey';
  const source: SurveyRef = { kind, survey: surveyId, question, scale: { min: 1, max: 5 } };
  return {
    ...{ releaseId: question, source, definition: { name: 'favourable', version: 1 } },
    ...{ formula: 'favourable@1', from: '2026-05-04', until: '2026-05-15', dimensions: ['unit'] },
    ...{ position: positionOf(9), threshold: 5, restates: null, restatedBy: null, figures },
    ...{ diff: [], at: '2026-05-16T00:00:00.000Z', by: { sub: 'surveys', via: 'policy' } },
    ...{ releasedAt: positionOf(10), revision: 1 },
  };
}

const survey = (threshold: number, ...releases: readonly ReleaseSheet[]): ReleasedSurvey => {
  return { terms, releases, threshold };
};
/** What each segment comes to: its value, or why there is none. */
const indexIn = (...releases: readonly ReleaseSheet[]) =>
  indexOf(questionsOf(survey(5, ...releases))).map((one) => [
    one.of[0] ?? '*',
    'index' in one ? one.index.value : one.suppressed,
  ]);

const few: ScoreCounts = [[4, 5]];
const many: ScoreCounts = [[2, 10], [4, 25]]; // prettier-ignore
const more: ScoreCounts = [[3, 20], [5, 20]]; // prettier-ignore

describe('the questions of a survey', () => {
  it('are those that have figures, in their order, each with its release if there is one', () => {
    const place = sheet('place', shown(null, many));
    const of = questionsOf(survey(5, sheet('participation', shown(null, few)), place));
    expect(of.map((one) => [one.question.id, one.sheet?.releaseId])).toEqual([
      ...[
        ['pride', undefined],
        ['growth', undefined],
      ],
      ...[
        ['recommend', undefined],
        ['place', 'place'],
      ],
    ]);
  });

  it('are not mistaken for participation, though one be called so', () => {
    const asked = sheet('participation', shown(null, few));
    expect(participationIn(survey(5, asked))?.releaseId).toBe('participation');
    const named = { ...asked, source: { ...asked.source, kind: 'survey' as const } as SurveyRef };
    expect(participationIn(survey(5, named))).toBeUndefined();
    expect(participationIn(survey(5, named, { ...asked, releaseId: 'real' }))?.releaseId).toBe(
      'real',
    );
  });

  it.each([
    [5, 5],
    [6, 'below-threshold'],
  ])('show no figure of fewer than are promised now: of %d', (promised, said) => {
    const [pride] = questionsOf(survey(promised, sheet('pride', shown('desk', few))));
    const [figure] = pride?.sheet?.figures ?? [];
    expect(figure && ('n' in figure ? figure.n : figure.suppressed)).toBe(said);
  });
});

describe('the index of a survey', () => {
  it('pools what the rating questions show, and leaves all others out', () => {
    const recommend = sheet('recommend', shown(null, few));
    const both = [sheet('pride', shown(null, many)), sheet('growth', shown(null, more))];
    expect(indexIn(...both, recommend)).toEqual([['*', 45 / 75]]);
  });

  it('is of no segment of which one of them is withheld, or not asked', () => {
    const pride = sheet('pride', shown(null, many), shown('desk', many), shown('lab', many));
    const growth = sheet('growth', shown(null, more), withheld('desk'));
    expect(indexIn(pride, growth)).toEqual([
      ['*', 45 / 75],
      ['desk', 'complementary'],
      ['lab', 'below-threshold'],
    ]);
  });

  it('is not there before every question is released', () => {
    expect(indexIn(sheet('pride', shown(null, many)))).toEqual([]);
    expect(indexIn()).toEqual([]);
  });

  it.each([
    [indexCountMin - 1, 'too-few-for-an-index'],
    [indexCountMin, 1],
  ])('is of enough people: of %d it is %s', (n, said) => {
    const all: ScoreCounts = [[5, n]];
    const of = [sheet('pride', shown(null, all)), sheet('growth', shown(null, [[5, 100]]))];
    expect(indexIn(...of)).toEqual([['*', said]]);
  });

  it('follows from what is shown, and from nothing else', () => {
    const anyCounts = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(anyCounts, anyCounts, (one, other) => {
        const countsOf = (all: readonly number[]) =>
          all.flatMap((count, at) => (count > 0 ? [[at + 1, count] as const] : []));
        const all = [...countsOf(one), ...countsOf(other)];
        const totals = [one, other].map((counts) => counts.reduce((sum, count) => sum + count, 0));
        fc.pre(totals.every((total) => total >= indexCountMin));
        const favourable = all.filter(([score]) => score > 3).reduce((sum, [, n]) => sum + n, 0);
        const found = indexIn(
          sheet('pride', shown(null, countsOf(one))),
          sheet('growth', shown(null, countsOf(other))),
        );
        expect(found).toEqual([['*', favourable / ((totals[0] ?? 0) + (totals[1] ?? 0))]]);
      }),
    );
  });
});
