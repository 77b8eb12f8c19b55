import type { QueryBus } from '@nestjs/cqrs';
import { createReading } from '@plumbline/access';
import { callerOf, rejected, timesOf, type Exchange } from '@plumbline/web';
import type { TimesDto } from '@plumbline/web/shapes';
import type { AnalyticsPorts } from '../analytics.ports.ts';
import { ReleasesQuery } from '../releases.queries.ts';
import type { ReleasesAnswer, ReleasesQuestion } from '../releases.queries.ts';

interface Asks {
  readonly bus: QueryBus;
  readonly ports: AnalyticsPorts;
}

/** Asks on behalf of a request. */
export async function askReleases(
  { bus, ports }: Asks,
  exchange: Exchange,
  { asOf, effectiveAt }: TimesDto,
  question: ReleasesQuestion,
): Promise<ReleasesAnswer> {
  const asking = callerOf(exchange);
  const reading = createReading(ports.access, asking);
  const stranger = reading.refusal('release/read', {}, 'releases');
  if (stranger !== undefined) throw rejected(stranger);
  const times = timesOf(exchange.request, { asOf, effectiveAt });
  const answer = await bus.execute(new ReleasesQuery(asking.tenant, question, times, reading));
  if (answer.refused !== undefined) throw rejected(answer.refused);
  return answer;
}
