import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import type { components } from '../api.generated.ts';
import { sendOfAnalytics, type AnalyticsCommand } from './analytics-commands.ts';
import { sendOfCalibration, type CalibrationCommand } from './calibration-commands.ts';
import { answered, api, noteWrite } from './client.ts';
import { CommandKey } from './command-key.ts';
import { sendOfCycles, type CycleCommand } from './cycle-commands.ts';
import { sendFeedback, type FeedbackCommand } from './feedback-commands.ts';
import { ApiProblem } from './problems.ts';
import { queryClient } from './queries.ts';
import { sendOfReview, type ReviewCommand } from './review-commands.ts';
import { sendOfService, type ServiceCommand } from './service-commands.ts';
import { sendOfSurvey, type SurveyCommand } from './survey-commands.ts';
import type { Receipt } from './types.ts';

type Schemas = components['schemas'];

/** What can be done from the page. */
export type CommandRequest =
  | GoalCommand
  | FeedbackCommand
  | SurveyCommand
  | ServiceCommand
  | AnalyticsCommand
  | CalibrationCommand
  | CycleCommand
  | ReviewCommand;

/** What can be done about goals, each with the body that its route takes. */
export type GoalCommand =
  | { readonly do: 'draft'; readonly body: Schemas['DraftGoalDto'] }
  | (OnGoal & { readonly do: 'activate'; readonly body: Schemas['ActivateGoalDto'] })
  | (OnGoal & { readonly do: 'amend'; readonly body: Schemas['AmendGoalDto'] })
  | (OnGoal & { readonly do: 'check-in'; readonly body: Schemas['CheckInDto'] })
  | (OnGoal & {
      readonly do: 'correct';
      readonly checkInId: string;
      readonly body: Schemas['CorrectCheckInDto'];
    })
  | (OnGoal & { readonly do: 'transfer'; readonly body: Schemas['TransferGoalDto'] })
  | (OnGoal & { readonly do: 'close'; readonly body: Schemas['CloseGoalDto'] })
  | (OnGoal & { readonly do: 'withdraw'; readonly body: Schemas['WithdrawGoalDto'] });

interface OnGoal {
  readonly goalId: string;
  /** The revision that the person saw. Another one there is a conflict, and is shown. */
  readonly revision: number;
}

/**
 * One command of one form. The key belongs to the form and its body: a double click, or a retry
 * after a lost answer, records once. Then every question is asked anew, and it is done when the
 * page has the answers: whoever goes on at once goes on from this command, and not from before.
 */
export function useCommand(onDone: (receipt: Receipt) => void) {
  const key = useRef(new CommandKey());
  const sending = useRef(false);
  const mutation = useMutation<Receipt, Error, CommandRequest>({
    mutationFn: (request) => send(request, key.current.keyFor(placeOf(request), request.body)),
    onSuccess: async (receipt) => {
      key.current.forget();
      noteWrite(receipt.position);
      await Promise.race([queryClient.invalidateQueries(), pause(shownAnewMsMax)]);
      onDone(receipt);
    },
    onSettled: () => {
      sending.current = false;
    },
  });
  const { error, isPending, mutate, reset } = mutation;
  return {
    problem: error instanceof ApiProblem ? error.problem : undefined,
    failed: error !== null && !(error instanceof ApiProblem) ? error : undefined,
    isPending,
    reset,
    /** A second call while the first is on its way is dropped. */
    send: (request: CommandRequest) => {
      if (sending.current) return;
      sending.current = true;
      mutate(request);
    },
  };
}

/** What is recorded is said so, though the views take longer than this. */
const shownAnewMsMax = 2_000;

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, ms);
  });
}

/** A goal that is being drafted has no id yet. */
function isOfGoals(request: CommandRequest): request is GoalCommand {
  return request.do === 'draft' || 'goalId' in request;
}

function isOfSurveys(request: CommandRequest): request is SurveyCommand {
  return request.do === 'launch-survey' || 'surveyId' in request;
}

function isOfService(request: CommandRequest): request is ServiceCommand {
  return (
    request.do === 'open-case' ||
    request.do === 'define-service-level' ||
    ['caseId', 'responseId', 'serviceLevelId'].some((id) => id in request)
  );
}

const analytics: ReadonlySet<CommandRequest['do']> = new Set([
  ...(['draw-chart', 'define-metric', 'revise-metric'] as const),
  ...(['publish-release', 'restate-release'] as const),
]);

function isOfAnalytics(request: CommandRequest): request is AnalyticsCommand {
  return 'chartId' in request || analytics.has(request.do);
}

function isOfCycles(request: CommandRequest): request is CycleCommand {
  return request.do === 'plan-cycle' || 'cycleId' in request;
}

function isOfCalibration(request: CommandRequest): request is CalibrationCommand {
  return request.do === 'convene-session' || 'sessionId' in request;
}

/** Which command it is, and of which record, for the key of the form. */
function placeOf({ body: _, ...rest }: CommandRequest): string {
  return Object.values(rest).join(' ');
}

async function send(request: CommandRequest, key: string): Promise<Receipt> {
  if (isOfSurveys(request)) return sendOfSurvey(request, key);
  if (isOfService(request)) return sendOfService(request, key);
  if (isOfAnalytics(request)) return sendOfAnalytics(request, key);
  if ('reviewId' in request) return sendOfReview(request, key);
  if (isOfCycles(request)) return sendOfCycles(request, key);
  if (isOfCalibration(request)) return sendOfCalibration(request, key);
  if (!isOfGoals(request)) return sendFeedback(request, key);
  const idempotency = { 'Idempotency-Key': key };
  if (request.do === 'draft') {
    const params = { header: idempotency };
    return answered(await api.POST('/goals', { params, body: request.body }));
  }
  const { goalId, revision } = request;
  const header = { ...idempotency, 'If-Match': `"${revision}"` };
  const params = { path: { goalId }, header };
  switch (request.do) {
    case 'activate':
      return answered(await api.POST('/goals/{goalId}/activate', { params, body: request.body }));
    case 'amend':
      return answered(await api.POST('/goals/{goalId}/amend', { params, body: request.body }));
    case 'check-in': {
      const { body } = request;
      return answered(
        await api.POST('/goals/{goalId}/check-ins', { params, headers: header, body }),
      );
    }
    case 'correct': {
      const path = { goalId, checkInId: request.checkInId };
      const route = '/goals/{goalId}/check-ins/{checkInId}/correct';
      const { body } = request;
      return answered(await api.POST(route, { params: { ...params, path }, body }));
    }
    case 'transfer':
      return answered(await api.POST('/goals/{goalId}/transfer', { params, body: request.body }));
    case 'close':
      return answered(await api.POST('/goals/{goalId}/close', { params, body: request.body }));
    case 'withdraw':
      return answered(await api.POST('/goals/{goalId}/withdraw', { params, body: request.body }));
  }
}
