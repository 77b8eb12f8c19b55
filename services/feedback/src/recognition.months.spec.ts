import { afterEach, describe, expect, it } from '@jest/globals';
import { recognising, type Recognising } from './http/recognition.testing.ts';
import { AllowanceMonths, startOfNext } from './recognition.months.ts';

describe('what is left of a month', () => {
  let at: Recognising;
  afterEach(() => at.close());

  const months = () => at.web.app.get(AllowanceMonths);
  const balanceOf = async (kind: string) => {
    await at.settled();
    const { body } = await at.auditor.get('/points/ledger');
    expect(body['sum']).toBe(0);
    return (body['accounts'] as { kind: string; balance: number }[]).find((one) => {
      return one.kind === kind;
    })?.balance;
  };

  it('goes at the turn of the month, and not a moment before', async () => {
    at = await recognising();
    await at.give(at.ada);
    await at.give(at.mia, { points: 50, receivers: ['bo', 'cy'] });
    await at.settled();
    at.clock.set('2026-04-30T23:59:59.999Z');
    expect(await months().expire()).toBe(0);
    expect(await balanceOf('allowance')).toBe(90);
    at.clock.advance(1);
    // Mia gave all of hers: there is nothing to take back.
    expect(await months().expire()).toBe(1);
    expect(await balanceOf('allowance')).toBe(0);
    expect(await months().expire()).toBe(0);
    expect(await at.pointsOf(at.ada)).toMatchObject({ left: 100 });
    const { body } = await at.ada.get('/points');
    expect(body['points']).toMatchObject({
      allowance: { month: '2026-05', left: 100 },
      postings: { items: [{ type: 'AllowanceExpired', at: '2026-05-01T00:00:00.000Z' }, {}, {}] },
    });
  });

  it('goes once, whichever and however many processes look', async () => {
    at = await recognising();
    await at.give(at.ada);
    await at.settled();
    at.clock.set('2026-06-20T09:00:00.000Z');
    const all = await Promise.all([months().expire(), months().expire(), months().expire()]);
    expect(all.reduce((one, other) => one + other)).toBe(1);
    at.clock.advance(1_000);
    // The view may be behind: the account itself says no.
    expect(await months().expire()).toBe(0);
    expect(await balanceOf('issuer')).toBe(-10);
  });

  it('is not there any more where the next month was given in already', async () => {
    at = await recognising();
    await at.give(at.ada);
    at.clock.set('2026-05-02T09:00:00.000Z');
    await at.give(at.ada, { points: 1 });
    await at.settled();
    expect(await months().expire()).toBe(0);
    expect(await balanceOf('allowance')).toBe(99);
  });

  it('stays once the process stops', async () => {
    at = await recognising();
    await at.give(at.ada);
    await at.settled();
    at.clock.set('2026-05-02T09:00:00.000Z');
    await months().onModuleDestroy();
    expect(await months().expire()).toBe(0);
  });
});

it('a month ends where the next begins, also at the turn of the year', () => {
  expect([startOfNext('2026-04'), startOfNext('2026-12')]).toEqual([
    ...['2026-05-01T00:00:00.000Z', '2027-01-01T00:00:00.000Z'],
  ]);
});
