import { clearText } from '@plumbline/kernel';
import { yearlyTemplate as yearly, yearlyWords as words } from '../settings.examples.ts';
import type { PublishTemplate } from './template.commands.ts';
import type { ReviewTemplate, TemplateFact } from './template.ts';

/**
 * The example histories of a template: a year is reviewed by the subject, the manager, peers and
 * those below, with goals and customers measured; a year later, the manager is asked one more.
 */
export const templateId = 'yearly';
export { words, yearly };

const asked = (act: string, at: string) => ({ act, templateId, at, now: at });

export const publish: PublishTemplate = {
  type: 'PublishTemplate',
  ...asked('act-template-1', '2026-01-05T09:30:00.000Z'),
  ...{ template: yearly, words, hash: 'd4'.repeat(32) },
};
export const published = {
  type: 'TemplatePublished',
  ...{ act: 'act-template-1', templateId, version: 1, hash: publish.hash, template: yearly },
  ...{ at: '2026-01-05T09:30:00.000Z', text: clearText('template:yearly', words) },
} as const satisfies TemplateFact;

/** The year after, with one more question for the manager. */
export const withCustomers: ReviewTemplate = {
  ...yearly,
  version: 2,
  sections: yearly.sections.map((section) => {
    if (section.role !== 'manager') return section;
    const more = { id: 'customers', kind: 'text', required: false } as const;
    return { ...section, items: [...section.items, more] };
  }),
};
const moreWords = { ...words, 'item.customers.en': 'How are customers served?' };

export const publishNext: PublishTemplate = {
  type: 'PublishTemplate',
  ...asked('act-template-2', '2027-01-04T09:30:00.000Z'),
  ...{ template: withCustomers, words: moreWords, hash: 'e5'.repeat(32) },
};
export const publishedNext = {
  type: 'TemplatePublished',
  ...{ act: 'act-template-2', templateId, version: 2, hash: publishNext.hash },
  ...{ template: withCustomers, at: '2027-01-04T09:30:00.000Z' },
  text: clearText('template:yearly', moreWords),
} as const satisfies TemplateFact;
