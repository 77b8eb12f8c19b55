import { mapGuarded, type Guarded } from '@plumbline/disclosure';
import { isRejection, reject, type Rejection } from '@plumbline/kernel';
import type { RulePack } from '@plumbline/scoring';
import { agreementOf, type Agreement, type RaterRating } from './rating/agreement.ts';
import { flatDimension, guardedGroups } from './rating/guarding.ts';
import type { Grouping, GuardedGroup } from './rating/guarding.ts';
import { guardedImpact, type GuardedImpact } from './rating/impact.ts';
import { nineBox, type NineBox } from './rating/nine-box.ts';
import type { RatedReview } from './rating/rated-review.ts';
import { moversOf, scenarioScores, type ScenarioScore } from './rating/scenario.ts';
import { severities, type RaterSeverity } from './rating/severity.ts';
import { shiftOf, spreadOf, type Shift, type Spread } from './rating/spread.ts';
import type { CycleRatings, RatedCycle } from './review-figures.reading.ts';

/** Figures over the reviews of a cycle. None is stored, and none is anybody's rating. */
export type Groups = Grouping<{ readonly subject: string }>;

export interface Distribution {
  /** Reviews that are in no figure: nobody has finalised them, or there is no rating. */
  readonly unrated: number;
  readonly groups: readonly GuardedGroup<Shift>[];
}

export function distribution(
  { rated, scale, about }: RatedCycle,
  groups: Groups,
  threshold: number,
): Distribution | Rejection {
  const shifts = guardedGroups(rated, groups, (some) => shiftOf(some, scale), threshold);
  if (isRejection(shifts)) return shifts;
  return { unrated: about.reviews - about.withheld - rated.length, groups: shifts };
}

/** Null where the template has no item for potential: nothing else is put in its place. */
export function nineBoxOf(
  { reviews, pack, template }: CycleRatings,
  item: string,
  threshold: number,
): Guarded<NineBox> | null | Rejection {
  const isAsked = template.ratingItems.some(({ role, id }) => role === 'manager' && id === item);
  if (!isAsked) return null;
  const scales = { performance: pack.result.scale, potential: template.scale };
  const whole = wholeOf(
    reviews,
    (some) => nineBox(some, item, scales),
    threshold,
    (review) => {
      return nineBox([review], item, scales).n === 1;
    },
  );
  return whole;
}

/** Of those that count alone it hangs whether there are enough. */
function wholeOf<Figure>(
  reviews: readonly RatedReview[],
  figureOf: (some: readonly RatedReview[]) => Figure,
  threshold: number,
  counts: (review: RatedReview) => boolean,
): Guarded<Figure> | Rejection {
  const grouping = { dimension: flatDimension('all', ['']), groupOf: () => '' };
  const counted = reviews.filter(counts);
  const groups = guardedGroups(counted, grouping, () => null, threshold);
  if (isRejection(groups)) return groups;
  const figure = groups[0]?.figure ?? ({ shown: false, reason: 'below-threshold' } as const);
  return mapGuarded(figure, () => figureOf(reviews));
}

export interface AgreementAnswer {
  readonly agreement: Agreement;
  /** Null where nobody is told who rated. */
  readonly severity: {
    readonly compared: readonly RaterSeverity[];
    /** Compared, and not told of one by one: of too few subjects, or no managers. */
    readonly hidden: number;
    readonly confounded: number;
  } | null;
}

/**
 * What several raters gave to the same part of a score; who they are is not told. What others than
 * the manager gave stands in each segment alike, and is of one. A part of several items would hold
 * one rater's answers beside each other, and call that agreement.
 */
export function partAgreement(
  { reviews, template }: CycleRatings,
  part: string,
): AgreementAnswer | Rejection {
  const [item, ...others] = template.ratingItems.filter((one) => one.part === part);
  if ((item?.role !== 'peer' && item?.role !== 'upward') || others.length > 0) {
    const detail =
      'Agreement is of a part that one item of peers, or of upward reviewers, counts for. ' +
      'Of others ask by item.';
    return reject('review-figures/part-not-of-raters', detail, '?part');
  }
  const given = reviews.filter(isLive).map(({ scored }) => {
    const rated = (scored?.segments ?? []).map(({ ratings }) =>
      ratings.flatMap((one) => (one.part === part ? [one.rating] : [])),
    );
    return rated.find((ratings) => ratings.length > 0) ?? [];
  });
  return { agreement: agreementOf(given), severity: null };
}

/**
 * What named raters gave to the same item. What people say of themselves is not among it. Managers
 * are told of one by one. Where peers or people from below rate the item, nobody is, under no name
 * whatever: who has rated how many would tell who it is, as soon as one review more or less counts.
 */
