import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  companyApp,
  founded,
  itemsOf,
  made,
  namesOf,
  personOf,
  type Company,
} from './company.testing.ts';

let at: Company;
beforeAll(async () => {
  at = await companyApp();
});
afterAll(() => at.close());

const bea = { person: 'bea', name: 'Bea Holm', mail: 'bea@firm.example' };

describe('a person over HTTP', () => {
  it('joins, moves, is away, leaves and comes back, and every day is kept', async () => {
    const { root } = at;
    const join = { ...bea, post: 'clerk', from: '2026-02-01' };
    const joined = await root.post('/people', join);
    expect(joined).toMatchObject({
      status: 201,
      headers: { etag: '"0"', location: '/people/bea' },
      body: { id: 'bea', revision: 0, changed: true, replayed: false },
    });
    const first = await root.after(joined, '/people/bea?effectiveAt=2026-02-01');
    expect(first).toMatchObject({
      status: 200,
      headers: { etag: '"0"' },
      body: { on: '2026-02-01', person: { present: true, away: false, managers: ['sam'] } },
    });
    expect(personOf(first)).toMatchObject({ name: 'Bea Holm', post: 'clerk', unit: 'desk' });

    made(await root.post('/people/bea/move', { post: 'smith', from: '2026-03-01' }));
    const leave = { kind: 'parental', from: '2026-04-01', until: null };
    const { body } = made(await root.post('/people/bea/leaves', leave));
    const end = { until: '2026-04-30' };
    made(await root.post(`/people/bea/leaves/${String(body['id'])}/change`, end));
    made(await root.post('/people/bea/rename', { name: 'Bea Berg' }));
    made(await root.post('/people/bea/depart', { from: '2026-06-01', reason: 'She moves.' }));
    const rejoin = { ...bea, name: 'Bea Berg', post: 'seller', from: '2026-09-01' };
    const back = made(await root.post('/people', rejoin));

    const on = async (day: string) =>
      personOf(await root.after(back, `/people/bea?effectiveAt=${day}`));
    expect(await on('2026-01-31')).toMatchObject({ present: false, post: null, managers: [] });
    expect(await on('2026-02-28')).toMatchObject({ post: 'clerk', unit: 'desk' });
    expect(await on('2026-03-01')).toMatchObject({ post: 'smith', unit: 'works' });
    expect(await on('2026-04-30')).toMatchObject({ away: true, managers: ['dora'] });
    expect(await on('2026-05-01')).toMatchObject({ away: false, present: true });
    expect(await on('2026-06-01')).toMatchObject({ present: false, post: null });
    expect(await on('2026-09-01')).toMatchObject({ present: true, post: 'seller', unit: 'sales' });
  });

  it('says for themselves which time zone they live by; HR says it for others', async () => {
    made(await at.ada.post('/people/ada/zone', { zone: 'Europe/London' }));
    const answer = made(await at.hana.post('/people/ada/zone', { zone: 'Asia/Tokyo' }));
    const { details } = personOf(await at.ada.after(answer, '/people/ada'));
    expect(details).toMatchObject({ zone: 'Asia/Tokyo' });
    expect(await at.wim.post('/people/ada/zone', { zone: 'UTC' })).toMatchObject({
      status: 403,
      body: { code: 'permission/zone-choose' },
    });
  });

  it('keeps who did what, when and why, for those who may see it', async () => {
    await at.settled();
    const hr = at.as('audit', { roles: ['auditor'] });
    const history = await hr.get('/people/bea/history');
    expect(itemsOf(history).map((one) => one['type'])).toEqual([
      ...['PersonJoined', 'PersonMoved', 'LeaveRecorded', 'LeaveChanged'],
      ...['PersonRenamed', 'PersonLeft', 'PersonJoined'],
    ]);
    expect(itemsOf(history)[5]).toMatchObject({
      by: { sub: 'root', via: 'http' },
      data: { person: 'bea', from: '2026-06-01' },
      words: { reason: 'She moves.' },
    });
    expect(await at.wim.get('/people/bea/history')).toMatchObject({
      status: 403,
      body: { code: 'permission/person-read-details' },
    });
  });

  it('shows everybody the card, and the details only to those who may see them', async () => {
    const card = personOf(await at.wim.get('/people/ada'));
    expect(card).toMatchObject({ name: 'Name of ada', post: 'clerk', managers: ['sam'] });
    expect(card).not.toHaveProperty('details');
    for (const reader of [at.ada, at.sam, at.dora, at.hana]) {
      expect(personOf(await reader.get('/people/ada')).details).toMatchObject({
        mail: 'ada@firm.example',
        posts: [{ from: '2026-01-01', value: 'clerk' }],
      });
    }
    // Who runs the system is no reader of what is kept of people.
    expect(personOf(await at.root.get('/people/ada'))).not.toHaveProperty('details');
  });

  it('is corrected, and what was known before stays to be asked for', async () => {
    const { root } = at;
    const cy = { person: 'cy', name: 'Cy', post: 'clerk', from: '2026-02-01' };
    const joined = made(await root.post('/people', cy));
    const correction = {
      ...{ field: 'post', from: '2026-02-01', reason: 'The wrong desk.' },
      to: { from: '2026-02-01', value: 'smith' },
    };
    const corrected = made(await root.post('/people/cy/correct', correction));
    const postAt = async (times: string) =>
      personOf(await root.after(corrected, `/people/cy?effectiveAt=2026-02-15${times}`))['post'];
    expect(await postAt('')).toBe('smith');
    expect(await postAt(`&asOf=${String(joined.body['position'])}`)).toBe('clerk');
    expect(await postAt(`&asOf=${String(corrected.body['position'])}`)).toBe('smith');
    const never = { ...correction, from: '2026-02-02', to: null };
    expect(await root.post('/people/cy/correct', never)).toMatchObject({
      status: 422,
      body: { code: 'person/unknown-entry', errors: [{ field: '/from' }] },
    });
  });

  it.each([
    ['/people', { ...bea, post: null, from: '2026-10-01' }, 'person/already-here', '/from'],
    [
      '/people',
      { ...bea, person: 'x', post: 'none', from: '2026-10-01' },
      'person/unknown-post',
      '/post',
    ],
    [
      '/people',
      { ...bea, person: 'x', post: 'clerk', from: '2025-12-31' },
      'person/unknown-post',
      '/post',
    ],
    ['/people/ada/move', { post: 'none', from: '2026-10-01' }, 'person/unknown-post', '/post'],
    [
      '/people/ada/correct',
      { field: 'post', from: '2026-01-01', to: { from: '2026-01-01', value: 'none' }, reason: 'x' },
      'person/unknown-post',
      '/to/value',
    ],
    [
      '/people/ada/leaves',
      { kind: 'x', from: '2026-05-02', until: '2026-05-01' },
      'person/ends-before-it-starts',
      '/until',
    ],
    [
      '/people/ada/delegations',
      { to: 'nobody', from: '2026-05-01', until: '2026-05-02' },
      'person/delegation-to-unknown',
      '/to',
    ],
    [
      '/people/ada/delegations',
      { to: 'ada', from: '2026-05-01', until: '2026-05-02' },
      'person/delegation-to-oneself',
      '/to',
    ],
    [
      '/people/ada/delegations',
      { to: 'sam', actions: ['goal/eat'], from: '2026-05-01', until: '2026-05-02' },
      'person/no-action',
      '/actions/0',
    ],
    [
      '/people/ada/delegations',
      {
        to: 'sam',
        actions: ['goal/read', 'role/grant'],
        from: '2026-05-01',
        until: '2026-05-02',
      },
      'person/no-action',
      '/actions/1',
    ],
    [
      '/people/ada/roles',
      { role: 'king', unit: null, from: '2026-05-01', until: null },
      'person/unknown-role',
      '/role',
    ],
    [
      '/people/ada/roles',
      { role: 'auditor', unit: 'none', from: '2026-05-01', until: null },
      'structure/unknown-unit',
      '/unit',
    ],
  ])('is refused by name: POST %s %j', async (path, body, code, field) => {
    const head = await at.log.head();
    // Delegations are named by who is stood in for.
    const caller = path.endsWith('/delegations') ? at.ada : at.root;
    expect(await caller.post(path, body)).toMatchObject({
      status: 422,
      body: { code, errors: [{ field }] },
    });
    expect(await at.log.head()).toBe(head);
  });

  it.each([
    ['/people', { ...bea, post: null, from: '2026-10-01', colour: 'red' }, '/colour'],
    ['/people', { ...bea, person: 'two words', post: null, from: '2026-10-01' }, '/person'],
    ['/people', { ...bea, name: '', post: null, from: '2026-10-01' }, '/name'],
    ['/people', { ...bea, name: 5, post: null, from: '2026-10-01' }, '/name'],
    ['/people', { ...bea, post: null, from: '2026-02-30' }, '/from'],
    ['/people', { ...bea, from: '2026-10-01' }, '/post'],
    ['/people/ada/leaves', { kind: 'x', from: '2026-05-01' }, '/until'],
    ['/people/ada/correct', { field: 'name', from: '2026-01-01', to: null, reason: 'x' }, '/field'],
    [
      '/people/ada/correct',
      { field: 'post', from: '2026-01-01', to: { from: '2026-01-01' }, reason: 'x' },
      '/to/value',
    ],
    ['/people', { person: 'zoe', name: '\u200b', post: 'clerk', from: '2026-01-01' }, '/name'],
    [
      '/people',
      { person: 'zoe', name: 'Zoe', mail: 'x1', post: 'clerk', from: '2026-01-01' },
      '/mail',
    ],
    ['/people/ada/zone', { zone: 'Europe/Atlantis' }, '/zone'],
    ['/people/ada/zone', {}, '/zone'],
    ['/people/ada/rename', { mail: 'ada\u202e@firm.example' }, '/mail'],
    [
      '/people/ada/correct',
      { field: 'post', from: '2026-01-01', to: { from: '2026-01-01', value: 5 }, reason: 'x' },
      '/to/value',
    ],
    [
      '/people/ada/delegations',
      { to: 'sam', actions: [], from: '2026-05-01', until: '2026-05-02' },
      '/actions',
    ],
  ])('has a shape: POST %s %j names %s', async (path, body, field) => {
    const { status, body: problem } = await at.root.post(path, body);
    expect([status, problem['code']]).toEqual([422, 'request/invalid-body']);
    const errors = problem['errors'] as { field: string; remedy: string }[];
    expect(errors.map((one) => one.field)).toContain(field);
    expect(errors.every((one) => one.remedy !== '')).toBe(true);
  });

  it('is not read from a body that is too large, and is asked for by known parameters', async () => {
    const large = await at.root.post('/people', { ...bea, name: 'x'.repeat(2_000_000) });
    expect(large).toMatchObject({ status: 413, body: { code: 'request/body-too-large' } });
    expect((await at.root.get('/people?colour=red')).status).toBe(400);
    expect((await at.root.get('/people/ada?effectiveAt=2026-02-30')).status).toBe(400);
    expect((await at.root.get('/people/nobody')).status).toBe(404);
  });

  it('keeps hostile text as text, and nothing of it in clear', async () => {
    const name = '<script>alert(1)</script> \u202e Robert"); DROP TABLE facts; -- 😀';
    const person = '__proto__';
    const joined = await at.root.post('/people', { person, name, post: null, from: '2026-02-01' });
    expect(personOf(await at.root.after(joined, '/people/__proto__'))).toMatchObject({ name });
    const stored = await at.log.read(String(joined.body['stream']));
    expect(stored.map((one) => one.body).join()).not.toContain('script');
  });
});

