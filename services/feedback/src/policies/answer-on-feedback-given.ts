import type { Instant } from '@plumbline/kernel';
import type { Given } from '../note/note.ts';

/** What the policy asks for: that a request is answered by a note. */
export interface AnsweredBy extends Pick<Given, 'author' | 'subject'> {
  readonly requestId: string;
  readonly noteId: string;
  readonly at: Instant;
}

/** The note as it is stored: of one that is between two people, less is published. */
export interface GivenNote extends Pick<Given, 'author' | 'subject' | 'links'> {
  readonly noteId: string;
}

/** A note that names requests answers each of them, as of the time at which it was given. */
export function answerOnFeedbackGiven(
  { noteId, author, subject, links }: GivenNote,
  at: Instant,
): readonly AnsweredBy[] {
  return links.flatMap((link) =>
    'request' in link ? [{ requestId: link.request, noteId, author, subject, at }] : [],
  );
}
