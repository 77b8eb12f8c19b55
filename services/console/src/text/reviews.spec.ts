import { expect, test } from '@jest/globals';
import type { ReviewTemplateVersion } from '../api/types.ts';
import { anchorsOf, dueOf, givenOf, isSameTyped, isWriting, itemsOf } from './reviews.ts';
import { leafText, missingIn, standingText, typedOf, wordOf } from './reviews.ts';

const actor = { sub: 'hr', via: 'http' };
const version: ReviewTemplateVersion = {
  ...{ id: 'yearly', version: 1, hash: 'a'.repeat(64), at: '2026-01-01T00:00:00.000Z', by: actor },
  template: {
    ...{ name: 'yearly', version: 1, languages: ['en', 'de'], defaultLanguage: 'en', inputs: [] },
    scale: { name: 'five', min: 1_000_000, max: 2_000_000, anchors: [1_000_000, 2_000_000] },
    sections: [
      {
        role: 'self',
        items: [
          { id: 'result', kind: 'rating', required: true },
          { id: 'proud', kind: 'text', required: true },
          { id: 'more', kind: 'text', required: false },
        ],
      },
    ],
  },
  words: { 'title.en': 'The year', 'title.de': 'Das Jahr', 'anchor.1000000.en': 'Below' },
};
const due = {
  ...{ self: '2027-01-15', peer: '2027-01-16', manager: '2027-01-31', acknowledge: '2027-02-28' },
};

test('a rating that is withheld is not called missing', () => {
  const none = { rating: null, score: null, final: null };
  expect(standingText({ ...none, seenAs: ['subject'] })).toBe(
    'The rating is withheld until the review is shared.',
  );
  expect(standingText({ ...none, seenAs: ['scope'] })).toBe('There is no rating yet.');
  expect(standingText({ ...none, rating: 3_500_000, seenAs: ['manager'] })).toBe(
    'The rating that stands: 3.5',
  );
  const line = { at: '2027-01-01T00:00:00.000Z', by: actor, reason: null, cause: null };
  expect(standingText({ ...none, final: { ...line, rating: null }, seenAs: ['subject'] })).toBe(
    'The rating: not rated',
  );
});

test('words are in the language of the page, or in the one that is there', () => {
  expect(wordOf(version, 'title', 'de')).toBe('Das Jahr');
  expect(wordOf(version, 'title', 'fr')).toBe('The year');
  expect(wordOf(version, 'item.proud', 'en')).toBeNull();
  expect(anchorsOf(version, 'en').map(({ label }) => label)).toEqual(['1: Below', '2']);
  expect(itemsOf(version, 'peer')).toEqual([]);
});

test('each role is waited for by a day of its own', () => {
  expect(
    (['self', 'manager', 'peer', 'upward'] as const).map((role) => dueOf({ due }, role)),
  ).toEqual(['2027-01-15', '2027-01-31', '2027-01-16', '2027-01-16']);
});

test('it is written in as long as ratings are not compared; who is only asked is not told', () => {
  const stages = ['opened', 'manager-submitted', null, 'in-calibration', 'finalised'] as const;
  expect(stages.map((stage) => isWriting({ stage }))).toEqual([true, true, false, false, false]);
});

test('what was left empty is no answer, and what must be answered is named', () => {
  const typed = { ratings: { result: '' }, texts: { proud: ' ', more: 'The desk' } };
  expect(givenOf(typed)).toEqual({ ratings: [], texts: { more: 'The desk' } });
  const items = itemsOf(version, 'self');
  expect(missingIn(items, typed).map(({ id }) => id)).toEqual(['result', 'proud']);
  const whole = { ratings: { result: '2000000' }, texts: { proud: 'The desk' } };
  expect(missingIn(items, whole)).toEqual([]);
  expect(givenOf(whole).ratings).toEqual([{ item: 'result', rating: 2_000_000 }]);
});

test('what was saved is in the form as it was, and is the same in whatever order', () => {
  const saved = { ratings: [{ item: 'result', rating: 2_000_000 }], texts: { a: 'x', b: null } };
  const typed = typedOf(saved);
  expect(typed).toEqual({ ratings: { result: '2000000' }, texts: { a: 'x' } });
  const other = { ratings: { more: '', result: '2000000' }, texts: { b: '', a: 'x' } };
  expect(isSameTyped(typed, other)).toBe(true);
  expect(isSameTyped(typed, { ...other, texts: { a: 'y' } })).toBe(false);
});

test('each leaf of a score says what it adds, and by which fact', () => {
  const fact = {
    ...{ id: 'f', type: 'reviews.SectionSubmitted.v1', stream: 's', revision: 1, actor: 'mia' },
    ...{ recordedAt: '2026-03-01T09:00:00.000Z', effectiveAt: '2026-03-01T09:00:00.000Z' },
  };
  const rated = { kind: 'rating' as const, points: 3_000_000, rating: 4_000_000, fact };
  expect(leafText(rated)).toBe('+3: rated 4, mia on Mar 1, 2026, 09:00:00 UTC');
  expect(leafText({ kind: 'rule', points: -500_000, rule: 'cap' })).toBe('−0.5: the rule cap');
  expect(leafText({ kind: 'scale-begins', points: 1_000_000 })).toBe('+1: where the scale begins');
  expect(leafText({ kind: 'rounding', points: 0 })).toBe('0: rounding');
});
