import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, type Body } from '@plumbline/feedback/testing';
import { releasing, type Releasing } from './releases.testing.ts';

let house: Releasing;

beforeAll(async () => {
  house = await releasing();
});

afterAll(() => house.close());

const baggage = { name: 'baggage', formula: 'favourable@1', question: 'baggage-speed' };

const metric = async (name: string) => {
  await house.settled();
  return (await house.cy.get(`/metric-definitions/${name}`)).body['metric'];
};

describe('a metric', () => {
  it('is defined, and revised in versions', async () => {
    const made = await house.ana.post('/metric-definitions', {
      ...baggage,
      dimensions: ['location'],
    });
    expect([made.status, made.body['id'], made.headers['location']]).toEqual([
      ...[201, 'baggage', '/metric-definitions/baggage'],
    ]);
    const revised = await house.sam.post('/metric-definitions/baggage/revise', { minN: 10 });
    expect([revised.status, revised.body['changed']]).toEqual([200, true]);
    expect(await metric('baggage')).toMatchObject({
      ...{ ...baggage, isBuiltIn: false, version: 2, minN: 10, dimensions: ['location'] },
      versions: [
        { version: 1, minN: 5, by: { sub: 'ana' } },
        { version: 2, minN: 10, by: { sub: 'sam' } },
      ],
      revision: 1,
    });
    const same = await house.sam.post('/metric-definitions/baggage/revise', { minN: 10 });
    expect(same.body['changed']).toBe(false);
    const lower = await house.sam.post('/metric-definitions/baggage/revise', { minN: 9 });
    expect(codeOf(lower)).toEqual(['metric/min-n-lowered', '/minN']);
  });

  it('that everybody means the same by is there without being defined', async () => {
    expect(await metric('nps')).toMatchObject({ isBuiltIn: true, formula: 'nps@1', version: 1 });
    const { body } = await house.cy.get('/metric-definitions');
    const names = (body['items'] as Body[]).map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['nps', 'csat', 'ces-2.0']);
    const answer = await house.ana.post('/metric-definitions', { ...baggage, name: 'nps' });
    expect(codeOf(answer)).toEqual(['metric/built-in', '/name']);
  });

  it('is released by the version that is asked for, and restated by the same', async () => {
    const speed = { answers: [{ metric: 'speed', scale: { min: 1, max: 5 }, score: 5 }] };
    await house.answered([5, 5, 5, 5, 5, 5], speed);
    await house.ana.post('/metric-definitions', {
      name: 'speed',
      formula: 'mean-score@1',
      question: 'speed',
    });
    await house.ana.post('/metric-definitions/speed/revise', { formula: 'favourable@1' });
    const scale = { min: 1, max: 5 };
    const first = await house.released({ metric: 'speed@1', scale });
    const second = await house.released({ metric: 'speed' });
    expect((await house.release(first)).figures[0]).toMatchObject({
      definition: 'speed@1',
      value: 5,
    });
    expect((await house.release(second)).figures[0]).toMatchObject({
      definition: 'speed@2',
      value: 1,
    });
    await house.answered([5, 5, 5, 5, 5], speed);
    const restated = await house.restated(first);
    expect(await house.release(restated)).toMatchObject({
      ...{ definition: 'speed@1', restates: first },
      diff: [{ before: { n: 6, value: 5 }, after: { n: 11, value: 5 }, difference: { value: 0 } }],
    });
  });

  it('is defined by analysts and service managers of the company', async () => {
    for (const by of [house.cy, house.eve, house.auditor]) {
      const answer = await by.post('/metric-definitions', { ...baggage, name: 'other' });
      expect([answer.status, codeOf(answer)[0]]).toEqual([403, 'permission/metric-define']);
    }
    expect((await house.cy.get('/metric-definitions/other')).status).toBe(404);
    const stranger = house.as('ana', { tenant: 'other', roles: ['analyst'] });
    expect((await stranger.get('/metric-definitions/baggage')).status).toBe(404);
    expect((await stranger.post('/metric-definitions/baggage/revise', { minN: 7 })).status).toBe(
      404,
    );
  });

  it.each([
    [{ name: 'Bag gage' }, 'request/invalid-body', '/name'],
    [{ formula: 'sum@1' }, 'request/invalid-body', '/formula'],
    [{ minN: 4 }, 'request/invalid-body', '/minN'],
    [{ minN: 101 }, 'request/invalid-body', '/minN'],
    [{ question: 'Q 7' }, 'request/invalid-body', '/question'],
    [{ dimensions: 'unit' }, 'request/invalid-body', '/dimensions'],
    [{ weight: 2 }, 'request/invalid-body', '/weight'],
  ])('refuses %j', async (wrong, code, field) => {
    const answer = await house.ana.post('/metric-definitions', {
      ...baggage,
      name: 'wrong',
      ...wrong,
    });
    expect(codeOf(answer)).toEqual([code, field]);
  });
});
