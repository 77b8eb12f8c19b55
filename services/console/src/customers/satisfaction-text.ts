import type { Breakdown, SatisfactionLine, SatisfactionRow, Score } from '../api/types.ts';
import { numberText, shareText } from '../text/figures.ts';
import { dayText, monthText } from '../text/times.ts';

/** The questions that everybody means the same by. */
export const metricTexts: Readonly<Record<string, string>> = {
  nps: 'Net promoter (NPS)',
  csat: 'Satisfaction (CSAT)',
  ces: 'Effort (CES)',
};

export const breakdownTexts: Readonly<Record<Breakdown, string>> = {
  location: 'Location',
  touchpoint: 'Touchpoint',
  channel: 'Channel',
  day: 'Day',
  month: 'Month',
  unit: 'Unit',
};

export const tierTexts: Readonly<Record<SatisfactionLine['tier'], string>> = {
  hidden: 'Hidden',
  indicative: 'Indicative',
  firm: 'Firm',
};

export const tierMeanings: Readonly<Record<SatisfactionLine['tier'], string>> = {
  hidden: 'Too few answers, or it would give away another row: nothing is shown.',
  indicative: 'Fewer than 30 answers: read the interval, not the value.',
  firm: '30 answers or more.',
};

/** Points from −100 to 100, a share of the upper answers, or the mean on a scale. */
export type ScoreKind = 'points' | 'share' | 'mean';

export function kindOf({ definition }: Pick<Score, 'definition'>): ScoreKind {
  if (/^e?nps@/.test(definition)) return 'points';
  return definition.startsWith('mean-score@') ? 'mean' : 'share';
}

/** What a score and its interval are told from. */
export type Scored = Pick<Score, 'value' | 'low' | 'high' | 'definition'>;

export const kindMeanings: Readonly<Record<ScoreKind, string>> = {
  points: 'points: the share of promoters less that of detractors',
  share: 'of the answers are among the upper ones of the scale',
  mean: 'the mean of the answers',
};

const pointDigitsMax = 1;

function pointsText(points: number, locale?: string): string {
  const digits = { maximumFractionDigits: pointDigitsMax, signDisplay: 'exceptZero' } as const;
  // A minus sign and not a hyphen: it is read as one, and is as wide as a plus.
  return new Intl.NumberFormat(locale, digits).format(points).replace('-', '−');
}

/** An amount of a kind in words. */
export function amountText(amount: number, kind: ScoreKind, locale?: string): string {
  if (kind === 'points') return pointsText(amount, locale);
  return kind === 'share' ? shareText(amount, locale) : numberText(round(amount), locale);
}

function round(mean: number): number {
  return Number(mean.toFixed(2));
}

export function scoreText(score: Scored, locale?: string): string {
  const { value } = score;
  return value === null ? 'no value' : amountText(value, kindOf(score), locale);
}

/** Bounds in words; the mean of a single answer has none. */
export function intervalText(score: Scored, locale?: string): string | undefined {
  const { low, high } = score;
  if (low === null || high === null) return undefined;
  const kind = kindOf(score);
  return `${amountText(low, kind, locale)} to ${amountText(high, kind, locale)}`;
}

/** From where to where a bar is drawn, and from which value on. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly base: number;
}

export function rangeOf(
  kind: ScoreKind,
  scale: { readonly min: number; readonly max: number } | null,
): Range {
  if (kind === 'points') return { min: -100, max: 100, base: 0 };
  if (kind === 'share' || scale === null) return { min: 0, max: 1, base: 0 };
  return { ...scale, base: scale.min };
}

/** Where a value stands in a range, as a percentage of its width. */
export function placeOf(value: number, { min, max }: Range): number {
  if (max <= min) return 0;
  return ((Math.min(Math.max(value, min), max) - min) / (max - min)) * 100;
}

export function rankText(rank: number | null): string {
  return rank === null ? '–' : `${rank}`;
}

export function answersText(n: number, asked: number | null): string {
  const answers = `${n} ${n === 1 ? 'answer' : 'answers'}`;
  return asked === null || asked === n ? answers : `${answers} of ${asked} asked`;
}

/** With how many answered; where some did not, of how many. */
export function sizeText(n: number, asked: number | null): string {
  return asked === null || asked === n ? `n = ${n}` : `n = ${n}, of ${asked} who were asked`;
}

type NoAnswers = NonNullable<SatisfactionLine['noAnswer']>;

const causeTexts: Readonly<Record<keyof NoAnswers, string>> = {
  blank: 'Left blank',
  'not-applicable': 'Does not apply',
  'do-not-know': 'Does not know',
  declined: 'Declined to say',
  dismissed: 'Closed the question',
};

export interface CauseLine {
  readonly cause: string;
  readonly label: string;
  readonly count: number;
}

/** Causes that there were, the most frequent first. */
export function causesOf(noAnswer: NoAnswers): readonly CauseLine[] {
  return Object.entries(causeTexts)
    .map(([cause, label]) => ({ cause, label, count: noAnswer[cause as keyof NoAnswers] }))
    .filter(({ count }) => count > 0)
    .toSorted((one, other) => other.count - one.count);
}

/** What a row is of, in words; `names` are those of units. */
export function rowText(
  of: SatisfactionRow['of'],
  by: Breakdown,
  names: ReadonlyMap<string, string | null>,
  locale?: string,
): string {
  if (of === null) return by === 'location' ? 'No location named' : 'None named';
  if (by === 'unit') return names.get(of) ?? of;
  if (by === 'day') return dayText(of, locale);
  return by === 'month' ? monthText(of, locale) : of;
}
