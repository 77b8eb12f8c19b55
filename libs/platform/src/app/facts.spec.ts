import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { recorder } from '@plumbline/access/testing';
import type { Position } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { expectedIds } from '../facts.testing.ts';
import { factsOpenApi, exampleEvent } from './facts.openapi.ts';
import { eventsIn, serveFacts, type ServedFacts } from './facts.testing.ts';

const notes = { tenant: 'acme', context: 'notes' };

describe.each(['memory', 'sqlite'] as const)('facts over HTTP, %s', (store) => {
  let served: ServedFacts;
  beforeAll(async () => {
    served = await serveFacts(store, { heartbeatMs: 50 });
    const { record } = served;
    await record({ ...notes, kinds: ['Told', 'Kept', 'Told'] });
    await record({ tenant: 'zeta', context: 'notes', kinds: ['Told'] });
    await record({ tenant: 'acme', context: 'memos', kinds: ['Told', 'Told'] });
    await record({ ...notes, kinds: ['Told', 'Told'] });
    await record({ ...notes, kinds: ['Kept'] });
  });
  afterAll(() => served.close());

  const batchOf = async (path: string, headers = {}) => {
    const answer = await served.ask(path, headers);
    const events = JSON.parse(await answer.whole()) as Record<string, string>[];
    const next = /^<(.+)>; rel="next"$/.exec(String(answer.headers['link']))?.[1] ?? '';
    return { events, next, position: answer.headers['plumbline-position'], answer };
  };

  it('come in batches of CloudEvents, each with the way to the next one', async () => {
    const first = await batchOf('/facts/notes?limit=3');
    expect(first.answer.status).toBe(200);
    expect(first.answer.headers['content-type']).toBe(
      'application/cloudevents-batch+json; charset=utf-8',
    );
    expect(first.events[0]).toMatchObject({
      ...{ specversion: '1.0', type: 'notes.Told.v1', source: 'urn:plumbline:default:notes' },
      ...{ tenant: 'acme', stream: 'notes.note-acme.1', datacontenttype: 'application/json' },
      ...{ revision: '0', sequence: '0000000000', data: { no: 1 } },
    });
    const second = await batchOf(first.next);
    const third = await batchOf(second.next);
    const ids = [...first.events, ...second.events].map(({ id }) => id);
    expect(ids).toEqual(await expectedIds(served.engine.log, notes));
    expect([third.events, third.next]).toEqual([[], second.next]);
    expect(second.position).toBe(await served.engine.log.head());
  });

  it('are of the caller’s tenant and of what is asked for, and nothing that is kept', async () => {
    const zeta = await served.tokenOf(['auditor'], { tenant: 'zeta' });
    const headers = { authorization: `Bearer ${zeta}` };
    for (const context of ['notes', 'memos']) {
      for (const way of ['', '/export']) {
        const text = await (await served.ask(`/facts/${context}${way}`, headers)).whole();
        expect(text).not.toContain('acme');
        expect([text.includes('note-zeta'), text.includes('Kept')]).toEqual([
          context === 'notes',
          false,
        ]);
      }
      const events = await served.ask(`/facts/${context}/events`, headers);
      expect(await events.until(': up to')).not.toContain('acme');
      events.cut();
    }
  });

  it('are waited for, and come as soon as they are recorded', async () => {
    const { position } = await batchOf('/facts/notes?limit=1000');
    const began = performance.now();
    const waiting = batchOf(`/facts/notes?after=${String(position)}&wait=30`);
    setTimeout(() => void served.record({ tenant: 'acme', context: 'memos', kinds: ['Told'] }), 50);
    setTimeout(() => void served.record({ ...notes, kinds: ['Kept', 'Told'] }), 150);
    const { events, next } = await waiting;
    // Not because its half minute was over.
    expect(performance.now() - began).toBeLessThan(25_000);
    expect(events).toMatchObject([{ type: 'notes.Told.v1' }]);
    expect(next).toContain('wait=30');
  });

  it('are waited for no longer than was asked: then an empty batch moves on', async () => {
    const after = (await batchOf('/facts/notes?limit=1000')).position;
    await served.record({ tenant: 'zeta', context: 'notes', kinds: ['Told'] });
    const began = performance.now();
    const { events, position } = await batchOf(`/facts/notes?after=${String(after)}&wait=1`);
    expect(performance.now() - began).toBeGreaterThan(900);
    expect([events, position]).toEqual([[], await served.engine.log.head()]);
  });

  it('are followed as events, and again after a cut where the reader was', async () => {
    const first = await served.ask('/facts/notes/events');
    expect(first.headers['content-type']).toBe('text/event-stream; charset=utf-8');
    await first.until(/(^id: .+\ndata: [^]*){2}/m);
    first.cut();
    const [one, two] = eventsIn(first.text());
    const headers = { 'last-event-id': two?.id ?? '' };
    const second = await served.ask(`/facts/notes/events?after=${one?.id}`, headers);
    await served.record({ ...notes, kinds: ['Kept', 'Told', 'Told'] });
    const expected = await expectedIds(served.engine.log, notes);
    await second.until(`"id":"${expected.at(-1)}"`);
    second.cut();
    const told = [one, two, ...eventsIn(second.text())].map((found) => found?.event['id']);
    expect(told).toEqual(expected);
  });

  it('leave an idle reader with a place, by comments that have an id', async () => {
    const events = await served.ask(`/facts/memos/events`);
    const head = await served.record({ ...notes, kinds: ['Told'] });
    await events.until(`: up to ${head}\nid: ${head}\n\n`);
    events.cut();
    const again = await served.ask(`/facts/memos/events`, { 'last-event-id': head });
    expect(eventsIn(await again.until(': up to'))).toEqual([]);
    again.cut();
  });

  it('are exported up to the head of the beginning, with a last line', async () => {
    const head = await served.engine.log.head();
    const answer = await served.ask('/facts/notes/export');
    expect(answer.headers['content-type']).toBe('application/x-ndjson');
    const lines = (await answer.whole()).trim().split('\n');
    const events = lines.map((line) => JSON.parse(line) as Record<string, string>);
    const end = events.pop();
    expect(events.map(({ id }) => id)).toEqual(await expectedIds(served.engine.log, notes));
    expect(end).toEqual({ end: true, position: head, facts: events.length });
    expect(answer.headers['plumbline-position']).toBe(head);
    const [from, to] = [events[0]?.['position'], events[2]?.['position']];
    const part = await served.ask(`/facts/notes/export?after=${from}&until=${to}`);
    expect((await part.whole()).trim().split('\n')).toEqual([
      ...lines.slice(1, 3),
      JSON.stringify({ end: true, position: to, facts: 2 }),
    ]);
  });

  it('answer HEAD, and are told to no scraper as something slow', async () => {
    const { status } = await served.ask('/facts/notes?wait=1');
    expect(status).toBe(200);
    const head = await served.web.app.inject({
      ...{ method: 'HEAD', url: '/facts/notes/export' },
      headers: { authorization: `Bearer ${served.analyst}` },
    });
    expect([head.statusCode, head.body]).toEqual([200, '']);
    expect(JSON.stringify(served.logged)).not.toContain('/facts/');
  });

  it('are refused by problems that say what is wrong', async () => {
    const head = String(await served.engine.log.head());
    const beyond = head
      .replace(/.$/, (digit) => String((Number(digit) + 1) % 10))
      .replace('0', '1');
    const [first] = (await batchOf('/facts/notes?limit=1')).events;
    const cases: readonly (readonly [string, number, string, Record<string, string>?])[] = [
      ['/facts/reviews', 404, 'not-found'],
      ['/facts/reviews/events', 404, 'not-found'],
      ['/facts/reviews/export', 404, 'not-found'],
      ['/facts/notes?after=a%20b', 400, 'request/invalid-parameter'],
      [`/facts/notes?after=${beyond}`, 400, 'stream/position-unknown'],
      [`/facts/notes/events?after=${head}/${head}`, 400, 'stream/position-unknown'],
      [`/facts/notes/export?until=${beyond}`, 400, 'stream/position-unknown'],
      [
        `/facts/notes/export?after=${head}&until=${first?.['position']}`,
        400,
        'request/invalid-parameter',
      ],
      ['/facts/notes?limit=0', 400, 'request/invalid-parameter'],
      ['/facts/notes?limit=1001', 400, 'request/invalid-parameter'],
      ['/facts/notes?wait=31', 400, 'request/invalid-parameter'],
      ['/facts/notes/events?limit=3', 400, 'request/invalid-parameter'],
      ['/facts/notes/events', 400, 'request/invalid-header', { 'last-event-id': 'no id' }],
      ['/facts/notes', 401, 'request/unauthenticated', { authorization: '' }],
    ];
    for (const [path, status, code, headers = {}] of cases) {
      const answer = await served.ask(path, headers);
      const problem = JSON.parse(await answer.whole()) as { code: string };
      expect([path, answer.status, problem.code]).toEqual([path, status, code]);
    }
  });

  it('are for analysts and auditors of the whole company', async () => {
    const nobody = await served.tokenOf(['administrator', 'hr-partner', 'operator']);
    const person = { person: 'ana', post: null, from: '2026-01-01' };
    const granted = { person: 'ana', grant: 'g', role: 'analyst', from: '2026-01-01', until: null };
    const record = recorder(served.engine.log);
    const unit = { unit: 'sales', parent: null, from: '2026-01-01' };
    await record('acme', 'directory.UnitEstablished.v1', unit, 'sales');
    await record('acme', 'directory.PersonJoined.v1', person, 'ana');
    await record('acme', 'directory.RoleGranted.v1', { ...granted, unit: 'sales' }, 'ana');
    const head = (await served.engine.log.head()) as Position;
    await until(() => served.engine.access.passed(head));
    for (const way of ['notes', 'notes/events', 'notes/export', 'reviews']) {
      const headers = { authorization: `Bearer ${nobody}` };
      const answer = await served.ask(`/facts/${way}`, headers);
      expect(JSON.parse(await answer.whole())).toMatchObject({ code: 'permission/stream-read' });
      const delegate = await served.ask(`/facts/${way}`, { 'on-behalf-of': 'max' });
      expect(JSON.parse(await delegate.whole())).toMatchObject({
        code: 'permission/no-delegation',
      });
    }
  });

  it('are for auditors alone where they say who has looked at what', async () => {
    const auditor = { authorization: `Bearer ${await served.tokenOf(['auditor'])}` };
    const both = { authorization: `Bearer ${await served.tokenOf(['analyst', 'operator'])}` };
    for (const way of ['access', 'access/export', 'access/events']) {
      for (const headers of [undefined, both]) {
        const answer = await served.ask(`/facts/${way}`, headers);
        expect([answer.status, JSON.parse(await answer.whole())]).toMatchObject([
          ...[403, { code: 'permission/stream-read-access' }],
        ]);
      }
      const answer = await served.ask(`/facts/${way}`, auditor);
      expect(answer.status).toBe(200);
      answer.cut();
    }
    expect((await served.ask('/facts/notes', both)).status).toBe(200);
  });
});

describe('the document of the stream', () => {
  it('has an example that its schema takes, with every attribute', () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const schema = factsOpenApi.schemas?.['CloudEvent'] ?? {};
    expect([ajv.validate(schema, exampleEvent()), ajv.errors]).toEqual([true, null]);
    const { sequence: _, ...less } = exampleEvent();
    expect(ajv.validate(schema, less)).toBe(false);
    const names = Object.keys(exampleEvent()).toSorted();
    expect(names).toEqual(Object.keys(schema['properties'] as object).toSorted());
  });
});
