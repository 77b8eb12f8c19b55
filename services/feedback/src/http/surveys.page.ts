import { createHash } from 'node:crypto';
import {
  commentLengthMax,
  enpsMax,
  enpsMin,
  ratingMax,
  ratingMin,
} from '../survey/validate-answer.ts';
import { pageWordsIn, type PageWords } from './surveys.page.words.ts';

export interface PageQuestion {
  readonly id: string;
  readonly kind: string;
  readonly required: boolean;
  readonly text: string | null;
  readonly options: readonly { readonly id: string; readonly text: string | null }[];
}

/** A survey as the page shows it, in the language of its questions. */
export interface SurveyPage {
  readonly surveyId: string;
  readonly title: string | null;
  readonly language: string;
  /** All in which it can be read, that one among them. */
  readonly languages: readonly string[];
  readonly threshold: number;
  readonly questions: readonly PageQuestion[];
}

/** What was sent, and what is wrong with it. */
export interface Filled {
  readonly ticket: string;
  /** By the id of the question. */
  readonly values: ReadonlyMap<string, string>;
  /** By the id of the question; of all of it under the empty id. */
  readonly mistakes: ReadonlyMap<string, string>;
}

const style = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0 auto; max-width: 40rem; padding: 1rem; overflow-wrap: anywhere; }
fieldset, .field { border: 1px solid; border-radius: .25rem; margin: 0 0 1.5rem; padding: .75rem; }
legend, .label { font-weight: 600; padding: 0 .25rem; }
.choices { display: flex; flex-wrap: wrap; gap: .5rem; list-style: none; margin: 0; padding: 0; }
.languages { display: flex; flex-wrap: wrap; gap: .5rem 1rem; list-style: none; margin: 0; padding: 0; }
a { color: inherit; }
.languages a { display: inline-block; padding: .5rem 0; }
.choices label { align-items: center; border: 1px solid; border-radius: .25rem; display: flex; gap: .5rem; min-height: 2.75rem; padding: 0 .75rem; }
textarea { box-sizing: border-box; font: inherit; min-height: 8rem; width: 100%; }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: 0 1.25rem; }
:focus-visible { outline: 3px solid; outline-offset: 2px; }
.hint { margin: .25rem 0; }
.mistake { border-left: .25rem solid; font-weight: 600; padding-left: .5rem; }
.summary { border: 3px solid; border-radius: .25rem; margin: 0 0 1.5rem; padding: .75rem; }
`;

/** No script runs on it, it loads nothing, and sends its form to where it came from only. */
export const surveyPagePolicy = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`,
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

export function formPage(page: SurveyPage, filled: Filled): string {
  const { lang, words } = pageWordsIn(page.language);
  const { mistakes, ticket } = filled;
  const title = page.title ?? words.title;
  const fields = page.questions.map((one) => fieldOf(one, filled, words, page.language));
  const heading = mistakes.size > 0 ? `${words.mistakes}: ${title}` : title;
  return documentOf(lang, heading, [
    languagesOf(page, ticket, words),
    `<h1>${said(title, page.title === null ? lang : page.language)}</h1>`,
    `<p>${escaped(words.promise(page.threshold))}</p>`,
    summaryOf(page, filled, words),
    `<form method="post" action="/surveys/${escaped(page.surveyId)}/page" novalidate>`,
    hiddenField('ticket', ticket),
    hiddenField('lang', page.language),
    ...fields,
    `<button type="submit">${escaped(words.send)}</button>`,
    '</form>',
  ]);
}

/** A page that only says something: thanks, or why there is nothing to answer. */
export function saidPage(language: string, say: (words: PageWords) => readonly [string, string?]) {
  const { lang, words } = pageWordsIn(language);
  const [heading, more] = say(words);
  const text = more === undefined ? [] : [`<p>${escaped(more)}</p>`];
  return documentOf(lang, heading, [`<h1>${escaped(heading)}</h1>`, ...text]);
}

