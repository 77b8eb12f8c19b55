import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec, type RecordViewed } from '@plumbline/access';
import { classFindings } from '@plumbline/contracts/published';
import { flattened } from '@plumbline/exports';
import { fileFrom, openOtherReaders, rowsEverywhere, rowsOfCsv } from '@plumbline/exports/testing';
import type { FileAnswer, OtherReaders } from '@plumbline/exports/testing';
import { releaseTable } from '../releases.table.ts';
import { may, releasing, type Releasing } from './releases.testing.ts';

const { columns } = flattened(releaseTable.schema);

describe('the table of released figures', () => {
  let house: Releasing;
  let others: OtherReaders;
  let [first, ofPeople, latest] = ['', '', ''];
  const ask = (query = '', more?: Parameters<typeof fileFrom>[2]) =>
    fileFrom(house.web, `/exports/metric-releases?${query}`, more);
  const rowsOf = ({ bytes }: FileAnswer) => {
    const { names, rows } = rowsOfCsv(String(bytes), columns);
    return rows.map((row) => Object.fromEntries(names.map((one, index) => [one, row[index]])));
  };
  const csv = async (query = '', more?: Parameters<typeof fileFrom>[2]) =>
    rowsOf(await ask(`format=csv&${query}`, more));

  beforeAll(async () => {
    others = await openOtherReaders();
    house = await releasing();
    const attribution = [{ person: 'mia', share: 1 }];
    await house.answered([10, 9, 9, 8, 7, 3], { attribution });
    await house.answered([0, 1, 2, 3, 10], { location: '=1+1' });
    await house.answered([0, 1], { location: 'east' });
    first = await house.released({ dimensions: ['location'] });
    ofPeople = await house.released({ dimensions: ['person'] }, house.sam);
    await house.answered([10, 10, 10, 10, 10], { location: 'west' });
    latest = await house.restated(first);
  });
  afterAll(async () => {
    await house.close();
    others.close();
  });

  it('has the same rows everywhere, whole or in parts', async () => {
    const { rows, names, same } = await rowsEverywhere(others, ask, columns);
    expect(rows.length).toBeGreaterThan(8);
    expect(same).toEqual([rows, rows, rows]);
    expect(names).toEqual(columns.map((one) => one.name));
  });

  it('shows figures as their releases do, and why others are withheld', async () => {
    const rows = await csv();
    for (const id of [first, latest]) {
      const { figures, countedAt, restates, restatedBy } = await house.release(id);
      const own = rows.filter(({ releaseId }) => releaseId === id);
      expect(own).toHaveLength(figures.length);
      for (const [index, { of, n, value, suppressed, ...more }] of figures.entries()) {
        const row = own[index];
        expect(row).toMatchObject({
          ...{ figure: index, n, value, suppressed, restates, restatedBy, countedAt },
          ...{ low: more['low'], high: more['high'], tier: more['tier'], threshold: 5 },
          ...{ metric: 'nps', version: 1, formula: 'nps@1', from: may.from, until: may.until },
          ...{ source_question: 'nps', source_scale_min: 0, source_scale_max: 10 },
        });
        const group = Object.entries(of).map(([dimension, segment]) => ({ dimension, segment }));
        expect(JSON.parse(String(row?.['group']))).toEqual(group);
      }
    }
    const withheld = rows.filter(({ suppressed }) => suppressed !== null);
    expect(withheld.map((row) => row['tier'])).toContain('hidden');
    for (const row of withheld) expect(row).toMatchObject({ n: null, value: null, low: null });
  });

  it('has no cell that a spreadsheet would take for a formula', async () => {
    const { bytes } = await ask('format=csv');
    expect(String(bytes)).toContain('=1+1');
    expect(String(bytes)).not.toMatch(/(^|,)"?[=+\-@][^,\n]*[A-Za-z+]/m);
  });

  it('has classes of data for every field, and none for text', () => {
    expect(classFindings(releaseTable.schema)).toEqual([]);
  });

  it('leaves people out for who may not read of them; to see them is recorded before', async () => {
    const of = async (more: Parameters<typeof fileFrom>[2]) =>
      (await csv('', more)).filter(({ releaseId }) => releaseId === ofPeople);
    const people = (rows: readonly object[]) => JSON.stringify(rows).includes('mia');
    expect((await of({})).length).toBeGreaterThan(0);
    expect(people(await of({}))).toBe(false);
    const looks = async () => {
      const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'access' });
      return facts
        .map((one) => accessCodec.decode(one).fact as RecordViewed)
        .filter(({ by, record }) => by === 'otto' && record === `release:${ofPeople}`);
    };
    expect(await looks()).toEqual([]);
    expect(people(await of({ sub: 'otto', roles: ['auditor'] }))).toBe(true);
    expect(await looks()).toEqual([expect.objectContaining({ subject: 'mia' })]);
    expect(await csv('', { tenant: 'zeta' } as object)).toEqual([]);
  });

  it('has those of a filter', async () => {
    const ids = async (query: string) =>
      [...new Set((await csv(query)).map(({ releaseId }) => releaseId))].toSorted();
    const all = [first, ofPeople, latest].toSorted();
    expect(await ids('metric=nps&question=nps&from=2026-05-31')).toEqual(all);
    expect(await ids('until=2026-05-01')).toEqual(all);
    expect(await ids('metric=csat')).toEqual([]);
    expect(await ids('question=csat')).toEqual([]);
    expect(await ids('from=2026-06-01')).toEqual([]);
    expect(await ids('until=2026-04-30')).toEqual([]);
  });

  it('is the same at the same address, whatever is released meanwhile', async () => {
    const before = await ask('format=csv');
    const path = String(before.headers['content-location']).split('?')[1];
    expect(path).toContain(`asOf=${before.headers['plumbline-position']}`);
    await house.answered([5, 5, 5, 5, 5], { location: 'north' });
    const again = await house.restated(latest);
    expect((await ask(path)).bytes).toEqual(before.bytes);
    const rows = await csv();
    const restatedBy = (id: string) => rows.find((row) => row['releaseId'] === id)?.['restatedBy'];
    expect([restatedBy(latest), restatedBy(again)]).toEqual([again, null]);
  });

  it('is taken out by analysts and auditors, in person', async () => {
    for (const roles of [[], ['administrator', 'service-manager']]) {
      const { status, bytes } = await ask('', { roles });
      const code = (JSON.parse(String(bytes)) as { code: string }).code;
      expect([status, code]).toEqual([403, 'permission/table-export']);
    }
    expect((await ask('', { more: { 'on-behalf-of': 'max' } })).status).toBe(403);
  });

  it('does not look complete after a row that there is none of', async () => {
    const own = (await csv()).filter(({ releaseId }) => releaseId === first);
    const rest = await csv(`after=${first}.0`);
    expect(rest.filter(({ releaseId }) => releaseId === first)).toEqual(own.slice(1));
    expect((await ask(`after=${first}.${own.length - 1}`)).status).toBe(200);
    const nobody = 'ffffffff-ffff-4fff-bfff-ffffffffffff';
    for (const place of [
      ...['garbage', 'garbage.0', first, `${nobody}.0`, `${first}.${own.length}`],
      ...['__proto__', '00', '-1', '1e0', '0.0', ''].map((index) => `${first}.${index}`),
    ]) {
      const { status, bytes } = await ask(`after=${place}`);
      const { errors } = JSON.parse(String(bytes)) as { errors: object[] };
      expect([place, status, errors]).toEqual([
        ...[place, 400],
        [{ field: '?after', rule: 'place', remedy: expect.stringContaining('row of this table') }],
      ]);
    }
  });

  it('is refused by problems that say what is wrong', async () => {
    for (const [query, field] of [
      ['limit=0', '?limit'],
      ['metric=A%20b', '?metric'],
      ['from=2026-13-01', '?from'],
      ['after=a%20b', '?after'],
      ['else=1', '?else'],
    ] as const) {
      const { status, bytes } = await ask(query);
      const { errors } = JSON.parse(String(bytes)) as { errors: { field: string }[] };
      expect([query, status, errors[0]?.field]).toEqual([query, 400, field]);
    }
  });
});
