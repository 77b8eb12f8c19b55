import type { Instant } from '@plumbline/kernel';
import type { RatedPart, Rating, Ratings, RulePack } from '@plumbline/scoring';
import { customersOf, type CustomerEvidence } from './evidence.customers.ts';
import { goalStanding, goalsOf, type GoalStanding, type KnownGoal } from './evidence.goals.ts';
import type { Line } from './evidence.lines.ts';
import { notesOf, type KnownNote } from './evidence.notes.ts';

/** What was pinned for a review, as it read then. */
export interface PinnedEvidence {
  readonly goals: readonly PinnedGoal[];
  readonly notes: readonly KnownNote[];
  readonly customers: CustomerEvidence;
}

export interface PinnedGoal extends GoalStanding, Omit<KnownGoal, 'keyResults'> {
  /** Whether the subject answered for it at the pin: it counts for who has it then. */
  readonly isOwn: boolean;
}

/** What pinned lines say of a subject at the instant of the pin. */
export function evidenceAt(lines: readonly Line[], subject: string, asOf: Instant): PinnedEvidence {
  const goals = goalsOf(lines).map((goal) => {
    return { ...goal, ...goalStanding(goal, asOf), isOwn: goal.owner === `person:${subject}` };
  });
  return { goals, notes: notesOf(lines), customers: customersOf(lines, subject) };
}

/** What a template wants measured instead of judged. */
export interface MeasuredInput {
  readonly part: string;
  readonly from: 'goals' | 'customers';
}

/** A figure of fewer answers is not shown, and rates nobody. */
export const answersMin = 5;

/**
 * The ratings of the parts that are measured: of goals one for each that the subject answers for,
 * of customers one for each question with enough answers. What is not known gives no rating, and
 * never the lowest one. `pin` is the fact by which the evidence was pinned: a figure of many
 * responses has no fact of its own.
 */
export function measuredRatings(
  inputs: readonly MeasuredInput[],
  { goals, customers }: PinnedEvidence,
  pack: RulePack,
  pin: string,
): Ratings {
  const ratings = new Map<string, readonly Rating[]>();
  for (const { part: name, from } of inputs) {
    const part = Object.hasOwn(pack.parts, name) ? pack.parts[name] : undefined;
    if (part?.kind !== 'rated') continue;
    const shares = from === 'goals' ? goalShares(goals) : customerShares(customers, pin);
    const rated = shares.map(({ share, fact }) => ({ rating: onScale(part, share), fact }));
    ratings.set(name, [...(ratings.get(name) ?? []), ...rated]);
  }
  return Object.fromEntries(ratings);
}

interface Share {
  readonly share: number;
  readonly fact: string;
}

function goalShares(goals: readonly PinnedGoal[]): readonly Share[] {
  return goals.flatMap(({ isOwn, attainment: { value }, fact }) => {
    return isOwn && value !== null && fact !== null ? [{ share: value, fact }] : [];
  });
}

function customerShares({ figures }: CustomerEvidence, fact: string): readonly Share[] {
  return figures.flatMap(({ share, n }) => {
    return share !== null && n >= answersMin ? [{ share, fact }] : [];
  });
}

/** A share of the way on the scale of a part, to the nearest millionth. */
function onScale({ scale: { min, max } }: RatedPart, share: number): number {
  return min + Math.round(Math.min(Math.max(share, 0), 1) * (max - min));
}
