import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, type Body } from '@plumbline/feedback/testing';
import { may, releasing, saidOf, type Releasing } from './releases.testing.ts';

let house: Releasing;

beforeAll(async () => {
  house = await releasing();
});

afterAll(() => house.close());

/** Each test has a month of its own, so that releases of others are of other answers. */
const spanOf = (month: string) => ({ from: `${month}-01`, until: `${month}-28` });
const on = (month: string, more: object = {}) => ({ occurredOn: `${month}-04`, ...more });

describe('a release', () => {
  it('shows figures with count, interval, version of the metric and position', async () => {
    await house.answered([10, 9, 9, 8, 7, 3], on('2026-05'));
    await house.answered([0, 1, 2, 3, 10], on('2026-05', { location: 'south' }));
    await house.answered([0, 1], on('2026-05', { location: 'east' }));
    const id = await house.released({ dimensions: ['location'] });
    const release = await house.release(id);
    expect(release).toMatchObject({
      ...{ id, definition: 'nps@1', formula: 'nps@1', ...may, dimensions: ['location'] },
      source: { kind: 'customer-responses', question: 'nps', scale: { min: 0, max: 10 } },
      ...{ threshold: 5, restates: null, restatedBy: null, by: { sub: 'ana' }, diff: [] },
    });
    expect(saidOf(release)).toEqual({
      ...{ '*': 13, east: 'below-threshold', north: 6, south: 'complementary' },
    });
    const { countedAt } = release;
    expect(release.figures[2]).toMatchObject({
      ...{ figure: 2, of: { location: 'north' }, tier: 'indicative', rank: 1, suppressed: null },
      ...{
        n: 6,
        value: 100 / 3,
        definition: 'nps@1',
        countedAt,
        standardError: expect.any(Number),
      },
      ...{ low: expect.any(Number), high: expect.any(Number) },
    });
    const nothing = { n: null, value: null, low: null, high: null, counts: null };
    expect(release.figures[1]).toMatchObject({ tier: 'hidden', rank: null, ...nothing, countedAt });
  });

  it('is the same for ever, and not there before it was made', async () => {
    await house.answered([10, 9, 9, 8, 7, 3], on('2026-04'));
    const before = (await house.log.head()) ?? '';
    const id = await house.released(spanOf('2026-04'));
    const first = await house.release(id);
    await house.answered([0, 0, 0, 0, 0], on('2026-04'));
    const later = await house.restated(id);
    expect(await house.release(id)).toEqual({ ...first, restatedBy: later });
    expect((await house.cy.get(`/metric-releases/${id}?asOf=${before}`)).status).toBe(404);
    const { position } = (await house.cy.get('/metric-releases')).body as { position: string };
    expect(await house.release(id, house.cy, `?asOf=${position}`)).toMatchObject({ id });
  });

  it('counts what was recorded by a position, whatever came since', async () => {
    await house.answered([10, 9, 9, 8, 7, 3], on('2026-03'));
    const asOf = (await house.log.head()) ?? '';
    await house.answered([0, 0, 0, 0, 0], on('2026-03'));
    const id = await house.released({ ...spanOf('2026-03'), asOf });
    expect(await house.release(id)).toMatchObject({ countedAt: asOf, figures: [{ n: 6 }] });
  });

  it('is made once, however often it is asked for', async () => {
    await house.answered([10, 9, 9, 8, 7], on('2026-02'));
    const body = { metric: 'nps', ...spanOf('2026-02') };
    const key = { 'idempotency-key': 'february' };
    const [first, again] = [
      await house.ana.post('/metric-releases', body, key),
      await house.ana.post('/metric-releases', body, key),
    ];
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual({ ...first.body, replayed: true });
    // Also to who releases nothing any more.
    const ana = house.as('ana');
    expect((await ana.post('/metric-releases', body, key)).body).toEqual(again.body);
    expect((await ana.post('/metric-releases', body)).status).toBe(403);
    const twin = await house.ana.post('/metric-releases', body);
    expect([twin.status, codeOf(twin)[0]]).toEqual([409, 'release/already-released']);
  });

  it('of two that are made at once is decided beside the other', async () => {
    await house.answered([10, 9, 9, 8, 7, 1, 1, 1], on('2026-01'));
    await house.answered([1, 2], on('2026-01', { channel: 'web' }));
    const post = (dimensions: string[]) =>
      house.made(
        house.ana.post('/metric-releases', { metric: 'nps', ...spanOf('2026-01'), dimensions }),
      );
    const ids = await Promise.all([post([]), post(['channel']), post(['touchpoint'])]);
    await house.settled();
    const shown = await Promise.all(ids.map(async (id) => saidOf(await house.release(id))));
    expect(shown).toEqual([
      { '*': 10 },
      { '*': 10, mail: 'complementary', web: 'below-threshold' },
      { '*': 10, counter: 10 },
    ]);
  });

  it('rolls units up as they stood on the day, and follows what is attributed anew', async () => {
    const desk = { attribution: [{ unit: 'desk', share: 1 }] };
    const made = await house.answered([10, 9, 9, 8, 7, 3], on('2025-12', desk));
    await house.directory('directory.UnitEstablished.v1', {
      ...{ unit: 'old', parent: null, from: '2025-01-01' },
    });
    await house.answered(
      [1, 1, 1, 1, 1],
      on('2025-12', { attribution: [{ unit: 'old', share: 1 }] }),
    );
    const id = await house.released({ ...spanOf('2025-12'), dimensions: ['unit'] });
    expect(saidOf(await house.release(id))).toEqual({ '*': 11, desk: 6, old: 5 });
    for (const one of made.slice(0, 2)) {
      const shares = { shares: [{ unit: 'old', share: 1 }], reason: 'Theirs.' };
      await house.sam.post(`/customer-responses/${one}/attribute`, shares);
    }
    await house.settled();
    const later = await house.restated(id);
    expect(saidOf(await house.release(later))).toEqual({
      ...{ '*': 11, desk: 'below-threshold', old: 'complementary' },
    });
  });
});

