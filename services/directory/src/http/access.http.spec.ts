import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { actions, policyVersion } from '@plumbline/organization';
import type { Caller } from '../directory.testing.ts';
import { companyApp, itemsOf, made, newPost, personOf, type Company } from './company.testing.ts';

const leave = { kind: 'sick', from: '2026-04-02', until: '2026-04-03' };
const ended = { kind: 'sick', from: '2026-05-02', until: '2026-05-03' };

describe('who may change what', () => {
  let at: Company;
  beforeAll(async () => {
    at = await companyApp();
  });
  afterAll(() => at.close());

  const from = '2026-05-01';
  const move = (unit: string, parent: string) => ({
    changes: [{ type: 'MoveUnit', unit, parent, from }],
  });
  const post = (unit: string) => ({ changes: [newPost(`new-${unit}`, unit, 'director')] });
  const joining = (person: string, of: string | null) => ({ person, name: 'N', post: of, from });

  it.each([
    ['/people/ada/rename', { name: 'Ada' }, 200],
    ['/people/wim/rename', { name: 'Wim' }, 403],
    ['/people', joining('new-clerk', 'clerk'), 201],
    ['/people', joining('new-smith', 'smith'), 403],
    ['/people', joining('nowhere', null), 403],
    ['/people/ada/move', { post: 'seller', from }, 200],
    ['/people/ada/move', { post: 'smith', from }, 403],
    ['/people/wim/move', { post: 'clerk', from }, 403],
    ['/people/ada/leaves', ended, 201],
    ['/people/wim/leaves', ended, 403],
    ['/structure', post('desk'), 200],
    ['/structure', post('works'), 403],
    ['/structure', move('desk', 'sales'), 200],
    ['/structure', move('desk', 'works'), 403],
    ['/structure', move('sales', 'works'), 403],
    ['/people/ada/roles', { role: 'analyst', unit: 'sales', from, until: null }, 403],
    ['/reorganisations', { unit: 'sales', into: 'works', from, reason: 'x' }, 403],
    ['/reorganisations', { unit: 'sales', into: 'desk', from, reason: 'x' }, 201],
  ])('an HR partner of sales asks POST %s %j: %i', async (path, body, status) => {
    const answer = await at.hana.post(path, body);
    expect([answer.status, answer.body]).toEqual([status, answer.body]);
  });

  it('is refused by the line of the table that says who may', async () => {
    expect(await at.hana.post('/people/wim/rename', { name: 'W' })).toMatchObject({
      status: 403,
      body: { code: 'permission/person-manage', detail: expect.stringContaining('HR partners') },
    });
    expect(await at.ada.post('/structure', post('desk'))).toMatchObject({
      body: { code: 'permission/structure-change' },
    });
    expect((await at.ada.post('/people', joining('friend', null))).body).toMatchObject({
      code: 'permission/person-manage',
    });
  });

  it('lets the manager record a leave, and neither a colleague nor the person', async () => {
    expect((await at.sam.post('/people/ada/leaves', leave)).status).toBe(201);
    const refused = async (caller: Caller, code: string) =>
      expect(await caller.post('/people/ada/leaves', ended)).toMatchObject({
        status: 403,
        body: { code },
      });
    await refused(at.wim, 'permission/leave-record');
    await refused(at.ada, 'permission/own-record');
  });

  it('lets nobody put themselves in the place of another', async () => {
    const days = { from: '2026-04-01', until: '2026-04-30' };
    expect(await at.hana.post('/people/ada/delegations', { to: 'hana', ...days })).toMatchObject({
      status: 403,
      body: { code: 'permission/delegation-to-oneself' },
    });
    expect(await at.root.post('/people/ada/delegations', { to: 'wim', ...days })).toMatchObject({
      status: 403,
      body: { code: 'permission/delegation-grant' },
    });
  });

  it('lets nobody grant a role that reaches further than their own right to grant it', async () => {
    const days = { from: '2026-04-01', until: null };
    made(
      await at.root.post('/people/sam/roles', { role: 'administrator', unit: 'sales', ...days }),
    );
    await at.settled();
    const granting = async (unit: string | null) =>
      (await at.sam.post('/people/ada/roles', { role: 'auditor', unit, ...days })).status;
    expect([await granting(null), await granting('works'), await granting('company')]).toEqual([
      ...[403, 403, 403],
    ]);
    expect(await granting('desk')).toBe(201);
  });

  it('lets an HR partner join nobody who is known elsewhere', async () => {
    const taken = { person: 'wim', name: 'Other', post: 'clerk', from: '2025-06-01' };
    expect((await at.hana.post('/people', { ...taken, from: '2026-01-01' })).status).toBe(403);
    expect((await at.hana.post('/people', joining('newcomer', 'clerk'))).status).toBe(201);
  });

  it('asks where a post is on the day and today, not where it will be', async () => {
    const app = await companyApp();
    const move = { type: 'MovePost', post: 'smith', unit: 'desk', from: '2027-01-01' };
    made(await app.root.post('/structure', { changes: [move] }));
    const line = { type: 'ChangeReportingLine', post: 'smith', line: 'solid', manager: 'seller' };
    const changing = async (from: string) =>
      (await app.hana.post('/structure', { changes: [{ ...line, from }] })).status;
    expect([await changing('2026-02-01'), await changing('2027-06-01')]).toEqual([403, 403]);
    await app.close();
  });

  it('asks for the unit that a correction puts something into', async () => {
    const correction = {
      ...{ type: 'CorrectStructure', of: { kind: 'post', id: 'clerk' }, field: 'unit' },
      ...{ from: '2026-01-01', to: { from: '2026-01-01', value: 'works' }, reason: 'Mine.' },
    };
    expect(await at.hana.post('/structure', { changes: [correction] })).toMatchObject({
      status: 403,
      body: { code: 'permission/structure-change' },
    });
  });

  it('takes what comes with the same changes as part of where it is put', async () => {
    const changes = [
      { type: 'EstablishUnit', unit: 'stall', parent: 'desk', from: '2026-04-01', name: 'Stall' },
      { ...newPost('hand', 'stall', 'clerk', '2026-04-01') },
    ];
    expect((await at.hana.post('/structure', { changes })).status).toBe(200);
    const elsewhere = [{ ...changes[0], unit: 'shed', parent: 'works' }, changes[1]];
    expect((await at.hana.post('/structure', { changes: elsewhere })).status).toBe(403);
  });

  it('revives no role when somebody comes back', async () => {
    const app = await companyApp();
    const role = { role: 'hr-partner', unit: null, from: '2026-01-01', until: null };
    made(await app.root.post('/people/wim/roles', role));
    made(await app.root.post('/people/wim/depart', { from: '2026-02-01' }));
    const back = { person: 'wim', name: 'Wim', post: 'smith', from: '2026-03-01' };
    made(await app.root.post('/people', back));
    await app.settled();
    expect((await app.wim.post('/people/ada/rename', { name: 'A' })).status).toBe(403);
    await app.close();
  });

  it('lets nobody grant a role to themselves', async () => {
    const other = at.as('other', { roles: ['administrator'] });
    made(
      await other.post('/people', { person: 'root', name: 'R', post: null, from: '2026-01-01' }),
    );
    const role = { role: 'auditor', unit: null, from: '2026-04-01', until: null };
    await at.settled();
    const head = await at.log.head();
    expect(await at.root.post('/people/root/roles', role)).toMatchObject({
      status: 403,
      body: { code: 'permission/own-record' },
    });
    expect((await at.ada.post('/people/ada/roles', role)).status).toBe(403);
    expect(await at.log.head()).toBe(head);
  });

  it('lets a role that was granted work, on its days and until it is revoked', async () => {
    const role = { role: 'hr-partner', unit: 'works', from: '2026-04-01', until: '2026-04-30' };
    const { body } = made(await at.root.post('/people/dora/roles', role));
    await at.settled();
    expect((await at.dora.post('/people/wim/rename', { name: 'Wim A' })).status).toBe(200);
    expect((await at.dora.post('/people/ada/rename', { name: 'Ada A' })).status).toBe(403);
    const revoke = `/people/dora/roles/${String(body['id'])}/revoke`;
    made(await at.root.post(revoke, { from: '2026-04-01' }));
    await at.settled();
    expect((await at.dora.post('/people/wim/rename', { name: 'Wim B' })).status).toBe(403);
  });

  it('needs a token', async () => {
    const { statusCode } = await at.web.app.inject({ method: 'GET', url: '/people/ada' });
    expect(statusCode).toBe(401);
  });
});