describe('a command on a person', () => {
  it('is taken once for the same key, and refused for another body under it', async () => {
    const key = { 'idempotency-key': 'a-move' };
    const move = { post: 'smith', from: '2026-08-01' };
    const first = made(await at.root.post('/people/ada/move', move, key));
    const again = await at.root.post('/people/ada/move', move, key);
    expect(again.body).toEqual({ ...first.body, replayed: true });
    const other = await at.root.post('/people/ada/move', { ...move, post: 'seller' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'log/command-reused' } });
    const same = await at.root.post('/people/ada/move', move);
    expect(same.body).toMatchObject({ changed: false, revision: first.body['revision'] });
  });

  it('is answered as it was, also to who may not do it any more', async () => {
    made(
      await at.root.post('/people', { ...bea, person: 'cleo', post: 'clerk', from: '2026-02-01' }),
    );
    await at.settled();
    const rename = (key: string) =>
      at.hana.post('/people/cleo/rename', { name: 'Cleo Berg' }, { 'idempotency-key': key });
    const first = made(await rename('cleo-once'));
    // To where she has no say.
    made(await at.root.post('/people/cleo/move', { post: 'smith', from: '2026-02-01' }));
    await at.settled();
    expect(await rename('cleo-once')).toMatchObject({
      ...{ status: 200, body: { ...first.body, replayed: true } },
    });
    expect(await rename('cleo-twice')).toMatchObject({
      ...{ status: 403, body: { code: 'permission/person-manage' } },
    });
  });

  it('keeps two writers apart by the revision that they saw', async () => {
    const { etag = '' } = (await at.sam.get('/people/wim')).headers;
    const saw = { 'if-match': etag };
    const rename = (name: string) => at.root.post('/people/wim/rename', { name }, saw);
    expect((await rename('Wim I')).status).toBe(200);
    expect(await rename('Wim II')).toMatchObject({
      status: 412,
      body: { code: 'log/stale-revision', expected: 0, actual: 1 },
    });
  });

  it('needs a key of its own', async () => {
    const none = await at.root.post('/people/wim/rename', { name: 'W' }, { 'idempotency-key': '' });
    expect(none).toMatchObject({ status: 400, body: { code: 'request/invalid-header' } });
  });
});

