import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { desk, opening, targets, thursday, type Desk } from './cases.testing.ts';
import { codeOf, idsOf } from './company.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';

describe('a case over HTTP', () => {
  let at: Desk;
  beforeAll(async () => {
    at = await desk();
  });
  beforeEach(() => at.clock.set(thursday));
  afterAll(() => at.close());

  it('is answered, waits, is resolved and comes back, over a weekend and summer time', async () => {
    const posted = await at.bo.post('/cases', {
      ...{ slaRef: at.sla, unit: 'desk', customer: 'M. Weber', touchpoint: 'form' },
      summary: 'The form cannot be sent.',
    });
    const id = String(posted.body['id']);
    expect(posted).toMatchObject({ status: 201, headers: { location: `/cases/${id}` } });
    const does = async (verb: string, instant: string, body: object = {}) => {
      at.clock.set(instant);
      expect((await at.bo.post(`/cases/${id}/${verb}`, body)).status).toBe(200);
    };
    await does('respond', '2026-03-27T08:30:00.000Z');
    await does('pause', '2026-03-27T11:00:00.000Z', { cause: 'customer' });
    // Ten in the morning: an hour of sleep was lost, and none of work.
    await does('resume', '2026-03-30T08:00:00.000Z');
    await does('resolve', '2026-03-30T15:00:00.000Z');
    await at.settled();
    const done = await at.bo.get(`/cases/${id}`);
    expect(done.headers['etag']).toBe('"4"');
    expect(done.body['case']).toMatchObject({
      ...{ id, unit: 'desk', slaRef: at.sla, slaVersion: 1, stage: 'resolved', isOverdue: false },
      ...{ customer: 'M. Weber', summary: 'The form cannot be sent.', touchpoint: 'form' },
      ...{ openedAt: thursday, resolvedAt: '2026-03-30T15:00:00.000Z', opening },
      firstResponse: { targetMinutes: 120, elapsedMinutes: 90, met: true, isOverdue: false },
      resolution: { targetMinutes: 960, elapsedMinutes: 11 * 60, met: true },
      history: [
        { type: 'CaseOpened', by: { sub: 'bo' } },
        { type: 'CaseResponded', reading: { elapsedMs: 5_400_000, met: true } },
        { type: 'ClockPaused', cause: 'customer' },
        { type: 'ClockResumed' },
        { type: 'CaseResolved', reading: { elapsedMs: 39_600_000, targetMinutes: 960 } },
      ],
    });
    await does('reopen', '2026-04-02T07:00:00.000Z', { reason: 'It happens again.' });
    await at.settled();
    // Five hours are left of Thursday; on Friday and Monday the desk is closed.
    expect(await at.case(id)).toMatchObject({
      ...{ stage: 'running', resolvedAt: null },
      resolution: { dueAt: '2026-04-02T12:00:00.000Z', met: null, endedAt: null },
      history: expect.arrayContaining([
        expect.objectContaining({ type: 'CaseReopened', reason: 'It happens again.' }),
      ]),
    });
  });

  it('reads its clocks at the instant that is asked about', async () => {
    // Of its own: the time of recording never runs backwards.
    const at = await desk();
    const id = await at.open();
    const firstOf = async (instant: string, query = '') => {
      at.clock.set(instant);
      await at.settled();
      return (await at.case(id, query))['firstResponse'];
    };
    const dueAt = '2026-03-27T09:00:00.000Z';
    expect(await firstOf(thursday)).toMatchObject({ elapsedMinutes: 0, dueAt, isOverdue: false });
    expect(await firstOf('2026-03-27T08:30:00.000Z')).toMatchObject({ elapsedMinutes: 90 });
    expect(await firstOf(dueAt)).toMatchObject({ elapsedMinutes: 120, isOverdue: false });
    const sunday = '2026-03-29T10:00:00.000Z';
    expect(await firstOf(sunday)).toMatchObject({ elapsedMinutes: 540, isOverdue: true, dueAt });
    expect(await firstOf(sunday, '?effectiveAt=2026-03-27T08:00:00Z')).toMatchObject({
      ...{ elapsedMinutes: 60, isOverdue: false },
    });
    expect(await at.bo.get(`/cases/${id}?effectiveAt=2026-03-26T14:00:00Z`)).toMatchObject({
      status: 404,
    });
    at.clock.set('2026-03-30T07:00:00.000Z');
    const answered = await at.bo.post(`/cases/${id}/respond`, { effectiveAt: dueAt });
    expect(answered.status).toBe(200);
    await at.settled();
    const position = String(answered.body['position']);
    expect(await at.case(id, `?asOf=${position}`)).toMatchObject({ firstResponse: { met: true } });
    expect(await at.case(id, '?asOf=2026-03-29')).toMatchObject({ firstResponse: { met: null } });
    await at.close();
  });

  it('keeps what was promised when it was opened, whatever is promised later', async () => {
    const slaRef = await at.level();
    const before = await at.open({ slaRef });
    at.clock.set('2026-03-27T08:00:00.000Z');
    const quicker = { reason: 'Customers asked for it.', targets: { firstResponse: 30 } };
    const revised = await at.sam.post(`/service-levels/${slaRef}/revise`, quicker);
    expect(revised.status).toBe(200);
    const after = await at.open({ slaRef });
    const late = await at.open({ slaRef, effectiveAt: '2026-03-26T15:30:00Z' });
    await at.settled();
    const promisedOf = async (id: string) => {
      const { slaVersion, firstResponse, resolution } = await at.case(id);
      return [slaVersion, firstResponse, resolution];
    };
    const old = [1, { targetMinutes: 120 }, { targetMinutes: 960 }];
    expect(await promisedOf(before)).toMatchObject(old);
    expect(await promisedOf(late)).toMatchObject(old);
    expect(await promisedOf(after)).toMatchObject([
      ...[2, { targetMinutes: 30 }, { targetMinutes: null, dueAt: null, met: null }],
    ]);
    const earlier = await at.bo.post('/cases', {
      ...{ slaRef, unit: 'desk', customer: 'x', effectiveAt: '2025-12-31' },
    });
    expect(codeOf(earlier)).toEqual(['case/unknown-unit', '/unit']);
    const level = await at.sam.post('/service-levels', { name: 'New', targets, opening });
    const tooEarly = await at.bo.post('/cases', {
      ...{ slaRef: level.body['id'], unit: 'desk', customer: 'x', effectiveAt: thursday },
    });
    expect(codeOf(tooEarly)).toEqual(['case/before-its-service-level', '/effectiveAt']);
  });

  it.each([
    [{ slaRef: nobody }, 'case/unknown-service-level', '/slaRef'],
    [{ slaRef: 'standard' }, 'request/invalid-body', '/slaRef'],
    [{ unit: 'nowhere' }, 'case/unknown-unit', '/unit'],
    [{ customer: ' ' }, 'request/invalid-body', '/customer'],
    [{ touchpoint: 'a form' }, 'request/invalid-body', '/touchpoint'],
    [{ response: nobody }, 'case/unknown-response', '/response'],
  ])('is not opened with %j: %s', async (told, code, field) => {
    const body = { slaRef: at.sla, unit: 'desk', customer: 'M. Weber', ...told };
    const answer = await at.bo.post('/cases', body);
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });

  it('goes after a response that the one who opens it may read, and after no other', async () => {
    const response = await at.made(
      at.sam.post('/customer-responses', {
        ...{ source: 'after-visit', transaction: 'visit-1', occurredOn: '2026-03-20' },
        ...{ answeredAt: '2026-03-21T10:00:00Z', touchpoint: 'counter', channel: 'mail' },
        answers: [{ metric: 'nps', score: 2 }],
        attribution: [{ unit: 'sales', share: 1 }],
      }),
    );
    const told = { slaRef: at.sla, unit: 'desk', customer: 'M. Weber', response };
    expect(codeOf(await at.bo.post('/cases', told))).toEqual([
      ...['case/unknown-response', '/response'],
    ]);
    const id = await at.made(at.mia.post('/cases', told));
    await at.settled();
    expect(await at.case(id)).toMatchObject({ response });
    // Sent again by who may not read it any more: it was opened, and another one is not.
    const open = (by: typeof at.sam, key: string) =>
      by.post('/cases', told, { 'idempotency-key': key });
    const first = await open(at.sam, 'opened-once');
    const again = await open(at.as('sam'), 'opened-once');
    expect(again).toMatchObject({ status: 201, body: { ...first.body, replayed: true } });
    expect(codeOf(await open(at.as('sam'), 'opened-twice'))[0]).toBe('case/unknown-response');
  });

  it('is worked and read by the people of its unit, and read by who opened it', async () => {
    // Everybody opens cases, also for another unit.
    const id = await at.open({}, at.ada);
    await at.settled();
    const auditor = at.as('ina', { roles: ['auditor'] });
    const statuses = async (by: Desk['bo']) => {
      const work = await by.post(`/cases/${id}/respond`, {});
      const listed = idsOf(await by.get('/cases?unit=desk')).includes(id);
      return [work.status, (await by.get(`/cases/${id}`)).status, listed];
    };
    expect(await statuses(at.ada)).toEqual([403, 200, true]);
    expect(await statuses(at.cy)).toEqual([404, 404, false]);
    expect(await statuses(at.mia)).toEqual([404, 404, false]);
    expect(await statuses(auditor)).toEqual([403, 200, true]);
    expect(await statuses(at.as('bo', { tenant: 'other' }))).toEqual([404, 404, false]);
    for (const by of [at.bo, at.eve, at.sam]) expect(await statuses(by)).toEqual([200, 200, true]);
    const viewed = await at.log.readAll(null, { limit: 1_000, context: 'access' });
    const records = viewed.facts.map(({ body }) => JSON.parse(body) as object);
    expect(records).toContainEqual(
      expect.objectContaining({
        data: expect.objectContaining({ subject: 'unit:desk', record: `case:${id}` }),
      }),
    );
    const gone = await at.bo.post(`/cases/${nobody}/resolve`, {});
    expect([gone.status, ...codeOf(gone)]).toEqual([404, 'case/not-found', undefined]);
  });

  it('has rules that say how to mend a command', async () => {
    const id = await at.open();
    const post = (verb: string, body: object = {}) => at.bo.post(`/cases/${id}/${verb}`, body);
    expect(codeOf(await post('pause'))).toEqual(['request/invalid-body', '/cause']);
    expect(codeOf(await post('pause', { cause: 'the customer' }))[1]).toBe('/cause');
    expect(codeOf(await post('reopen', { reason: 'x' }))).toEqual([
      ...['case/not-resolved', undefined],
    ]);
    expect((await post('pause', { cause: 'customer' })).status).toBe(200);
    const other = await post('pause', { cause: 'supplier' });
    expect([other.status, ...codeOf(other)]).toEqual([422, 'case/already-paused', '/cause']);
    expect((await post('resolve')).status).toBe(200);
    const over = await post('resume');
    expect([over.status, ...codeOf(over)]).toEqual([409, 'case/resolved', undefined]);
    const stale = await at.bo.post(`/cases/${id}/reopen`, { reason: 'x' }, { 'if-match': '"0"' });
    expect(stale.status).toBe(412);
  });
});

