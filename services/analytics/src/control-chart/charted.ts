import {
  fivePointPlaces,
  meanScore,
  netPromoterPlaces,
  netPromoterScore,
  proportion,
  sevenPointPlaces,
  totalOf,
} from '@plumbline/statistics';
import type { Figure } from '@plumbline/statistics';

/**
 * What a chart is of. `score` is the figure of a question that customers were asked, and
 * `bottom-share` the share of those who answered it at its lower end; `sla-attainment` is the
 * share of cases, of those opened in a period, in which a promise was kept.
 */
export type Charted =
  | {
      readonly figure: 'score' | 'bottom-share';
      readonly metric: string;
      readonly scale: Scale;
    }
  | {
      readonly figure: 'sla-attainment';
      readonly clock: 'firstResponse' | 'resolution';
      /** By its id; null: all cases. */
      readonly serviceLevel: string | null;
    };

/** Whole numbers, both within. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/**
 * The answers of a period in as few groups as its figure tells apart, so that two counts that are
 * shown differ by no more answers than their groups do. Of a net promoter score: detractors,
 * passives, promoters; of a share: the others, then those that it is of; of a mean: the answers of
 * each place of the scale.
 */
export type Groups = readonly number[];

/** A figure with its interval of 0.95, where it has one. */
export interface BoundedFigure extends Figure {
  readonly low: number | null;
  readonly high: number | null;
}

type Shape = 'net' | 'share' | 'mean';

/** Whether a chart of proportions can be drawn of it. */
export function isShare(charted: Charted): boolean {
  return shapeOf(charted) === 'share';
}

/** The lower end is known of the scales that have an upper one. */
export function hasBottom({ metric, scale }: ChartedQuestion): boolean {
  return metric === 'nps' || namedTop(metric, scale) !== undefined;
}

type ChartedQuestion = Extract<Charted, { readonly metric: string }>;

/** The groups of answers that are counted by place of the scale, from its lowest. */
export function groupsOf(charted: ChartedQuestion, scores: readonly number[]): Groups {
  const { metric, scale } = charted;
  const from = (place: number) => totalOf(scores.slice(place));
  const split = (place: number) => [from(0) - from(place), from(place)];
  if (charted.figure === 'bottom-share') {
    const [bottom = 0, others = 0] = split(bottomPlaces(metric, scale));
    return [others, bottom];
  }
  if (metric === 'nps') {
    return [
      from(0) - from(passivePlace),
      from(passivePlace) - from(promoterPlace),
      from(promoterPlace),
    ];
  }
  const top = namedTop(metric, scale);
  return top === undefined ? scores : split(places(scale) - top);
}

export function figureOf(charted: Charted, groups: Groups): BoundedFigure {
  const definition = definitionOf(charted);
  switch (shapeOf(charted)) {
    case 'net': {
      const { value, n, low, high } = netPromoterScore(definition, netScores(groups));
      return { value, n, definition, low, high };
    }
    case 'share': {
      const { value, n, low, high } = proportion(definition, groups[1] ?? 0, totalOf(groups));
      return { value, n, definition, low, high };
    }
    case 'mean': {
      const min = 'scale' in charted ? charted.scale.min : 0;
      const { value, n, low, high } = meanScore(definition, min, groups);
      return { value, n, definition, low, high };
    }
  }
}

/** The formula of the figure, and its version. */
export function definitionOf(charted: Charted): string {
  if (charted.figure === 'sla-attainment') {
    return charted.clock === 'firstResponse' ? 'sla-first-response@1' : 'sla-resolution@1';
  }
  if (charted.figure === 'bottom-share') return 'bottom-share@1';
  const { metric, scale } = charted;
  if (metric === 'nps') return 'nps@1';
  if (namedTop(metric, scale) === undefined) return 'mean-score@1';
  if (metric === 'csat') return 'csat@1';
  return metric === 'ces' ? 'ces-2.0@1' : 'favourable@1';
}

function shapeOf(charted: Charted): Shape {
  if (charted.figure !== 'score') return 'share';
  if (charted.metric === 'nps') return 'net';
  return namedTop(charted.metric, charted.scale) === undefined ? 'mean' : 'share';
}

/** Detractors answer 0 to 6, promoters 9 and 10. */
const passivePlace = 7;
const promoterPlace = 9;

/** How many places at its upper end a scale counts as good; undefined where none is agreed on. */
function namedTop(metric: string, scale: Scale): number | undefined {
  if (metric === 'nps' || scale.min !== 1) return undefined;
  if (metric === 'ces') return scale.max === sevenPointPlaces ? 3 : undefined;
  return scale.max === fivePointPlaces ? 2 : undefined;
}

function bottomPlaces(metric: string, scale: Scale): number {
  return metric === 'nps' ? passivePlace : (namedTop(metric, scale) ?? 0);
}

function places({ min, max }: Scale): number {
  return max - min + 1;
}

/** The answers of a group are all the same to the score. */
function netScores([detractors = 0, passives = 0, promoters = 0]: Groups): readonly number[] {
  const scores = Array.from({ length: netPromoterPlaces }, () => 0);
  return scores.with(0, detractors).with(passivePlace, passives).with(promoterPlace, promoters);
}
