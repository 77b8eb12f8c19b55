import { reject, tableEntries, tableGet, valueOn } from '@plumbline/kernel';
import type { Day, Rejection, Table, Timeline } from '@plumbline/kernel';
import type { LiveReorganisation, Move, Order, RefusedMove } from './reorganisation.ts';
import type { StepOutcome } from './reorganisation.ts';

/** How many moves one step carries out: with two changes each, they fit one command. */
export const stepMovesMax = 100;

/** The next step to carry out; undefined when there is none any more. */
export function nextStep({ stage, steps }: LiveReorganisation): number | undefined {
  return stage === 'completed' || stage === 'stopped' ? undefined : steps + 1;
}

export function isLastStep({ moves }: Order, step: number): boolean {
  return step * stepMovesMax >= moves.length;
}

/** The moves of a step, of which the first is 1. */
export function movesOfStep({ moves }: Order, step: number): readonly Move[] {
  return moves.slice((step - 1) * stepMovesMax, step * stepMovesMax);
}

/** A change of the structure, as its own command has it. */
export type MoveChange =
  | {
      readonly type: 'MovePost';
      readonly post: string;
      readonly unit: string;
      readonly from: Day;
    }
  | {
      readonly type: 'ChangeReportingLine';
      readonly post: string;
      readonly line: 'solid';
      readonly manager: string | null;
      readonly from: Day;
    };

/** The changes of each move of a step, in the order of the moves: those of one go together. */
export function changesOfStep(order: Order, step: number): readonly (readonly MoveChange[])[] {
  return movesOfStep(order, step).map((move) => changesOf(move, order.from));
}

function changesOf({ post, unit, manager }: Move, from: Day): readonly MoveChange[] {
  return [
    ...(unit === undefined ? [] : [{ type: 'MovePost', post, unit, from } as const]),
    ...(manager === undefined
      ? []
      : [{ type: 'ChangeReportingLine', post, line: 'solid', manager, from } as const]),
  ];
}

/** What is told of a step, when these of its moves were refused, by their index. */
export function outcomeOfStep(
  order: Order,
  step: number,
  refused: readonly { readonly index: number; readonly rejection: Rejection }[],
): StepOutcome {
  const moves = movesOfStep(order, step);
  const named = refused.map(({ index, rejection }): RefusedMove => {
    return { post: moves[index]?.post ?? '', code: rejection.code };
  });
  return { done: moves.length - named.length, refused: named };
}

/** What must be known of a structure to find the posts of a unit on a day. */
export interface Places {
  readonly units: Table<{ readonly posts: Table<true> }>;
  readonly posts: Table<{
    readonly established: Day;
    readonly closed: Timeline<boolean>;
    readonly unit: Timeline<string>;
    readonly lines: Readonly<Record<string, Timeline<string | null>>>;
  }>;
}

export interface WholeUnit {
  readonly unit: string;
  readonly from: Day;
  /** The unit that all its posts go into; they stay in theirs when it is left out. */
  readonly into?: string;
  readonly manager?: string;
}

/**
 * The moves of all posts that are open in a unit on the day, those of units below apart. The lines
 * among them stay: the new manager is for those who answer to nobody among them.
 */
export function movesOfUnit(
  places: Places,
  { unit, from, into, manager }: WholeUnit,
): readonly Move[] | Rejection {
  const found = tableGet(places.units, unit);
  if (found === undefined) {
    return reject('structure/unknown-unit', `There is no unit "${unit}".`, '/unit');
  }
  const managers = managersIn(places, unit, found.posts, from);
  const moves: Move[] = [];
  for (const [post, present] of managers) {
    const answersWithin = present !== null && managers.has(present);
    const isUnder = manager !== undefined && post !== manager && !answersWithin;
    if (into === undefined && !isUnder) continue;
    moves.push({
      post,
      ...(into === undefined ? {} : { unit: into }),
      ...(isUnder ? { manager } : {}),
    });
  }
  if (moves.length > 0) return moves;
  return reject('reorganisation/no-moves', `Nothing in "${unit}" moves by that.`, '/unit');
}

/** The open posts of a unit, by name, each with its manager in the solid line. */
function managersIn(
  places: Places,
  unit: string,
  candidates: Table<true>,
  on: Day,
): ReadonlyMap<string, string | null> {
  const names = [...tableEntries(candidates)].map(([name]) => name).sort();
  const managers = new Map<string, string | null>();
  for (const name of names) {
    const post = tableGet(places.posts, name);
    if (post === undefined || on < post.established) continue;
    if (valueOn(post.closed, on) === true || valueOn(post.unit, on) !== unit) continue;
    managers.set(name, valueOn(post.lines['solid'] ?? [], on) ?? null);
  }
  return managers;
}
