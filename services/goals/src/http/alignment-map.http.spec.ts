import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec } from '@plumbline/access';
import type { Body } from '../goals.testing.ts';
import { codeOf, company, idOf, period, type Company } from './company.testing.ts';

const nobody = '00000000-0000-5000-8000-000000000000';

interface Node {
  readonly id: string;
  readonly hidden: boolean;
  readonly title?: string;
  readonly status?: string;
  readonly depth?: number | null;
}
const nodesOf = (body: Body) => body['nodes'] as unknown as readonly Node[];
const totalsOf = (body: Body) => body['totals'] as unknown as Record<string, unknown>;

describe('the map of alignment over HTTP', () => {
  let at: Company;
  let strategy: string;
  let [unit, seller, secret, desk, draft] = ['', '', '', '', ''];
  let ofSeller = '';
  beforeAll(async () => {
    at = await company();
    strategy = await at.strategy();
    unit = await at.goal(at.mia, { owner: 'unit:sales', title: 'Sell more', target: 1_000 });
    seller = await at.goal(at.ada, { title: 'Call more', target: 100, value: 50 });
    secret = await at.goal(at.ada, { title: 'Mine alone', visibility: 'private', value: 20 });
    desk = await at.goal(at.bo, { title: 'Answer', value: 10, period: later });
    draft = await at.goal(at.bo, { title: 'A thought', stage: 'draft' });
    await at.align(at.mia, unit, { strategy, theme: 'answers' }, { from: '2026-03-01' });
    ofSeller = idOf(await at.align(at.ada, seller, { goal: unit }, { from: '2026-05-01' }));
    await at.align(at.ada, secret, { goal: unit });
    await at.settled();
  });
  afterAll(() => at.close());
  const later = { ...period, name: '2026-H1' };
  const mapFor = async (by: Company['ada'], query = '') =>
    (await by.get(`/alignment-map?${query}`)).body;

  it('goes from the strategy to every goal, with what is reached and what is not', async () => {
    const body = await mapFor(at.ada, 'effectiveAt=2026-05-01');
    expect(body).toMatchObject({
      on: '2026-05-01',
      totals: {
        ...{ shown: 5, hidden: 1, coverage: { value: 0.75, n: 4 } },
        ...{ orphans: { n: 0, items: [] }, unconnected: { n: 0 } },
        unaligned: { n: 1, items: [desk] },
        depths: [
          { depth: 1, goals: 1 },
          { depth: 2, goals: 2 },
        ],
        byUnit: [
          { unit: 'desk', coverage: { value: 0, n: 1 } },
          { unit: 'sales', coverage: { value: 1, n: 3 } },
        ],
        byOwnerKind: [
          { kind: 'person', coverage: { value: 2 / 3, n: 3 } },
          { kind: 'unit', coverage: { value: 1, n: 1 } },
        ],
      },
      strategies: [{ id: strategy, title: 'Closer', coverage: { value: 0.75, n: 4 } }],
      themes: [
        {
          ...{ strategy, theme: 'answers', name: 'Quick answers', perspective: 'customer' },
          ...{ children: [{ child: unit, share: 1 }], coverage: { value: 0.75, n: 4 } },
          rolledUp: { value: 0.5, n: 1, of: 1 },
        },
        { theme: 'cost', children: [], coverage: { value: 0 }, rolledUp: { value: null, n: 0 } },
      ],
    });
    const byId = new Map(nodesOf(body).map((one) => [one.id, one]));
    expect(byId.get(unit)).toMatchObject({
      ...{ hidden: false, owner: 'unit:sales', title: 'Sell more', stage: 'active', depth: 1 },
      ...{ status: 'aligned', progress: { value: null, n: 0 } },
      // 50 of 100 calls; how far the private one is, is not told.
      rolledUp: { value: 0.5, n: 1, of: 2, method: 'mean', definition: 'alignment-rollup@1' },
      parents: [{ parent: { strategy, theme: 'answers' }, mode: 'contributes', share: 1 }],
    });
    expect(byId.get(secret)).toMatchObject({ title: 'Mine alone', progress: { value: 0.2, n: 1 } });
    expect(byId.get(desk)).toMatchObject({ status: 'unaligned', depth: null });
    expect(byId.get(draft)).toEqual({ id: draft, hidden: true });
  });

  it('counts private goals, and shows them to those alone who may see them, on record', async () => {
    const forBo = await mapFor(at.bo, 'effectiveAt=2026-05-01');
    expect(nodesOf(forBo).find((one) => one.id === secret)).toEqual({ id: secret, hidden: true });
    expect(JSON.stringify(forBo)).not.toContain('Mine alone');
    expect(totalsOf(forBo)).toMatchObject({ hidden: 1, coverage: { value: 0.75, n: 4 } });
    const viewed = async () => {
      const { facts } = await at.log.readAll(null, { limit: 1_000, context: 'access' });
      return facts.map((one) => accessCodec.decode(one).fact);
    };
    expect(await viewed()).toEqual([]);
    const forMia = await mapFor(at.mia);
    expect(nodesOf(forMia).find((one) => one.id === secret)).toMatchObject({ title: 'Mine alone' });
    expect(await viewed()).toMatchObject([
      {
        ...{ subject: 'ada', by: 'mia', action: 'goal/read' },
        rule: expect.stringContaining('manager'),
        record: `goal:${secret}`,
      },
    ]);
    // The totals are the same for everybody.
    const same = await mapFor(at.bo);
    expect(totalsOf(same)['coverage']).toEqual(totalsOf(forMia)['coverage']);
  });

  it('holds alignments from their days on, whenever they were recorded', async () => {
    const statusAt = async (times: string) => {
      const nodes = nodesOf(await mapFor(at.ada, times));
      return nodes.find((one) => one.id === seller)?.status;
    };
    expect(await statusAt('effectiveAt=2026-04-30')).toBe('unaligned');
    expect(await statusAt('effectiveAt=2026-05-01')).toBe('aligned');
    expect(await statusAt('')).toBe('unaligned');
    const before = await mapFor(at.ada, 'effectiveAt=2026-03-31');
    expect(before).toMatchObject({ on: '2026-03-31', nodes: [] });
    expect(before['themes']).toMatchObject([{ theme: 'answers' }, { theme: 'cost' }]);
    expect(await mapFor(at.ada, 'effectiveAt=2025-12-31')).toMatchObject({ themes: [] });
  });

  it('is as it was recorded at an earlier point', async () => {
    const head = await at.log.head();
    const moved = { parent: { strategy, theme: 'cost' }, on: '2026-05-01', reason: 'Cheaper.' };
    const { body } = await at.ada.post(`/alignments/${ofSeller}/move`, moved);
    await at.settled();
    const depthAt = async (times: string) => {
      const nodes = nodesOf(await mapFor(at.ada, `effectiveAt=2026-05-02&${times}`));
      return nodes.find((one) => one.id === seller)?.depth;
    };
    expect(await depthAt('')).toBe(1);
    expect(await depthAt(`asOf=${head}`)).toBe(2);
    const { body: then } = await at.ada.get(`/alignment-map?asOf=${String(body['position'])}`);
    expect(then['position']).toBe(body['position']);
    await at.ada.post(`/alignments/${String(body['id'])}/move`, {
      ...{ parent: { goal: unit }, on: '2026-05-01', reason: 'Back.' },
    });
    await at.settled();
  });

  it('is narrowed by strategy, theme, owner, unit and period', async () => {
    const idsFor = async (query: string) => {
      const nodes = nodesOf(await mapFor(at.ada, `effectiveAt=2026-05-02&${query}`));
      return nodes.map((one) => one.id).toSorted();
    };
    const under = [unit, seller, secret].toSorted();
    expect(await idsFor(`strategy=${strategy}`)).toEqual(under);
    expect(await idsFor(`strategy=${strategy}&theme=answers`)).toEqual(under);
    expect(await idsFor('theme=cost')).toEqual([]);
    expect(await idsFor(`strategy=${nobody}`)).toEqual([]);
    expect(await idsFor('owner=me')).toEqual([seller, secret].toSorted());
    expect(await idsFor('unit=sales')).toEqual(under);
    expect(await idsFor('unit=board')).toHaveLength(5);
    expect(await idsFor('unit=none')).toEqual([]);
    expect(await idsFor('period=2026-H1')).toEqual([desk]);
    const ofDesk = totalsOf(await mapFor(at.ada, 'unit=desk'));
    expect(ofDesk).toMatchObject({ coverage: { value: 0, n: 1 }, unaligned: { n: 1 } });
    const theme = await mapFor(at.ada, 'theme=cost');
    expect(theme['themes']).toMatchObject([{ theme: 'cost' }]);
  });

  it.each([
    ['strategy=x', '?strategy'],
    ['owner=ada', '?owner'],
    ['effectiveAt=2026-02-30', '?effectiveAt'],
    ['colour=red', '?colour'],
  ])('refuses %s', async (query, field) => {
    const answer = await at.ada.get(`/alignment-map?${query}`);
    expect([answer.status, ...codeOf(answer)]).toEqual([400, 'request/invalid-parameter', field]);
  });

  it('leaves orphans when a parent is over, and when a strategy is retired', async () => {
    const other = await at.strategy({ title: 'Another', themes: [{ perspective: 'growth' }] });
    const [top, below] = [await at.goal(at.bo), await at.goal(at.bo)];
    await at.align(at.bo, top, { strategy: other, theme: 't1' }, { from: '2026-04-01' });
    await at.align(at.bo, below, { goal: top }, { from: '2026-04-01' });
    await at.eve.post(`/strategies/${other}/retire`, { reason: 'x', on: '2026-06-01' });
    await at.settled();
    const orphansOn = async (day: string) => {
      const { orphans, unconnected } = totalsOf(await mapFor(at.bo, `effectiveAt=${day}`));
      return [orphans, unconnected];
    };
    expect(await orphansOn('2026-05-31')).toMatchObject([{ n: 0 }, { n: 0 }]);
    expect(await orphansOn('2026-06-01')).toEqual([
      { n: 1, items: [top] },
      { n: 1, items: [below] },
    ]);
    await at.bo.post(`/goals/${top}/close`, { score: 1, lesson: 'x' });
    await at.settled();
    expect(await orphansOn('2026-06-01')).toEqual([
      { n: 1, items: [below] },
      { n: 0, items: [] },
    ]);
  });

  it('shows nothing to another tenant', async () => {
    const other = at.as('ada', { tenant: 'other', roles: ['goal-manager', 'auditor'] });
    const body = await mapFor(other);
    expect(body).toMatchObject({ nodes: [], themes: [], strategies: [] });
    expect(totalsOf(body)['coverage']).toMatchObject({ value: null, n: 0 });
  });
});

