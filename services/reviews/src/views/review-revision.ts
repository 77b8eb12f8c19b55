import { withNamed } from '@plumbline/kernel';
import type { LiveReview } from '../review/review.state.ts';
import type { RecordItem } from './review-record.ts';

/**
 * The revision of a review as somebody is told it: how many of its facts they may know of. That an
 * unnamed reviewer has answered is counted for that reviewer alone. Whoever else asks again and
 * again is not told by it that somebody has written, nor when.
 */
export interface ToldFacts {
  /** Those that count for everybody. */
  readonly all: number;
  /** Of each unnamed reviewer, their own besides. */
  readonly own: Readonly<Record<string, number>>;
}

export const noneTold: ToldFacts = { all: 0, own: {} };

type Told = Pick<RecordItem, 'type' | 'of'>;
type Mode = LiveReview['peers']['mode'];

export function withTold({ all, own }: ToldFacts, one: Told, mode: Mode): ToldFacts {
  const author = unnamedAuthorOf(one, mode);
  if (author === undefined) return { all: all + 1, own };
  return { all, own: withNamed(own, author, ownOf(own, author) + 1) };
}

/** From 0, as revisions of streams are. */
export function toldRevision({ all, own }: ToldFacts, me: string): number {
  return all - 1 + ownOf(own, me);
}

function ownOf(own: ToldFacts['own'], who: string): number {
  return Object.hasOwn(own, who) ? (own[who] ?? 0) : 0;
}

/** The same of each fact in the record of a review, by the id of the fact. */
export function toldRevisions(
  items: readonly RecordItem[],
  me: string,
  mode: Mode,
): ReadonlyMap<string, number> {
  const revisions = new Map<string, number>();
  let told = noneTold;
  for (const item of items) {
    told = withTold(told, item, mode);
    revisions.set(item.factId, toldRevision(told, me));
  }
  return revisions;
}

/** Whose unnamed answer it is. That somebody is asked, who asks them is to see. */
function unnamedAuthorOf({ type, of }: Told, mode: Mode): string | undefined {
  if (mode === 'named' || type === 'ReviewerInvited') return undefined;
  const isInvited = of.part === 'peer' || of.part === 'upward';
  return isInvited && of.author !== null ? of.author : undefined;
}
