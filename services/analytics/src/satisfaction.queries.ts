import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import type { AskedTimes } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { askSatisfaction, refuseReader } from './satisfaction.figures.ts';
import type { SatisfactionAnswer, SatisfactionQuestion } from './satisfaction.figures.ts';

/** Every question on satisfaction goes over the bus in this one envelope. */
export class SatisfactionQuery extends Query<SatisfactionAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: SatisfactionQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(SatisfactionQuery)
export class SatisfactionQueryHandler implements IQueryHandler<SatisfactionQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: SatisfactionQuery): Promise<SatisfactionAnswer> {
    const { tenant, question, times, reading } = query;
    const refused = refuseReader(question, reading);
    if (refused !== undefined) return { position: null, refused };
    const answer = await askSatisfaction(this.ports, tenant, question, times, reading);
    await reading.recorded();
    return answer;
  }
}