describe('somebody who stands in for another', () => {
  let at: Company;
  let delegation: string;
  beforeAll(async () => {
    at = await companyApp();
    const days = { from: '2026-04-10', until: '2026-04-20' };
    const some = { to: 'wim', actions: ['leave/record', 'person/read'], ...days };
    const granted = made(await at.sam.post('/people/sam/delegations', some));
    delegation = String(granted.body['id']);
    await at.settled();
  });
  afterAll(() => at.close());

  const forSam = { 'on-behalf-of': 'sam' };
  const record = (day: string) => {
    at.clock.set(`${day}T09:00:00.000Z`);
    const [from, until] = [day, day];
    return at.wim.post('/people/ada/leaves', { kind: 'sick', from, until }, forSam);
  };

  it('acts with both names, and only on the days of it', async () => {
    const notNow = {
      status: 403,
      body: { code: 'permission/no-delegation', errors: [{ field: 'header:On-Behalf-Of' }] },
    };
    expect(await record('2026-04-09')).toMatchObject(notNow);
    expect((await record('2026-04-10')).status).toBe(201);
    expect((await record('2026-04-20')).status).toBe(201);
    expect(await record('2026-04-21')).toMatchObject(notNow);
    await at.settled();
    const history = itemsOf(await at.ada.get('/people/ada/history'));
    const leaves = history.filter((one) => one['type'] === 'LeaveRecorded');
    expect(leaves).toHaveLength(2);
    for (const { by } of leaves) {
      expect(by).toEqual({ sub: 'wim', onBehalfOf: 'sam', via: 'http' });
    }
  });

  it('does what was entrusted, nothing else, and nothing that is done in person', async () => {
    at.clock.set('2026-04-15T09:00:00.000Z');
    const other = await at.wim.post('/people/ada/rename', { name: 'A' }, forSam);
    expect(other.body).toMatchObject({ code: 'permission/no-delegation' });
    made(
      await at.dora.post('/people/dora/delegations', {
        ...{ to: 'wim', from: '2026-04-15', until: '2026-04-15' },
      }),
    );
    await at.settled();
    const days = { from: '2026-04-15', until: '2026-04-16' };
    const inPerson = await at.wim.post(
      '/people/dora/delegations',
      { to: 'sam', ...days },
      {
        'on-behalf-of': 'dora',
      },
    );
    expect(inPerson.body).toMatchObject({ code: 'permission/in-person-only' });
    const readers = await at.wim.get('/people/dora/readers', { 'on-behalf-of': 'dora' });
    expect(readers.body).toMatchObject({ code: 'permission/in-person-only' });
    expect(personOf(await at.dora.get('/people/dora')).details).toMatchObject({
      delegations: [{ to: 'wim', actions: 'all', revokedFrom: null }],
    });
    expect(personOf(await at.wim.get('/people/wim')).details).toMatchObject({
      standsInFor: [
        { person: 'sam', actions: ['leave/record', 'person/read'] },
        { person: 'dora', actions: 'all' },
      ],
    });
  });

  it('no longer does once it is revoked', async () => {
    const path = `/people/sam/delegations/${delegation}/revoke`;
    expect((await at.wim.post(path, { from: '2026-04-15' })).status).toBe(403);
    made(await at.sam.post(path, { from: '2026-04-15' }));
    await at.settled();
    expect((await record('2026-04-15')).body).toMatchObject({ code: 'permission/no-delegation' });
  });
});

