/**
 * Something went wrong that is no rule's answer: a conflict, an engine that is away, a limit.
 * Faults are thrown as small subclasses; one table in `libs/web` maps them to HTTP.
 */
export abstract class Fault extends Error {
  /** Stable and namespaced, as in `log/revision-conflict`. */
  abstract readonly code: string;
  /** Whether the same call may succeed when it is simply made again. */
  abstract readonly retriable: boolean;

  constructor(message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.name = new.target.name;
  }
}

export class NotFound extends Fault {
  readonly code = 'not-found';
  readonly retriable = false;
}

/** Stored or received bytes are not what their format says. Never skipped, never repaired. */
export class Malformed extends Fault {
  readonly code = 'malformed';
  readonly retriable = false;
}
