import { clearText } from '@plumbline/kernel';
import type * as Command from './one-to-one.commands.ts';
import type { OneToOneFact } from './one-to-one.ts';

/** The example histories of a one-to-one: Cy, who leads Ada, meets her and agrees two actions. */
export const oneToOneId = '6b2a9d74-3c8e-5f15-a0d6-8e4f1c7b9a32';
export const ada = 'ada';
export const cy = 'cy';

const asked = (act: string, at: string, by: string) => ({ act, oneToOneId, at, now: at, by });
const told = (act: string, at: string, by: string) => ({ act, oneToOneId, at, by });

const meeting = { with: ada, about: ada, on: '2026-07-06' };

export const hold: Command.HoldOneToOne = {
  type: 'HoldOneToOne',
  ...asked('act-hold', '2026-07-06T15:00:00.000Z', cy),
  ...meeting,
  agenda: ['The night shift', 'A course in autumn'],
};
export const held = {
  type: 'OneToOneHeld',
  ...told('act-hold', '2026-07-06T15:00:00.000Z', cy),
  ...meeting,
  points: 2,
  text: clearText('person:ada', {
    'point.0': 'The night shift',
    'point.1': 'A course in autumn',
  }),
} as const satisfies OneToOneFact;

export const agree: Command.AgreeAction = {
  type: 'AgreeAction',
  ...asked('act-agree', '2026-07-06T15:05:00.000Z', ada),
  ...{ owner: ada, due: '2026-07-20', action: 'Choose a course' },
};
export const agreed = {
  type: 'ActionAgreed',
  ...told('act-agree', '2026-07-06T15:05:00.000Z', ada),
  ...{ actionId: 'act-agree', owner: ada, due: '2026-07-20' },
  text: clearText('person:ada', { action: 'Choose a course' }),
} as const satisfies OneToOneFact;

export const agreeOfCy: Command.AgreeAction = {
  ...agree,
  ...asked('act-agree-cy', '2026-07-06T15:06:00.000Z', ada),
  ...{ owner: cy, action: 'Ask for a third night nurse' },
};
export const agreedOfCy = {
  ...agreed,
  ...told('act-agree-cy', '2026-07-06T15:06:00.000Z', ada),
  ...{ actionId: 'act-agree-cy', owner: cy },
  text: clearText('person:cy', { action: 'Ask for a third night nurse' }),
} as const satisfies OneToOneFact;

export const complete: Command.CompleteAction = {
  type: 'CompleteAction',
  ...asked('act-complete', '2026-07-15T09:00:00.000Z', ada),
  actionId: 'act-agree',
};
export const completed = {
  type: 'ActionCompleted',
  ...told('act-complete', '2026-07-15T09:00:00.000Z', ada),
  actionId: 'act-agree',
} as const satisfies OneToOneFact;

export const drop: Command.DropAction = {
  type: 'DropAction',
  ...asked('act-drop', '2026-07-16T09:00:00.000Z', cy),
  ...{ actionId: 'act-agree-cy', reason: 'The ward closes.' },
};
export const dropped = {
  type: 'ActionDropped',
  ...told('act-drop', '2026-07-16T09:00:00.000Z', cy),
  actionId: 'act-agree-cy',
  text: clearText('person:cy', { reason: 'The ward closes.' }),
} as const satisfies OneToOneFact;

export const correct: Command.CorrectOneToOne = {
  type: 'CorrectOneToOne',
  ...asked('act-correct', '2026-07-07T09:00:00.000Z', ada),
  ...{ on: '2026-07-03', reason: 'We met on the Friday.' },
};
export const corrected = {
  type: 'OneToOneCorrected',
  ...told('act-correct', '2026-07-07T09:00:00.000Z', ada),
  ...{ from: '2026-07-06', to: '2026-07-03' },
  text: clearText('person:ada', { reason: 'We met on the Friday.' }),
} as const satisfies OneToOneFact;
