import type { Recorded } from '@plumbline/kernel';
import { isClear } from '@plumbline/kernel';
import { said, withText, type Quoting, type Said, type View } from '@plumbline/views';
import type { ReviewsFact } from '../facts.ts';
import type { ReviewTemplate, TemplateFact } from '../template/template.ts';
import { versionKey, type VersionLine } from './rule-pack-sheet.ts';

/** A template by its name, with its newest title: what was published of it, oldest first. */
export interface TemplateSheet extends Quoting {
  readonly templateId: string;
  readonly languages: readonly string[];
  readonly defaultLanguage: string;
  /** By field, as in `title.en`. */
  readonly titles: Readonly<Record<string, Said>>;
  readonly versions: readonly VersionLine[];
  readonly revision: number;
}

export const templateSheet: View<TemplateSheet, ReviewsFact> = {
  name: 'review-template-sheet',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) => (fact.type === 'TemplatePublished' ? [fact.templateId] : []),
  fold: (sheet, recorded) => {
    const { fact, id, actor: by, revision } = recorded;
    if (fact.type !== 'TemplatePublished') return sheet;
    const { templateId, version, hash, at, template, text } = fact;
    const { languages, defaultLanguage } = template;
    return {
      ...{ templateId, languages, defaultLanguage },
      titles: wordsIn(recorded as Recorded<TemplateFact>, (field) => field.startsWith('title.')),
      versions: [...(sheet?.versions ?? []), { version, hash, at, by }],
      ...{ revision, texts: withText({}, id, text) },
    };
  },
  index: () => ({}),
};

/** One version of a template, whole: it never changes. */
export interface TemplateVersionSheet extends VersionLine, Quoting {
  readonly templateId: string;
  readonly template: ReviewTemplate;
  /** By field, as in `item.growth.en`. */
  readonly words: Readonly<Record<string, Said>>;
}

export const templateVersion: View<TemplateVersionSheet, ReviewsFact> = {
  name: 'review-template-version',
  version: 1,
  context: 'reviews',
  keys: ({ fact }) =>
    fact.type === 'TemplatePublished' ? [versionKey(fact.templateId, fact.version)] : [],
  fold: (known, recorded) => {
    const { fact, id, actor: by } = recorded;
    if (fact.type !== 'TemplatePublished') return known;
    const { templateId, version, hash, at, template, text } = fact;
    const words = wordsIn(recorded as Recorded<TemplateFact>, () => true);
    return {
      ...{ templateId, version, hash, at, by, template, words },
      texts: withText({}, id, text),
    };
  },
  index: () => ({}),
};

function wordsIn(
  { id, fact: { text } }: Recorded<TemplateFact>,
  isWanted: (field: string) => boolean,
): Readonly<Record<string, Said>> {
  const fields = isClear(text) ? Object.keys(text.fields) : text.has;
  return Object.fromEntries(fields.filter(isWanted).map((field) => [field, said(id, field)]));
}
