import type { Instant, Position } from '@plumbline/kernel';
import { contentHash } from './content-hash.ts';
import { copyAt, linesOf, type EvidenceCopy, type EvidenceFact } from './evidence.lines.ts';
import type { EvidenceScope, Line, Placed } from './evidence.lines.ts';
import { goalsOf, isForPeriod, wasOwnedBy } from './evidence.goals.ts';
import { areOfPeriod, toldDays, type ToldDays } from './evidence.told.ts';
import type { Manifest, ManifestEntry } from './review/review.ts';

/**
 * What counts for a review: each line of facts up to a place, with the hash of these facts. Made of
 * the copy as it was at a position, so that it is the same whenever it is made, of a copy that was
 * kept up with as of one that was filled anew. It holds no position: those are the engine's own.
 */
export function manifestOf(copy: EvidenceCopy, scope: EvidenceScope, position: Position): Manifest {
  const lines = linesOf(copyAt(copy, position), scope);
  return manifestFrom(lines.filter((line) => isInScope(line, scope)));
}

function manifestFrom(lines: readonly Line[]): Manifest {
  const entries = lines.map(({ source, stream, facts }): ManifestEntry => {
    const revision = facts.at(-1)?.place ?? 0;
    return { source, stream, revision, hash: hashOfFacts(facts) };
  });
  return { hash: contentHash(entries), entries };
}

/** Of goals those that the subject has answered for, for days of the period; the rest is theirs. */
function isInScope(line: Line, { subject, period }: EvidenceScope): boolean {
  if (line.source !== 'goals') return true;
  const [goal] = goalsOf([line]);
  return goal !== undefined && wasOwnedBy(goal, subject) && isForPeriod(goal, period);
}

/** What a hash covers: all that was published, and no position. */
function hashOfFacts(facts: readonly Placed<EvidenceFact>[]): string {
  return contentHash(
    facts.map(({ id, type, stream, revision, effectiveAt, recordedAt, actor, data }) => {
      return { id, type, stream, revision, effectiveAt, recordedAt, actor, data };
    }),
  );
}

/**
 * An entry as it is told to who may know of some notes alone: of feedback it has the facts of
 * these, with places and a hash of their own, so that neither tells how many there are besides.
 * Undefined where there is none for them.
 */
export function toldEntry(
  line: PinnedLine,
  entry: ManifestEntry,
  notes: ReadonlySet<string>,
): (ManifestEntry & { readonly facts: number }) | undefined {
  if (line.source !== 'feedback') return { ...entry, facts: line.facts.length };
  const facts = line.facts.filter((fact) => 'noteId' in fact.data && notes.has(fact.data.noteId));
  if (facts.length === 0) return undefined;
  const { source, stream } = entry;
  const hash = hashOfFacts(facts);
  return { source, stream, revision: facts.length - 1, hash, facts: facts.length };
}

/** A line as far as it was pinned, and whether its facts are those that were. */
export interface PinnedLine extends Line {
  readonly holds: boolean;
}

/** What a manifest pins, out of a copy of any later time; a line that is not there is empty. */
export function pinnedLines(
  manifest: Manifest,
  copy: EvidenceCopy,
  scope: EvidenceScope,
): readonly PinnedLine[] {
  const lines = new Map(linesOf(copy, scope).map((line) => [nameOf(line), line]));
  return manifest.entries.map((entry) => {
    const { stream, revision, hash } = entry;
    const source = entry.source as Line['source'];
    const facts = (lines.get(nameOf(entry))?.facts ?? []).filter(({ place }) => place <= revision);
    return { source, stream, facts, holds: hashOfFacts(facts) === hash };
  });
}

/** A fact that was not known at the pin, though it holds in the world since before it. */
export interface LateFact {
  readonly source: Line['source'];
  readonly fact: Placed<EvidenceFact>;
  /** Null where it holds since it was effective. */
  readonly days: ToldDays | null;
}

/**
 * Late evidence: exactly what tells of days up to the pin and was recorded after it. It is shown,
 * and counts for nothing until the review is pinned anew. Of a line that is pinned in part it is
 * the rest; of one that was not there, or was not the subject's then, what was recorded since.
 */
export function lateEvidence(
  manifest: Manifest,
  copy: EvidenceCopy,
  scope: EvidenceScope,
  asOf: Instant,
): readonly LateFact[] {
  const pinned = new Map(manifest.entries.map((entry) => [nameOf(entry), entry.revision]));
  const known = (line: Line) => pinned.get(nameOf(line));
  return linesOf(copy, scope)
    .filter((line) => known(line) !== undefined || isInScope(line, scope))
    .flatMap((line) => {
      const upTo = known(line);
      const late = line.facts.filter(({ place, recordedAt }) => {
        return upTo === undefined ? recordedAt > asOf : place > upTo;
      });
      return late
        .map((fact) => ({ source: line.source, fact, days: toldDays(line, fact) }))
        .filter(({ fact, days }) => {
          return days === null ? fact.effectiveAt <= asOf : areOfPeriod(days, asOf, scope);
        });
    })
    .toSorted((a, b) => (a.fact.position < b.fact.position ? -1 : 1));
}

function nameOf({ source, stream }: Pick<ManifestEntry, 'source' | 'stream'>): string {
  return `${source} ${stream}`;
}
