import { toldEntry, type LateFact, type PinnedLine } from './evidence.manifest.ts';
import { notesFor, type NoteReader } from './evidence.notes.ts';
import type { EvidenceOfReview } from './evidence.ts';
import { contentHash } from './content-hash.ts';
import type { LiveReview } from './review/review.state.ts';
import type { Manifest, ManifestEntry } from './review/review.ts';
import type { Eye } from './views/review-shown.ts';

/** As whom feedback is read by who sees a review with some eyes; null: no evidence is shown. */
export function noteReaderOf(
  eyes: readonly Eye[],
  review: Pick<LiveReview, 'segments'>,
  me: string,
): NoteReader | null {
  if (eyes.includes('subject')) return 'subject';
  if (eyes.includes('manager')) return 'manager';
  if (eyes.includes('auditor')) return 'auditor';
  if (eyes.includes('scope') || eyes.includes('calibrator')) return 'other';
  // Who answers for an earlier part writes as the manager; feedback is for the manager of today.
  return writesAsManager(review, me) ? 'other' : null;
}

function writesAsManager({ segments }: Pick<LiveReview, 'segments'>, me: string): boolean {
  return segments.some(({ manager, sealed }) => manager === me && sealed === undefined);
}

export interface ToldEntry extends ManifestEntry {
  /** So many facts are pinned of it. */
  readonly facts: number;
  /** Whether the copy has these facts as they were pinned. */
  readonly holds: boolean;
}

/** What is pinned, as it is told to somebody, with the hash of just that. */
export interface ToldManifest {
  readonly hash: string;
  readonly entries: readonly ToldEntry[];
}

/**
 * A manifest as somebody may know it. An auditor reads it as it is. To everybody else feedback is
 * what they may know of: a count, a month, or a hash over all of it would tell whether there is
 * more. Of the same review at the same point, it is the same for the same reader.
 */
export function manifestFor(
  manifest: Manifest,
  { lines, notes }: Pick<EvidenceOfReview, 'lines' | 'notes'>,
  reader: NoteReader,
): ToldManifest {
  const pinned = new Map(lines.map((line) => [nameOf(line), line]));
  const known = new Set(notesFor(notes, reader).map(({ noteId }) => noteId));
  const entries = manifest.entries.flatMap((entry): readonly ToldEntry[] => {
    const line = pinned.get(nameOf(entry));
    if (line === undefined) return [];
    const { facts, holds } = line;
    if (reader === 'auditor') return [{ ...entry, facts: facts.length, holds }];
    const told = toldEntry(line, entry, known);
    return told === undefined ? [] : [{ ...told, holds }];
  });
  if (reader === 'auditor') return { hash: manifest.hash, entries };
  return { hash: contentHash(entries.map(entryOf)), entries };
}

/** Of what a section refers to, what its reader may know of; `told`: lines that they know. */
export function citedFor(
  evidence: readonly string[],
  told: ReadonlySet<string>,
): readonly string[] {
  return evidence.filter((stream) => !stream.startsWith('feedback.note ') || told.has(stream));
}

/** Late evidence as somebody may know it: of a note by its author's word, as it is by now. */
export function lateFor(
  { late, known }: Pick<EvidenceOfReview, 'late' | 'known'>,
  reader: NoteReader,
): readonly LateFact[] {
  const told = new Set(notesFor(known, reader).map(({ noteId }) => noteId));
  return late.filter(({ fact }) => !('noteId' in fact.data) || told.has(fact.data.noteId));
}

function nameOf({ source, stream }: Pick<PinnedLine, 'source' | 'stream'> | ManifestEntry): string {
  return `${source} ${stream}`;
}

function entryOf({ source, stream, revision, hash }: ToldEntry): ManifestEntry {
  return { source, stream, revision, hash };
}
