import { reject, type Rejection } from '@plumbline/kernel';

/** What is taken where nobody says. */
export const thresholdDefault = 5;
/** Nobody may ask for less: of two answers, each knows the other. */
export const thresholdFloor = 3;
/** Above this, next to nothing would ever be shown; it is taken for a slip of the pen. */
export const thresholdMax = 100;

/** How many answers a group must have: for its figures, and for its comments to be read. */
export interface Thresholds {
  readonly figures: number;
  readonly comments: number;
}

/**
 * The thresholds that hold from now on. `promised` are those under which answers came in, or null
 * as long as none is in: what was promised to those who answered can be raised and never lowered.
 * What is not asked for stays as it is; comments never need fewer answers than figures do.
 */
export function ratchet(
  promised: Thresholds | null,
  asked: Partial<Thresholds>,
): Thresholds | Rejection {
  const figures = asked.figures ?? promised?.figures ?? thresholdDefault;
  const comments = asked.comments ?? Math.max(promised?.comments ?? 0, figures);
  return (
    refuseRange(figures, '/figures') ??
    refuseRange(comments, '/comments') ??
    refuseOrder(figures, comments) ??
    refuseFall(figures, promised?.figures, '/figures') ??
    refuseFall(comments, promised?.comments, '/comments') ?? { figures, comments }
  );
}

function refuseRange(threshold: number, field: string): Rejection | undefined {
  const isWithin = threshold >= thresholdFloor && threshold <= thresholdMax;
  if (Number.isInteger(threshold) && isWithin) return undefined;
  const detail = `Give a whole number from ${thresholdFloor} to ${thresholdMax}.`;
  return reject('threshold/out-of-range', detail, field);
}

function refuseOrder(figures: number, comments: number): Rejection | undefined {
  if (comments >= figures) return undefined;
  const detail = `Comments need at least as many answers as figures do: ${figures} or more.`;
  return reject('threshold/comments-below-figures', detail, '/comments');
}

function refuseFall(now: number, before: number | undefined, field: string): Rejection | undefined {
  if (before === undefined || now >= before) return undefined;
  const detail = `Answers came in under a promise of ${before}. Give that or more.`;
  return reject('threshold/lowered', detail, field);
}
