import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { manualClock } from '@plumbline/kernel';
import type { Io } from './io.ts';

export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export type Respond = (asked: Asked, response: ServerResponse) => void;

/** A real HTTP server of a few lines, for tests of what speaks to one. */
export class SmallServer {
  readonly asked: Asked[] = [];
  private readonly server: Server;

  constructor(respond: Respond) {
    this.server = createServer((request, response) => {
      void this.read(request).then((asked) => {
        this.asked.push(asked);
        respond(asked, response);
      });
    });
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }

  private async read(request: IncomingMessage): Promise<Asked> {
    let body = '';
    for await (const chunk of request) body += String(chunk);
    const { method = '', url = '', headers } = request;
    return { method, path: url, headers, body };
  }
}

export function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}

export interface TestIo extends Io {
  readonly said: { out: string; err: string };
}

/** Surroundings of a verb whose output is kept as text. */
export function testIo(more: Partial<Pick<Io, 'env' | 'signal'>> = {}): TestIo {
  const said = { out: '', err: '' };
  return {
    out: { write: (text) => (said.out += text) },
    err: { write: (text) => (said.err += text) },
    env: {},
    isTerminal: false,
    clock: manualClock('2026-07-01T00:00:00Z'),
    signal: new AbortController().signal,
    ...more,
    said,
  };
}
