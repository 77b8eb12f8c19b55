import { refusalOf } from '@plumbline/access';
import type { TransactReceipt } from '@plumbline/event-log';
import { reject, type Rejection } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import type { CustomerResponseCommand } from './customer-response/customer-response.commands.ts';
import { shareOf } from './customer-response/customer-response.shares.ts';
import type { CustomerResponse } from './customer-response/customer-response.ts';
import type { KnownResponse } from './customer-response/customer-response.ts';
import { aboutShares, refusalOfAll, refusalOfAny, refusalToRead } from './customers.permission.ts';
import { customerResponseAggregate } from './facts.ts';
import { askedOf, type FeedbackEnvelope, type FeedbackPorts } from './feedback.ports.ts';
import { customerResponseStream } from './feedback.streams.ts';

export function transactCustomerResponse(
  ports: FeedbackPorts,
  command: CustomerResponseCommand,
  envelope: FeedbackEnvelope,
): Promise<TransactReceipt | Rejection> {
  const { context, asking } = envelope;
  return ports.transactor.transact(customerResponseAggregate, {
    stream: customerResponseStream(context.tenant, command.responseId),
    command,
    ...askedOf(envelope),
    permit: (response) => refusal(ports, asking, command, response),
  });
}

function refusal(
  ports: FeedbackPorts,
  asking: Asking | undefined,
  command: CustomerResponseCommand,
  response: CustomerResponse,
): Rejection | undefined {
  if (asking === undefined) return undefined;
  if (command.type === 'RecordResponse') {
    const about = aboutShares(command.attribution ?? []);
    const refused = refusalOfAny(ports, asking, 'response/record', about);
    if (refused !== undefined || command.attribution === undefined) return refused;
    return refusalOfAny(ports, asking, 'response/attribute', about);
  }
  if (response.stage === 'none') return undefined;
  const refused = refusalOfChange(ports, asking, command, response);
  // What does not hang on the response, as that nobody lent them the right, is told to everybody.
  if (refused === undefined || !refused.code.startsWith('permission/response-')) return refused;
  // Who may neither change nor read it is not told that it is there.
  return refusalToRead(ports, asking, response) === undefined ? refused : notThere;
}

const notThere = reject('response/not-found', 'There is no response with this id.');

function refusalOfChange(
  ports: FeedbackPorts,
  asking: Asking,
  command: Exclude<CustomerResponseCommand, { type: 'RecordResponse' }>,
  response: KnownResponse,
): Rejection | undefined {
  const { shares } = response;
  const about = aboutShares(shares);
  switch (command.type) {
    case 'AttributeResponse': {
      const all = [...about, ...aboutShares(command.shares)];
      return refusalOfAny(ports, asking, 'response/attribute', all);
    }
    case 'DisputeAttribution': {
      const refused = refusalToRead(ports, asking, response);
      const owner = `person:${command.by}`;
      return refused ?? refusalOf(ports, asking, 'response/dispute', { owner });
    }
    case 'SettleAttribution': {
      const owner = `person:${command.person}`;
      return refusalOf(ports, asking, 'response/settle', { owner }) ?? refuseHolder(asking, shares);
    }
    case 'CloseLoop':
      return refusalOfAll(ports, asking, 'response/close', about);
    case 'WithdrawResponse':
      return refusalOfAny(ports, asking, 'response/record', about);
  }
}

/** Neither a delegate nor the one whom they stand in for may have a share in what they settle. */
function refuseHolder({ onBehalfOf }: Asking, shares: KnownResponse['shares']) {
  if (onBehalfOf === undefined || shareOf(shares, onBehalfOf) === 0) return undefined;
  const detail = 'Somebody settles it who has no share in the response themselves.';
  return reject('response/settled-on-own-record', detail, '/by');
}
