import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { createReading, type Reading } from '@plumbline/access';
import { isRejection, reject, type Rejection } from '@plumbline/kernel';
import { Asks, callerOf, CurrentExchange, rejected, sendAt, timesOf } from '@plumbline/web';
import type { Exchange } from '@plumbline/web';
import { analyticsPorts, type AnalyticsPorts } from '../analytics.ports.ts';
import { PerformanceQuery, weightsOf, type PerformanceQuestion } from '../performance.queries.ts';
import { weightsDefault } from '../rating/performance.ts';
import { PerformanceQueryDto } from './performance.dto.ts';

/** How somebody, or a unit, performs, part by part: to talk about, and nobody's rating. */
@Controller()
export class PerformanceController {
  constructor(
    @Inject(QueryBus) private readonly bus: QueryBus,
    @Inject(analyticsPorts) private readonly ports: AnalyticsPorts,
  ) {}

  @Get('performance')
  @Asks('performance/read')
  async performance(@Query() query: PerformanceQueryDto, @CurrentExchange() exchange: Exchange) {
    const asking = callerOf(exchange);
    const of = whose(query, asking.onBehalfOf ?? asking.sub);
    if (isRejection(of)) throw rejected(of);
    const reading = createReading(this.ports.access, asking);
    const refused = refusalOf(reading, of);
    if (refused !== undefined) throw rejected(refused);
    const { from, until, asOf, effectiveAt } = query;
    const weights = query.weights === undefined ? weightsDefault : weightsOf(query.weights);
    const times = timesOf(exchange.request, { asOf, effectiveAt });
    const question = { of, from, until, weights };
    const answer = await this.bus.execute(
      new PerformanceQuery(asking.tenant, question, times, reading),
    );
    if (isRejection(answer)) throw rejected(answer);
    await reading.recorded();
    const { position, performance, suppressed } = answer;
    return sendAt(exchange.reply, {
      ...{ position, person: null, unit: null, ...of, from, until },
      index: performance.index,
      parts: performance.parts.map((one) => {
        return { ...one, suppressed: suppressed[one.part] ?? null };
      }),
    });
  }
}

function whose(
  { person, unit }: PerformanceQueryDto,
  me: string,
): PerformanceQuestion['of'] | Rejection {
  if (person !== undefined && unit === undefined) return { person: person === 'me' ? me : person };
  if (unit !== undefined && person === undefined) return { unit };
  const detail = 'Give either a person or a unit.';
  return reject('request/invalid-parameter', detail, unit === undefined ? '?person' : '?unit');
}

function refusalOf(reading: Reading, of: PerformanceQuestion['of']): Rejection | undefined {
  if ('person' in of) {
    const [about, record] = [{ owner: `person:${of.person}` }, `performance:${of.person}`];
    if (reading.sees('performance/read-own', about, record)) return undefined;
    return reading.refusal('performance/read', about, record);
  }
  const about = { owner: `unit:${of.unit}` };
  return reading.refusal('performance/read-unit', about, `performance:${of.unit}`);
}
