import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, idOf, type Body, type Caller } from '@plumbline/feedback/testing';
import { charting, drawn, type Charting } from './charts.testing.ts';

describe('a control chart over HTTP', () => {
  let at: Charting;
  beforeAll(async () => {
    at = await charting();
  });
  afterAll(() => at.close());

  it('is drawn, and read with its limits and points', async () => {
    const made = await at.sam.post('/control-charts', drawn);
    const path = `/control-charts/${idOf(made)}`;
    expect(made).toMatchObject({ status: 201, headers: { location: path } });
    await at.settled();
    const answer = await at.sam.get(path);
    expect(answer.headers).toMatchObject({ etag: '"1"' });
    expect(answer.body['position']).toEqual(expect.any(String));
    expect(answer.body['chart']).toMatchObject({
      ...{ id: idOf(made), name: 'Detractors at gate A', owner: 'sam', chart: 'p', openSignals: 0 },
      ...{ figure: 'bottom-share', metric: 'nps', scale: { min: 0, max: 10 }, latenessDays: 3 },
      ...{ place: { by: 'location', is: 'gate-a' }, definition: 'bottom-share@1', version: 1 },
      ...{ rules: ['beyond-limit', 'run-of-8'], lastPeriod: '2026-W10', revision: 1 },
      limits: [
        {
          ...{ version: 1, chart: 'p', definition: 'p-limits@1', n: 10, centre: 0.22 },
          ...{ baseline: drawn.baseline, hints: ['few-points'], by: { sub: 'sam' }, reason: null },
        },
      ],
    });
    const first = await at.point(idOf(made), '2026-W01');
    expect(first).toMatchObject({
      ...{ from: '2025-12-29', until: '2026-01-04', tier: 'indicative', isBaseline: true },
      figure: { value: 0.2, n: 10, definition: 'bottom-share@1', low: expect.closeTo(0.0567) },
      ...{ centre: 0.22, lower: 0, limits: 1, broken: [], signals: [], restatements: [] },
    });
    expect(first['upper']).toBeCloseTo(0.22 + 3 * Math.sqrt((0.22 * 0.78) / 10), 9);
    const list = await at.sam.get('/control-charts?location=gate-a');
    expect(list.body['items']).toMatchObject([{ id: idOf(made), lastPeriod: '2026-W10' }]);
    expect((await at.sam.get('/control-charts?location=gate-b')).body['items']).toEqual([]);
    expect((await at.sam.get('/control-charts?owner=sam')).body['items']).toHaveLength(1);
    const stranger = at.as('sam', { tenant: 'other', roles: ['service-manager'] });
    expect((await stranger.get(path)).status).toBe(404);
  });

  it('is of every figure that there is, and says which', async () => {
    const all = { name: 'x', period: 'week', baseline: drawn.baseline };
    const definitionOf = async (told: object) => {
      const id = await at.made(at.sam.post('/control-charts', { ...all, ...told }));
      await at.settled();
      const { definition, limits } = await at.chart(id);
      return [definition, (limits as Body[])[0]?.['definition']];
    };
    const nps = { figure: 'score', metric: 'nps', chart: 'xmr' };
    expect(await definitionOf(nps)).toEqual(['nps@1', 'xmr-limits@1']);
    const gate = { place: { by: 'touchpoint', is: 'gate' } };
    expect(await definitionOf({ ...nps, ...gate, rules: ['beyond-range-limit'] })).toEqual([
      ...['nps@1', 'xmr-limits@1'],
    ]);
    expect(await definitionOf({ ...drawn, place: undefined, chart: 'p-prime' })).toEqual([
      ...['bottom-share@1', 'p-prime-limits@1'],
    ]);
  });

  it('is drawn by those who may, of their unit or of all', async () => {
    const unit = { ...drawn, place: { by: 'unit', is: 'sales' } };
    for (const by of [at.bo, at.ada, at.as('aud', { roles: ['auditor'] })]) {
      const answer = await by.post('/control-charts', unit);
      expect([answer.status, codeOf(answer)[0]]).toEqual([403, 'permission/control-chart-draw']);
    }
    // Nothing is attributed to sales: all is a gap, and she may.
    const mine = await at.mia.post('/control-charts', unit);
    expect([mine.status, codeOf(mine)[0]]).toEqual([422, 'control-chart/too-few-points']);
    expect((await at.mia.post('/control-charts', drawn)).status).toBe(403);
    expect((await at.ana.post('/control-charts', drawn)).status).toBe(201);
  });

  it('is seen by its owner and by those whose place it is of, and is not there for others', async () => {
    const company = await at.made(at.sam.post('/control-charts', { ...drawn, owner: 'bo' }));
    await at.answered('2026-W01', 1, 9, { attribution: [{ unit: 'desk', share: 1 }] });
    const weeks = [2, 3, 4, 5, 6, 7, 8, 9].map((week) => `2026-W0${week}`);
    for (const week of weeks) {
      await at.answered(week, 2, 9, { attribution: [{ unit: 'sales', share: 1 }] });
    }
    const baseline = { from: '2026-W02', until: '2026-W09' };
    const place = { by: 'unit', is: 'sales' };
    const unit = await at.made(at.mia.post('/control-charts', { ...drawn, place, baseline }));
    await at.settled();
    const sees = async (by: Caller): Promise<readonly boolean[]> => {
      const { body } = await by.get('/control-charts?limit=1000');
      const listed = (body['items'] as Body[]).map(({ id }) => String(id));
      const got = await Promise.all(
        [company, unit].map(async (id) => (await by.get(`/control-charts/${id}`)).status === 200),
      );
      expect(got).toEqual([company, unit].map((id) => listed.includes(id)));
      return got;
    };
    // Ada works in sales, mia heads it and eve is above; bo owns the other one; imp has no part.
    expect([await sees(at.ada), await sees(at.mia), await sees(at.eve)]).toEqual([
      ...[
        [false, true],
        [false, true],
        [false, true],
      ],
    ]);
    expect(await sees(at.bo)).toEqual([true, false]);
    expect(await sees(at.as('imp', { roles: ['importer'] }))).toEqual([false, false]);
    for (const role of ['service-manager', 'analyst', 'auditor']) {
      expect(await sees(at.as('x', { roles: [role] }))).toEqual([true, true]);
    }
  });

  it('decides nothing when it is asked for twice', async () => {
    const header = { 'idempotency-key': 'draw-twice-0000000001' };
    const one = await at.sam.post('/control-charts', drawn, header);
    // What is counted meanwhile does not make another request of it.
    await at.answered('2026-W10', 0, 3);
    const other = await at.sam.post('/control-charts', drawn, header);
    expect([one.status, other.status, idOf(other)]).toEqual([201, 201, idOf(one)]);
    // Nor to who may draw none any more.
    const sam = at.as('sam');
    expect((await sam.post('/control-charts', drawn, header)).body).toEqual(other.body);
    expect((await sam.post('/control-charts', drawn)).status).toBe(403);
    const { body } = await at.sam.post('/control-charts', { ...drawn, name: 'y' }, header);
    expect(body['code']).toBe('log/command-reused');
  });

  const refused: readonly (readonly [told: object, code: string, field: string])[] = [
    [{ name: ' ' }, 'request/invalid-body', '/name'],
    [{ figure: 'mood' }, 'request/invalid-body', '/figure'],
    [{ metric: undefined }, 'request/invalid-body', '/metric'],
    [{ metric: 'speed' }, 'request/invalid-body', '/scale'],
    [{ scale: { min: 1, max: 5 } }, 'request/invalid-body', '/scale'],
    [{ metric: 'speed', scale: { min: 1, max: 102 } }, 'request/invalid-body', '/scale'],
    [{ metric: 'speed', scale: { min: 3, max: 3 } }, 'request/invalid-body', '/scale'],
    [{ metric: 'speed', scale: { min: 0, max: 3 } }, 'control-chart/no-lower-end', '/figure'],
    [{ clock: 'resolution' }, 'request/invalid-body', '/clock'],
    [{ serviceLevel: drawn.name }, 'request/invalid-body', '/serviceLevel'],
    [{ figure: 'sla-attainment' }, 'request/invalid-body', '/metric'],
    [{ figure: 'sla-attainment', metric: undefined }, 'request/invalid-body', '/clock'],
    [{ figure: 'score' }, 'control-chart/not-a-share', '/chart'],
    [{ place: { by: 'person', is: 'ada' } }, 'request/invalid-body', '/place/by'],
    [{ period: 'day' }, 'request/invalid-body', '/period'],
    [{ period: 'month' }, 'control-chart/no-such-period', '/baseline/from'],
    [{ baseline: { from: '2026-W01' } }, 'request/invalid-body', '/baseline/until'],
    [
      { baseline: { from: '2026-W01', until: '2026-W11' } },
      'control-chart/baseline-not-over',
      '/baseline/until',
    ],
    [
      { baseline: { from: '2006-W01', until: '2006-W20' } },
      'control-chart/too-many-points',
      '/baseline/from',
    ],
    [
      { baseline: { from: '2026-W06', until: '2026-W10' } },
      'control-chart/too-few-points',
      '/baseline',
    ],
    [{ place: { by: 'location', is: 'gate-z' } }, 'control-chart/too-few-points', '/baseline'],
    [{ rules: [] }, 'request/invalid-body', '/rules'],
    [{ rules: ['run-of-7'] }, 'request/invalid-body', '/rules'],
    [{ rules: ['run-of-8', 'run-of-9'] }, 'control-chart/two-run-rules', '/rules'],
    [{ rules: ['beyond-range-limit'] }, 'control-chart/rule-without-ranges', '/rules'],
    [{ latenessDays: 91 }, 'request/invalid-body', '/latenessDays'],
    [{ owner: 'Eve Smith' }, 'request/invalid-body', '/owner'],
    [{ effectiveAt: '2027-01-01' }, 'time/in-the-future', '/effectiveAt'],
  ];

  it.each(refused)('is not drawn with %j: %s', async (told, code, field) => {
    const answer = await at.sam.post('/control-charts', { ...drawn, ...told });
    expect([answer.status, ...codeOf(answer)]).toEqual([422, code, field]);
  });
});

