import type { Instant } from '@plumbline/kernel';
import type { ReviewTemplate } from './template.ts';

export type TemplateCommand = PublishTemplate;

/** Whoever publishes says which version it is: two who publish at once do not follow each other. */
export interface PublishTemplate {
  readonly type: 'PublishTemplate';
  readonly act: string;
  /** The name of the template. */
  readonly templateId: string;
  readonly template: ReviewTemplate;
  /** By name, as the text of the fact has them. */
  readonly words: Readonly<Record<string, string>>;
  /** Of the template and its words, as the fact has it. */
  readonly hash: string;
  readonly at: Instant;
  readonly now: Instant;
}
