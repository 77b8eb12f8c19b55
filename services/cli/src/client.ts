import { randomUUID } from 'node:crypto';
import { CliError } from './exit.ts';

/** A problem as the server answers it (RFC 9457), as far as the command line reads it. */
export interface Problem {
  readonly code: string;
  readonly detail: string;
  readonly errors: readonly { readonly field: string; readonly remedy: string }[];
}

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** The position that the answer was taken at, or that the command was recorded at. */
  readonly position: string | null;
  /** The server's clock in milliseconds, to the second. */
  readonly date: number | null;
}

export interface Client {
  readonly url: string;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** A command. The same key again decides nothing; without one, a new key is made. */
  post(
    path: string,
    body: unknown,
    idempotencyKey?: string,
    headers?: Record<string, string>,
  ): Promise<Answer>;
  /** A route that answers in lines of JSON while it works; yields each as it arrives. */
  stream(path: string, lines?: readonly string[]): AsyncGenerator<unknown>;
}

export interface ClientOptions {
  readonly url: string;
  readonly token?: string;
  readonly signal?: AbortSignal;
}

/** Behind a gateway each request may reach another process; one of them projects the views. */
const elsewhereTriesMax = 10;
const elsewherePauseMs = 50;

/** Talks to a running server, and turns what it says into exit codes. */
export function createClient({ url, token, signal }: ClientOptions): Client {
  const base = url.replace(/\/+$/, '');
  const call = async (path: string, init: RequestInit): Promise<Response> => {
    for (let tries = 1; ; tries += 1) {
      const response = await once(path, init);
      if (response.status !== 503 || tries >= elsewhereTriesMax) return response;
      const { code } = problemOf(await bodyOf(response.clone(), base, signal), 503);
      if (code !== 'views/projected-elsewhere') return response;
      await new Promise((resolve) => setTimeout(resolve, elsewherePauseMs * tries));
    }
  };
  const once = async (path: string, init: RequestInit): Promise<Response> => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { accept: 'application/json', ...authorization, ...init.headers };
    try {
      return await fetch(`${base}${path}`, { ...init, headers, ...(signal ? { signal } : {}) });
    } catch (error) {
      throw unreachable(base, error, signal);
    }
  };
  const json = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await call(path, init);
    const body = await bodyOf(response, base, signal);
    if (!response.ok) throw refusal(response.status, body);
    const date = Date.parse(response.headers.get('date') ?? '');
    return {
      status: response.status,
      body,
      position: response.headers.get('plumbline-position'),
      date: Number.isNaN(date) ? null : date,
    };
  };
  return {
    url: base,
    get: (path, headers = {}) => json(path, { headers }),
    post: (path, body, idempotencyKey = randomUUID(), headers = {}) =>
      json(path, {
        method: 'POST',
        headers: {
          ...headers,
          ...{ 'content-type': 'application/json', 'idempotency-key': idempotencyKey },
        },
        body: JSON.stringify(body),
      }),
    async *stream(path, lines) {
      const response = await call(path, {
        method: 'POST',
        headers: {
          'content-type': lines === undefined ? 'application/json' : 'application/x-ndjson',
          accept: 'application/x-ndjson',
          'idempotency-key': randomUUID(),
        },
        body: lines === undefined ? '{}' : `${lines.join('\n')}\n`,
      });
      if (!response.ok) throw refusal(response.status, await bodyOf(response, base, signal));
      yield* linesOf(response, base, signal);
    },
  };
}

async function* linesOf(
  response: Response,
  base: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown> {
  const decoder = new TextDecoder();
  let rest = '';
  try {
    for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      for (const line of lines) if (line.trim() !== '') yield jsonLine(line);
    }
  } catch (error) {
    throw unreachable(base, error, signal);
  }
  if (rest.trim() !== '') yield jsonLine(rest);
}

function jsonLine(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    throw new CliError('unreachable', 'cli/answer-cut-off', 'The answer was cut off in a line.');
  }
}

async function bodyOf(
  response: Response,
  base: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  let text: string;
  try {
    text = await response.text();
  } catch (error) {
    throw unreachable(base, error, signal);
  }
  if (text === '') return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

function unreachable(base: string, error: unknown, signal: AbortSignal | undefined): CliError {
  if (signal?.aborted === true) {
    return new CliError('interrupted', 'cli/interrupted', 'Stopped.');
  }
  if (error instanceof CliError) return error;
  const cause = (error as { cause?: { code?: unknown } }).cause?.code;
  const reason = typeof cause === 'string' ? cause : (error as Error).message;
  return new CliError(
    'unreachable',
    'cli/unreachable',
    `There is no answer from ${base} (${reason}). Start the server with "npm start", ` +
      'or say where it is with --url.',
  );
}

/** The error that an answer with a failure status stands for. */
export function refusal(status: number, body: unknown): CliError {
  const { code, detail, errors } = problemOf(body, status);
  const details = errors.map(({ field, remedy }) => `${field}: ${remedy}`);
  if (status === 401) {
    const how = 'Give a token with --token, PLUMBLINE_TOKEN, or "plumbline token --as …".';
    return new CliError('notAllowed', code, `${detail} ${how}`, details);
  }
  if (status === 403) return new CliError('notAllowed', code, detail, details);
  if (status >= 500 || status === 429) return new CliError('unreachable', code, detail, details);
  return new CliError('saidNo', code, detail, details);
}

/** Reads a problem out of any answer, so that an answer of a proxy is told as well. */
export function problemOf(body: unknown, status: number): Problem {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: unknown;
    detail?: unknown;
    errors?: unknown;
  };
  const errors = Array.isArray(problem.errors) ? (problem.errors as Record<string, unknown>[]) : [];
  return {
    code: typeof problem.code === 'string' ? problem.code : `http/${status}`,
    detail: typeof problem.detail === 'string' ? problem.detail : `The server answered ${status}.`,
    errors: errors.map((one) => ({
      field: textOf(one['field']),
      remedy: textOf(one['remedy'] ?? one['rule']),
    })),
  };
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
