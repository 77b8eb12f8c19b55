import type { Metric, MetricRelease, MetricReleaseSummary, ReleasedFigure } from '../api/types.ts';
import { amountText, kindOf } from '../customers/satisfaction-text.ts';
import { dayText, monthText } from './times.ts';

export type Formula = Metric['formula'];

export const formulaTexts: Readonly<Record<Formula, string>> = {
  'nps@1': 'Net promoter: the share of 9 and 10 less that of 0 to 6',
  'csat@1': 'Satisfaction: the share of 4 and 5, of 1 to 5',
  'ces-2.0@1': 'Effort: the share of 5 to 7, of 1 to 7',
  'favourable@1': 'Favourable: the share of 4 and 5, of 1 to 5',
  'mean-score@1': 'The mean on any scale',
  'participation@1': 'Participation: the share of those who were asked',
  'distribution@1': 'How often each option was chosen',
};

/** By what answers may be broken down. */
export const dimensionTexts: Readonly<Record<string, string>> = {
  location: 'Location',
  touchpoint: 'Touchpoint',
  channel: 'Channel',
  source: 'Source',
  day: 'Day',
  month: 'Month',
  unit: 'Unit',
  person: 'Person',
};

type Terms = Pick<Metric, 'formula' | 'question' | 'minN' | 'dimensions'>;

/** How a metric is counted, in one line. */
export function termsText({ formula, question, minN, dimensions }: Terms): string {
  const of = question === null ? 'of a question that the release names' : `of “${question}”`;
  const by =
    dimensions === null
      ? 'by whatever there is'
      : dimensions.length === 0
        ? 'not broken down'
        : `by ${dimensions.join(', ')}`;
  return `${formulaTexts[formula]}; ${of}; ${by}; nothing of fewer than ${minN}`;
}

/** How a metric stands, in one sentence. */
export function metricText({ version, ...terms }: Metric): string {
  return `The metric is at version ${version}: ${termsText(terms)}.`;
}

type Measured = Pick<MetricReleaseSummary, 'formula'>;

export function releasedAmount(value: number, { formula }: Measured, locale?: string): string {
  return amountText(value, kindOf({ definition: formula }), locale);
}

/** Bounds in words; a figure that is hidden, and the mean of one answer, have none. */
export function boundsText(
  { low, high }: Pick<ReleasedFigure, 'low' | 'high'>,
  of: Measured,
  locale?: string,
): string | undefined {
  if (low === null || high === null) return undefined;
  return `${releasedAmount(low, of, locale)} to ${releasedAmount(high, of, locale)}`;
}

/** Why nothing is shown of a group. */
export function suppressedText(
  suppressed: NonNullable<ReleasedFigure['suppressed']>,
  threshold: number,
): string {
  switch (suppressed) {
    case 'below-threshold':
      return `fewer than ${threshold} answers, or none`;
    case 'complementary':
      return `beside what is shown, it would give away a group of fewer than ${threshold}`;
    case 'overlap':
      return `it differs from a group that is shown by fewer than ${threshold} answers`;
    case 'across-releases':
      return 'beside earlier releases, it would give away the few that came or went since';
  }
}

type Names = ReadonlyMap<string, string | null>;

/** One segment, in words; `units` are the names of units. */
export function segmentText(dimension: string, segment: string, units: Names): string {
  if (dimension === 'unit') return units.get(segment) ?? segment;
  if (dimension === 'day') return dayText(segment);
  return dimension === 'month' ? monthText(segment) : segment;
}

export function ofText(of: ReleasedFigure['of'], units: Names): string {
  const said = Object.entries(of).map(([dimension, segment]) => {
    return segmentText(dimension, segment, units);
  });
  return said.length === 0 ? 'All answers' : said.join(' · ');
}

/** Figures of the same crossing of dimensions. */
export interface FigureSection {
  readonly title: string;
  readonly isRanked: boolean;
  readonly figures: readonly ReleasedFigure[];
}

/** All answers first, then each dimension, then their crossings; the best first where ranked. */
export function sectionsOf({ figures }: Pick<MetricRelease, 'figures'>): readonly FigureSection[] {
  const sections = new Map<string, ReleasedFigure[]>();
  for (const figure of figures) {
    const names = Object.keys(figure.of).map((one) => (dimensionTexts[one] ?? one).toLowerCase());
    const title = names.length === 0 ? 'All answers' : `By ${names.join(' and ')}`;
    sections.set(title, [...(sections.get(title) ?? []), figure]);
  }
  return [...sections].map(([title, of]) => ({
    ...{ title, isRanked: of.some(({ rank }) => rank !== null) },
    figures: of.toSorted((one, other) => placeOf(one) - placeOf(other)),
  }));
}

/** What is hidden comes last. The order of what has no rank stays, as it is that of names. */
function placeOf({ rank, suppressed }: ReleasedFigure): number {
  return suppressed === null ? (rank ?? 0) : Number.MAX_SAFE_INTEGER;
}

type Stated = Pick<NonNullable<MetricRelease['diff'][number]['before']>, 'value' | 'n'> | null;

/** A figure as a release had it; null: it was not shown. */
export function statedText(stated: Stated, of: Measured, locale?: string): string {
  if (stated === null) return 'not shown';
  const { value, n } = stated;
  return value === null ? `n = ${n}` : `${releasedAmount(value, of, locale)}, n = ${n}`;
}

/** Of shares in percentage points: a difference of per cents is not a per cent. */
export function differenceText(stated: Stated, of: Measured, locale?: string): string {
  if (stated === null) return 'cannot be told';
  const { value, n } = stated;
  const count = `n ${signedText(n, 0, locale)}`;
  if (value === null) return count;
  const isShare = kindOf({ definition: of.formula }) === 'share';
  const amount = isShare ? `${signedText(value * 100, 1, locale)} percentage points` : undefined;
  return `${amount ?? signedText(value, 2, locale)}, ${count}`;
}

function signedText(value: number, digits: number, locale?: string): string {
  const format = { maximumFractionDigits: digits, signDisplay: 'exceptZero' } as const;
  return new Intl.NumberFormat(locale, format).format(value).replace('-', '−');
}

/** The response that a stream of facts is of; undefined for another stream. */
export function responseOf(stream: string): string | undefined {
  return /^feedback\.customer-response-.*\.([0-9a-f-]{36})$/.exec(stream)?.[1];
}
