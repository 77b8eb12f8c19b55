import { isRejection, reject, type Rejection } from '@plumbline/kernel';
import type { GivenAnswer } from './customer-response.commands.ts';
import type { Answer, NoAnswer, Scale } from './customer-response.ts';

export const answersMax = 64;
export const metricLengthMax = 64;
/** Points of a scale of one's own, as 0 to 100 has. */
export const scalePointsMax = 101;
/** What stands for no answer in one question of a source. */
export const codesMax = 16;

/** Every cause that there is for no answer. */
export const noAnswers: readonly NoAnswer[] = [
  'blank',
  'not-applicable',
  'do-not-know',
  'declined',
  'dismissed',
];

const metricPattern = /^[a-z0-9][a-z0-9._:-]*$/;

/** Those that everybody means the same by: other scales are other questions. */
const knownScales: ReadonlyMap<string, Scale> = new Map([
  ['nps', { min: 0, max: 10 }],
  ['csat', { min: 1, max: 5 }],
  ['ces', { min: 1, max: 7 }],
]);

/** Answers as they are recorded: each with its scale, and with a score or the cause of none. */
export function readAnswers(given: readonly GivenAnswer[]): readonly Answer[] | Rejection {
  if (given.length > answersMax) {
    return reject('response/too-many-answers', `At most ${answersMax} answers.`, '/answers');
  }
  const twice = given.find(({ metric }, index) => {
    return given.findIndex((one) => one.metric === metric) < index;
  });
  if (twice !== undefined) {
    const detail = `"${twice.metric}" is answered twice. Give each question once.`;
    return reject('response/metric-twice', detail, '/answers');
  }
  const read = given.map((one, index) => readAnswer(one, `/answers/${index}`));
  return read.find(isRejection) ?? read.flatMap((one) => (isRejection(one) ? [] : [one]));
}

function readAnswer(given: GivenAnswer, field: string): Answer | Rejection {
  const { metric, codes = [] } = given;
  const scale = scaleOf(given, field);
  if (isRejection(scale)) return scale;
  const refused = refuseCodes(codes, scale, `${field}/codes`);
  if (refused !== undefined) return refused;
  const { score } = given;
  if (score !== null && given.noAnswer !== undefined) {
    const detail = `"${metric}" has a score and a cause for none. Give one of them.`;
    return reject('response/score-and-no-answer', detail, field);
  }
  const noAnswer = given.noAnswer ?? codes.find(({ code }) => code === score)?.means;
  if (noAnswer !== undefined) return { metric, scale, score: null, noAnswer };
  if (score === null) {
    const detail = `"${metric}" has no score. Say why, as in "blank" or "not-applicable".`;
    return reject('response/no-answer-without-cause', detail, `${field}/noAnswer`);
  }
  if (isOn(scale, score)) return { metric, scale, score };
  const detail = `"${metric}" is a whole number from ${scale.min} to ${scale.max}, not ${score}.`;
  return reject('response/score-not-on-scale', detail, `${field}/score`);
}

function scaleOf({ metric, scale }: GivenAnswer, field: string): Scale | Rejection {
  if (metric.length > metricLengthMax || !metricPattern.test(metric)) {
    const detail = `At most ${metricLengthMax} small letters, digits and signs (. _ : -).`;
    return reject('response/metric-not-a-code', detail, `${field}/metric`);
  }
  const known = knownScales.get(metric);
  if (known !== undefined) {
    if (scale === undefined || (scale.min === known.min && scale.max === known.max)) return known;
    const detail = `"${metric}" is from ${known.min} to ${known.max}. Give another name.`;
    return reject('response/scale-of-another-metric', detail, `${field}/scale`);
  }
  if (scale === undefined) {
    const detail = `"${metric}" is a question of your own. Give its scale.`;
    return reject('response/scale-missing', detail, `${field}/scale`);
  }
  const { min, max } = scale;
  if (Number.isSafeInteger(min) && Number.isSafeInteger(max) && isWide(max - min + 1)) {
    return { min, max };
  }
  const detail = `Give "${metric}" a scale of whole numbers, of 2 to ${scalePointsMax} points.`;
  return reject('response/scale-not-possible', detail, `${field}/scale`);
}

function isWide(points: number): boolean {
  return points >= 2 && points <= scalePointsMax;
}

/** A code that could also be a score would turn one into the other. */
function refuseCodes(
  codes: NonNullable<GivenAnswer['codes']>,
  scale: Scale,
  field: string,
): Rejection | undefined {
  if (codes.length > codesMax) {
    return reject('response/too-many-codes', `At most ${codesMax} codes for no answer.`, field);
  }
  const score = codes.find(({ code }) => code >= scale.min && code <= scale.max)?.code;
  if (score === undefined) return undefined;
  const detail = `${score} is a score of this question, so that it cannot stand for no answer.`;
  return reject('response/code-on-scale', detail, field);
}

function isOn({ min, max }: Scale, score: number): boolean {
  return Number.isInteger(score) && score >= min && score <= max;
}
