import { segmentedScore, scoreOf } from '@plumbline/scoring';
import type { Rating, Ratings, RulePack, ScoredPart, Segment } from '@plumbline/scoring';
import { answeredByAll, groupsOf } from './review.groups.ts';
import type { LiveReview, Section } from './review.state.ts';
import type { ItemRating, Role, Scored } from './review.ts';

/** Which part of the rule pack a rating of the template feeds. */
export interface Feeding {
  readonly role: Role;
  readonly item: string;
  readonly part: string;
}

/** What a score is made of, besides the review itself. */
export interface Rules {
  readonly pack: RulePack;
  readonly packHash: string;
  readonly feeding: readonly Feeding[];
  /** What was measured and not judged, of the evidence that was pinned. */
  readonly measured: Ratings;
  /** The id of the fact that an act of this review made first. */
  readonly factOf: (act: string) => string;
}

/**
 * The score of a review: each manager's part of the period by its days, and in each what all of
 * them share, the own section, peers, and what was measured.
 */
export function scoreReview(review: LiveReview, rules: Rules): Scored {
  const { pack, packHash } = rules;
  const segments = segmentsOf(review, rules);
  const score = segmentedScore(pack, segments);
  const { days } = score;
  const shown = {
    ...{ packHash, basis: review.inputs, days, scale: pack.result.scale },
    parts: partsOf(pack, segments),
    segments: segments.map((one) => ({ days: one.days, ratings: sorted(one.ratings) })),
  };
  if (score.kind === 'not-rated') return { ...shown, total: null, cause: score.cause, leaves: [] };
  return { ...shown, total: score.total, leaves: score.leaves };
}

/**
 * The parts of the period. One of which its manager rated nothing is left out with its days where
 * the template asks managers for ratings: what others gave does not speak for it.
 */
export function segmentsOf(review: LiveReview, rules: Rules): readonly Segment[] {
  const shared = sharedRatings(review, rules);
  const asksManagers = rules.feeding.some(({ role }) => role === 'manager');
  return review.segments.map((segment) => {
    const own = managersRatings(review, segment, rules);
    const isLeftOut = asksManagers && Object.keys(own).length === 0;
    return { days: segment.days, ratings: isLeftOut ? {} : together([shared, own]) };
  });
}

function managersRatings(
  { sections }: LiveReview,
  { manager, sealed }: LiveReview['segments'][number],
  rules: Rules,
): Ratings {
  if (sealed !== undefined) return fedBy('manager', sealed.ratings, sealed.source, rules);
  const section = sections[`manager:${manager}`];
  return section === undefined ? {} : ratingsOf(section, rules);
}

function sharedRatings(review: LiveReview, rules: Rules): Ratings {
  const { enough, together: asOne } = groupsOf(review);
  const of = (roles: readonly Role[]) =>
    Object.values(review.sections).filter(({ role }) => roles.includes(role));
  // In the order of their facts: the same ratings are the same score, whoever came first.
  const counted = [...of(['self', ...enough]), ...alike(of(asOne), rules)];
  return together([rules.measured, ...counted.map((section) => ratingsOf(section, rules))]);
}

/** Of groups that go together only what is shown, and counted in one part, whichever the role. */
function alike(sections: readonly Section[], { feeding }: Rules): readonly Section[] {
  const roles = [...new Set(sections.map(({ role }) => role))];
  const rated = answeredByAll(sections.map(({ ratings }) => ratings.map(({ item }) => item)));
  const counted = rated.filter((item) => {
    const parts = roles.map((role) => partFed(feeding, role, item));
    return parts.every((part) => part === parts[0]);
  });
  return sections.map(({ ratings, ...section }) => {
    return { ...section, ratings: ratings.filter(({ item }) => counted.includes(item)) };
  });
}

function partFed(feeding: readonly Feeding[], role: Role, item: string): string | undefined {
  return feeding.find((one) => one.role === role && one.item === item)?.part;
}

function ratingsOf({ role, ratings, act }: Section, rules: Rules): Ratings {
  return fedBy(role, ratings, act, rules);
}

function fedBy(
  role: Role,
  ratings: readonly ItemRating[],
  act: string,
  { feeding, factOf }: Rules,
): Ratings {
  const fed: Record<string, Rating[]> = {};
  for (const { item, rating } of ratings) {
    const part = partFed(feeding, role, item);
    if (part !== undefined) (fed[part] ??= []).push({ rating, fact: factOf(act) });
  }
  return fed;
}

function together(all: readonly Ratings[]): Ratings {
  const parts = new Set(all.flatMap((one) => Object.keys(one)));
  const entries = [...parts].toSorted().map((part) => {
    const ratings = all.flatMap((one) => one[part] ?? []);
    const order = (one: Rating, other: Rating) =>
      one.fact === other.fact ? 0 : one.fact < other.fact ? -1 : 1;
    return [part, ratings.toSorted(order)] as const;
  });
  return Object.fromEntries(entries);
}

/** Parts over all segments that were rated, by their days; rounded, for reading alone. */
function partsOf(pack: RulePack, segments: readonly Segment[]): readonly ScoredPart[] {
  const rated = segments.filter(({ days, ratings }) => days > 0 && Object.keys(ratings).length > 0);
  const scored = rated.map(({ days, ratings }) => ({ days, ...scoreOf(pack, ratings) }));
  return Object.keys(pack.parts).map((part) => {
    const there = scored.flatMap(({ days, parts }) => {
      const one = parts.find((own) => own.part === part);
      if (one === undefined || one.share === null) return [];
      return [{ days, share: one.share, weight: one.weight }];
    });
    const days = there.reduce((sum, one) => sum + one.days, 0);
    const mean = (of: (one: (typeof there)[number]) => number) =>
      Math.round(there.reduce((sum, one) => sum + (of(one) * one.days) / days, 0));
    if (days === 0) return { part, share: null, weight: null };
    const isWeighed = there.every(({ weight }) => weight !== null);
    return {
      ...{ part, share: mean(({ share }) => share) },
      weight: isWeighed ? mean(({ weight }) => weight ?? 0) : null,
    };
  });
}

function sorted(ratings: Ratings): Scored['segments'][number]['ratings'] {
  const all = Object.entries(ratings).flatMap(([part, of]) =>
    of.map(({ rating }) => ({ part, rating })),
  );
  return all.toSorted((one, other) =>
    one.part === other.part ? one.rating - other.rating : one.part < other.part ? -1 : 1,
  );
}
