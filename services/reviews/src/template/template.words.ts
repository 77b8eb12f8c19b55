import { isBlank, isOneLine, reject, type Rejection } from '@plumbline/kernel';
import type { ReviewTemplate } from './template.ts';

export const languagesMax = 12;
export const wordLengthMax = 2_000;
/** Texts of title, anchors and items, in all languages. */
export const wordsMax = 3_000;

/** A tag of BCP 47, as in `en`, `pt-BR` and `zh-Hant`; short, as names of fields have it. */
/** The tag of a language, as in `en`, `pt-BR` or `zh-Hans-CN`. */
export const languagePattern = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}$/;

/** Whether all that is asked can be read by everybody: in the default language, at least. */
export function refuseWords(
  template: ReviewTemplate,
  words: Readonly<Record<string, string>>,
): Rejection | undefined {
  return (
    refuseLanguages(template) ?? refuseStrangers(template, words) ?? refuseGaps(template, words)
  );
}

function refuseLanguages({ languages, defaultLanguage }: ReviewTemplate): Rejection | undefined {
  if (languages.length > languagesMax) {
    return reject('template/too-many-languages', `At most ${languagesMax}.`, '/languages');
  }
  const bad = languages.findIndex((one) => !languagePattern.test(one));
  if (bad >= 0) {
    const detail = 'Give the tag of a language, as in "en" or "pt-BR".';
    return reject('template/language-malformed', detail, `/languages/${bad}`);
  }
  if (new Set(languages).size < languages.length) {
    return reject('template/language-twice', 'Languages must differ.', '/languages');
  }
  if (languages.includes(defaultLanguage)) return undefined;
  const detail = 'The default language is one of the languages.';
  return reject('template/default-language', detail, '/defaultLanguage');
}

/** What is written for nothing that is asked would be read by nobody. */
function refuseStrangers(
  template: ReviewTemplate,
  words: Readonly<Record<string, string>>,
): Rejection | undefined {
  const given = Object.entries(words);
  if (given.length > wordsMax) {
    const detail = `At most ${wordsMax} texts in all; leave languages out, or ask less.`;
    return reject('template/too-many-texts', detail, '/words');
  }
  const names = namesIn(template);
  const known = new Set(names.flatMap((name) => template.languages.map((one) => `${name}.${one}`)));
  for (const [name, word] of given) {
    if (!known.has(name)) {
      const detail = `"${name}" is written in none of the languages of this template.`;
      return reject('template/unknown-text', detail, fieldOf(name));
    }
    if (word.length > wordLengthMax || isBlank(word)) {
      const detail = `Give a text of 1 to ${wordLengthMax} characters (${name}).`;
      return reject('template/text-length', detail, fieldOf(name));
    }
    // A question may have several lines; what heads a page, or stands in a list, has one.
    if (!name.startsWith('item.') && !isOneLine(word)) {
      const detail = `Give one line, without control characters (${name}).`;
      return reject('template/text-lines', detail, fieldOf(name));
    }
  }
  return undefined;
}

function refuseGaps(
  template: ReviewTemplate,
  words: Readonly<Record<string, string>>,
): Rejection | undefined {
  const needed = namesIn(template).map((name) => `${name}.${template.defaultLanguage}`);
  const missing = needed.find((name) => !Object.hasOwn(words, name));
  if (missing === undefined) return undefined;
  const detail = `Title, anchors and items have their text in the default language: ${missing}.`;
  return reject('template/text-missing', detail, fieldOf(missing));
}

/** Where a text is in what was sent, or would be. What is no text of a template has any name. */
function fieldOf(name: string): string {
  return `/words/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`;
}

/** The names of all texts, without the language. */
export function namesIn({ scale, sections }: ReviewTemplate): readonly string[] {
  const items = sections.flatMap(({ items: of }) => of.map(({ id }) => `item.${id}`));
  return ['title', ...scale.anchors.map((one) => `anchor.${one}`), ...new Set(items)];
}
