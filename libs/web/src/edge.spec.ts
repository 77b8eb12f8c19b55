import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Module, Param, Post, Query, Req, Res } from '@nestjs/common';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsString,
  MaxLength,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LogUnavailable, RevisionConflict } from '@plumbline/event-log';
import { manualClock, reject, type Position } from '@plumbline/kernel';
import { commandContext, ifMatchOf, sendReceipt } from './command.ts';
import { CurrentPrincipal, Public, type Principal } from './principal.ts';
import { PageQuery } from './page-query.fixture.ts';
import { sendAt, timesOf } from './times.ts';
import { webAppWith, type TestWebApp } from './testing.ts';
import { bodyBytesMax } from './app.ts';

class PartDto {
  @IsInt() count!: number;
}

class KindDto {
  @IsIn(['low']) kind!: string;
}

class LowDto extends KindDto {
  @ValidateNested() @Type(() => PartDto) part!: PartDto;
}

class ThingDto {
  @IsString() @MaxLength(20) name!: string;
  @ValidateNested() @Type(() => PartDto) part!: PartDto;
  @ValidateIf((_, value) => value !== undefined)
  @IsArray()
  @ValidateNested({ each: true })
  @Type(() => KindDto, {
    discriminator: { property: 'kind', subTypes: [{ name: 'low', value: LowDto }] },
    keepDiscriminatorProperty: true,
  })
  kinds?: KindDto[];
}

@Controller('things')
class ThingsController {
  @Post()
  make(
    @Body() body: ThingDto,
    @CurrentPrincipal() by: Principal,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const context = commandContext(request, by, { effectiveAt: '2026-07-01T00:00:00.000Z' });
    const receipt = { revision: 0, position: '7' as Position, replayed: false, changed: true };
    const stream = `${context.commandId} ${context.fingerprint} ${body.name}`;
    return sendReceipt(reply, { stream, ...receipt }, { id: 'a', location: '/things/a' });
  }

  @Post(':id/change')
  change(@Req() request: FastifyRequest, @Body() body: ThingDto) {
    return { ifMatch: ifMatchOf(request) ?? null, name: body.name };
  }

  @Get()
  list(
    @Query() query: PageQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const position = '9' as Position;
    return sendAt(reply, { position, times: timesOf(request, query), limit: query.limit ?? null });
  }

  @Get('fail/:how')
  fail(@Param('how') how: string): unknown {
    if (how === 'conflict') throw new RevisionConflict('s', 3, 5);
    if (how === 'unavailable') throw new LogUnavailable('The disk is full.');
    if (how === 'refused') throw reject('permission/goal-read', 'Not you.');
    throw new Error('secret: /data/keys');
  }

