import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import type { LevelVersion, ServiceLevelFact, Terms } from '../service-level/service-level.ts';

/** A service level as it stands, with what was promised before. */
export interface ServiceLevelSheet extends Terms, Quoting {
  readonly serviceLevelId: string;
  readonly name: Said | null;
  readonly definedAt: Instant;
  readonly versions: readonly VersionLine[];
  readonly revision: number;
}

export interface VersionLine extends LevelVersion {
  readonly by: Actor;
  readonly reason: Said | null;
}

export const serviceLevelSheet: View<ServiceLevelSheet, FeedbackFact> = {
  name: 'service-level-sheet',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isOfLevel(fact) ? [fact.serviceLevelId] : []),
  fold: (sheet, recorded) =>
    isOfLevel(recorded.fact) ? foldLevel(sheet, recorded as Recorded<ServiceLevelFact>) : sheet,
  index: ({ opening }) => ({ zone: opening.zone }),
};

function isOfLevel(fact: FeedbackFact): fact is ServiceLevelFact {
  return 'serviceLevelId' in fact;
}

function foldLevel(
  sheet: ServiceLevelSheet | undefined,
  { fact, id, revision, actor: by }: Recorded<ServiceLevelFact>,
): ServiceLevelSheet {
  const { serviceLevelId, at, version, targets, opening, text } = fact;
  const terms = { version, targets, opening };
  const newest = { since: at, ...terms, by, reason: quote(id, text, 'reason') };
  return {
    ...{ serviceLevelId, ...terms, revision },
    definedAt: sheet?.definedAt ?? at,
    name: quote(id, text, 'name') ?? sheet?.name ?? null,
    versions: [...(sheet?.versions ?? []), newest],
    texts: withText(sheet?.texts ?? {}, id, text),
  };
}
