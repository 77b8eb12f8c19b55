import createClient, { type Middleware } from 'openapi-fetch';
import type { paths } from '../api.generated.ts';
import { baseUrl } from './base-url.ts';
import { behalfStore } from '../behalf.ts';
import { subjectHeader } from '../subject-header.ts';
import { sessionStore, signOut } from '../session.ts';
import { ApiProblem, problemOf, unreachable } from './problems.ts';

/**
 * The position of the newest change made from this page. Every later question asks for an answer
 * that holds it, so that nobody sees their own change missing.
 */
let lastWrite: string | undefined;

export function noteWrite(position: string | null): void {
  if (position !== null) lastWrite = position;
}

const edge: Middleware = {
  onRequest({ request }) {
    const { session } = sessionStore.get();
    if (session !== undefined) request.headers.set('authorization', `Bearer ${session.token}`);
    if (request.method === 'GET' && lastWrite !== undefined) {
      request.headers.set('read-after', lastWrite);
    }
    return request;
  },
  async onResponse({ response }) {
    if (response.ok) return response;
    const problem = problemOf(response.status, await bodyOf(response));
    if (problem.status === 401) signOut(`You were signed out. ${problem.detail}`);
    const retryAfter = Number(response.headers.get('retry-after') ?? Number.NaN);
    throw new ApiProblem(problem, Number.isFinite(retryAfter) ? retryAfter : undefined);
  },
  onError({ error }) {
    if (error instanceof ApiProblem || isAbort(error)) return error as Error;
    return new ApiProblem(unreachable);
  },
};

/** Whoever stands in for another asks and acts with both names. */
const behalf: Middleware = {
  onRequest({ request }) {
    const person = behalfStore.get();
    if (person !== undefined) request.headers.set('on-behalf-of', subjectHeader(person));
    return request;
  },
};

async function bodyOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

const options = {
  baseUrl: baseUrl(),
  headers: { accept: 'application/json' },
};

export const api = createClient<paths>(options);
api.use(edge, behalf);

/** For what is asked in person, whoever one stands in for. */
export const apiInPerson = createClient<paths>(options);
apiInPerson.use(edge);

/** The body of an answer. Problems were thrown before; what remains has a body. */
export function answered<T>({ data }: { readonly data?: T }): T {
  if (data === undefined) throw new ApiProblem(problemOf(200, undefined));
  return data;
}
