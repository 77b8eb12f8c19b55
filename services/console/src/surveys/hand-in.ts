import { baseUrl } from '../api/base-url.ts';
import { ApiProblem, problemOf, unreachable } from '../api/problems.ts';
import type { GivenAnswer } from './taking-part.ts';
import type { SignedTicket } from './ticket.ts';

/**
 * Hands an answer in, from nobody. Not by the client of the API, which sends the token, the person
 * acted for and the newest write: nothing of this tab goes with it. Without credentials, browsers
 * also use another connection than the one that carried the name.
 */
export async function handIn(ticket: SignedTicket, answer: GivenAnswer): Promise<void> {
  const response = await sent(ticket, answer);
  if (response.ok) return;
  const problem = problemOf(response.status, await response.json().catch(() => undefined));
  // Heard of the first time or not: it is in.
  if (problem.code === 'ticket/spent') return;
  throw new ApiProblem(problem);
}

async function sent(ticket: SignedTicket, answer: GivenAnswer): Promise<Response> {
  const { surveyId, segments, nonce, signature } = ticket;
  try {
    return await fetch(`${baseUrl()}/surveys/${surveyId}/answers`, {
      method: 'POST',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
      redirect: 'error',
      headers: { accept: 'application/json', 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: { surveyId, segments, nonce, signature }, answer }),
    });
  } catch {
    throw new ApiProblem(unreachable);
  }
}
