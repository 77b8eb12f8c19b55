import { clearText } from '@plumbline/kernel';
import type { CloseSurvey, CountParticipation } from './survey.commands.ts';
import type { LaunchSurvey, RaiseThreshold } from './survey.commands.ts';
import type { SurveyFact } from './survey.ts';

/**
 * The example histories of surveys: a pulse of two units in May, in two languages, whose threshold
 * is raised once and which is closed after its last day. Rules, views and HTTP tests tell their
 * cases with these.
 */
export const surveyId = '6b0f2f5e-4a63-5d0c-8a57-1d2b9c4e7f30';
export const owner = 'unit:people';

const asked = (act: string, at: string) => ({ act, surveyId, at, now: at });
const told = (act: string, at: string) => ({ act, surveyId, at });

export const promise = {
  kind: 'pulse',
  mode: 'anonymous',
  questions: [
    { id: 'pride', kind: 'rating', required: true },
    { id: 'recommend', kind: 'enps', required: false },
    { id: 'place', kind: 'choice', required: false, options: ['home', 'office'] },
    { id: 'why', kind: 'comment', required: false },
  ],
  languages: ['en', 'de'],
  defaultLanguage: 'en',
  orgAsOf: { instant: '2026-05-04T00:00:00.000Z' },
  segments: [
    { id: 'unit', values: ['desk', 'lab', 'shop'] },
    { id: 'tenure', values: ['new', 'old'] },
  ],
  audience: { kind: 'people', people: [], units: ['unit:desk', 'unit:lab', 'unit:shop'] },
  opens: '2026-05-04',
  closes: '2026-05-15',
  ticketKeys: 'b1946ac92492d2347c6235b4d2611184',
} as const;

export const words = {
  'title.en': 'How are we?',
  'question.pride.en': 'I am proud to work here.',
  'question.pride.de': 'Ich bin stolz, hier zu arbeiten.',
  'question.recommend.en': 'How likely would you recommend us as a place to work?',
  'question.place.en': 'Where do you work best?',
  'option.place.home.en': 'At home',
  'option.place.office.en': 'In the office',
  'question.why.en': 'Why?',
};

export const launch: LaunchSurvey = {
  type: 'LaunchSurvey',
  ...asked('act-launch', '2026-05-04T07:00:00.000Z'),
  owner,
  ...promise,
  words,
};
export const launched = {
  type: 'SurveyLaunched',
  ...told('act-launch', '2026-05-04T07:00:00.000Z'),
  owner,
  ...promise,
  threshold: 5,
  commentThreshold: 5,
  text: clearText(owner, words),
} as const satisfies SurveyFact;

const few = 'Some teams are small.';
export const raise: RaiseThreshold = {
  type: 'RaiseThreshold',
  ...asked('act-raise', '2026-05-06T09:00:00.000Z'),
  threshold: 6,
  commentThreshold: 8,
  reason: few,
};
export const raised = {
  type: 'ThresholdRaised',
  ...told('act-raise', '2026-05-06T09:00:00.000Z'),
  from: { threshold: 5, commentThreshold: 5 },
  to: { threshold: 6, commentThreshold: 8 },
  text: clearText(owner, { reason: few }),
} as const satisfies SurveyFact;

export const close: CloseSurvey = {
  type: 'CloseSurvey',
  ...asked('act-close', '2026-05-16T00:05:00.000Z'),
  on: '2026-05-16',
};
export const closed = {
  type: 'SurveyClosed',
  ...told('act-close', '2026-05-16T00:05:00.000Z'),
  on: '2026-05-16',
  text: clearText(owner, {}),
} as const satisfies SurveyFact;

const group = (unit: string, invited: number, participants: number) => {
  return { segments: { unit }, invited, participants };
};
export const count: CountParticipation = {
  type: 'CountParticipation',
  ...{ surveyId, until: '2026-05-05', last: false },
  groups: [group('desk', 8, 6), group('lab', 5, 0)],
};
export const counted = {
  type: 'ParticipationCounted',
  ...{ surveyId, until: '2026-05-05', last: false },
  groups: [group('desk', 8, 6), group('lab', 5, 0)],
} as const satisfies SurveyFact;
export const countLast: CountParticipation = {
  type: 'CountParticipation',
  ...{ surveyId, until: '2026-05-16', last: true },
  groups: [group('desk', 8, 7), group('lab', 5, 4)],
};
export const countedLast = {
  type: 'ParticipationCounted',
  ...{ surveyId, until: '2026-05-16', last: true },
  groups: [group('desk', 8, 7), group('lab', 5, 4)],
} as const satisfies SurveyFact;
