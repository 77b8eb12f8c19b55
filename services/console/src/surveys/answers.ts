import type { SurveyQuestion } from '../api/types.ts';
import type { GivenAnswer } from './taking-part.ts';

/** As the service has it; it refuses what is longer. */
export const commentLengthMax = 2_000;

/** What was chosen and typed, by the id of the question; what was left empty is not there. */
export type Typed = Readonly<Record<string, string>>;

export const scales = { rating: { min: 1, max: 5 }, enps: { min: 0, max: 10 } } as const;

export const scaleTexts = {
  rating: '1 means “not at all”, 5 means “completely”.',
  enps: '0 means “not at all likely”, 10 means “extremely likely”.',
} as const;

/** What can be chosen; undefined of what is written. */
export function choicesOf({ kind, options }: SurveyQuestion) {
  if (kind === 'comment') return undefined;
  if (kind === 'choice') return options.map(({ id, text }) => ({ value: id, label: text ?? id }));
  const { min, max } = scales[kind];
  return Array.from({ length: max - min + 1 }, (_, index) => {
    return { value: String(min + index), label: String(min + index) };
  });
}

/** What is to be mended before it can be sent, by the id of the question; under '' of all of it. */
export function mistakesOf(
  questions: readonly SurveyQuestion[],
  typed: Typed,
): ReadonlyMap<string, string> {
  const mistakes = new Map<string, string>();
  for (const { id, kind, required } of questions) {
    const value = typed[id]?.trim() ?? '';
    if (required && value === '') mistakes.set(id, 'Please answer this question.');
    if (kind === 'comment' && value.length > commentLengthMax) {
      mistakes.set(id, `Please write ${commentLengthMax} characters at most.`);
    }
  }
  const isEmpty = questions.every(({ id }) => (typed[id]?.trim() ?? '') === '');
  if (isEmpty && mistakes.size === 0) mistakes.set('', 'Please answer at least one question.');
  return mistakes;
}

export function givenOf(questions: readonly SurveyQuestion[], typed: Typed): GivenAnswer {
  const given = { ratings: {}, choices: {}, comments: {} } as {
    ratings: Record<string, number>;
    choices: Record<string, string>;
    comments: Record<string, string>;
  };
  for (const { id, kind } of questions) {
    const value = typed[id] ?? '';
    if (value.trim() === '') continue;
    if (kind === 'choice') given.choices[id] = value;
    else if (kind === 'comment') given.comments[id] = value;
    else given.ratings[id] = Number(value);
  }
  return given;
}

/** What was given before, to be changed. */
export function typedOf({ ratings, choices, comments }: GivenAnswer): Typed {
  const numbers = Object.entries(ratings ?? {}).map(([id, value]) => [id, String(value)]);
  return { ...Object.fromEntries(numbers), ...choices, ...comments } as Typed;
}