describe('a restatement', () => {
  it('has what came late in the period of the interaction, and a difference', async () => {
    await house.answered([10, 9, 9, 8, 7], on('2025-11'));
    await house.answered([10, 9, 9, 8, 7], on('2025-11', { location: 'south' }));
    const id = await house.released({ ...spanOf('2025-11'), dimensions: ['location'] });
    await house.answered([0, 0, 0, 0, 0], on('2025-11', { location: 'south' }));
    const later = await house.restated(id);
    const release = await house.release(later);
    expect(saidOf(release)).toEqual({ '*': 15, north: 5, south: 10 });
    expect(release).toMatchObject({
      restates: id,
      diff: [
        { of: {}, before: { n: 10, value: 60 }, after: { n: 15 }, difference: { n: 5 } },
        { of: { location: 'south' }, before: { n: 5 }, after: { n: 10, value: -20 } },
      ],
    });
    // Each as it is told by its own release, with the interval that it has there.
    const toldIn = async (of: string) => {
      const { n, value, definition, low, high } = (await house.release(of)).figures[0] as Body;
      return { n, value, definition, low, high };
    };
    const [all, south] = release['diff'] as { before: Body; after: Body; difference: Body }[];
    expect([all?.before, all?.after]).toEqual([await toldIn(id), await toldIn(later)]);
    expect(all?.difference).toMatchObject({ definition: 'nps@1' });
    expect(south?.after['low']).toBe(release.figures[2]?.['low']);
    const again = await house.ana.post(`/metric-releases/${id}/restate`, {});
    expect([again.status, codeOf(again)[0]]).toEqual([409, 'release/restated-already']);
  });

  it('waits while fewer than the threshold have come', async () => {
    await house.answered([10, 9, 9, 8, 7], on('2025-10'));
    const id = await house.released(spanOf('2025-10'));
    await house.answered([0, 0, 0], on('2025-10'));
    const waiting = await house.restated(id);
    expect(saidOf(await house.release(waiting))).toEqual({ '*': 'across-releases' });
    await house.answered([0, 0], on('2025-10'));
    expect(saidOf(await house.release(await house.restated(waiting)))).toEqual({ '*': 10 });
  });

  it('is of a release that there is, and of something later', async () => {
    const nowhere = '/metric-releases/6f0c2b9e-3d41-5a87-8b62-1e4d7c9a0f35/restate';
    expect((await house.ana.post(nowhere, {})).status).toBe(404);
    await house.answered([10, 9, 9, 8, 7], on('2025-09'));
    const id = await house.released(spanOf('2025-09'));
    const { countedAt: asOf } = await house.release(id);
    const early = await house.ana.post(`/metric-releases/${id}/restate`, { asOf });
    expect([early.status, codeOf(early)]).toEqual([422, ['release/not-later', '/asOf']]);
  });
});

