import type { Actor, Instant, Recorded } from '@plumbline/kernel';
import { quote, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { FeedbackFact } from '../facts.ts';
import type { Given, NoteFact, Visibility } from '../note/note.ts';

/** One note: who gave it to whom, what it says, and what became of it. */
export interface NoteSheet extends Given, Quoting {
  readonly noteId: string;
  readonly stage: 'given' | 'retracted';
  readonly givenAt: Instant;
  /** Null once it is retracted: what is left is that it was given. */
  readonly message: Said | null;
  readonly widened: readonly WidenedLine[];
  readonly retracted: SaidLine | null;
  readonly revision: number;
}

export interface SaidLine {
  readonly at: Instant;
  readonly by: Actor;
  readonly reason: Said | null;
}

export interface WidenedLine extends SaidLine {
  readonly from: Visibility;
  readonly to: Visibility;
}

export const noteSheet: View<NoteSheet, FeedbackFact> = {
  name: 'note-sheet',
  version: 1,
  context: 'feedback',
  keys: ({ fact }) => (isOfNote(fact) ? [fact.noteId] : []),
  fold: (sheet, recorded) => {
    return isOfNote(recorded.fact) ? foldNote(sheet, recorded as Recorded<NoteFact>) : sheet;
  },
  index: ({ author, subject }) => ({ author, subject }),
};

/** A request names the note that has answered it: not every fact with a note is of the note. */
function isOfNote(fact: FeedbackFact): fact is NoteFact {
  return 'noteId' in fact && !('requestId' in fact);
}

function foldNote(
  sheet: NoteSheet | undefined,
  recorded: Recorded<NoteFact>,
): NoteSheet | undefined {
  const { fact, id, revision, actor: by } = recorded;
  if (fact.type === 'FeedbackGiven') return given(fact, id, revision);
  if (sheet === undefined) return undefined;
  const line = { at: fact.at, by, reason: quote(id, fact.text, 'reason') };
  if (fact.type === 'VisibilityWidened') {
    const { from, to } = fact;
    const widened = [...sheet.widened, { ...line, from, to }];
    const texts = withText(sheet.texts, id, fact.text);
    return { ...sheet, visibility: to, widened, texts, revision };
  }
  // The words themselves go: what a document does not hold, no later slip can show.
  const texts = withText(withoutMessage(sheet), id, fact.text);
  return { ...sheet, stage: 'retracted', message: null, retracted: line, texts, revision };
}

function withoutMessage({ texts, message }: NoteSheet): NoteSheet['texts'] {
  return Object.fromEntries(Object.entries(texts).filter(([fact]) => fact !== message?.$said));
}

function given(
  fact: NoteFact & { type: 'FeedbackGiven' },
  id: string,
  revision: number,
): NoteSheet {
  const { noteId, author, subject, visibility, kind, links, at, text } = fact;
  return {
    ...{ noteId, author, subject, visibility, kind, links, stage: 'given', givenAt: at },
    ...{ message: quote(id, text, 'message'), widened: [], retracted: null, revision },
    texts: withText({}, id, text),
  };
}
