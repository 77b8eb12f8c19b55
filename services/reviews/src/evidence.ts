import { Inject, Injectable } from '@nestjs/common';
import { Fault, toInstant, type Instant, type Position } from '@plumbline/kernel';
import type { EvidenceCopy, EvidenceScope } from './evidence.lines.ts';
import { lateEvidence, manifestOf, pinnedLines } from './evidence.manifest.ts';
import type { LateFact, PinnedLine } from './evidence.manifest.ts';
import { evidenceAt, type PinnedEvidence } from './evidence.measured.ts';
import { copiesReach, copyAbout } from './evidence.reader.ts';
import type { Manifest } from './review/review.ts';
import { reviewsPorts, type ReviewsPorts } from './reviews.ports.ts';
import type { ReviewRecord } from './views/review-record.ts';

/** The copy does not hold what a review was pinned to: it is being filled anew, or was changed. */
export class EvidenceLacking extends Fault {
  readonly code = 'reviews/evidence-lacking';
  readonly retriable = true;
}

/** By what a review is bound to its evidence: its opening, or the last time it was pinned anew. */
export interface Pin {
  readonly manifest: Manifest;
  readonly asOf: Instant;
  /** The fact that pinned it. */
  readonly fact: string;
}

export interface EvidenceOfReview extends PinnedEvidence {
  readonly pin: Pin;
  readonly lines: readonly PinnedLine[];
  readonly late: readonly LateFact[];
}

/** What counts for reviews, out of the copy that is kept of what others publish. */
@Injectable()
export class Evidence {
  constructor(@Inject(reviewsPorts) private readonly ports: ReviewsPorts) {}

  /**
   * Ends once the copies hold all that was recorded up to a position: a launch waits for it, so
   * that every review of its cycle can be opened. Throws `ViewBehind` when that takes too long.
   */
  reach(tenant: string, position: Position): Promise<void> {
    return copiesReach(this.ports.views, tenant, position);
  }

  /** What counts for a review that is opened, or pinned anew, at a position. */
  async manifest(tenant: string, scope: EvidenceScope, position: Position): Promise<Manifest> {
    const copy = await copyAbout(this.ports.views, tenant, scope, { readAfter: position });
    return manifestOf(copy, scope, position);
  }

  /** What was pinned for a review, and what has come too late for it; up to a position. */
  async of(
    tenant: string,
    record: ReviewRecord,
    position: Position | null,
  ): Promise<EvidenceOfReview> {
    const { review } = record;
    const pin = pinOf(record);
    if (review.stage === 'none' || pin === undefined) throw new Error('It was never opened.');
    const copy = await copyAbout(this.ports.views, tenant, review);
    return evidenceOf(copy, review, pin, position);
  }
}

function evidenceOf(
  copy: EvidenceCopy,
  scope: EvidenceScope,
  pin: Pin,
  position: Position | null,
): EvidenceOfReview {
  const { manifest, asOf } = pin;
  const lines = pinnedLines(manifest, copy, scope);
  const late = lateEvidence(manifest, copy, scope, asOf).filter(({ fact }) => {
    return position !== null && fact.position <= position;
  });
  return { ...evidenceAt(lines, scope.subject, asOf), pin, lines, late };
}

/** By which fact a review is pinned, as far as its record goes. */
export function pinOf({ review, items }: ReviewRecord): Pin | undefined {
  if (review.stage === 'none') return undefined;
  const { manifest } = review;
  const last = items.findLast(({ type }) => type === 'ReviewOpened' || type === 'ReviewRepinned');
  if (last === undefined) return undefined;
  const asOf = last.type === 'ReviewOpened' ? review.asOf : toInstant(last.recordedAt);
  return { manifest, asOf, fact: last.factId };
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
