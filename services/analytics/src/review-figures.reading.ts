import { reject, type Position, type Rejection } from '@plumbline/kernel';
import type { RulePack } from '@plumbline/scoring';
import { everyOf, type AskedTimes } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import type { PinnedVersion, RatedReview } from './rating/rated-review.ts';
import { rulePackOf } from './review-figures.pack.ts';
import { reviewCycleTerms, type ReviewCycleTerms } from './views/review-cycle-terms.ts';
import { rulePackTerms, settingKey, templateTerms } from './views/review-settings.ts';
import type { TemplateTerms } from './views/review-settings.ts';
import { reviewStanding } from './views/review-standing.ts';

/** A cycle of more reviews has no figures over all of them in one answer. */
export const cycleReviewsMax = 50_000;

/** All that figures over a cycle are worked out from, at one position. */
export interface CycleRatings {
  readonly position: Position | null;
  readonly cycle: ReviewCycleTerms;
  readonly pack: RulePack;
  readonly template: TemplateTerms;
  readonly reviews: readonly RatedReview[];
}

export async function cycleRatings(
  ports: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  cycleId: string,
  times: AskedTimes,
): Promise<CycleRatings | Rejection> {
  const cycles = await ports.views.of(reviewCycleTerms, tenant, times);
  const cycle = await cycles.get(cycleId);
  if (cycle === undefined) return noCycle(cycleId);
  const templates = await ports.views.of(templateTerms, tenant, times);
  const template = await templates.get(settingKey(cycle.template.id, cycle.template.version));
  const pack = await packOf(ports, tenant, cycle.pack, times);
  if (template === undefined || pack === undefined) return noCycle(cycleId);
  const standings = await ports.views.of(reviewStanding, tenant, times);
  const reviews: RatedReview[] = [];
  for await (const { doc } of everyOf(standings, { index: 'cycle', value: cycleId })) {
    reviews.push(doc);
    if (reviews.length > cycleReviewsMax) {
      const detail = `Figures are of at most ${cycleReviewsMax} reviews of a cycle.`;
      return reject('review-figures/too-many-reviews', detail, '?cycle');
    }
  }
  return { position: standings.position, cycle, pack, template, reviews };
}

export async function packOf(
  ports: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  { id, version }: Pick<PinnedVersion, 'id' | 'version'>,
  times: AskedTimes,
): Promise<RulePack | undefined> {
  const packs = await ports.views.of(rulePackTerms, tenant, times);
  const published = await packs.get(settingKey(id, version));
  return published === undefined ? undefined : rulePackOf(published);
}

export function noCycle(cycleId: string): Rejection {
  return reject('review-cycle/not-found', `There is no review cycle ${cycleId}.`, '?cycle');
}
