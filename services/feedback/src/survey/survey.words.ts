import { isBlank, reject, type Rejection } from '@plumbline/kernel';
import { inPointer } from './survey.rules.ts';
import type { Launch, Question } from './survey.ts';

export const languagesMax = 12;
export const wordLengthMax = 1_000;
/** Texts of all questions and options, in all languages. */
export const wordsMax = 1_500;

/** A tag of BCP 47, as in `en`, `pt-BR` and `zh-Hant`; short, as names of fields have it. */
const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** Whether all that is asked can be read by everybody: in the default language, at least. */
export function refuseWords(
  launch: Launch,
  words: Readonly<Record<string, string>>,
): Rejection | undefined {
  return refuseLanguages(launch) ?? refuseStrangers(launch, words) ?? refuseGaps(launch, words);
}

function refuseLanguages({ languages, defaultLanguage }: Launch): Rejection | undefined {
  if (languages.length > languagesMax) {
    return reject('survey/too-many-languages', `At most ${languagesMax}.`, '/languages');
  }
  const bad = languages.findIndex((one) => !languagePattern.test(one));
  if (bad >= 0) {
    const detail = 'Give the tag of a language, as in "en" or "pt-BR".';
    return reject('survey/language-malformed', detail, `/languages/${bad}`);
  }
  if (new Set(languages).size < languages.length) {
    return reject('survey/language-twice', 'Languages must differ.', '/languages');
  }
  if (languages.includes(defaultLanguage)) return undefined;
  const detail = 'The default language is one of the languages.';
  return reject('survey/default-language', detail, '/defaultLanguage');
}

/** What is written for nothing that is asked would be read by nobody. */
function refuseStrangers(
  { questions, languages }: Launch,
  words: Readonly<Record<string, string>>,
): Rejection | undefined {
  const given = Object.entries(words);
  if (given.length > wordsMax) {
    const detail = `At most ${wordsMax} texts in all; leave languages out, or ask less.`;
    return reject('survey/too-many-texts', detail, '/words');
  }
  const asked = new Set(['title', ...questions.flatMap(namesOf)]);
  const known = new Set([...asked].flatMap((name) => languages.map((one) => `${name}.${one}`)));
  for (const [name, word] of given) {
    if (!known.has(name)) {
      const detail = 'This is the text of no question and no option, in none of the languages.';
      return reject('survey/unknown-text', detail, `/words/${inPointer(name)}`);
    }
    if (word.length > wordLengthMax || isBlank(word)) {
      const detail = `Give a text of 1 to ${wordLengthMax} characters.`;
      return reject('survey/text-length', detail, `/words/${inPointer(name)}`);
    }
  }
  return undefined;
}

function refuseGaps(
  { questions, defaultLanguage }: Launch,
  words: Readonly<Record<string, string>>,
): Rejection | undefined {
  const needed = questions.flatMap(namesOf).map((name) => `${name}.${defaultLanguage}`);
  const missing = needed.find((name) => !Object.hasOwn(words, name));
  if (missing === undefined) return undefined;
  const detail = 'Every question, and every option, has its text in the default language.';
  return reject('survey/text-missing', detail, `/words/${missing}`);
}

/** The names of a question's text fields, without the language. */
function namesOf(question: Question): string[] {
  const { id } = question;
  const options = question.kind === 'choice' ? question.options : [];
  return [`question.${id}`, ...options.map((option) => `option.${id}.${option}`)];
}
