/**
 * An answer as it is kept for good: what was answered, and the group that it is counted in. There
 * is no id, no person, no ticket, no time and no comment: nothing by which it could be put beside
 * anything else.
 */
export interface Answer {
  readonly segments: Segments;
  /** Of the kinds `rating` and `enps`, by the id of the question. */
  readonly ratings: Readonly<Record<string, number>>;
  /** The option that was chosen, by the id of the question. */
  readonly choices: Readonly<Record<string, string>>;
}

/** Attributes that an answer carries, as in `{ unit: 'unit:desk' }`; none is "all others". */
export type Segments = Readonly<Record<string, string>>;

/**
 * A comment is kept apart from the ratings that came with it: a way of writing that somebody
 * recognises gives away that comment, and not how its author answered the other questions.
 */
export interface CommentPlace {
  readonly question: string;
  readonly segments: Segments;
}

export interface Comment extends CommentPlace {
  readonly text: string;
}

/** An answer as it waits to be released. */
export interface WaitingAnswer extends Answer {
  /** By the id of the question. */
  readonly comments: Readonly<Record<string, string>>;
}

/** What one batch says: what of the answers that are in it is kept. */
export interface Content {
  readonly answers: readonly Answer[];
  readonly comments: readonly Comment[];
}

/**
 * The content of a batch, in its one canonical order. To sort is more than to shuffle: the order
 * follows from what is said, so that it says nothing else, and that it is so can be checked.
 */
export function contentOf(batch: readonly WaitingAnswer[]): Content {
  const comments = batch.flatMap(({ segments, comments }) =>
    Object.entries(comments).map(([question, text]) => ({ question, segments, text })),
  );
  return { answers: sorted(batch.map(bareAnswer), answerKey), comments: sorted(comments, keyOf) };
}

/** Only what may be kept, whatever else came with it; members in order, too. */
export function bareAnswer({ segments, ratings, choices }: Answer): Answer {
  return { segments: inOrder(segments), ratings: inOrder(ratings), choices: inOrder(choices) };
}

export function answersAreInOrder(answers: readonly Answer[]): boolean {
  return areInOrder(answers.map(answerKey));
}

export function commentsAreInOrder(comments: readonly Comment[]): boolean {
  return areInOrder(comments.map(keyOf));
}

/** One text for all answers that are alike, and another one for each other. */
export function answerKey({ segments, ratings, choices }: Answer): string {
  return JSON.stringify([pairsOf(segments), pairsOf(ratings), pairsOf(choices)]);
}

/** The name of the group that an answer or a comment is in. */
export function labelOf(segments: Segments): string {
  return JSON.stringify(pairsOf(segments));
}

function keyOf({ question, segments, text }: Comment): string {
  return JSON.stringify([question, pairsOf(segments), text]);
}

function pairsOf<Value>(members: Readonly<Record<string, Value>>): [string, Value][] {
  return Object.entries(members).sort(([one], [other]) => compare(one, other));
}

function inOrder<Value>(members: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(pairsOf(members));
}

function sorted<One>(all: readonly One[], key: (one: One) => string): readonly One[] {
  return all
    .map((one) => [key(one), one] as const)
    .sort(([one], [other]) => compare(one, other))
    .map(([, one]) => one);
}

function areInOrder(keys: readonly string[]): boolean {
  return keys.every((key, index) => index === 0 || compare(keys[index - 1] ?? '', key) <= 0);
}

/** By UTF-16 code units, which is the same in every locale. */
export function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
