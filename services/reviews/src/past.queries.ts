import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, type Position } from '@plumbline/kernel';
import { findWhere, type AskedTimes, type FoundBy, type PageRequest } from '@plumbline/views';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { pastCycle, type PastCycle } from './views/past-cycle.ts';
import { pastReviewSheet, type PastReviewSheet } from './views/past-review-sheet.ts';

export interface PastFilter {
  readonly person?: string;
  readonly cycle?: string;
}

/** What can be asked of reviews that were finished elsewhere. */
export type PastQuestion =
  | { readonly ask: 'past-reviews'; readonly filter: PastFilter; readonly page: PageRequest }
  | { readonly ask: 'past-review'; readonly pastReviewId: string }
  | { readonly ask: 'past-cycle'; readonly cycle: string };

export interface PastAnswer {
  readonly position: Position | null;
  readonly reviews?: readonly PastReviewSheet[];
  readonly cycle?: PastCycle;
  readonly next?: string;
}

/** Every question on past reviews goes over the bus in this one envelope. */
export class PastQuery extends Query<PastAnswer> {
  constructor(
    readonly tenant: string,
    readonly question: PastQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(PastQuery)
export class PastQueryHandler implements IQueryHandler<PastQuery> {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async execute(query: PastQuery): Promise<PastAnswer> {
    const answer = await this.#answer(query);
    await query.reading.recorded();
    return answer;
  }

  async #answer({ tenant, question, times, reading }: PastQuery): Promise<PastAnswer> {
    const { views } = this.ports;
    if (question.ask === 'past-cycle') {
      const reader = await views.of(pastCycle, tenant, times);
      return { position: reader.position, ...present({ cycle: await reader.get(question.cycle) }) };
    }
    const reader = await views.of(pastReviewSheet, tenant, times);
    const { position } = reader;
    const sees = ({ subject, pastReviewId }: PastReviewSheet): boolean => {
      const [about, record] = [{ owner: `person:${subject}` }, `past-review:${pastReviewId}`];
      const isOwn = reading.sees('past-review/read-own', about, record);
      return isOwn || reading.sees('past-review/read', about, record);
    };
    if (question.ask === 'past-review') {
      const sheet = await reader.get(question.pastReviewId);
      return { position, reviews: sheet === undefined || !sees(sheet) ? [] : [sheet] };
    }
    const { filter, page } = question;
    const wanted = async (sheet: PastReviewSheet): Promise<boolean> => {
      const isOfCycle = filter.cycle === undefined || sheet.cycle === filter.cycle;
      return isOfCycle && sees(sheet);
    };
    const { docs: reviews, next } = await findWhere(reader, foundBy(filter), page, wanted);
    return { position, reviews, ...present({ next }) };
  }
}

function foundBy({ person, cycle }: PastFilter): FoundBy {
  if (person !== undefined) return { index: 'subject', value: person };
  return cycle === undefined ? 'all' : { index: 'cycle', value: cycle };
}
