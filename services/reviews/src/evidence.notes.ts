import type { Instant } from '@plumbline/kernel';
import type { Line, Placed } from './evidence.lines.ts';
import type { NoteEvidence } from './views/evidence-notes.ts';

export type NoteVisibility =
  'manager-only' | 'author-and-subject' | 'author-subject-and-manager' | 'public';

/** That feedback was given, and where it comes from. What was said is read where it was given. */
export interface KnownNote {
  readonly noteId: string;
  readonly fact: string;
  readonly given: Instant;
  /** Null where it is not told who gave it. */
  readonly author: string | null;
  readonly visibility: NoteVisibility;
  readonly kind: string;
  readonly links: readonly object[];
  /** Its author took it back: that it was there stays known, and it says nothing any more. */
  readonly isRetracted: boolean;
}

/** The notes of some lines, in the order in which they were recorded. */
export function notesOf(lines: readonly Line[]): readonly KnownNote[] {
  const notes = new Map<string, KnownNote>();
  for (const { source, facts } of lines) {
    if (source !== 'feedback') continue;
    for (const fact of facts as readonly Placed<NoteEvidence>[]) {
      const after = noteAfter(notes.get(fact.data.noteId), fact);
      if (after !== undefined) notes.set(after.noteId, after);
    }
  }
  return [...notes.values()];
}

function noteAfter(note: KnownNote | undefined, fact: Placed<NoteEvidence>): KnownNote | undefined {
  if (fact.type === 'feedback.FeedbackGiven.v1') {
    const { noteId, author = null, visibility, kind, links } = fact.data;
    const given = { noteId, fact: fact.id, given: fact.effectiveAt, author, visibility, kind };
    return { ...given, links, isRetracted: false };
  }
  if (note === undefined) return undefined;
  return fact.type === 'feedback.FeedbackRetracted.v1'
    ? { ...note, isRetracted: true }
    : { ...note, visibility: fact.data.to };
}

/** As whom somebody reads the notes of a review; an auditor reads that all of them were there. */
export type NoteReader = 'subject' | 'manager' | 'other' | 'auditor';

/** Who may know of a note is said by its author, in a review as everywhere else. */
export function notesFor(notes: readonly KnownNote[], reader: NoteReader): readonly KnownNote[] {
  return notes.filter(({ visibility }) => {
    switch (reader) {
      case 'subject':
        return visibility !== 'manager-only';
      case 'manager':
        return visibility !== 'author-and-subject';
      case 'other':
        return visibility === 'public';
      case 'auditor':
        return true;
    }
  });
}
