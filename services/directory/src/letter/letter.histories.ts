import type { LetterCommand, LetterFact } from './letter.ts';

/** The example histories of a letter to Ada: the server is away at first. */
export const letter = '0b9d3c57-6a1e-5f80-8c24-3e5d7f9a1b2c';
const told = (act: string, at: string) => ({ act, letter, at });

export const attempt = {
  ...{ type: 'AttemptLetter', ...told('act-attempt-1', '2027-01-13T00:10:01.000Z'), to: 'ada' },
} as const satisfies LetterCommand;
export const attempted = {
  ...{ type: 'LetterAttempted', ...told('act-attempt-1', '2027-01-13T00:10:01.000Z') },
  ...{ to: 'ada', attempt: 1 },
} as const satisfies LetterFact;
export const defer = {
  ...{ type: 'DeferLetter', ...told('act-defer-1', '2027-01-13T00:10:02.000Z') },
  code: 'ECONNECTION',
} as const satisfies LetterCommand;
export const deferred = {
  ...{ type: 'LetterDeferred', ...told('act-defer-1', '2027-01-13T00:10:02.000Z') },
  code: 'ECONNECTION',
} as const satisfies LetterFact;
export const settle = {
  ...{ type: 'SettleLetter', ...told('act-settle', '2027-01-13T00:10:03.000Z'), to: 'ada' },
  ...{ outcome: 'sent', code: null },
} as const satisfies LetterCommand;
export const settled = {
  ...{ type: 'LetterSettled', ...told('act-settle', '2027-01-13T00:10:03.000Z'), to: 'ada' },
  ...{ outcome: 'sent', code: null },
} as const satisfies LetterFact;
