import type { Finding } from './script.ts';

type Found = Readonly<Record<string, string>>;

/** Names with what an answer has for them; undefined where it is not there yet. */
export function foundIn(body: object, finds: Finding): Found | undefined {
  if (finds.what === 'collecting') return isOpen(body) ? {} : undefined;
  return finds.what === 'reviews' ? reviewsIn(body, finds) : ratingIn(body, finds);
}

function isOpen(body: object): boolean {
  const { stage } = (body as { readonly reviewCycle: { readonly stage: string } }).reviewCycle;
  return stage !== 'planned' && stage !== 'launched';
}

interface Line {
  readonly id: string;
  readonly cycleId: string;
  readonly subject: string;
}

function reviewsIn(
  body: object,
  { of, cycle }: Extract<Finding, { what: 'reviews' }>,
): Found | undefined {
  const { items } = body as { readonly items: readonly Line[] };
  const own = items.filter(({ cycleId }) => cycleId === cycle);
  const found: Record<string, string> = {};
  for (const person of of) {
    const line = own.find(({ subject }) => subject === person);
    if (line === undefined) return undefined;
    found[`review-${person}`] = line.id;
  }
  return found;
}

interface Rated {
  readonly review: { readonly stage: string | null; readonly rating: number | null };
}

/** In the order in which a review comes to them. */
const stages = ['opened', 'self-submitted', 'manager-submitted', 'in-calibration', 'calibrated'];
const first = { written: 2, calibrated: 4 } as const;

const besides = 250_000;
const ratingMax = 5_000_000;

function ratingIn(
  body: object,
  { of, since }: Extract<Finding, { what: 'rating' }>,
): Found | undefined {
  const { stage, rating } = (body as Rated).review;
  const at = stages.indexOf(stage ?? '');
  // What comes after all these, as that it is finalised, is after each of them.
  const isThere = stage !== null && (at < 0 || at >= first[since]);
  if (!isThere || rating === null) return undefined;
  const other = rating + besides <= ratingMax ? rating + besides : rating - besides;
  return { [`rating-${of}`]: String(rating), [`other-${of}`]: String(other) };
}