describe('people of a place', () => {
  it('are those of a unit, with those below, or of a post, a page at a time', async () => {
    const { dora } = at;
    const day = 'effectiveAt=2026-01-15';
    expect(namesOf(await dora.get(`/people?unit=sales&${day}`))).toEqual(['sam']);
    expect(namesOf(await dora.get(`/people?unit=sales&below=true&${day}`))).toEqual(['ada', 'sam']);
    expect(namesOf(await dora.get(`/people?post=smith&${day}`))).toEqual(['wim']);
    expect(namesOf(await dora.get(`/people?unit=works&post=clerk&${day}`))).toEqual([]);
    const first = await dora.get(`/people?unit=company&below=true&limit=3&${day}`);
    expect(namesOf(first)).toEqual(['ada', 'dora', 'sam']);
    const next = `&after=${String(first.body['next'])}`;
    const second = await dora.get(`/people?unit=company&below=true&${day}${next}`);
    expect(namesOf(second)).toEqual(['wim']);
    expect(second.body).not.toHaveProperty('next');
    expect(namesOf(await dora.get('/people?limit=2'))).toHaveLength(2);
  });

  it('answer to somebody: a team, and the line above, on any day', async () => {
    const day = 'effectiveAt=2026-01-15';
    expect(namesOf(await at.dora.get(`/people/dora/team?${day}`))).toEqual(['sam', 'wim']);
    const all = await at.dora.get(`/people/dora/team?all=true&${day}`);
    expect(namesOf(all)).toEqual(['ada', 'sam', 'wim']);
    expect(namesOf(await at.ada.get(`/people/ada/managers?${day}`))).toEqual(['sam', 'dora']);
    expect(namesOf(await at.ada.get(`/people/dora/managers?${day}`))).toEqual([]);
  });

  it('are shown with an own write: the team holds a move at once', async () => {
    for (const [turn, post] of ['seller', 'clerk', 'seller', 'clerk', 'smith'].entries()) {
      const from = `2026-03-0${turn + 1}`;
      const moved = made(await at.root.post('/people/wim/move', { post, from }));
      const day = `effectiveAt=${from}`;
      const team = namesOf(await at.root.after(moved, `/people/sam/team?${day}`));
      expect([post, team.includes('wim')]).toEqual([post, post === 'clerk']);
      const now = await at.root.get(
        `/people/sam/team?${day}&asOf=${String(moved.body['position'])}`,
      );
      expect(namesOf(now)).toEqual(team);
    }
  });

  it('are not waited for beyond the end of the log', async () => {
    const beyond = { 'read-after': '9'.repeat(20) };
    const { status, body } = await at.root.get('/people/sam/team', beyond);
    expect([status, body['code']]).toEqual([400, 'views/position-unknown']);
  });
});

