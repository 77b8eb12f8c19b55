import type { components } from '../api.generated.ts';
import { randomId } from '../api/command-key.ts';
import type { SurveyQuestion } from '../api/types.ts';
import { present, words, type FormReader } from './form-reader.ts';

type LaunchDto = components['schemas']['LaunchSurveyDto'];

/** By the tag of the language. */
export type Texts = Readonly<Record<string, string>>;

/** A question as it is being typed. */
export interface TypedQuestion {
  readonly key: string;
  /** It stays the same in every survey and language, so that answers can be compared. */
  readonly id: string;
  readonly kind: SurveyQuestion['kind'];
  readonly required: boolean;
  readonly texts: Texts;
  /** One option a line, in the same order in every language. */
  readonly options: Texts;
}

export interface TypedSurvey {
  readonly unit: string;
  readonly kind: LaunchDto['kind'];
  readonly title: Texts;
  /** The first one is that in which everything must have a text. */
  readonly languages: string;
  readonly questions: readonly TypedQuestion[];
  readonly byLink: boolean;
  readonly askedUnit: string;
  readonly people: string;
  readonly byUnit: boolean;
  readonly threshold: string;
  readonly commentThreshold: string;
  readonly opens: string;
  readonly closes: string;
}

export function emptyQuestion(no: number): TypedQuestion {
  const id = `q${no}`;
  return { key: randomId(), id, kind: 'rating', required: true, texts: {}, options: {} };
}

/** Tags as they were typed, between commas or blanks; each once. */
export function languagesOf(typed: string): readonly string[] {
  return [...new Set(typed.split(/[\s,;]+/).filter((one) => one !== ''))];
}

/** What was typed, as the body has it; what is wrong with it goes to the reader. */
export function launchOf(form: FormReader, typed: TypedSurvey): LaunchDto {
  const languages = languagesOf(typed.languages);
  const [defaultLanguage = ''] = languages;
  if (defaultLanguage === '') form.refuse('/languages', 'Languages: name one, as in en.');
  if (typed.questions.length === 0) form.refuse('/questions', 'Ask one question at least.');
  const questions = typed.questions.map((one, index) => {
    return questionOf(form, one, `/questions/${index}`, defaultLanguage);
  });
  const given = typed.questions.flatMap((one, index) => {
    return wordsOf(form, one, languages, `/questions/${index}`);
  });
  const titles = languages.map((one) => [`title.${one}`, typed.title[one] ?? ''] as const);
  return {
    owner: `unit:${form.text('/owner', typed.unit, 'Of the unit')}`,
    ...{ kind: typed.kind, questions, languages: [...languages], defaultLanguage },
    ...present({
      threshold: form.numberOrNone('/threshold', typed.threshold, 'Answers together'),
      commentThreshold: form.numberOrNone('/commentThreshold', typed.commentThreshold, 'Comments'),
    }),
    ...(typed.byUnit && !typed.byLink ? { segments: [{ id: 'unit' }] } : {}),
    audience: audienceOf(form, typed),
    opens: form.text('/opens', typed.opens, 'First day'),
    closes: form.text('/closes', typed.closes, 'Last day'),
    words: Object.fromEntries([...titles, ...given].filter(([, text]) => text.trim() !== '')),
  };
}

function audienceOf(form: FormReader, { byLink, askedUnit, people }: TypedSurvey) {
  if (byLink) return { kind: 'link' as const };
  const named = languagesOf(people).map((one) => `person:${one}`);
  const unit = words(askedUnit);
  if (unit === undefined && named.length === 0) {
    form.refuse('/audience', 'Who is asked: choose a unit, or name people.');
  }
  return { kind: 'people' as const, people: named, units: unit === undefined ? [] : [unit] };
}

function questionOf(form: FormReader, typed: TypedQuestion, at: string, language: string) {
  const { kind, required } = typed;
  const id = form.text(`${at}/id`, typed.id, 'Id').trim();
  form.text(`${at}/text`, typed.texts[language] ?? '', `Question ${id}`);
  if (kind !== 'choice') return { id, kind, required };
  const lines = linesOf(typed.options[language]);
  if (lines.length < 2) form.refuse(`${at}/options`, `Question ${id}: give two options at least.`);
  return { id, kind, required, options: lines.map((_, index) => `o${index + 1}`) };
}

/** The texts of a question and its options, by the names that the body has for them. */
function wordsOf(
  form: FormReader,
  { id, kind, texts, options }: TypedQuestion,
  languages: readonly string[],
  at: string,
): readonly (readonly [string, string])[] {
  const [first = ''] = languages;
  const optionsMax = linesOf(options[first]).length;
  return languages.flatMap((language) => {
    const question = [`question.${id.trim()}.${language}`, texts[language] ?? ''] as const;
    if (kind !== 'choice') return [question];
    const lines = linesOf(options[language]);
    if (lines.length > optionsMax) {
      form.refuse(`${at}/options`, `Question ${id}: more options in ${language} than in ${first}.`);
    }
    const named = lines.map((line, index) => {
      return [`option.${id.trim()}.o${index + 1}.${language}`, line] as const;
    });
    return [question, ...named];
  });
}

function linesOf(text = ''): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
