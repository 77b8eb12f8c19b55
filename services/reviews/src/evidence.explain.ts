import type { Instant } from '@plumbline/kernel';
import type { Leaf } from '@plumbline/scoring';
import type { Scored } from './review/review.ts';

/** A fact that a leaf rests on, and who made it so when. */
export interface KnownFact {
  readonly id: string;
  readonly type: string;
  readonly stream: string;
  readonly revision: number;
  readonly recordedAt: Instant;
  readonly effectiveAt: Instant;
  /** Who acted; null where that is not told to whoever asks. */
  readonly actor: string | null;
  readonly onBehalfOf?: string;
}

/** What one rating, rule or the scale itself adds to a score. */
export interface ExplainedLeaf {
  readonly kind: Leaf['kind'];
  /** In millionths of the result's scale. */
  readonly points: number;
  /** Of a rating. */
  readonly rating?: number;
  readonly fact?: KnownFact;
  /** Of a rule. */
  readonly rule?: string;
}

/** A part of a score with what is in it; the points are those of its leaves. */
export interface ExplainedPart {
  /** Null for what is of no part: where the scale begins, rules, and the one rounding. */
  readonly part: string | null;
  readonly share: number | null;
  readonly weight: number | null;
  readonly points: number;
  readonly leaves: readonly ExplainedLeaf[];
}

export interface Explained {
  readonly total: number | null;
  readonly cause: string | null;
  readonly days: number;
  readonly packHash: string;
  /** Those that are missing are in it as well, without a share and without leaves. */
  readonly parts: readonly ExplainedPart[];
}

/**
 * Why a score is what it is: total, part by part, down to the facts that were counted. What one
 * fact adds to a part by equal ratings, or in several segments, is one leaf; two facts are never in
 * one. Points of all leaves are the total, exactly.
 */
export function explain(score: Scored, factOf: (id: string) => KnownFact | undefined): Explained {
  const { total, cause, days, packHash, parts, leaves } = score;
  const own = (part: string | null) => gathered(leaves.filter((one) => partOf(one) === part));
  const told = (part: string | null, share: number | null, weight: number | null) => {
    const known = own(part).map((leaf) => toldLeaf(leaf, factOf));
    return { part, share, weight, points: sumOf(known), leaves: known };
  };
  const named = parts.map(({ part, share, weight }) => told(part, share, weight));
  const rest = told(null, null, null);
  return {
    ...{ total, cause: cause ?? null, days, packHash },
    parts: rest.leaves.length === 0 ? named : [...named, rest],
  };
}

function partOf(leaf: Leaf): string | null {
  return leaf.kind === 'rating' ? leaf.part : null;
}

function gathered(leaves: readonly Leaf[]): readonly Leaf[] {
  const together = new Map<string, Leaf>();
  for (const leaf of leaves) {
    const name =
      leaf.kind === 'rating'
        ? `${leaf.kind} ${leaf.part} ${leaf.fact} ${leaf.rating}`
        : leaf.kind === 'rule'
          ? `${leaf.kind} ${leaf.rule}`
          : leaf.kind;
    const known = together.get(name);
    together.set(name, { ...leaf, points: leaf.points + (known?.points ?? 0) });
  }
  return [...together.values()];
}

function toldLeaf(leaf: Leaf, factOf: (id: string) => KnownFact | undefined): ExplainedLeaf {
  const { kind, points } = leaf;
  if (leaf.kind === 'rule') return { kind, points, rule: leaf.rule };
  if (leaf.kind !== 'rating') return { kind, points };
  const fact = factOf(leaf.fact);
  return { kind, points, rating: leaf.rating, ...(fact === undefined ? {} : { fact }) };
}

function sumOf(leaves: readonly ExplainedLeaf[]): number {
  return leaves.reduce((sum, { points }) => sum + points, 0);
}
