import type { Instant, Text } from '@plumbline/kernel';
import type { Scale } from '@plumbline/scoring';

/**
 * What is recorded of a template: each version of what reviews ask, as it was published, for good.
 * This is a storage contract: a change of meaning is a new version of the fact.
 *
 * `text` has the words, by `title.<language>`, `anchor.<rating>.<language>` and
 * `item.<id>.<language>`. The hash is of the template and its words.
 */
export type TemplateFact = TemplatePublished;

export interface TemplatePublished {
  readonly type: 'TemplatePublished';
  readonly act: string;
  /** The name of the template. */
  readonly templateId: string;
  /** From 1, without a gap. */
  readonly version: number;
  /** SHA-256 of the canonical JSON of `{template, words}`, in small hexadecimal digits. */
  readonly hash: string;
  readonly template: ReviewTemplate;
  readonly at: Instant;
  readonly text: Text;
}

/** Who writes a section of a review: the subject, who manages, beside, or below the subject. */
export const reviewerRoles = ['self', 'manager', 'peer', 'upward'] as const;
export type ReviewerRole = (typeof reviewerRoles)[number];

/** What is measured elsewhere and judged by nobody here. */
export const measuredSources = ['goals', 'customers'] as const;
export type MeasuredSource = (typeof measuredSources)[number];

export interface ReviewTemplate {
  readonly name: string;
  readonly version: number;
  readonly languages: readonly string[];
  /** The language that every word is there in; the others may lack some. */
  readonly defaultLanguage: string;
  /** Of every rating that is given. */
  readonly scale: RatingScale;
  readonly sections: readonly Section[];
  readonly inputs: readonly Input[];
}

/** Ratings are given at its anchors, each of which has words; the first and last are its ends. */
export interface RatingScale extends Scale {
  readonly name: string;
  readonly anchors: readonly number[];
}

export interface Section {
  readonly role: ReviewerRole;
  readonly items: readonly Item[];
}

/**
 * An item has the same id in every language, section and version that asks the same: so answers of
 * several people, and of years, are compared.
 */
export type Item = RatingItem | TextItem;

export interface RatingItem {
  readonly id: string;
  readonly kind: 'rating';
  readonly required: boolean;
  /** The part of a rule pack that it is counted in; none: it is read, and not counted. */
  readonly part?: string;
}

export interface TextItem {
  readonly id: string;
  readonly kind: 'text';
  readonly required: boolean;
}

/** A part of a rule pack that is measured. */
export interface Input {
  readonly part: string;
  readonly from: MeasuredSource;
}

export type PublishedTemplates = { readonly stage: 'none' } | KnownTemplate;

export interface KnownTemplate {
  readonly stage: 'published';
  readonly templateId: string;
  /** Version 1 first, one at least. */
  readonly versions: readonly TemplateVersion[];
}

export type TemplateVersion = Pick<TemplatePublished, 'version' | 'hash' | 'template'>;

export const initialTemplates: PublishedTemplates = { stage: 'none' };

export function evolveTemplates(
  templates: PublishedTemplates,
  fact: TemplateFact,
): PublishedTemplates {
  const { templateId, version, hash, template } = fact;
  const before = templates.stage === 'none' ? [] : templates.versions;
  return { stage: 'published', templateId, versions: [...before, { version, hash, template }] };
}

/** What a role is asked; nothing where the template has no section for it. */
export function itemsFor({ sections }: ReviewTemplate, role: ReviewerRole): readonly Item[] {
  return sections.find((one) => one.role === role)?.items ?? [];
}
