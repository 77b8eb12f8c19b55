import { clearText } from '@plumbline/kernel';
import type * as Command from './request.commands.ts';
import type { RequestFact } from './request.ts';

/** The example histories of a request: Bo is asked what Ada's new desk has changed. */
export const requestId = '7c1e9b40-5a2d-5f63-8e17-0b9d3c4a6f25';
export const noteId = '2d8f6a13-4b7c-5e90-9a1f-6c3e5b7d8f04';
export const ada = 'ada';
export const bo = 'bo';

const asked = (act: string, at: string) => ({ act, requestId, at, now: at });
const told = (act: string, at: string) => ({ act, requestId, at });

const asking = {
  by: ada,
  subject: ada,
  from: bo,
  due: '2026-07-15',
  topic: { goal: '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d' },
};
const question = 'What has the new desk changed for you?';

export const ask: Command.AskFeedback = {
  type: 'AskFeedback',
  ...asked('act-ask', '2026-07-01T09:00:00.000Z'),
  ...asking,
  question,
};
export const requested = {
  type: 'FeedbackRequested',
  ...told('act-ask', '2026-07-01T09:00:00.000Z'),
  ...asking,
  text: clearText('person:ada', { question }),
} as const satisfies RequestFact;

export const decline: Command.DeclineRequest = {
  type: 'DeclineRequest',
  ...asked('act-decline', '2026-07-02T09:00:00.000Z'),
  by: bo,
  reason: 'I was away all of June.',
};
export const declined = {
  type: 'FeedbackDeclined',
  ...told('act-decline', '2026-07-02T09:00:00.000Z'),
  text: clearText('person:bo', { reason: 'I was away all of June.' }),
} as const satisfies RequestFact;

export const answer: Command.AnswerRequest = {
  type: 'AnswerRequest',
  ...asked('act-answer', '2026-07-10T09:00:00.000Z'),
  ...{ noteId, author: bo, subject: ada },
};
export const answered = {
  type: 'RequestAnswered',
  ...told('act-answer', '2026-07-10T09:00:00.000Z'),
  noteId,
} as const satisfies RequestFact;

/** The first instant at which the 15th is over everywhere. */
export const lapse: Command.LapseRequest = {
  type: 'LapseRequest',
  ...asked('act-lapse', '2026-07-16T12:00:00.000Z'),
};
export const lapsed = {
  type: 'RequestLapsed',
  ...told('act-lapse', '2026-07-16T12:00:00.000Z'),
} as const satisfies RequestFact;
