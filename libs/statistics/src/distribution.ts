const lanczos = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
  -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
  1.5056327351493116e-7,
] as const;

/**
 * ln Γ(x) for x > 0, by Lanczos' approximation (g = 7, nine terms), to about 15 digits.
 *
 * Lanczos, C. (1964), A precision approximation of the gamma function, SIAM Journal on Numerical
 * Analysis B 1, 86–96.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError('x must be above 0');
  // Γ(x) = Γ(x + 1) / x keeps the terms where they are exact.
  if (x < 0.5) return logGamma(x + 1) - Math.log(x);
  const [first, ...terms] = lanczos;
  const sum = terms.reduce<number>((total, term, at) => total + term / (x + at), first);
  const t = x + 6.5;
  return 0.5 * Math.log(2 * Math.PI) + (x - 0.5) * Math.log(t) - t + Math.log(sum);
}

/** A continued fraction is taken as far as this changes it no more, or so many steps. */
const precision = 1e-15;
const stepsMax = 1_000;
const tiny = 1e-300;

/**
 * The regularised incomplete beta function I_x(a, b), by its continued fraction (DLMF 8.17.22)
 * with the algorithm of Lentz.
 *
 * Unit: probability. For 0 ≤ x ≤ 1 and a, b > 0, else RangeError.
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (!(x >= 0 && x <= 1 && a > 0 && b > 0)) throw new RangeError('x is within 0 and 1; a, b > 0');
  if (x === 0 || x === 1) return x;
  // The fraction converges fast below the mean alone.
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const logFront =
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log(1 - x);
  return (Math.exp(logFront) / a) * fraction(x, a, b);
}

function fraction(x: number, a: number, b: number): number {
  const kept = (value: number) => (Math.abs(value) < tiny ? tiny : value);
  let c = 1;
  let d = 1 / kept(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= stepsMax; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    let factor = 1;
    for (const step of [even, odd]) {
      d = 1 / kept(1 + step * d);
      c = kept(1 + step / c);
      factor = c * d;
      value *= factor;
    }
    if (Math.abs(factor - 1) < precision) break;
  }
  return value;
}

/** Halvings of an interval after which the rest is below what a number can tell. */
const halvings = 200;

/**
 * The point below which an F-distributed value lies with a probability.
 *
 *     P(F ≤ f) = I_x(d₁/2, d₂/2) with x = d₁f / (d₁f + d₂)
 *
 * Abramowitz, M. and Stegun, I. A. (1964), Handbook of Mathematical Functions, 26.6.2. Degrees of
 * freedom need not be whole. Throws RangeError unless 0 < probability < 1 and both are above 0.
 */
export function fQuantile(probability: number, d1: number, d2: number): number {
  if (!(probability > 0 && probability < 1 && d1 > 0 && d2 > 0)) {
    throw new RangeError('a probability is between 0 and 1, and degrees of freedom are above 0');
  }
  let [low, high] = [0, 1];
  for (let halving = 0; halving < halvings; halving += 1) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (incompleteBeta(middle, d1 / 2, d2 / 2) < probability) low = middle;
    else high = middle;
  }
  const x = (low + high) / 2;
  return (d2 * x) / (d1 * (1 - x));
}
