import { Fault } from '@plumbline/kernel';
import { LogUnavailable } from './event-log.ts';

/** What an error of the client comes to. Told by its type or code, never by its message. */
export type Failure = 'conflict' | 'no-stream' | 'too-large' | 'refused' | 'unavailable';

const byType: Readonly<Record<string, Failure>> = {
  'wrong-expected-version': 'conflict',
  'stream-not-found': 'no-stream',
  'maximum-append-size-exceeded': 'too-large',
  'access-denied': 'refused',
  'invalid-argument': 'refused',
  'stream-deleted': 'refused',
  unsupported: 'refused',
};
/** INVALID_ARGUMENT and PERMISSION_DENIED of gRPC: the same call has no chance. */
const refusedCodes = [3, 7];

/** The server's answer was not there when it had to be. Whether it has done its work is unknown. */
export class Late extends Error {}

/** The client failed without a type or a code: its channel was closed by another call's error. */
export class Lost extends Error {}

/** An error that the client gave, so that it can be told apart from those of our own code. */
export function fromClient(cause: unknown): Error {
  const error = cause as Error;
  return failureOf(error) === undefined ? new Lost(error.message, { cause }) : error;
}

/** Undefined for what is no error of the client at all. */
export function failureOf(cause: unknown): Failure | undefined {
  if (cause instanceof Late || cause instanceof Lost) return 'unavailable';
  const { type, code } = cause as { readonly type?: unknown; readonly code?: unknown };
  if (typeof type === 'string') return byType[type] ?? 'unavailable';
  // Before the client knows the server, it lets errors of gRPC through as they are.
  if (typeof code !== 'number') return undefined;
  return refusedCodes.includes(code) ? 'refused' : 'unavailable';
}

/** The error as the port's callers know it. */
export function asFault(cause: unknown): unknown {
  if (cause instanceof Fault) return cause;
  const failure = failureOf(cause);
  if (failure === undefined) return cause;
  const { type, code } = cause as { readonly type?: string; readonly code?: number };
  const word = type ?? (code === undefined ? 'no answer' : `status ${code}`);
  return new LogUnavailable(`The event store cannot be used now (${word}).`, { cause });
}
