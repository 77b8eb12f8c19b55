import { CommandReused, ForeignStream, LimitExceeded } from '@plumbline/event-log';
import { LogUnavailable, RevisionConflict } from '@plumbline/event-log';
import { Malformed, NotFound } from '@plumbline/kernel';
import { Fenced, RebuildFailed, RebuildStopped, Unknown } from '@plumbline/views';

/** An error on its way between threads, where classes do not go. */
export interface SentFault {
  readonly name: string;
  readonly message: string;
  readonly stack?: string | undefined;
  readonly fields: Readonly<Record<string, unknown>>;
}

const faults = [
  ...[CommandReused, ForeignStream, LimitExceeded, LogUnavailable, RevisionConflict],
  ...[Malformed, NotFound, Fenced, RebuildFailed, RebuildStopped, Unknown],
];
const classes = new Map<string, object>(faults.map((fault) => [fault.name, fault.prototype]));

export function sentFault(cause: unknown): SentFault {
  if (!(cause instanceof Error)) return { name: 'Error', message: String(cause), fields: {} };
  const { name, message, stack } = cause;
  const own = Object.entries(cause).filter(([, value]) => isPlain(value));
  return { name, message, stack, fields: Object.fromEntries(own) };
}

/** The same error again, of its class when it is one that callers tell apart. */
export function receivedFault({ name, message, stack, fields }: SentFault): Error {
  const error = new Error(message);
  Object.setPrototypeOf(error, classes.get(name) ?? Error.prototype);
  if (stack !== undefined) error.stack = stack;
  return Object.assign(error, fields, { name });
}

function isPlain(value: unknown): boolean {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}
