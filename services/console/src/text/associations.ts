import type { Association, Correlation } from '../api/types.ts';
import { amountText, kindOf } from '../customers/satisfaction-text.ts';
import { shareText } from './figures.ts';

/** A coefficient from −1 to 1. */
export function coefficientText(value: number | null, locale?: string): string {
  if (value === null) return 'not known';
  const format = { minimumFractionDigits: 2, maximumFractionDigits: 2 } as const;
  const text = new Intl.NumberFormat(locale, { ...format, signDisplay: 'exceptZero' }).format(
    value,
  );
  return text.replace('-', '−');
}

export function coefficientBoundsText({ low, high }: Correlation, locale?: string): string {
  if (low === null || high === null) return 'no interval';
  return `95% interval: ${coefficientText(low, locale)} to ${coefficientText(high, locale)}`;
}

/** What a coefficient says, and no more than that: where its interval holds 0, nothing is known. */
export function directionText({ value, low, high }: Correlation): string {
  if (value === null || low === null || high === null) {
    return 'It takes four units at least, which differ in both figures.';
  }
  if (low <= 0 && high >= 0) return 'The interval holds 0: there may be no association at all.';
  return value > 0
    ? 'Where the one is higher, the other tends to be higher.'
    : 'Where the one is higher, the other tends to be lower.';
}

type UnitFigure = Association['units'][number]['x'];

export function unitAmount(
  { value, definition }: Pick<UnitFigure, 'value' | 'definition'>,
  locale?: string,
): string {
  if (value === null) return 'no value';
  return isShare(definition)
    ? shareText(value, locale)
    : amountText(value, kindOf({ definition: definition }), locale);
}

/** Of what is held beside the satisfaction of customers: a share, and of whom. */
function isShare(definition: string): boolean {
  return /^(recognition-coverage|engagement-index)@/.test(definition);
}

export function unitBoundsText(figure: UnitFigure, locale?: string): string {
  const { low, high, definition } = figure;
  if (low === null || high === null) return 'no interval';
  const [from, to] = [low, high].map((value) => unitAmount({ value, definition }, locale));
  return `${from} to ${to}`;
}
