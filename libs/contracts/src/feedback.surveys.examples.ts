import type { surveySchemas } from './feedback.surveys.ts';
import type { Shape } from './schema.ts';

const surveyId = '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30';

type Published = typeof surveySchemas;

const answer = (rating: number, unit?: string) => ({
  segments: unit === undefined ? [] : [{ segment: 'unit', value: `unit:${unit}` }],
  ratings: [{ question: 'pride', rating }],
  choices: [],
});

/** Examples of every fact of surveys, by what they show. */
export const surveyExamples: {
  readonly [Type in keyof Published]: Readonly<Record<string, Shape<Published[Type]>>>;
} = {
  'feedback.SurveyLaunched.v1': {
    ofPeople: {
      ...{ surveyId, kind: 'pulse', audience: 'people', threshold: 5, commentThreshold: 5 },
      ...{ opens: '2026-05-04', closes: '2026-05-15' },
      questions: [
        { id: 'pride', kind: 'rating' },
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
      ],
    },
    byLink: {
      ...{ surveyId, kind: 'own', audience: 'link', threshold: 3, commentThreshold: 10 },
      ...{ opens: '2026-05-04', closes: '2026-05-15' },
      questions: [{ id: 'place', kind: 'choice', options: ['home', 'office'] }],
      segments: [],
    },
  },
  'feedback.ThresholdRaised.v1': {
    ofSmallTeams: { surveyId, threshold: 6, commentThreshold: 8 },
  },
  'feedback.ParticipationCounted.v1': {
    byUnit: {
      ...{ surveyId, until: '2026-05-06', last: false },
      groups: [
        { segments: [{ segment: 'unit', value: 'unit:desk' }], invited: 8, participants: 6 },
        { segments: [], invited: 5, participants: 0 },
      ],
    },
    atTheEndByLink: { surveyId, until: '2026-05-16', last: true, groups: [] },
  },
  'feedback.SurveyClosed.v1': { afterItsLastDay: { surveyId, on: '2026-05-16' } },
  'feedback.AnswersReleased.v1': {
    whileItIsOpen: {
      ...{ surveyId, batch: 1, n: 3, on: '2026-05-07', threshold: 3, last: false },
      answers: [answer(1, 'desk'), answer(4, 'desk'), answer(5, 'desk')],
    },
    theLast: {
      ...{ surveyId, batch: 2, n: 3, on: '2026-05-16', threshold: 3, last: true },
      answers: [
        answer(2),
        answer(3),
        { ...answer(3), choices: [{ question: 'place', option: 'home' }] },
      ],
    },
  },
};

/** The stream that an example is of. */
export function surveyStreamOf(type: string): string {
  const aggregate = type.includes('AnswersReleased') ? 'survey-answers' : 'survey';
  return `feedback.${aggregate}-acme.${surveyId}`;
}
