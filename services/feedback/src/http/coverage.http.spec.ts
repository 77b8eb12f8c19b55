import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf, company, type Company } from './company.testing.ts';

describe('how regular feedback is, over HTTP', () => {
  let at: Company;
  beforeAll(async () => {
    at = await company();
    const note = (by: Company['ada'], told: object) =>
      at.made(
        by.post('/feedback/notes', {
          ...{ subject: 'ada', visibility: 'public', kind: 'praise', message: 'Well done.' },
          ...told,
        }),
      );
    const asking = { from: 'ada', due: '2026-04-15', question: 'How was it?' };
    const request = await at.made(at.bo.post('/feedback/requests', asking));
    await at.made(at.cy.post('/feedback/requests', asking));
    at.clock.advance(7_200_000);
    await note(at.ada, { subject: 'bo', links: [{ request }, { skill: 'listening' }] });
    await note(at.bo, { links: [{ skill: 'listening' }] });
    await note(at.bo, { visibility: 'manager-only' });
    await note(at.mia, { visibility: 'author-and-subject' });
    await note(at.ada, { subject: 'cy', visibility: 'author-and-subject' });
    await at.settled();
  });
  afterAll(() => at.close());

  const read = async (by: Company['ada'], query: string) =>
    (await by.get(`/feedback/coverage${query}`)).body;

  it('is told to a person of themselves, without what is for the manager only', async () => {
    expect(await read(at.ada, '')).toMatchObject({
      ...{ person: 'ada', countedBy: 'person', on: '2026-04-01' },
      coverage: { value: 1, n: 1 },
      received: { value: 2 },
      responseRate: { value: 1, n: 1 },
      responseHours: { value: 2, n: 1 },
      // Of bo, of mia, to bo, to cy.
      reciprocity: { value: 0.5, n: 4 },
      tied: { value: 0.5, n: 2 },
    });
  });

  it('is told to a manager of theirs, without what is between the two', async () => {
    expect(await read(at.mia, '?person=ada')).toMatchObject({
      ...{ person: 'ada', countedBy: 'managers', coverage: { value: 1 }, received: { value: 2 } },
      ...{ reciprocity: { value: null, n: 0 }, tied: { value: 0.5, n: 2 } },
    });
    // Ada, Cy and Mia are of sales; what Cy received is not for managers.
    expect(await read(at.mia, '?unit=sales')).toMatchObject({
      ...{ unit: 'sales', countedBy: 'managers' },
      coverage: { value: 1 / 3, n: 3, successes: 1, definition: 'feedback-coverage@1' },
      responseRate: { value: 1, n: 1 },
    });
    expect(await read(at.eve, '?unit=board')).toMatchObject({ coverage: { n: 5, successes: 2 } });
  });

  it('is told as it was', async () => {
    expect(await read(at.ada, '?asOf=2026-03-31')).toMatchObject({ received: { value: 0 } });
    const later = await read(at.ada, '?effectiveAt=2026-05-02');
    expect(later).toMatchObject({
      ...{ on: '2026-05-02', coverage: { value: 0, n: 1 }, tied: { n: 2 } },
      // What was asked by Cy is past due by then.
      responseRate: { value: 0.5, n: 2 },
    });
  });

  it('is told to nobody else', async () => {
    const refused = await Promise.all([
      at.cy.get('/feedback/coverage?person=ada'),
      at.ada.get('/feedback/coverage?unit=sales'),
      at.as('hr', { roles: ['hr-partner', 'auditor'] }).get('/feedback/coverage?person=ada'),
      at.mia.get('/feedback/coverage?unit=nowhere'),
    ]);
    for (const one of refused) {
      expect([one.status, ...codeOf(one)]).toEqual([
        ...[403, 'permission/feedback-read-figures', undefined],
      ]);
    }
    const both = await at.ada.get('/feedback/coverage?person=ada&unit=sales');
    expect([both.status, ...codeOf(both)]).toEqual([400, 'request/invalid-parameter', '?unit']);
  });
});
