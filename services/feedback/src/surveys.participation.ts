import { createHash } from 'node:crypto';
import { refusalOf } from '@plumbline/access';
import { isRejection, reject, startOfDay, toInstant, type Rejection } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import type { Segments } from './survey/answer.ts';
import { participationDecider } from './survey/participation.decide.ts';
import { participationCommand } from './survey/participation.ts';
import { refuseNotOpen } from './survey/survey.rules.ts';
import type { LaunchedSurvey } from './survey/survey.ts';
import type { Audience } from './surveys.audience.ts';
import { participationAggregate, participationStream } from './surveys.facts.ts';
import type { FeedbackPorts } from './feedback.ports.ts';
import { surveyStaging } from './surveys.staging.ts';
import { digestOfBlinded, keyOfGroup, signBlinded } from './surveys.tickets.ts';

export interface Signed {
  readonly segments: Segments;
  readonly signature: Buffer;
}

/** Who takes part, in what. The survey as it stands, and those whom it asks. */
export interface TakingPart {
  readonly asking: Asking;
  readonly survey: LaunchedSurvey;
  readonly audience: Audience;
  readonly blinded: Uint8Array;
}

/**
 * Records that a person takes part, and signs the blinded ticket: in this order, so that nobody
 * gets two. After a crash in between the same ticket is signed at the next try. What the log keeps
 * of it is the fact and the person: its ids follow from these, its time is the day.
 */
export async function takePart(
  ports: FeedbackPorts,
  taking: TakingPart,
): Promise<Signed | Rejection> {
  const { asking, survey, audience, blinded } = taking;
  const { tenant, sub: person } = asking;
  const { surveyId } = survey;
  const on = toInstant(ports.clock.now()).slice(0, 10);
  const segments = audience.groupOf(person);
  const refused =
    refusalOf(ports, asking, 'survey/answer', segments === undefined ? {} : ownedBy(person)) ??
    refuseNotOpen(survey, on);
  if (refused !== undefined) return refused;
  const keys = (await surveyStaging(ports).keysOf(surveyId))?.keys;
  const key = keyOfGroup(keys?.keys ?? [], segments ?? {});
  if (key === undefined) return noKey;
  const signature = signBlinded(key, blinded);
  if (signature === undefined) {
    const detail = 'Blind the ticket with the public key of your group.';
    return reject('participation/blinded-malformed', detail, '/blindedTicket');
  }
  const command = {
    ...{ type: 'RecordParticipation' as const, surveyId, person, on },
    blinded: digestOfBlinded(blinded),
  };
  const stream = participationStream(tenant, surveyId);
  // Before the log compares commands: to it, another ticket of the person is another request.
  const { state } = await ports.transactor.load(participationAggregate, stream);
  const decision = participationDecider.decide(command, state);
  if (isRejection(decision)) return decision;
  if (decision.length > 0) {
    const commandId = participationCommand(surveyId, person);
    const recorded = await ports.transactor.transact(participationAggregate, {
      ...{ stream, command },
      context: {
        ...{ tenant, actor: { sub: person, via: 'http' }, effectiveAt: startOfDay(on) },
        ...{ commandId, causationId: commandId, correlationId: commandId },
        fingerprint: createHash('sha256').update(`${commandId} ${command.blinded}`).digest('hex'),
      },
    });
    if (isRejection(recorded)) return recorded;
  }
  return { segments: key.segments, signature };
}

const ownedBy = (person: string) => ({ owner: `person:${person}` });

const noKey = reject(
  'survey/without-ticket-keys',
  'The keys of this survey are not here: it has ended, or was moved while it was open.',
);
