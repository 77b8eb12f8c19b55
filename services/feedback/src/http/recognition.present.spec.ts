import { describe, expect, it } from '@jest/globals';
import { recognitionDetail, withNote } from './recognition.present.ts';

const line = {
  ...{ recognitionId: 'r', giver: 'ada', value: 'care', points: 10, revision: 2, texts: {} },
  at: '2026-04-01T09:00:00.000Z',
  receivers: ['bo', 'cy'].map((person) => ({ person, note: null })),
};

describe('a recognition as it is shown', () => {
  const shown = (...notes: readonly (string | null)[]) =>
    withNote({ ...recognitionDetail(line), notes }).note;

  it('has the note that is left where one of the receivers was erased', () => {
    expect([shown('Well done.', 'Well done.'), shown(null, 'Well done.')]).toEqual([
      ...['Well done.', 'Well done.'],
    ]);
    expect(shown(null, null)).toBeNull();
  });

  it('tells of its receivers by name, and not of the copies of its note', () => {
    expect(withNote(recognitionDetail(line))).toEqual({
      ...{ id: 'r', giver: 'ada', receivers: ['bo', 'cy'], value: 'care', points: 10 },
      ...{ at: '2026-04-01T09:00:00.000Z', note: null, revision: 2 },
    });
  });
});