describe('an organisation that is held up', () => {
  it('is waited for within bounds, and then said to be behind', async () => {
    const held = await companyApp({ readsWaitMsMax: 20 });
    await held.access.close();
    const moved = made(await held.root.post('/people/wim/move', { post: 'clerk', from: founded }));
    expect(await held.root.after(moved, '/people/sam/team')).toMatchObject({
      status: 503,
      headers: { 'retry-after': '1' },
      body: { code: 'views/behind' },
    });
    expect((await held.root.get('/people/sam/team')).status).toBe(200);
    await held.close();
  });
});

describe('two tenants', () => {
  it('with the same names do not meet', async () => {
    const other = { tenant: 'other', roles: ['administrator'] };
    const eve = at.as('root', other);
    expect((await eve.get('/people/ada')).status).toBe(404);
    expect((await eve.get('/units/sales')).status).toBe(404);
    expect(itemsOf(await eve.get('/people'))).toEqual([]);
    expect(itemsOf(await eve.get('/posts'))).toEqual([]);
    expect((await eve.post('/people/ada/rename', { name: 'X' })).status).toBe(404);
    const ada = { person: 'ada', name: 'Other Ada', post: null, from: '2026-02-01' };
    const joined = made(await eve.post('/people', ada));
    expect(personOf(await eve.after(joined, '/people/ada'))).toMatchObject({ name: 'Other Ada' });
    expect(personOf(await at.ada.get('/people/ada'))).toMatchObject({ name: 'Name of ada' });
    // A role of one tenant is none in the other.
    const hana = at.as('hana', { tenant: 'other' });
    expect((await hana.post('/people/ada/rename', { name: 'X' })).status).toBe(403);
  });
});
