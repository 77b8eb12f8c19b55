import { expect, test } from '@jest/globals';
import type { CaseClock } from '../api/types.ts';
import { businessText, caseText, clockText, lineText, type CaseLine } from './cases.ts';

const dueAt = '2026-03-27T09:00:00.000Z';
const clock: CaseClock = {
  ...{ targetMinutes: 120, elapsedMinutes: 90.5, dueAt, isOverdue: false },
  ...{ endedAt: null, met: null },
};
const due = 'Mar 27, 2026, 09:00:00 UTC';

test('business time is in hours and minutes', () => {
  const texts = [0, 59.9, 60, 90.5, 960].map((minutes) => businessText(minutes));
  expect(texts).toEqual(['0 min', '59 min', '1 h', '1 h 30 min', '16 h']);
});

test('a promise is due, overdue, kept or not, or stands still, in words', () => {
  const used = '1 h 30 min of 2 h used';
  expect(clockText(clock)).toBe(`Due on ${due}: ${used}`);
  expect(clockText({ ...clock, elapsedMinutes: 180, isOverdue: true })).toBe(
    `Overdue since ${due}: 3 h of 2 h used`,
  );
  expect(clockText({ ...clock, dueAt: null })).toBe(`Stands still: ${used}`);
  expect(clockText({ ...clock, met: true })).toBe(`Kept: ${used}`);
  expect(clockText({ ...clock, met: false, isOverdue: true })).toBe(`Not kept: ${used}`);
  expect(clockText({ ...clock, targetMinutes: null })).toBe(
    'Nothing is promised; 1 h 30 min so far',
  );
});

test('a case says in a sentence how it stands', () => {
  const running = { stage: 'running' as const, isOverdue: true, pausedFor: null };
  expect(caseText(running)).toBe('The case is open, and overdue.');
  expect(caseText({ ...running, stage: 'paused', isOverdue: false, pausedFor: 'customer' })).toBe(
    'The case is waiting for customer.',
  );
});

test('a breach and its correction are two lines, and each says what it is', () => {
  const line: CaseLine = {
    ...{ type: 'CaseOpened', at: dueAt, recordedAt: dueAt, by: { sub: 'bo', via: 'http' } },
    ...{ cause: null, reason: null, reading: null, breach: null },
  };
  const breach = { clock: 'firstResponse' as const, ranOutAt: dueAt };
  expect(lineText(line)).toBe('Opened');
  expect(lineText({ ...line, type: 'ClockPaused', cause: 'customer' })).toBe(
    'Waiting for customer',
  );
  const reading = { elapsedMs: 5_400_000, targetMinutes: 120, met: true };
  expect(lineText({ ...line, type: 'CaseResolved', reading })).toBe(
    'Resolved after 1 h 30 min, in time',
  );
  expect(lineText({ ...line, type: 'SlaBreached', breach })).toBe(
    `The time for the first response ran out on ${due}`,
  );
  expect(lineText({ ...line, type: 'SlaBreachCorrected', breach })).toBe(
    `Corrected: the time for the first response had not run out on ${due}`,
  );
});
