import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Reading } from '@plumbline/access';
import { present, toInstant, type Position } from '@plumbline/kernel';
import type { Asking } from '@plumbline/organization';
import { findWhere, untilOf, type AskedTimes, type PageRequest } from '@plumbline/views';
import { reviewStream } from './cycles.facts.ts';
import { calibratorsOf } from './reviewing.calibrators.ts';
import { concernedIn, eyesOf, standsInBelow } from './reviewing.permission.ts';
import { isOwedBy, ownPartIn, type OwnPart } from './reviewing.writing.ts';
import { isWriting, type LiveReview } from './review/review.state.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import { cycleSheet, type CycleSheet } from './views/cycle-sheet.ts';
import { reviewSheet, type ReviewSheet } from './views/review-sheet.ts';
import type { Eye } from './views/review-shown.ts';

/** By whom reviews are found: whom they are about, who is to write, who answers, or their cycle. */
export interface ReviewFilter {
  readonly by: 'subject' | 'owing' | 'manager' | 'cycle';
  readonly value: string;
  /** Of those, the ones of this cycle alone. */
  readonly cycle?: string;
}

/** What can be asked of cycles and reviews. */
export type ReviewingQuestion =
  | { readonly ask: 'cycles'; readonly page: PageRequest; readonly stage?: string }
  | { readonly ask: 'cycle'; readonly cycleId: string }
  | { readonly ask: 'reviews'; readonly filter: ReviewFilter; readonly page: PageRequest }
  | { readonly ask: 'review'; readonly reviewId: string };

/** A review, and with which eyes the caller may see it. */
export interface SeenReview {
  readonly sheet: ReviewSheet;
  readonly eyes: readonly Eye[];
  /** What they may write in it now; of an earlier point, and in lists, it is not told. */
  readonly writes?: OwnPart | null;
}

export interface ReviewingAnswer {
  readonly position: Position | null;
  readonly cycles?: readonly CycleSheet[];
  readonly reviews?: readonly SeenReview[];
  readonly next?: string;
}

/** Every question on cycles and reviews goes over the bus in this one envelope. */
export class ReviewingQuery extends Query<ReviewingAnswer> {
  constructor(
    readonly asking: Asking,
    readonly question: ReviewingQuestion,
    readonly times: AskedTimes,
    readonly reading: Reading,
  ) {
    super();
  }
}

@QueryHandler(ReviewingQuery)
export class ReviewingQueryHandler implements IQueryHandler<ReviewingQuery> {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  async execute(query: ReviewingQuery): Promise<ReviewingAnswer> {
    const answer = await this.#answer(query);
    await query.reading.recorded();
    return answer;
  }

  async #answer(query: ReviewingQuery): Promise<ReviewingAnswer> {
    const { question } = query;
    switch (question.ask) {
      case 'cycles':
        return this.#cycles(query, question.page, question.stage);
      case 'cycle': {
        const { tenant } = query.asking;
        const reader = await this.ports.views.of(cycleSheet, tenant, query.times);
        const sheet = await reader.get(question.cycleId);
        return { position: reader.position, cycles: sheet === undefined ? [] : [sheet] };
      }
      case 'reviews':
        return this.#reviews(query, question.filter, question.page);
      case 'review':
        return this.#review(query, question.reviewId);
    }
  }

  async #cycles({ asking, times }: ReviewingQuery, page: PageRequest, stage?: string) {
    const reader = await this.ports.views.of(cycleSheet, asking.tenant, times);
    const by = stage === undefined ? ('all' as const) : { index: 'stage', value: stage };
    const { docs, next } = await reader.find(by, page);
    const cycles = docs.map(({ doc }) => doc);
    return { position: reader.position, cycles, ...present({ next }) };
  }

  /** As they stood at the point that is asked for; who may see them, as they stand now. */
  async #reviews(query: ReviewingQuery, filter: ReviewFilter, page: PageRequest) {
    const { by, value, cycle } = filter;
    const { asking, times } = query;
    const { views } = this.ports;
    const reader = await views.of(reviewSheet, asking.tenant, times);
    const isEarlier = times.asOf !== undefined || times.effectiveAt !== undefined;
    const standing = isEarlier ? await views.of(reviewSheet, asking.tenant, {}) : reader;
    const seen = new Map<string, SeenReview>();
    const isOwed = by === 'owing' ? await this.#owed(query) : undefined;
    const found = await findWhere(reader, { index: by, value }, page, async (sheet) => {
      const { reviewId, cycleId } = sheet.review;
      if (cycle !== undefined && cycleId !== cycle) return false;
      if (isOwed !== undefined && !(await isOwed(sheet.review))) return false;
      const now = isEarlier ? ((await standing.get(reviewId)) ?? sheet) : sheet;
      const eyes = await this.#eyes(query, now);
      if (eyes.length > 0) seen.set(reviewId, { sheet, eyes });
      return eyes.length > 0;
    });
    const { next } = found;
    return { position: reader.position, reviews: [...seen.values()], ...present({ next }) };
  }

  /** One review at an earlier point is folded from its own stream; it need not replay the log. */
  async #review(query: ReviewingQuery, reviewId: string): Promise<ReviewingAnswer> {
    const { asking, times } = query;
    const { views } = this.ports;
    const { readAfter, ...earlier } = times;
    const reader = await views.of(reviewSheet, asking.tenant, present({ readAfter }));
    const now = await reader.get(reviewId);
    const eyes = now === undefined ? [] : await this.#eyes(query, now);
    if (now === undefined || eyes.length === 0) return { position: reader.position };
    if (earlier.asOf === undefined && earlier.effectiveAt === undefined) {
      const writes = await this.#writes(query, now.review);
      return { position: reader.position, reviews: [{ sheet: now, eyes, writes }] };
    }
    const streams = [reviewStream(asking.tenant, reviewId)];
    const { doc, position } = await views.fold(reviewSheet, reviewId, streams, earlier);
    return { position, reviews: doc === undefined ? [] : [{ sheet: doc, eyes }] };
  }

  async #writes({ asking, times }: ReviewingQuery, review: LiveReview): Promise<OwnPart | null> {
    const { views, clock } = this.ports;
    if (!isWriting(review)) return null;
    const { readAfter } = times;
    const cycles = await views.of(cycleSheet, asking.tenant, present({ readAfter }));
    const cycle = await cycles.get(review.cycleId);
    if (cycle === undefined) return null;
    const now = toInstant(clock.now());
    return ownPartIn(this.ports, review, asking, { stage: cycle.stage, now });
  }

  /**
   * The view has who is to write by the review alone. Where its cycle has gone on, or they may not,
   * nothing is owed: what a review says that they may write is asked here as well.
   */
  async #owed({ asking, times }: ReviewingQuery) {
    const { views, clock } = this.ports;
    const cycles = await views.of(cycleSheet, asking.tenant, times);
    const now = toInstant(untilOf(times, clock.now()));
    return async (review: LiveReview): Promise<boolean> => {
      const stage = (await cycles.get(review.cycleId))?.stage;
      return stage !== undefined && isOwedBy(this.ports, review, asking, { stage, now });
    };
  }

  async #eyes({ asking, reading }: ReviewingQuery, { review }: ReviewSheet) {
    const now = toInstant(this.ports.clock.now());
    if (standsInBelow(this.ports, asking, review.subject, now)) return [];
    const calibrators = await calibratorsOf(this.ports, asking.tenant, review);
    const concerned = concernedIn(review, calibrators);
    return eyesOf(reading, concerned, asking, `review:${review.reviewId}`);
  }
}