function documentOf(lang: string, title: string, body: readonly string[]): string {
  return [
    '<!doctype html>',
    `<html lang="${escaped(lang)}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...body.filter((line) => line !== ''),
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** The same page in the other languages of the survey, each called as it calls itself. */
function languagesOf(
  { surveyId, language, languages }: SurveyPage,
  ticket: string,
  words: PageWords,
) {
  const others = languages.filter((one) => one !== language);
  if (others.length === 0) return '';
  const links = others.map((one) => {
    const address = `/surveys/${surveyId}/page?ticket=${ticket}&lang=${one}`;
    return `<li><a href="${escaped(address)}" hreflang="${escaped(one)}">${said(nameOf(one), one)}</a></li>`;
  });
  return `<nav aria-label="${escaped(words.languages)}"><ul class="languages">${links.join('')}</ul></nav>`;
}

/** As it calls itself; the tag where it is one that is well formed and names nothing. */
export function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch {
    return language;
  }
}

/** Words of the survey, of a language of theirs, and of its direction. */
function said(text: string, language: string): string {
  return `<span lang="${escaped(language)}" dir="auto">${escaped(text)}</span>`;
}

function summaryOf({ questions, language }: SurveyPage, { mistakes }: Filled, words: PageWords) {
  if (mistakes.size === 0) return '';
  const items = [...mistakes].map(([id, mistake]) => {
    const question = questions.find((one) => one.id === id);
    if (question === undefined) return `<li>${escaped(mistake)}</li>`;
    const text = said(question.text ?? id, language);
    return `<li><a href="#${firstInput(question)}">${text}: ${escaped(mistake)}</a></li>`;
  });
  return [
    '<div class="summary" role="alert" aria-labelledby="mistakes">',
    `<h2 id="mistakes">${escaped(words.mistakes)}</h2>`,
    `<ul>${items.join('')}</ul>`,
    '</div>',
  ].join('\n');
}

function fieldOf(question: PageQuestion, filled: Filled, words: PageWords, language: string) {
  const { id, kind, required } = question;
  const mistake = filled.mistakes.get(id);
  const name = `q.${id}`;
  const text = said(question.text ?? id, language);
  const note = `<small>(${escaped(required ? words.required : words.optional)})</small>`;
  const hint = hintOf(kind, words);
  const described = [
    ...(hint === '' ? [] : [`${name}.hint`]),
    ...(mistake === undefined ? [] : [`${name}.mistake`]),
  ];
  const invalid = mistake === undefined ? '' : ' aria-invalid="true"';
  const describedBy = described.length === 0 ? '' : ` aria-describedby="${described.join(' ')}"`;
  const hints = [
    hint === '' ? '' : `<p class="hint" id="${name}.hint">${escaped(hint)}</p>`,
    mistake === undefined ? '' : `<p class="mistake" id="${name}.mistake">${escaped(mistake)}</p>`,
  ];
  if (kind === 'comment') {
    const value = escaped(filled.values.get(id) ?? '');
    return [
      '<div class="field">',
      `<label class="label" for="${firstInput(question)}">${text} ${note}</label>`,
      ...hints,
      `<textarea id="${firstInput(question)}" name="${name}" maxlength="${commentLengthMax}"` +
        `${required ? ' required' : ''}${describedBy}${invalid}>\n${value}</textarea>`,
      '</div>',
    ].join('\n');
  }
  return [
    `<fieldset${describedBy}${invalid}>`,
    `<legend>${text} ${note}</legend>`,
    ...hints,
    `<ul class="choices">${radiosOf(question, filled, words, language)}</ul>`,
    '</fieldset>',
  ].join('\n');
}

function radiosOf(question: PageQuestion, { values }: Filled, words: PageWords, language: string) {
  const { id, required } = question;
  const chosen = values.get(id) ?? '';
  const offered = offersOf(question).map(([value, label]) => {
    return { value, text: said(label, language) };
  });
  // Who has chosen must be able to take it back, and a radio button alone cannot.
  const none = required ? [] : [{ value: '', text: escaped(words.noAnswer) }];
  return [...offered, ...none]
    .map(({ value, text }, index) => {
      const isChosen = chosen === value && (value !== '' || !required);
      const input =
        `<input type="radio" name="q.${id}" id="q.${id}.${index}" value="${escaped(value)}"` +
        `${required ? ' required' : ''}${isChosen ? ' checked' : ''}>`;
      return `<li><label>${input}${text}</label></li>`;
    })
    .join('');
}

function offersOf({ kind, options }: PageQuestion): readonly (readonly [string, string])[] {
  if (kind === 'choice') return options.map((one) => [one.id, one.text ?? one.id] as const);
  const [low, high] = kind === 'rating' ? [ratingMin, ratingMax] : [enpsMin, enpsMax];
  return Array.from({ length: high - low + 1 }, (_, index) => {
    return [String(low + index), String(low + index)] as const;
  });
}

function hintOf(kind: string, words: PageWords): string {
  if (kind === 'rating') return words.ratingScale;
  if (kind === 'enps') return words.enpsScale;
  return kind === 'comment' ? words.commentHint(commentLengthMax) : '';
}

function firstInput({ id }: PageQuestion): string {
  return `q.${id}.0`;
}

function hiddenField(name: string, value: string): string {
  return `<input type="hidden" name="${name}" value="${escaped(value)}">`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}