describe('a list of cases', () => {
  let at: Desk;
  beforeAll(async () => {
    at = await desk();
  });
  afterAll(() => at.close());

  it('is by unit, service level, stage, and whether they are late', async () => {
    const slow = await at.level({ targets: { resolution: 9_600 } });
    const late = await at.open();
    const [calm, waiting, over] = [
      ...[await at.open({ slaRef: slow }), await at.open(), await at.open()],
    ];
    const sold = await at.open({ unit: 'sales' }, at.mia);
    await at.bo.post(`/cases/${waiting}/pause`, { cause: 'customer' });
    await at.bo.post(`/cases/${over}/resolve`, {});
    at.clock.set('2026-03-28T09:00:00.000Z');
    await at.settled();
    const listed = async (query: string, by = at.bo) =>
      new Set(idsOf(await by.get(`/cases?${query}`)));
    expect(await listed('unit=desk')).toEqual(new Set([late, calm, waiting, over]));
    expect(await listed('unit=desk&overdue=true')).toEqual(new Set([late]));
    expect(await listed('overdue=false')).toEqual(new Set([calm, waiting, over]));
    expect(await listed('stage=open')).toEqual(new Set([late, calm, waiting]));
    expect(await listed('stage=paused')).toEqual(new Set([waiting]));
    expect(await listed('stage=resolved&unit=desk')).toEqual(new Set([over]));
    expect(await listed(`sla=${slow}`)).toEqual(new Set([calm]));
    expect(await listed('overdue=true', at.eve)).toEqual(new Set([late, sold]));
    expect(await listed('unit=sales')).toEqual(new Set());
    // On Friday at nine in the morning, none was late yet.
    expect(await listed('overdue=true&effectiveAt=2026-03-27T08:00:00Z')).toEqual(new Set());
    const page = await at.bo.get('/cases?unit=desk&limit=3');
    const rest = await listed(`unit=desk&after=${String(page.body['next'])}`);
    expect(new Set([...idsOf(page), ...rest])).toEqual(new Set([late, calm, waiting, over]));
    expect(rest.size).toBe(1);
    expect((page.body['items'] as object[])[0]).toMatchObject({ customer: 'M. Weber' });
    expect((await at.bo.get('/cases?stage=new')).status).toBe(400);
  });
});