describe('why this number', () => {
  const why = async (id: string, figure: number, by = house.sam, query = '') => {
    const { status, body } = await by.get(`/metric-releases/${id}/figures/${figure}${query}`);
    return status === 200 ? body : { status };
  };

  it('has an answer: formula, counts, guard, and the facts, page by page', async () => {
    const made = await house.answered([10, 9, 9, 8, 7, 3], on('2025-08'));
    await house.answered([1, 1, 1, 1, 1], on('2025-08', { location: 'south' }));
    const id = await house.released({ ...spanOf('2025-08'), dimensions: ['location'] });
    const answer = await why(id, 1);
    expect(answer).toMatchObject({
      figure: { of: { location: 'north' }, n: 6, definition: 'nps@1' },
      release: { id, threshold: 5 },
      formula: { name: 'nps@1', text: expect.stringContaining('promoters') },
      filled: '100 (3 − 1) / 6 = 33.3333, −26.3065 to 92.9731',
      guard: { threshold: 5, decision: expect.stringMatching(/^Shown: it is of 6 answers/) },
      withheld: null,
    });
    const facts = async (query: string) => {
      const page = await why(id, 1, house.sam, query);
      return [page['facts'], page['next']] as [Body[], string | undefined];
    };
    const [first, next] = await facts('?limit=4');
    const [rest, end] = await facts(`?limit=4&after=${next}`);
    expect([first.length, rest.length, end]).toEqual([4, 2, undefined]);
    const streams = [...first, ...rest].map(({ stream }) => String(stream).split('.').at(-1));
    expect(new Set(streams)).toEqual(new Set(made));
    expect(first[0]).toMatchObject({
      ...{ type: 'feedback.CustomerResponseRecorded.v1', revision: 0 },
      ...{ id: expect.any(String), position: expect.any(String) },
    });
  });

  it('is told in words where it is withheld', async () => {
    await house.answered([10, 9, 9], on('2025-07'));
    const id = await house.released(spanOf('2025-07'));
    expect(await why(id, 0, house.cy)).toMatchObject({
      ...{ filled: null, figure: { n: null, suppressed: 'below-threshold' } },
      guard: { decision: 'Withheld: it is of fewer than 5 answers, or of none.' },
    });
    expect(await why(id, 1)).toEqual({ status: 404 });
  });

  it('names the facts to those alone who may read the single responses', async () => {
    const sales = { attribution: [{ unit: 'sales', share: 1 }] };
    await house.answered([10, 9, 9, 8, 7, 3], on('2025-06', sales));
    const id = await house.released({ ...spanOf('2025-06'), dimensions: ['unit'] });
    const { figures } = await house.release(id);
    const at = (unit?: string) => figures.find(({ of }) => of['unit'] === unit)?.figure ?? NaN;
    const told = async (by: typeof house.sam, unit?: string) =>
      (await why(id, at(unit), by))['facts'];
    for (const by of [house.sam, house.auditor]) expect(await told(by)).toHaveLength(12);
    for (const by of [house.mia, house.cy, house.ana]) expect(await told(by)).toBeNull();
    expect(await told(house.mia, 'sales')).toHaveLength(12);
    expect(await told(house.eve, 'sales')).toHaveLength(12);
    for (const by of [house.bo, house.cy, house.ana]) expect(await told(by, 'sales')).toBeNull();
    const { withheld } = await why(id, at(), house.cy);
    expect(withheld).toMatch(/^A single response is read by/);
  });
});

