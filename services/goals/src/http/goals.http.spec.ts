import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { goalsApp, type Body, type Caller, type TestGoals } from '../goals.testing.ts';

const period = { name: '2026-Q2', start: '2026-04-01', end: '2026-06-30' };
const answerTime = {
  name: 'Hours to the first answer',
  weight: 3,
  measure: { kind: 'decrease', start: 48, target: 12, unit: 'h' },
};
const draft = { title: 'Same-day answers', period, cadenceDays: 14, keyResults: [answerTime] };

const textOf = (value: unknown): string => String(value);
const itemsOf = (body: Body) => body['items'] as unknown as { readonly type: string }[];

describe('a goal over HTTP', () => {
  let goals: TestGoals;
  let ada: Caller;
  let bo: Caller;
  beforeAll(async () => {
    goals = await goalsApp();
    ada = goals.as('ada');
    bo = goals.as('bo');
  });
  afterAll(() => goals.close());

  /** Reads at the position of a write, so that the view holds it. */
  const read = async (path: string, after: { headers: object }) => {
    const position = (after.headers as Record<string, string>)['plumbline-position'];
    return ada.get(path, { 'read-after': position ?? '' });
  };

  it('goes from draft to closed, and every step is seen at once and kept', async () => {
    const drafted = await ada.post('/goals', draft);
    expect(drafted).toMatchObject({
      status: 201,
      headers: { etag: '"0"', location: `/goals/${drafted.body['id']}` },
      body: { revision: 0, replayed: false, changed: true },
    });
    const path = `/goals/${drafted.body['id']}`;

    const activated = await ada.post(`${path}/activate`, { kind: 'committed' });
    expect(activated).toMatchObject({ status: 200, headers: { etag: '"1"' } });

    goals.clock.set('2026-05-01T10:00:00.000Z');
    const checkIn = { keyResultId: 'kr1', value: 30, confidence: 0.7, narrative: 'Night shift.' };
    const checkedIn = await ada.post(`${path}/check-ins`, checkIn);
    expect((await read(path, checkedIn)).body).toMatchObject({
      goal: {
        title: 'Same-day answers',
        stage: 'active',
        kind: 'committed',
        progress: { value: 0.5, n: 1, definition: 'objective-progress@1' },
        measures: { total: 1, withProgress: 1 },
        keyResults: [
          {
            name: 'Hours to the first answer',
            attainment: { value: 0.5, n: 1 },
            checkIns: [{ narrative: 'Night shift.', confidence: 0.7, by: { sub: 'ada' } }],
          },
        ],
      },
    });

    goals.clock.set('2026-05-02T10:00:00.000Z');
    const correction = { value: 33, reason: 'A typing error.' };
    await ada.post(`${path}/check-ins/${checkedIn.body['id']}/correct`, correction);
    goals.clock.set('2026-05-10T10:00:00.000Z');
    const amendment = {
      reason: 'Half of the team moved.',
      targets: [{ keyResultId: 'kr1', target: 18 }],
    };
    const amended = await ada.post(`${path}/amend`, amendment);
    expect((await read(path, amended)).body['goal']).toMatchObject({
      keyResults: [
        { attainment: { value: 0.5 }, attainmentAgainstOriginal: { value: 15 / 36 }, met: false },
      ],
    });

    goals.clock.set('2026-06-01T10:00:00.000Z');
    const handing = { to: 'person:bo', reason: 'Ada is away.' };
    // Nobody puts a goal on somebody for whom they may draft none.
    expect((await ada.post(`${path}/transfer`, handing)).body).toMatchObject({
      code: 'permission/goal-draft',
    });
    const coach = goals.as('coach', { roles: ['goal-manager'] });
    expect((await coach.post(`${path}/transfer`, handing)).status).toBe(200);
    expect((await ada.post(`${path}/close`, { score: 1, lesson: 'x' })).status).toBe(403);
    const missed = await bo.post(`${path}/close`, { score: 0.5, lesson: 'Ask first.' });
    expect(missed).toMatchObject({
      status: 422,
      body: { code: 'goal/post-mortem-missing', errors: [{ field: '/postMortem' }] },
    });
    const closing = { score: 0.5, lesson: 'Ask first.', postMortem: 'We hired too late.' };
    const closed = await bo.post(`${path}/close`, closing);
    expect((await read(path, closed)).body['goal']).toMatchObject({
      stage: 'closed',
      owner: 'person:bo',
      grade: 'missed',
      closed: { score: 0.5, lesson: 'Ask first.', postMortem: 'We hired too late.' },
    });

    const { body } = await ada.get(`${path}/history`);
    expect(itemsOf(body).map((one) => one.type)).toEqual([
      'GoalDrafted',
      'GoalActivated',
      'ProgressCheckedIn',
      'CheckInCorrected',
      'TargetAmended',
      'GoalTransferred',
      'GoalClosed',
    ]);
    expect(itemsOf(body)[4]).toMatchObject({
      by: { sub: 'ada', via: 'http' },
      reason: 'Half of the team moved.',
      changes: [{ field: 'keyResult.kr1.measure', before: { target: 12 }, after: { target: 18 } }],
    });

    const stageAt = async (times: string) =>
      ((await ada.get(`${path}?${times}`)).body['goal'] as { stage: string } | undefined)?.stage;
    expect(await stageAt(`asOf=${drafted.body['position']}`)).toBe('draft');
    expect(await stageAt('asOf=2026-05-15')).toBe('active');
    expect(await stageAt('effectiveAt=2026-05-15')).toBe('active');
    expect(await stageAt('effectiveAt=2026-03-31')).toBeUndefined();
    expect(await stageAt('asOf=2026-06-02')).toBe('closed');
    const toCome = await ada.get(`${path}?asOf=2026-06-03`);
    expect([toCome.status, toCome.body['errors']]).toMatchObject([400, [{ field: '?asOf' }]]);
  });

  it('takes a repeated request for the same, and another body for another', async () => {
    const key = { 'idempotency-key': 'the-same-key' };
    const first = await ada.post('/goals', draft, key);
    const again = await ada.post('/goals', draft, key);
    expect(again).toMatchObject({ status: 201, body: { ...first.body, replayed: true } });
    const other = await ada.post('/goals', { ...draft, title: 'Other' }, key);
    expect(other).toMatchObject({ status: 422, body: { code: 'log/command-reused' } });
  });

  it('remembers a command that changed nothing, whatever came after it', async () => {
    const { body } = await ada.post('/goals', draft);
    const path = `/goals/${body['id']}`;
    const activate = (kind: string, key: string) =>
      ada.post(`${path}/activate`, { kind }, { 'idempotency-key': key });
    await activate('committed', 'once');
    const unchanged = await activate('committed', 'again');
    expect(unchanged.body).toMatchObject({ changed: false, replayed: false, revision: 1 });
    await ada.post(`${path}/check-ins`, { keyResultId: 'kr1', value: 80 });
    const repeated = await activate('committed', 'again');
    expect(repeated.body).toEqual({ ...unchanged.body, replayed: true });
    const other = await activate('aspirational', 'again');
    expect(other).toMatchObject({ status: 422, body: { code: 'log/command-reused' } });
  });

  it('keeps two writers apart by the revision that they saw', async () => {
    const { body } = await ada.post('/goals', draft);
    const path = `/goals/${body['id']}/redraft`;
    const saw = { 'if-match': '"0"' };
    expect((await ada.post(path, { cadenceDays: 7 }, saw)).status).toBe(200);
    expect(await ada.post(path, { cadenceDays: 9 }, saw)).toMatchObject({
      status: 412,
      body: { code: 'log/stale-revision', expected: 0, actual: 1 },
    });
  });

  it.each([
    [{ ...draft, owner: 'ada' }, '/owner'],
    [{ ...draft, colour: 'red' }, '/colour'],
    [{ ...draft, title: '' }, '/title'],
    [{ ...draft, title: null }, '/title'],
    [{ ...draft, period: { ...period, end: '2026-06-31' } }, '/period/end'],
    [{ ...draft, keyResults: [{ ...answerTime, weight: '3' }] }, '/keyResults/0/weight'],
    [{ ...draft, keyResults: [{ ...answerTime, weight: 0 }] }, '/keyResults/0/weight'],
    [
      { ...draft, keyResults: [{ ...answerTime, measure: { kind: 'rise' } }] },
      '/keyResults/0/measure/kind',
    ],
    [
      { ...draft, keyResults: [{ ...answerTime, measure: { kind: 'within', target: 1 } }] },
      '/keyResults/0/measure/target',
    ],
    [
      {
        ...draft,
        keyResults: [{ ...answerTime, measure: { kind: 'increase', start: 1, target: 1 } }],
      },
      '/keyResults/0/measure/target',
    ],
    [{ ...draft, effectiveAt: '2026-02-30' }, '/effectiveAt'],
    [{ ...draft, effectiveAt: '2036-01-01' }, '/effectiveAt'],
  ])('refuses %j and names %s', async (body, field) => {
    const head = await goals.log.head();
    const { status, body: problem } = await ada.post('/goals', body);
    expect(status).toBe(422);
    const errors = problem['errors'] as unknown as {
      field: string;
      rule: string;
      remedy: string;
    }[];
    expect(errors.map((one) => one.field)).toContain(field);
    expect(errors.every((one) => one.rule !== '' && one.remedy !== '')).toBe(true);
    expect(await goals.log.head()).toBe(head);
  });

  it.each(['', ...['redraft', 'activate', 'amend', 'check-ins', 'transfer', 'close', 'withdraw']])(
    'takes lines of JSON for no single goal (/%s)',
    async (verb) => {
      const { body } = await ada.post('/goals', draft);
      const lines = { 'content-type': 'application/x-ndjson' };
      const path = verb === '' ? '/goals' : `/goals/${textOf(body['id'])}/${verb}`;
      expect(await ada.post(path, {}, lines)).toMatchObject({
        status: 415,
        body: { code: 'request/unsupported-media-type' },
      });
      expect((await ada.get(`/goals/${textOf(body['id'])}`)).status).toBeLessThan(500);
    },
  );

  it('shows nothing to another tenant', async () => {
    const { body } = await ada.post('/goals', draft);
    await goals.settled();
    const eve = goals.as('ada', { tenant: 'other' });
    expect((await eve.get(`/goals/${body['id']}`)).status).toBe(404);
    expect((await eve.get('/goals')).body['items']).toEqual([]);
    expect((await eve.post(`/goals/${body['id']}/activate`, { kind: 'committed' })).status).toBe(
      404,
    );
  });

  it('keeps hostile text as text, and nothing of it in clear', async () => {
    const title = '<script>alert(1)</script> \u202e Robert"); DROP TABLE facts; -- 😀';
    const { body } = await ada.post('/goals', { ...draft, title });
    await goals.settled();
    expect((await ada.get(`/goals/${body['id']}`)).body['goal']).toMatchObject({ title });
    const stored = await goals.log.read(textOf(body['stream']));
    expect(stored.map((one) => one.body).join()).not.toContain('script');
  });

  it('lists mine, those of a period, the stale ones, and how honest forecasts were', async () => {
    goals.clock.set('2026-06-30T20:00:00.000Z');
    const cy = goals.as('cy');
    const { body } = await cy.post('/goals', { ...draft, effectiveAt: '2026-04-01' });
    const told = { kind: 'aspirational', effectiveAt: '2026-04-01' };
    await cy.post(`/goals/${body['id']}/activate`, told);
    await goals.settled();
    expect((await cy.get('/goals?owner=me')).body['items']).toMatchObject([{ id: body['id'] }]);
    expect((await cy.get('/goals?owner=me&stage=closed')).body['items']).toEqual([]);
    const page = await cy.get('/goals?period=2026-Q2&limit=2');
    expect(page.body['items']).toHaveLength(2);
    expect((await cy.get(`/goals?period=2026-Q2&after=${page.body['next']}`)).status).toBe(200);
    expect((await cy.get('/stale-goals?owner=me')).body).toMatchObject({
      staleness: { value: 1, n: 1 },
      items: [{ id: body['id'], daysSinceCheckIn: null }],
    });
    expect((await cy.get('/stale-goals?owner=me&effectiveAt=2026-04-10')).body).toMatchObject({
      staleness: { value: 0, n: 1 },
      items: [],
    });
    expect((await cy.get('/forecast-honesty?period=2026-Q2')).body).toMatchObject({
      brier: { value: expect.closeTo(0.49, 12), n: 1, definition: 'brier@1' },
      items: [{ owner: 'person:bo', brier: { n: 1 } }],
    });
    expect((await cy.get('/periods')).body['items']).toMatchObject([{ name: '2026-Q2' }]);
  });
});

