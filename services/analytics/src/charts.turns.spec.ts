import { afterEach, describe, expect, it } from '@jest/globals';
import { CommandBus } from '@nestjs/cqrs';
import { SlaBreaches, type Body } from '@plumbline/feedback/testing';
import { until } from '@plumbline/kernel/testing';
import { analyticsPorts } from './analytics.ports.ts';
import { chartPageMax, ChartTurns } from './charts.turns.ts';
import { charting, drawn, type Charting } from './http/charts.testing.ts';

describe('periods that are over', () => {
  let at: Charting;
  afterEach(() => at.close());

  const draw = (told: object = {}) =>
    at.made(at.sam.post('/control-charts', { ...drawn, ...told }));
  const lastOf = async (id: string) => (await at.chart(id))['lastPeriod'];
  const otherProcess = () => {
    const { app } = at.web;
    return new ChartTurns(app.get(CommandBus), app.get(analyticsPorts));
  };

  it('are points once they have been over for as long as is waited, each once', async () => {
    at = await charting();
    const id = await draw();
    await at.answered('2026-W11', 3, 10);
    at.clock.set('2026-03-19T11:59:59.999Z');
    expect(await at.plot()).toBe(0);
    at.clock.advance(1);
    expect(await at.plot()).toBe(1);
    expect(await lastOf(id)).toBe('2026-W11');
    const head = await at.log.head();
    expect(await at.plot()).toBe(0);
    expect(await at.log.head()).toBe(head);
    const { facts } = await at.log.readAll(null, { limit: 5_000, context: 'analytics' });
    expect(facts.at(-1)?.body).toContain('"sub":"plot-when-over","via":"policy:plot-when-over"');
    expect((await at.point(id, '2026-W11'))['figure']).toMatchObject({ value: 0.3, n: 10 });
    expect(await at.signals()).toEqual([]);
  });

  it('are all plotted when nobody looked for a while', async () => {
    at = await charting();
    const id = await draw();
    at.clock.set('2026-04-30T12:00:00.000Z');
    await at.answered('2026-W12', 1, 10);
    expect(await at.plot()).toBe(1);
    expect(await lastOf(id)).toBe('2026-W17');
    const tiers = ((await at.chart(id))['points'] as Body[]).slice(10).map((one) => one['tier']);
    expect(tiers).toEqual([
      ...['hidden', 'indicative', 'hidden', 'hidden', 'hidden', 'hidden', 'hidden'],
    ]);
  });

  it('are restated by late answers, of which five make a difference, and the signal stays', async () => {
    at = await charting();
    const id = await draw();
    await at.answered('2026-W11', 8, 10);
    at.clock.set('2026-03-19T12:00:00.000Z');
    await at.plot();
    const [signal] = await at.signals();
    expect(signal).toMatchObject({ stands: true });
    await at.answered('2026-W11', 0, 4);
    expect(await at.plot()).toBe(0);
    expect(await at.point(id, '2026-W11')).toMatchObject({ figure: { n: 10 }, restatements: [] });
    at.clock.advance(3_600_000);
    await at.answered('2026-W11', 0, 8);
    expect(await at.plot()).toBe(1);
    const point = await at.point(id, '2026-W11');
    expect(point).toMatchObject({
      ...{ figure: { n: 22 }, broken: [], signals: [signal?.['id']] },
      restatements: [
        {
          ...{ at: '2026-03-19T13:00:00.000Z', before: { value: 0.8, n: 10 } },
          ...{ after: { value: 8 / 22, n: 22 }, difference: { n: 12, value: 8 / 22 - 0.8 } },
        },
      ],
    });
    expect(await at.signals()).toMatchObject([
      { id: signal?.['id'], stands: false, stage: 'open' },
    ]);
    // The limits are those of the baseline, whatever came later.
    expect(await at.chart(id)).toMatchObject({ version: 1, limits: [{ centre: 0.22 }] });
    await at.answered('2026-W02', 9, 9);
    expect(await at.plot()).toBe(1);
    expect(await at.chart(id)).toMatchObject({ version: 1, limits: [{ centre: 0.22, n: 10 }] });
    expect(await at.point(id, '2026-W02')).toMatchObject({ figure: { n: 19 }, isBaseline: true });
  });

  it('are counted without what is withdrawn', async () => {
    at = await charting();
    const id = await draw();
    const { body } = await at.sam.get('/customer-responses?limit=1000');
    const mine = (body['items'] as Body[]).filter((one) => one['occurredOn'] === '2025-12-29');
    for (const one of mine.slice(0, 6)) {
      const path = `/customer-responses/${String(one['id'])}/withdraw`;
      expect((await at.sam.post(path, { reason: 'A test.' })).status).toBe(200);
    }
    expect(await at.plot()).toBe(1);
    expect(await at.point(id, '2026-W01')).toMatchObject({
      ...{ tier: 'hidden', figure: null, restatements: [{ after: null }] },
    });
  });

  it('are plotted once, whichever and however many processes look', async () => {
    at = await charting();
    const id = await draw();
    await at.answered('2026-W11', 9, 10);
    await at.settled();
    at.clock.set('2026-03-19T12:00:00.000Z');
    const own = at.web.app.get(ChartTurns);
    const changed = await Promise.all([own.plot(), otherProcess().plot(), otherProcess().plot()]);
    expect(changed.reduce((sum, one) => sum + one)).toBe(1);
    // The view may be behind: the chart itself decides nothing.
    expect(await otherProcess().plot()).toBe(0);
    await at.settled();
    expect(await at.signals()).toHaveLength(1);
    expect(await lastOf(id)).toBe('2026-W11');
  });

  it('are looked for on every chart, also where there are more than one page of them', async () => {
    at = await charting();
    for (let count = 0; count <= chartPageMax; count += 1) await draw();
    at.clock.set('2026-03-19T12:00:00.000Z');
    expect(await at.plot()).toBe(chartPageMax + 1);
  });

  it('are looked for when a process starts, and no more once it has stopped', async () => {
    at = await charting();
    const id = await draw();
    await at.settled();
    at.clock.set('2026-03-19T12:00:00.000Z');
    const started = otherProcess();
    started.onApplicationBootstrap();
    await until(async () => {
      await at.settled();
      return (await lastOf(id)) === '2026-W11';
    });
    await started.onModuleDestroy();
    at.clock.set('2026-03-26T12:00:00.000Z');
    started.onApplicationBootstrap();
    expect(await started.plot()).toBe(0);
  });
});

