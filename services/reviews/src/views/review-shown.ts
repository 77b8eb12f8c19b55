import type { Actor, Instant } from '@plumbline/kernel';
import { isBlind, stageForSubject } from '../review/review.state.ts';
import type { Invitation, LiveReview, ReviewStage } from '../review/review.state.ts';
import { answeredByAll, groupsOf, type Withheld } from '../review/review.groups.ts';
import type { ItemRating, Role } from '../review/review.ts';
import type { Said } from '@plumbline/views';
import type { ReviewSheet, Standing, Writing } from './review-sheet.ts';

/** Why somebody may look at a review; what they see follows from it. */
export const eyes = ['subject', 'manager', 'writer', 'calibrator', 'scope', 'auditor'] as const;
export type Eye = (typeof eyes)[number];

/** A section as a reader sees it. Of unnamed ones it is not told who wrote it, nor when. */
export interface ShownSection {
  readonly role: Role | 'other';
  readonly author: string | null;
  readonly by: Actor | null;
  readonly at: Instant | null;
  readonly ratings: readonly ItemRating[];
  readonly evidence: readonly string[];
  readonly words: Readonly<Record<string, Said>>;
}

export interface ShownInvitation extends Omit<Invitation, 'stage'> {
  readonly stage: Invitation['stage'] | null;
}

export interface Shown {
  readonly sections: readonly ShownSection[];
  readonly withheld: readonly Withheld[];
  readonly invitations: readonly ShownInvitation[];
  /** Score, rating, and what became of it; null where they are not for who looks. */
  readonly result:
    | (Pick<Standing, 'calibrations' | 'overrides' | 'final'> & {
        readonly score: LiveReview['score'];
        readonly rating: number | null;
        readonly segments: LiveReview['segments'];
      })
    | null;
  readonly outcomes: ReviewSheet['outcomes'];
  /** How far it is; null where that is not told. */
  readonly stage: ReviewStage | null;
  /** Whether one sees that it is there, and what is one's own, and no more than that. */
  readonly isOwnOnly: boolean;
  /** Whether those who wrote as a peer or from below are told by name. */
  readonly namesInvited: boolean;
}

/** What somebody sees of a review with some eyes: all that one of them sees. */
export function shownTo(sheet: ReviewSheet, seen: readonly Eye[], me: string): Shown {
  if (seen.includes('subject')) return shownToSubject(sheet);
  const sees = (...any: readonly Eye[]) => any.some((eye) => seen.includes(eye));
  const { review } = sheet;
  const seesAll =
    sees('scope', 'auditor', 'calibrator') || (sees('manager') && !isBlind(review, me));
  const own = writingsOf(sheet).filter(({ author }) => author === me);
  const mine = Object.values(review.invitations).filter(({ reviewer }) => reviewer === me);
  const isSealed = sees('auditor') && !sees('scope', 'manager', 'calibrator');
  const namesInvited = isByName(sheet) && !isSealed;
  if (!seesAll) {
    const sections = own.map(named);
    // Who is to write as the manager invites, and knows whom; what they gave is not read yet.
    const asked = sees('manager') ? invitedFor(review) : mine;
    const rest = { withheld: [], result: null, outcomes: [], namesInvited };
    const isOwnOnly = !sees('manager');
    const stage = isOwnOnly ? null : review.stage;
    return { sections, invitations: asked, ...rest, stage, isOwnOnly };
  }
  const { sections, withheld } = ofOthers(sheet, namesInvited);
  // One's own is shown by name as well where it is among unnamed ones, or withheld with them.
  return {
    sections: [...sections, ...(isByName(sheet) ? [] : own.filter(isInvited).map(named))],
    ...{ withheld, result: resultOf(sheet), isOwnOnly: false, namesInvited, stage: review.stage },
    invitations: isSealed ? [] : namesAsked(sheet, sees) ? invitedFor(review) : mine,
    // What was said afterwards is between subject, manager, and those above them.
    outcomes: sees('scope', 'auditor', 'manager') ? sheet.outcomes : [],
  };
}

