/**
 * A rule said no. A rejection is a value that a decider returns, never an exception: it is an
 * answer to the caller, with a stable code that clients may switch on.
 */
export interface Rejection {
  readonly kind: 'rejection';
  /** Stable and namespaced, as in `goal/already-closed`. */
  readonly code: string;
  /** One sentence for a person: the rule, and where it helps, how to mend the input. */
  readonly detail: string;
  /** The input field that broke the rule, as a JSON pointer into the request, when there is one. */
  readonly field?: string;
}

/** What a decision gives: facts to record (none: it is already so), or a rejection. */
export type Decision<Fact> = readonly Fact[] | Rejection;

/**
 * The shape of every aggregate: three pure functions and a value. No clock, no random number and
 * no I/O inside; time, ids and actor arrive in the command, so that a decision can be replayed
 * bit for bit.
 */
export interface Decider<Command, State, Fact> {
  readonly initial: State;
  evolve(state: State, fact: Fact): State;
  decide(command: Command, state: State): Decision<Fact>;
}

export function reject(code: string, detail: string, field?: string): Rejection {
  return field === undefined
    ? { kind: 'rejection', code, detail }
    : { kind: 'rejection', code, detail, field };
}

export function isRejection(value: unknown): value is Rejection {
  return typeof value === 'object' && value !== null && (value as Rejection).kind === 'rejection';
}

/** Folds facts into a state, oldest first. */
export function fold<State, Fact>(
  decider: Pick<Decider<never, State, Fact>, 'evolve'>,
  state: State,
  facts: Iterable<Fact>,
): State {
  let folded = state;
  for (const fact of facts) folded = decider.evolve(folded, fact);
  return folded;
}

/** Closes a switch over a union: a case that is missing does not compile. */
export function never(value: never): never {
  throw new Error(`Unhandled case: ${JSON.stringify(value)}`);
}
