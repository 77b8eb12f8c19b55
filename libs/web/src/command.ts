import { hash } from 'node:crypto';
import type { CommandContext } from '@plumbline/event-log';
import {
  derivedId,
  isRejection,
  type Instant,
  type Position,
  type Rejection,
} from '@plumbline/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { canonicalJson } from '@plumbline/event-log';
import { isSubject, subjectLengthMax } from './auth.ts';
import { ProblemError, rejected } from './problem.ts';
import type { Principal } from './principal.ts';
import { traceparentOf } from './trace.ts';

export const idempotencyKeyLengthMax = 255;

/** Visible ASCII, as in an HTTP field value; a UUID is best. */
const idempotencyKeyPattern = /^[\x21-\x7e]+$/;
const entityTagPattern = /^"(-1|\d{1,15})"$/;

export interface CommandContextOptions {
  /** When it holds in the world; the body's own `effectiveAt`, or now. */
  readonly effectiveAt: Instant;
  /** `http` unless told, `import` for a bulk route. */
  readonly via?: string;
  /** One record of a bulk request: its own key and content instead of the request's. */
  readonly record?: { readonly key: string; readonly content: unknown };
}

/**
 * The context of a command that came by HTTP. The command id derives from tenant, caller, whom the
 * caller acts for and `Idempotency-Key`, the fingerprint from method, path and body, so that a
 * retry is told from another request under the same key. Both are looked for in the stream that the
 * command is about, and in no other.
 */
export function commandContext(
  request: FastifyRequest,
  principal: Principal,
  options: CommandContextOptions,
): CommandContext {
  const { tenant, sub } = principal;
  const { record, via = 'http' } = options;
  const key = record === undefined ? idempotencyKey(request) : record.key;
  const onBehalfOf = onBehalfOfIn(request, principal);
  const commandId =
    onBehalfOf === undefined
      ? derivedId('command', tenant, sub, key)
      : derivedId('command', tenant, sub, key, onBehalfOf);
  const traceparent = traceparentOf(request);
  return {
    tenant,
    actor: onBehalfOf === undefined ? { sub, via } : { sub, onBehalfOf, via },
    commandId,
    fingerprint: fingerprintOf(request, record === undefined ? request.body : record.content),
    effectiveAt: options.effectiveAt,
    correlationId: commandId,
    causationId: commandId,
    ...(traceparent === undefined ? {} : { traceparent }),
  };
}

/** The `Idempotency-Key` of a request; a problem that names the header when there is none. */
export function idempotencyKey(request: FastifyRequest): string {
  const key = request.headers['idempotency-key'];
  if (typeof key !== 'string' || key === '') {
    throw headerProblem(
      'Idempotency-Key',
      'required',
      'Send an Idempotency-Key, best a new UUID for each command; send the same one again to retry.',
    );
  }
  if (key.length > idempotencyKeyLengthMax || !idempotencyKeyPattern.test(key)) {
    throw headerProblem(
      'Idempotency-Key',
      'format',
      `Send 1 to ${idempotencyKeyLengthMax} visible ASCII characters.`,
    );
  }
  return key;
}

/**
 * The person of `On-Behalf-Of`, for whom the caller says to act; undefined when there is none but
 * the caller. Whether the caller may is asked of the policy, and not here.
 */
export function onBehalfOfIn(request: FastifyRequest, { sub }: Principal): string | undefined {
  const header = request.headers['on-behalf-of'];
  if (header === undefined) return undefined;
  // Subjects may have letters beyond ASCII: they travel as UTF-8, and Node reads bytes.
  const person = Buffer.from(String(header), 'latin1').toString('utf8');
  if (!isSubject(person) || person.includes(unreadable)) {
    throw headerProblem(
      'On-Behalf-Of',
      'format',
      `Send the subject of one person: a word of 1 to ${subjectLengthMax} characters, in UTF-8.`,
    );
  }
  return person === sub ? undefined : person;
}

/** What bytes that are not UTF-8 are read as. */
const unreadable = '\u{fffd}';

/** The revision of `If-Match`, if it was sent. `*` asks for nothing more than that it exists. */
export function ifMatchOf(request: FastifyRequest): number | undefined {
  const header = request.headers['if-match'];
  if (header === undefined) return undefined;
  const match = entityTagPattern.exec(header);
  if (match?.[1] === undefined) {
    throw headerProblem(
      'If-Match',
      'format',
      'Send the ETag of the record as it was given, as in "3".',
    );
  }
  return Number(match[1]);
}

/** What was recorded, as `transact` tells it. */
export interface ReceiptLike {
  readonly stream: string;
  readonly revision: number;
  readonly position: Position | null;
  readonly replayed: boolean;
  readonly changed: boolean;
}

/** The answer to a command. */
export interface ReceiptBody extends ReceiptLike {
  /** The id of what was made, when something was. */
  readonly id?: string;
}

/**
 * Answers a command: its receipt with `ETag` and `Plumbline-Position`, 201 and `Location` when
 * something was made; a rejection becomes its problem.
 */
export function sendReceipt(
  reply: FastifyReply,
  result: ReceiptLike | Rejection,
  made?: { readonly id: string; readonly location: string },
): ReceiptBody {
  if (isRejection(result)) throw rejected(result);
  const { stream, revision, position, replayed, changed } = result;
  reply.header('etag', entityTag(revision));
  if (position !== null) reply.header('plumbline-position', position);
  reply.code(made === undefined ? 200 : 201);
  if (made !== undefined) reply.header('location', made.location);
  const body = { stream, revision, position, replayed, changed };
  return made === undefined ? body : { id: made.id, ...body };
}

export function entityTag(revision: number): string {
  return `"${revision}"`;
}

export function headerProblem(name: string, rule: string, remedy: string): ProblemError {
  return new ProblemError('request/invalid-header', `${name}: ${remedy}`, [
    { field: `header:${name}`, rule, remedy },
  ]);
}

function fingerprintOf(request: FastifyRequest, content: unknown): string {
  const { method, url } = request;
  const query = url.indexOf('?');
  const path = query < 0 ? url : url.slice(0, query);
  return hash('sha256', canonicalJson({ body: content ?? null, method, path }), 'hex');
}
