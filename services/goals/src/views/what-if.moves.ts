import { reject, type Day, type Rejection } from '@plumbline/kernel';
import {
  graphOf,
  isInForce,
  isOver,
  parentKey,
  type AlignmentEdge,
  type AlignmentGraph,
  type AlignmentInput,
  type AlignmentParent,
} from './alignment-map.graph.ts';

/**
 * A re-parenting to try: from a parent to another; without `from` one more parent; to null, an
 * alignment less.
 */
export interface Reparenting {
  readonly child: string;
  readonly from?: AlignmentParent;
  readonly to: AlignmentParent | null;
  readonly mode?: AlignmentEdge['mode'];
  readonly share?: number;
}

export interface RefusedMove extends Pick<Rejection, 'code' | 'detail' | 'field'> {
  /** Which of the moves, from 0. */
  readonly move: number;
}

export interface Moved {
  readonly edges: readonly AlignmentEdge[];
  readonly refused: readonly RefusedMove[];
}

/**
 * A copy of the edges with the moves made, on the day of the input and one after the other. A
 * move that alignment does not allow is refused by name and left out; the others are made.
 */
export function withMoves(input: AlignmentInput, moves: readonly Reparenting[]): Moved {
  const plan = planOf(input);
  const refused: RefusedMove[] = [];
  for (const [index, move] of moves.entries()) {
    const rejection = refuseMove(plan, move);
    if (rejection === undefined) make(plan, move, index);
    else {
      const { kind: _, ...why } = rejection;
      refused.push({ move: index, ...why });
    }
  }
  return { edges: [...plan.ended, ...[...plan.above.values()].flat()], refused };
}

interface Plan extends Pick<AlignmentGraph, 'goals' | 'themes'> {
  readonly on: Day;
  /** The edges in force, by the id of the child. */
  readonly above: Map<string, readonly AlignmentEdge[]>;
  /** Those that are not, or no more. */
  readonly ended: AlignmentEdge[];
}

function planOf(input: AlignmentInput): Plan {
  const { on, edges } = input;
  const { goals, themes, above } = graphOf(input);
  const ended = edges.filter((one) => !isInForce(one, on));
  return { on, goals, themes, above: new Map(above), ended };
}

function make(plan: Plan, move: Reparenting, index: number): void {
  const { child, to } = move;
  const left = plan.above.get(child) ?? [];
  const from = edgeOf(plan, child, move.from);
  const kept = left.filter((one) => one !== from);
  if (from !== undefined) plan.ended.push({ ...from, until: plan.on });
  if (to === null) {
    plan.above.set(child, kept);
    return;
  }
  const edge: AlignmentEdge = {
    alignmentId: `what-if-${index}`,
    child,
    parent: to,
    ...weightOf(move, from),
    from: plan.on,
    until: null,
  };
  plan.above.set(child, [...kept, edge]);
}

function edgeOf(plan: Plan, child: string, parent: AlignmentParent | undefined) {
  if (parent === undefined) return undefined;
  const key = parentKey(parent);
  return plan.above.get(child)?.find((one) => parentKey(one.parent) === key);
}

/** What the move does not say stays as it was, and without a before it contributes. */
function weightOf(move: Reparenting, from: AlignmentEdge | undefined) {
  const mode = move.mode ?? from?.mode ?? 'contributes';
  const share = mode === 'contributes' ? (move.share ?? from?.share ?? null) : null;
  return { mode, share };
}

function refuseMove(plan: Plan, move: Reparenting): Rejection | undefined {
  const child = plan.goals.get(move.child);
  if (child === undefined)
    return reject('alignment/unknown-goal', 'There is no such goal.', '/child');
  const from = edgeOf(plan, move.child, move.from);
  if (from === undefined && (move.from !== undefined || move.to === null)) {
    return reject('alignment/not-aligned', 'The goal is not aligned to this parent.', '/from');
  }
  if (move.to === null) return undefined;
  if (isOver(child)) return reject('alignment/goal-over', 'The goal is over.', '/child');
  return (
    refuseParent(plan, move.child, move.to) ??
    refuseTwice(plan, move.child, move.to, from) ??
    refuseShare(plan, move, from)
  );
}

function refuseParent(plan: Plan, child: string, to: AlignmentParent): Rejection | undefined {
  if (!('goal' in to)) {
    return plan.themes.has(parentKey(to))
      ? undefined
      : reject('alignment/unknown-theme', 'No strategy in force has this theme.', '/to/theme');
  }
  const parent = plan.goals.get(to.goal);
  if (parent === undefined) {
    return reject('alignment/unknown-goal', 'There is no such goal.', '/to/goal');
  }
  if (isOver(parent)) return reject('alignment/goal-over', 'The parent is over.', '/to/goal');
  if (to.goal === child) {
    return reject('alignment/to-itself', 'A goal is not its own parent.', '/to/goal');
  }
  const way = wayUp(plan, to.goal, child);
  if (way === undefined) return undefined;
  const names = [child, ...way].join(', ');
  return reject('alignment/cycle', `These goals would form a cycle: ${names}.`, '/to/goal');
}

function refuseTwice(
  plan: Plan,
  child: string,
  to: AlignmentParent,
  from: AlignmentEdge | undefined,
): Rejection | undefined {
  const present = edgeOf(plan, child, to);
  return present === undefined || present === from
    ? undefined
    : reject('alignment/already-aligned', 'The goal is aligned to this parent already.', '/to');
}

function refuseShare(
  plan: Plan,
  move: Reparenting,
  from: AlignmentEdge | undefined,
): Rejection | undefined {
  const { mode, share } = weightOf(move, from);
  if (mode === 'supports') return undefined;
  if (share === null) {
    return reject('alignment/share-missing', 'What contributes has a share.', '/share');
  }
  if (!(share > 0)) {
    return reject('alignment/share-not-positive', 'A share is above 0.', '/share');
  }
  const others = (plan.above.get(move.child) ?? []).filter((one) => one !== from);
  const shares = others.map((one) => (one.mode === 'contributes' ? (one.share ?? 0) : 0));
  const sum = [share, ...shares].reduce((all, one) => all + millionths(one), 0);
  return sum <= 1_000_000
    ? undefined
    : reject('alignment/shares-exceed-one', 'The shares of a goal are 1 at most.', '/share');
}

/** Whole numbers, so that 0.1, 0.2 and 0.7 are 1 exactly. */
function millionths(share: number): number {
  return Math.round(share * 1_000_000);
}

/** The goals on the way from one up to another, both within, or undefined when none leads there. */
function wayUp(plan: Plan, start: string, end: string): readonly string[] | undefined {
  const cameFrom = new Map<string, string | null>([[start, null]]);
  const ahead = [start];
  for (const goalId of ahead) {
    if (goalId === end) return wayBack(cameFrom, end);
    for (const { parent } of plan.above.get(goalId) ?? []) {
      if (!('goal' in parent) || cameFrom.has(parent.goal)) continue;
      cameFrom.set(parent.goal, goalId);
      ahead.push(parent.goal);
    }
  }
  return undefined;
}

function wayBack(cameFrom: ReadonlyMap<string, string | null>, end: string): string[] {
  const way: string[] = [];
  for (let one: string | null = end; one !== null; one = cameFrom.get(one) ?? null) way.push(one);
  return way.toReversed();
}
