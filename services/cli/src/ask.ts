import { Agent, request, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent as SecureAgent, request as secureRequest } from 'node:https';

export interface Question {
  readonly method?: 'GET' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  readonly silentMs?: number;
}

/** A server that says nothing for so long has gone, or will not answer any more. */
export const silentMsMax = 300_000;

const http = { ask: request, agent: new Agent({ keepAlive: true }) };
const https = { ask: secureRequest, agent: new SecureAgent({ keepAlive: true }) };

/**
 * Asks a server over connections that are kept for the next question. By `fetch` a command cost
 * the command line more processor time than the server.
 */
export async function ask(url: string, question: Question): Promise<IncomingMessage> {
  try {
    return await askOnce(url, question);
  } catch (error) {
    // The server let go of a kept connection in the same moment: it has not heard the question. If
    // it has, its idempotency key is the same.
    if (error instanceof ConnectionLost) return askOnce(url, question);
    throw error;
  }
}

class ConnectionLost extends Error {
  readonly code = 'ECONNRESET';
}

function askOnce(
  url: string,
  { method = 'GET', headers = {}, body, signal, silentMs = silentMsMax }: Question,
): Promise<IncomingMessage> {
  const { ask: send, agent } = url.startsWith('https:') ? https : http;
  const options: RequestOptions = { method, headers, agent, timeout: silentMs };
  return new Promise((resolve, reject) => {
    const asked = send(url, signal === undefined ? options : { ...options, signal });
    asked.on('response', resolve);
    asked.on('timeout', () => asked.destroy(new Error(`no word for ${silentMs} ms`)));
    asked.on('error', (error: NodeJS.ErrnoException) => {
      const isLost = asked.reusedSocket && error.code === 'ECONNRESET' && signal?.aborted !== true;
      reject(isLost ? new ConnectionLost(error.message) : error);
    });
    asked.end(body);
  });
}
