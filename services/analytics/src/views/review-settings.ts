import type { ReviewsPublished } from '@plumbline/contracts';
import type { View } from '@plumbline/views';
import type { RaterRole } from '../rating/rated-review.ts';
import type { ReviewsFact } from './review-standing.ts';

export type PublishedPack = ReviewsPublished['reviews.RulePackPublished.v1'];

/** A version of a rule pack as it was published. */
export const rulePackTerms: View<PublishedPack, ReviewsFact> = {
  name: 'rule-pack-terms',
  version: 1,
  context: 'reviews',
  published: true,
  keys: ({ fact }) =>
    fact.type === 'reviews.RulePackPublished.v1'
      ? [settingKey(fact.data.packId, fact.data.version)]
      : [],
  fold: (pack, { fact }) => (fact.type === 'reviews.RulePackPublished.v1' ? fact.data : pack),
  index: ({ packId }) => ({ pack: packId }),
};

/** What a version of a template asks, as far as figures go by it. */
export interface TemplateTerms {
  readonly templateId: string;
  readonly version: number;
  readonly scale: { readonly min: number; readonly max: number };
  readonly ratingItems: readonly RatingItemTerms[];
}

export interface RatingItemTerms {
  readonly role: RaterRole;
  readonly id: string;
  /** The part of a score that it counts for; null: it is read, and not counted. */
  readonly part: string | null;
}

export const templateTerms: View<TemplateTerms, ReviewsFact> = {
  name: 'template-terms',
  version: 1,
  context: 'reviews',
  published: true,
  keys: ({ fact }) =>
    fact.type === 'reviews.TemplatePublished.v1'
      ? [settingKey(fact.data.templateId, fact.data.version)]
      : [],
  fold: (template, { fact }) => {
    if (fact.type !== 'reviews.TemplatePublished.v1') return template;
    const { templateId, version, scale, items } = fact.data;
    const ratingItems = items.flatMap(({ role, id, kind, part = null }) =>
      kind === 'rating' ? [{ role, id, part }] : [],
    );
    return { templateId, version, scale, ratingItems };
  },
  index: ({ templateId }) => ({ template: templateId }),
};

/** A version is a document of its own: it is never changed. */
export function settingKey(id: string, version: number): string {
  return `${id}@${version}`;
}
