import type { TransactReceipt } from '@plumbline/event-log';
import type { Rejection } from '@plumbline/kernel';
import { remindersAggregate, remindersStream } from './due.facts.ts';
import type { IssueReminder } from './reminders/reminders.ts';
import { askedOf, type ReviewsEnvelope, type ReviewsPorts } from './reviews.ports.ts';

/** Of a policy alone: nobody asks for reminders, and so nobody is permitted to. */
export function transactReminder(
  { transactor }: ReviewsPorts,
  command: IssueReminder,
  envelope: ReviewsEnvelope,
): Promise<TransactReceipt | Rejection> {
  const stream = remindersStream(envelope.context.tenant, command.person);
  return transactor.transact(remindersAggregate, { stream, command, ...askedOf(envelope) });
}
