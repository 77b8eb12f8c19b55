import { clearText } from '@plumbline/kernel';
import type { Calendar } from './business-time.ts';
import type * as Command from './case.commands.ts';
import type { Agreement, Origin, ServiceCaseFact } from './case.ts';

/**
 * The example histories of a case: opened on a Thursday at four in the afternoon, an hour before
 * the desk closes; over the weekend summer time begins. It is answered, waits for the customer,
 * is resolved and comes back.
 */
export const caseId = '2b8d4f17-6a5e-5c39-9d10-7e3f1b2a4c58';
const subject = `case:${caseId}`;

const asked = (act: string, at: string) => ({ act, caseId, at, now: at });
const told = (act: string, at: string) => ({ act, caseId, at });

/** Monday to Friday, nine to five. */
export const officeHours = [0, 1, 2, 3, 4].map((day) => {
  return { from: day * 1_440 + 9 * 60, until: day * 1_440 + 17 * 60 };
});

export const berlin: Calendar = {
  zone: 'Europe/Berlin',
  week: officeHours,
  holidays: ['2026-04-03', '2026-04-06', '2026-05-01'],
  utcOffsetMinutes: 60,
  transitions: [
    { at: '2026-03-29T01:00:00.000Z', utcOffsetMinutes: 120 },
    { at: '2026-10-25T01:00:00.000Z', utcOffsetMinutes: 60 },
  ],
};

/** Two hours, and two days. */
export const agreement: Agreement = {
  slaRef: '6f0c2b9e-3d41-5a87-8b62-1e4d7c9a0f35',
  slaVersion: 1,
  targets: { firstResponse: 120, resolution: 960 },
  calendar: berlin,
};

export const origin: Origin = { unit: 'desk', openedBy: 'bo', touchpoint: 'form' };

const words = { customer: 'M. Weber', summary: 'The form cannot be sent.' };

export const open: Command.OpenCase = {
  type: 'OpenCase',
  ...asked('act-open', '2026-03-26T15:00:00.000Z'),
  ...agreement,
  ...origin,
  words,
};
export const opened = {
  type: 'CaseOpened',
  ...told('act-open', '2026-03-26T15:00:00.000Z'),
  ...agreement,
  ...origin,
  text: clearText(subject, words),
} as const satisfies ServiceCaseFact;

/** Half past nine on Friday: an hour and a half on the clock. */
export const respond: Command.RespondToCase = {
  type: 'RespondToCase',
  ...asked('act-respond', '2026-03-27T08:30:00.000Z'),
};
export const responded = {
  type: 'CaseResponded',
  ...told('act-respond', '2026-03-27T08:30:00.000Z'),
  reading: { elapsedMs: 90 * 60_000, targetMinutes: 120, met: true },
} as const satisfies ServiceCaseFact;

/** From noon on Friday until ten on Monday: four hours on the clock. */
export const pause: Command.PauseClock = {
  type: 'PauseClock',
  ...asked('act-pause', '2026-03-27T11:00:00.000Z'),
  cause: 'customer',
};
export const paused = {
  type: 'ClockPaused',
  ...told('act-pause', '2026-03-27T11:00:00.000Z'),
  cause: 'customer',
} as const satisfies ServiceCaseFact;

export const resume: Command.ResumeClock = {
  type: 'ResumeClock',
  ...asked('act-resume', '2026-03-30T08:00:00.000Z'),
};
export const resumed = {
  type: 'ClockResumed',
  ...told('act-resume', '2026-03-30T08:00:00.000Z'),
} as const satisfies ServiceCaseFact;

/** Five on Monday: eleven hours on the clock. */
export const resolve: Command.ResolveCase = {
  type: 'ResolveCase',
  ...asked('act-resolve', '2026-03-30T15:00:00.000Z'),
};
export const resolved = {
  type: 'CaseResolved',
  ...told('act-resolve', '2026-03-30T15:00:00.000Z'),
  reading: { elapsedMs: 11 * 3_600_000, targetMinutes: 960, met: true },
} as const satisfies ServiceCaseFact;

/** Nine on Thursday; on Friday and on Monday the desk is closed. */
export const reopen: Command.ReopenCase = {
  type: 'ReopenCase',
  ...asked('act-reopen', '2026-04-02T07:00:00.000Z'),
  reason: 'It happens again.',
};
export const reopened = {
  type: 'CaseReopened',
  ...told('act-reopen', '2026-04-02T07:00:00.000Z'),
  text: clearText(subject, { reason: 'It happens again.' }),
} as const satisfies ServiceCaseFact;

/** The five hours that were left are used up at two on Thursday. */
export const markBreached: Command.MarkSlaBreached = {
  type: 'MarkSlaBreached',
  ...asked('act-breach', '2026-04-02T12:00:00.001Z'),
  clock: 'resolution',
};
export const breached = {
  type: 'SlaBreached',
  ...told('act-breach', '2026-04-02T12:00:00.001Z'),
  clock: 'resolution',
  ranOutAt: '2026-04-02T12:00:00.000Z',
} as const satisfies ServiceCaseFact;

/** Told a day later: it was done at noon, two hours before the clock ran out. */
export const resolveLate: Command.ResolveCase = {
  type: 'ResolveCase',
  ...asked('act-resolve-late', '2026-04-02T10:00:00.000Z'),
  now: '2026-04-03T08:00:00.000Z',
};
export const resolvedLate = {
  type: 'CaseResolved',
  ...told('act-resolve-late', '2026-04-02T10:00:00.000Z'),
  reading: { elapsedMs: 14 * 3_600_000, targetMinutes: 960, met: true },
} as const satisfies ServiceCaseFact;
export const corrected = {
  type: 'SlaBreachCorrected',
  ...told('act-resolve-late', '2026-04-02T10:00:00.000Z'),
  clock: 'resolution',
  ranOutAt: breached.ranOutAt,
} as const satisfies ServiceCaseFact;