describe('the readers of a person', () => {
  let at: Company;
  let auditor: Caller;
  beforeAll(async () => {
    at = await companyApp();
    auditor = at.as('audit', { roles: ['auditor'] });
  });
  afterAll(() => at.close());
  const readersOf = async (caller: Caller, query = '') => {
    await at.settled();
    return caller.get(`/people/ada/readers${query}`);
  };

  it('are those who saw the details; the person, and who sees the card, are none', async () => {
    await at.ada.get('/people/ada');
    await at.wim.get('/people/ada');
    await at.sam.get('/people/ada/team');
    expect(itemsOf(await readersOf(at.ada))).toEqual([]);
    await at.sam.get('/people/ada');
    await at.sam.get('/people/ada');
    const seen = {
      ...{ by: 'sam', action: 'person/read-details', rule: 'person/read-details:manager' },
      ...{ record: 'person:ada', at: '2026-04-01T09:00:00.000Z' },
    };
    expect(itemsOf(await readersOf(at.ada))).toEqual([seen]);
    at.clock.set('2026-05-02T09:00:00.000Z');
    await at.hana.get('/people/ada/history');
    expect(itemsOf(await readersOf(at.ada))).toMatchObject([seen, { by: 'hana' }]);
    expect(itemsOf(await readersOf(at.ada, '?month=2026-05'))).toMatchObject([{ by: 'hana' }]);
    expect(itemsOf(await readersOf(at.ada, '?month=2026-06'))).toEqual([]);
    const page = await readersOf(at.ada, '?limit=1');
    expect(itemsOf(page)).toEqual([seen]);
    const after = encodeURIComponent(String(page.body['next']));
    expect(itemsOf(await readersOf(at.ada, `?after=${after}`))).toMatchObject([{ by: 'hana' }]);
  });

  it('are listed by auditors too, who are then among them, and by nobody else', async () => {
    for (const caller of [at.sam, at.root, at.hana]) {
      expect(await readersOf(caller)).toMatchObject({
        status: 403,
        body: { code: 'permission/readers-read' },
      });
    }
    expect((await readersOf(auditor)).status).toBe(200);
    const last = itemsOf(await readersOf(at.ada)).at(-1);
    expect(last).toMatchObject({ by: 'audit', rule: 'readers/read:auditor' });
  });

  it('tell nobody that their review is compared, before it is shared with them', async () => {
    const [action, record] = ['calibration/read', 'review:r1'] as const;
    const viewed = { subject: 'ada', action, rule: `${action}:hr-partner`, record };
    await at.access.record({ tenant: 'acme', sub: 'hana', roles: [] }, [viewed]);
    const records = async (caller: Caller) =>
      itemsOf(await readersOf(caller)).map((one) => one['record']);
    expect(await records(at.ada)).not.toContain(record);
    expect(await records(auditor)).toContain(record);
    const question = `/access?reader=hana&subject=person:ada&action=${action}`;
    const looked = async (caller: Caller) => (await caller.get(question)).body['looked'];
    expect(await looked(at.ada)).toEqual([]);
    expect(await looked(auditor)).toMatchObject([{ record }]);
  });

  it('are told to others as pseudonyms', async () => {
    const [viewed] = await at.published('access.RecordViewed.v1');
    expect(viewed?.data).toEqual({
      ...{ subject: 'ada', by: 'sam', action: 'person/read-details', record: 'person:ada' },
      rule: 'person/read-details:manager',
    });
  });
});

