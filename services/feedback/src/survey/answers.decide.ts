import { clearText, reject } from '@plumbline/kernel';
import type { Decider, Decision, Rejection } from '@plumbline/kernel';
import { answersAreInOrder, bareAnswer, commentsAreInOrder, labelOf } from './answer.ts';
import type { Comment } from './answer.ts';
import { digestOf, evolveAnswers, initialAnswers, releasedBatch, responseOf } from './answers.ts';
import type { Answers, AnswersReleased, ReleaseAnswers } from './answers.ts';
import { thresholdMax } from './survey.rules.ts';
import { refuseBareAnswer, refuseComment } from './validate-answer.ts';

/** Twice what may be promised: more can always be cut in two batches that are large enough. */
export const batchAnswersMax = 2 * thresholdMax;

export const answersDecider: Decider<ReleaseAnswers, Answers, AnswersReleased> = {
  initial: initialAnswers,
  evolve: evolveAnswers,
  decide: decideAnswers,
};

function decideAnswers(command: ReleaseAnswers, answers: Answers): Decision<AnswersReleased> {
  const { surveyId, batch, on, last, survey } = command;
  const before = releasedBatch(answers, batch);
  if (before !== undefined) {
    if (before === digestOf(command)) return []; // Already so: a retry is not an error.
    const detail = 'Other answers were released as this batch. Draw the next one anew.';
    return reject('answers/batch-already-released', detail, '/batch');
  }
  const refused =
    refuseTurn(command, answers) ??
    refuseSize(command) ??
    refuseContent(command) ??
    refuseOrder(command) ??
    refuseGroups(command);
  if (refused !== undefined) return refused;
  const { threshold } = survey;
  const said = { answers: command.answers.map(bareAnswer), comments: placesOf(command.comments) };
  const about = { surveyId, batch, n: said.answers.length, on, threshold, last };
  const words = command.comments.map(({ text }, index) => [`comment.${index}`, text] as const);
  const text = clearText(responseOf(surveyId, batch), Object.fromEntries(words));
  return [{ type: 'AnswersReleased', ...about, ...said, text }];
}

/** Whether it is this batch's turn, on this day. */
function refuseTurn(command: ReleaseAnswers, { latest }: Answers): Rejection | undefined {
  const { batch, on, last, survey } = command;
  if (latest?.last === true) {
    return reject('answers/complete', 'The last batch was released; nothing comes after it.');
  }
  const next = (latest?.batch ?? 0) + 1;
  if (batch !== next) {
    return reject('answers/batch-not-next', `The next batch is number ${next}.`, '/batch');
  }
  const since = latest?.on ?? survey.opens;
  if (on < since) {
    const detail = `Days go on: give ${since} or a later one.`;
    return reject('answers/day-before-the-latest', detail, '/on');
  }
  if (last && survey.stage !== 'closed') {
    const detail = 'The survey is still answered. Close it before its last batch.';
    return reject('answers/last-before-the-close', detail, '/last');
  }
  if (latest === null || survey.threshold >= latest.threshold) return undefined;
  const detail = `Batches of ${latest.threshold} were promised already; that only rises.`;
  return reject('answers/threshold-lowered', detail, '/survey/threshold');
}

function refuseSize({ answers, survey }: ReleaseAnswers): Rejection | undefined {
  const { threshold } = survey;
  if (answers.length < threshold) {
    const detail = `Fewer than ${threshold} answers are never released together. Let them wait.`;
    return reject('answers/batch-too-small', detail, '/answers');
  }
  if (answers.length <= batchAnswersMax) return undefined;
  const detail = `At most ${batchAnswersMax} answers in one batch; make two of it.`;
  return reject('answers/batch-too-large', detail, '/answers');
}

function refuseContent({ answers, comments, survey }: ReleaseAnswers): Rejection | undefined {
  for (const [index, answer] of answers.entries()) {
    const refused = refuseBareAnswer(survey, answer, `/answers/${index}`);
    if (refused !== undefined) return refused;
  }
  for (const [index, comment] of comments.entries()) {
    const refused = refuseComment(survey, comment, `/comments/${index}`);
    if (refused !== undefined) return refused;
  }
  return undefined;
}

/** Any other order than the canonical one could be that in which the answers came. */
function refuseOrder({ answers, comments }: ReleaseAnswers): Rejection | undefined {
  const detail = 'The order tells something. Sort by what is said.';
  if (!answersAreInOrder(answers)) return reject('answers/not-sorted', detail, '/answers');
  if (commentsAreInOrder(comments)) return undefined;
  return reject('answers/not-sorted', detail, '/comments');
}

/**
 * Who took part is known, and where they belong too: an answer that carries a unit is one of as
 * many as carry that unit with it, and these are no fewer than was promised.
 */
function refuseGroups({ answers, comments, survey }: ReleaseAnswers): Rejection | undefined {
  const sizes = countBy(answers, ({ segments }) => labelOf(segments));
  const small = answers.findIndex(({ segments }) => {
    return (sizes.get(labelOf(segments)) ?? 0) < survey.threshold;
  });
  if (small >= 0) {
    const detail = `Fewer than ${survey.threshold} answers of the batch carry these attributes.`;
    return reject('answers/group-too-small', detail, `/answers/${small}/segments`);
  }
  const counts = countBy(comments, placeOf);
  const stranger = comments.findIndex((one) => {
    return (counts.get(placeOf(one)) ?? 0) > (sizes.get(labelOf(one.segments)) ?? 0);
  });
  if (stranger < 0) return undefined;
  const detail = 'There are more comments than answers that carry these attributes.';
  return reject('answers/comment-without-answer', detail, `/comments/${stranger}/segments`);
}

function placeOf({ question, segments }: Comment): string {
  return `${question} ${labelOf(segments)}`;
}

function placesOf(comments: readonly Comment[]): AnswersReleased['comments'] {
  const noAnswers = { ratings: {}, choices: {} };
  return comments.map(({ question, segments }) => {
    return { question, segments: bareAnswer({ segments, ...noAnswers }).segments };
  });
}

function countBy<One>(all: readonly One[], key: (one: One) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(key(one), (counts.get(key(one)) ?? 0) + 1);
  return counts;
}
