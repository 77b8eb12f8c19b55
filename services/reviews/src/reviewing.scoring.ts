import { createHash } from 'node:crypto';
import { canonicalJson } from '@plumbline/event-log';
import { derivedId, isRejection, reject, toInstant, type Rejection } from '@plumbline/kernel';
import { reviewAggregate, reviewStream } from './cycles.facts.ts';
import { clockCause, contextOf } from './reviewing.commanding.ts';
import { measuredFor } from './reviewing.evidence.ts';
import { isScored } from './review/review.counting.ts';
import { scoreReview, type Feeding } from './review/review.score.ts';
import type { LiveReview } from './review/review.state.ts';
import type { ReviewsPorts } from './reviews.ports.ts';
import { packOf, templateOf } from './settings.pins.ts';
import type { ReviewTemplate } from './template/template.ts';

const policy = 'score-what-is-written';

/** How often a score is worked out anew because somebody wrote in between. */
const scoreAttemptsMax = 5;

/**
 * Sees to it that the score of a review is of all that is written in it. Nothing is scored before
 * its manager has submitted, nor once ratings are compared. A score is a fact of its own, whose id
 * derives from what was scored: who asks twice at the same time makes one. It names nobody, and no
 * act that has led to it: that may be of one who was promised to stay unnamed.
 */
export async function scored(
  ports: ReviewsPorts,
  reviewId: string,
  tenant: string,
): Promise<Rejection | undefined> {
  const stream = reviewStream(tenant, reviewId);
  for (let attempt = 1; attempt <= scoreAttemptsMax; attempt += 1) {
    const { state: review } = await ports.transactor.load(reviewAggregate, stream);
    if (review.stage !== 'manager-submitted') return undefined;
    if (isScored(review)) return undefined;
    const refused = await scoreOnce(ports, review, tenant);
    if (refused === undefined || refused.code !== 'review/inputs-moved') return refused;
  }
  return reject('review/score-behind', 'Others write in this review just now. Ask again.');
}

async function scoreOnce(
  ports: ReviewsPorts,
  review: LiveReview,
  tenant: string,
): Promise<Rejection | undefined> {
  const { reviewId, inputs } = review;
  const stream = reviewStream(tenant, reviewId);
  const pack = await packOf(ports, tenant, review.pack);
  const template = await templateOf(ports, tenant, review.template);
  if (pack === undefined || template === undefined) {
    return reject('review/pins-missing', 'Its template or its rule pack is not there any more.');
  }
  const factOf = (act: string) => derivedId(tenant, stream, act, 0);
  const by = {
    ...{ template: template.template, pack: pack.pack, pinFact: factOf(review.pin.act) },
  };
  const result = scoreReview(review, {
    ...{ pack: pack.pack, packHash: pack.hash, factOf, feeding: feedingOf(template.template) },
    measured: await measuredFor(ports, tenant, review, by),
  });
  const now = toInstant(ports.clock.now());
  const about = [reviewId, inputs, contentOf(result)];
  const { act, ...context } = contextOf(policy, clockCause(tenant, policy), about, now);
  const answer = await ports.transactor.transact(reviewAggregate, {
    stream,
    command: { type: 'ScoreReview', act, reviewId, at: now, now, ...result },
    context,
  });
  return isRejection(answer) ? answer : undefined;
}

function contentOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** Which items feed which part. */
export function feedingOf({ sections }: ReviewTemplate): readonly Feeding[] {
  return sections.flatMap(({ role, items }) =>
    items.flatMap((item) => {
      const part = item.kind === 'rating' ? item.part : undefined;
      return part === undefined ? [] : [{ role, item: item.id, part }];
    }),
  );
}
