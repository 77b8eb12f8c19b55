import { randomUUID } from 'node:crypto';
import { commandLine } from './command-line.ts';
import type { Served } from './served.ts';

export interface Answered {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

const askMsMax = 30_000;
const againMs = 100;

/** Somebody with a token of the command line, who asks over HTTP. */
export interface Caller {
  readonly sub: string;
  get(path: string, headers?: Readonly<Record<string, string>>): Promise<Answered>;
  post(path: string, body: object, headers?: Readonly<Record<string, string>>): Promise<Answered>;
}

export interface Where extends Pick<Served, 'url' | 'folder'> {
  /** That of the installation, when it is left out. */
  readonly tenant?: string;
}

export async function callerOf(
  { url, folder, tenant }: Where,
  sub: string,
  ...roles: readonly string[]
): Promise<Caller> {
  const of = tenant === undefined ? [] : ['--tenant', tenant];
  const args = ['token', '--as', sub, '--json', '--data-dir', folder, ...of];
  const said = await commandLine([...args, ...(roles.length > 0 ? ['--roles', `${roles}`] : [])]);
  if (said.code !== 0) throw new Error(said.err);
  const { token } = JSON.parse(said.out) as { readonly token: string };
  const send = async (path: string, init: RequestInit): Promise<Answered> => {
    const authorization = `Bearer ${token}`;
    const response = await fetch(`${url}${path}`, {
      ...init,
      headers: { authorization, ...(init.headers as Record<string, string> | undefined) },
    });
    return { status: response.status, body: (await response.json()) as Answered['body'] };
  };
  return {
    sub,
    get: async (path, headers = {}) => {
      // 503 says that the same question may be asked again, as everybody does.
      for (const deadline = Date.now() + askMsMax; ;) {
        const answer = await send(path, { headers });
        if (answer.status !== 503 || Date.now() > deadline) return answer;
        await new Promise((resolve) => setTimeout(resolve, againMs));
      }
    },
    post: (path, body, headers = {}) =>
      send(path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          'idempotency-key': randomUUID(),
          ...headers,
        },
      }),
  };
}

/** What was to be done is done; anything else ends the test with what was answered. */
export async function done(answer: Promise<Answered>): Promise<Answered['body']> {
  const { status, body } = await answer;
  if (status < 300) return body;
  throw new Error(`${status}: ${JSON.stringify(body)}`);
}

/** The day so many days from today, as in `2026-07-01`. */
export function dayFromToday(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}
