import type { Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { CalibrationFact, ReasonCode } from '../calibration-session/calibration-session.ts';
import type { ReviewsFact } from '../facts.ts';
import type { Pinned, ReviewFact, Scored } from '../review/review.ts';

/**
 * One review as a session sees it: what it rests on, what its manager left, what was proposed, and
 * what came of it. It is kept from the day on which the review is opened, so that a session that
 * is convened finds it.
 */
export interface CalibrationRow extends Quoting {
  readonly reviewId: string;
  readonly cycleId: string;
  readonly subject: string;
  /** Who answers for the review; from the session on, who did when it came in. */
  readonly manager: string | null;
  readonly pack: Pinned;
  /** How many streams of each source are pinned for it. */
  readonly evidence: Readonly<Record<string, number>>;
  /** The newest score: what it was made of, and what it came to. */
  readonly score: Pick<Scored, 'total' | 'scale' | 'days' | 'parts' | 'segments'> | null;
  /** What its manager left: the score, or what they set instead. It stays from the session on. */
  readonly before: number | null;
  /** The rating that holds. */
  readonly rating: number | null;
  /** It was put by a human: another score beside it moves nothing. */
  readonly isPut: boolean;
  readonly proposals: readonly ProposalLine[];
  /** By session, as it came in; a session that it never came into is not there. */
  readonly entered: Readonly<Record<string, Entry>>;
  /** What was decided, session after session, as a trail goes. */
  readonly decisions: readonly DecisionLine[];
  readonly sessions: readonly string[];
  readonly end: 'finalised' | 'not-rated' | 'withdrawn' | null;
  /** How often it was reopened. */
  readonly reopened: number;
}

export interface Entry {
  readonly rating: number | null;
  /** How many decisions there were before. */
  readonly decisions: number;
}

export interface ProposalLine {
  readonly adjustmentId: string;
  readonly sessionId: string;
  readonly from: number;
  readonly to: number;
  readonly reasonCode: ReasonCode;
  readonly note: Said | null;
  readonly by: string;
  readonly at: Instant;
  readonly decided: DecidedLine | null;
}

export interface DecidedLine {
  readonly accepted: boolean;
  readonly by: string;
  readonly at: Instant;
  readonly note: Said | null;
}

export type DecisionLine =
  | {
      readonly stage: 'calibrated';
      readonly sessionId: string;
      readonly decidedBy: string;
      readonly to: number;
    }
  | { readonly stage: 'appealed' | 'final'; readonly to: number };

export const calibrationRow: View<CalibrationRow, ReviewsFact> = {
  name: 'calibration-row',
  version: 4,
  context: 'reviews',
  keys: ({ fact }) => {
    if (fact.type === 'SessionConvened' || fact.type === 'SessionReviewsAdded') {
      return fact.reviews.map(({ reviewId }) => reviewId);
    }
    return 'reviewId' in fact && isFolded(fact.type) ? [fact.reviewId] : [];
  },
  fold: (row, recorded) => {
    const { fact } = recorded;
    if (fact.type === 'ReviewOpened') return opened(fact);
    return row === undefined ? undefined : { ...row, ...changeOf(row, recorded) };
  },
  index: ({ sessions, cycleId }) => ({ session: sessions, cycle: cycleId }),
};

/** Those that change a row; a review has many others, and each would write it anew. */
const folded = [
  ...(['ReviewOpened', 'ReviewerReassigned', 'ReviewScored', 'RatingOverridden'] as const),
  ...(['CalibrationEntered', 'AdjustmentProposed', 'AdjustmentDecided'] as const),
  'SessionReviewLeftOut' as const,
  ...(['RatingCalibrated', 'ReviewFinalised', 'ReviewReopened'] as const),
  ...(['NotRatedDeclared', 'ReviewWithdrawn'] as const),
] as const;

function isFolded(type: string): boolean {
  return folded.some((one) => one === type);
}

function opened(fact: ReviewFact & { type: 'ReviewOpened' }): CalibrationRow {
  const { reviewId, cycleId, subject, pack, accountable, manifest } = fact;
  const evidence: Record<string, number> = {};
  for (const { source } of manifest.entries) {
    // In how many months there is feedback is not for a session: who may know of it, notes say.
    if (source !== 'feedback') evidence[source] = (evidence[source] ?? 0) + 1;
  }
  return {
    ...{ reviewId, cycleId, subject, manager: accountable.at(-1)?.manager ?? null, pack },
    ...{ evidence, score: null, before: null, rating: null, isPut: false, proposals: [] },
    ...{ entered: {}, decisions: [], sessions: [], end: null, reopened: 0, texts: {} },
  };
}

function changeOf(row: CalibrationRow, recorded: Recorded<ReviewsFact>): Partial<CalibrationRow> {
  const { fact } = recorded;
  switch (fact.type) {
    case 'SessionConvened':
    case 'SessionReviewsAdded':
      return { sessions: [...row.sessions, fact.sessionId] };
    case 'SessionReviewLeftOut':
      return leftOut(row, fact.sessionId);
    case 'AdjustmentProposed':
      return proposed(row, fact, recorded.id);
    case 'AdjustmentDecided':
      return decided(row, fact, recorded.id);
    case 'ReviewerReassigned':
      return isSet(row) ? {} : { manager: fact.to };
    case 'ReviewScored': {
      const { total, scale, days, parts, segments } = fact;
      const score = { total, scale, days, parts, segments };
      return { score, ...(row.isPut ? {} : left(row, total)) };
    }
    case 'RatingOverridden':
      return { ...left(row, fact.to), isPut: true };
    case 'CalibrationEntered':
      return entered(row, fact.sessionId);
    case 'RatingCalibrated':
      return { rating: fact.to };
    default:
      return ended(row, fact);
  }
}

function ended(row: CalibrationRow, fact: ReviewsFact): Partial<CalibrationRow> {
  switch (fact.type) {
    case 'ReviewFinalised': {
      const { rating } = fact;
      const final = { stage: 'final', to: rating } as const;
      // What was set after it was reopened is an appeal, whatever the review says of its cause.
      const isAppealed = fact.revision > 1 && rating !== lastOf(row);
      const appealed = isAppealed ? [{ stage: 'appealed', to: rating } as const] : [];
      return { rating, decisions: [...row.decisions, ...appealed, final], end: 'finalised' };
    }
    case 'ReviewReopened':
      return {
        ...{ rating: row.score?.total ?? null, isPut: false },
        ...{ end: null, reopened: row.reopened + 1 },
      };
    case 'NotRatedDeclared':
      return { end: 'not-rated' };
    case 'ReviewWithdrawn':
      return { end: 'withdrawn' };
    default:
      return {};
  }
}

/** Until it comes into a session, or is finalised, a rating is what its manager left. */
function left(row: CalibrationRow, rating: number | null): Partial<CalibrationRow> {
  return { rating, ...(isSet(row) ? {} : { before: rating }) };
}

function isSet({ entered, decisions }: CalibrationRow): boolean {
  return Object.keys(entered).length > 0 || decisions.length > 0;
}

function entered(row: CalibrationRow, sessionId: string): Partial<CalibrationRow> {
  const entry = { rating: row.rating, decisions: row.decisions.length };
  const sessions = [...new Set([...row.sessions, sessionId])];
  return { sessions, entered: { ...row.entered, [sessionId]: entry } };
}

/** A session has on its board what it looks at, and nothing that is in another one. */
function leftOut(row: CalibrationRow, sessionId: string): Partial<CalibrationRow> {
  const isIn = row.entered[sessionId] !== undefined;
  return isIn ? {} : { sessions: row.sessions.filter((one) => one !== sessionId) };
}

function proposed(
  { proposals, texts }: CalibrationRow,
  fact: CalibrationFact & { type: 'AdjustmentProposed' },
  id: string,
): Partial<CalibrationRow> {
  const { adjustmentId, sessionId, from, to, reasonCode, by, at, text } = fact;
  const note = quote(id, text, 'note');
  const line = { adjustmentId, sessionId, from, to, reasonCode, note, by, at, decided: null };
  return { proposals: [...proposals, line], texts: withText(texts, id, text) };
}

function decided(
  { proposals, decisions, texts }: CalibrationRow,
  fact: CalibrationFact & { type: 'AdjustmentDecided' },
  id: string,
): Partial<CalibrationRow> {
  const { adjustmentId, sessionId, accepted, by, at, text } = fact;
  const adjustment = proposals.find((one) => one.adjustmentId === adjustmentId);
  const calibrated = (to: number): DecisionLine => {
    return { stage: 'calibrated', sessionId, decidedBy: by, to };
  };
  const line = { accepted, by, at, note: quote(id, text, 'note') };
  return {
    proposals: proposals.map((one) => {
      return one.adjustmentId === adjustmentId ? { ...one, decided: line } : one;
    }),
    ...(accepted && adjustment ? { decisions: [...decisions, calibrated(adjustment.to)] } : {}),
    texts: withText(texts, id, text),
  };
}

function lastOf({ decisions, before }: CalibrationRow): number | null {
  return decisions.at(-1)?.to ?? before;
}
