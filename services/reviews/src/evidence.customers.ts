import { customerEffort, customerSatisfaction, fivePointPlaces } from '@plumbline/statistics';
import { meanScore, netPromoterPlaces, netPromoterScore } from '@plumbline/statistics';
import { displayTier, sevenPointPlaces } from '@plumbline/statistics';
import type { DisplayTier, Estimate } from '@plumbline/statistics';
import type { Line, Placed } from './evidence.lines.ts';
import type { ResponseEvidence } from './views/evidence-responses.ts';

/** A figure as it is shown: of too few answers nothing is told but how many they are. */
export interface ShownFigure extends CustomerFigure {
  readonly tier: DisplayTier;
}

/** As figures of customers are shown everywhere: to nobody more, also where it may be scored. */
export function shownFigure(figure: CustomerFigure): ShownFigure {
  const tier = displayTier(figure.n);
  if (tier !== 'hidden') return { ...figure, tier };
  return { ...figure, tier, value: null, low: null, high: null, share: null, counts: [] };
}

/** What customers answered to one question about somebody's work. */
export interface CustomerFigure extends Estimate {
  readonly metric: string;
  readonly scale: AnswerScale;
  /** How often each score was given, the lowest first. No count is 0. */
  readonly counts: readonly (readonly [score: number, count: number])[];
  /** How far the value is on its way from worst to best; null as the value is. */
  readonly share: number | null;
}

interface AnswerScale {
  readonly min: number;
  readonly max: number;
}

export interface CustomerEvidence {
  /** Responses that count for the subject. */
  readonly responses: number;
  /** Those of which a share is disputed: they are nobody's until that is settled. */
  readonly disputed: number;
  /** In the order of their names and scales. */
  readonly figures: readonly CustomerFigure[];
  /** The newest fact of each response that counts, in the order of the log. */
  readonly counted: readonly Placed<ResponseEvidence>[];
}

/** What customers' responses come to for a person. Counts are pooled; each response counts once. */
export function customersOf(lines: readonly Line[], subject: string): CustomerEvidence {
  const newest = lines.flatMap(newestOf);
  const theirs = newest.filter(({ type, data }) => {
    const isCounted = type !== 'feedback.ResponseWithdrawn.v1';
    return isCounted && data.shares.some(({ of }) => of === `person:${subject}`);
  });
  const counted = theirs
    .filter(({ data }) => data.openDisputes === 0)
    .toSorted((a, b) => (a.position < b.position ? -1 : 1));
  const disputed = theirs.length - counted.length;
  return { responses: counted.length, disputed, figures: figuresOf(counted), counted };
}

/** As each response of a line reads by its last fact. */
function newestOf({ source, facts }: Line): readonly Placed<ResponseEvidence>[] {
  if (source !== 'customers') return [];
  const responses = new Map<string, Placed<ResponseEvidence>>();
  for (const fact of facts as readonly Placed<ResponseEvidence>[]) {
    responses.set(fact.data.responseId, fact);
  }
  return [...responses.values()];
}

function figuresOf(counted: readonly Placed<ResponseEvidence>[]): readonly CustomerFigure[] {
  const questions = new Map<string, Question>();
  for (const { data } of counted) {
    for (const { metric, scale, score } of data.counted.answers) {
      if (score === null) continue;
      const name = `${metric} ${scale.min}..${scale.max}`;
      const known = questions.get(name) ?? { metric, scale, counts: new Map<number, number>() };
      known.counts.set(score, (known.counts.get(score) ?? 0) + 1);
      questions.set(name, known);
    }
  }
  return [...questions]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([, question]) => figureOf(question));
}

interface Question {
  readonly metric: string;
  readonly scale: AnswerScale;
  readonly counts: Map<number, number>;
}

function figureOf({ metric, scale, counts }: Question): CustomerFigure {
  const { min, max } = scale;
  const places = Array.from({ length: max - min + 1 }, (_, at) => counts.get(min + at) ?? 0);
  const { value, n, definition, low, high, share } = measured(metric, scale, places);
  const sorted = [...counts].toSorted(([a], [b]) => a - b);
  return { metric, scale, value, n, definition, low, high, share, counts: sorted };
}

/** By the formula that is meant for the metric on its scale; else it is the mean of the scores. */
function measured(
  metric: string,
  { min, max }: AnswerScale,
  places: readonly number[],
): Estimate & Pick<CustomerFigure, 'share'> {
  if (metric === 'nps' && min === 0 && max === netPromoterPlaces - 1) {
    const figure = netPromoterScore('nps@1', places);
    return { ...figure, share: figure.value === null ? null : (figure.value + 100) / 200 };
  }
  if (metric === 'csat' && min === 1 && max === fivePointPlaces) {
    const figure = customerSatisfaction(places);
    return { ...figure, share: figure.value };
  }
  if (metric === 'ces' && min === 1 && max === sevenPointPlaces) {
    const figure = customerEffort(places);
    return { ...figure, share: figure.value };
  }
  const figure = meanScore('mean-score@1', min, places);
  const share = figure.value === null || max === min ? null : (figure.value - min) / (max - min);
  return { ...figure, share };
}
