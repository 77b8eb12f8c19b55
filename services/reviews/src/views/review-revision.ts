import { withNamed } from '@plumbline/kernel';
import type { LiveReview } from '../review/review.state.ts';
import type { RecordItem } from './review-record.ts';
import type { Eye } from './review-shown.ts';

/**
 * The revision of a review as somebody is told it: how many of its facts they may know of. Whoever
 * asks again and again is told by it of nothing that they do not read.
 */
export interface ToldFacts {
  /** Those that count for who reads what others gave, or is to. */
  readonly all: number;
  /** Of them, those that its subject is told when it is shared: of how it came to its rating. */
  readonly untold: number;
  /** Those of the own part of each: who only writes in it is told of no other. */
  readonly by: Readonly<Record<string, number>>;
  /** What each unnamed reviewer has answered, which counts for nobody else. */
  readonly unnamed: Readonly<Record<string, number>>;
}

export const noneTold: ToldFacts = { all: 0, untold: 0, by: {}, unnamed: {} };

/** Who is told, and as what. */
export interface Hearer {
  readonly me: string;
  readonly as: 'subject' | 'reader' | 'writer';
}

export function hearerOf(eyes: readonly Eye[], me: string): Hearer {
  const reads = ['manager', 'calibrator', 'scope', 'auditor'] as const;
  if (eyes.includes('subject')) return { me, as: 'subject' };
  return { me, as: reads.some((eye) => eyes.includes(eye)) ? 'reader' : 'writer' };
}

type Told = Pick<RecordItem, 'type' | 'of'>;
type Mode = LiveReview['peers']['mode'];

export function withTold(told: ToldFacts, one: Told, mode: Mode): ToldFacts {
  const { all, untold, unnamed } = told;
  const { author, part } = one.of;
  const by = author === null ? told.by : withNamed(told.by, author, numberOf(told.by, author) + 1);
  const hidden = unnamedAuthorOf(one, mode);
  if (hidden !== undefined) {
    return { all, untold, by, unnamed: withNamed(unnamed, hidden, numberOf(unnamed, hidden) + 1) };
  }
  const isUntold = part === 'rating';
  return {
    ...{ all: all + 1, by, unnamed },
    untold: one.type === 'ReviewShared' ? 0 : untold + (isUntold ? 1 : 0),
  };
}

/** From 0, as revisions of streams are. */
export function toldRevision({ all, untold, by, unnamed }: ToldFacts, { me, as }: Hearer): number {
  switch (as) {
    case 'subject':
      return all - untold - 1;
    case 'reader':
      return all + numberOf(unnamed, me) - 1;
    case 'writer':
      return Math.max(0, numberOf(by, me) - 1);
  }
}

function numberOf(of: Readonly<Record<string, number>>, who: string): number {
  return Object.hasOwn(of, who) ? (of[who] ?? 0) : 0;
}

/** The same of each fact in the record of a review, by the id of the fact. */
export function toldRevisions(
  items: readonly RecordItem[],
  hearer: Hearer,
  mode: Mode,
): ReadonlyMap<string, number> {
  const sharedAt = items.findLastIndex(({ type }) => type === 'ReviewShared');
  let count = 0;
  return new Map(
    items.map((item, at) => {
      if (isTold(item, hearer, mode, at < sharedAt)) count += 1;
      return [item.factId, Math.max(0, count - 1)];
    }),
  );
}

function isTold(one: Told, { me, as }: Hearer, mode: Mode, isShared: boolean): boolean {
  if (as === 'writer') return one.of.author === me;
  const hidden = unnamedAuthorOf(one, mode);
  if (hidden !== undefined) return as === 'reader' && hidden === me;
  return as === 'reader' || isShared || one.of.part !== 'rating';
}

/** Whose unnamed answer it is. That somebody is asked, who asks them is to see. */
function unnamedAuthorOf({ type, of }: Told, mode: Mode): string | undefined {
  if (mode === 'named' || type === 'ReviewerInvited') return undefined;
  const isInvited = of.part === 'peer' || of.part === 'upward';
  return isInvited && of.author !== null ? of.author : undefined;
}
