import { describe, expect, it } from '@jest/globals';
import { publishOfSurveys } from './surveys.publish.ts';
import * as answers from './survey/answers.histories.ts';
import * as survey from './survey/survey.histories.ts';

const { surveyId } = survey;

describe('what others are told of a survey', () => {
  it('is what it promises and asks by ids, and what its units lie in', () => {
    const unit = { id: 'unit', values: ['desk', 'lab'], above: ['all'], parents: [2, 2, -1] };
    const segments = [unit, { id: 'tenure', values: ['new'] }];
    const published = publishOfSurveys({ ...survey.launched, segments });
    expect(published?.data).toMatchObject({
      questions: [
        { id: 'pride', kind: 'rating' },
        { id: 'recommend', kind: 'enps' },
        { id: 'place', kind: 'choice', options: ['home', 'office'] },
        { id: 'why', kind: 'comment' },
      ],
      segments: [
        {
          segment: 'unit',
          values: [
            { value: 'unit:desk', parent: 'unit:all' },
            { value: 'unit:lab', parent: 'unit:all' },
            { value: 'unit:all', parent: null },
          ],
        },
        { segment: 'tenure', values: [{ value: 'tenure:new', parent: null }] },
      ],
    });
    const told = JSON.stringify(published);
    for (const word of [...Object.values(survey.words), survey.owner, survey.launched.act]) {
      expect(told).not.toContain(word);
    }
  });

  it('is how many of each group took part, and never who', () => {
    const { until, last } = survey.counted;
    expect(publishOfSurveys(survey.counted)).toEqual({
      type: 'feedback.ParticipationCounted.v1',
      data: {
        ...{ surveyId, until, last },
        groups: [
          { segments: [{ segment: 'unit', value: 'unit:desk' }], invited: 8, participants: 6 },
          { segments: [{ segment: 'unit', value: 'unit:lab' }], invited: 5, participants: 0 },
        ],
      },
    });
    const person = { surveyId, person: 'ada', on: '2026-05-05', blinded: 'b' };
    expect(publishOfSurveys({ type: 'ParticipationRecorded', ...person })).toBeNull();
  });

  it('is what was answered, without comments', () => {
    const told = JSON.stringify(publishOfSurveys(answers.released));
    expect(told).toContain('"ratings":[{"question":"pride","rating":5}]');
    expect(told).not.toContain('why');
  });
});
