import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Controller, Get, HttpCode, Module, Post } from '@nestjs/common';
import { commandContext } from './command.ts';
import { CurrentExchange, type Exchange } from './exchange.ts';
import { webAppWith, type TestWebApp } from './testing.ts';

@Controller('things')
class ThingsController {
  @Post()
  @HttpCode(200)
  make(@CurrentExchange() { request, by }: Exchange): object {
    return commandContext(request, by, { effectiveAt: '2026-07-01T00:00:00.000Z' });
  }

  @Get()
  read(@CurrentExchange() { by, onBehalfOf }: Exchange): object {
    return { by: by.sub, onBehalfOf: onBehalfOf ?? null };
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

let web: TestWebApp;
beforeAll(async () => {
  web = await webAppWith({ modules: [ThingsModule] });
});
afterAll(() => web.app.close());

const ask = async (method: 'GET' | 'POST', headers: Record<string, string> = {}) => {
  const authorization = `Bearer ${await web.issuer.token('ada')}`;
  const all = { authorization, 'idempotency-key': 'k', ...headers };
  const answer = await web.app.inject({ method, url: '/things', headers: all });
  return { status: answer.statusCode, body: answer.json() as Record<string, unknown> };
};
const made = async (onBehalfOf?: string) => {
  const headers: Record<string, string> = {};
  if (onBehalfOf !== undefined) headers['on-behalf-of'] = onBehalfOf;
  return (await ask('POST', headers)).body as { commandId: string; actor: object };
};

describe('On-Behalf-Of', () => {
  it('puts both names into the actor of a command', async () => {
    expect((await made()).actor).toEqual({ sub: 'ada', via: 'http' });
    expect((await made('bob')).actor).toEqual({ sub: 'ada', onBehalfOf: 'bob', via: 'http' });
  });

  it('makes another command of the same key, for each person', async () => {
    const of = [undefined, 'bob', 'cy'];
    const ids = await Promise.all(of.map(async (one) => (await made(one)).commandId));
    expect(new Set(ids).size).toBe(of.length);
    expect((await made('bob')).commandId).toBe(ids[1]);
  });

  it('is nothing to speak of when it names the caller', async () => {
    expect(await made('ada')).toEqual(await made());
  });

  it('is told to who answers a question', async () => {
    expect((await ask('GET')).body).toEqual({ by: 'ada', onBehalfOf: null });
    const asked = await ask('GET', { 'on-behalf-of': 'bob' });
    expect(asked.body).toEqual({ by: 'ada', onBehalfOf: 'bob' });
  });

  it('may name every subject that a token may, in UTF-8', async () => {
    const bytes = Buffer.from('zoë-王', 'utf8').toString('latin1');
    expect((await ask('GET', { 'on-behalf-of': bytes })).body).toMatchObject({
      onBehalfOf: 'zoë-王',
    });
    const longest = 'b'.repeat(255);
    expect((await made(longest)).actor).toMatchObject({ onBehalfOf: longest });
  });

  it.each([
    ['nothing', ''],
    ['two words', 'bob smith'],
    ['two people', 'bob, cy'],
    ['a subject that is too long', 'b'.repeat(256)],
    ['bytes that are no UTF-8', 'zo\u00eb'],
    ['a control', 'bob\u0007'],
  ])('is refused with %s, by its name', async (_, value) => {
    for (const method of ['GET', 'POST'] as const) {
      const { status, body } = await ask(method, { 'on-behalf-of': value });
      expect(status).toBe(400);
      expect(body).toMatchObject({
        code: 'request/invalid-header',
        errors: [{ field: 'header:On-Behalf-Of', rule: 'format' }],
      });
    }
  });
});
