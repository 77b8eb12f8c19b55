import { never } from '@plumbline/kernel';
import type { NoteFact, Visibility } from './note/note.ts';
import type { OneToOneFact } from './one-to-one/one-to-one.ts';
import type { RequestFact } from './request/request.ts';
import type { Published } from './feedback.publish.ts';

/**
 * What others may see of notes and requests: nothing that was written. Nothing leaves of
 * one-to-ones, not even that two people met: it is the business of the two.
 */
export function publishOfPeople(fact: NoteFact | RequestFact | OneToOneFact): Published | null {
  if ('oneToOneId' in fact) return null;
  return 'requestId' in fact ? ofRequest(fact) : ofNote(fact);
}

function ofRequest(fact: RequestFact): Published {
  const { requestId } = fact;
  switch (fact.type) {
    case 'FeedbackRequested': {
      const { by, subject, from, due, topic } = fact;
      const about = topic === undefined ? {} : { topic };
      const data = { requestId, by, subject, from, due, ...about };
      return { type: 'feedback.FeedbackRequested.v1', data };
    }
    case 'FeedbackDeclined':
      return { type: 'feedback.FeedbackDeclined.v1', data: { requestId } };
    case 'RequestAnswered':
      // Who answers is known of the request: the note, or the fact of it, would be theirs at once.
      return { type: 'feedback.RequestAnswered.v1', data: { requestId }, withheld: true };
    case 'RequestLapsed':
      return { type: 'feedback.RequestLapsed.v1', data: { requestId } };
    default:
      return never(fact);
  }
}

function ofNote(fact: NoteFact): Published {
  const { noteId } = fact;
  switch (fact.type) {
    case 'FeedbackGiven':
      return given(fact);
    case 'FeedbackRetracted':
      // Of whatever visibility the note is, only its author takes it back.
      return { type: 'feedback.FeedbackRetracted.v1', data: { noteId }, withheld: true };
    case 'VisibilityWidened': {
      const { from, to } = fact;
      return { type: 'feedback.VisibilityWidened.v1', data: { noteId, from, to } };
    }
    default:
      return never(fact);
  }
}

/**
 * That somebody told a manager of a colleague, or told the colleague alone, is between the two. Of
 * such a note it leaves whom it is about and what it speaks of, but not who gave it, nor the
 * request that would name them.
 */
function given(fact: NoteFact & { type: 'FeedbackGiven' }): Published {
  const { noteId, author, subject, visibility, kind, links } = fact;
  const type = 'feedback.FeedbackGiven.v1';
  if (!isBetweenTwo(visibility)) {
    return { type, data: { noteId, author, subject, visibility, kind, links } };
  }
  const others = links.filter((link) => !('request' in link));
  return { type, data: { noteId, subject, visibility, kind, links: others }, withheld: true };
}

export function isBetweenTwo(visibility: Visibility): boolean {
  return visibility === 'manager-only' || visibility === 'author-and-subject';
}
