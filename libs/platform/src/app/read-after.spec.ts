import { describe, expect, it } from '@jest/globals';
import type { Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import fastify from 'fastify';
import { honourReadAfter } from './read-after.ts';

/** An application whose organisation is known up to a position that the test moves on. */
async function appKnowing() {
  const asked: (Position | undefined)[] = [];
  const state: { go: () => void; fail: (cause: Error) => void } = {
    go: () => undefined,
    fail: () => undefined,
  };
  const app = fastify();
  app.decorateRequest('principal');
  app.addHook('onRequest', (request, _, done) => {
    if (request.headers.authorization !== undefined) {
      request.principal = { sub: 'ada', tenant: 'acme', roles: [], issuer: 'local' } as never;
    }
    done();
  });
  const after = (position: Position | undefined) => {
    asked.push(position);
    return new Promise<void>((resolve, reject) => {
      state.go = resolve;
      state.fail = reject;
    });
  };
  const passed = (position: Position) => position <= '0010';
  honourReadAfter(app, {
    access: { after, passed },
    log: { head: async () => '0042' as Position },
  });
  app.get('/things', () => ({ read: true }));
  app.post('/things', () => ({ done: true }));
  await app.ready();
  const send = (method: 'GET' | 'POST', headers: Record<string, string>) =>
    app.inject({ method, url: '/things', headers });
  return { app, asked, state, send };
}

const authorization = 'Bearer token';

describe('a reader of an own write', () => {
  it('waits for the organisation, and then is answered', async () => {
    const { asked, state, send } = await appKnowing();
    let answered = false;
    const answer = send('GET', { authorization, 'read-after': '0042' });
    void answer.then(() => (answered = true));
    await until(() => asked.length > 0);
    expect([asked, answered]).toEqual([['0042'], false]);
    state.go();
    expect((await answer).json()).toEqual({ read: true });
  });

  it('is told when that takes too long, and what no position can be', async () => {
    const { asked, state, send } = await appKnowing();
    const answer = send('GET', { authorization, 'read-after': '0042' });
    await until(() => asked.length > 0);
    state.fail(Object.assign(new Error('behind'), { statusCode: 503 }));
    expect((await answer).statusCode).toBe(503);
    const strange = await send('GET', { authorization, 'read-after': 'no position' });
    expect(strange.json()).toMatchObject({ code: 'request/invalid-header' });
  });

  it.each<['GET' | 'POST', Record<string, string>]>([
    ['GET', { authorization }],
    ['GET', { 'read-after': '0042' }],
    ['POST', { authorization, 'read-after': '0042' }],
    // Known already; and not recorded at all.
    ['GET', { authorization, 'read-after': '0010' }],
    ['GET', { authorization, 'read-after': '0043' }],
  ])('does not wait otherwise: %s %j', async (method, headers) => {
    const { asked, send } = await appKnowing();
    expect((await send(method, headers)).statusCode).toBe(200);
    expect(asked).toEqual([]);
  });
});
