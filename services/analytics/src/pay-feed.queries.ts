import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Position, Rejection } from '@plumbline/kernel';
import type { AskedTimes, PageRequest } from '@plumbline/views';
import { analyticsPorts, type AnalyticsPorts } from './analytics.ports.ts';
import { payFeed, type PayFeed } from './rating/pay.ts';
import { noCycle } from './review-figures.reading.ts';
import { reviewCycleTerms, type CycleStage } from './views/review-cycle-terms.ts';
import { reviewStanding } from './views/review-standing.ts';

export interface PayFeedPage extends PayFeed {
  readonly position: Position | null;
  readonly stage: CycleStage;
  readonly next?: string;
}

export class PayFeedQuery extends Query<PayFeedPage | Rejection> {
  constructor(
    readonly tenant: string,
    readonly cycle: string,
    readonly page: PageRequest,
    readonly times: AskedTimes,
    /** Who asks, and whom they stand in for. */
    readonly askers: readonly string[],
  ) {
    super();
  }
}

const releasedStages: readonly CycleStage[] = ['released', 'closed'];

/** Reads how reviews stand, and nothing that any figure or scenario has made of them. */
@QueryHandler(PayFeedQuery)
export class PayFeedQueryHandler implements IQueryHandler<PayFeedQuery> {
  constructor(@Inject(analyticsPorts) private readonly ports: AnalyticsPorts) {}

  async execute(query: PayFeedQuery): Promise<PayFeedPage | Rejection> {
    const { tenant, cycle, page, times, askers } = query;
    const cycles = await this.ports.views.of(reviewCycleTerms, tenant, times);
    const terms = await cycles.get(cycle);
    if (terms === undefined) return noCycle(cycle);
    const standings = await this.ports.views.of(reviewStanding, tenant, times);
    const { docs, next } = await standings.find({ index: 'cycle', value: cycle }, page);
    const feed = payFeed(
      docs.map(({ doc }) => doc),
      releasedStages.includes(terms.stage),
      askers,
    );
    const more = next === undefined ? {} : { next };
    return { ...feed, position: standings.position, stage: terms.stage, ...more };
  }
}