  @Get('open')
  @Public()
  open(): object {
    return { open: true };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let web: TestWebApp;
let token: string;

beforeAll(async () => {
  web = await webAppWith({ modules: [ThingsModule], slowRequestMs: 60_000 });
  token = await web.issuer.token('ada', { roles: ['operator'] });
});
afterAll(() => web.app.close());

type Asked = Parameters<TestWebApp['app']['inject']>[0] & object;

async function ask(request: Asked) {
  const answer = await web.app.inject({
    ...request,
    headers: { authorization: `Bearer ${token}`, ...request.headers },
  });
  const isJson = String(answer.headers['content-type']).includes('json');
  return { status: answer.statusCode, headers: answer.headers, body: isJson ? answer.json() : {} };
}

const thing = { name: 'a', part: { count: 1 } };
const post = (payload: unknown, headers: Record<string, string> = {}) =>
  ask({
    method: 'POST',
    url: '/things',
    headers: { 'idempotency-key': 'k1', 'content-type': 'application/json', ...headers },
    payload:
      typeof payload === 'string' || Buffer.isBuffer(payload) ? payload : JSON.stringify(payload),
  });

describe('the edge, for what it is asked', () => {
  it('answers a command with its receipt, revision, position and place', async () => {
    const { status, headers, body } = await post(thing);
    expect(status).toBe(201);
    expect(headers).toMatchObject({
      etag: '"0"',
      'plumbline-position': '7',
      location: '/things/a',
    });
    expect(body).toMatchObject({ id: 'a', revision: 0, position: '7', changed: true });
  });

  it('derives one command id from the key, and another fingerprint from another body', async () => {
    const [one, again, other] = await Promise.all([
      post(thing),
      post({ part: { count: 1 }, name: 'a' }),
      post({ ...thing, name: 'b' }),
    ]);
    const parts = (answer: { body: { stream: string } }) => answer.body.stream.split(' ');
    expect(parts(again)).toEqual(parts(one));
    expect(parts(other)[0]).toBe(parts(one)[0]);
    expect(parts(other)[1]).not.toBe(parts(one)[1]);
  });

  it('answers a query with its position, and reads its times', async () => {
    const url = '/things?asOf=2026-03-31&effectiveAt=2026-03-30T10:00:00%2B02:00&limit=5';
    const { headers, body } = await ask({ url, headers: { 'read-after': '12' } });
    expect(headers['plumbline-position']).toBe('9');
    expect(body).toEqual({
      position: '9',
      limit: 5,
      times: {
        asOf: '2026-03-31T23:59:59.999Z',
        effectiveAt: '2026-03-30T08:00:00.000Z',
        readAfter: '12',
      },
    });
  });

  it('is asked as of a day that has begun somewhere, and of no later one', async () => {
    const clock = manualClock('2026-07-01T12:00:00.000Z');
    const there = await webAppWith({ modules: [ThingsModule], clock });
    const authorization = `Bearer ${await there.issuer.token('ada')}`;
    const asked = async (times: string) => {
      const url = `/things?${times}`;
      const { statusCode, body } = await there.app.inject({ url, headers: { authorization } });
      return [statusCode, (JSON.parse(body) as { errors?: object[] }).errors];
    };
    const passes = ['asOf=2026-07-01', 'asOf=2026-07-02', 'asOf=2026-07-02T23:59:59.999Z'];
    for (const times of [...passes, 'effectiveAt=2099-01-01']) {
      expect([times, ...(await asked(times))]).toEqual([times, 200, undefined]);
    }
    const remedy = expect.stringContaining('effectiveAt');
    const refused = [400, [{ field: '?asOf', rule: 'to-come', remedy }]];
    for (const at of ['2026-07-03', '2026-07-03T00:00:00Z', '2099-01-01']) {
      expect([at, ...(await asked(`asOf=${at}`))]).toEqual([at, ...refused]);
    }
    await there.app.close();
  });

  it('takes a key of 255 characters, and a segment of 512', async () => {
    expect((await post(thing, { 'idempotency-key': 'k'.repeat(255) })).status).toBe(201);
    expect((await ask({ url: `/things/fail/${'x'.repeat(512)}` })).body.code).toBe('unexpected');
  });

  it('reads If-Match as a revision', async () => {
    const url = '/things/a/change';
    const headers = { 'if-match': '"3"', 'content-type': 'application/json' };
    const { body } = await ask({ method: 'POST', url, headers, payload: thing });
    expect(body).toMatchObject({ ifMatch: 3 });
  });

  it('sets its headers on every answer', async () => {
    const { headers } = await ask({ url: '/things/open' });
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    });
  });
});