describe('figures of people', () => {
  it('are released by those who may read all of them, and seen by those who may', async () => {
    const held = (person: string) => ({ attribution: [{ person, share: 1 }] });
    await house.answered([10, 9, 9, 8, 7], on('2025-05', held('ada')));
    await house.answered([1, 1, 1, 1, 1, 1], on('2025-05', held('bo')));
    const body = { metric: 'nps', ...spanOf('2025-05'), dimensions: ['person'] };
    const refused = await house.ana.post('/metric-releases', body);
    expect([refused.status, codeOf(refused)[0]]).toEqual([
      403,
      'permission/satisfaction-read-person',
    ]);
    const id = await house.released(body, house.sam);
    const seen = async (by: typeof house.sam) => saidOf(await house.release(id, by));
    expect(await seen(house.sam)).toEqual({ '*': 11, ada: 5, bo: 6 });
    expect(await seen(house.ada)).toEqual({ '*': 11, ada: 5 });
    expect(await seen(house.mia)).toEqual({ '*': 11, ada: 5 });
    expect(await seen(house.cy)).toEqual({ '*': 11 });
    const { figures } = await house.release(id, house.sam);
    const bo = figures.find(({ of }) => of['person'] === 'bo')?.figure;
    const answer = await house.cy.get(`/metric-releases/${id}/figures/${bo}`);
    expect(answer.status).toBe(404);
  });
});

describe('releasing', () => {
  it('is for analysts and service managers of the company', async () => {
    const body = { metric: 'nps', ...may };
    for (const by of [house.cy, house.eve, house.auditor]) {
      const answer = await by.post('/metric-releases', body);
      expect([answer.status, codeOf(answer)[0]]).toEqual([403, 'permission/release-publish']);
    }
    const role = { person: 'bo', role: 'service-manager', unit: 'desk', from: '2026-01-01' };
    await house.directory('directory.RoleGranted.v1', { ...role, until: null });
    expect((await house.bo.post('/metric-releases', body)).status).toBe(403);
  });

  it.each([
    [{ metric: 'NPS' }, 'request/invalid-body', '/metric'],
    [{ metric: 'nps@0' }, 'request/invalid-body', '/metric'],
    [{ metric: 'nps@2' }, 'release/unknown-metric', '/metric'],
    [{ metric: 'unheard' }, 'release/unknown-metric', '/metric'],
    [{ from: '2026-06-02' }, 'release/ends-before-it-begins', '/until'],
    [{ from: '2026-02-30' }, 'request/invalid-body', '/from'],
    [{ dimensions: ['weather'] }, 'release/dimension-unknown', '/dimensions'],
    [{ dimensions: ['unit', 'unit'] }, 'request/invalid-body', '/dimensions'],
    [{ question: 'csat' }, 'release/question-of-another-metric', '/question'],
    [{ metric: 'favourable' }, 'release/question-missing', '/question'],
    [{ metric: 'mean-score', question: 'waiting' }, 'release/scale-missing', '/scale'],
    [{ scale: { min: 0, max: 5 } }, 'release/formula-of-another-scale', '/metric'],
    [{ asOf: '2001-01-01' }, 'release/nothing-recorded', '/asOf'],
    [{ asOf: 'soon!' }, 'request/invalid-parameter', '?asOf'],
  ])('refuses %j', async (wrong, code, field) => {
    const answer = await house.ana.post('/metric-releases', { metric: 'nps', ...may, ...wrong });
    expect(codeOf(answer)).toEqual([code, field]);
  });

  it('of one tenant is nothing to another', async () => {
    const id = await house.released(spanOf('2025-04'));
    const stranger = house.as('ana', { tenant: 'other', roles: ['analyst', 'service-manager'] });
    expect((await stranger.get(`/metric-releases/${id}`)).status).toBe(404);
    expect((await stranger.get('/metric-releases')).body['items']).toEqual([]);
    expect((await stranger.post(`/metric-releases/${id}/restate`, {})).status).toBe(404);
  });

  it('lists what there is, by metric, question and days', async () => {
    const listed = async (query: string) => {
      const { body } = await house.cy.get(`/metric-releases?${query}`);
      return (body['items'] as Body[]).length;
    };
    const [all, ofMay, none] = [
      await listed('metric=nps&limit=1000'),
      await listed('metric=nps&question=nps&from=2026-05-01&until=2026-05-31'),
      await listed('metric=csat'),
    ];
    expect([all > 10, ofMay, none]).toEqual([true, 1, 0]);
    const { body } = await house.cy.get('/metric-releases?limit=1');
    const [item] = body['items'] as Body[];
    expect(item).toMatchObject({ definition: 'nps@1', figures: expect.any(Number) });
    expect(body['next']).toEqual(expect.any(String));
  });
});
