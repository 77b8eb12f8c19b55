import type { Position } from '@plumbline/kernel';
import type { Ratings, RulePack } from '@plumbline/scoring';
import type { EvidenceScope } from './evidence.lines.ts';
import { manifestOf, pinnedLines } from './evidence.manifest.ts';
import { evidenceAt, measuredRatings } from './evidence.measured.ts';
import { copiesReach, copyAbout } from './evidence.reader.ts';
import { mustHold } from './evidence.ts';
import type { LiveReview } from './review/review.state.ts';
import type { Manifest } from './review/review.ts';
import type { ReviewsPorts } from './reviews.ports.ts';
import type { ReviewTemplate } from './template/template.ts';

type Ports = Pick<ReviewsPorts, 'views'>;

/** Ends once reviews hold all that was published up to a place; throws when that takes too long. */
export function sourcesReach({ views }: Ports, tenant: string, position: Position): Promise<void> {
  return copiesReach(views, tenant, position);
}

/** What counts for a review that is pinned at a place of the log. */
export async function manifestAt(
  { views }: Ports,
  tenant: string,
  scope: EvidenceScope,
  position: Position,
): Promise<Manifest> {
  const copy = await copyAbout(views, tenant, scope, { readAfter: position });
  return manifestOf(copy, scope, position);
}

/** What was measured and not judged, of what is pinned; `pinFact` is the fact that pinned it. */
export async function measuredFor(
  { views }: Ports,
  tenant: string,
  review: LiveReview,
  by: { readonly template: ReviewTemplate; readonly pack: RulePack; readonly pinFact: string },
): Promise<Ratings> {
  const { template, pack, pinFact } = by;
  if (template.inputs.length === 0) return {};
  const copy = await copyAbout(views, tenant, review);
  const lines = pinnedLines(review.manifest, copy, review);
  // Of a copy that is being filled anew nothing is scored: another number would come of it.
  mustHold(lines);
  const evidence = evidenceAt(lines, review.subject, review.pin.asOf);
  return measuredRatings(template.inputs, evidence, pack, pinFact);
}
