/** A request of the play. `{name}` in it stands for an id that an earlier one gave. */
export interface Step {
  readonly as: string;
  /** For whom they act, where one stands in for another. */
  readonly for?: string;
  readonly path: string;
  readonly body: Readonly<Record<string, unknown>>;
  /**
   * Under which name the id of the answer is kept for later steps: `{name}` within the thread, and
   * `{thread:name}` from other threads.
   */
  readonly keeps?: string;
  /** Another has taken over since: who did it may do so no more, when it is played again. */
  readonly isHandedOn?: true;
  /** What a route for many is sent, line by line, in the place of the body. */
  readonly lines?: readonly Line[];
  /** A read, and what its answer gives for later steps. */
  readonly finds?: Finding;
  /** Who takes part in the survey of the path, each under their own name, and what they answer. */
  readonly answers?: readonly Answering[];
}

/**
 * What is asked for until it is there, as policies follow commands a moment later. Of `reviews`,
 * those of somebody in a cycle: `review-ada`. Of `rating`, as somebody is rated since some
 * stage: `rating-ada`, and a rating beside it, `other-ada`. A number is named by `{=rating-ada}`.
 * Of `collecting`, that all reviews of a cycle are open.
 */
export type Finding =
  | { readonly what: 'collecting' }
  | { readonly what: 'reviews'; readonly of: readonly string[]; readonly cycle: string }
  | {
      readonly what: 'rating';
      readonly of: string;
      readonly since: 'written' | 'calibrated';
    };

/** The names under which something of a step is kept. */
export function keptOf({ keeps, finds, lines = [] }: Step): readonly string[] {
  const own = keeps === undefined ? [] : [keeps];
  const names = lines.map(({ name }) => name);
  if (finds === undefined) return [...own, ...names];
  if (finds.what === 'collecting') return [];
  if (finds.what === 'rating') return [`rating-${finds.of}`, `other-${finds.of}`];
  return finds.of.map((person) => `review-${person}`);
}

/** What somebody answers in a survey, by its questions. */
export interface Answering {
  readonly person: string;
  readonly ratings: Readonly<Record<string, number>>;
  readonly comments: Readonly<Record<string, string>>;
}

/** The same line again is the same command, whenever it is played. */
export interface Line {
  /** Under which the id of its answer is kept. */
  readonly name: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Steps that follow one another; threads of a scene do not wait for each other. */
export interface Thread {
  readonly name: string;
  readonly steps: readonly Step[];
  /**
   * Of the company's own story, which is told once a quarter and not once a day: its commands have
   * the same keys all the quarter, and what is told already may be refused.
   */
  readonly once?: string;
  /** Between people, each under their own name: left out where one token plays everybody. */
  readonly inPerson?: boolean;
}

/** A scene waits for the one before. */
export type Scene = readonly Thread[];

export const msPerDay = 86_400_000;

/** Who stands in for whom, from an instant on (ms). */
export interface StandIn {
  readonly of: string;
  readonly by: string;
  readonly since: number;
}

interface Casting {
  /** Nothing is played that lies later than this (ms). */
  readonly now: number;
  readonly as: string;
  readonly standIn?: StandIn | undefined;
}

/** Collects the steps of a thread, and leaves out what would lie in the future. */
export class Script {
  readonly steps: Step[] = [];

  constructor(private readonly casting: Casting) {}

  add(at: number, path: string, body: object, keeps?: string, as = this.casting.as): boolean {
    const { now, standIn } = this.casting;
    if (at > now) return false;
    const effectiveAt = new Date(at).toISOString();
    const kept = keeps === undefined ? {} : { keeps };
    const isStoodIn = standIn?.of === as && at >= standIn.since;
    const who = isStoodIn ? { as: standIn.by, for: as } : { as };
    this.steps.push({ ...who, path, body: { ...body, effectiveAt }, ...kept });
    return true;
  }
}

/** The day so many days after an instant, as in `2026-07-01`. */
export function dayAfter(at: number, days: number): string {
  return new Date(at + days * msPerDay).toISOString().slice(0, 10);
}

/** What one token can play for everybody. */
export function withoutPersonal(scenes: readonly Scene[]): Scene[] {
  return scenes.map((scene) => scene.filter(({ inPerson }) => inPerson !== true));
}

/** How many commands a step is. */
export function commandsIn({ lines, answers, finds }: Step): number {
  if (finds !== undefined) return 0;
  return (lines ?? answers)?.length ?? 1;
}
