import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { isRejection, reject, type Rejection } from '@plumbline/kernel';
import type { OpenCase, OpenCaseAsked, ServiceCaseCommand } from './case/case.commands.ts';
import type { Agreement } from './case/case.ts';
import { calendarOf } from './cases.calendar.ts';
import { caseAggregate, caseStream } from './cases.facts.ts';
import { serviceLevelAggregate, serviceLevelStream } from './cases.facts.ts';
import { ownedByUnit, refusalToReadCase } from './cases.permission.ts';
import { refusalToRead } from './customers.permission.ts';
import { customerResponseAggregate } from './facts.ts';
import { askedOf, type FeedbackEnvelope, type FeedbackPorts } from './feedback.ports.ts';
import { customerResponseStream } from './feedback.streams.ts';
import type { ServiceLevelCommand } from './service-level/service-level.commands.ts';
import { versionAt } from './service-level/service-level.ts';

type Result = Promise<TransactReceipt | Rejection>;

/** What is promised, the handler knows: the service level says so. */
export type CaseAsked = OpenCaseAsked | Exclude<ServiceCaseCommand, OpenCase>;

export async function transactServiceLevel(
  ports: FeedbackPorts,
  command: ServiceLevelCommand,
  envelope: FeedbackEnvelope,
): Result {
  const { context, asking } = envelope;
  return ports.transactor.transact(serviceLevelAggregate, {
    stream: serviceLevelStream(context.tenant, command.serviceLevelId),
    command,
    ...askedOf(envelope),
    permit: () => refusalOf(ports, asking, 'service-level/define', {}),
  });
}

export async function transactCase(
  ports: FeedbackPorts,
  asked: CaseAsked,
  envelope: FeedbackEnvelope,
): Result {
  const { context, asking } = envelope;
  const stream = caseStream(context.tenant, asked.caseId);
  const { repeated } = await ports.transactor.load(caseAggregate, stream, context);
  if (repeated !== undefined) return repeated;
  const command = asked.type === 'OpenCase' ? await agreedOn(ports, asked, envelope) : asked;
  if (isRejection(command)) return command;
  return ports.transactor.transact(caseAggregate, {
    ...{ stream, command, ...askedOf(envelope) },
    permit: (serviceCase) => {
      if (command.type === 'OpenCase') {
        return refusalOf(ports, asking, 'case/open', ownedByUnit(command));
      }
      if (serviceCase.stage === 'none') return undefined;
      const refused = refusalOf(ports, asking, 'case/work', ownedByUnit(serviceCase));
      if (refused === undefined) return undefined;
      // Who may neither work nor read it is not told that it is there.
      const isRead = refusalToReadCase(ports, asking, serviceCase) === undefined;
      return isRead ? refused : reject('case/not-found', 'There is no case with this id.');
    },
  });
}

/** The command with what is promised. Neither levels nor responses are ever removed. */
async function agreedOn(
  ports: FeedbackPorts,
  asked: OpenCaseAsked,
  envelope: FeedbackEnvelope,
): Promise<OpenCase | Rejection> {
  const refused =
    refuseUnit(ports, asked, envelope) ?? (await refuseResponse(ports, asked, envelope));
  if (refused !== undefined) return refused;
  const agreement = await agreementOf(ports, asked, envelope);
  return isRejection(agreement) ? agreement : { ...asked, ...agreement };
}

async function agreementOf(
  { transactor }: FeedbackPorts,
  { slaRef, at }: OpenCaseAsked,
  { context: { tenant } }: FeedbackEnvelope,
): Promise<Agreement | Rejection> {
  const stream = serviceLevelStream(tenant, slaRef);
  const { state: level } = await transactor.load(serviceLevelAggregate, stream);
  if (level.stage === 'none') {
    return reject('case/unknown-service-level', 'There is no such service level.', '/slaRef');
  }
  const held = versionAt(level, at);
  if (held === undefined) {
    const detail = `Nothing was promised by this service level on ${at.slice(0, 10)}.`;
    return reject('case/before-its-service-level', detail, '/effectiveAt');
  }
  const { version: slaVersion, targets, opening } = held;
  return { slaRef, slaVersion, targets, calendar: calendarOf(opening, targets, at) };
}

function refuseUnit(
  { access }: FeedbackPorts,
  { unit, at }: OpenCaseAsked,
  { context: { tenant } }: FeedbackEnvelope,
): Rejection | undefined {
  const on = at.slice(0, 10);
  if (access.organizationOf(tenant).unitsWithin(unit, on).length > 0) return undefined;
  return reject('case/unknown-unit', `There is no unit ${unit} on ${on}.`, '/unit');
}

/** Of a response that the caller may not read, it is not told whether there is one. */
async function refuseResponse(
  ports: FeedbackPorts,
  { response }: OpenCaseAsked,
  { context: { tenant }, asking }: FeedbackEnvelope,
): Promise<Rejection | undefined> {
  if (response === undefined) return undefined;
  const stream = customerResponseStream(tenant, response);
  const { state } = await ports.transactor.load(customerResponseAggregate, stream);
  if (state.stage !== 'none' && refusalToRead(ports, asking, state) === undefined) return undefined;
  return reject('case/unknown-response', 'There is no response with this id.', '/response');
}
