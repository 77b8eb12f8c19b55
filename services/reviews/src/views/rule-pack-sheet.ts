import type { Actor, Instant } from '@plumbline/kernel';
import type { RulePack } from '@plumbline/scoring';
import type { View } from '@plumbline/views';
import type { ReviewsFact } from '../facts.ts';

/** A version that was published, by whom and when. */
export interface VersionLine {
  readonly version: number;
  readonly hash: string;
  readonly at: Instant;
  readonly by: Actor;
}

/** A rule pack by its name: what was published of it, oldest first. */
export interface RulePackSheet {
  readonly packId: string;
  readonly versions: readonly VersionLine[];
  readonly revision: number;
}

export const rulePackSheet: View<RulePackSheet, ReviewsFact> = {
  name: 'rule-pack-sheet',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) => (fact.type === 'RulePackPublished' ? [fact.packId] : []),
  fold: (sheet, { fact, actor: by, revision }) => {
    if (fact.type !== 'RulePackPublished') return sheet;
    const { packId, version, hash, at } = fact;
    const line = { version, hash, at, by };
    return { packId, versions: [...(sheet?.versions ?? []), line], revision };
  },
  index: () => ({}),
};

/** One version of a rule pack, whole: it never changes. */
export interface RulePackVersion extends VersionLine {
  readonly packId: string;
  readonly pack: RulePack;
}

export const rulePackVersion: View<RulePackVersion, ReviewsFact> = {
  name: 'rule-pack-version',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) =>
    fact.type === 'RulePackPublished' ? [versionKey(fact.packId, fact.version)] : [],
  fold: (known, { fact, actor: by }) => {
    if (fact.type !== 'RulePackPublished') return known;
    const { packId, version, hash, at, pack } = fact;
    return { packId, version, hash, at, by, pack };
  },
  index: () => ({}),
};

/** Names have no such sign. */
export function versionKey(id: string, version: number): string {
  return `${id}@${version}`;
}
