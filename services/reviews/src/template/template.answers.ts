import { isBlank, reject, type Rejection } from '@plumbline/kernel';
import { itemsFor, type ReviewerRole, type ReviewTemplate } from './template.ts';

export const answerLengthMax = 20_000;

/** What somebody answers in their section; what is not answered is left out. */
export interface Answers {
  readonly ratings: readonly ItemRating[];
  /** By the id of the item. */
  readonly texts: Readonly<Record<string, string>>;
}

export interface ItemRating {
  readonly item: string;
  /** In millionths. */
  readonly rating: number;
}

/** Whether answers are those of a role: to what it is asked, each once, at the anchors. */
export function refuseAnswers(
  template: ReviewTemplate,
  role: ReviewerRole,
  { ratings, texts }: Answers,
): Rejection | undefined {
  const items = itemsFor(template, role);
  if (items.length === 0) {
    return reject('section/role-not-asked', `Nothing is asked of this role: ${role}.`, '/role');
  }
  const kinds = new Map(items.map(({ id, kind }) => [id, kind]));
  for (const [at, { item, rating }] of ratings.entries()) {
    if (kinds.get(item) !== 'rating') return notAsked('rating', `/ratings/${at}/item`);
    if (ratings.findIndex((one) => one.item === item) < at) {
      return reject('section/item-twice', 'It is rated already.', `/ratings/${at}/item`);
    }
    if (template.scale.anchors.includes(rating)) continue;
    const detail = `Give one of ${template.scale.anchors.join(', ')}, in millionths.`;
    return reject('section/rating-not-an-anchor', detail, `/ratings/${at}/rating`);
  }
  for (const [item, words] of Object.entries(texts)) {
    if (kinds.get(item) !== 'text') return notAsked('text', '/texts');
    if (words.length <= answerLengthMax && !isBlank(words)) continue;
    const detail = `Give a text of 1 to ${answerLengthMax} characters (${item}).`;
    return reject('section/text-length', detail, '/texts');
  }
  return undefined;
}

/** The items that must be answered before a section is submitted, and are not. */
export function unansweredOf(
  template: ReviewTemplate,
  role: ReviewerRole,
  { ratings, texts }: Answers,
): readonly string[] {
  const answered = new Set([...ratings.map(({ item }) => item), ...Object.keys(texts)]);
  return itemsFor(template, role)
    .filter(({ id, required }) => required && !answered.has(id))
    .map(({ id }) => id);
}

function notAsked(kind: 'rating' | 'text', field: string): Rejection {
  const detail = `This role is asked no such item for a ${kind}. Give the id of one that it is.`;
  return reject('section/item-not-asked', detail, field);
}
