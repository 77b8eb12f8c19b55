import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ask, silentMsMax } from './ask.ts';

describe('a question to a server', () => {
  let server: Server;
  let url: string;
  let connections: number;
  let asked: number;
  let respond: RequestListener;

  beforeEach(async () => {
    [connections, asked] = [0, 0];
    server = createServer((request, response) => {
      asked += 1;
      respond(request, response);
    });
    server.on('connection', () => (connections += 1));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  });
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  const answerTo = async (more: Partial<Parameters<typeof ask>[1]> = {}): Promise<string> => {
    let text = '';
    for await (const chunk of await ask(url, more)) text += String(chunk);
    // The connection is kept a moment after the last byte.
    await new Promise((resolve) => setImmediate(resolve));
    return text;
  };
  const loses = 2;
  const loseOne: RequestListener = (request, response) => {
    if (asked === loses) request.socket.destroy();
    else response.end(`answer ${asked}`);
  };

  it('goes over the connection of the one before', async () => {
    respond = (_, response) => response.end('yes');
    expect([await answerTo(), await answerTo()]).toEqual(['yes', 'yes']);
    expect([asked, connections]).toEqual([2, 1]);
  });

  it('is asked again when a connection that was kept is lost', async () => {
    respond = loseOne;
    expect(await answerTo()).toBe('answer 1');
    expect(await answerTo({ method: 'POST', body: 'this' })).toBe('answer 3');
    expect([asked, connections]).toEqual([3, 2]);
  });

  it('fails when a new connection is lost', async () => {
    respond = (request) => request.socket.destroy();
    await expect(answerTo()).rejects.toMatchObject({ code: 'ECONNRESET' });
    expect(asked).toBe(1);
  });

  it('fails when the server says nothing for too long', async () => {
    respond = () => undefined;
    await expect(answerTo({ silentMs: 20 })).rejects.toThrow('no word for 20 ms');
    respond = (_, response) => response.end('at last');
    expect(await answerTo({ silentMs: silentMsMax })).toBe('at last');
  });

  it('ends with its signal', async () => {
    const stop = new AbortController();
    respond = () => stop.abort();
    await expect(answerTo({ signal: stop.signal })).rejects.toMatchObject({ name: 'AbortError' });
  });
});
