import { expect, test } from '@jest/globals';
import { FormReader } from './form-reader.ts';
import { openingOf, targetsOf, type TypedOpening } from './service-level-draft.ts';

const typed: TypedOpening = {
  ...{ open: 'days', days: [1, 0], from: '09:00', until: '17:30', zone: ' Europe/Berlin ' },
  holidays: '2026-12-25, 2026-12-26',
};

function opened(more: Partial<TypedOpening>) {
  const form = new FormReader();
  const opening = openingOf(form, { ...typed, ...more });
  return { opening, problems: form.problems.map(({ field }) => field) };
}

test('hours are minutes since Monday, in the order of the week', () => {
  expect(opened({})).toEqual({
    problems: [],
    opening: {
      ...{ zone: 'Europe/Berlin', holidays: ['2026-12-25', '2026-12-26'] },
      week: [
        { from: 540, until: 1_050 },
        { from: 1_980, until: 2_490 },
      ],
    },
  });
  expect(opened({ open: 'always', holidays: '' }).opening).toEqual({
    ...{ zone: 'Europe/Berlin', holidays: [], week: [{ from: 0, until: 10_080 }] },
  });
  expect(opened({ days: [6], until: '00:00' }).opening?.week).toEqual([
    { from: 9_180, until: 10_080 },
  ]);
});

test('what stays is not sent, and what is missing is said at its field', () => {
  expect(opened({ open: 'keep', zone: '' })).toEqual({ opening: undefined, problems: [] });
  expect(opened({ days: [] }).problems).toEqual(['/opening/week']);
  expect(opened({ from: '', zone: '' }).problems).toEqual(['/opening/zone', '/opening/week']);
});

test('targets are hours as they are typed, and whole minutes as they are sent', () => {
  const form = new FormReader();
  expect(targetsOf(form, '1.5', '')).toEqual({ firstResponse: 90 });
  expect(targetsOf(form, '', 'soon')).toEqual({ resolution: 0 });
  expect(form.problems.map(({ field }) => field)).toEqual(['/targets/resolution']);
});
