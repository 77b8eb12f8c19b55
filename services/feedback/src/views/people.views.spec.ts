import { describe, expect, it } from '@jest/globals';
import type { View } from '@plumbline/views';
import type { ActedFact, FeedbackFact } from '../facts.ts';
import * as note from '../note/note.histories.ts';
import * as meeting from '../one-to-one/one-to-one.histories.ts';
import * as request from '../request/request.histories.ts';
import { noteSheet } from './note-sheet.ts';
import { oneToOneSheet } from './one-to-one-sheet.ts';
import { recorded } from './people.histories.ts';
import { requestSheet } from './request-sheet.ts';

function folded<Doc>(view: View<Doc, FeedbackFact>, ...facts: readonly ActedFact[]): Doc {
  let doc: Doc | undefined;
  for (const one of recorded(facts)) {
    for (const key of view.keys(one)) doc = view.fold(doc, one, key);
  }
  if (doc === undefined) throw new Error('there is no document');
  return doc;
}

describe('the sheet of a note', () => {
  it('quotes what was said, and is found by who gave it and by whom it is about', () => {
    const sheet = folded(noteSheet, note.feedbackGiven);
    expect(sheet).toMatchObject({
      ...{ noteId: note.noteId, stage: 'given', revision: 0 },
      message: { $said: 'fact-0', field: 'message' },
      texts: { 'fact-0': note.feedbackGiven.text },
    });
    expect(noteSheet.index(sheet)).toEqual({ author: 'bo', subject: 'ada' });
  });

  it('holds the words of a note that was taken back no more', () => {
    const sheet = folded(noteSheet, note.feedbackGiven, note.widened, note.retracted);
    expect(sheet).toMatchObject({
      ...{ stage: 'retracted', message: null, visibility: 'public', revision: 2 },
      widened: [{ from: 'author-and-subject', to: 'public' }],
      retracted: { at: note.retracted.at, reason: { $said: 'fact-2', field: 'reason' } },
    });
    expect(Object.keys(sheet.texts)).toEqual(['fact-1', 'fact-2']);
  });

  it('is not that of a request which a note has answered', () => {
    const keys = recorded([request.answered]).map((one) => [
      ...[noteSheet.keys(one), requestSheet.keys(one), oneToOneSheet.keys(one)],
    ]);
    expect(keys).toEqual([[[], [request.requestId], []]]);
  });
});

describe('the sheet of a request', () => {
  it('is open, and found by who asks, who is asked and its stage', () => {
    const sheet = folded(requestSheet, request.requested);
    expect(sheet).toMatchObject({
      ...{ by: 'ada', subject: 'ada', from: 'bo', due: '2026-07-15', stage: 'open' },
      ...{ question: { $said: 'fact-0', field: 'question' }, outcomes: [], noteId: null },
    });
    expect(requestSheet.index(sheet)).toEqual({ by: 'ada', from: 'bo', stage: 'open' });
  });

  it('tells everything that became of it, in order', () => {
    const facts = [request.requested, request.declined, request.lapsed, request.answered];
    const sheet = folded(requestSheet, ...facts);
    expect(sheet).toMatchObject({ stage: 'answered', noteId: request.noteId, revision: 3 });
    expect(sheet.outcomes).toMatchObject([
      { stage: 'declined', reason: { $said: 'fact-1', field: 'reason' } },
      { stage: 'lapsed', reason: null },
      { stage: 'answered', at: request.answered.at },
    ]);
    expect(requestSheet.index(sheet)).toMatchObject({ stage: 'answered' });
  });
});

describe('the sheet of a one-to-one', () => {
  it('holds points, actions and corrections, and is found by each of the two', () => {
    const { held, agreed, agreedOfCy, completed, dropped, corrected } = meeting;
    const facts = [held, agreed, agreedOfCy, completed, dropped, corrected];
    const sheet = folded(oneToOneSheet, ...facts);
    expect(sheet).toMatchObject({
      ...{ people: ['cy', 'ada'], about: 'ada', on: '2026-07-03', revision: 5 },
      agenda: [
        { $said: 'fact-0', field: 'point.0' },
        { $said: 'fact-0', field: 'point.1' },
      ],
      corrections: [{ from: '2026-07-06', to: '2026-07-03' }],
      actions: [
        { actionId: 'act-agree', owner: 'ada', stage: 'completed', ended: { reason: null } },
        {
          ...{ actionId: 'act-agree-cy', owner: 'cy', stage: 'dropped' },
          ended: { reason: { $said: 'fact-4', field: 'reason' } },
        },
      ],
    });
    expect(oneToOneSheet.index(sheet)).toEqual({ people: ['cy', 'ada'] });
  });
});
