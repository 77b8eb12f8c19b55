import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Module, Post, Req, Res } from '@nestjs/common';
import { request as httpRequest } from 'node:http';
import { LogUnavailable } from '@plumbline/event-log';
import { reject } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerLines, type LineLimits } from './lines.ts';
import { rejected } from './problem.ts';
import { webAppWith, type TestWebApp } from './testing.ts';

interface Line {
  readonly n: number;
  /** It ends once this line has ended, or once so many are worked on. */
  readonly after?: number;
  readonly together?: number;
  readonly key?: string;
  readonly fails?: 'rule' | 'log';
}

const limits: LineLimits = { linesMax: 20, lineBytesMax: 64, bytesMax: 600, linesInFlightMax: 4 };
let inFlight = 0;
let mostInFlight = 0;
let order: number[] = [];
const isDone = ({ after, together = 0 }: Line) =>
  (after === undefined || order.includes(after)) && mostInFlight >= together;

@Controller('lines')
class LinesController {
  @Post()
  take(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    answerLines<Line>(request, reply, {
      limits,
      check: (value) => value as Line,
      serialBy: (line) => line.key ?? String(line.n),
      work: async (line) => {
        inFlight += 1;
        mostInFlight = Math.max(mostInFlight, inFlight);
        await until(() => isDone(line));
        inFlight -= 1;
        order.push(line.n);
        if (line.fails === 'rule') throw rejected(reject('thing/no', 'It may not.', '/n'));
        if (line.fails === 'log') throw new LogUnavailable('The disk is full.');
        return { status: 'recorded', n: line.n };
      },
    });
  }
}

@Module({ controllers: [LinesController] })
class LinesModule {}

let web: TestWebApp;
let token: string;
beforeAll(async () => {
  web = await webAppWith({ modules: [LinesModule] });
  token = await web.issuer.token('ada');
});
afterAll(() => web.app.close());

async function send(payload: string, type = 'application/x-ndjson') {
  order = [];
  mostInFlight = 0;
  const headers = { authorization: `Bearer ${token}`, 'content-type': type };
  const answer = await web.app.inject({ method: 'POST', url: '/lines', headers, payload });
  const lines = answer.body.trim().split('\n');
  return lines.map((one) => JSON.parse(one) as Record<string, unknown>);
}
const linesOf = (...lines: readonly (object | string)[]) =>
  lines.map((one) => (typeof one === 'string' ? one : JSON.stringify(one))).join('\n');

describe('lines of JSON', () => {
  it('are answered one by one, in order, with an end', async () => {
    const answers = await send(linesOf({ n: 1, after: 3 }, { n: 2 }, { n: 3, after: 2 }));
    expect(answers).toEqual([
      { line: 1, status: 'recorded', n: 1 },
      { line: 2, status: 'recorded', n: 2 },
      { line: 3, status: 'recorded', n: 3 },
      { end: true, complete: true, lines: 3 },
    ]);
    expect(order).toEqual([2, 3, 1]);
  });

  it('of one key are worked on in their order, even after one that failed', async () => {
    const key = 'a';
    const other = { n: 4, key: 'b' };
    const first = { n: 1, key, fails: 'rule', after: other.n };
    await send(linesOf(first, { n: 2, key }, { n: 3, key }, other));
    expect(order).toEqual([4, 1, 2, 3]);
  });

  it('are worked on at most so many at once', async () => {
    const together = limits.linesInFlightMax;
    const some = Array.from({ length: 12 }, (_, n) => ({ n, together }));
    await send(linesOf(...some));
    expect(mostInFlight).toBe(limits.linesInFlightMax);
  });

  it('that are refused say why, and do not stop the others', async () => {
    const long = JSON.stringify({ n: 'x'.repeat(80) });
    const answers = await send(linesOf({ n: 1, fails: 'rule' }, '{"n":', long, '', { n: 5 }));
    expect(answers).toMatchObject([
      { line: 1, status: 'refused', problem: { status: 422, code: 'thing/no' } },
      { line: 2, status: 'refused', problem: { status: 400, code: 'request/broken-json' } },
      { line: 3, status: 'refused', problem: { status: 413, code: 'request/body-too-large' } },
      { line: 5, status: 'recorded' },
      { end: true, complete: true, lines: 4 },
    ]);
  });

  it('of the length limit are taken, a byte longer is refused', async () => {
    const sized = (bytes: number) => {
      const bare = JSON.stringify({ n: '' }).length;
      return JSON.stringify({ n: 'x'.repeat(bytes - bare) });
    };
    const answers = await send(linesOf(sized(limits.lineBytesMax), sized(limits.lineBytesMax + 1)));
    expect(answers.map(({ status }) => status)).toEqual(['recorded', 'refused', undefined]);
  });

  it('stop at a fault of the server, and say so at the end', async () => {
    const answers = await send(
      linesOf({ n: 1 }, { n: 2, fails: 'log', together: 2 }, { n: 3, after: 2 }),
    );
    expect(answers).toMatchObject([
      { line: 1, status: 'recorded' },
      { line: 2, status: 'failed', problem: { status: 503 } },
      { end: true, complete: false, lines: 2, problem: { code: 'log/unavailable' } },
    ]);
  });

  it('are taken up to their number, and no more', async () => {
    const some = (count: number) => Array.from({ length: count }, (_, n) => ({ n }));
    const all = await send(linesOf(...some(limits.linesMax)));
    expect(all.at(-1)).toMatchObject({ complete: true, lines: 20 });
    const more = await send(linesOf(...some(limits.linesMax + 1)));
    expect(more.at(-1)).toMatchObject({
      complete: false,
      lines: 20,
      problem: { code: 'request/body-too-large' },
    });
  });

  it('are taken up to their bytes, and no more', async () => {
    const blank = (bytes: number) => `${'\n'.repeat(19)}${'x'.repeat(bytes - 19)}`;
    expect((await send(blank(limits.bytesMax))).at(-1)).toMatchObject({ complete: true });
    expect((await send(blank(limits.bytesMax + 1))).at(-1)).toMatchObject({ complete: false });
  });

  it('must say what they are', async () => {
    const [answer] = await send('{"n":1}', 'application/json');
    expect(answer).toMatchObject({ status: 415 });
  });

  it('are answered while they still come in', async () => {
    await web.app.listen(0, '127.0.0.1');
    const url = new URL('/lines', await web.app.getUrl());
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' };
    const sending = httpRequest(url, { method: 'POST', headers });
    sending.write('{"n":1}\n');
    const first = await new Promise<string>((resolve) => {
      sending.on('response', (response) => {
        response.once('data', (chunk: Buffer) => resolve(chunk.toString()));
      });
    });
    expect(first).toContain('"line":1');
    sending.end();
  });
});
