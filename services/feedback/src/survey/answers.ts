import { derivedId, emptyTable, tableGet, tableWith } from '@plumbline/kernel';
import type { Day, Table, Text } from '@plumbline/kernel';
import { answerKey, labelOf } from './answer.ts';
import type { Answer, CommentPlace, Content } from './answer.ts';
import type { LaunchedSurvey } from './survey.ts';
import type { AnswerTerms } from './validate-answer.ts';

/**
 * A batch of answers that leaves the place where answers wait: one stream a survey. It names nobody
 * and nothing of anybody: no actor but the process that releases, no act, no cause, no subject, no
 * instant. `releaseCommand` is the id, the cause and the correlation of the command that the log
 * keeps; its time in the world is the start of the day. Its fingerprint is of that id alone: one of
 * the content would let a comment be guessed after it was erased.
 *
 * The comments are in `text`, by `comment.<index>` of `comments`.
 */
export interface AnswersReleased {
  readonly type: 'AnswersReleased';
  readonly surveyId: string;
  /** From 1, without a gap. */
  readonly batch: number;
  readonly n: number;
  readonly on: Day;
  /** What the batch was held to: so many answers are in it, and in each group within it. */
  readonly threshold: number;
  /** Nothing is released after this one. */
  readonly last: boolean;
  /** In canonical order, as are the comments. */
  readonly answers: readonly Answer[];
  readonly comments: readonly CommentPlace[];
  readonly text: Text;
}

/** What of a survey a batch is held to. */
export type ReleaseTerms = AnswerTerms & Pick<LaunchedSurvey, 'stage' | 'opens' | 'threshold'>;

export interface ReleaseAnswers extends Content {
  readonly type: 'ReleaseAnswers';
  readonly surveyId: string;
  readonly batch: number;
  readonly on: Day;
  readonly last: boolean;
  /** The survey as it stands. */
  readonly survey: ReleaseTerms;
}

export interface Answers {
  /** A digest of what was released, by the number of the batch: a repeat is told by it. */
  readonly released: Table<string>;
  readonly latest: Pick<AnswersReleased, 'batch' | 'on' | 'threshold' | 'last'> | null;
  readonly n: number;
}

export const initialAnswers: Answers = { released: emptyTable, latest: null, n: 0 };

export function evolveAnswers(answers: Answers, fact: AnswersReleased): Answers {
  const { batch, on, threshold, last, n } = fact;
  return {
    released: tableWith(answers.released, String(batch), digestOf(fact)),
    latest: { batch, on, threshold, last },
    n: answers.n + n,
  };
}

export function releasedBatch({ released }: Answers, batch: number): string | undefined {
  return tableGet(released, String(batch));
}

/** All of a batch but its comments' words, which are sealed by the time that it is read again. */
export function digestOf(batch: {
  readonly answers: readonly Answer[];
  readonly comments: readonly CommentPlace[];
}): string {
  const comments = batch.comments.map(({ question, segments }) => [question, labelOf(segments)]);
  return derivedId(JSON.stringify([batch.answers.map(answerKey), comments]));
}

/** The id of the command, which anybody can make of what the fact says: it says nothing else. */
export function releaseCommand(surveyId: string, batch: number): string {
  return derivedId('survey-release', surveyId, batch);
}

/** Whose key seals the comments of a batch: that of the batch, as nobody else is known. */
export function responseOf(surveyId: string, batch: number): string {
  return `response:${surveyId}.${batch}`;
}
