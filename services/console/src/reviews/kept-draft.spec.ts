import { expect, test } from '@jest/globals';
import { forgetDraft, keepDraft, keptDraft } from './kept-draft.ts';

function place() {
  const held = new Map<string, string>();
  return {
    getItem: (name: string) => held.get(name) ?? null,
    setItem: (name: string, text: string) => void held.set(name, text),
    removeItem: (name: string) => void held.delete(name),
  };
}
const typed = { ratings: { result: '4000000' }, texts: { proud: 'The night desk' } };

test('what was typed is there after a reload, of the same person and review alone', () => {
  const tab = place();
  keepDraft(tab, 'ada', 'r1', { typed, revision: 3 });
  expect(keptDraft(tab, 'ada', 'r1')).toEqual({ typed, revision: 3 });
  expect(keptDraft(tab, 'ada', 'r2')).toBeUndefined();
  expect(keptDraft(tab, 'bo', 'r1')).toBeUndefined();
  forgetDraft(tab, 'ada', 'r1');
  expect(keptDraft(tab, 'ada', 'r1')).toBeUndefined();
});

test('what is no draft is none, and a tab that keeps nothing is no failure', () => {
  const tab = place();
  for (const text of [
    '',
    '{',
    'null',
    '{"typed":1,"revision":1}',
    '{"typed":{"ratings":{"a":1}}}',
  ]) {
    tab.setItem('plumbline.review.ada.r1', text);
    expect(keptDraft(tab, 'ada', 'r1')).toBeUndefined();
  }
  const full = {
    ...place(),
    setItem: () => {
      throw new Error('full');
    },
  };
  expect(() => keepDraft(full, 'ada', 'r1', { typed, revision: null })).not.toThrow();
});
