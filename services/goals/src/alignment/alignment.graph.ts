import type { Day } from '@plumbline/kernel';
import { edgesAbove, type Alignments, type Edge } from './alignment.ts';

/** Days from the first to the one before `until`; null: without end. */
export interface Span {
  readonly from: Day;
  readonly until: Day | null;
}

interface Step extends Span {
  readonly goal: string;
  readonly below: Step | null;
}

/** Goals that would pull on each other, each on the next, and the first day on which they would. */
export interface Cycle {
  readonly goals: readonly string[];
  readonly on: Day;
}

/**
 * The cycle that an alignment would close on any day on which it holds. Only the goals above the
 * parent are walked, and each again only for days on which it was not yet: the cost goes with the
 * height of the graph and not with its size.
 */
export function cycleWith(alignments: Alignments, edge: Edge): Cycle | undefined {
  const walked = new Map<string, readonly Span[]>();
  const bottom: Step = { ...spanOf(edge), goal: edge.child, below: null };
  const pending = stepUp(bottom, edge);
  for (let step = pending.pop(); step !== undefined; step = pending.pop()) {
    if (step.goal === edge.child) return cycleOf(step);
    const before = walked.get(step.goal) ?? [];
    if (before.some((span) => covers(span, step))) continue;
    walked.set(step.goal, merged(before, step));
    for (const above of edgesAbove(alignments, step.goal)) pending.push(...stepUp(step, above));
  }
  return undefined;
}

/** The goal at the upper end of an edge, for the days that the way up to it holds. */
function stepUp(below: Step, { parent, from, until }: Edge): Step[] {
  if (!('goal' in parent)) return [];
  const days = common(below, { from, until });
  return days === undefined ? [] : [{ ...days, goal: parent.goal, below }];
}

function cycleOf(top: Step): Cycle {
  const goals: string[] = [];
  for (let step: Step | null = top; step !== null; step = step.below) goals.push(step.goal);
  return { goals: goals.toReversed(), on: top.from };
}

/** One in parts per million: shares are compared as whole numbers, so that thirds add up. */
export const ppmOfOne = 1_000_000;

export function ppm(share: number): number {
  return Math.round(share * ppmOfOne);
}

/**
 * The first day on which the shares of a goal would be more than one with this alignment. Their
 * sum grows only where one of them begins, so that no other days are looked at.
 */
export function dayAboveOne(alignments: Alignments, edge: Edge): Day | undefined {
  const others = edgesAbove(alignments, edge.child).filter((one) => {
    return one.mode === 'contributes' && common(one, edge) !== undefined;
  });
  const days = [edge.from, ...others.map((one) => one.from)].filter((day) => isWithin(day, edge));
  return days.sort().find((day) => {
    const there = [edge, ...others.filter((one) => isWithin(day, one))];
    return there.reduce((sum, { share }) => sum + ppm(share ?? 0), 0) > ppmOfOne;
  });
}

/** The days of both, or undefined when there are none. */
export function common(one: Span, other: Span): Span | undefined {
  const from = one.from > other.from ? one.from : other.from;
  const until = earlier(one.until, other.until);
  return until !== null && until <= from ? undefined : { from, until };
}

function spanOf({ from, until }: Span): Span {
  return { from, until };
}

function isWithin(day: Day, { from, until }: Span): boolean {
  return from <= day && (until === null || day < until);
}

function covers(one: Span, other: Span): boolean {
  if (other.from < one.from) return false;
  return one.until === null || (other.until !== null && other.until <= one.until);
}

/** Spans that do not touch each other, with one more. */
function merged(spans: readonly Span[], more: Span): readonly Span[] {
  const apart = spans.filter((one) => isApart(one, more));
  const whole = spans.filter((one) => !isApart(one, more)).reduce(hull, more);
  return [...apart, spanOf(whole)];
}

function isApart(one: Span, other: Span): boolean {
  return (
    (one.until !== null && one.until < other.from) ||
    (other.until !== null && other.until < one.from)
  );
}

function hull(one: Span, other: Span): Span {
  const isOpen = one.until === null || other.until === null;
  const later = (one.until ?? '') > (other.until ?? '') ? one.until : other.until;
  return { from: one.from < other.from ? one.from : other.from, until: isOpen ? null : later };
}

function earlier(one: Day | null, other: Day | null): Day | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
