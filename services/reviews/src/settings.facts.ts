import { factCodec, streamName, type Aggregate } from '@plumbline/event-log';
import { derivedId } from '@plumbline/kernel';
import type { RulePackCommand } from './rule-pack/rule-pack.commands.ts';
import { rulePackDecider } from './rule-pack/rule-pack.decide.ts';
import type { PublishedPacks, RulePackFact } from './rule-pack/rule-pack.ts';
import type { TemplateCommand } from './template/template.commands.ts';
import { templateDecider } from './template/template.decide.ts';
import type { PublishedTemplates, TemplateFact } from './template/template.ts';

/** What this context stores of what reviews ask, and of how they are scored. */
export type SettingsFact = RulePackFact | TemplateFact;

const context = 'reviews';

const rulePackVersions: Readonly<Record<RulePackFact['type'], number>> = { RulePackPublished: 1 };
const templateVersions: Readonly<Record<TemplateFact['type'], number>> = { TemplatePublished: 1 };

export const settingsVersions = { ...rulePackVersions, ...templateVersions };

export const rulePackAggregate: Aggregate<RulePackCommand, PublishedPacks, RulePackFact> = {
  name: 'rule-pack',
  foldVersion: 1,
  decider: rulePackDecider,
  codec: factCodec<RulePackFact>({ context, versions: rulePackVersions }),
};

export const templateAggregate: Aggregate<TemplateCommand, PublishedTemplates, TemplateFact> = {
  name: 'template',
  foldVersion: 1,
  decider: templateDecider,
  codec: factCodec<TemplateFact>({ context, versions: templateVersions }),
};

/** One a pack: its name is looked up, and its versions follow each other. */
export const rulePackStream = (tenant: string, packId: string): string =>
  streamName(context, 'rule-pack', tenant, derivedId(tenant, 'rule-pack', packId));

export const templateStream = (tenant: string, templateId: string): string =>
  streamName(context, 'template', tenant, derivedId(tenant, 'template', templateId));
