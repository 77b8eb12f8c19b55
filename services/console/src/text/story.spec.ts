import { expect, test } from '@jest/globals';
import { codesText, storyChange, storyPeople, storyTitle } from './story.ts';

const named = {
  itemOf: (item: string) => (item === 'result' ? 'What was achieved' : item),
  nameOf: (person: string) => (person === 'mia.b.lund' ? 'Mia B. Lund' : person),
};
const told = (field: string, before: unknown, after: unknown) => {
  return storyChange({ field, before, after }, named);
};

test('what happened has a title, also what this page does not know', () => {
  expect(storyTitle('SectionSubmitted')).toBe('A part was submitted');
  expect(storyTitle('ReviewArchived')).toBe('Review archived');
});

test('what stands of the whole review is told in words', () => {
  expect(told('stage', 'opened', 'shared')).toEqual({
    ...{ label: 'Stage', before: 'Being written', after: 'Shared, to be acknowledged' },
  });
  expect(told('stage', null, 'a-later-one').after).toBe('a-later-one');
  expect(told('isShared', false, true)).toMatchObject({ before: 'no', after: 'yes' });
  expect(told('revision', 1, 2)).toMatchObject({ before: '1', after: '2' });
  expect(told('rating', null, 3_500_000)).toEqual({
    ...{ label: 'Rating that stands', before: null, after: '3.5' },
  });
});

test('parts are told with role, author and item, whatever dots a name has', () => {
  expect(told('section.manager:mia.b.lund.result', 3_000_000, 4_000_000)).toEqual({
    label: 'What was achieved (the manager, Mia B. Lund)',
    ...{ before: '3', after: '4' },
  });
  expect(told('section.peer:bo.proud', null, 'The <b>desk</b>')).toMatchObject({
    ...{ label: 'proud (peers, bo)', before: null, after: 'The <b>desk</b>' },
  });
  expect(told('segment.mo.m.2026-01-01.result', null, 2_000_000).label).toBe(
    'What was achieved (mo.m, from 2026-01-01)',
  );
  const sealed = { to: '2026-06-30', days: 181, sealed: 'draft' };
  expect(told('segment.mo.m.2026-01-01', { ...sealed, sealed: null }, sealed)).toEqual({
    label: 'Days (mo.m, from 2026-01-01)',
    ...{
      before: 'until 2026-06-30, 181 days',
      after: 'until 2026-06-30, 181 days, sealed as draft',
    },
  });
  expect(told('invitation.upward:cy', 'invited', 'declined')).toMatchObject({
    ...{ label: 'cy (who answer to them)', before: 'invited', after: 'declined' },
  });
  expect(told('said.comment', null, null)).toEqual({
    ...{ label: 'said.comment', before: null, after: null },
  });
});

test('people of a story are called by their names, whether in the label or in the value', () => {
  const changes = [
    { field: 'manager', before: null, after: 'mia.b.lund' },
    { field: 'section.peer:bo.proud', before: null, after: 'x' },
    { field: 'segment.mo.m.2026-01-01', before: null, after: null },
    { field: 'invitation.upward:cy', before: 'invited', after: 'declined' },
    { field: 'stage', before: 'opened', after: 'shared' },
  ];
  expect(told('manager', null, 'mia.b.lund')).toMatchObject({ before: null, after: 'Mia B. Lund' });
  const items = [{ changes }] as unknown as Parameters<typeof storyPeople>[0];
  expect(storyPeople(items)).toEqual(['mia.b.lund', 'bo', 'mo.m', 'cy']);
});

test('codes are one line, and none where there are none', () => {
  expect(codesText({ codes: { reasonCode: 'rater-severe', askedBy: 'ada' } })).toBe(
    'reason code rater-severe, asked for by ada',
  );
  expect(codesText({ codes: {} })).toBe('');
});
