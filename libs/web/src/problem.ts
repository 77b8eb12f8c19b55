import { Fault, isRejection, type Rejection } from '@plumbline/kernel';

/** A problem as RFC 9457 has it, with what a caller needs to mend the request. */
export interface Problem {
  /** `https://plumbline.dev/problems/<code>` */
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  /** Stable; clients may switch on it. */
  readonly code: string;
  readonly errors?: readonly FieldProblem[];
  readonly instance?: string;
  readonly traceId?: string;
  /** Further members of a code, as in the two revisions of a conflict. */
  readonly [extension: string]: unknown;
}

/** One field that broke a rule. */
export interface FieldProblem {
  /** JSON pointer into the body; `?name` a query parameter, `{name}` a part of the path,
   *  `header:Name` a header. */
  readonly field: string;
  readonly rule: string;
  /** One sentence: how to mend it. */
  readonly remedy: string;
}

/** A problem with the headers that its answer carries, as in `Retry-After`. */
export interface ProblemAnswer {
  readonly problem: Problem;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Thrown at the edge, and only there, to answer with a problem. The edge's own codes and the
 * rejections of deciders travel in it to the one place that writes problems.
 */
export class ProblemError extends Error {
  constructor(
    readonly code: string,
    detail: string,
    readonly errors: readonly FieldProblem[] = [],
    readonly more: {
      readonly headers?: Readonly<Record<string, string>>;
      readonly extensions?: Readonly<Record<string, unknown>>;
    } = {},
  ) {
    super(detail);
    this.name = 'ProblemError';
  }
}

/** A rejection as the error that the edge answers. */
export function rejected(rejection: Rejection): ProblemError {
  const { code, detail, field } = rejection;
  return new ProblemError(
    code,
    detail,
    field === undefined ? [] : [{ field, rule: code, remedy: detail }],
  );
}

/** What a table row says of a code. */
interface ProblemRule {
  /**
   * A code, all codes of a prefix (`permission/` and a star), or of a suffix (a star and
   * `/not-found`).
   */
  readonly code: string;
  readonly status: number;
  readonly title: string;
  /** Seconds after which the same call may succeed. */
  readonly retryAfter?: number;
  /** Members of the fault that the caller is shown. */
  readonly show?: readonly string[];
}

/** The one table from codes to HTTP. The first row that matches is taken. */
export const problemRules: readonly ProblemRule[] = [
  { code: 'request/broken-json', status: 400, title: 'The body is not JSON' },
  { code: 'request/invalid-parameter', status: 400, title: 'A parameter is not valid' },
  { code: 'request/invalid-header', status: 400, title: 'A header is not valid' },
  { code: 'request/malformed', status: 400, title: 'The request is malformed' },
  { code: 'request/unauthenticated', status: 401, title: 'A valid token is needed' },
  { code: 'request/no-such-route', status: 404, title: 'There is nothing here' },
  { code: 'request/method-not-allowed', status: 405, title: 'The method is not allowed here' },
  { code: 'request/timeout', status: 408, title: 'The request took too long to arrive' },
  { code: 'request/body-too-large', status: 413, title: 'The body is too large' },
  { code: 'request/uri-too-long', status: 414, title: 'The address is too long' },
  { code: 'request/unsupported-media-type', status: 415, title: 'The media type is not read here' },
  { code: 'request/headers-too-large', status: 431, title: 'The headers are too large' },
  { code: 'request/invalid-body', status: 422, title: 'The body is not valid' },
  { code: 'request/closing', status: 503, title: 'The server is closing', retryAfter: 1 },
  {
    code: 'auth/issuer-unavailable',
    status: 503,
    title: 'The issuer of the token cannot be reached',
    retryAfter: 10,
  },
  { code: 'permission/*', status: 403, title: 'Not allowed' },
  { code: 'not-found', status: 404, title: 'Not found' },
  { code: '*/not-found', status: 404, title: 'Not found' },
  {
    code: 'log/stale-revision',
    status: 412,
    title: 'The record has changed meanwhile',
    show: ['expected', 'actual'],
  },
  {
    code: 'log/revision-conflict',
    status: 409,
    title: 'Another writer was first',
    show: ['expected', 'actual'],
  },
  { code: 'log/command-reused', status: 422, title: 'The idempotency key was used before' },
  {
    code: 'log/limit-exceeded',
    status: 422,
    title: 'A limit was passed',
    show: ['limit', 'max', 'actual'],
  },
  { code: 'log/unavailable', status: 503, title: 'The log cannot be used now', retryAfter: 1 },
  {
    code: 'views/behind',
    status: 503,
    title: 'The view is not there yet',
    retryAfter: 1,
    show: ['position', 'readAfter'],
  },
  {
    code: 'reviews/evidence-lacking',
    status: 503,
    title: 'What a review is pinned to is not there yet',
    retryAfter: 5,
  },
  { code: 'review/rating-moved', status: 409, title: 'Another rating stands than was seen' },
  { code: 'views/position-unknown', status: 400, title: 'There is no such position' },
  { code: 'stream/position-unknown', status: 400, title: 'There is no such position' },
  {
    code: 'stream/too-many-readers',
    status: 503,
    title: 'Too many read the stream at once',
    retryAfter: 5,
  },
  {
    code: 'views/replay-running',
    status: 503,
    title: 'The earlier state is being put together',
    retryAfter: 2,
    show: ['progress'],
  },
  {
    code: 'views/unavailable',
    status: 503,
    title: 'The views cannot be used now',
    retryAfter: 1,
  },
  {
    code: 'views/stale',
    status: 503,
    title: 'Another process has written the view meanwhile',
    retryAfter: 1,
  },
  {
    code: 'views/projected-elsewhere',
    status: 503,
    title: 'Another process projects the views',
    retryAfter: 1,
  },
  {
    code: 'platform/desk-unavailable',
    status: 503,
    title: 'Parked facts cannot be read or written now',
    retryAfter: 1,
  },
  { code: 'log/foreign-stream', status: 409, title: 'The record belongs to somebody else' },
  { code: 'views/rebuild-failed', status: 409, title: 'The view cannot be rebuilt' },
  {
    code: 'views/rebuild-stopped',
    status: 503,
    title: 'The rebuild was stopped',
    retryAfter: 1,
  },
  {
    code: 'privacy/keys-unavailable',
    status: 503,
    title: 'The keys cannot be used now',
    retryAfter: 1,
  },
  {
    code: 'privacy/staging-unavailable',
    status: 503,
    title: 'Answers cannot be taken now',
    retryAfter: 1,
  },
  { code: 'privacy/subject-erased', status: 409, title: 'The person was erased' },
  { code: 'malformed', status: 500, title: 'Stored data is malformed' },
];

const unexpected: ProblemRule = {
  code: 'unexpected',
  status: 500,
  title: 'Something went wrong here',
};

/**
 * The problem that any thrown value or rejection is answered with. What nobody foresaw gives 500
 * and nothing of its inside; the log has it under the trace id.
 */
export function problemOf(error: unknown): ProblemAnswer {
  if (isRejection(error)) return problemOf(rejected(error));
  if (error instanceof ProblemError) {
    const rule = ruleOf(error.code) ?? ruling(error);
    return answer(
      rule,
      error.code,
      error.message,
      {
        ...(error.errors.length === 0 ? {} : { errors: error.errors }),
        ...error.more.extensions,
      },
      error.more.headers,
    );
  }
  if (error instanceof Fault) {
    const rule = ruleOf(error.code);
    if (rule !== undefined && rule.status !== 500) {
      return answer(rule, error.code, error.message, shown(error, rule.show ?? []));
    }
  }
  return answer(
    unexpected,
    unexpected.code,
    'The request was not carried out. Its trace id finds the cause in the log.',
  );
}

/** A rejection of a decider: about an input field (422), or about how things stand (409). */
function ruling(error: ProblemError): ProblemRule {
  return error.errors.length > 0
    ? { code: error.code, status: 422, title: 'The input breaks a rule' }
    : { code: error.code, status: 409, title: 'It cannot be done as things stand' };
}

function ruleOf(code: string): ProblemRule | undefined {
  return problemRules.find((rule) => {
    if (rule.code.endsWith('/*')) return code.startsWith(rule.code.slice(0, -1));
    if (rule.code.startsWith('*/')) return code.endsWith(rule.code.slice(1));
    return rule.code === code;
  });
}

function answer(
  rule: ProblemRule,
  code: string,
  detail: string,
  extensions: Readonly<Record<string, unknown>> = {},
  headers: Readonly<Record<string, string>> = {},
): ProblemAnswer {
  const { title, status, retryAfter } = rule;
  return {
    problem: {
      type: `https://plumbline.dev/problems/${code}`,
      title,
      status,
      detail,
      code,
      ...extensions,
    },
    headers: retryAfter === undefined ? headers : { 'retry-after': String(retryAfter), ...headers },
  };
}

function shown(fault: Fault, names: readonly string[]): Record<string, unknown> {
  const members = fault as unknown as Record<string, unknown>;
  return Object.fromEntries(
    names.filter((name) => name in fault).map((name) => [name, members[name]]),
  );
}
