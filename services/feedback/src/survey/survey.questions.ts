import { reject, type Rejection } from '@plumbline/kernel';
import { refuseId } from './survey.rules.ts';
import type { Launch, Question } from './survey.ts';

export const questionsMax = 40;
/** Each lets people write freely, and what is written freely tells most of who wrote it. */
export const commentQuestionsMax = 5;
export const optionsMin = 2;
export const optionsMax = 12;

export function refuseQuestions({ kind, questions }: Launch): Rejection | undefined {
  if (questions.length === 0) {
    return reject('survey/no-questions', 'Ask one question at least.', '/questions');
  }
  if (questions.length > questionsMax) {
    const detail = `At most ${questionsMax} questions; few answer more.`;
    return reject('survey/too-many-questions', detail, '/questions');
  }
  if (new Set(questions.map(({ id }) => id)).size < questions.length) {
    return reject('survey/question-twice', 'The ids of questions must differ.', '/questions');
  }
  const counted = (kind: Question['kind']) => questions.filter((one) => one.kind === kind).length;
  if (counted('comment') > commentQuestionsMax) {
    const detail = `At most ${commentQuestionsMax} questions for comments.`;
    return reject('survey/too-many-comments', detail, '/questions');
  }
  if (kind === 'enps' && counted('enps') !== 1) {
    const detail = 'An eNPS survey asks once how likely people would recommend working here.';
    return reject('survey/enps-question', detail, '/questions');
  }
  const bad = questions.map((one, index) => refuseQuestion(one, `/questions/${index}`));
  return bad.find((one) => one !== undefined);
}

function refuseQuestion(question: Question, field: string): Rejection | undefined {
  const malformed = refuseId(question.id, `${field}/id`);
  if (malformed !== undefined || question.kind !== 'choice') return malformed;
  const { options } = question;
  if (options.length < optionsMin || options.length > optionsMax) {
    const detail = `Give ${optionsMin} to ${optionsMax} options to choose from.`;
    return reject('survey/options', detail, `${field}/options`);
  }
  if (new Set(options).size < options.length) {
    const detail = 'The ids of options must differ.';
    return reject('survey/option-twice', detail, `${field}/options`);
  }
  const bad = options.map((one, index) => refuseId(one, `${field}/options/${index}`));
  return bad.find((one) => one !== undefined);
}
