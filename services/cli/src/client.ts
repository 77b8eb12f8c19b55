import { randomUUID } from 'node:crypto';
import { setMaxListeners } from 'node:events';
import type { IncomingMessage } from 'node:http';
import { ask, type Question } from './ask.ts';
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
  // As many requests as there are listen to it.
  if (signal !== undefined) setMaxListeners(0, signal);
  const call = async (path: string, question: Question): Promise<Reply> => {
    for (let tries = 1; ; tries += 1) {
      const reply = await once(path, question);
      if (reply.status !== 503 || tries >= elsewhereTriesMax) return reply;
      const { code } = problemOf(await reply.body(), 503);
      if (code !== 'views/projected-elsewhere') return reply;
      await new Promise((resolve) => setTimeout(resolve, elsewherePauseMs * tries));
    }
  };
  const once = async (path: string, question: Question): Promise<Reply> => {
    const authorization = token === undefined ? {} : { authorization: `Bearer ${token}` };
    const headers = { accept: 'application/json', ...authorization, ...question.headers };
    const aborted = signal === undefined ? {} : { signal };
    try {
      return replyOf(await ask(`${base}${path}`, { ...question, headers, ...aborted }));
    } catch (error) {
      throw unreachable(base, error, signal);
    }
  };
  const replyOf = (lines: IncomingMessage): Reply => {
    let body: Promise<unknown> | undefined;
    const { statusCode: status = 0, headers } = lines;
    return { status, headers, lines, body: () => (body ??= bodyOf(lines, base, signal)) };
  };
  const json = async (path: string, question: Question): Promise<Answer> => {
    const { status, headers, ...reply } = await call(path, question);
    const body = await reply.body();
    if (!isOk(status)) throw refusal(status, body);
    const date = Date.parse(headers.date ?? '');
    const position = headers['plumbline-position'];
    return {
      ...{ status, body, position: typeof position === 'string' ? position : null },
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
      const reply = await call(path, {
        method: 'POST',
        headers: {
          'content-type': lines === undefined ? 'application/json' : 'application/x-ndjson',
          accept: 'application/x-ndjson',
          'idempotency-key': randomUUID(),
        },
        body: lines === undefined ? '{}' : `${lines.join('\n')}\n`,
      });
      if (!isOk(reply.status)) throw refusal(reply.status, await reply.body());
      yield* linesOf(reply.lines, base, signal);
    },
  };
}

/** What a server says: line by line, or its whole body, which is read once. */
interface Reply extends Pick<IncomingMessage, 'headers'> {
  readonly status: number;
  readonly lines: IncomingMessage;
  body(): Promise<unknown>;
}

function isOk(status: number): boolean {
  return status >= 200 && status < 300;
}

async function* linesOf(
  response: IncomingMessage,
  base: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<unknown> {
  let rest = '';
  try {
    for await (const chunk of response.setEncoding('utf8') as AsyncIterable<string>) {
      const lines = (rest + chunk).split('\n');
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
  response: IncomingMessage,
  base: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  let text = '';
  try {
    for await (const chunk of response.setEncoding('utf8')) text += String(chunk);
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
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code ?? message;
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