describe('what a map would be over HTTP', () => {
  let at: Company;
  let strategy: string;
  let [unit, seller, secret] = ['', '', ''];
  beforeAll(async () => {
    at = await company();
    strategy = await at.strategy();
    unit = await at.goal(at.mia, { owner: 'unit:sales' });
    seller = await at.goal(at.ada, { value: 50 });
    secret = await at.goal(at.ada, { visibility: 'private', value: 20 });
    await at.align(at.ada, seller, { goal: unit }, { from: '2026-03-01' });
    await at.align(at.ada, secret, { goal: unit }, { from: '2026-03-01' });
    await at.settled();
  });
  afterAll(() => at.close());

  it('says what would change, and records nothing', async () => {
    const head = await at.log.head();
    const to = { strategy, theme: 'answers' };
    const { status, body } = await at.bo.post('/alignment-map/what-if', {
      moves: [
        { child: unit, to, share: 1 },
        { child: seller, from: { goal: unit } },
        { child: seller, from: { goal: nobody }, to },
        { child: unit, to: { goal: unit } },
      ],
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ position: head, on: '2026-04-01' },
      refused: [
        { move: 2, code: 'alignment/not-aligned', field: '/moves/2/from' },
        { move: 3, code: 'alignment/to-itself', field: '/moves/3/to/goal' },
      ],
      before: { coverage: { value: 0, n: 3 }, unaligned: { n: 1, items: [unit] } },
      after: { coverage: { value: 2 / 3, n: 3 }, orphans: { n: 1, items: [seller] } },
      difference: {
        coverage: 2 / 3,
        statuses: { n: 3 },
        rolledUp: {
          n: 1,
          items: [{ goalId: unit, before: { value: 0.5 }, after: { value: null } }],
        },
        themes: [{ strategy, theme: 'answers', before: { value: 0 }, after: { value: 2 / 3 } }],
      },
    });
    expect(await at.log.head()).toBe(head);
  });

  it('knows no goal that the caller may not see', async () => {
    const moves = [{ child: seller, from: { goal: unit }, to: { goal: secret }, share: 1 }];
    const found = async (by: Company['ada']) => {
      const { body } = await by.post('/alignment-map/what-if', { moves });
      const { rolledUp } = body['difference'] as unknown as {
        rolledUp: { n: number; items: { goalId: string }[] };
      };
      const goals = rolledUp.items.map((one) => one.goalId).toSorted();
      return { n: rolledUp.n, goals, refused: body['refused'] };
    };
    const both = [unit, secret].toSorted();
    expect(await found(at.ada)).toEqual({ n: 2, goals: both, refused: [] });
    const unknown = { move: 0, code: 'alignment/unknown-goal', field: '/moves/0/to/goal' };
    expect(await found(at.bo)).toMatchObject({ n: 0, goals: [], refused: [unknown] });
  });

  it.each([
    [{ moves: [] }, '/moves'],
    [{ moves: [{ child: 'x' }] }, '/moves/0/child'],
    [{ moves: [{ child: nobody, to: {} }] }, '/moves/0/to'],
    [{ moves: [{ child: nobody, share: 2 }] }, '/moves/0/share'],
    [{}, '/moves'],
  ])('refuses %j', async (body, field) => {
    const answer = await at.bo.post('/alignment-map/what-if', body);
    expect([answer.status, ...codeOf(answer)]).toEqual([422, 'request/invalid-body', field]);
  });

  it.each([200, 201])('tries 200 moves and no more: %d', async (many) => {
    const moves = Array.from({ length: many }, () => ({ child: nobody }));
    const { status, body } = await at.bo.post('/alignment-map/what-if', { moves });
    expect(status).toBe(many === 200 ? 200 : 422);
    if (status === 200) expect(body['refused']).toHaveLength(200);
  });

  it('is tried on an earlier day', async () => {
    const moves = [{ child: unit, to: { strategy, theme: 'answers' }, share: 1 }];
    const { body } = await at.bo.post('/alignment-map/what-if?effectiveAt=2026-03-31', { moves });
    expect(body).toMatchObject({
      on: '2026-03-31',
      refused: [{ move: 0, code: 'alignment/unknown-goal', field: '/moves/0/child' }],
    });
  });
});
