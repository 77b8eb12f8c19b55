import { clearText } from '@plumbline/kernel';
import type * as Command from './note.commands.ts';
import type { NoteFact } from './note.ts';

/** The example histories of a note: Bo praises Ada, lets all see it, and takes it back. */
export const noteId = '2d8f6a13-4b7c-5e90-9a1f-6c3e5b7d8f04';
export const requestId = '7c1e9b40-5a2d-5f63-8e17-0b9d3c4a6f25';
export const ada = 'ada';
export const bo = 'bo';

const asked = (act: string, at: string) => ({ act, noteId, at, now: at });
const told = (act: string, at: string) => ({ act, noteId, at });

const given = {
  author: bo,
  subject: ada,
  visibility: 'author-and-subject',
  kind: 'praise',
  links: [{ goal: '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d' }, { request: requestId }],
} as const;
const message = 'Nobody waits until the next morning any more.';

export const give: Command.GiveFeedback = {
  type: 'GiveFeedback',
  ...asked('act-give', '2026-07-10T09:00:00.000Z'),
  ...given,
  message,
};
export const feedbackGiven = {
  type: 'FeedbackGiven',
  ...told('act-give', '2026-07-10T09:00:00.000Z'),
  ...given,
  text: clearText('person:ada', { message }),
} as const satisfies NoteFact;

export const widen: Command.WidenVisibility = {
  type: 'WidenVisibility',
  ...asked('act-widen', '2026-07-12T09:00:00.000Z'),
  by: bo,
  to: 'public',
  reason: 'Others ask how it was done.',
};
export const widened = {
  type: 'VisibilityWidened',
  ...told('act-widen', '2026-07-12T09:00:00.000Z'),
  from: 'author-and-subject',
  to: 'public',
  text: clearText('person:ada', { reason: 'Others ask how it was done.' }),
} as const satisfies NoteFact;

export const retract: Command.RetractFeedback = {
  type: 'RetractFeedback',
  ...asked('act-retract', '2026-07-20T09:00:00.000Z'),
  by: bo,
  reason: 'It was meant for Cy.',
};
export const retracted = {
  type: 'FeedbackRetracted',
  ...told('act-retract', '2026-07-20T09:00:00.000Z'),
  text: clearText('person:ada', { reason: 'It was meant for Cy.' }),
} as const satisfies NoteFact;
