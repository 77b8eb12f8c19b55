import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { companyApp, itemsOf, namesOf, type Company } from './company.testing.ts';
import { namedPeopleMax } from './params.ts';

let at: Company;
beforeAll(async () => {
  at = await companyApp();
});
afterAll(() => at.close());

const named = (...people: readonly string[]) =>
  `/people?${people.map((one) => `person=${one}`).join('&')}`;

describe('the cards of people who are asked for by name', () => {
  it('are those of whom is known, each once, whoever of the tenant asks', async () => {
    const answer = await at.wim.get(named('sam', 'ada', 'nobody', 'ada'));
    expect(itemsOf(answer)).toMatchObject([
      { person: 'ada', name: 'Name of ada', unit: 'desk' },
      { person: 'sam', name: 'Name of sam', unit: 'sales' },
    ]);
    expect(namesOf(await at.wim.get(named('ada')))).toEqual(['ada']);
    expect(namesOf(await at.wim.get(named('nobody')))).toEqual([]);
  });

  it('hold nothing that only some may read, and so no look is recorded', async () => {
    expect(itemsOf(await at.sam.get(named('ada')))[0]).not.toHaveProperty('details');
    expect(itemsOf(await at.ada.get('/people/ada/readers'))).toEqual([]);
    // The one of the route of one person has the details, and is recorded.
    await at.sam.get('/people/ada');
    await at.settled();
    expect(itemsOf(await at.ada.get('/people/ada/readers'))).toMatchObject([{ by: 'sam' }]);
  });

  it('are of the own tenant alone', async () => {
    const other = at.as('ada', { tenant: 'other' });
    expect(namesOf(await other.get(named('ada', 'sam')))).toEqual([]);
  });

  it('come in pages, and within a unit', async () => {
    const first = await at.wim.get(`${named('sam', 'ada', 'dora')}&limit=2`);
    expect(namesOf(first)).toEqual(['ada', 'dora']);
    const next = `&limit=2&after=${String(first.body['next'])}`;
    expect(namesOf(await at.wim.get(`${named('sam', 'ada', 'dora')}${next}`))).toEqual(['sam']);
    expect(namesOf(await at.wim.get(`${named('sam', 'ada')}&unit=desk`))).toEqual(['ada']);
  });

  it('are no more at once than the limit, and by ids alone', async () => {
    const many = Array.from({ length: namedPeopleMax + 1 }, (_, one) => `p${one}`);
    expect(await at.wim.get(named(...many.slice(1)))).toMatchObject({ status: 200 });
    expect(await at.wim.get(named(...many))).toMatchObject({
      status: 400,
      body: {
        code: 'request/invalid-parameter',
        errors: [{ field: '?person', rule: 'arrayMaxSize' }],
      },
    });
    for (const wrong of [named(''), named('ada', 'two%20words'), named('.')]) {
      expect(await at.wim.get(wrong)).toMatchObject({
        status: 400,
        body: { code: 'request/invalid-parameter', errors: [{ field: '?person' }] },
      });
    }
  });
});
