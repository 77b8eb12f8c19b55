import { reject, type Day, type Position, type Rejection } from '@plumbline/kernel';
import type { RulePack } from '@plumbline/scoring';
import { everyOf, type AskedTimes } from '@plumbline/views';
import type { AnalyticsPorts } from './analytics.ports.ts';
import { isKeptFrom, ratingAfter, ratingBefore } from './rating/rated-review.ts';
import type { PinnedVersion, RatedReview } from './rating/rated-review.ts';
import type { RatedTwice, RatingScale } from './rating/spread.ts';
import { rulePackOf } from './review-figures.pack.ts';
import { pastRating, type PastRating } from './views/past-rating.ts';
import { reviewCycleTerms } from './views/review-cycle-terms.ts';
import type { CycleStage, ReviewCycleTerms } from './views/review-cycle-terms.ts';
import { rulePackTerms, settingKey, templateTerms } from './views/review-settings.ts';
import type { TemplateTerms } from './views/review-settings.ts';
import { reviewStanding } from './views/review-standing.ts';

/** A cycle of more reviews has no figures over all of them in one answer. */
export const cycleReviewsMax = 50_000;

/** Ratings of a cycle, whoever has held it: counted without what they are made of. */
export interface RatedCycle {
  readonly position: Position | null;
  readonly about: CycleAbout;
  readonly scale: RatingScale;
  /** Of each who is rated; of the others there is none. */
  readonly rated: readonly RatedPair[];
}

export interface CycleAbout {
  /** Its id; or its name, of one that was finished elsewhere. */
  readonly cycle: string;
  /** Null of one that was finished elsewhere, as pack and template are. */
  readonly stage: CycleStage | null;
  readonly period: { readonly from: Day; readonly to: Day };
  readonly pack: string | null;
  readonly template: string | null;
  readonly reviews: number;
  /** Of these, those of who asks that are not shared with them: they are in no figure. */
  readonly withheld: number;
}

export interface RatedPair extends RatedTwice {
  readonly subject: string;
}

/** All that figures over a cycle are worked out from, at one position. */
export interface CycleRatings extends RatedCycle {
  readonly pack: RulePack;
  readonly template: TemplateTerms;
  readonly reviews: readonly RatedReview[];
}

export async function cycleRatings(
  ports: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  cycleId: string,
  times: AskedTimes,
  askers: readonly string[],
): Promise<CycleRatings | Rejection> {
  const cycles = await ports.views.of(reviewCycleTerms, tenant, times);
  const cycle = await cycles.get(cycleId);
  if (cycle === undefined) return noCycle(cycleId);
  const templates = await ports.views.of(templateTerms, tenant, times);
  const template = await templates.get(settingKey(cycle.template.id, cycle.template.version));
  const pack = await packOf(ports, tenant, cycle.pack, times);
  if (template === undefined || pack === undefined) return noCycle(cycleId);
  const standings = await ports.views.of(reviewStanding, tenant, times);
  const all: RatedReview[] = [];
  for await (const { doc } of everyOf(standings, { index: 'cycle', value: cycleId })) {
    all.push(doc);
    if (all.length > cycleReviewsMax) return tooMany('?cycle');
  }
  // Who reads the rest one by one would know it from any figure that it is in.
  const reviews = all.filter((review) => !isKeptFrom(review, askers));
  const about = aboutOf(cycle, all.length, all.length - reviews.length);
  const { scale } = pack.result;
  const rated = ratedPairs(reviews);
  return { position: standings.position, about, scale, rated, pack, template, reviews };
}

function aboutOf(
  { cycleId, stage, period, pack, template }: ReviewCycleTerms,
  reviews: number,
  withheld: number,
): CycleAbout {
  return {
    ...{ cycle: cycleId, stage, period, pack: settingKey(pack.id, pack.version) },
    ...{ template: settingKey(template.id, template.version), reviews, withheld },
  };
}

/** Reviews that a human has finalised, before and after calibration; of others nothing counts. */
function ratedPairs(reviews: readonly RatedReview[]): readonly RatedPair[] {
  return reviews.flatMap((review) => {
    const { subject } = review;
    const [before, after] = [ratingBefore(review), ratingAfter(review)];
    return before === null || after === null ? [] : [{ subject, before, after }];
  });
}

/** A cycle that was finished elsewhere: nobody has compared its ratings here. */
export async function pastRatings(
  ports: Pick<AnalyticsPorts, 'views'>,
  tenant: string,
  name: string,
  times: AskedTimes,
): Promise<RatedCycle | Rejection> {
  const reader = await ports.views.of(pastRating, tenant, times);
  const past: PastRating[] = [];
  for await (const { doc } of everyOf(reader, { index: 'cycle', value: name })) {
    past.push(doc);
    if (past.length > cycleReviewsMax) return tooMany('?pastCycle');
  }
  const [first] = past;
  if (first === undefined) {
    const detail = `No cycle ${name} was brought in.`;
    return reject('review-cycle/not-found', detail, '?pastCycle');
  }
  const { scale } = first;
  if (past.some((one) => one.scale.min !== scale.min || one.scale.max !== scale.max)) {
    const detail = 'It has ratings on several scales, which are not counted together.';
    return reject('review-figures/several-scales', detail, '?pastCycle');
  }
  const days = past.flatMap(({ from, to }) => [from, to]).toSorted();
  const period = { from: days[0] ?? first.from, to: days.at(-1) ?? first.to };
  const rated = past.flatMap(({ person, rating }) =>
    rating === null ? [] : [{ subject: person, before: rating, after: rating }],
  );
  const unknown = { stage: null, pack: null, template: null };
  const about = { cycle: name, period, ...unknown, reviews: past.length, withheld: 0 };
  return { position: reader.position, about, scale, rated };
}

function tooMany(field: string): Rejection {
  const detail = `Figures are of at most ${cycleReviewsMax} reviews of a cycle.`;
  return reject('review-figures/too-many-reviews', detail, field);
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
