import type { TypedSection } from '../text/reviews.ts';

/** What was typed in this tab and is not known to be saved, and upon which revision. */
export interface KeptDraft {
  readonly typed: TypedSection;
  readonly revision: number | null;
}

type Place = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const nameOf = (person: string, reviewId: string) => `plumbline.review.${person}.${reviewId}`;

/**
 * Kept in this tab until the server has it, so that neither a reload nor a server that is away
 * loses a word; and under the name of who wrote it, as others may sign in after them.
 */
export function keepDraft(place: Place, person: string, reviewId: string, kept: KeptDraft): void {
  try {
    place.setItem(nameOf(person, reviewId), JSON.stringify(kept));
  } catch {
    // Full, or forbidden: the server keeps it a moment later.
  }
}

export function forgetDraft(place: Place, person: string, reviewId: string): void {
  place.removeItem(nameOf(person, reviewId));
}

export function keptDraft(place: Place, person: string, reviewId: string): KeptDraft | undefined {
  const text = place.getItem(nameOf(person, reviewId));
  if (text === null) return undefined;
  try {
    const kept: unknown = JSON.parse(text);
    return isKept(kept) ? kept : undefined;
  } catch {
    return undefined;
  }
}

function isKept(value: unknown): value is KeptDraft {
  if (!isObject(value) || !isObject(value['typed'])) return false;
  const { revision, typed } = value;
  const isRevision = revision === null || typeof revision === 'number';
  return isRevision && isOfTexts(typed['ratings']) && isOfTexts(typed['texts']);
}

function isOfTexts(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((one) => typeof one === 'string');
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
