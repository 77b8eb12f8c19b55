import { describe, expect, test } from '@jest/globals';
import { dayText, exactInstantText, fromInput, instantText, lengthText } from './times.ts';
import { monthText, toInput } from './times.ts';

describe('an instant', () => {
  test('is shown in UTC, and says so, wherever its reader is', () => {
    expect(instantText('2026-12-31T23:59:59.999Z', 'en-GB')).toBe('31 Dec 2026, 23:59:59 UTC');
    expect(instantText('2027-01-01T01:59:59+02:00', 'en-GB')).toBe('31 Dec 2026, 23:59:59 UTC');
  });

  test('is shown to the millisecond where seconds do not tell apart', () => {
    expect(exactInstantText('2026-07-01T09:00:00.042Z', 'en-GB')).toBe(
      '1 Jul 2026, 09:00:00.042 UTC',
    );
  });

  test('that is none stays as it came', () => {
    expect(instantText('soon', 'en-GB')).toBe('soon');
  });
});

test('a day is that day, and an instant its day in UTC', () => {
  expect(dayText('2022-03-31', 'en-GB')).toBe('31 Mar 2022');
  expect(dayText('2022-03-31T23:59:59.999Z', 'en-GB')).toBe('31 Mar 2022');
});

test('what is typed is read as UTC, and comes back as it was typed', () => {
  expect(fromInput('2026-07-01T09:00')).toBe('2026-07-01T09:00:00.000Z');
  expect(toInput('2026-07-01T09:00:05.123Z')).toBe('2026-07-01T09:00:05');
  expect(fromInput('2026-13-01T09:00')).toBeUndefined();
  expect(fromInput('1 July')).toBeUndefined();
});

test('a length of time is in its largest unit', () => {
  expect([999, 1_000, 119_999, 86_400_000 * 2].map(lengthText)).toEqual([
    'less than a second',
    '1 second',
    '1 minute',
    '2 days',
  ]);
});

test('a month is named with its year; what is none is left as it is', () => {
  expect(monthText('2026-11', 'en')).toBe('November 2026');
  expect(monthText('2026-13', 'en')).toBe('2026-13');
});
