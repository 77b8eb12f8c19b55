import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SlaBreaches } from '../cases.breaches.ts';
import { attainmentDaysMax } from '../cases.attainment.ts';
import { desk, opening, targets, type Desk } from './cases.testing.ts';
import { codeOf, idOf, idsOf } from './company.testing.ts';

describe('a service level over HTTP', () => {
  let at: Desk;
  beforeAll(async () => {
    at = await desk();
  });
  afterAll(() => at.close());

  it('is defined, revised and read by everybody, also as it was', async () => {
    const defined = await at.sam.post('/service-levels', {
      ...{ name: 'Gold', targets: { firstResponse: 60 }, opening },
    });
    const path = `/service-levels/${idOf(defined)}`;
    expect(defined).toMatchObject({ status: 201, headers: { location: path } });
    const { holidays: _, ...always } = opening;
    const revised = await at.sam.post(`${path}/revise`, {
      ...{ name: 'Gold plus', reason: 'We open on holidays.', opening: always },
    });
    expect(revised.status).toBe(200);
    await at.settled();
    const read = await at.bo.get(path);
    expect(read).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    const promised = { firstResponse: 60, resolution: null };
    expect(read.body['serviceLevel']).toMatchObject({
      ...{ id: idOf(defined), name: 'Gold plus', version: 2, targets: promised },
      opening: { ...opening, holidays: [] },
      versions: [
        { version: 1, targets: promised, opening, by: { sub: 'sam' }, reason: null },
        { version: 2, targets: promised, reason: 'We open on holidays.' },
      ],
    });
    const before = await at.bo.get(`${path}?asOf=${String(defined.body['position'])}`);
    expect(before.body['serviceLevel']).toMatchObject({ version: 1, name: 'Gold' });
    expect(idsOf(await at.ada.get('/service-levels'))).toContain(idOf(defined));
    const page = await at.ada.get('/service-levels?limit=1');
    expect(idsOf(page)).toHaveLength(1);
    const rest = idsOf(await at.ada.get(`/service-levels?after=${String(page.body['next'])}`));
    expect(rest).not.toContain(idsOf(page)[0]);
    expect((await at.as('bo', { tenant: 'other' }).get(path)).status).toBe(404);
    expect((await at.as('bo', { tenant: 'other' }).get('/service-levels')).body['items']).toEqual(
      [],
    );
  });

  it('is up to service managers', async () => {
    const body = { name: 'Gold', targets, opening };
    for (const by of [at.bo, at.eve, at.as('ina', { roles: ['auditor', 'importer'] })]) {
      const answer = await by.post('/service-levels', body);
      expect([answer.status, ...codeOf(answer)]).toEqual([
        ...[403, 'permission/service-level-define', undefined],
      ]);
    }
    const revised = await at.bo.post(`/service-levels/${at.sla}/revise`, { reason: 'x', targets });
    expect(revised.status).toBe(403);
    const lent = await at.sam.get('/service-levels', { 'on-behalf-of': 'ada' });
    expect(lent.status).toBe(403);
    expect(codeOf(lent)).toEqual(['permission/no-delegation', 'header:On-Behalf-Of']);
  });

  const refused: readonly (readonly [told: object, code: string, field: string])[] = [
    [{ targets: {} }, 'service-level/promises-nothing', '/targets'],
    [{ targets: { resolution: 0 } }, 'request/invalid-body', '/targets/resolution'],
    [
      { targets: { resolution: 520 * 2_400 + 1 } },
      'service-level/target-too-long',
      '/targets/resolution',
    ],
    [{ opening: { ...opening, zone: 'Europe/Atlantis' } }, 'request/invalid-body', '/opening/zone'],
    [{ opening: { ...opening, zone: '+01:00' } }, 'request/invalid-body', '/opening/zone'],
    [{ opening: { ...opening, week: [] } }, 'request/invalid-body', '/opening/week'],
    [
      { opening: { ...opening, week: [{ from: 5, until: 5 }] } },
      'service-level/hours-not-possible',
      '/opening/week/0',
    ],
    [
      { opening: { ...opening, holidays: ['2026-05-01', '2026-04-03'] } },
      'service-level/holidays-out-of-order',
      '/opening/holidays/1',
    ],
    [{ name: '' }, 'request/invalid-body', '/name'],
  ];

  it.each(refused)('is not defined with %j: %s', async (told, code, field) => {
    const answer = await at.sam.post('/service-levels', { name: 'x', targets, opening, ...told });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });
});

