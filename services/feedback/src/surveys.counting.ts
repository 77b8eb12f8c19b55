import { createHash } from 'node:crypto';
import { derivedId, startOfDay, type Day } from '@plumbline/kernel';
import type { SurveyPlace } from '@plumbline/privacy';
import type { FeedbackPorts } from './feedback.ports.ts';
import { participantsUntil } from './survey/participation.ts';
import type { LaunchedSurvey } from './survey/survey.ts';
import type { Audiences } from './surveys.audience.ts';
import { participationAggregate, participationStream } from './surveys.facts.ts';
import { surveyAggregate, surveyStream } from './surveys.facts.ts';

const actor = { sub: 'surveys', via: 'policy:count-participation' } as const;

/**
 * Counts who took part until the end of a day, by group. Of a survey by link there is nobody to
 * count, but for the last time all the same: others know by it that no answer comes any more. What
 * is told follows from what is recorded, and so do the ids of it: it tells nothing of when it was
 * counted.
 */
export async function countParticipation(
  { transactor }: Pick<FeedbackPorts, 'transactor'>,
  audiences: Audiences,
  { tenant, survey: surveyId }: SurveyPlace,
  { survey, until, last }: { survey: LaunchedSurvey; until: Day; last: boolean },
): Promise<void> {
  const audience = await audiences(tenant, survey);
  if (audience === undefined && !last) return;
  const stream = participationStream(tenant, surveyId);
  const { state } = await transactor.load(participationAggregate, stream);
  const groups = audience?.participation(participantsUntil(state, until)) ?? [];
  const commandId = derivedId('survey-participation-count', surveyId, last ? 'last' : until);
  await transactor.transact(surveyAggregate, {
    stream: surveyStream(tenant, surveyId),
    command: { type: 'CountParticipation', surveyId, until, last, groups },
    context: {
      ...{ tenant, actor, effectiveAt: startOfDay(until) },
      ...{ commandId, causationId: commandId, correlationId: commandId },
      fingerprint: createHash('sha256').update(commandId).digest('hex'),
    },
  });
}
