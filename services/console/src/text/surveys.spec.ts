import { expect, test } from '@jest/globals';
import { groupText, isOpen, languageName, participationText, stageText } from './surveys.ts';

const dated = {
  ...{ stage: 'launched' as const, opens: '2026-05-04', closes: '2026-05-15' },
  closedOn: null,
};

test('a survey is open from its first day to its last, unless it was closed', () => {
  const days = ['2026-05-03', '2026-05-04', '2026-05-15', '2026-05-16'];
  expect(days.map((day) => isOpen(dated, day))).toEqual([false, true, true, false]);
  expect(days.map((day) => stageText(dated, day))).toEqual([
    ...['opens on May 4, 2026', 'open until May 15, 2026', 'open until May 15, 2026'],
    'closed on May 15, 2026',
  ]);
  const closed = { ...dated, stage: 'closed' as const, closedOn: '2026-05-10' };
  expect([isOpen(closed, '2026-05-10'), stageText(closed, '2026-05-10')]).toEqual([
    ...[false, 'closed on May 10, 2026'],
  ]);
});

test('who takes part is said of how many, where that is known', () => {
  expect(participationText(6, 14)).toBe('6 of 14 take part (42.8%)');
  expect(participationText(1, undefined)).toBe('1 person takes part');
  expect(participationText(0, 0)).toBe('nobody is asked');
  expect(participationText(null, undefined)).toBe('a few people take part');
});

test('a language is called as it calls itself', () => {
  const tags = ['de', 'pt-BR', 'xx', 'en-12'];
  expect(tags.map(languageName)).toEqual(['Deutsch', 'português (Brasil)', 'xx', 'en-12']);
});

test('a group is called by its unit, and none is all others', () => {
  const names = new Map([['lab', 'The lab']]);
  expect(groupText({ unit: 'lab' }, names)).toBe('The lab');
  expect(groupText({ unit: 'shop', grade: '4' }, names)).toBe('shop, grade 4');
  expect(groupText({}, names)).toBe('All others');
});