describe('how often promises were kept, over HTTP', () => {
  let at: Desk;
  const span = 'from=2026-03-01&until=2026-03-31';
  const of = async (query: string) => (await at.ada.get(`/sla-attainment?${query}`)).body;
  const attained = (met: number, breached: number, openPastDue: number, openInTime: number) => ({
    ...{ met, breached, openPastDue, openInTime },
    share: { n: met + breached + openPastDue, successes: met },
  });

  beforeAll(async () => {
    at = await desk();
    const open = async (told: object = {}) => at.open(told);
    const does = (id: string, verb: string) => at.bo.post(`/cases/${id}/${verb}`, {});
    const [kept, late, forgotten] = [await open(), await open(), await open()];
    await open({ unit: 'sales' });
    at.clock.set('2026-03-27T08:30:00.000Z');
    await does(kept, 'respond');
    at.clock.set('2026-03-27T10:00:00.000Z');
    await does(late, 'respond');
    at.clock.set('2026-03-30T08:00:00.000Z');
    await does(kept, 'resolve');
    await open({ slaRef: await at.level({ targets: { resolution: 60 } }) });
    at.clock.set('2026-04-01T10:00:00.000Z');
    await does(late, 'resolve');
    await at.bo.post(`/cases/${forgotten}/pause`, { cause: 'customer' });
    at.clock.set('2026-04-02T08:00:00.000Z');
    await at.settled();
  });
  afterAll(() => at.close());

  it('counts open cases that are past due as not kept', async () => {
    const body = await of(span);
    expect(body).toMatchObject({
      ...{ from: '2026-03-01', until: '2026-03-31', cases: 5 },
      firstResponse: attained(1, 1, 2, 0),
      // What was paused only after it was due is past due.
      resolution: attained(1, 1, 3, 0),
      units: [
        { unit: 'desk', cases: 4, resolution: attained(1, 1, 2, 0) },
        { unit: 'sales', cases: 1, resolution: attained(0, 0, 1, 0) },
      ],
    });
    expect(body).toMatchObject({
      resolution: {
        share: { value: 0.2, low: expect.closeTo(0.0362), definition: 'sla-resolution@1' },
      },
      // One took an hour on Thursday, eight on Friday and one on Monday; the other 28 hours.
      resolutionMinutes: { median: { value: (600 + 1_680) / 2, n: 2 } },
    });
    expect(body['position']).not.toBeNull();
  });

  it('is of a span, a unit and those below it, and a service level', async () => {
    expect(await of('from=2026-03-30&until=2026-03-30')).toMatchObject({ cases: 1 });
    expect(await of('from=2026-03-27&until=2026-03-29')).toMatchObject({ cases: 0 });
    expect(await of('from=2026-04-01&until=2026-04-02')).toMatchObject({
      ...{ cases: 0, resolution: { share: { value: null, n: 0 } } },
    });
    expect(await of(`${span}&unit=desk`)).toMatchObject({ cases: 4 });
    expect(await of(`${span}&unit=board`)).toMatchObject({ cases: 5 });
    expect(await of(`${span}&unit=nowhere`)).toMatchObject({ cases: 0 });
    expect(await of(`${span}&sla=${at.sla}`)).toMatchObject({ cases: 4 });
  });

  it('is as it stood at the instant that is asked about', async () => {
    const friday = '2026-03-27T09:30:00Z';
    expect(await of(`${span}&effectiveAt=${friday}`)).toMatchObject({
      ...{ cases: 4, firstResponse: attained(1, 0, 3, 0), resolution: attained(0, 0, 0, 4) },
    });
    expect(await of(`${span}&asOf=${friday}`)).toMatchObject({
      firstResponse: attained(1, 0, 3, 0),
    });
  });

  it('does not hang on whether a breach was recorded already', async () => {
    const before = await of(span);
    expect(await at.web.app.get(SlaBreaches).mark()).toBeGreaterThan(4);
    await at.settled();
    const { position: _, ...after } = await of(span);
    expect(before).toMatchObject(after);
  });

  it('is of days in order, and not of too many', async () => {
    const answer = await at.ada.get('/sla-attainment?from=2026-03-31&until=2026-03-01');
    expect([answer.status, ...codeOf(answer)]).toEqual([
      ...[400, 'request/invalid-parameter', '?until'],
    ]);
    const until = (days: number) =>
      new Date(Date.parse('2020-01-01') + days * 86_400_000).toISOString().slice(0, 10);
    const statusOf = async (days: number) =>
      (await at.ada.get(`/sla-attainment?from=2020-01-01&until=${until(days - 1)}`)).status;
    expect([await statusOf(attainmentDaysMax), await statusOf(attainmentDaysMax + 1)]).toEqual([
      ...[200, 400],
    ]);
    expect((await at.ada.get('/sla-attainment?from=2026-03-01')).status).toBe(400);
  });
});
