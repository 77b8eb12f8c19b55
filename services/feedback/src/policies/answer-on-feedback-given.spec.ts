import { describe, expect, it } from '@jest/globals';
import { answerOnFeedbackGiven } from './answer-on-feedback-given.ts';

describe('when feedback is given', () => {
  const at = '2026-07-10T09:00:00.000Z';
  const note = { noteId: 'note', author: 'bo', subject: 'ada' };

  it('every request that the note names is answered, as of the time of the note', () => {
    const links = [{ request: 'r1' }, { goal: 'g' }, { request: 'r2' }];
    expect(answerOnFeedbackGiven({ ...note, links }, at)).toEqual([
      { ...note, requestId: 'r1', at },
      { ...note, requestId: 'r2', at },
    ]);
  });

  it('nothing follows where it names none', () => {
    const links = [{ goal: 'g' }, { skill: 's' }, { value: 'v' }];
    expect(answerOnFeedbackGiven({ ...note, links }, at)).toEqual([]);
    expect(answerOnFeedbackGiven({ ...note, links: [] }, at)).toEqual([]);
  });
});
