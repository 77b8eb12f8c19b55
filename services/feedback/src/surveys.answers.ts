import { reject, toInstant, type Rejection } from '@plumbline/kernel';
import type { WaitingAnswer } from './survey/answer.ts';
import { refuseNotOpen } from './survey/survey.rules.ts';
import type { LaunchedSurvey } from './survey/survey.ts';
import { refuseTicket, spentTicket, type Ticket } from './survey/ticket.ts';
import { refuseAnswer } from './survey/validate-answer.ts';
import { surveyAggregate, surveyStream } from './surveys.facts.ts';
import type { FeedbackPorts } from './feedback.ports.ts';
import { surveyStaging, type TicketKeys } from './surveys.staging.ts';
import { isSigned, keyOfGroup } from './surveys.tickets.ts';

export type Given = Omit<WaitingAnswer, 'segments'>;

export interface HandedIn {
  readonly surveyId: string;
  readonly ticket: Ticket;
  readonly signature: Uint8Array;
  readonly answer: Given;
}

/** A survey that is answered, found without knowing whose it is. */
export interface OpenSurvey {
  readonly tenant: string;
  readonly survey: LaunchedSurvey;
  readonly keys: TicketKeys | null;
}

export const surveyNotFound = reject(
  'survey/not-found',
  'There is no survey with this id that can be answered.',
);

export async function findOpen(
  ports: FeedbackPorts,
  surveyId: string,
): Promise<OpenSurvey | Rejection> {
  const staged = await surveyStaging(ports).keysOf(surveyId);
  if (staged === undefined) return surveyNotFound;
  const { tenant, keys } = staged;
  const stream = surveyStream(tenant, surveyId);
  const { state } = await ports.transactor.load(surveyAggregate, stream);
  const today = toInstant(ports.clock.now()).slice(0, 10);
  const refused = refuseNotOpen(state, today);
  if (refused !== undefined) return refused;
  return state.stage === 'none' ? surveyNotFound : { tenant, survey: state, keys };
}

/**
 * Takes an answer by its ticket, from nobody. Its group is that of the key that signed the ticket,
 * whatever else is said.
 */
export async function handIn(
  ports: FeedbackPorts,
  { tenant, survey, keys }: OpenSurvey,
  { surveyId, ticket, signature, answer }: HandedIn,
): Promise<Rejection | undefined> {
  const key = keyOfGroup(keys?.keys ?? [], ticket.segments);
  const malformed = refuseTicket(ticket, surveyId, () => false);
  if (malformed !== undefined) return malformed;
  if (key === undefined || !isSigned(key, ticket, signature)) {
    const detail = 'The ticket is not signed with the key of its group in this survey.';
    return reject('ticket/not-signed', detail, '/ticket/signature');
  }
  // Known before the answer is looked at: who repeats one that is in hears that, and nothing else.
  const spent = spentTicket(ticket);
  const isSpent = await ports.staging.isSpent(surveyId, spent);
  const whole: WaitingAnswer = { segments: ticket.segments, ...answer };
  const refused = refuseTicket(ticket, surveyId, () => isSpent) ?? refuseAnswer(survey, whole);
  if (refused !== undefined) return refused;
  const staged = await surveyStaging(ports).stage({ tenant, survey: surveyId }, spent, whole);
  if (staged === 'staged') return undefined;
  if (staged === 'spent') return refuseTicket(ticket, surveyId, () => true);
  return reject('survey/closed', 'The survey is closed meanwhile.');
}