describe('whether one could see another', () => {
  let at: Company;
  let auditor: Caller;
  beforeEach(async () => {
    at = await companyApp();
    auditor = at.as('audit', { roles: ['auditor'] });
  });
  const check = async (caller: Caller, query: string, more = '') => {
    await at.settled();
    const path = `/access?reader=sam&subject=person:ada&action=person/read-details${more}`;
    return caller.get(`${path}&${query}`);
  };

  it('is answered for the days before and after a move, and as it was known', async () => {
    const moved = made(
      await at.root.post('/people/ada/move', { post: 'smith', from: '2026-03-01' }),
    );
    const [yes, no] = [
      { could: { permitted: true, rule: 'person/read-details:manager', logged: true } },
      { could: { permitted: false, rule: 'permission/person-read-details' } },
    ];
    expect((await check(auditor, 'on=2026-02-28')).body).toMatchObject({ ...yes, policyVersion });
    expect((await check(auditor, 'on=2026-03-01')).body).toMatchObject(no);
    const to = { from: '2026-03-15', value: 'smith' };
    const wrong = { field: 'post', from: '2026-03-01', to, reason: 'Two weeks later.' };
    made(await at.root.post('/people/ada/correct', wrong));
    expect((await check(auditor, 'on=2026-03-10')).body).toMatchObject(yes);
    const then = `on=2026-03-10&asOf=${String(moved.body['position'])}`;
    expect((await check(auditor, then)).body).toMatchObject(no);
    expect((await check(auditor, 'on=2026-03-15')).body).toMatchObject(no);
    await at.close();
  });

  it('says whether they looked', async () => {
    expect((await check(at.ada, 'on=2026-04-01')).body).toMatchObject({ looked: [] });
    await at.sam.get('/people/ada');
    const { body } = await check(at.ada, 'on=2026-04-01');
    expect(body).toMatchObject({ looked: [{ by: 'sam', record: 'person:ada' }], on: '2026-04-01' });
    await at.dora.get('/people/ada');
    expect((await check(at.ada, 'on=2026-04-01')).body['looked']).toHaveLength(1);
    await at.close();
  });

  it('is asked by the owner and by auditors, about roles as well, in words of the table', async () => {
    expect((await check(at.wim, 'on=2026-04-01')).body).toMatchObject({
      code: 'permission/access-check',
    });
    const wim = '/access?reader=wim&subject=person:ada&action=person/read-details';
    expect((await at.ada.get(wim)).body).toMatchObject({ could: { permitted: false } });
    expect((await at.ada.get(`${wim}&role=auditor`)).body).toMatchObject({
      could: { permitted: true, rule: 'person/read-details:auditor' },
    });
    const goal = '/access?reader=wim&subject=person:ada&action=goal/read';
    expect((await at.ada.get(`${goal}&kind=public&stage=active`)).body).toMatchObject({
      could: { permitted: true, rule: 'goal/read:colleague:public', logged: false },
    });
    expect((await at.ada.get(`${goal}&kind=private&stage=active`)).body).toMatchObject({
      could: { permitted: false },
    });
    const errors = [{ field: '?action' }];
    expect(await at.ada.get('/access?reader=wim&subject=person:ada&action=goal/fly')).toMatchObject(
      {
        status: 400,
        body: { code: 'request/invalid-parameter', errors },
      },
    );
    expect((await at.ada.get('/access?reader=wim&subject=ada&action=goal/read')).status).toBe(400);
    await at.close();
  });

  it('follows from one table, which everybody reads', async () => {
    const { body } = await at.wim.get('/policy');
    expect(body['version']).toBe(policyVersion);
    expect((body['items'] as { action: string }[]).map((one) => one.action)).toEqual(actions);
    await at.close();
  });
});
