import { thresholdDefault, type Dimension } from '@plumbline/disclosure';
import { isRejection, reject, type Position, type Rejection } from '@plumbline/kernel';
import type { Organization } from '@plumbline/organization';
import { segmentedScore, type Ratings, type RulePack } from '@plumbline/scoring';
import { comparedGroups, type ComparedGroup, type Scale } from './counterfactual/comparison.ts';
import { comparedWith, type Compared, type Instead } from './counterfactual/counterfactual.ts';
import { lastRating, waterfallTotals } from './counterfactual/trail.ts';
import type { Trail, TrailDecision, WaterfallTotal } from './counterfactual/trail.ts';
import type { Pin } from './cycle/cycle.ts';
import type { CalibrationRow } from './views/calibration-row.ts';

/** What a session has changed, or what would hold in its place. */
export interface CalibrationFigures {
  /** Reviews that the figures are of. */
  readonly n: number;
  /** Reviews that have not come in, or of which nothing is rated. */
  readonly unrated: number;
  readonly scale: Scale;
  /** Null where so few reviews are shown to nobody. */
  readonly waterfall: readonly WaterfallTotal[] | null;
  /** From what its manager left, or from what would hold instead, to what holds. */
  readonly groups: readonly ComparedGroup[];
  /** One by one, for those who may read each of them. */
  readonly reviews: readonly (Compared & { readonly subject: string })[] | null;
}

export interface FiguresOf {
  readonly sessionId: string;
  readonly rows: readonly CalibrationRow[];
  readonly organization: Organization;
  /** As people were in units then. */
  readonly pin: Pin;
  readonly instead: Instead | null;
  readonly sight: Sight;
}

/**
 * What a caller may read of: each review to its end, each one as the session left it, or many of
 * them together, as the session left them.
 */
export type Sight = 'reviews' | 'session' | 'groups';

export function figuresOf(asked: FiguresOf): CalibrationFigures | Rejection {
  const { rows, instead, sight } = asked;
  const rated = rows.flatMap((row) => {
    const trail = trailOf(row, asked);
    return trail === undefined ? [] : [{ row, trail }];
  });
  const trails = rated.map(({ trail }) => trail);
  const compared = instead === null ? asItWas(trails) : comparedWith(trails, instead);
  const scale = rated[0]?.row.score?.scale ?? { min: 0, max: 1_000_000 };
  const placed = groupsOf(asked);
  const pairs = rated.flatMap(({ row }, at) => {
    const { actual: after = 0, instead: before = null } = compared[at] ?? {};
    return before === null ? [] : [{ before, after, groups: placed.of(row) }];
  });
  const threshold = sight === 'groups' ? thresholdDefault : null;
  const groups = comparedGroups(pairs, scale, placed.dimensions, threshold);
  if (isRejection(groups)) return groups;
  const isShown = groups[0]?.comparison.shown === true;
  return {
    ...{ n: pairs.length, unrated: rows.length - pairs.length, scale, groups },
    waterfall: isShown ? waterfallTotals(trails) : null,
    reviews:
      sight === 'groups'
        ? null
        : compared.map((one, at) => ({ ...one, subject: rated[at]?.row.subject ?? '' })),
  };
}

/** What another rule pack makes of each review; of another scale nothing can be compared. */
export function scoresUnder(
  pack: RulePack,
  rows: readonly CalibrationRow[],
): Readonly<Record<string, number | null>> | Rejection {
  const scored: (readonly [string, number | null])[] = [];
  for (const { reviewId, score } of rows) {
    if (score === null) continue;
    const { min, max } = pack.result.scale;
    if (score.scale.min !== min || score.scale.max !== max) return unfit();
    if (!score.segments.every(({ ratings }) => ratings.every((one) => fits(pack, one)))) {
      return unfit();
    }
    const segments = score.segments.map(({ days, ratings }) => ({
      days,
      ratings: byPart(ratings),
    }));
    const result = segmentedScore(pack, segments);
    scored.push([reviewId, result.kind === 'scored' ? result.total : null]);
  }
  return Object.fromEntries(scored);
}

type PartRating = { readonly part: string; readonly rating: number };

/** A part that the other pack does not have counts for nothing in it. */
function fits({ parts }: RulePack, { part, rating }: PartRating): boolean {
  const other = Object.hasOwn(parts, part) ? parts[part] : undefined;
  if (other === undefined || other.kind !== 'rated') return true;
  return rating >= other.scale.min && rating <= other.scale.max;
}

function byPart(ratings: readonly PartRating[]): Ratings {
  const parts: Record<string, { rating: number; fact: string }[]> = {};
  for (const { part, rating } of ratings) (parts[part] ??= []).push({ rating, fact: '' });
  return parts;
}

function unfit(): Rejection {
  const detail = 'The rule pack is for another scale. Name one that rates on the same.';
  return reject('calibration-session/pack-does-not-fit', detail, '?pack');
}

/**
 * A member sees what the session came to, and not what became of it. So does who reads of many
 * together: what changes later is of one person, who would be seen in the difference.
 */
function trailOf(row: CalibrationRow, { sessionId, sight }: FiguresOf): Trail | undefined {
  const { reviewId, before: manager, decisions, entered } = row;
  const entry = entered[sessionId];
  if (entry === undefined || manager === null) return undefined;
  if (sight === 'reviews') return { reviewId, manager, decisions };
  const isOwn = (one: TrailDecision) => one.stage === 'calibrated' && one.sessionId === sessionId;
  const until = entry.decisions + decisions.filter(isOwn).length;
  return { reviewId, manager, decisions: decisions.slice(0, until) };
}

function asItWas(trails: readonly Trail[]): readonly Compared[] {
  return trails.map((trail) => {
    const { reviewId, manager: instead } = trail;
    return { reviewId, actual: lastRating(trail), instead };
  });
}

const nowhere = '(none)';

/** Units as they were when the cycle was launched, and who answers for each review. */
function groupsOf({ rows, organization, pin }: FiguresOf) {
  const [on, known] = [pin.asOf.slice(0, 10), pin.position as Position];
  const unitOf = new Map(
    rows.map(({ subject }) => [subject, organization.unitOf(subject, on, known) ?? nowhere]),
  );
  const units = new Map<string, string | null>([[nowhere, null]]);
  for (const unit of unitOf.values()) {
    let below = unit;
    if (unit === nowhere) continue;
    for (const above of organization.unitsAbove(unit, on, known)) {
      units.set(below, above);
      below = above;
    }
    units.set(below, null);
  }
  const managers = new Map(rows.map(({ manager }) => [manager ?? nowhere, null]));
  const dimensions: readonly Dimension[] = [
    { name: 'unit', parents: units },
    { name: 'manager', parents: managers },
  ];
  const of = ({ subject, manager }: CalibrationRow) => {
    return [unitOf.get(subject) ?? nowhere, manager ?? nowhere];
  };
  return { dimensions, of };
}
