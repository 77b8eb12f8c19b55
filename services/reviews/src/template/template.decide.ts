import { clearText, type Decider, type Decision } from '@plumbline/kernel';
import type { PublishTemplate, TemplateCommand } from './template.commands.ts';
import { refuseTemplate, refuseVersion } from './template.rules.ts';
import { evolveTemplates, initialTemplates } from './template.ts';
import type { PublishedTemplates, TemplateFact } from './template.ts';
import { refuseWords } from './template.words.ts';

export const templateDecider: Decider<TemplateCommand, PublishedTemplates, TemplateFact> = {
  initial: initialTemplates,
  evolve: evolveTemplates,
  decide: publish,
};

function publish(command: PublishTemplate, templates: PublishedTemplates): Decision<TemplateFact> {
  const { act, templateId, template, words, hash, at } = command;
  const { version } = template;
  const known = templates.stage === 'none' ? [] : templates.versions;
  // Already so: the very same template, by whichever command.
  if (known.some((one) => one.version === version && one.hash === hash)) return [];
  const refused =
    refuseTemplate(template) ??
    refuseWords(template, words) ??
    refuseVersion(version, known.length);
  if (refused !== undefined) return refused;
  const text = clearText(`template:${templateId}`, words);
  return [{ type: 'TemplatePublished', act, templateId, version, hash, template, at, text }];
}
