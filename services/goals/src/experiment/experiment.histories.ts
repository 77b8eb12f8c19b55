import { clearText } from '@plumbline/kernel';
import type * as Command from './experiment.commands.ts';
import type { ExperimentFact } from './experiment.ts';

/** The example histories of an idea: answers ready to send, tried for a month and adopted. */
export const ideaId = '9e4a6c32-1b7d-5f80-a2e3-5c8d7f6b4a19';
export const owner = 'person:ada';
export const goalId = '3f1c8a52-7d3e-5b6a-9c1d-2e4f6a8b0c1d';

const asked = (act: string, at: string) => ({ act, ideaId, at, now: at });
const told = (act: string, at: string) => ({ act, ideaId, at });

const words = { title: 'Answers ready to send', description: 'For the ten usual questions.' };
const credit = [
  { person: 'ada', share: 0.7 },
  { person: 'bo', share: 0.3 },
];

export const submit: Command.SubmitIdea = {
  type: 'SubmitIdea',
  ...asked('act-submit', '2026-04-10T09:00:00.000Z'),
  owner,
  credit,
  signalId: 'act-raise',
  words,
};
export const submitted = {
  type: 'IdeaSubmitted',
  ...told('act-submit', '2026-04-10T09:00:00.000Z'),
  owner,
  signalId: 'act-raise',
  credit,
  text: clearText(owner, words),
} as const satisfies ExperimentFact;

const hypothesis = {
  metric: 'first-answer-hours',
  direction: 'decrease',
  threshold: 12,
  unit: 'h',
} as const;

export const start: Command.StartExperiment = {
  type: 'StartExperiment',
  ...asked('act-start', '2026-05-01T09:00:00.000Z'),
  hypothesis,
  until: '2026-05-31',
  words: { hypothesis: 'With answers ready, the first one is out in half a day.' },
};
export const started = {
  type: 'ExperimentStarted',
  ...told('act-start', '2026-05-01T09:00:00.000Z'),
  hypothesis,
  until: '2026-05-31',
  text: clearText(owner, {
    hypothesis: 'With answers ready, the first one is out in half a day.',
  }),
} as const satisfies ExperimentFact;

export const conclude: Command.ConcludeExperiment = {
  type: 'ConcludeExperiment',
  ...asked('act-conclude', '2026-06-02T09:00:00.000Z'),
  outcome: 'refuted',
  value: 16,
  lesson: 'Half of the questions are not usual.',
};
export const concluded = {
  type: 'ExperimentConcluded',
  ...told('act-conclude', '2026-06-02T09:00:00.000Z'),
  outcome: 'refuted',
  value: 16,
  completed: true,
  text: clearText(owner, { lesson: 'Half of the questions are not usual.' }),
} as const satisfies ExperimentFact;

export const settle: Command.SettleIdea = {
  type: 'SettleIdea',
  ...asked('act-settle', '2026-06-10T09:00:00.000Z'),
  outcome: 'adopted',
  reason: 'It helps with the other half.',
};
export const settled = {
  type: 'IdeaSettled',
  ...told('act-settle', '2026-06-10T09:00:00.000Z'),
  outcome: 'adopted',
  text: clearText(owner, { reason: 'It helps with the other half.' }),
} as const satisfies ExperimentFact;

export const reuse: Command.ReuseLesson = {
  type: 'ReuseLesson',
  ...asked('act-reuse', '2026-07-01T09:00:00.000Z'),
  by: { goal: goalId },
};
export const reused = {
  type: 'LessonReused',
  ...told('act-reuse', '2026-07-01T09:00:00.000Z'),
  by: { goal: goalId },
} as const satisfies ExperimentFact;

export const amendCredit: Command.AmendCredit = {
  type: 'AmendCredit',
  ...asked('act-credit', '2026-06-20T09:00:00.000Z'),
  credit: [
    { person: 'ada', share: 0.5 },
    { person: 'bo', share: 0.3 },
    { person: 'cy', share: 0.2 },
  ],
  reason: 'Cy wrote the answers.',
};
export const creditAmended = {
  type: 'CreditAmended',
  ...told('act-credit', '2026-06-20T09:00:00.000Z'),
  before: credit,
  credit: amendCredit.credit,
  text: clearText(owner, { reason: 'Cy wrote the answers.' }),
} as const satisfies ExperimentFact;
