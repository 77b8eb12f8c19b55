/**
 * Numbers without rounding: a share of a mean of a third part stays what it is, so that the parts
 * of a score are the score, to the last digit.
 */
export interface Rational {
  readonly top: bigint;
  /** Above zero. */
  readonly bottom: bigint;
}

export const zero: Rational = { top: 0n, bottom: 1n };
export const one: Rational = { top: 1n, bottom: 1n };

/** Throws RangeError for numbers that are not whole, and for a bottom that is not above zero. */
export function rational(top: number, bottom = 1): Rational {
  if (!Number.isSafeInteger(top) || !Number.isSafeInteger(bottom) || bottom < 1) {
    throw new RangeError('a rational is of whole numbers, the lower one above zero');
  }
  return reduced(BigInt(top), BigInt(bottom));
}

export function plus(a: Rational, b: Rational): Rational {
  return reduced(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
}

export function minus(a: Rational, b: Rational): Rational {
  return reduced(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
}

export function times(a: Rational, b: Rational): Rational {
  return reduced(a.top * b.top, a.bottom * b.bottom);
}

/** Throws RangeError for a divisor that is not above zero. */
export function over(a: Rational, b: Rational): Rational {
  if (b.top <= 0n) throw new RangeError('a divisor is above zero');
  return reduced(a.top * b.bottom, a.bottom * b.top);
}

export function sumOf(all: readonly Rational[]): Rational {
  return all.reduce(plus, zero);
}

/** Below 0, 0 or above 0, as one is less than, equal to or more than the other. */
export function compare(a: Rational, b: Rational): number {
  const difference = a.top * b.bottom - b.top * a.bottom;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** How often the unit is in it, down to a whole number, and what is left over (0 to below 1). */
export function floorOf({ top, bottom }: Rational): {
  readonly whole: bigint;
  readonly rest: Rational;
} {
  const cut = top / bottom;
  const whole = top < 0n && cut * bottom !== top ? cut - 1n : cut;
  return { whole, rest: { top: top - whole * bottom, bottom } };
}

/** To the nearest whole number; what is in the middle goes away from zero. */
export function rounded({ top, bottom }: Rational): bigint {
  const size = top < 0n ? -top : top;
  const whole = (2n * size + bottom) / (2n * bottom);
  return top < 0n ? -whole : whole;
}

function reduced(top: bigint, bottom: bigint): Rational {
  let [a, b] = [top < 0n ? -top : top, bottom];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 1n ? { top, bottom } : { top: top / a, bottom: bottom / a };
}