export function itemAgreement(
  { reviews }: CycleRatings,
  item: string,
  threshold: number,
): AgreementAnswer {
  const given = reviews.filter(isLive).flatMap(({ reviewId, sections }) =>
    sections.flatMap(({ role, by, ratings }) => {
      const own = role === 'self' ? undefined : ratings.find((one) => one.item === item);
      return own === undefined ? [] : [{ role, by, subject: reviewId, rating: own.rating }];
    }),
  );
  const areManagers = given.every(({ role }) => role === 'manager');
  const named = given.map(({ by, subject, rating }): RaterRating => ({
    subject,
    rater: by,
    rating,
  }));
  const bySubject = new Map<string, number[]>();
  for (const { subject, rating } of named) {
    bySubject.set(subject, [...(bySubject.get(subject) ?? []), rating]);
  }
  const { compared, confounded } = severities(named);
  const told = areManagers ? compared.filter(({ n }) => n >= threshold) : [];
  return {
    agreement: agreementOf([...bySubject.values()], named),
    severity: { compared: told, hidden: compared.length - told.length, confounded },
  };
}

/** What was withdrawn counts no more. */
function isLive({ stage }: RatedReview): boolean {
  return stage !== 'withdrawn';
}

/** Who is in which group, as it was given with the question. */
export type GroupOf = ReadonlyMap<string, string>;

export interface ImpactAnswer {
  /** Rated reviews of people in a group, and of people in none. */
  readonly n: number;
  readonly ungrouped: number;
  readonly before: GuardedImpact;
  readonly after: GuardedImpact;
}

export function impactOf(
  { rated }: RatedCycle,
  groupOf: GroupOf,
  atLeast: number,
  threshold: number,
): ImpactAnswer | Rejection {
  const outcomes = (of: 'before' | 'after') =>
    rated.flatMap((pair) => {
      const group = groupOf.get(pair.subject);
      return group === undefined ? [] : [{ group, isSelected: pair[of] >= atLeast }];
    });
  const before = guardedImpact(outcomes('before'), threshold);
  const after = guardedImpact(outcomes('after'), threshold);
  if (isRejection(before)) return before;
  if (isRejection(after)) return after;
  const n = outcomes('after').length;
  return { n, ungrouped: rated.length - n, before, after };
}

export interface ScenarioAnswer {
  readonly n: number;
  /** Reviews that were not scored, of which another pack makes nothing either. */
  readonly unscored: number;
  readonly actual: Guarded<Spread>;
  readonly instead: Guarded<Spread>;
  readonly movers: readonly ScenarioScore[];
  readonly impact: { readonly actual: GuardedImpact; readonly instead: GuardedImpact } | null;
}

export function scenarioOf(
  ratings: CycleRatings,
  pack: RulePack,
  fairness: { readonly groupOf: GroupOf; readonly atLeast: number } | null,
  threshold: number,
): ScenarioAnswer | Rejection {
  const reviews = ratings.reviews.filter(isLive);
  const scores = scenarioScores(reviews, pack);
  if (isRejection(scores)) return scores;
  const own = ratings.pack.result.scale;
  const spread = (of: 'actual' | 'instead', scale = own): Guarded<Spread> => {
    const given = scores.flatMap((score) => score[of] ?? []);
    if (given.length < threshold) return { shown: false, reason: 'below-threshold' };
    return { shown: true, value: spreadOf(given, scale), n: given.length };
  };
  const impact = fairness === null ? null : scenarioImpact(scores, fairness, threshold);
  if (isRejection(impact)) return impact;
  return {
    ...{ n: scores.length, unscored: reviews.length - scores.length },
    ...{ actual: spread('actual'), instead: spread('instead', pack.result.scale) },
    ...{ movers: moversOf(scores), impact },
  };
}

function scenarioImpact(
  scores: readonly ScenarioScore[],
  { groupOf, atLeast }: { readonly groupOf: GroupOf; readonly atLeast: number },
  threshold: number,
): ScenarioAnswer['impact'] | Rejection {
  const impact = (of: 'actual' | 'instead') =>
    guardedImpact(
      scores.flatMap((score) => {
        const [group, rating] = [groupOf.get(score.subject), score[of]];
        return group === undefined || rating === null
          ? []
          : [{ group, isSelected: rating >= atLeast }];
      }),
      threshold,
    );
  const [actual, instead] = [impact('actual'), impact('instead')];
  if (isRejection(actual)) return actual;
  return isRejection(instead) ? instead : { actual, instead };
}

/** Who is in which group; a person who is in two is in none, and is refused by name. */
export function groupsOf(
  groups: readonly { readonly group: string; readonly people: readonly string[] }[],
): GroupOf | Rejection {
  const groupOf = new Map<string, string>();
  for (const [at, { group, people }] of groups.entries()) {
    for (const person of people) {
      if (groupOf.has(person)) {
        const detail = `${person} is there twice. Each person is in one group.`;
        return reject('review-figures/person-twice', detail, `/groups/${at}/people`);
      }
      groupOf.set(person, group);
    }
  }
  return groupOf;
}
