import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeOf } from './company.testing.ts';
import { programme, recognising, type Recognising } from './recognition.testing.ts';

describe('the reward programme over HTTP', () => {
  let at: Recognising;
  beforeAll(async () => {
    at = await recognising();
  });
  afterAll(() => at.close());

  it('is read by everybody, by its names', async () => {
    await at.settled();
    const read = await at.bo.get('/reward-programme');
    expect(read).toMatchObject({ status: 200, headers: { etag: '"0"' } });
    expect(read.body['programme']).toMatchObject({
      ...{ ...programme, id: 'main', withdrawn: [], revisions: [] },
      ...{ definedAt: '2026-04-01T09:00:00.000Z', alteredAt: '2026-04-01T09:00:00.000Z' },
    });
  });

  it('is defined once, by HR partners and administrators', async () => {
    const administrator = at.as('root', { roles: ['administrator'] });
    const again = await administrator.post('/reward-programme', programme);
    expect([again.status, ...codeOf(again)]).toEqual([
      ...[409, 'programme/already-defined', undefined],
    ]);
    const refusals = await Promise.all([
      at.ada.post('/reward-programme', programme),
      at.auditor.post('/reward-programme/revise', { reason: 'More.', monthlyAllowance: 1 }),
    ]);
    expect(refusals.map((refused) => [refused.status, ...codeOf(refused)])).toEqual([
      [403, 'permission/programme-define', undefined],
      [403, 'permission/programme-define', undefined],
    ]);
    const other = at.as('hal', { tenant: 'other', roles: ['hr-partner'] });
    const none = await other.post('/reward-programme/revise', { reason: 'x', monthlyAllowance: 1 });
    expect([none.status, ...codeOf(none)]).toEqual([404, 'programme/not-found', undefined]);
  });

  it('is no business of an HR partner of one unit only', async () => {
    const scope = { person: 'cy', grant: 'g', role: 'hr-partner', unit: 'sales' };
    await at.directory('directory.RoleGranted.v1', { ...scope, from: '2026-01-01', until: null });
    const refused = await at.cy.post('/reward-programme/revise', { reason: 'x' });
    expect(codeOf(refused)).toEqual(['permission/programme-define', undefined]);
  });

  it('is revised for a reason; what is withdrawn is known by its name still', async () => {
    const own = await recognising();
    const reason = 'The new strategy asks for it.';
    own.clock.advance(60_000);
    const values = [{ id: 'care' }, { id: 'courage', name: 'We dare' }];
    const rewards = [{ id: 'mug', cost: 40 }];
    const revised = await own.hr.post('/reward-programme/revise', { reason, values, rewards });
    expect(revised).toMatchObject({ status: 200, headers: { etag: '"1"' } });
    await own.settled();
    const { body } = await own.ada.get('/reward-programme');
    expect(body['programme']).toMatchObject({
      values: [
        { id: 'care', name: 'We care' },
        { id: 'courage', name: 'We dare' },
      ],
      rewards: [{ id: 'mug', name: 'A mug', cost: 40 }],
      withdrawn: [{ kind: 'value', id: 'craft', name: 'We do it well' }],
      revisions: [
        {
          ...{ at: '2026-04-01T09:01:00.000Z', by: { sub: 'hal' }, reason },
          before: { values: ['care', 'craft'], rewards: [{ id: 'mug', cost: 30 }] },
        },
      ],
    });
    const before = await own.ada.get('/reward-programme?effectiveAt=2026-04-01T09:00:30.000Z');
    expect(before.body['programme']).toMatchObject({ rewards: [{ cost: 30 }], revisions: [] });
    const gone = await own.give(own.ada, { value: 'craft' });
    expect(codeOf(gone)).toEqual(['recognition/unknown-value', '/value']);
    await own.close();
  });

  it('says what is wrong with it', async () => {
    const revise = async (told: object) =>
      codeOf(await at.hr.post('/reward-programme/revise', { reason: 'x', ...told }));
    expect(await revise({ values: [] })).toEqual(['request/invalid-body', '/values']);
    expect(await revise({ values: [{ id: 'new' }] })).toEqual([
      ...['programme/name-missing', '/words/value.new'],
    ]);
    expect(await revise({ rewards: [{ id: 'mug', cost: 0 }] })).toEqual([
      ...['request/invalid-body', '/rewards/0/cost'],
    ]);
    expect(await revise({ monthlyAllowance: 1_000_001 })).toEqual([
      ...['request/invalid-body', '/monthlyAllowance'],
    ]);
    expect(await revise({ monthlyAllowance: -1 })).toEqual([
      ...['request/invalid-body', '/monthlyAllowance'],
    ]);
  });
});
