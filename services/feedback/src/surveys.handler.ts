import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { isRejection, present, type Rejection } from '@plumbline/kernel';
import { askedOf, type FeedbackEnvelope, type FeedbackPorts } from './feedback.ports.ts';
import type { LaunchSurvey, SurveyCommand } from './survey/survey.commands.ts';
import { surveyDecider } from './survey/survey.decide.ts';
import { thresholdDefault } from './survey/survey.rules.ts';
import { initialSurvey } from './survey/survey.ts';
import { audienceOf, lockOf, refuseGroups, segmentsOf } from './surveys.audience.ts';
import { surveyAggregate, surveyStream } from './surveys.facts.ts';
import { surveyStaging } from './surveys.staging.ts';
import { digestOfKeys, newTicketKeys } from './surveys.tickets.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** The keys of its tickets are made here, and the values of attributes where none are given. */
export type LaunchAsked = Omit<LaunchSurvey, 'segments' | 'ticketKeys'> & {
  readonly segments: readonly { readonly id: string; readonly values?: readonly string[] }[];
};

export type SurveyAsked = Exclude<SurveyCommand, LaunchSurvey> | LaunchAsked;

export async function transactSurvey(
  ports: FeedbackPorts,
  asked: SurveyAsked,
  envelope: FeedbackEnvelope,
): Result {
  const { context, asking } = envelope;
  const stream = surveyStream(context.tenant, asked.surveyId);
  const { repeated } = await ports.transactor.load(surveyAggregate, stream, context);
  if (repeated !== undefined) return repeated;
  const command = asked.type === 'LaunchSurvey' ? await prepared(ports, asked, envelope) : asked;
  if (isRejection(command)) return command;
  return ports.transactor.transact(surveyAggregate, {
    stream,
    command,
    ...askedOf(envelope),
    permit: (survey) => {
      if (command.type === 'LaunchSurvey') return undefined; // Asked before its keys were made.
      const owner = survey.stage === 'none' ? undefined : survey.owner;
      return refusalOf(ports, asking, 'survey/launch', present({ owner }));
    },
  });
}

/**
 * The launch with its keys, which are kept before it is recorded: after a crash in between the same
 * request finds them. Nothing is kept of a launch that would be refused.
 */
async function prepared(
  ports: FeedbackPorts,
  { segments: asked, ...rest }: LaunchAsked,
  { context: { tenant }, asking }: FeedbackEnvelope,
): Promise<LaunchSurvey | Rejection> {
  const { surveyId: survey, owner, audience, orgAsOf, at } = rest;
  const refused = refusalOf(ports, asking, 'survey/launch', { owner });
  if (refused !== undefined) return refused;
  const { threshold: k = thresholdDefault } = rest;
  const lock = await lockOf(ports, tenant, orgAsOf, at.slice(0, 10));
  const segments = segmentsOf(lock, audience, asked);
  if (isRejection(segments)) return segments;
  const launch: LaunchSurvey = { ...rest, segments };
  const { state } = await ports.transactor.load(surveyAggregate, surveyStream(tenant, survey));
  if (state.stage !== 'none') return launch; // A repeat, which the log knows.
  const isOfPeople = audience.kind === 'people';
  const tried = isOfPeople ? { ...launch, ticketKeys: 'to be made' } : launch;
  const decision = surveyDecider.decide(tried, initialSurvey);
  if (isRejection(decision)) return decision;
  const people = audienceOf(lock, launch, k);
  const refusedGroups = isOfPeople ? refuseGroups(people, k) : undefined;
  if (refusedGroups !== undefined) return refusedGroups;
  const keys = await newTicketKeys(isOfPeople ? people.groups : [{}]);
  const inForce = await surveyStaging(ports).open({ tenant, survey }, { k, keys });
  if (!isOfPeople) return launch;
  return { ...launch, ticketKeys: digestOfKeys(inForce?.keys ?? []) };
}
