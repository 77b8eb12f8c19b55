import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import { answersDecider } from './survey/answers.decide.ts';
import type { Answers, AnswersReleased, ReleaseAnswers } from './survey/answers.ts';
import { participationDecider } from './survey/participation.decide.ts';
import type { Participation, ParticipationRecorded } from './survey/participation.ts';
import type { RecordParticipation } from './survey/participation.ts';
import type { SurveyCommand } from './survey/survey.commands.ts';
import { surveyDecider } from './survey/survey.decide.ts';
import type { Survey, SurveyFact } from './survey/survey.ts';

/** What this context stores of surveys: what was promised, who took part, what was answered. */
export type SurveysFact = SurveyFact | ParticipationRecorded | AnswersReleased;

const context = 'feedback';

const surveyVersions: Readonly<Record<SurveyFact['type'], number>> = {
  SurveyLaunched: 1,
  ThresholdRaised: 1,
  SurveyClosed: 1,
  ParticipationCounted: 1,
};

const participationVersions = { ParticipationRecorded: 1 } as const;
const answersVersions = { AnswersReleased: 1 } as const;

export const surveysVersions = {
  ...surveyVersions,
  ...participationVersions,
  ...answersVersions,
};

export function isSurveysFact(fact: { readonly type: string }): fact is SurveysFact {
  return Object.hasOwn(surveysVersions, fact.type);
}

export const surveyAggregate: Aggregate<SurveyCommand, Survey, SurveyFact> = {
  name: 'survey',
  foldVersion: 2,
  decider: surveyDecider,
  codec: factCodec<SurveyFact>({ context, versions: surveyVersions }),
};

export const participationAggregate: Aggregate<
  RecordParticipation,
  Participation,
  ParticipationRecorded
> = {
  name: 'survey-participation',
  foldVersion: 2,
  decider: participationDecider,
  codec: factCodec<ParticipationRecorded>({ context, versions: participationVersions }),
};

export const answersAggregate: Aggregate<ReleaseAnswers, Answers, AnswersReleased> = {
  name: 'survey-answers',
  foldVersion: 1,
  decider: answersDecider,
  codec: factCodec<AnswersReleased>({ context, versions: answersVersions }),
};

export const surveyStream = (tenant: string, id: string): string =>
  streamName(context, 'survey', tenant, id);

export const participationStream = (tenant: string, id: string): string =>
  streamName(context, 'survey-participation', tenant, id);

export const answersStream = (tenant: string, id: string): string =>
  streamName(context, 'survey-answers', tenant, id);
