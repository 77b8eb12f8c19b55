import type { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { reveal } from '@plumbline/privacy';
import { callerOf, rejected, sendAt, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import { CasesQuery, type CasesAnswer, type CasesQuestion } from '../cases.queries.ts';
import type { FeedbackPorts } from '../feedback.ports.ts';

interface Asks {
  readonly bus: QueryBus;
  readonly ports: FeedbackPorts;
}

/** Asks on behalf of a request. */
export async function askCases(
  { bus, ports }: Asks,
  exchange: Exchange,
  { asOf, effectiveAt }: TimesDto,
  question: CasesQuestion,
): Promise<CasesAnswer> {
  const asking = callerOf(exchange);
  const reading = createReading(ports.access, asking);
  // Whether one may stand in for another at all does not hang on what there is to be seen.
  const stranger = reading.refusal('service-level/read', {}, 'cases');
  if (stranger !== undefined) throw rejected(stranger);
  const times = timesOf(exchange.request, { asOf, effectiveAt });
  const answer = await bus.execute(new CasesQuery(asking.tenant, question, times, reading));
  if (answer.refused !== undefined) throw rejected(answer.refused);
  return answer;
}

/** What people wrote is opened here, after the permission check. */
export async function answerCases(
  { ports }: Asks,
  { by, reply }: Exchange,
  { position }: CasesAnswer,
  body: object,
) {
  const revealed = (await reveal(ports.sealer, by.tenant, body)) as object;
  return sendAt(reply, { position, ...revealed });
}
