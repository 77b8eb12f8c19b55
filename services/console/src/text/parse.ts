/**
 * Reads a number that a person typed: digits, one decimal point, a sign, an exponent. A comma is
 * refused rather than guessed at, as it means a decimal here and a thousand there.
 */
export function readNumber(text: string): number | undefined {
  const trimmed = text.trim().replace('\u2212', '-');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(trimmed)) return undefined;
  const value = Number(trimmed);
  return Number.isFinite(value) ? value : undefined;
}

/** Confidence and score are typed as a percentage and sent as a share. */
export function readPercent(text: string): number | undefined {
  const value = readNumber(text.replace(/%\s*$/, ''));
  if (value === undefined || value < 0 || value > 100) return undefined;
  return Number((value / 100).toPrecision(12));
}

export const numberRemedy = 'Type a number like 1200.5, without commas.';
export const percentRemedy = 'Type a percentage from 0 to 100.';
