import { withRefs } from '@plumbline/views';
import type { NoteSheet } from '../views/note-sheet.ts';
import type { OneToOneSheet } from '../views/one-to-one-sheet.ts';
import type { RequestSheet } from '../views/request-sheet.ts';

/** View documents as readers see them, with references for what was written. */
export function noteDetail(sheet: NoteSheet) {
  const { noteId: id, author, subject, visibility, kind, links, stage, givenAt, message } = sheet;
  const { widened, retracted, revision } = sheet;
  const note = {
    ...{ id, author, subject, visibility, kind, links, stage, givenAt, message },
    ...{ widened, retracted, revision },
  };
  return withRefs(note, sheet.texts);
}

export function requestDetail(sheet: RequestSheet) {
  const { requestId: id, by, subject, from, due, topic = null, stage, askedAt, asker } = sheet;
  const { question, outcomes, noteId, revision } = sheet;
  const request = {
    ...{ id, by, subject, from, due, topic, stage, askedAt, asker, question },
    ...{ outcomes, noteId, revision },
  };
  return withRefs(request, sheet.texts);
}

export function oneToOneDetail(sheet: OneToOneSheet) {
  const { oneToOneId: id, people, about, on, recordedAt, agenda, corrections, revision } = sheet;
  const actions = sheet.actions.map(({ actionId, ...action }) => ({ id: actionId, ...action }));
  const meeting = { id, people, about, on, recordedAt, agenda, corrections, actions, revision };
  return withRefs(meeting, sheet.texts);
}
