import { describe, expect, it } from '@jest/globals';
import { builtInMetrics } from '../metric-definition/built-in.ts';
import { refuseScope, refuseSource } from '../metric-release/metric-release.rules.ts';
import type { FeedbackFact } from '../views/satisfaction-cells.ts';
import { surveyTerms } from '../views/survey-terms.ts';
import {
  closed,
  counted,
  documentsOf,
  launched,
  left,
  positionOf,
} from '../views/surveys.testing.ts';
import { rating, saying, surveyId } from '../views/surveys.testing.ts';
import { releasesDue, type SurveyRelease } from './release-survey.ts';

const batch = (no: number) => left(no, saying(5, 'desk', { ratings: [rating('pride', 4)] }));
const day = (no: number) => `2026-05-${String(no).padStart(2, '0')}`;
const count = (no: number, last = false) => counted(day(no), [['desk', 40, no]], last);

/** What is released after the last of some facts. */
function dueAfter(...facts: readonly FeedbackFact[]): readonly SurveyRelease[] {
  const terms = documentsOf(surveyTerms, facts).get(surveyId);
  const last = facts.at(-1);
  if (terms === undefined || last?.type !== 'feedback.ParticipationCounted.v1') throw new Error();
  return releasesDue(terms, { position: positionOf(facts.length), data: last.data });
}
const named = (due: readonly SurveyRelease[]) => due.map(({ source }) => source.question);

describe('of a survey', () => {
  it('every question is released once it has ended, and nothing that people wrote', () => {
    const due = dueAfter(launched(), batch(1), closed, batch(2), count(12, true));
    const span = { from: '2026-05-04', until: '2026-05-15', dimensions: ['unit'] };
    const of = (question: string, min: number, max: number) => ({
      source: { kind: 'survey', survey: surveyId, question, scale: { min, max } },
    });
    expect(due).toEqual([
      {
        ...{ metric: 'participation', ...span },
        source: { ...of('participation', 0, 1).source, kind: 'survey-participation' },
      },
      { metric: 'favourable', ...span, ...of('pride', 1, 5) },
      { metric: 'favourable', ...span, ...of('growth', 1, 5) },
      { metric: 'enps', ...span, ...of('recommend', 0, 10) },
      { metric: 'distribution', ...span, ...of('place', 0, 1) },
    ]);
  });

  it('each is of a metric that is there, and of its scale and its span', () => {
    for (const { metric, source, ...span } of dueAfter(launched(), batch(1), count(12, true))) {
      const found = builtInMetrics.get(metric);
      if (found === undefined) throw new Error(`There is no metric ${metric}.`);
      const terms = { ...found, definition: { name: metric, version: 1 } };
      expect(refuseSource(source, terms)).toBeUndefined();
      expect(refuseScope({ ...span, position: positionOf(3) }, terms)).toBeUndefined();
    }
  });

  it('only who took part is released while it lasts', () => {
    expect(named(dueAfter(launched(), batch(1), count(6)))).toEqual(['participation']);
  });

  it('who took part is released with the first counts, every few later ones and the last', () => {
    const upTo = (no: number, last = false) =>
      dueAfter(
        launched(),
        ...Array.from({ length: no }, (_, at) => count(at + 1, last && at + 1 === no)),
      );
    const due = Array.from({ length: 20 }, (_, at) => at + 1).filter((no) => upTo(no).length > 0);
    expect(due).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 14, 16, 20]);
    expect(named(upTo(9, true))).toEqual(['participation']);
  });

  it('nothing is released of too few answers, and nobody was asked where it is by link', () => {
    const byLink = launched({ audience: 'link', segments: [] });
    expect(dueAfter(byLink, counted('2026-05-12', [], true))).toEqual([]);
    expect(named(dueAfter(launched(), count(12, true)))).toEqual(['participation']);
    const ended = dueAfter(byLink, batch(1), counted('2026-05-12', [], true));
    expect(named(ended)).toEqual(['pride', 'growth', 'recommend', 'place']);
    expect(ended[0]?.dimensions).toEqual([]);
  });
});
