import { clampShare, figure, type Figure } from './figure.ts';

/** Share of a span that has passed, within 0 and 1. Start and end in ms; end after start. */
export function elapsedShare(span: { start: number; end: number }, now: number): number {
  return clampShare((now - span.start) / (span.end - span.start));
}

/** Pace = attainment − elapsed share: above 0 ahead of the calendar, below 0 behind it. */
export function pace(progress: Figure, span: { start: number; end: number }, now: number): Figure {
  const value = progress.value === null ? null : progress.value - elapsedShare(span, now);
  return figure('pace@1', value, progress.n);
}

/**
 * Brier score: mean of (confidence − outcome)², from 0 (every forecast right and certain) to 1
 * (every one wrong and certain); a constant 0.5 gives 0.25. Brier, G. W. (1950), Verification of
 * forecasts expressed in terms of probability, Monthly Weather Review 78(1), in its two-class
 * form, which is half of the original sum.
 *
 * Null without a forecast. Throws RangeError for a confidence outside 0 to 1.
 */
export function brierScore(
  forecasts: readonly { readonly confidence: number; readonly outcome: boolean }[],
): Figure {
  let sum = 0;
  for (const { confidence, outcome } of forecasts) {
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new RangeError('confidence must lie within 0 and 1');
    }
    sum += (confidence - Number(outcome)) ** 2;
  }
  const n = forecasts.length;
  return figure('brier@1', n === 0 ? null : sum / n, n);
}

/** A share counted from a whole: part / whole; null when the whole is empty. */
export function share(definition: string, part: number, whole: number): Figure {
  return figure(definition, whole === 0 ? null : part / whole, whole);
}
