import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { accessCodec } from '@plumbline/access';
import { classFindings } from '@plumbline/contracts/published';
import { flattened } from '@plumbline/exports';
import { fileFrom, openOtherReaders, rowsEverywhere, rowsOfCsv } from '@plumbline/exports/testing';
import type { OtherReaders } from '@plumbline/exports/testing';
import { attainmentTable, recognitionTable } from '../feedback.tables.ts';
import type { Body } from '../feedback.testing.ts';
import { desk, type Desk } from './cases.testing.ts';
import { programme } from './recognition.testing.ts';

const span = 'from=2026-03-01&until=2026-03-31';
const tables = { 'service-levels': attainmentTable, recognition: recognitionTable } as const;
type Name = keyof typeof tables;
type More = Parameters<typeof fileFrom>[2];
type Cells = Readonly<Record<string, unknown>>;

let house: Desk;
let others: OtherReaders;

/** Sales have six, the lab five, the desk one, and the board is eve’s. */
beforeAll(async () => {
  others = await openOtherReaders();
  house = await desk();
  const from = '2026-01-01';
  await house.directory('directory.UnitEstablished.v1', { unit: 'lab', parent: 'board', from });
  const post = { post: 'tester', unit: 'lab', manager: 'chief', fte: 5, from };
  await house.directory('directory.PostEstablished.v1', post);
  for (const person of ['dee', 'fay', 'gil']) {
    await house.directory('directory.PersonJoined.v1', { person, post: 'seller', from });
  }
  for (const person of ['ira', 'jan', 'kai', 'lou', 'max']) {
    await house.directory('directory.PersonJoined.v1', { person, post: 'tester', from });
  }
  await house.settled();
  const hr = house.as('hal', { roles: ['hr-partner'] });
  await house.made(hr.post('/reward-programme', programme));
  for (const [by, to] of [
    ['ada', 'cy'],
    ['cy', 'ada'],
    ['mia', 'bo'],
    ['ira', 'jan'],
  ] as const) {
    const given = { receivers: [to], value: 'care', points: 10, note: 'Thank you.' };
    await house.made(house.as(by).post('/recognitions', given));
  }
  const quick = await house.level({ name: 'Quick', targets: { firstResponse: 30 } });
  const cases = [await house.open(), await house.open(), await house.open({ slaRef: quick })];
  await house.open({ unit: 'sales' });
  house.clock.advance(20 * 60_000);
  for (const id of cases.slice(1)) await house.bo.post(`/cases/${id}/respond`, {});
  house.clock.advance(3_600_000);
  await house.bo.post(`/cases/${cases[1]}/resolve`, {});
  await house.settled();
});
afterAll(async () => {
  await house.close();
  others.close();
});

const ask = (name: Name, query = '', more?: More) =>
  fileFrom(house.web, `/exports/${name}?${query}`, more);

async function rows(name: Name, query = span, more?: More): Promise<Cells[]> {
  const { status, bytes } = await ask(name, `format=csv&${query}`, more);
  expect([status, status === 200 ? '' : String(bytes)]).toEqual([200, '']);
  const { columns } = flattened(tables[name].schema);
  return rowsOfCsv(String(bytes), columns).rows.map((row) => {
    return Object.fromEntries(columns.map((column, at) => [column.name, row[at] ?? null]));
  });
}

/** What the route of the figures answers at the position of a table. */
async function told(path: string, [row]: readonly Cells[]): Promise<Body> {
  const { status, body } = await house.eve.get(`${path}&asOf=${String(row?.['position'])}`);
  expect([status, body['position']]).toEqual([200, row?.['position']]);
  return body;
}

/** The columns of a figure, or of what there is instead. */
function cellsOf(name: string, figure: unknown): Cells {
  const {
    value = null,
    n = null,
    definition = null,
    low = null,
    high = null,
  } = (figure ?? {}) as Body;
  return {
    ...{ [`${name}_value`]: value, [`${name}_n`]: n, [`${name}_definition`]: definition },
    ...{ [`${name}_low`]: low, [`${name}_high`]: high },
  };
}

