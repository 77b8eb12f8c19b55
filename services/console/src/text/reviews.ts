import type { Review, ReviewLine, ReviewTemplateVersion, ReviewWhy } from '../api/types.ts';
import { ratingText, shiftText } from './calibration.ts';
import { instantText } from './times.ts';

export type ReviewRole = 'self' | 'manager' | 'peer' | 'upward';

/** The rating in a line: what is only withheld is not called missing. */
export function standingText(
  review: Pick<Review, 'rating' | 'score' | 'final' | 'seenAs'>,
): string {
  const { rating, score, final, seenAs } = review;
  if (final !== null) return `The rating: ${ratingText(final.rating)}`;
  if (rating !== null || score !== null) return `The rating that stands: ${ratingText(rating)}`;
  if (seenAs.includes('subject')) return 'The rating is withheld until the review is shared.';
  return 'There is no rating yet.';
}

type Template = ReviewTemplateVersion['template'];
type Section = Template['sections'][number];
export type Item = Section['items'][number];

export const stageTexts: Readonly<Record<NonNullable<ReviewLine['stage']>, string>> = {
  opened: 'Being written',
  'self-submitted': 'Being written, the own part is in',
  'manager-submitted': 'Written by the manager',
  'in-calibration': 'Compared with others',
  calibrated: 'Compared',
  finalised: 'Finalised, not shared yet',
  shared: 'Shared, to be acknowledged',
  acknowledged: 'Acknowledged',
  unacknowledged: 'Shared, and not acknowledged in time',
  disputed: 'Disputed',
  resolved: 'The dispute is resolved',
  closed: 'Closed',
  'not-rated': 'Not rated',
  withdrawn: 'Withdrawn',
};

export const roleTexts: Readonly<Record<ReviewRole | 'other', string>> = {
  self: 'About yourself',
  manager: 'As the manager',
  peer: 'As a peer',
  upward: 'As one who answers to them',
  other: 'Others',
};

export const sectionTexts: Readonly<Record<ReviewRole | 'other', string>> = {
  self: 'Own part',
  manager: 'The manager',
  peer: 'Peers',
  upward: 'Who answer to them',
  other: 'Others',
};

export const notRatedTexts: Readonly<
  Record<NonNullable<NonNullable<Review['final']>['cause']>, string>
> = {
  'too-few-days': 'Too few days in the period',
  'nothing-rated': 'Nothing was rated',
  'long-absence': 'Away for long',
  left: 'Has left',
  'new-in-role': 'New in the role',
  other: 'Another reason',
};

export const disputeTexts: Readonly<
  Record<NonNullable<Review['outcomes'][number]['outcome']>, string>
> = {
  upheld: 'It is right',
  partly: 'It is right in part',
  rejected: 'The review stands as it is',
};

export const invitationTexts: Readonly<
  Record<NonNullable<Review['invitations'][number]['stage']>, string>
> = {
  open: 'is waited for',
  submitted: 'has written',
  declined: 'has declined',
  lapsed: 'is waited for no more',
};

/**
 * Whether it is written still, as far as that is told: who only writes in it is not told how it
 * stands, and has it in `writes` whether they may.
 */
export function isWriting({ stage }: Pick<ReviewLine, 'stage'>): boolean {
  return stage !== null && ['opened', 'self-submitted', 'manager-submitted'].includes(stage);
}

/** By when somebody is waited for; of those who were asked by name the day may be another one. */
export function dueOf({ due }: Pick<ReviewLine, 'due'>, role: ReviewRole): string {
  return role === 'self' || role === 'manager' ? due[role] : due.peer;
}

/** What a role is asked, in the order of the template. */
export function itemsOf({ template }: ReviewTemplateVersion, role: ReviewRole): readonly Item[] {
  return template.sections.find((one) => one.role === role)?.items ?? [];
}

/** A word of the template in the language of the page, or in the one that it has anyway. */
export function wordOf(
  { template, words }: ReviewTemplateVersion,
  name: string,
  language: string,
): string | null {
  return words[`${name}.${language}`] ?? words[`${name}.${template.defaultLanguage}`] ?? null;
}

/** The ratings that can be given, each with what it stands for. */
export function anchorsOf(version: ReviewTemplateVersion, language: string) {
  return version.template.scale.anchors.map((rating) => {
    const word = wordOf(version, `anchor.${rating}`, language);
    const number = String(rating / 1_000_000);
    return { rating, label: word === null ? number : `${number}: ${word}` };
  });
}

/** What is typed of a section: ratings by item as text, and texts by item. */
export interface TypedSection {
  readonly ratings: Readonly<Record<string, string>>;
  readonly texts: Readonly<Record<string, string>>;
}

export const nothingTyped: TypedSection = { ratings: {}, texts: {} };

interface Given {
  readonly ratings: readonly { readonly item: string; readonly rating: number }[];
  readonly texts: Readonly<Record<string, string | null>>;
}

/** What was saved or submitted, as it stands in the form. */
export function typedOf({ ratings, texts }: Given): TypedSection {
  return {
    ratings: Object.fromEntries(ratings.map(({ item, rating }) => [item, String(rating)])),
    texts: Object.fromEntries(
      Object.entries(texts).flatMap(([item, text]) => (text === null ? [] : [[item, text]])),
    ),
  };
}

/** What is sent: what was left empty is no answer, and is not there. */
export function givenOf({ ratings, texts }: TypedSection) {
  return {
    ratings: Object.entries(ratings).flatMap(([item, rating]) => {
      return rating === '' ? [] : [{ item, rating: Number(rating) }];
    }),
    texts: Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== '')),
  };
}

/** The items that must be answered and are not. */
export function missingIn(
  items: readonly Item[],
  { ratings, texts }: TypedSection,
): readonly Item[] {
  return items.filter(({ id, kind, required }) => {
    if (!required) return false;
    return kind === 'rating' ? (ratings[id] ?? '') === '' : (texts[id] ?? '').trim() === '';
  });
}

export function isSameTyped(one: TypedSection, other: TypedSection): boolean {
  return JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
}

function sorted(typed: TypedSection) {
  const { ratings, texts } = givenOf(typed);
  const byItem = ratings.toSorted((one, other) => one.item.localeCompare(other.item));
  return [byItem, Object.entries(texts).toSorted(([one], [other]) => one.localeCompare(other))];
}

/** What one rating, rule or rounding adds to a score, and the fact that says so. */
export function leafText(leaf: ReviewWhy['parts'][number]['leaves'][number]): string {
  const { kind, points, rating, rule, fact } = leaf;
  const added = shiftText(points);
  switch (kind) {
    case 'rating': {
      const said =
        fact === undefined
          ? ''
          : `, ${fact.actor ?? 'somebody'} on ${instantText(fact.effectiveAt)}`;
      return `${added}: rated ${ratingText(rating ?? null)}${said}`;
    }
    case 'rule':
      return `${added}: the rule ${rule ?? ''}`;
    case 'scale-begins':
      return `${added}: where the scale begins`;
    case 'rounding':
      return `${added}: rounding`;
  }
}