describe('a KPI over HTTP', () => {
  let goals: TestGoals;
  beforeAll(async () => {
    goals = await goalsApp('2026-07-10T09:00:00.000Z');
  });
  afterAll(() => goals.close());

  it('feeds the key result that it is defined for, once for each reading', async () => {
    const ada = goals.as('ada');
    const goal = await ada.post('/goals', { ...draft, effectiveAt: '2026-04-01' });
    const id = textOf(goal.body['id']);
    await ada.post(`/goals/${id}/activate`, { kind: 'committed', effectiveAt: '2026-04-01' });
    const kpi = await ada.post('/kpis', {
      name: 'Hours, all desks',
      measure: answerTime.measure,
      goalId: id,
      keyResultId: 'kr1',
    });
    const reading = { period, value: 21, source: 'crm' };
    const first = await ada.post(`/kpis/${kpi.body['id']}/measurements`, reading);
    expect(first.status).toBe(201);
    await goals.settled();
    const { body } = await ada.get(`/goals/${id}`);
    expect(body['goal']).toMatchObject({
      progress: { value: 0.75, n: 1 },
      keyResults: [{ checkIns: [{ source: `kpi:${kpi.body['id']}`, value: 21, late: true }] }],
      indicators: [{ name: 'Hours, all desks', readings: [{ value: 21, source: 'crm' }] }],
    });
    const refused = await goals.as('bo').post('/kpis', {
      name: 'Mine',
      measure: answerTime.measure,
      goalId: id,
    });
    expect(refused).toMatchObject({ status: 403, body: { code: 'permission/goal-change' } });
  });
});

