import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { createTransactor, type EventLog } from '@plumbline/event-log';
import { openMemoryLog } from '@plumbline/event-log/memory';
import { openSqliteLog } from '@plumbline/event-log/sqlite';
import { memoryPlaces } from '@plumbline/feed';
import { tailFeed } from '@plumbline/feed/tail';
import { manualClock, type Clock, type Position, type Recorded } from '@plumbline/kernel';
import { until } from '@plumbline/kernel/testing';
import { createSealer } from '@plumbline/privacy';
import { openMemoryKeyStore } from '@plumbline/privacy/memory';
import { createProjector, createViews } from '@plumbline/views';
import { openMemoryViewStore } from '@plumbline/views/memory';
import { createAccess, OrganizationBehind, type Viewed } from './access.ts';
import { viewedRecordsMax, type RecordViewed } from './access-log.ts';
import { accessCodec } from './facts.ts';
import { accessParts } from './access.parts.ts';
import { directoryGate, recorder } from './access.testing.ts';
import { readers, readersKey, readersMonth } from './readers.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const opened = (clock: Clock): Readonly<Record<string, () => () => EventLog>> => ({
  'in memory': () => {
    const log = openMemoryLog({ clock });
    return () => log;
  },
  'on SQLite': () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-access-'));
    closing.push(() => rmSync(folder, { recursive: true, force: true }));
    return () => openSqliteLog({ path: join(folder, 'log.sqlite'), clock });
  },
});

/** Access over a log, as a process has it; another one over the same log is a process restarted. */
function accessOver(log: EventLog, clock: Clock, afterWaitMsMax = 60_000) {
  const sealer = createSealer({ keys: openMemoryKeyStore(), rootKey: randomBytes(32) });
  const transactor = createTransactor({ log, sealer });
  const gates = [directoryGate, ...accessParts.gates];
  const feed = tailFeed({ log, gates, places: memoryPlaces(), pollMs: 5 });
  const access = createAccess({ log, feed, transactor, clock, afterWaitMsMax });
  closing.push(() => access.close());
  return access;
}

const viewsOf = async (log: EventLog) => {
  const page = await log.readAll(null, { limit: 5_000, context: 'access' });
  return page.facts.map((stored) => accessCodec.decode(stored) as Recorded<RecordViewed>);
};

const max = { tenant: 'acme', sub: 'max', roles: [] };
const goal = { subject: 'ada', action: 'goal/read', rule: 'managers-read', record: 'goal:g1' };

