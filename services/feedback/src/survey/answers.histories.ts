import { clearText } from '@plumbline/kernel';
import type { Answer, Comment } from './answer.ts';
import type { AnswersReleased, ReleaseAnswers, ReleaseTerms } from './answers.ts';
import { promise, surveyId } from './survey.histories.ts';

/**
 * The example histories of answers: of the pulse in May, a first batch of five from the desk, while
 * it is open, and a last one of six when it is closed, in which none carries attributes.
 */
export const open: ReleaseTerms = { ...promise, stage: 'launched', threshold: 5 };
export const over: ReleaseTerms = { ...open, stage: 'closed' };

export const desk = { unit: 'desk' };
export const answer = (pride: number, segments: Answer['segments'] = desk): Answer => {
  return { segments, ratings: { pride }, choices: {} };
};
export const comment = (text: string, segments: Answer['segments'] = desk): Comment => {
  return { question: 'why', segments, text };
};

const first = { surveyId, batch: 1, on: '2026-05-07', last: false } as const;
const fromDesk = [1, 2, 4, 4, 5].map((pride) => answer(pride));
export const release: ReleaseAnswers = {
  type: 'ReleaseAnswers',
  ...first,
  answers: fromDesk,
  comments: [comment('All of it.'), comment('The people.')],
  survey: open,
};
export const released: AnswersReleased = {
  type: 'AnswersReleased',
  ...first,
  ...{ n: 5, threshold: 5, answers: fromDesk },
  comments: [
    { question: 'why', segments: desk },
    { question: 'why', segments: desk },
  ],
  text: clearText(`response:${surveyId}.1`, {
    'comment.0': 'All of it.',
    'comment.1': 'The people.',
  }),
};

const second = { surveyId, batch: 2, on: '2026-05-16', last: true } as const;
const fromAll = [1, 1, 3, 3, 4, 5].map((pride) => answer(pride, {}));
export const releaseLast: ReleaseAnswers = {
  type: 'ReleaseAnswers',
  ...second,
  ...{ answers: fromAll, comments: [], survey: over },
};
export const releasedLast: AnswersReleased = {
  type: 'AnswersReleased',
  ...second,
  ...{ n: 6, threshold: 5, answers: fromAll, comments: [] },
  text: clearText(`response:${surveyId}.2`, {}),
};
