import { Fault, type Position } from '@plumbline/kernel';
import { copyAt, linesOf } from './evidence.lines.ts';
import { lateEvidence, pinnedLines } from './evidence.manifest.ts';
import type { LateFact, PinnedLine } from './evidence.manifest.ts';
import { evidenceAt, type PinnedEvidence } from './evidence.measured.ts';
import { notesOf, type KnownNote } from './evidence.notes.ts';
import { copyAbout } from './evidence.reader.ts';
import type { LiveReview } from './review/review.state.ts';
import type { ReviewsPorts } from './reviews.ports.ts';

/** The copy does not hold what a review was pinned to: it is being filled anew, or was changed. */
export class EvidenceLacking extends Fault {
  readonly code = 'reviews/evidence-lacking';
  readonly retriable = true;
}

/** What was pinned for a review, as it read then, and what has come too late for it. */
export interface EvidenceOfReview extends PinnedEvidence {
  readonly lines: readonly PinnedLine[];
  /** In the order of the log. */
  readonly late: readonly LateFact[];
  /** Notes as they are known at the position, pinned or not: by them who may know of a late one. */
  readonly known: readonly KnownNote[];
}

/**
 * The evidence of a review as it stood at a position, out of the copy that is kept; it waits until
 * the copy has got there, so that the same question has the same answer whenever it is asked.
 */
export async function evidenceFor(
  { views }: Pick<ReviewsPorts, 'views'>,
  tenant: string,
  review: LiveReview,
  position: Position | null,
): Promise<EvidenceOfReview> {
  const { manifest, pin, subject } = review;
  const times = position === null ? {} : { readAfter: position };
  const copy = await copyAbout(views, tenant, review, times);
  const lines = pinnedLines(manifest, copy, review);
  const late = lateEvidence(manifest, copy, review, pin.asOf).filter(({ fact }) => {
    return position !== null && fact.position <= position;
  });
  const known = position === null ? [] : notesOf(linesOf(copyAt(copy, position), review));
  return { ...evidenceAt(lines, subject, pin.asOf), lines, late, known };
}

/** Throws `EvidenceLacking` unless the copy has every pinned fact as it was pinned. */
export function mustHold(lines: readonly PinnedLine[]): void {
  const lacking = lines.filter(({ holds }) => !holds);
  if (lacking.length === 0) return;
  const names = lacking.map(({ stream }) => stream).slice(0, 3);
  throw new EvidenceLacking(
    `The copy of evidence does not hold what was pinned of ${names.join(', ')}. Ask again once it ` +
      'is filled; if that does not help, rebuild the views whose names begin with "evidence-".',
  );
}