describe('the edge, for what is not right', () => {
  const refused: [string, () => ReturnType<typeof ask>, number, string, string?][] = [
    [
      'no key',
      () => post(thing, { 'idempotency-key': '' }),
      400,
      'request/invalid-header',
      'header:Idempotency-Key',
    ],
    [
      'a key too long',
      () => post(thing, { 'idempotency-key': 'k'.repeat(256) }),
      400,
      'request/invalid-header',
      'header:Idempotency-Key',
    ],
    ['an unknown field', () => post({ ...thing, nick: 1 }), 422, 'request/invalid-body', '/nick'],
    [
      'an unknown field within',
      () => post({ ...thing, part: { count: 1, x: 1 } }),
      422,
      'request/invalid-body',
      '/part/x',
    ],
    [
      'a wrong type',
      () => post({ ...thing, part: { count: '1' } }),
      422,
      'request/invalid-body',
      '/part/count',
    ],
    ['a missing part', () => post({ name: 'a' }), 422, 'request/invalid-body', '/part'],
    [
      'a part that is null',
      () => post({ ...thing, part: null }),
      422,
      'request/invalid-body',
      '/part',
    ],
    [
      'a part that is a list',
      () => post({ ...thing, part: [] }),
      422,
      'request/invalid-body',
      '/part',
    ],
    [
      'a list that is none',
      () => post({ ...thing, kinds: {} }),
      422,
      'request/invalid-body',
      '/kinds',
    ],
    [
      'a list of null',
      () => post({ ...thing, kinds: [null] }),
      422,
      'request/invalid-body',
      '/kinds/0',
    ],
    [
      'a kind without its part',
      () => post({ ...thing, kinds: [{ kind: 'low' }] }),
      422,
      'request/invalid-body',
      '/kinds/0/part',
    ],
    [
      'an unknown kind',
      () => post({ ...thing, kinds: [{ kind: 'x' }] }),
      422,
      'request/invalid-body',
      '/kinds/0/kind',
    ],
    ['null', () => post('null'), 422, 'request/invalid-body', '/part'],
    ['a list', () => post('[]'), 422, 'request/invalid-body', ''],
    [
      'a hostile key',
      () => post('{"name":"a","__proto__":{"x":1}}'),
      422,
      'request/invalid-body',
      '/__proto__',
    ],
    [
      'a constructor',
      () => post('{"constructor":{"prototype":{}}}'),
      422,
      'request/invalid-body',
      '/constructor',
    ],
    [
      'a key given twice',
      () => post('{"name":"a","part":{"count":1,"count":2}}'),
      422,
      'request/invalid-body',
      '/part/count',
    ],
    ['a NUL', () => post('{"name":"a\\u0000b"}'), 422, 'request/invalid-body', '/name'],
    ['a lone surrogate', () => post('{"name":"\\ud800"}'), 422, 'request/invalid-body', '/name'],
    [
      'a number past 2^53',
      () => post('{"part":{"count":9007199254740993}}'),
      422,
      'request/invalid-body',
      '/part/count',
    ],
    [
      'an infinite number',
      () => post('{"part":{"count":1e999}}'),
      422,
      'request/invalid-body',
      '/part/count',
    ],
    ['no UTF-8', () => post(Buffer.from([0x22, 0xff, 0x22])), 400, 'request/broken-json'],
    ['no body', () => post(''), 400, 'request/broken-json'],
    [
      'another media type',
      () => post(thing, { 'content-type': 'text/plain' }),
      415,
      'request/unsupported-media-type',
    ],
    [
      'an unknown parameter',
      () => ask({ url: '/things?page=2' }),
      400,
      'request/invalid-parameter',
      '?page',
    ],
    [
      'a parameter where there is none',
      () => ask({ url: '/things/open?x=1' }),
      400,
      'request/invalid-parameter',
      '?x',
    ],
    [
      'a hostile parameter',
      () => ask({ url: '/things?__proto__=2' }),
      400,
      'request/invalid-parameter',
      '?__proto__',
    ],
    [
      'a parameter given twice',
      () => ask({ url: '/things?asOf=2026-01-01&asOf=2026-01-02' }),
      400,
      'request/invalid-parameter',
      '?asOf',
    ],
    [
      'a number that is none',
      () => ask({ url: '/things?limit=0x10' }),
      400,
      'request/invalid-parameter',
      '?limit',
    ],
    [
      'a limit past its bound',
      () => ask({ url: '/things?limit=201' }),
      400,
      'request/invalid-parameter',
      '?limit',
    ],
    [
      'a day that does not exist',
      () => ask({ url: '/things?asOf=2023-02-29' }),
      400,
      'request/invalid-parameter',
      '?asOf',
    ],
    [
      'a time that is none',
      () => ask({ url: '/things?effectiveAt=soon' }),
      400,
      'request/invalid-parameter',
      '?effectiveAt',
    ],
    [
      'a Read-After that is none',
      () => ask({ url: '/things', headers: { 'read-after': 'x y' } }),
      400,
      'request/invalid-header',
      'header:Read-After',
    ],
    ['a NUL in the address', () => ask({ url: '/things/a%00b' }), 400, 'request/malformed'],
    [
      'a broken escape in the address',
      () => ask({ url: '/things/%E0%A4' }),
      400,
      'request/malformed',
    ],
    ['a route that is not there', () => ask({ url: '/nothing' }), 404, 'request/no-such-route'],
    [
      'a segment too long',
      () => ask({ url: `/things/fail/${'x'.repeat(513)}` }),
      414,
      'request/uri-too-long',
    ],
    ['a conflict', () => ask({ url: '/things/fail/conflict' }), 409, 'log/revision-conflict'],
    ['a refusal', () => ask({ url: '/things/fail/refused' }), 403, 'permission/goal-read'],
    [
      'an engine that is away',
      () => ask({ url: '/things/fail/unavailable' }),
      503,
      'log/unavailable',
    ],
    ['what nobody foresaw', () => ask({ url: '/things/fail/other' }), 500, 'unexpected'],
  ];

  it.each(refused.map((one) => ({ name: one[0], one })))('refuses $name', async ({ one }) => {
    const [, run, status, code, field] = one;
    const { body, headers, status: answered } = await run();
    expect({ status: answered, code: body.code, type: headers['content-type'] }).toEqual({
      status,
      code,
      type: 'application/problem+json; charset=utf-8',
    });
    expect(body.status).toBe(status);
    expect(body.traceId).toMatch(/^[0-9a-f]{32}$/);
    if (field !== undefined) expect(body.errors[0]).toMatchObject({ field });
    if (field !== undefined) expect(body.errors[0].remedy).toMatch(/\.$/);
  });

  it('says where a body stops being JSON', async () => {
    for (const [text, position] of [
      ['{"name": nope}', 9],
      ['{"name" "a"}', 8],
      ['{"a":1,}', 7],
      ['[1 2]', 3],
      ['{"a":"b', 5],
      ['{"a":1}}', 7],
    ] as const) {
      expect((await post(text)).body).toMatchObject({ code: 'request/broken-json', position });
    }
  });

  it('takes a body of the limit, and refuses one a byte longer', async () => {
    const padded = (bytes: number) => {
      const text = JSON.stringify({ name: '' });
      return text.replace('""', `"${'x'.repeat(bytes - text.length)}"`);
    };
    expect((await post(padded(bodyBytesMax))).status).toBe(422);
    expect((await post(padded(bodyBytesMax + 1))).body.code).toBe('request/body-too-large');
  });

  it('takes 32 levels, and refuses 33', async () => {
    const nested = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
    expect((await post(nested(32))).body.errors[0].rule).toBe('object');
    expect((await post(nested(33))).body.errors[0].rule).toBe('depth');
  });

  it('names the methods of an address', async () => {
    const { status, headers, body } = await ask({ method: 'DELETE', url: '/things' });
    expect({ status, code: body.code }).toEqual({
      status: 405,
      code: 'request/method-not-allowed',
    });
    expect(headers.allow).toBe('GET, HEAD, POST');
  });

  it('tells both revisions of a conflict', async () => {
    const { body } = await ask({ url: '/things/fail/conflict' });
    expect(body).toMatchObject({ expected: 3, actual: 5 });
  });

  it('says when to come back', async () => {
    const { headers } = await ask({ url: '/things/fail/unavailable' });
    expect(headers['retry-after']).toBe('1');
  });

  it('keeps its inside to itself, and logs it under the trace id', async () => {
    const trace = '0af7651916cd43dd8448eb211c80319c';
    const headers = { traceparent: `00-${trace}-b7ad6b7169203331-01` };
    const { body } = await ask({ url: '/things/fail/other', headers });
    expect(JSON.stringify(body)).not.toContain('secret');
    expect(body.traceId).toBe(trace);
    const line = web.logger.lines.find(
      ({ fields }) => 'traceId' in fields && fields.traceId === trace,
    );
    expect(String((line?.fields as { err?: unknown }).err)).toContain('secret');
  });

  it.each(['"3', '3', 'W/"3"', '"x"', '"1", "2"'])('refuses If-Match %s', async (value) => {
    const url = '/things/a/change';
    const headers = { 'if-match': value, 'content-type': 'application/json' };
    const { status, body } = await ask({ method: 'POST', url, headers, payload: thing });
    expect({ status, field: body.errors[0].field }).toEqual({
      status: 400,
      field: 'header:If-Match',
    });
  });
});

describe('the edge, for who is calling', () => {
  it('asks for a token everywhere but on a public route', async () => {
    const url = '/things';
    const answer = await web.app.inject({ url });
    expect(answer.statusCode).toBe(401);
    expect(answer.headers['www-authenticate']).toBe('Bearer realm="plumbline"');
    expect((await web.app.inject({ url: '/things/open' })).statusCode).toBe(200);
  });

  it('checks the token before it looks at a body', async () => {
    const answer = await web.app.inject({
      method: 'POST',
      url: '/things',
      headers: { 'content-type': 'application/json' },
      payload: '{broken',
    });
    expect(answer.statusCode).toBe(401);
  });
});

describe('the edge, closing', () => {
  it('answers with 503 and lets the connection go', async () => {
    const closing = await webAppWith({ modules: [ThingsModule] });
    closing.startClosing();
    const answer = await closing.app.inject({ url: '/things/open' });
    expect(answer.statusCode).toBe(503);
    expect(answer.headers).toMatchObject({ connection: 'close', 'retry-after': '1' });
    await closing.app.close();
  });
});
