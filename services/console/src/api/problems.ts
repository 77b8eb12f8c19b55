import type { FieldProblem } from './types.ts';

/** A problem answer (RFC 9457), as far as the console reads it. */
export interface ProblemBody {
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly errors: readonly FieldProblem[];
  readonly traceId?: string;
  /** Of a conflict: the revision that was expected, and the one that is there. */
  readonly expected?: number;
  readonly actual?: number;
}

/** Thrown when the server answers with a problem, or does not answer (`status` 0). */
export class ApiProblem extends Error {
  constructor(
    readonly problem: ProblemBody,
    /** Seconds after which the same call may succeed, where the server said so. */
    readonly retryAfter?: number,
  ) {
    super(problem.detail);
    this.name = 'ApiProblem';
  }
}

export const unreachable: ProblemBody = {
  status: 0,
  code: 'console/unreachable',
  title: 'The server cannot be reached',
  detail: 'Check that it runs and that you are connected, then try again.',
  errors: [],
};

/** Reads a problem from whatever came: a gateway in between may answer with anything. */
export function problemOf(status: number, body: unknown): ProblemBody {
  const given = isRecord(body) ? body : {};
  const { traceId, expected, actual } = given;
  return {
    status,
    code: text(given['code']) ?? 'console/unexpected-answer',
    title: text(given['title']) ?? `The server answered ${status}`,
    detail: text(given['detail']) ?? 'The answer does not say why.',
    errors: Array.isArray(given['errors']) ? given['errors'].flatMap(fieldProblemOf) : [],
    ...(typeof traceId === 'string' ? { traceId } : {}),
    ...(typeof expected === 'number' ? { expected } : {}),
    ...(typeof actual === 'number' ? { actual } : {}),
  };
}

function fieldProblemOf(given: unknown): FieldProblem[] {
  if (!isRecord(given)) return [];
  const field = text(given['field']);
  if (field === undefined) return [];
  return [
    { field, rule: text(given['rule']) ?? '', remedy: text(given['remedy']) ?? 'Not valid.' },
  ];
}

/** Remedies by field (a JSON pointer), in the order in which the server named them. */
export function remediesByField(errors: readonly FieldProblem[]): ReadonlyMap<string, string> {
  const byField = new Map<string, string>();
  for (const { field, remedy } of errors) {
    const before = byField.get(field);
    byField.set(field, before === undefined ? remedy : `${before} ${remedy}`);
  }
  return byField;
}

/** The same call may succeed later: the server is behind, closing, or was not reached. */
export function isPassing({ status }: ProblemBody): boolean {
  return status === 0 || status === 502 || status === 503 || status === 504;
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
