import { readNumber, type NumberFormat } from './values.ts';

/** Questions of one response, as the service takes them. */
export const answersMax = 64;
export const metricLengthMax = 64;
/** Points of a scale of one's own, as 0 to 100 has. */
export const scalePointsMax = 101;
/** Texts that mean no answer, for one question. */
export const codesMax = 32;

/** Why there is no answer. */
export const noAnswers = [
  'blank',
  'not-applicable',
  'do-not-know',
  'declined',
  'dismissed',
] as const;
export type NoAnswer = (typeof noAnswers)[number];

export type Codes = ReadonlyMap<string, NoAnswer>;

/** Whole numbers, both within. */
export interface Scale {
  readonly min: number;
  readonly max: number;
}

/** One question of a survey: where its answers stand, what they are on, and what means none. */
export interface AnswerOf {
  readonly op: 'answer';
  readonly field: string;
  readonly metric: string;
  /** Of a question of one's own; those of `nps`, `csat` and `ces` are known. */
  readonly scale?: Scale;
  readonly noAnswer: Codes;
}

/** As the bulk route takes it: with a score, or with the cause of none. */
export interface Answer {
  readonly metric: string;
  readonly scale?: Scale;
  readonly score: number | null;
  readonly noAnswer?: NoAnswer;
}

/** How a file writes what is common to all its fields. */
export interface Writing {
  readonly missing: readonly string[];
  readonly spoilt: readonly string[];
  readonly numbers: NumberFormat;
}

const metricPattern = /^[a-z0-9][a-z0-9._:-]*$/;

/** Those that everybody means the same by: another scale makes another question. */
const knownScales: ReadonlyMap<string, Scale> = new Map([
  ['nps', { min: 0, max: 10 }],
  ['csat', { min: 1, max: 5 }],
  ['ces', { min: 1, max: 7 }],
]);

export interface AnswerFault {
  /** Within the question, as it stands in the mapping. */
  readonly at: string;
  readonly why: string;
}

/** What is wrong with a question, so that it is found before the first record is read. */
export function faultsOfQuestion(question: AnswerOf, numbers: NumberFormat): AnswerFault[] {
  const { metric, noAnswer } = question;
  const faults: AnswerFault[] = [];
  if (metric.length > metricLengthMax || !metricPattern.test(metric)) {
    const why = `has at most ${metricLengthMax} small letters, digits and signs (. _ : -)`;
    faults.push({ at: '/metric', why });
  }
  const why = faultOfScale(question);
  if (why !== undefined) return [...faults, { at: '/scale', why }];
  if (noAnswer.size > codesMax) {
    faults.push({ at: '/noAnswer', why: `has at most ${codesMax} texts` });
  }
  const scale = scaleOf(question);
  for (const text of noAnswer.keys()) {
    const number = readNumber(text, numbers);
    if (number === undefined || scale === undefined || !isWithin(scale, number)) continue;
    // Else the same text would be a score in one record, and nothing in another.
    faults.push({ at: '/noAnswer', why: `"${text}" is a score, so that it cannot mean none` });
  }
  return faults;
}

/** A response answers each question once, and not too many of them. */
export function faultOfQuestions(questions: readonly AnswerOf[]): string | undefined {
  if (questions.length > answersMax) return `has at most ${answersMax} answers`;
  const names = questions.map(({ metric }) => metric);
  const twice = names.find((name, index) => names.indexOf(name) < index);
  return twice === undefined ? undefined : `has "${twice}" twice; give each question once`;
}

/**
 * Reads the answer that a record gives. What is missing or blank was asked and not answered; what
 * is neither on the scale nor a code is refused, as it would count as something that nobody said.
 */
export function readAnswer(
  question: AnswerOf,
  raw: unknown,
  { missing, spoilt, numbers }: Writing,
): Answer | { readonly code: string; readonly why: string } {
  const { field, metric, scale, noAnswer } = question;
  if (raw === undefined) {
    const why = `there is no field "${field}"; name the one that has the answers to "${metric}"`;
    return { code: 'field/missing', why };
  }
  const text = (typeof raw === 'string' ? raw : raw === null ? '' : JSON.stringify(raw)).trim();
  const asked = { metric, ...(scale === undefined ? {} : { scale }) };
  const isMissing = text === '' || missing.includes(text) || spoilt.includes(text);
  const cause = noAnswer.get(text) ?? (isMissing ? (noAnswer.get('') ?? 'blank') : undefined);
  if (cause !== undefined) return { ...asked, score: null, noAnswer: cause };
  const score = readNumber(text, numbers);
  const { min, max } = scaleOf(question) as Scale;
  if (score !== undefined && Number.isInteger(score) && isWithin({ min, max }, score)) {
    return { ...asked, score };
  }
  const why =
    `${JSON.stringify(shortened(text))} is no score of "${metric}", a whole number from ${min} ` +
    `to ${max}, and no code for no answer; mend it, or name it in the mapping's noAnswer`;
  return { code: 'field/not-on-the-scale', why };
}

const shownLengthMax = 60;

/** A value as a report tells it. */
export function shortened(text: string): string {
  return text.length <= shownLengthMax ? text : `${text.slice(0, shownLengthMax)}…`;
}

function faultOfScale({ metric, scale }: AnswerOf): string | undefined {
  const known = knownScales.get(metric);
  if (known !== undefined) {
    if (scale === undefined || (scale.min === known.min && scale.max === known.max)) return;
    return `of "${metric}" is from ${known.min} to ${known.max}; give another metric`;
  }
  if (scale === undefined) return `is required: "${metric}" is a question of your own`;
  const points = scale.max - scale.min + 1;
  if (points >= 2 && points <= scalePointsMax) return;
  return `has whole numbers, of 2 to ${scalePointsMax} points`;
}

function scaleOf({ metric, scale }: AnswerOf): Scale | undefined {
  return scale ?? knownScales.get(metric);
}

function isWithin({ min, max }: Scale, number: number): boolean {
  return number >= min && number <= max;
}
