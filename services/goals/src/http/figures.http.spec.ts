import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { company, idOf, type Company } from './company.testing.ts';

/** Figures over a year of a company, in which ada moves from sales to the desk on 1 May. */
describe('figures over HTTP', () => {
  let at: Company;
  let strategy: string;
  let [unit, seller, secret, desk] = ['', '', '', ''];
  let [heard, unheard] = ['', ''];
  let beforeMove: string | null = null;
  beforeAll(async () => {
    at = await company('2026-04-01T09:00:00.000Z');
    strategy = await at.strategy();
    unit = await at.goal(at.mia, { owner: 'unit:sales', value: 20 });
    seller = await at.goal(at.ada, { value: 60 });
    secret = await at.goal(at.ada, { visibility: 'private' });
    desk = await at.goal(at.bo, { value: 10 });
    await at.align(at.mia, unit, { strategy, theme: 'answers' });
    await at.align(at.ada, seller, { goal: unit });
    await at.align(at.mia, secret, { goal: unit });
    const signal = { kind: 'market', what: 'Others answer faster.' };
    at.clock.set('2026-04-05T09:00:00.000Z');
    heard = idOf(await at.bo.post(`/strategies/${strategy}/signals`, signal));
    at.clock.set('2026-04-11T09:00:00.000Z');
    const amend = (id: string, more: object = {}) => ({
      ...{ reason: 'It has changed.', targets: [{ keyResultId: 'kr1', target: 200 }], ...more },
      id,
    });
    const amended = async (by: Company['ada'], { id, ...body }: { id: string }) =>
      expect((await by.post(`/goals/${id}/amend`, body)).status).toBe(200);
    await amended(at.mia, amend(unit, { signal: heard }));
    at.clock.set('2026-04-15T09:00:00.000Z');
    await amended(at.ada, amend(seller, { signal: heard }));
    at.clock.set('2026-04-20T09:00:00.000Z');
    unheard = idOf(await at.bo.post(`/strategies/${strategy}/signals`, signal));
    beforeMove = await at.log.head();
    at.clock.set('2026-06-01T09:00:00.000Z');
    await at.directory('directory.PersonMoved.v1', {
      ...{ person: 'ada', post: 'agent', from: '2026-05-01' },
    });
    await at.settled();
  });
  afterAll(() => at.close());

  it('are progress by unit, rolled up the organisation as it stood', async () => {
    const unitsAt = async (times: string, more = '') => {
      const { status, body } = await at.bo.get(`/unit-progress?${times}${more}`);
      expect(status).toBe(200);
      const lines = body['units'] as unknown as {
        unit: string;
        own: { goals: number };
        total: { goals: number; progress: { value: number | null; n: number } };
      }[];
      return lines.map(({ unit: code, own, total }) => {
        return [code, own.goals, total.goals, total.progress.n];
      });
    };
    const inApril = [
      ['board', 0, 4, 3],
      ['desk', 1, 1, 1],
      ['sales', 3, 3, 2],
    ];
    const afterwards = [
      ['board', 0, 4, 3],
      ['desk', 3, 3, 2],
      ['sales', 1, 1, 1],
    ];
    expect(await unitsAt('effectiveAt=2026-04-30')).toEqual(inApril);
    expect(await unitsAt('effectiveAt=2026-05-01')).toEqual(afterwards);
    expect(await unitsAt('')).toEqual(afterwards);
    // Nobody knew of the move yet.
    expect(await unitsAt(`effectiveAt=2026-05-01&asOf=${beforeMove}`)).toEqual(inApril);
    expect(await unitsAt('effectiveAt=2026-04-30', '&unit=sales')).toEqual([inApril[2]]);
    expect(await unitsAt('', '&unit=board')).toEqual(afterwards);
    expect(await unitsAt('', '&period=2020-Q1')).toEqual([
      ['board', 0, 0, 0],
      ['desk', 0, 0, 0],
      ['sales', 0, 0, 0],
    ]);
    const { body, headers } = await at.bo.get('/unit-progress?effectiveAt=2026-04-30');
    expect(body).toMatchObject({
      ...{ position: headers['plumbline-position'], on: '2026-04-30' },
      // 20 and 60 of what are 200 each by then, and 10 of 100; of the secret nothing is known.
      all: { goals: 4, progress: { value: (0.1 + 0.3 + 0.1) / 3, n: 3 } },
      unknown: { goals: 0 },
    });
    expect(JSON.stringify(body)).not.toContain('person:');
  });

  it('are the lag of children behind their parents', async () => {
    const { body } = await at.ada.get('/amendment-lag');
    expect(body).toMatchObject({
      median: { value: 4, n: 1, definition: 'amendment-lag-p50@1' },
      p90: { value: 4, n: 1 },
      lapsed: 0,
      answered: {
        n: 1,
        items: [
          {
            ...{ child: seller, parent: unit, days: 4 },
            ...{ amendedAt: '2026-04-11T09:00:00.000Z', replannedAt: '2026-04-15T09:00:00.000Z' },
          },
        ],
      },
      waiting: { n: 1, items: [{ child: secret, parent: unit, ageDays: 51 }] },
    });
    const forBo = await at.bo.get('/amendment-lag');
    expect(forBo.body).toMatchObject({ median: { n: 1 }, waiting: { n: 1, items: [] } });
    const before = await at.mia.get('/amendment-lag?effectiveAt=2026-04-12T09:00:00Z');
    expect(before.body).toMatchObject({ median: { value: null, n: 0 }, waiting: { n: 2 } });
    const ofDesk = await at.mia.get('/amendment-lag?unit=desk&effectiveAt=2026-04-30');
    expect(ofDesk.body).toMatchObject({ median: { n: 0 }, waiting: { n: 0 } });
    const mine = await at.ada.get('/amendment-lag?owner=me');
    expect(mine.body).toMatchObject({ median: { n: 1 }, waiting: { n: 1 } });
  });

  it('are how fast goals answer a signal, the unanswered apart', async () => {
    const { body } = await at.bo.get('/replan-latency');
    const market = { kind: 'market' };
    expect(body).toMatchObject({
      median: { value: 8, n: 2, definition: 'replan-latency-p50@1' },
      signals: [
        {
          ...{ ...market, id: heard, raisedAt: '2026-04-05T09:00:00.000Z' },
          answers: [
            { goalId: unit, days: 6 },
            { goalId: seller, days: 10 },
          ],
        },
        { ...market, id: unheard, answers: [] },
      ],
      open: [{ id: unheard, ageDays: 42 }],
      before: 0,
    });
    const then = await at.bo.get('/replan-latency?asOf=2026-04-12');
    expect(then.body).toMatchObject({ median: { value: 6, n: 1 }, open: [] });
    const other = await at.bo.get(`/replan-latency?strategy=${unit}`);
    expect(other.body).toMatchObject({ median: { value: null, n: 0 }, signals: [] });
  });

  it('are what becomes of ideas, with intervals, and which amendments answer signals', async () => {
    const ids = await Promise.all(
      [1, 2, 3, 4].map(async () => idOf(await at.ada.post('/ideas', { title: 'Try' }))),
    );
    const [one, two, three] = ids.map((id) => `/ideas/${id}`) as [string, string, string];
    const hypothesis = { metric: 'calls', direction: 'increase', threshold: 5 };
    const trial = { hypothesis, statement: 'More calls.', until: '2026-06-30' };
    for (const path of [one, two]) await at.ada.post(`${path}/experiment`, trial);
    at.clock.set('2026-06-11T09:00:00.000Z');
    await at.ada.post(`${one}/conclude`, { outcome: 'refuted', value: 1, lesson: 'No.' });
    await at.bo.post(`${one}/reuse`, { by: { goal: desk } });
    await at.eve.post(`${one}/settle`, { outcome: 'declined', reason: 'No.' });
    await at.eve.post(`${three}/settle`, { outcome: 'adopted', reason: 'Yes.' });
    await at.settled();
    const { body } = await at.bo.get('/innovation-funnel');
    expect(body).toMatchObject({
      ideas: 4,
      tried: { value: 0.5, n: 4, successes: 2, definition: 'ideas-tried@1' },
      adopted: {
        value: 0.25,
        n: 4,
        low: expect.closeTo(0.0456, 4),
        high: expect.closeTo(0.6994, 4),
      },
      settled: { declined: 1, adopted: 1, withdrawn: 0, open: 2 },
      running: 1,
      conclusions: [
        { outcome: 'supported', share: { value: 0 } },
        { outcome: 'refuted', share: { value: 1, n: 1 } },
        { outcome: 'inconclusive' },
      ],
      experimentDays: { median: { value: 10, n: 1 } },
      adoptionDays: { median: { value: 10, n: 1 } },
      lessons: { reused: { value: 1, n: 1 }, uses: 1 },
    });
    expect(body['pivots']).toContainEqual({
      kind: 'market',
      rate: expect.objectContaining({ value: 1, n: 2, successes: 2 }),
    });
    const before = await at.bo.get('/innovation-funnel?effectiveAt=2026-06-10');
    expect(before.body).toMatchObject({ ideas: 4, running: 2, settled: { open: 4 } });
  });

  it('are empty of another tenant', async () => {
    const other = at.as('mia', { tenant: 'other', roles: ['goal-manager'] });
    expect((await other.get('/unit-progress')).body).toMatchObject({
      units: [],
      all: { goals: 0 },
    });
    expect((await other.get('/amendment-lag')).body).toMatchObject({ waiting: { n: 0 } });
    expect((await other.get('/replan-latency')).body).toMatchObject({ signals: [] });
    expect((await other.get('/innovation-funnel')).body).toMatchObject({ ideas: 0 });
  });

  it('are for those who stand in for somebody too, when they do', async () => {
    const paths = ['alignment-map', 'unit-progress', 'amendment-lag', 'innovation-funnel', 'ideas'];
    for (const path of paths) {
      const { status, body } = await at.bo.get(`/${path}`, { 'on-behalf-of': 'eve' });
      expect([path, status, body['code']]).toEqual([path, 403, 'permission/no-delegation']);
    }
  });
});
