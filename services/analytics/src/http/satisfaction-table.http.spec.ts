import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec, type RecordViewed } from '@plumbline/access';
import { classFindings } from '@plumbline/contracts/published';
import { flattened } from '@plumbline/exports';
import { fileFrom, openOtherReaders, rowsEverywhere, rowsOfCsv } from '@plumbline/exports/testing';
import type { OtherReaders } from '@plumbline/exports/testing';
import type { Body } from '@plumbline/feedback/testing';
import { satisfactionTable } from '../satisfaction.table.ts';
import { breakdowns } from '../views/satisfaction-breakdown.ts';
import { releasing, type Releasing } from './releases.testing.ts';

const { columns } = flattened(satisfactionTable.schema);
const span = 'metric=nps&from=2026-05-01&until=2026-05-31';

type Record = Readonly<{ [column: string]: string | number | boolean | null }>;

describe('the table of how satisfied customers are', () => {
  let house: Releasing;
  let others: OtherReaders;
  const ask = (query: string, more?: Parameters<typeof fileFrom>[2]) =>
    fileFrom(house.web, `/exports/satisfaction?${query}`, more);
  const rows = async (query: string, more?: Parameters<typeof fileFrom>[2]) => {
    const { status, bytes } = await ask(`format=csv&${query}`, more);
    expect([status, status === 200 ? '' : String(bytes)]).toEqual([200, '']);
    const { rows: cells } = rowsOfCsv(String(bytes), columns);
    return cells.map((row): Record => {
      return Object.fromEntries(columns.map(({ name }, at) => [name, row[at] ?? null]));
    });
  };
  const refusal = async (query: string, more?: Parameters<typeof fileFrom>[2]) => {
    const { status, bytes } = await ask(query, more);
    const { code, errors } = JSON.parse(String(bytes)) as { code: string; errors?: Body[] };
    return [status, code, errors?.[0]?.['field']];
  };

  beforeAll(async () => {
    others = await openOtherReaders();
    house = await releasing();
    const of = (person: string) => ({ attribution: [{ person, share: 1 }] });
    await house.answered([10, 9, 9, 8, 7, 3, 10], of('ada'));
    await house.answered([10, 10, 10, 2, 1, 9], { location: 'south', ...of('bo') });
    await house.answered([0, 1], { location: '=1+1', channel: 'web', occurredOn: '2026-05-05' });
    await house.answered([8, 8, 8, 8, 8, 8, 8, 8], { location: 'west', ...of('mia') });
  });
  afterAll(async () => {
    await house.close();
    others.close();
  });

  it('has the same rows everywhere, whole or in parts', async () => {
    // Each file is a fact itself: all of them are asked for as of one position.
    const asOf = String(await house.log.head());
    const of = (query: string) =>
      ask(query.includes('metric=') ? query : `${span}&by=location&asOf=${asOf}&${query}`);
    const { rows: all, names, same } = await rowsEverywhere(others, of, columns);
    expect(all).toHaveLength(5);
    expect(same).toEqual([all, all, all]);
    expect(names).toEqual(columns.map((one) => one.name));
  });

  it('has classes of data for every field, and none for text', () => {
    expect(classFindings(satisfactionTable.schema)).toEqual([]);
  });

  it.each(breakdowns.map((by) => [by]))(
    'tells by %s what the route tells, and no more',
    async (by) => {
      const caller = { sub: 'aud', roles: ['auditor'] };
      const table = await rows(`${span}&by=${by}`, caller);
      const [{ position } = {} as Record] = table;
      const { body } = await house.auditor.get(
        `/satisfaction?${span}&by=${by}&asOf=${String(position)}`,
      );
      const lines = [
        { of: null, rank: null, ...(body['total'] as Body) },
        ...(body['rows'] as Body[]),
      ];
      expect(table).toHaveLength(lines.length);
      for (const [row, { of, rank, tier, score, asked, noAnswer }] of lines.entries()) {
        const figure = (score ?? {}) as Body;
        const expected = {
          ...{ row, by: row === 0 ? null : by, tier, rank, asked, counting: 'responses@1' },
          of: by === 'unit' && row > 0 ? `unit:${String(of)}` : of,
          ...{
            metric: 'nps',
            from: '2026-05-01',
            until: '2026-05-31',
            scale_min: 0,
            scale_max: 10,
          },
          score_value: figure['value'] ?? null,
          score_n: figure['n'] ?? null,
          score_definition: figure['definition'] ?? null,
          score_low: figure['low'] ?? null,
          score_high: figure['high'] ?? null,
          score_promoters: figure['promoters'] ?? null,
          noAnswer_blank: (noAnswer as Body | null)?.['blank'] ?? null,
        };
        expect(table[row]).toMatchObject(expected);
      }
      expect(new Set(table.map((one) => one['position']))).toEqual(new Set([body['position']]));
    },
  );

  it('gives no row away that is hidden: nothing of it is there, and no sum leaves it alone', async () => {
    const table = await rows(`${span}&by=location`);
    const [total, ...places] = table;
    const hidden = places.filter(({ tier }) => tier === 'hidden');
    // Two answered there; the six of the south would give them away.
    expect(hidden.map(({ of }) => of).toSorted()).toEqual(['=1+1', 'south']);
    const told = ['row', 'metric', 'from', 'until', 'scale_min', 'scale_max', 'by', 'of', 'tier'];
    for (const row of hidden) {
      const known = Object.keys(row).filter((name) => row[name] !== null);
      expect(known).toEqual([...told, 'counting', 'position']);
    }
    const shown = places.reduce((sum, row) => sum + Number(row['score_n']), 0);
    expect(Number(total?.['score_n']) - shown).toBe(8);
    // A part of the table is hidden as the whole is, wherever it begins and ends.
    const parts = [];
    for (let after = 0; after < table.length - 1; after += 1) {
      const query = `${span}&by=location&limit=1&after=${after}&asOf=${String(total?.['position'])}`;
      parts.push(...(await rows(query)));
    }
    expect(parts).toEqual(places);
    // Nor is it given away by asking for it alone.
    expect(await rows(`${span}&location=%3D1%2B1`)).toMatchObject([
      { tier: 'hidden', score_n: null },
    ]);
  });

  it('has no cell that a spreadsheet would take for a formula', async () => {
    const { bytes } = await ask(`${span}&by=location&format=csv`);
    expect(String(bytes)).toContain('=1+1');
    expect(String(bytes)).not.toMatch(/(^|,)"?[=+\-@][^,\n]*[A-Za-z+]/m);
  });

  it('leaves people out for who may not read of them; to see them is recorded before', async () => {
    const looks = async () => {
      const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'access' });
      return facts
        .map((one) => accessCodec.decode(one).fact as RecordViewed)
        .filter(({ by, record }) => by === 'otto' && record?.startsWith('satisfaction:'))
        .map(({ subject }) => subject);
    };
    expect(await rows(`${span}&by=person`)).toHaveLength(1);
    expect(await looks()).toEqual([]);
    const seen = await rows(`${span}&by=person`, { sub: 'otto', roles: ['auditor'] });
    expect(seen.map(({ of }) => of)).toEqual([null, 'ada', 'mia', 'bo']);
    expect((await looks()).toSorted()).toEqual(['ada', 'bo', 'mia']);
    const person = [403, 'permission/satisfaction-read-person', undefined];
    expect(await refusal(`${span}&person=ada`)).toEqual(person);
  });

  it('is of a tenant alone', async () => {
    const other = { tenant: 'zeta' } as object;
    expect(await rows(`${span}&by=location`, other)).toMatchObject([
      { tier: 'hidden', score_n: null },
    ]);
  });

  it('is taken out by analysts and auditors, in person', async () => {
    const refused = [403, 'permission/table-export', undefined];
    // Both may read the route.
    expect(await refusal(span, { sub: 'sam', roles: ['service-manager'] })).toEqual(refused);
    expect(await refusal(`${span}&unit=board`, { sub: 'eve', roles: [] })).toEqual(refused);
    expect((await ask(span, { more: { 'on-behalf-of': 'max' } })).status).toBe(403);
  });

  it('is recorded: who asked for what, and what was made', async () => {
    const { headers } = await ask(`${span}&by=channel&format=csv`, { sub: 'rec' });
    const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'access' });
    const told = facts
      .map((one) => accessCodec.decode(one).fact as unknown as Body)
      .filter((fact) => String(fact['type']).startsWith('Export'))
      .slice(-2);
    const query = String(headers['content-location']).split('?')[1];
    expect(told).toMatchObject([
      { type: 'ExportRequested', by: 'rec', what: 'tables/satisfaction', query },
      { type: 'ExportProduced', rows: 3, position: headers['plumbline-position'] },
    ]);
  });

  it('is the same at the same address, whatever is answered meanwhile', async () => {
    const before = await ask(`${span}&by=unit&format=csv`);
    const path = String(before.headers['content-location']).split('?')[1] ?? '';
    expect(path).toContain(`asOf=${before.headers['plumbline-position']}`);
    await house.answered([5, 5, 5, 5, 5], { location: 'north' });
    // Ada leaves sales, as is known from now on.
    const move = { person: 'ada', post: 'agent', from: '2026-05-01' };
    await house.directory('directory.PersonMoved.v1', move);
    await house.settled();
    expect(String((await ask(path)).bytes)).toBe(String(before.bytes));
    expect(String((await ask(`${span}&by=unit&format=csv`)).bytes)).not.toBe(String(before.bytes));
  });

  it.each([
    ['limit=0', '?limit'],
    ['from=2026-05-02&until=2026-05-01', '?until'],
    ['by=weather', '?by'],
    ['else=1', '?else'],
    ['after=99', '?after'],
    ['after=1', '?after'],
    ['after=x', '?after'],
    ['after=-1', '?after'],
    ['after=00', '?after'],
  ])('is refused of %s', async (query, field) => {
    const asked = new URLSearchParams(`${span}&${query}`);
    const once = new URLSearchParams([...new Map(asked)]);
    const refused = [400, 'request/invalid-parameter', field];
    expect(await refusal(once.toString())).toEqual(refused);
  });

  it('ends after its last row', async () => {
    expect(await rows(`${span}&after=0`)).toEqual([]);
  });
});
