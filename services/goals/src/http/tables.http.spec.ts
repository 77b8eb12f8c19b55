import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec, type RecordViewed } from '@plumbline/access';
import { classFindings } from '@plumbline/contracts/published';
import { flattened } from '@plumbline/exports';
import { fileFrom, openOtherReaders, rowsEverywhere, rowsOfCsv } from '@plumbline/exports/testing';
import type { FileAnswer, OtherReaders } from '@plumbline/exports/testing';
import { goalTable, readingTable } from '../goals.tables.ts';
import { company, idOf, period, type Company } from './company.testing.ts';

const tables = { goals: goalTable, 'kpi-readings': readingTable };
const columnsOf = (name: keyof typeof tables) => flattened(tables[name].schema).columns;

describe('tables of goals', () => {
  let at: Company;
  let others: OtherReaders;
  const goals: string[] = [];
  let [secret, draft] = ['', ''];
  const ask = (path: string, more?: Parameters<typeof fileFrom>[2]) =>
    fileFrom(at.web, `/exports/${path}`, more);
  const rowsOf = ({ bytes }: FileAnswer, name: keyof typeof tables = 'goals') => {
    const { names, rows } = rowsOfCsv(String(bytes), columnsOf(name));
    return rows.map((row) => Object.fromEntries(names.map((one, index) => [one, row[index]])));
  };
  const measured = async (kpi: string, value: number) => {
    const body = { period, value, source: 'crm' };
    expect((await at.mia.post(`/kpis/${kpi}/measurements`, body)).status).toBe(201);
  };

  beforeAll(async () => {
    others = await openOtherReaders();
    at = await company('2026-04-01T09:00:00.000Z');
    for (const value of [20, 60]) goals.push(await at.goal(at.mia, { owner: 'unit:sales', value }));
    secret = await at.goal(at.ada, { visibility: 'private', value: 10 });
    draft = await at.goal(at.ada, { stage: 'draft' });
    const measure = { kind: 'increase', start: 0, target: 50, unit: 'h' };
    for (const goalId of [goals[0], undefined]) {
      const kpi = await at.mia.post('/kpis', { name: 'Hours, =1+1', measure, goalId });
      for (const value of [10, 20, 30]) await measured(idOf(kpi), value);
    }
    await at.settled();
  });
  afterAll(async () => {
    await at.close();
    others.close();
  });

  it.each(['goals', 'kpi-readings'] as const)('have the same rows everywhere: %s', async (name) => {
    const columns = columnsOf(name);
    const asked = (query: string) => ask(`${name}?${query}`);
    const { rows, names, same } = await rowsEverywhere(others, asked, columns);
    expect(rows).toHaveLength(name === 'goals' ? 2 : 6);
    expect(same).toEqual([rows, rows, rows]);
    expect(names).toEqual(columns.map((one) => one.name));
  });

  it('show goals with their progress and key results, and no word of text', async () => {
    const answer = await ask('goals?format=csv');
    const [row] = rowsOf(answer).filter(({ id }) => id === goals[1]);
    expect(row).toMatchObject({
      ...{ owner: 'unit:sales', stage: 'active', visibility: 'public', period_name: '2026-Q2' },
      ...{ progress_value: 0.6, progress_n: 1, progress_definition: 'objective-progress@1' },
    });
    expect(JSON.parse(String(row?.['keyResults']))).toEqual([
      {
        ...{ id: 'kr1', weight: 1, value: 60, attainment: 0.6 },
        measure: { kind: 'increase', start: 0, target: 100, unit: 'calls' },
      },
    ]);
    const readings = await ask('kpi-readings?format=csv');
    expect(
      rowsOf(readings, 'kpi-readings').map(({ value, progress_value: of }) => [value, of]),
    ).toEqual([10, 20, 30, 10, 20, 30].map((value) => [value, value / 50]));
    for (const { bytes } of [answer, readings]) expect(String(bytes)).not.toMatch(/More|Hours/);
  });

  it('have classes of data for every field, and none for text', () => {
    for (const { schema } of Object.values(tables)) expect(classFindings(schema)).toEqual([]);
  });

  it('show what the caller may see; what is sensitive is recorded before', async () => {
    const ofAnalyst = rowsOf(await ask('goals?format=csv')).map(({ id }) => id);
    expect(ofAnalyst.toSorted()).toEqual(goals.toSorted());
    const seen = await ask('goals?format=csv', { sub: 'otto', roles: ['auditor'] });
    const ofAuditor = rowsOf(seen).map(({ id }) => id);
    expect(ofAuditor.toSorted()).toEqual([...goals, secret, draft].toSorted());
    const { facts } = await at.log.readAll(null, { limit: 500, context: 'access' });
    const looks = facts.map((one) => accessCodec.decode(one).fact as RecordViewed);
    expect(looks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ by: 'otto', record: `goal:${secret}`, subject: 'ada' }),
      ]),
    );
    expect(looks.filter(({ by, record }) => by === 'ana' && record !== undefined)).toEqual([]);
    const other = await ask('goals?format=csv', { tenant: 'zeta' } as object);
    expect(rowsOf(other)).toEqual([]);
  });

  it('are those of a filter, as it was then', async () => {
    const only = async (query: string) => rowsOf(await ask(`goals?format=csv&${query}`)).length;
    expect(await only('period=2026-Q2&owner=unit:sales&stage=active')).toBe(2);
    expect(await only('period=2026-Q3')).toBe(0);
    const readings = await ask(`kpi-readings?format=csv&goal=${goals[0]}`);
    expect(rowsOf(readings, 'kpi-readings')).toHaveLength(3);
  });

  it('are the same at the same address, whatever is recorded meanwhile', async () => {
    for (const name of ['goals', 'kpi-readings'] as const) {
      const first = await ask(`${name}?format=csv`);
      const path = String(first.headers['content-location']).replace('/exports/', '');
      expect(path).toContain(`asOf=${first.headers['plumbline-position']}`);
      at.clock.advance(60_000);
      await at.goal(at.mia, { owner: 'unit:sales', value: 1 });
      const checkIn = { keyResultId: 'kr1', value: 90 };
      await at.mia.post(`/goals/${goals[1]}/check-ins`, checkIn);
      const kpi = rowsOf(await ask('kpi-readings?format=csv'), 'kpi-readings')[0]?.['kpiId'];
      await measured(String(kpi), 40);
      await at.settled();
      expect((await ask(path)).bytes).toEqual(first.bytes);
      expect((await ask(`${name}?format=csv`)).bytes).not.toEqual(first.bytes);
    }
  });

  it('wait for what was recorded', async () => {
    const id = await at.goal(at.mia, { owner: 'unit:sales', value: 5 });
    const answer = await ask('goals?format=csv');
    expect(rowsOf(answer).map((row) => row['id'])).toContain(id);
  });

  it('are taken out by analysts and auditors, in person', async () => {
    for (const name of ['goals', 'kpi-readings']) {
      for (const roles of [[], ['administrator', 'goal-manager']]) {
        const { status, bytes } = await ask(name, { roles });
        expect([status, JSON.parse(String(bytes))]).toMatchObject([
          403,
          { code: 'permission/table-export' },
        ]);
      }
      const { status } = await ask(name, { more: { 'on-behalf-of': 'max' } });
      expect(status).toBe(403);
    }
  });

  it('do not look complete after a row that there is none of', async () => {
    const nobody = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
    const readings = async (query: string) =>
      rowsOf(await ask(`kpi-readings?format=csv&${query}`), 'kpi-readings');
    const all = await readings('');
    const kpi = String(all[0]?.['kpiId']);
    expect(await readings(`after=${kpi}.0`)).toEqual(all.slice(1));
    const beyond = all.filter((row) => row['kpiId'] === kpi).length;
    const last = beyond - 1;
    expect((await ask(`kpi-readings?after=${kpi}.${last}`)).status).toBe(200);
    const places = [
      ...['goals?after=garbage', `goals?after=${nobody}`, `goals?after=${goals[0]}.0`],
      ...[kpi, 'garbage', 'garbage.0', `${nobody}.0`, `${kpi}.${beyond}`].map(
        (place) => `kpi-readings?after=${place}`,
      ),
      ...['__proto__', '00', '-1', '1e0', '0.0', ''].map(
        (index) => `kpi-readings?format=csv&after=${kpi}.${index}`,
      ),
      `kpi-readings?limit=1&after=${kpi}.${beyond}`,
    ];
    for (const path of places) {
      const { status, bytes } = await ask(path);
      const { errors } = JSON.parse(String(bytes)) as { errors: object[] };
      expect([path, status, errors]).toEqual([
        ...[path, 400],
        [{ field: '?after', rule: 'place', remedy: expect.stringContaining('row of this table') }],
      ]);
    }
  });

  it('are refused by problems that say what is wrong', async () => {
    const cases = [
      ['goals?limit=0', '?limit'],
      ['goals?owner=sales', '?owner'],
      ['goals?asOf=2026-13-01', '?asOf'],
      ['goals?asOf=2099-01-01', '?asOf'],
      ['goals?after=a%20b', '?after'],
      ['goals?else=1', '?else'],
      ['kpi-readings?goal=1', '?goal'],
      ['kpi-readings?header=present', '?header'],
    ] as const;
    for (const [path, field] of cases) {
      const { status, bytes } = await ask(path);
      const { errors } = JSON.parse(String(bytes)) as { errors: { field: string }[] };
      expect([path, status, errors[0]?.field]).toEqual([path, 400, field]);
    }
  });
});
