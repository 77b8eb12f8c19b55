/** What the page says besides the survey's own words. */
export interface PageWords {
  readonly title: string;
  readonly promise: (threshold: number) => string;
  readonly languages: string;
  readonly required: string;
  readonly optional: string;
  readonly noAnswer: string;
  readonly ratingScale: string;
  readonly enpsScale: string;
  readonly commentHint: (max: number) => string;
  readonly send: string;
  readonly thanks: string;
  readonly thanksMore: string;
  readonly mistakes: string;
  readonly pleaseAnswer: string;
  readonly answerOne: string;
  readonly tooLong: (max: number) => string;
  readonly outOfScale: string;
  readonly spent: string;
  readonly noTicket: string;
  readonly notOpen: string;
}

const en: PageWords = {
  title: 'Survey',
  promise: (threshold) =>
    `Nobody learns who you are. Your answer is kept and shown only together with at least ${threshold - 1} others, without the time at which you gave it.`,
  languages: 'Languages',
  required: 'required',
  optional: 'optional',
  noAnswer: 'No answer',
  ratingScale: '1 means “not at all”, 5 means “completely”.',
  enpsScale: '0 means “not at all likely”, 10 means “extremely likely”.',
  commentHint: (max) =>
    `${max} characters at most. Write nothing by which you or others could be recognised.`,
  send: 'Send the answer',
  thanks: 'Thank you',
  thanksMore: 'Your answer is in. You can close this page.',
  mistakes: 'Your answer was not sent yet',
  pleaseAnswer: 'Please answer this question.',
  answerOne: 'Please answer at least one question.',
  tooLong: (max) => `Please write ${max} characters at most.`,
  outOfScale: 'Please choose one of the answers that are shown.',
  spent: 'An answer was given with this link already. It is in.',
  noTicket: 'This link is not valid. Please use it exactly as you got it.',
  notOpen: 'This survey is not open for answers.',
};

const de: PageWords = {
  title: 'Umfrage',
  promise: (threshold) =>
    `Niemand erfährt, wer Sie sind. Ihre Antwort wird nur zusammen mit mindestens ${threshold - 1} anderen gespeichert und gezeigt, ohne die Zeit, zu der Sie sie gegeben haben.`,
  languages: 'Sprachen',
  required: 'erforderlich',
  optional: 'freiwillig',
  noAnswer: 'Keine Antwort',
  ratingScale: '1 bedeutet „gar nicht“, 5 bedeutet „völlig“.',
  enpsScale: '0 bedeutet „sehr unwahrscheinlich“, 10 bedeutet „sehr wahrscheinlich“.',
  commentHint: (max) =>
    `Höchstens ${max} Zeichen. Schreiben Sie nichts, woran Sie oder andere zu erkennen wären.`,
  send: 'Antwort senden',
  thanks: 'Vielen Dank',
  thanksMore: 'Ihre Antwort ist angekommen. Sie können diese Seite schließen.',
  mistakes: 'Ihre Antwort wurde noch nicht gesendet',
  pleaseAnswer: 'Bitte beantworten Sie diese Frage.',
  answerOne: 'Bitte beantworten Sie mindestens eine Frage.',
  tooLong: (max) => `Bitte schreiben Sie höchstens ${max} Zeichen.`,
  outOfScale: 'Bitte wählen Sie eine der gezeigten Antworten.',
  spent: 'Mit diesem Link wurde schon geantwortet. Die Antwort ist angekommen.',
  noTicket:
    'Dieser Link ist ungültig. Bitte benutzen Sie ihn genau so, wie Sie ihn bekommen haben.',
  notOpen: 'Diese Umfrage kann nicht beantwortet werden.',
};

const all: Readonly<Record<string, PageWords>> = { en, de };

/** The words of a language, of `de` for `de-AT`; English where there are none of it. */
export function pageWordsIn(language: string): {
  readonly lang: string;
  readonly words: PageWords;
} {
  const [base = ''] = language.split('-');
  const lang = Object.hasOwn(all, base) ? base : 'en';
  return { lang, words: all[lang] ?? en };
}
