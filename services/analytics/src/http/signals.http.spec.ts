import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from '@plumbline/feedback/testing';
import { charting, drawn, type Charting } from './charts.testing.ts';

describe('a signal over HTTP', () => {
  let at: Charting;
  let chart: string;
  let signal: string;
  beforeAll(async () => {
    at = await charting();
    chart = await at.made(at.sam.post('/control-charts', { ...drawn, owner: 'cy' }));
    await at.answered('2026-W11', 8, 10);
    at.clock.set('2026-03-19T12:00:00.000Z');
    await at.plot();
    signal = String((await at.signals())[0]?.['id']);
  });
  afterAll(() => at.close());

  /** Wilson's interval of 8 in 10, by hand. */
  const ofEight = {
    ...{ definition: 'bottom-share@1', low: expect.closeTo(0.4902, 4) },
    high: expect.closeTo(0.9433, 4),
  };
  const found = { cause: 'staff-shortage', note: 'Two of five at the gate were ill.' };
  const explain = (by = at.cy, told: object = {}, headers = {}) =>
    by.post(`/control-charts/${chart}/explain`, { signal, ...found, ...told }, headers);

  it('opens an investigation of the owner, with a day by which it is due', async () => {
    const items = await at.signals();
    expect(items).toMatchObject([
      {
        ...{ id: signal, chart, rule: 'beyond-limit', period: '2026-W11', side: 'above' },
        ...{ limits: 1, owner: 'cy', raisedAt: '2026-03-19T12:00:00.000Z', due: '2026-04-02' },
        ...{ stands: true, stage: 'open', isOverdue: false, explanation: null },
        point: { value: 0.8, n: 10, centre: 0.22, lower: 0, ...ofEight },
      },
    ]);
    expect(await at.chart(chart)).toMatchObject({ openSignals: 1, lastPeriod: '2026-W11' });
    expect(await at.point(chart, '2026-W11')).toMatchObject({
      ...{
        isBaseline: false,
        signals: [signal],
        broken: [{ rule: 'beyond-limit', side: 'above' }],
      },
    });
  });

  it('is found by chart, owner, stage and day', async () => {
    const count = async (query: string) => (await at.signals(`?${query}`)).length;
    expect(await count(`chart=${chart}&owner=cy&stage=open&overdue=false`)).toBe(1);
    expect(await count('owner=sam')).toBe(0);
    expect(await count('stage=explained')).toBe(0);
    expect(await count('overdue=true')).toBe(0);
    expect(await count('overdue=true&effectiveAt=2026-04-02')).toBe(0);
    expect(await count('overdue=true&effectiveAt=2026-04-03')).toBe(1);
    const own = await at.cy.get('/signals?owner=me&limit=1');
    expect(own.body['items']).toMatchObject([{ id: signal }]);
    expect(
      (await at.as('sam', { tenant: 'other', roles: ['service-manager'] }).get('/signals')).body[
        'items'
      ],
    ).toEqual([]);
    expect((await at.cy.get('/signals?stage=closed')).status).toBe(400);
    // A signal is seen by those who see its chart.
    expect((await at.bo.get('/signals')).body['items']).toEqual([]);
  });

  it('is explained by its owner and by those who draw charts, once, with a cause', async () => {
    const denied = await explain(at.bo);
    expect([denied.status, codeOf(denied)[0]]).toEqual([403, 'permission/control-chart-explain']);
    const bad = async (told: object) => {
      const answer = await explain(at.cy, told);
      return [answer.status, ...codeOf(answer)];
    };
    expect(await bad({ cause: 'it was ill' })).toEqual([422, 'request/invalid-body', '/cause']);
    expect(await bad({ note: ' ' })).toEqual([422, 'request/invalid-body', '/note']);
    expect(await bad({ signal: chart })).toEqual([
      ...[422, 'control-chart/unknown-signal', '/signal'],
    ]);
    expect(await bad({ effectiveAt: '2026-03-18' })).toEqual([
      ...[422, 'control-chart/explained-before-raised', '/effectiveAt'],
    ]);
    expect((await explain(at.cy, {}, { 'if-match': '"0"' })).status).toBe(412);
    const { revision } = await at.chart(chart);
    const done = await explain(at.cy, {}, { 'if-match': `"${String(revision)}"` });
    expect(done.status).toBe(200);
    const again = await explain(at.sam);
    expect([again.status, codeOf(again)[0]]).toEqual([409, 'control-chart/already-explained']);
    await at.settled();
    expect(await at.signals('?stage=explained')).toMatchObject([
      { id: signal, stage: 'explained', explanation: { ...found, by: 'cy', actor: { sub: 'cy' } } },
    ]);
    expect(await at.chart(chart)).toMatchObject({ openSignals: 0 });
    expect(await at.signals('?overdue=true&effectiveAt=2026-05-01')).toEqual([]);
    expect(await at.signals('?asOf=2026-03-19T12:00:00Z')).toHaveLength(1);
  });

  it('has its point as it was when it was raised, with the interval of then', async () => {
    await at.answered('2026-W11', 0, 5);
    await at.plot();
    expect(await at.point(chart, '2026-W11')).toMatchObject({
      figure: { value: 8 / 15, n: 15 },
      restatements: [
        {
          before: { value: 0.8, n: 10, ...ofEight },
          after: { value: 8 / 15, n: 15, definition: 'bottom-share@1', low: expect.any(Number) },
          difference: { value: 8 / 15 - 0.8, n: 5, definition: 'bottom-share@1' },
        },
      ],
    });
    const [signal] = await at.signals();
    expect(signal).toMatchObject({ point: { value: 0.8, n: 10, ...ofEight } });
  });

  it('keeps what was written of it sealed, and off the stream', async () => {
    const { facts } = await at.log.readAll(null, { limit: 1_000, context: 'analytics' });
    expect(facts.map(({ type }) => type)).toContain('analytics.SignalExplained.v1');
    expect(facts.filter(({ body }) => body.includes('Two of five'))).toEqual([]);
    expect(facts.filter(({ body }) => body.includes('Detractors at'))).toEqual([]);
  });
});
