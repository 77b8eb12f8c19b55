import { withRefs } from '@plumbline/views';
import type { RulePackSheet, RulePackVersion, VersionLine } from '../views/rule-pack-sheet.ts';
import type { TemplateSheet, TemplateVersionSheet } from '../views/template-sheet.ts';

/** Rule packs and templates as readers see them; words are still sealed. */
export function packDetail({ packId: id, versions, revision }: RulePackSheet) {
  return { id, newest: newestOf(versions), versions, revision };
}

export function packVersionDetail({ packId: id, version, hash, at, by, pack }: RulePackVersion) {
  return { id, version, hash, at, by, pack };
}

export function templateDetail(sheet: TemplateSheet) {
  const { templateId: id, languages, defaultLanguage, titles, texts, versions, revision } = sheet;
  return {
    ...{ id, languages, defaultLanguage, newest: newestOf(versions), versions, revision },
    titles: withRefs(titles, texts),
  };
}

export function templateVersionDetail(sheet: TemplateVersionSheet) {
  const { templateId: id, version, hash, at, by, template, words, texts } = sheet;
  return { id, version, hash, at, by, template, words: withRefs(words, texts) };
}

function newestOf(versions: readonly VersionLine[]): number {
  return versions.at(-1)?.version ?? 0;
}
