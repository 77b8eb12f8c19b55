import { expect, test } from '@jest/globals';
import type { ServiceLevel, SlaAttainment } from '../api/types.ts';
import { keptText, openingText, serviceLevelText, targetsText } from './service-levels.ts';

const utc = { zone: 'UTC', holidays: [] };
const share = { value: 0.4, n: 15, definition: 'sla-resolution@1', successes: 6 };
const kept = (more: object) => {
  const counts = { met: 6, breached: 1, openPastDue: 8, openInTime: 18 };
  return { ...counts, share: { ...share, ...more } } as SlaAttainment['firstResponse'];
};

test('opening hours are by day, over midnight with both days, or at all hours', () => {
  expect(openingText({ ...utc, week: [{ from: 0, until: 10_080 }] })).toBe('at all hours, in UTC');
  const week = [
    { from: 540, until: 1_020 },
    { from: 1_440, until: 2_880 },
    { from: 7_200 + 1_320, until: 8_640 + 360 },
  ];
  expect(openingText({ zone: 'Europe/Berlin', week, holidays: ['2026-12-25'] })).toBe(
    'Mon 09:00 – 17:00, Tue 00:00 – 24:00, Sat 22:00 – Sun 06:00, in Europe/Berlin, except 1 holiday',
  );
  expect(openingText({ ...utc, week: [], holidays: ['2026-12-25', '2026-12-26'] })).toContain(
    'except 2 holidays',
  );
});

test('what is promised is one of two, or both', () => {
  expect(targetsText({ firstResponse: 90, resolution: 1_440 })).toBe(
    'answered in 1 h 30 min, resolved in 24 h',
  );
  expect(targetsText({ firstResponse: null, resolution: 60 })).toBe('resolved in 1 h');
  const opening = { ...utc, week: [{ from: 0, until: 10_080 }] };
  const level = { version: 2, targets: { firstResponse: 60, resolution: null }, opening };
  expect(serviceLevelText(level as unknown as ServiceLevel)).toBe(
    'It is at version 2: answered in 1 h, at all hours, in UTC.',
  );
});

test('how often it was kept has its interval and its number, and may not be known', () => {
  expect(keptText(kept({ low: 0.198, high: 0.643 }))).toBe('40% kept (19.8% to 64.3%), n = 15');
  expect(keptText(kept({ low: null, high: null }))).toBe('40% kept, n = 15');
  expect(keptText(kept({ value: null, n: 0 }))).toBe('nothing is decided yet');
});
