import type { Instant } from '@plumbline/kernel';
import type { RulePack } from '@plumbline/scoring';

/**
 * What is recorded of a rule pack: each version as it was published, for good. A review names the
 * version that it is scored by and its hash, so that the same ratings give the same score in years.
 */
export type RulePackFact = RulePackPublished;

export interface RulePackPublished {
  readonly type: 'RulePackPublished';
  readonly act: string;
  /** The name of the pack. */
  readonly packId: string;
  /** From 1, without a gap. */
  readonly version: number;
  /** SHA-256 of the canonical JSON of the pack, in small hexadecimal digits. */
  readonly hash: string;
  readonly pack: RulePack;
  readonly at: Instant;
}

export type PublishedPacks = { readonly stage: 'none' } | KnownPack;

export interface KnownPack {
  readonly stage: 'published';
  readonly packId: string;
  /** Version 1 first, one at least. */
  readonly versions: readonly PackVersion[];
}

export type PackVersion = Pick<RulePackPublished, 'version' | 'hash' | 'pack'>;

export const initialPacks: PublishedPacks = { stage: 'none' };

export function evolvePacks(packs: PublishedPacks, fact: RulePackFact): PublishedPacks {
  const { packId, version, hash, pack } = fact;
  const before = packs.stage === 'none' ? [] : packs.versions;
  return { stage: 'published', packId, versions: [...before, { version, hash, pack }] };
}
