import type { components } from '../api.generated.ts';
import { answered, api } from './client.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done about surveys, each with the body that its route takes. */
export type SurveyCommand =
  | { readonly do: 'launch-survey'; readonly body: Schemas['LaunchSurveyDto'] }
  | (OnSurvey & { readonly do: 'raise-threshold'; readonly body: Schemas['RaiseThresholdDto'] })
  | (OnSurvey & { readonly do: 'close-survey'; readonly body: Schemas['CloseSurveyDto'] });

interface OnSurvey {
  readonly surveyId: string;
  /** The revision that the person saw. Another one there is a conflict, and is shown. */
  readonly revision: number;
}

export async function sendOfSurvey(command: SurveyCommand, key: string): Promise<Receipt> {
  const idempotency = { 'Idempotency-Key': key };
  if (command.do === 'launch-survey') {
    const params = { header: idempotency };
    return answered(await api.POST('/surveys', { params, body: command.body }));
  }
  const { surveyId, revision } = command;
  const header = { ...idempotency, 'If-Match': `"${revision}"` };
  const params = { path: { surveyId }, header };
  if (command.do === 'close-survey') {
    const { body } = command;
    return answered(await api.POST('/surveys/{surveyId}/close', { params, body }));
  }
  const { body } = command;
  return answered(await api.POST('/surveys/{surveyId}/raise-threshold', { params, body }));
}
