import { createReading } from '@plumbline/access';
import type { QueryBus } from '@nestjs/cqrs';
import { codeOf } from '@plumbline/organization';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { CustomersQuery } from '../customers.queries.ts';
import type { CustomersAnswer, CustomersQuestion } from '../customers.queries.ts';
import type { FeedbackPorts } from '../feedback.ports.ts';

interface Asks {
  readonly bus: QueryBus;
  readonly ports: FeedbackPorts;
}

/** Asks on behalf of a request. */
export async function askCustomers(
  { bus, ports }: Asks,
  exchange: Exchange,
  { asOf, effectiveAt }: TimesDto,
  question: CustomersQuestion,
): Promise<CustomersAnswer> {
  const asking = callerOf(exchange);
  const reading = createReading(ports.access, asking);
  // Whether one may stand in for another at all does not hang on what there is to be seen.
  const stranger = reading.refusal('response/read', {}, 'customers');
  if (stranger !== undefined && stranger.code !== codeOf('response/read')) throw rejected(stranger);
  const times = timesOf(exchange.request, { asOf, effectiveAt });
  const answer = await bus.execute(new CustomersQuery(asking.tenant, question, times, reading));
  return answer;
}

/** What people wrote is opened here, after the permission check. */
export async function revealed<Value>(
  { sealer }: FeedbackPorts,
  { by }: Exchange,
  value: Value,
): Promise<Value> {
  return (await reveal(sealer, by.tenant, value)) as Value;
}
