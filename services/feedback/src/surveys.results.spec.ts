import { describe, expect, it } from '@jest/globals';
import { desk } from './survey/answers.histories.ts';
import { released, releasedLast } from './survey/answers.histories.ts';
import { launched } from './survey/survey.histories.ts';
import { launchOf } from './survey/survey.ts';
import { resultsOf } from './surveys.results.ts';
import { surveyResults, type SurveyResults } from './views/survey-results.ts';

const counted = [released, releasedLast].reduce<SurveyResults | undefined>(
  (doc, fact) => surveyResults.fold(doc, { fact } as never, fact.surveyId),
  undefined,
);
const sheet = { launch: launchOf(launched), participants: 11 };
const shownFrom = (threshold: number, invited: number | null = 20) =>
  resultsOf(sheet, counted, { threshold, invited });

describe('the results of a survey', () => {
  it('count every answer of every batch, by group', () => {
    expect(counted).toMatchObject({ n: 11, batches: 2 });
    expect(Object.values(counted?.groups ?? {}).map(({ n }) => n)).toEqual([5, 6]);
    const { participation, questions, groups } = shownFrom(5);
    expect(participation).toMatchObject({ value: 0.55, successes: 11, n: 20 });
    expect(groups).toEqual([
      { segments: desk, n: 5 },
      { segments: {}, n: 6 },
    ]);
    // 1, 2, 4, 4, 5 of the desk and 1, 1, 3, 3, 4, 5 of all others: five of eleven agree.
    expect(questions[0]).toMatchObject({
      question: 'pride',
      all: { n: 11, counts: { 1: 3, 2: 1, 3: 2, 4: 3, 5: 2 }, favourable: { value: 5 / 11 } },
      groups: [{ favourable: { value: 3 / 5 } }, { favourable: { value: 2 / 6 } }],
    });
    expect(questions.map(({ kind }) => kind)).toEqual(['rating', 'enps', 'choice']);
  });

  it('hide a question that too few answered, and the group that would tell of another', () => {
    expect(shownFrom(5).questions[1]).toMatchObject({ all: { hidden: true } });
    // Five at the desk are too few for six, and the others are all that is left without them.
    expect(shownFrom(6).groups).toEqual([
      { segments: desk, hidden: true },
      { segments: {}, hidden: true },
    ]);
    expect(shownFrom(6).questions[0]?.all).toMatchObject({ n: 11 });
    expect(shownFrom(12).questions[0]?.all).toEqual({ hidden: true });
  });

  it('are empty where nothing is released, and of nobody where nobody was invited', () => {
    const none = resultsOf(sheet, undefined, { threshold: 5, invited: null });
    expect([none.n, none.groups, none.participation]).toEqual([0, [], null]);
  });
});