describe.each(['in memory', 'on SQLite'])('the access log, %s', (store) => {
  const started = () => {
    const clock = manualClock('2026-07-31T23:59:10.000Z');
    const open = opened(clock)[store]?.() as () => EventLog;
    const log = open();
    closing.push(() => log.close());
    return { clock, log, open, access: accessOver(log, clock) };
  };

  it('holds who has seen what of whom, by which rule, with both names', async () => {
    const { access, log } = started();
    await access.record(access.asking(max, 'mia'), [goal, { ...goal, subject: 'bo' }]);
    const facts = await viewsOf(log);
    const at = '2026-07-31T23:59:10.000Z';
    const fact = { type: 'RecordViewed', by: 'max', onBehalfOf: 'mia', ...goal, at };
    const inOrder = facts.toSorted((one, other) =>
      one.fact.subject < other.fact.subject ? -1 : 1,
    );
    expect(inOrder.map((one) => one.fact)).toEqual([fact, { ...fact, subject: 'bo' }]);
    expect(new Set(facts.map(({ stream }) => stream)).size).toBe(2);
    expect(facts[0]).toMatchObject({
      ...{ tenant: 'acme', effectiveAt: at },
      actor: { sub: 'max', onBehalfOf: 'mia', via: 'http' },
    });
  });

  it('holds the same look within a minute once, also when many ask at once', async () => {
    const { access, clock, log } = started();
    const asking = access.asking(max);
    await Promise.all([1, 2, 3].map(() => access.record(asking, [goal])));
    clock.advance(49_000);
    await access.record(asking, [{ ...goal, rule: 'auditors-read' }]);
    expect(await viewsOf(log)).toHaveLength(1);
    await access.record(asking, [goal, { ...goal, record: 'goal:g2' }, goal]);
    expect(await viewsOf(log)).toHaveLength(2);
    clock.advance(1_000);
    await access.record(asking, [goal]);
    expect(await viewsOf(log)).toHaveLength(3);
  });

  it('is not doubled by another process, nor by one that starts again', async () => {
    const { access, clock, log } = started();
    await access.record(access.asking(max), [goal, { ...goal, record: 'goal:g2' }]);
    const again = accessOver(log, clock);
    await again.record(again.asking(max), [goal, { ...goal, record: 'goal:g2' }]);
    await again.record(again.asking(max), [{ ...goal, record: 'goal:g2' }]);
    await access.record(access.asking(max), [goal]);
    expect(await viewsOf(log)).toHaveLength(2);
  });

  it('begins a stream with each month', async () => {
    const { access, clock, log } = started();
    await access.record(access.asking(max), [goal]);
    clock.advance(60_000);
    await access.record(access.asking(max), [goal]);
    const facts = await viewsOf(log);
    expect(new Set(facts.map(({ stream }) => stream)).size).toBe(2);
    expect(facts.every(({ revision }) => revision === 0)).toBe(true);
  });

  it.each([viewedRecordsMax, viewedRecordsMax + 1])('takes %d records at once', async (many) => {
    const { access, log } = started();
    const viewed = Array.from({ length: many }, (_, n): Viewed => {
      return { ...goal, record: `goal:${n}` };
    });
    await access.record(access.asking(max), viewed);
    expect(await viewsOf(log)).toHaveLength(many);
  });

  it('records nothing when nothing was seen', async () => {
    const { access, log } = started();
    await access.record(access.asking(max), []);
    expect(await viewsOf(log)).toEqual([]);
  });
});

describe('the list of readers', () => {
  it('is of one tenant, by the day and by the month', async () => {
    const clock = manualClock('2026-07-31T09:00:00.000Z');
    const log = openMemoryLog({ clock });
    const access = accessOver(log, clock);
    await access.record(access.asking(max), [goal]);
    await access.record({ ...max, tenant: 'zeta', sub: 'zoe' }, [goal]);
    clock.advance(24 * 3_600_000);
    await access.record(access.asking(max), [goal]);
    const store = openMemoryViewStore();
    const projector = createProjector({ log, store, clock, views: accessParts.views });
    await projector.catchUp();
    const views = createViews({ log, store, views: accessParts.views });
    const reader = await views.of(readers, 'acme', {});
    const july = { index: 'month', value: readersMonth('ada', '2026-07') };
    const { docs } = await reader.find(july, { limit: 10 });
    expect(docs.map(({ key }) => key)).toEqual([readersKey('ada', '2026-07-31')]);
    const { subject: _, ...view } = goal;
    const at = '2026-07-31T09:00:00.000Z';
    expect(docs[0]?.doc.views).toEqual([{ by: 'max', ...view, at }]);
    const all = await reader.find({ index: 'subject', value: 'ada' }, { limit: 10 });
    expect(all.docs).toHaveLength(2);
  });
});

const joined = (person: string) =>
  ['directory.PersonJoined.v1', { person, post: null, from: '2026-01-01' }] as const;
const mine = { owner: 'person:ada', kind: 'private', stage: 'active' } as const;