describe('what a chart shows', () => {
  let at: Charting;
  afterEach(() => at.close());
  const draw = (told: object) => at.made(at.sam.post('/control-charts', { ...drawn, ...told }));

  it('is nothing of fewer than five, and of a place that the others would give away', async () => {
    at = await charting();
    const place = (is: string) => ({ place: { by: 'location', is } });
    // A week of two gates: the total less the one is the other.
    await at.answered('2026-W11', 1, 10);
    await at.answered('2026-W11', 1, 4, { location: 'gate-b' });
    at.clock.set('2026-03-19T12:00:00.000Z');
    const all = await draw({ place: undefined });
    const one = await draw(place('gate-a'));
    await at.settled();
    expect(await at.point(all, '2026-W11')).toMatchObject({
      tier: 'indicative',
      figure: { n: 14 },
    });
    expect(await at.point(one, '2026-W11')).toMatchObject({ tier: 'hidden', figure: null });
    expect(await at.point(one, '2026-W10')).toMatchObject({ tier: 'indicative' });
  });

  it('is of a unit with those below it as they stood on the day', async () => {
    at = await charting();
    const told = { attribution: [{ person: 'ada', share: 1 }], location: 'gate-c' };
    const weeks = ['2026-W02', '2026-W03', '2026-W04', '2026-W05', '2026-W06', '2026-W07'];
    for (const [index, week] of weeks.entries()) await at.answered(week, index % 3, 6, told);
    const sales = await draw({ place: { by: 'unit', is: 'sales' } });
    const board = await draw({ place: { by: 'unit', is: 'board' } });
    await at.settled();
    expect(await at.point(sales, '2026-W03')).toMatchObject({ figure: { n: 6, value: 1 / 6 } });
    expect(await at.point(board, '2026-W03')).toMatchObject({ figure: { n: 6, value: 1 / 6 } });
    expect(await at.point(board, '2026-W08')).toMatchObject({ tier: 'hidden', figure: null });
  });

  it('is how often a promise was kept, of the cases that were opened in each week', async () => {
    at = await charting('2026-01-05T08:00:00.000Z', []);
    const week = [{ from: 0, until: 7 * 1_440 }];
    const opening = { zone: 'UTC', week };
    const targets = { resolution: 60 };
    const slaRef = await at.made(
      at.sam.post('/service-levels', { name: 'Quick', targets, opening }),
    );
    for (let index = 0; index < 6; index += 1) {
      at.clock.set(new Date(Date.UTC(2026, 0, 5 + 7 * index, 8)).toISOString());
      for (let count = 0; count < 6; count += 1) {
        const told = { slaRef, unit: 'desk', customer: 'M. Weber' };
        const id = await at.made(at.bo.post('/cases', told));
        // One more each week is left open, and is past due.
        if (count >= index % 4) await at.bo.post(`/cases/${id}/resolve`, {});
      }
    }
    at.clock.set('2026-02-20T08:00:00.000Z');
    await at.settled();
    await at.web.app.get(SlaBreaches).mark();
    await at.settled();
    const sla = {
      ...{ name: 'Helped in time', figure: 'sla-attainment', clock: 'resolution', period: 'week' },
      ...{ chart: 'p', baseline: { from: '2026-W02', until: '2026-W07' }, serviceLevel: slaRef },
    };
    const id = await at.made(
      at.sam.post('/control-charts', { ...sla, place: { by: 'unit', is: 'board' } }),
    );
    await at.settled();
    const kept = async (period: string) => (await at.point(id, period))['figure'];
    expect(await kept('2026-W02')).toMatchObject({
      value: 1,
      n: 6,
      definition: 'sla-resolution@1',
    });
    expect(await kept('2026-W03')).toMatchObject({ value: 5 / 6, n: 6 });
    expect(await kept('2026-W05')).toMatchObject({ value: 3 / 6, n: 6 });
    expect(await at.chart(id)).toMatchObject({ clock: 'resolution', metric: null });
  });
});