describe('new limits over HTTP', () => {
  let at: Charting;
  let path: string;
  beforeAll(async () => {
    at = await charting();
    path = `/control-charts/${await at.made(at.sam.post('/control-charts', drawn))}`;
    await at.settled();
  });
  afterAll(() => at.close());

  const anew = {
    reason: 'A second desk was opened.',
    baseline: { from: '2026-W03', until: '2026-W10' },
  };

  it('replace those that hold, which stay readable', async () => {
    const id = path.slice('/control-charts/'.length);
    const { position } = (await at.sam.get(path)).body;
    at.clock.advance(60_000);
    const stale = await at.sam.post(`${path}/rebaseline`, anew, { 'if-match': '"0"' });
    expect([stale.status, codeOf(stale)[0]]).toEqual([412, 'log/stale-revision']);
    const denied = await at.bo.post(`${path}/rebaseline`, anew);
    expect([denied.status, codeOf(denied)[0]]).toEqual([403, 'permission/control-chart-draw']);
    const told = {
      ...anew,
      name: 'Detractors',
      rules: ['run-of-9'],
      owner: 'bo',
      chart: 'p-prime',
    };
    const done = await at.sam.post(`${path}/rebaseline`, told, { 'if-match': '"1"' });
    expect(done.status).toBe(200);
    await at.settled();
    const chart = await at.chart(id);
    expect(chart).toMatchObject({
      ...{ name: 'Detractors', version: 2, chart: 'p-prime', rules: ['run-of-9'], owner: 'bo' },
      limits: [
        { version: 1, chart: 'p', n: 10, rules: ['beyond-limit', 'run-of-8'], reason: null },
        { version: 2, chart: 'p-prime', n: 8, reason: anew.reason, baseline: anew.baseline },
      ],
    });
    const versions = (chart['points'] as Body[]).map((one) => one['limits']);
    expect(versions).toEqual([1, 1, 2, 2, 2, 2, 2, 2, 2, 2]);
    const before = await at.chart(id, `?asOf=${String(position)}`);
    expect(before).toMatchObject({ name: 'Detractors at gate A', version: 1, owner: 'sam' });
    expect(await at.chart(id, '?effectiveAt=2026-03-12T12:00:30Z')).toMatchObject({ version: 1 });
    const list = await at.sam.get(`/control-charts?asOf=${String(position)}`);
    expect(list.body['items']).toMatchObject([{ version: 1 }]);
  });

  it('begin later than those, end where points do, and need a reason', async () => {
    const refusing = async (told: object) => {
      const answer = await at.sam.post(`${path}/rebaseline`, { ...anew, ...told });
      return [answer.status, ...codeOf(answer)];
    };
    const span = (from: string, until: string) => ({ baseline: { from, until } });
    expect(await refusing(span('2026-W03', '2026-W10'))).toEqual([
      ...[422, 'control-chart/baseline-not-later', '/baseline/from'],
    ]);
    expect(await refusing(span('2026-W04', '2026-W11'))).toEqual([
      ...[422, 'control-chart/baseline-not-over', '/baseline/until'],
    ]);
    expect(await refusing({ reason: '' })).toEqual([422, 'request/invalid-body', '/reason']);
    const nowhere = '/control-charts/2f1d6c1e-4b0a-5a2c-9d3e-7c5b8a6f1e20';
    expect((await at.sam.post(`${nowhere}/rebaseline`, anew)).status).toBe(404);
    expect((await at.sam.get(nowhere)).status).toBe(404);
    expect((await at.sam.get('/control-charts/none')).status).toBe(400);
  });
});