describe.each(['in memory', 'on SQLite'])('the organisation, %s', (store) => {
  const started = () => {
    const clock = manualClock('2026-07-01T09:00:00.000Z');
    const open = opened(clock)[store]?.() as () => EventLog;
    const log = open();
    closing.push(() => log.close());
    return { clock, log, open, record: recorder(log) };
  };

  it('is what the directory has told, of each tenant by itself', async () => {
    const { clock, log, record } = started();
    await record('acme', ...joined('ada'));
    await record('zeta', ...joined('zoe'));
    const access = accessOver(log, clock);
    await access.ready();
    const [acme, zeta] = ['acme', 'zeta'].map((tenant) => access.organizationOf(tenant));
    expect(acme?.people()).toEqual(['ada']);
    expect(zeta?.people()).toEqual(['zoe']);
    expect(access.tenants().toSorted()).toEqual(['acme', 'zeta']);
    await record('zeta', ...joined('ada'));
    const position = (await log.head()) as Position;
    await until(() => access.passed(position));
    expect(zeta?.people().toSorted()).toEqual(['ada', 'zoe']);
    expect(acme?.people()).toEqual(['ada']);
  });

  it('is waited for up to a position, and no longer than a request should wait', async () => {
    const { clock, log, record } = started();
    const access = accessOver(log, clock);
    await access.ready();
    await record('acme', ...joined('ada'));
    await access.after((await log.head()) as Position);
    expect(access.organizationOf('acme').people()).toEqual(['ada']);
    const impatient = accessOver(log, clock, 20);
    const never = '9'.repeat(20) as Position;
    await expect(impatient.after(never)).rejects.toThrow(OrganizationBehind);
  });

  it('is not passed on to another tenant with a delegation either', async () => {
    const { clock, log, record } = started();
    for (const person of ['ada', 'max']) await record('acme', ...joined(person));
    const span = { from: '2026-06-01', until: '2026-08-01' };
    const data = { person: 'ada', delegation: 'd1', to: 'max', actions: null, ...span };
    await record('acme', 'directory.DelegationGranted.v1', data);
    const access = accessOver(log, clock);
    await access.ready();
    const asked = (tenant: string, onBehalfOf?: string) =>
      access.permit(access.asking({ ...max, tenant }, onBehalfOf), 'goal/read', mine);
    expect(asked('acme', 'ada')).toMatchObject({ kind: 'permitted' });
    expect(asked('acme')).toMatchObject({ code: 'permission/goal-read' });
    expect(asked('zeta', 'ada')).toMatchObject({ code: 'permission/no-delegation' });
  });

  it('is known again to a process that starts again', async () => {
    const { clock, log, record } = started();
    await record('acme', ...joined('ada'));
    const first = accessOver(log, clock);
    await first.ready();
    await first.close();
    await record('acme', ...joined('bo'));
    const second = accessOver(log, clock);
    await second.ready();
    expect(second.organizationOf('acme').people().toSorted()).toEqual(['ada', 'bo']);
  });

  it('lags behind by the age of the oldest fact that it lacks', async () => {
    const { clock, log, record } = started();
    const access = accessOver(log, clock);
    await access.ready();
    expect(await access.lagSeconds()).toBe(0);
    await record('acme', ...joined('ada'));
    clock.advance(3_000);
    expect(await access.lagSeconds()).toBe(3);
    const position = (await log.head()) as Position;
    await until(() => access.passed(position));
    expect(await access.lagSeconds()).toBe(0);
  });
});

describe('until the organisation is known', () => {
  it('nobody is told yes or no, but for what operates the system', async () => {
    const clock = manualClock('2026-07-01T09:00:00.000Z');
    const log = openMemoryLog({ clock });
    await recorder(log)('acme', ...joined('ada'));
    const access = accessOver(log, clock);
    expect(access.isReady()).toBe(false);
    const asking = access.asking({ ...max, roles: ['operator'] });
    expect(() => access.permit(asking, 'goal/read', mine)).toThrow(OrganizationBehind);
    expect(() => access.permit('anonymous', 'goal/read', mine)).toThrow(OrganizationBehind);
    expect(access.refuses(max, 'goal/import')).toBeUndefined();
    expect(access.permit(asking, 'system/observe', {})).toMatchObject({ kind: 'permitted' });
    expect(access.permit(access.asking(max), 'system/observe', {})).toMatchObject({
      code: 'permission/system-observe',
    });
    await access.ready();
    expect(access.permit(access.asking(max), 'goal/read', { ...mine, kind: 'public' })).toEqual({
      ...{ kind: 'permitted', rule: 'goal/read:colleague:public', logged: false },
    });
    expect(access.permit('anonymous', 'goal/read', mine)).toMatchObject({ kind: 'rejection' });
    expect(access.refuses(max, 'goal/import')).toMatchObject({ code: 'permission/goal-import' });
    expect(access.refuses({ ...max, roles: ['importer'] }, 'goal/import')).toBeUndefined();
  });
});