describe('importing over HTTP', () => {
  let goals: TestGoals;
  beforeAll(async () => {
    goals = await goalsApp('2026-07-10T09:00:00.000Z');
  });
  afterAll(() => goals.close());
  const fy = { name: 'FY2022', start: '2021-10-01', end: '2022-09-30' };
  const goal = { reference: 'G-1', owner: 'unit:doc', title: 'Exports', period: fy };
  const goalLine = {
    key: 'G-1',
    goal: { ...goal, measuredBy: 'indicators' },
    activate: { kind: 'committed' },
    effectiveAt: '2021-10-01',
  };
  const q1 = { name: 'FY2022-Q1', start: '2021-10-01', end: '2021-12-31' };
  const measure = { kind: 'increase', start: 0, target: 76_000 };
  const kpi = { reference: 'K-1', name: 'Clients', owner: 'unit:doc', measure };
  const readingLine = (key: string, value: number | null) => ({
    key,
    kpi: { ...kpi, goalReference: 'G-1' },
    measurement: { period: q1, value },
    effectiveAt: '2021-12-31',
  });

  it('takes what is good, names what is not, and changes nothing the second time', async () => {
    const importer = goals.as('imp', { roles: ['importer'] });
    const bad = {
      ...goalLine,
      key: 'G-2',
      goal: { ...goalLine.goal, reference: 'G-2', title: '' },
    };
    const [first, second] = await importer.lines('/goals/import', [goalLine, bad]);
    expect(first).toMatchObject({ line: 1, key: 'G-1', status: 'recorded' });
    expect(second).toMatchObject({
      line: 2,
      status: 'refused',
      problem: {
        errors: expect.arrayContaining([expect.objectContaining({ field: '/goal/title' })]),
      },
    });
    const readings = [readingLine('a', 12_905), readingLine('b', null), readingLine('c', 13_000)];
    const dry = await importer.lines('/kpis/import?dryRun=true', readings);
    expect(dry.slice(0, 3)).toMatchObject(Array(3).fill({ status: 'recorded' }));
    const recorded = await importer.lines('/kpis/import', readings);
    expect(recorded.slice(0, 3)).toMatchObject(Array(3).fill({ status: 'recorded' }));
    const head = await goals.log.head();
    for (const [path, lines] of [
      ['/goals/import', [goalLine]],
      ['/kpis/import', readings],
    ] as const) {
      const again = await importer.lines(path, lines);
      expect(again.slice(0, -1)).toMatchObject(lines.map(() => ({ status: 'unchanged' })));
    }
    expect(await goals.log.head()).toBe(head);
    await goals.settled();
    const { body } = await importer.get('/goals?period=FY2022&effectiveAt=2021-12-31');
    expect(body['items']).toMatchObject([
      { title: 'Exports', stage: 'active', progress: { value: 13_000 / 76_000, n: 1 } },
    ]);
    const before = await importer.get('/goals?period=FY2022&effectiveAt=2021-12-30');
    expect(before.body['items']).toMatchObject([{ progress: { value: null, n: 0 } }]);
  });

  it('refuses a changed record under the same reference, and a reading of no goal', async () => {
    const importer = goals.as('imp', { roles: ['importer'] });
    const changed = { ...goalLine, goal: { ...goalLine.goal, title: 'Other' } };
    const [line] = await importer.lines('/goals/import', [changed]);
    expect(line).toMatchObject({ status: 'refused', problem: { code: 'log/command-reused' } });
    const lost = readingLine('d', 1);
    const stray = { ...lost, kpi: { ...lost.kpi, reference: 'K-2', goalReference: 'G-9' } };
    const [answer] = await importer.lines('/kpis/import', [stray]);
    expect(answer).toMatchObject({ status: 'refused', problem: { code: 'kpi/unknown-goal' } });
  });

  it('is for importers', async () => {
    const [answer] = await goals.as('ada').lines('/goals/import', [goalLine]);
    expect(answer).toMatchObject({ status: 403, code: 'permission/goal-import' });
  });
});
