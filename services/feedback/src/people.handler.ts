import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { reject, type Instant, type Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { noteAggregate, oneToOneAggregate, requestAggregate } from './facts.ts';
import { askedOf } from './feedback.ports.ts';
import type { FeedbackEnvelope, FeedbackPorts, OneToOneAsked } from './feedback.ports.ts';
import { noteStream, oneToOneStream, requestStream } from './feedback.streams.ts';
import type { GiveFeedback, NoteCommand } from './note/note.commands.ts';
import type { OneToOneCommand } from './one-to-one/one-to-one.commands.ts';
import {
  ownedBy,
  waysToNote,
  waysToOneToOne,
  waysToRequest,
  type Way,
} from './people.permission.ts';
import type { RequestCommand } from './request/request.commands.ts';

type Result = Promise<TransactReceipt | Rejection>;

export async function transactNote(
  ports: FeedbackPorts,
  command: NoteCommand,
  envelope: FeedbackEnvelope,
): Result {
  const { context, asking } = envelope;
  if (command.type === 'GiveFeedback') {
    const refused = await refuseRequests(ports, command, context.tenant);
    if (refused !== undefined) return refused;
  }
  return ports.transactor.transact(noteAggregate, {
    stream: noteStream(context.tenant, command.noteId),
    command,
    ...askedOf(envelope),
    permit: (note) => {
      const refused = refusalOf(ports, asking, 'feedback/give', {});
      if (refused !== undefined) return refused;
      if (command.type === 'GiveFeedback') {
        return refuseAbsent(ports, envelope, command, [['/subject', command.subject]], 'note');
      }
      if (note.stage === 'none' || sees(ports, envelope, waysToNote(note))) return undefined;
      return reject('feedback-note/not-found', 'There is no note with this id.');
    },
  });
}

export async function transactRequest(
  ports: FeedbackPorts,
  command: RequestCommand,
  envelope: FeedbackEnvelope,
): Result {
  const { context, asking } = envelope;
  return ports.transactor.transact(requestAggregate, {
    stream: requestStream(context.tenant, command.requestId),
    command,
    ...askedOf(envelope),
    permit: (request) => {
      if (command.type === 'AskFeedback') {
        const { subject, from } = command;
        const people = [['/subject', subject] as const, ['/from', from] as const];
        return (
          refusalOf(ports, asking, 'feedback/ask', ownedBy(subject)) ??
          refuseAbsent(ports, envelope, command, people, 'request')
        );
      }
      if (asking === undefined) return undefined; // By a policy.
      // Whether one may stand in for another does not hang on the record.
      const own = ownedBy(asking.onBehalfOf ?? asking.sub);
      const refused = refusalOf(ports, asking, 'feedback/answer', own);
      if (refused !== undefined || request.stage === 'none') return refused;
      if (!sees(ports, envelope, waysToRequest(request))) {
        return reject('feedback-request/not-found', 'There is no request with this id.');
      }
      return refusalOf(ports, asking, 'feedback/answer', ownedBy(request.from));
    },
  });
}

export async function transactOneToOne(
  ports: FeedbackPorts,
  asked: OneToOneAsked,
  envelope: FeedbackEnvelope,
): Result {
  const { context, asking } = envelope;
  const command = withAbout(asked, ports.access.organizationOf(context.tenant));
  return ports.transactor.transact(oneToOneAggregate, {
    stream: oneToOneStream(context.tenant, command.oneToOneId),
    command,
    ...askedOf(envelope),
    permit: (meeting) => {
      const refused = refusalOf(ports, asking, 'one-to-one/hold', ownedBy(command.by));
      if (refused !== undefined) return refused;
      if (command.type === 'HoldOneToOne') {
        return refuseAbsent(ports, envelope, command, [['/with', command.with]], 'one-to-one');
      }
      if (meeting.stage === 'none' || sees(ports, envelope, waysToOneToOne(meeting.people))) {
        return undefined;
      }
      return reject('one-to-one/not-found', 'There is no one-to-one with this id.');
    },
  });
}

/** The agenda is about the one who reports to the other, on the day of the meeting; else, about
 *  the one who records it. */
function withAbout(asked: OneToOneAsked, organization: Organization): OneToOneCommand {
  if (asked.type !== 'HoldOneToOne') return asked;
  const { by, with: other, on } = asked;
  const isLed = organization.isAbove(by, other, on) || organization.isMatrixManager(by, other, on);
  return { ...asked, about: isLed ? other : by };
}

/**
 * A note answers only a request that its author was asked, about its subject; of any other one, it
 * is not told whether there is one. Requests are never removed, so this holds after the check too.
 */
async function refuseRequests(
  { transactor }: FeedbackPorts,
  { links, author, subject }: GiveFeedback,
  tenant: string,
): Promise<Rejection | undefined> {
  for (const [index, link] of links.entries()) {
    if (!('request' in link)) continue;
    const { state } = await transactor.load(requestAggregate, requestStream(tenant, link.request));
    if (state.stage !== 'none' && state.from === author && state.subject === subject) continue;
    const detail = 'You were not asked for feedback on this person by such a request.';
    return reject('feedback-note/unknown-request', detail, `/links/${index}/request`);
  }
  return undefined;
}

/** Whom a command names must be here on its day, as the directory knows it. */
function refuseAbsent(
  { access }: FeedbackPorts,
  { context: { tenant } }: FeedbackEnvelope,
  { at }: { readonly at: Instant },
  people: readonly (readonly [field: string, person: string])[],
  of: 'note' | 'request' | 'one-to-one',
): Rejection | undefined {
  const on = at.slice(0, 10);
  const organization = access.organizationOf(tenant);
  const absent = people.find(([, person]) => !organization.isPresent(person, on));
  if (absent === undefined) return undefined;
  const [field, person] = absent;
  const noun = of === 'one-to-one' ? of : `feedback-${of}`;
  return reject(`${noun}/unknown-person`, `${person} is not here on ${on}.`, field);
}

function sees(ports: FeedbackPorts, { asking }: FeedbackEnvelope, ways: readonly Way[]): boolean {
  return ways.some(([action, about]) => refusalOf(ports, asking, action, about) === undefined);
}
