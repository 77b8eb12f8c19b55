import { Inject, Injectable } from '@nestjs/common';
import { NotFound, present, reject, type Position } from '@plumbline/kernel';
import { PositionUnknown } from '@plumbline/views';
import { callerOf, ProblemError, rejected, timesOf, type Exchange } from '@plumbline/web';
import { pointIn, Replay, type Replayed } from '../replay.ts';
import type { SeenReview } from '../reviewing.queries.ts';
import { listenerOf, type Listener } from '../story.ts';
import { shownTo } from '../views/review-shown.ts';
import type { DifferenceDto, PointDto } from './replay.dto.ts';
import { meOf, ReviewingAsking } from './reviewing.asking.ts';

/** Replays a review for a request: only one that the caller may see, and no more of it. */
@Injectable()
export class ReplayAsking {
  constructor(
    @Inject(ReviewingAsking) private readonly reviewing: ReviewingAsking,
    @Inject(Replay) private readonly replay: Replay,
  ) {}

  /** At a point of the log, or at the end of a revision. */
  async at(exchange: Exchange, reviewId: string, query: PointDto): Promise<Replayed> {
    const { asOf, effectiveAt, revision } = query;
    if (revision !== undefined && asOf !== undefined) {
      const detail = 'Name a revision or a point of the log, and not both.';
      throw rejected(reject('review/two-points', detail, '?revision'));
    }
    if (revision === undefined) {
      return this.#replayed(exchange, reviewId, present({ asOf, effectiveAt }));
    }
    // Who may not see it, or only writes in it, is not told how many revisions there are.
    const { seen } = await this.#seen(exchange, reviewId, {});
    const { isOwnOnly } = shownTo(seen.sheet, seen.eyes, meOf(exchange));
    if (isOwnOnly) throw new NotFound('Revisions of the review are not for you.');
    const ended = await this.#ended(exchange, reviewId, revision);
    return this.#replayed(exchange, reviewId, present({ asOf: ended, effectiveAt }));
  }

  /** At a point as a parameter of a difference has it: a revision, or a point of the log. */
  async atPoint(
    exchange: Exchange,
    reviewId: string,
    query: DifferenceDto,
    name: keyof DifferenceDto,
  ): Promise<Replayed> {
    const point = pointIn(query[name]);
    if ('revision' in point) return this.at(exchange, reviewId, point);
    try {
      return await this.at(exchange, reviewId, point);
    } catch (cause) {
      throw ofParameter(name, cause);
    }
  }

  /** To whom the story is told, by the review as it stands now. */
  async listener(exchange: Exchange, reviewId: string, { eyes, me }: Replayed): Promise<Listener> {
    const { record } = await this.replay.record(tenantOf(exchange), reviewId, {});
    if (record.review.stage === 'none') throw notFound();
    return listenerOf(eyes, me, record.review, record.items);
  }

  async #ended(exchange: Exchange, reviewId: string, revision: number): Promise<string> {
    return this.replay.positionOf(tenantOf(exchange), reviewId, { revision });
  }

  async #replayed(
    exchange: Exchange,
    reviewId: string,
    times: { readonly asOf?: string; readonly effectiveAt?: string },
  ): Promise<Replayed> {
    const { seen, position } = await this.#seen(exchange, reviewId, times);
    const { effectiveAt } = timesOf(exchange.request, times);
    const until = position === null ? {} : { asOf: position };
    const tenant = tenantOf(exchange);
    const { record } = await this.replay.record(tenant, reviewId, {
      ...{ ...until, ...present({ effectiveAt }) },
    });
    return { tenant, me: meOf(exchange), ...seen, record, position };
  }

  async #seen(
    exchange: Exchange,
    reviewId: string,
    times: { readonly asOf?: string; readonly effectiveAt?: string },
  ): Promise<{ readonly seen: SeenReview; readonly position: Position | null }> {
    const answer = await this.reviewing.ask(exchange, times, { ask: 'review', reviewId });
    const [seen] = answer.reviews ?? [];
    if (seen === undefined) throw notFound();
    return { seen, position: answer.position };
  }
}

/** Where the point is read it goes by the name of `asOf`, which the caller has not sent. */
function ofParameter(name: keyof DifferenceDto, cause: unknown): unknown {
  const isTime = cause instanceof ProblemError && cause.errors[0]?.field === '?asOf';
  if (!isTime && !(cause instanceof PositionUnknown)) return cause;
  const remedy =
    'Send a revision of the review, as in 1, or an instant or a day that has begun, or a ' +
    'position of this log.';
  const rule = isTime ? (cause.errors[0]?.rule ?? 'instant') : 'position';
  return new ProblemError(cause.code, `${name}: ${remedy}`, [{ field: `?${name}`, rule, remedy }]);
}

function tenantOf(exchange: Exchange): string {
  return callerOf(exchange).tenant;
}

const notFound = () => new NotFound('There is no such review at this point.');