/** Who may write as a peer without a name is for who asks them: not for who compares ratings. */
function namesAsked(sheet: ReviewSheet, sees: (...any: readonly Eye[]) => boolean): boolean {
  return isByName(sheet) || sees('scope', 'manager');
}

/** The own section at any time; what others gave as it was when it was shared. */
function shownToSubject(sheet: ReviewSheet): Shown {
  const { shared } = sheet;
  const own = writingsOf(sheet).filter(({ role }) => role === 'self');
  const outcomes = sheet.outcomes;
  const told = { stage: stageForSubject(sheet.review), namesInvited: isByName(sheet) };
  const none = { invitations: [], isOwnOnly: false, outcomes, ...told };
  if (shared === null) return { ...none, sections: own.map(named), withheld: [], result: null };
  const { sections, withheld } = ofOthers(shared, isByName(shared));
  const theirs = sections.filter(({ role }) => role !== 'self');
  return { ...none, sections: [...own.map(named), ...theirs], withheld, result: resultOf(shared) };
}

interface Found {
  readonly sections: readonly ShownSection[];
  readonly withheld: readonly Withheld[];
}

/** Everything that was written; peers and people below as they were promised. */
function ofOthers(standing: Standing, isNamed: boolean): Found {
  const { enough, together, withheld } = groupsOf(standing.review);
  const all = writingsOf(standing);
  const of = (roles: readonly Role[]) => all.filter(({ role }) => roles.includes(role));
  const others = of(together);
  const alike = answeredByAll(others.map(itemsOf));
  const sections = [
    ...of(['self', 'manager']).map(named),
    ...(isNamed ? of(enough).map(named) : shuffled(of(enough)).map(unnamed)),
    ...(alike.length === 0 ? [] : shuffled(others).map((one) => ofAnyRole(one, alike))),
  ];
  if (others.every((one) => itemsOf(one).length === alike.length)) return { sections, withheld };
  const rest = together.map((role) => ({ role, why: 'not-alike' as const }));
  return { sections, withheld: [...withheld, ...rest] };
}

function itemsOf({ ratings, words }: Writing): readonly string[] {
  return [...ratings.map(({ item }) => item), ...Object.keys(words)];
}

/** By the ids of their facts, which say nothing of when they came, nor of who. */
function shuffled(writings: readonly Writing[]): readonly Writing[] {
  return writings.toSorted((one, other) => (one.fact < other.fact ? -1 : 1));
}

function isByName({ review }: Standing): boolean {
  return review.peers.mode === 'named';
}

function isInvited({ role }: Writing): boolean {
  return role === 'peer' || role === 'upward';
}

function named({ role, author, by, at, ratings, evidence, words }: Writing): ShownSection {
  return { role, author, by, at, ratings, evidence, words };
}

function unnamed({ role, ratings, words }: Writing): ShownSection {
  return { role, author: null, by: null, at: null, ratings, evidence: [], words };
}

/** In one order, whatever the one in which each role is asked. */
function ofAnyRole({ ratings, words, ...one }: Writing, items: readonly string[]): ShownSection {
  const told = ratings.filter(({ item }) => items.includes(item));
  const said = Object.entries(words).filter(([item]) => items.includes(item));
  const inOrder = {
    ratings: told.toSorted((a, b) => (a.item < b.item ? -1 : 1)),
    words: Object.fromEntries(said.toSorted(([a], [b]) => (a < b ? -1 : 1))),
  };
  return { ...unnamed({ ...one, ...inOrder }), role: 'other' };
}

/** Of unnamed ones only who is asked, and not who has answered. */
function invitedFor({ invitations, peers }: LiveReview): readonly ShownInvitation[] {
  const all = Object.values(invitations);
  return peers.mode === 'named' ? all : all.map((one) => ({ ...one, stage: null }));
}

function resultOf({ review, calibrations, overrides, final }: Standing): Shown['result'] {
  const { stage, rating, segments } = review;
  // What a human has said has no rating is told with no number.
  const score = stage === 'not-rated' ? null : review.score;
  return { score, rating, segments, calibrations, overrides, final };
}

function writingsOf({ writings }: Standing): readonly Writing[] {
  return Object.values(writings);
}
