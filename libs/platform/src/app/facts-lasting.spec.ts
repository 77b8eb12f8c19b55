import type { Server, ServerResponse } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { recorder } from '@plumbline/access/testing';
import { until } from '@plumbline/kernel/testing';
import { pieceCharsMax } from '../fact-stream.ts';
import { eventsIn, serveFacts } from './facts.testing.ts';

const notes = { tenant: 'acme', context: 'notes' };
const ballast = { ...notes, kinds: Array.from({ length: 16 }, () => 'Told' as const) };
/** More than any buffer on the way of an answer takes. */
const manyCommands = 64;
const chars = 32 * 1024;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

async function serving(options: Parameters<typeof serveFacts>[1] = {}) {
  const served = await serveFacts('memory', options);
  closing.push(served.close);
  return served;
}

const passed = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
const gaugeOf = async ({ engine }: Awaited<ReturnType<typeof serving>>) => {
  const metric = await engine.metrics.getSingleMetric('plumbline_fact_streams_open')?.get();
  return Object.fromEntries(
    (metric?.values ?? []).map(({ labels, value }) => [labels['kind'], value]),
  );
};

describe('answers that last', () => {
  it('are counted, limited in number and by caller, and free their place', async () => {
    const served = await serving({ limits: { streamsMax: 3, streamsOfCallerMax: 2 } });
    const other = await served.tokenOf(['auditor'], { tenant: 'zeta' });
    const headers = { authorization: `Bearer ${other}` };
    const first = await served.ask('/facts/notes/events');
    const waiting = served.ask('/facts/notes?wait=30');
    while ((await gaugeOf(served))['poll'] === 0) await passed(5);
    expect(await gaugeOf(served)).toEqual({ events: 1, poll: 1, export: 0 });
    const ofCaller = await served.ask('/facts/notes/export');
    expect([ofCaller.status, ofCaller.headers['retry-after']]).toEqual([503, '5']);
    expect(await ofCaller.whole()).toContain('"code":"stream/too-many-readers"');
    const third = await served.ask('/facts/notes/events', headers);
    expect(third.status).toBe(200);
    const fourth = await served.ask('/facts/notes/events', headers);
    expect(await fourth.whole()).toContain('"code":"stream/too-many-readers"');
    expect((await served.ask('/facts/notes', headers)).status).toBe(200);
    first.cut();
    while ((await gaugeOf(served))['events'] === 2) await passed(5);
    const again = await served.ask('/facts/notes/events', headers);
    expect(again.status).toBe(200);
    await served.record({ ...notes, kinds: ['Told'] });
    expect((await waiting).status).toBe(200);
    for (const one of [third, again]) one.cut();
    while (Object.values(await gaugeOf(served)).some((open) => open !== 0)) await passed(5);
  });

  it('read no further than their reader takes', async () => {
    const served = await serving();
    for (let no = 0; no < manyCommands; no += 1) await served.record({ ...ballast, chars });
    const { log } = served.engine;
    let [read, untaken] = [0, 0];
    let response: ServerResponse | undefined;
    const server = served.web.app.getHttpServer() as Server;
    server.on('request', (_, answer: ServerResponse) => (response = answer));
    const readAll = log.readAll.bind(log);
    log.readAll = async (...asked) => {
      untaken = Math.max(untaken, response?.writableLength ?? 0);
      const page = await readAll(...asked);
      if (asked[1].tenant !== undefined) read += page.facts.length;
      return page;
    };
    for (const way of ['events', 'export']) {
      [read, untaken] = [0, 0];
      const slow = await served.ask(`/facts/notes/${way}`);
      slow.answer.pause();
      await until(() => response?.writableNeedDrain === true);
      // Time enough to read it all, if nothing kept it from that.
      await passed(500);
      expect(read).toBeLessThan(ballast.kinds.length * manyCommands);
      const last = `note-acme.${manyCommands}`;
      expect((await slow.until(last)).length).toBeGreaterThan(manyCommands * chars);
      // Whenever more was read, all but a few pieces had been taken.
      expect(untaken).toBeLessThan(8 * pieceCharsMax);
      slow.cut();
    }
  });

  it('are cut when a piece is not taken for too long', async () => {
    const served = await serving({ limits: { untakenMsMax: 200 } });
    for (let no = 0; no < manyCommands; no += 1) await served.record({ ...ballast, chars });
    const slow = await served.ask('/facts/notes/export');
    slow.answer.pause();
    while ((await gaugeOf(served))['export'] === 1) await passed(10);
    const text = await slow.whole();
    expect([slow.isCut(), text.includes('"end":true')]).toEqual([true, false]);
  });

  it('end when the server closes: also those that wait', async () => {
    const served = await serving({ limits: { endingMsMax: 60_000 } });
    await served.record({ ...notes, kinds: ['Told'] });
    const head = await served.engine.log.head();
    const idle = await served.ask(`/facts/notes/events?after=${head}`);
    const waiting = served.ask(`/facts/notes?after=${head}&wait=30`);
    while ((await gaugeOf(served))['poll'] === 0) await passed(5);
    const began = performance.now();
    const closed = served.close();
    expect(await idle.whole()).toBe('retry: 2000\n\n');
    expect(idle.isCut()).toBe(false);
    const { status, headers, whole } = await waiting;
    expect([status, headers['plumbline-position'], await whole()]).toEqual([200, head, '[]']);
    await closed;
    // Not because their half minute was over, or that after which they are cut.
    expect(performance.now() - began).toBeLessThan(25_000);
  });

  it('are cut when the server closes and nobody reads them', async () => {
    const served = await serving({ limits: { endingMsMax: 50 } });
    for (let no = 0; no < manyCommands; no += 1) await served.record({ ...ballast, chars });
    const slow = await served.ask('/facts/notes/export');
    slow.answer.pause();
    await served.close();
    expect(await slow.whole()).not.toContain('"end":true');
    expect(slow.isCut()).toBe(true);
  });

  it('of events end with the token', async () => {
    const served = await serving({ heartbeatMs: 30 });
    await served.record({ ...notes, kinds: ['Told'] });
    const token = await served.tokenOf(['analyst'], { ttlSeconds: 30 });
    const events = await served.ask('/facts/notes/events', { authorization: `Bearer ${token}` });
    await events.until(': up to');
    served.clock.advance(34_000);
    await served.record({ ...notes, kinds: ['Told'] });
    await events.until('"no":2');
    served.clock.advance(1_001);
    await served.record({ ...notes, kinds: ['Told'] });
    expect(await events.whole()).toMatch(/: the token has ended\n\n$/);
    expect(events.isCut()).toBe(false);
    expect(eventsIn(events.text())).toHaveLength(2);
  });

  it('end with the right to read', async () => {
    const served = await serving({ heartbeatMs: 30 });
    const events = await served.ask('/facts/notes/events');
    await events.until(': nothing yet');
    const waiting = served.ask('/facts/notes?wait=30');
    const record = recorder(served.engine.log);
    const [joined, left] = ['2026-01-01', '2026-06-30'];
    await record('acme', 'directory.PersonJoined.v1', { person: 'ana', post: null, from: joined });
    await record('acme', 'directory.PersonLeft.v1', { person: 'ana', from: left });
    await events.ended;
    await served.record({ ...notes, kinds: ['Told'] });
    const answer = await waiting;
    expect([answer.status, await answer.whole()]).toEqual([
      403,
      expect.stringContaining('permission/has-left'),
    ]);
    expect(events.text()).not.toContain('data:');
  });

  it('fail as a problem when the log fails at once, and are cut when it fails later', async () => {
    const served = await serving({ heartbeatMs: 30 });
    await served.record({ ...notes, kinds: ['Told', 'Broken'] });
    const events = await served.ask('/facts/notes/events');
    await events.whole();
    expect([events.isCut(), eventsIn(events.text()).length]).toEqual([true, 1]);
    expect(served.logged).toMatchObject([{ message: 'a stream of facts was cut' }]);
    const id = eventsIn(events.text())[0]?.id ?? '';
    for (const way of ['?', '/export?', '/export?limit=1&']) {
      const answer = await served.ask(`/facts/notes${way}after=${id}`);
      expect(answer.status).toBe(500);
      expect(answer.headers['content-type']).toContain('application/problem+json');
    }
  });
});