describe('the table of service levels', () => {
  it('tells what the route tells: of all, of each unit, and of each service level', async () => {
    const table = await rows('service-levels');
    const body = await told(`/sla-attainment?${span}`, table);
    const lines = [
      { by: null, of: null, ...body },
      ...(body['units'] as Body[]).map((one) => ({ by: 'unit', of: one['unit'], ...one })),
      ...(body['serviceLevels'] as Body[]).map((one) => ({
        ...{ by: 'service-level', of: one['slaRef'], ...one },
      })),
    ] as Body[];
    expect(lines.map(({ by }) => by)).toEqual([
      ...[null, 'unit', 'unit', 'service-level', 'service-level'],
    ]);
    expect(table).toHaveLength(lines.length);
    for (const [
      row,
      { by, of, cases, firstResponse, resolution, resolutionMinutes },
    ] of lines.entries()) {
      const [first, last] = [firstResponse, resolution] as Body[];
      const { median, p90 } = resolutionMinutes as Body;
      expect(table[row]).toMatchObject({
        ...{ row, by, cases, from: '2026-03-01', until: '2026-03-31' },
        unit: by === 'unit' ? `unit:${String(of)}` : null,
        slaRef: by === 'service-level' ? of : null,
        ...cellsOf('firstResponse_share', first?.['share']),
        ...cellsOf('resolution_share', last?.['share']),
        firstResponse_met: first?.['met'],
        resolution_openInTime: last?.['openInTime'],
        ...cellsOf('resolutionMinutes_median', median),
        ...cellsOf('resolutionMinutes_p90', p90),
      });
    }
    expect(table[0]).toMatchObject({ cases: 4, firstResponse_share_n: 2 });
  });

  it('is of a unit, or of a service level', async () => {
    expect(await rows('service-levels', `${span}&unit=sales`)).toMatchObject([
      { by: null, cases: 1 },
      { by: 'unit', unit: 'unit:sales' },
      { by: 'service-level' },
    ]);
    const none = `${span}&sla=6f0c2b9e-3d41-5a87-8b62-1e4d7c9a0f35`;
    expect(await rows('service-levels', none)).toMatchObject([
      { cases: 0, firstResponse_share_value: null, firstResponse_share_n: 0 },
    ]);
  });

  it('reads clocks at the same instant at the same address', async () => {
    const before = await ask('service-levels', `${span}&format=csv`);
    house.clock.advance(3 * 86_400_000);
    const path = String(before.headers['content-location']).split('?')[1] ?? '';
    expect(String((await ask('service-levels', path)).bytes)).toBe(String(before.bytes));
    const [now] = await rows('service-levels');
    expect(now).toMatchObject({ firstResponse_share_n: 4, firstResponse_openPastDue: 2 });
  });
});

describe('the table of recognition', () => {
  it('tells what the route tells of everybody, and of each unit alone', async () => {
    const table = await rows('recognition');
    expect(table.map(({ unit }) => unit)).toEqual([
      ...[null, 'unit:board', 'unit:desk', 'unit:lab', 'unit:sales'],
    ]);
    for (const row of table) {
      const unit = row['unit'] === null ? '' : `&unit=${String(row['unit']).slice(5)}`;
      const body = await told(`/recognitions/figures?${span}${unit}`, table);
      const { people, tier, recognitions, coverage, concentration, reciprocity } = body[
        'figures'
      ] as Body;
      expect(row['people']).toBe(people);
      if (row['tier'] === 'hidden') continue;
      expect(row).toMatchObject({
        ...{ tier, recognitions, ...cellsOf('coverage', coverage) },
        ...cellsOf('concentration', concentration),
        ...cellsOf('reciprocity', reciprocity),
      });
    }
    expect(table[0]).toMatchObject({ people: 13, recognitions: 4, coverage_successes: 4 });
  });

  it('gives no unit away that is hidden, and none by what is shown around it', async () => {
    const table = await rows('recognition');
    const hidden = table.filter(({ tier }) => tier === 'hidden');
    // The desk has one, and the board eve: without the lab, what the two got could be computed.
    expect(hidden.map(({ unit }) => unit)).toEqual(['unit:desk', 'unit:lab']);
    for (const row of hidden) {
      const known = Object.keys(row).filter((name) => row[name] !== null);
      expect(known).toEqual(['row', 'from', 'until', 'unit', 'people', 'tier', 'position']);
    }
  });

  it('is of a unit with those within it', async () => {
    const of = async (unit: string) =>
      (await rows('recognition', `${span}&unit=${unit}`)).map((row) => [row['unit'], row['tier']]);
    expect(await of('sales')).toEqual([['unit:sales', 'indicative']]);
    expect(await of('desk')).toEqual([['unit:desk', 'hidden']]);
    expect(await of('nowhere')).toEqual([['unit:nowhere', 'hidden']]);
    expect(await of('board')).toHaveLength(4);
  });

  it('has the days that it is of, also where none were asked for', async () => {
    const [row] = await rows('recognition', 'effectiveAt=2026-03-31');
    expect(row).toMatchObject({ from: '2026-01-01', until: '2026-03-31' });
  });
});

