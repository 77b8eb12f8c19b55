import { isBlank, reject, type Rejection } from '@plumbline/kernel';
import type { Answer, Comment, Segments, WaitingAnswer } from './answer.ts';
import { inPointer } from './survey.rules.ts';
import type { Launch, Question } from './survey.ts';

export const ratingMin = 1;
export const ratingMax = 5;
/** Of the question how likely one would recommend. */
export const enpsMin = 0;
export const enpsMax = 10;
export const commentLengthMax = 2_000;

/** What of a survey an answer is held to. */
export type AnswerTerms = Pick<Launch, 'questions' | 'segments'>;

/**
 * What a participant sends, held to the questions. A question that is not required may be left out;
 * an answer to none of them is no answer: it would count where nothing was said.
 */
export function refuseAnswer(terms: AnswerTerms, answer: WaitingAnswer): Rejection | undefined {
  return (
    refuseBareAnswer(terms, answer, '') ??
    refuseComments(terms, answer.comments) ??
    refuseMissing(terms, answer)
  );
}

/** Ratings, choices and segments: each of a question, or an attribute, that is there, and valid. */
export function refuseBareAnswer(
  terms: AnswerTerms,
  { segments, ratings, choices }: Answer,
  at: string,
): Rejection | undefined {
  return (
    firstOf(ratings, `${at}/ratings`, (rating, question, field) =>
      refuseRating(terms, rating, question, field),
    ) ??
    firstOf(choices, `${at}/choices`, (option, question, field) =>
      refuseChoice(terms, option, question, field),
    ) ??
    refuseSegmentsOf(terms, segments, `${at}/segments`)
  );
}

/** A comment of a batch, as it stands apart from its answer. */
export function refuseComment(
  terms: AnswerTerms,
  { question, segments, text }: Comment,
  at: string,
): Rejection | undefined {
  return (
    refuseText(terms, text, question, `${at}/text`) ??
    refuseSegmentsOf(terms, segments, `${at}/segments`)
  );
}

function refuseRating(
  terms: AnswerTerms,
  rating: number,
  question: string,
  field: string,
): Rejection | undefined {
  const kind = questionOf(terms, question)?.kind;
  if (kind !== 'rating' && kind !== 'enps') return unknownQuestion('rating', field);
  const [low, high] = kind === 'rating' ? [ratingMin, ratingMax] : [enpsMin, enpsMax];
  if (Number.isInteger(rating) && rating >= low && rating <= high) return undefined;
  const detail = `Give a whole number from ${low} to ${high}.`;
  return reject('answer/rating-out-of-scale', detail, field);
}

function refuseChoice(
  terms: AnswerTerms,
  option: string,
  question: string,
  field: string,
): Rejection | undefined {
  const asked = questionOf(terms, question);
  if (asked?.kind !== 'choice') return unknownQuestion('choice', field);
  if (asked.options.includes(option)) return undefined;
  const detail = `Choose one of: ${asked.options.join(', ')}.`;
  return reject('answer/unknown-option', detail, field);
}

function refuseComments(
  terms: AnswerTerms,
  comments: WaitingAnswer['comments'],
): Rejection | undefined {
  return firstOf(comments, '/comments', (text, question, field) =>
    refuseText(terms, text, question, field),
  );
}

function refuseText(
  terms: AnswerTerms,
  text: string,
  question: string,
  field: string,
): Rejection | undefined {
  if (questionOf(terms, question)?.kind !== 'comment') return unknownQuestion('comment', field);
  if (!isBlank(text) && text.length <= commentLengthMax) return undefined;
  const detail = `Write 1 to ${commentLengthMax} characters, or leave the comment out.`;
  return reject('answer/comment-length', detail, field);
}

function refuseMissing({ questions }: AnswerTerms, answer: WaitingAnswer): Rejection | undefined {
  const isAnswered = ({ id, kind }: Question) => Object.hasOwn(partOf(answer, kind), id);
  const missing = questions.find((one) => one.required && !isAnswered(one));
  if (missing !== undefined) {
    const field = `/${partNames[missing.kind]}/${missing.id}`;
    return reject('answer/required-missing', 'This question must be answered.', field);
  }
  if (questions.some(isAnswered)) return undefined;
  return reject('answer/empty', 'Answer one question at least.');
}

function refuseSegmentsOf(
  terms: AnswerTerms,
  segments: Segments,
  at: string,
): Rejection | undefined {
  return firstOf(segments, at, (value, segment, field) => {
    const attribute = terms.segments.find(({ id }) => id === segment);
    const values = [...(attribute?.values ?? []), ...(attribute?.above ?? [])];
    if (values.includes(value)) return undefined;
    const detail = 'Answers carry only the attributes and values that were fixed at launch.';
    return reject('answer/unknown-segment', detail, field);
  });
}

const partNames = {
  rating: 'ratings',
  enps: 'ratings',
  choice: 'choices',
  comment: 'comments',
} as const;

function partOf(answer: WaitingAnswer, kind: Question['kind']): Readonly<Record<string, unknown>> {
  return answer[partNames[kind]];
}

function questionOf({ questions }: AnswerTerms, question: string): Question | undefined {
  return questions.find(({ id }) => id === question);
}

function unknownQuestion(part: string, field: string): Rejection {
  return reject('answer/unknown-question', `No question with this id asks for a ${part}.`, field);
}

/** The first that is refused, with a pointer to it. */
function firstOf<Value>(
  members: Readonly<Record<string, Value>>,
  at: string,
  refuse: (value: Value, name: string, field: string) => Rejection | undefined,
): Rejection | undefined {
  for (const [name, value] of Object.entries(members)) {
    const refused = refuse(value, name, `${at}/${inPointer(name)}`);
    if (refused !== undefined) return refused;
  }
  return undefined;
}
