import type { components } from '../api.generated.ts';
import type { ReviewLine } from '../api/types.ts';
import { present, words, type FormReader } from './form-reader.ts';

type ConveneDto = components['schemas']['ConveneSessionDto'];
type Ready = Pick<ReviewLine, 'id' | 'subject' | 'manager' | 'stage'>;

/** What can be looked at side by side in one session; the server has the same limit. */
export const sessionReviewsMax = 500;

/** A session as it is being typed; `chosen` has the ids of reviews. */
export interface TypedSession {
  readonly title: string;
  readonly moderator: string;
  readonly members: readonly string[];
  readonly chosen: ReadonlySet<string>;
}

export const nothingTyped: TypedSession = {
  ...{ title: '', moderator: '', members: [], chosen: new Set() },
};

/** Reviews that one manager answers for, of those that can be compared. */
export interface ManagerGroup {
  readonly manager: string;
  readonly reviews: readonly Ready[];
}

/** What can be compared: written by its manager, in no session, and not about who convenes. */
export function readyByManager(reviews: readonly Ready[], me: string): readonly ManagerGroup[] {
  const groups = new Map<string, Ready[]>();
  for (const review of reviews) {
    const isReady = review.stage === 'manager-submitted' || review.stage === 'calibrated';
    if (!isReady || review.subject === me) continue;
    const manager = review.manager ?? '';
    groups.set(manager, [...(groups.get(manager) ?? []), review]);
  }
  return [...groups]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([manager, theirs]) => {
      const inOrder = theirs.toSorted((one, other) => one.subject.localeCompare(other.subject));
      return { manager, reviews: inOrder };
    });
}

/** In the order of the groups, as they go into the body: problems come by that place. */
export function chosenOf(
  groups: readonly ManagerGroup[],
  chosen: ReadonlySet<string>,
): readonly Ready[] {
  return groups.flatMap(({ reviews }) => reviews.filter(({ id }) => chosen.has(id)));
}

/** With all of a group in it, or without any. */
export function withAll(
  chosen: ReadonlySet<string>,
  reviews: readonly Pick<Ready, 'id'>[],
  isIn: boolean,
): ReadonlySet<string> {
  const next = new Set(chosen);
  for (const { id } of reviews) {
    if (isIn) next.add(id);
    else next.delete(id);
  }
  return next;
}

/** What was typed, as the body has it; what is wrong with it goes to the reader. */
export function sessionOf(
  form: FormReader,
  typed: TypedSession,
  { cycleId, groups }: { readonly cycleId: string; readonly groups: readonly ManagerGroup[] },
): ConveneDto {
  const reviews = chosenOf(groups, typed.chosen).map(({ id }) => id);
  if (reviews.length === 0) form.refuse('/reviews', 'Reviews: choose at least one.');
  if (reviews.length > sessionReviewsMax) {
    form.refuse('/reviews', `Reviews: choose ${sessionReviewsMax} at most, or hold two sessions.`);
  }
  return {
    ...{ cycleId, title: form.text('/title', typed.title, 'Name').trim() },
    ...present({ moderator: words(typed.moderator)?.trim() }),
    ...{ members: [...typed.members], reviews },
  };
}