describe.each(['service-levels', 'recognition'] as const)('the table of %s', (name) => {
  const refusal = async (query: string, more?: More) => {
    const { status, bytes } = await ask(name, query, more);
    const { code, errors } = JSON.parse(String(bytes)) as { code: string; errors?: Body[] };
    return [status, code, errors?.[0]?.['field']];
  };

  it('has the same rows everywhere, whole or in parts', async () => {
    const { columns } = flattened(tables[name].schema);
    const pinned = `${span}&asOf=${String(await house.log.head())}&effectiveAt=2026-03-31`;
    const of = (query: string) => ask(name, query.includes('from=') ? query : `${pinned}&${query}`);
    const { rows: all, names, same } = await rowsEverywhere(others, of, columns);
    expect(all).toHaveLength(5);
    expect(same).toEqual([all, all, all]);
    expect(names).toEqual(columns.map((one) => one.name));
  });

  it('has classes of data for every field, and none for text', () => {
    expect(classFindings(tables[name].schema)).toEqual([]);
  });

  it('is taken out by analysts and auditors, in person', async () => {
    const refused = [403, 'permission/table-export', undefined];
    expect(await refusal(span, { sub: 'eve', roles: [] })).toEqual(refused);
    const roles = ['administrator', 'service-manager', 'hr-partner'];
    expect(await refusal(span, { sub: 'sam', roles })).toEqual(refused);
    expect((await ask(name, span, { more: { 'on-behalf-of': 'max' } })).status).toBe(403);
    expect((await ask(name, span, { roles: ['auditor'] })).status).toBe(200);
  });

  it('is of a tenant alone', async () => {
    const [row, ...more] = await rows(name, span, { tenant: 'zeta' } as object);
    expect([row?.['cases'] ?? row?.['people'], more]).toEqual([0, []]);
  });

  it('is recorded: who asked for what, and what was made', async () => {
    const { headers } = await ask(name, `${span}&format=csv`, { sub: 'rec' });
    const { facts } = await house.log.readAll(null, { limit: 1_000, context: 'access' });
    const said = facts.map((one) => accessCodec.decode(one).fact as unknown as Body);
    const query = String(headers['content-location']).split('?')[1];
    expect(said.slice(-2)).toMatchObject([
      { type: 'ExportRequested', by: 'rec', what: `tables/${name}`, query },
      { type: 'ExportProduced', rows: 5, position: headers['plumbline-position'] },
    ]);
  });

  it.each([
    ['from=2026-04-01&until=2026-03-01', '?until'],
    ['from=2026-02-30&until=2026-03-01', '?from'],
    [`${span}&unit=%20`, '?unit'],
    [`${span}&else=1`, '?else'],
    [`${span}&after=5`, '?after'],
    [`${span}&after=1.5`, '?after'],
  ])('is refused of %s', async (query, field) => {
    expect(await refusal(query)).toEqual([400, 'request/invalid-parameter', field]);
  });

  it('ends after its last row', async () => {
    expect(await rows(name, `${span}&after=4`)).toEqual([]);
  });
});
